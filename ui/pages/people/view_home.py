"""The first panel: one field that finds a household or a resident; the buildings for those who may browse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.people.model import Found, PeopleModel
from ui.theme import current
from ui.widgets import Card, Column, EmptyState, PickBox, SearchField, least_height, show_if
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.people.presenter import PeoplePresenter

ROWS = 4


class HomePanel(Themed, QWidget):
    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.field = SearchField(self.tr("房号、姓名、拼音、电话尾号或车牌"))
        self.field.setAccessibleName(self.tr("找住户"))
        self.field.edited.connect(presenter.find)
        self.buildings = PickBox()
        self.buildings.setAccessibleName(self.tr("按楼栋看"))
        self.buildings.picked.connect(presenter.browse)
        self.table = RowTable(
            [
                Column(self.tr("房号"), lambda row: row.label, 9, icon=lambda row: "" if row.who else "home"),
                Column(self.tr("住户"), self._who),
                Column(self.tr("电话"), lambda row: row.phone, 9),
            ],
            lambda row: (row.id, row.person_id),
        )
        self.table.setAccessibleName(self.tr("找到的住户"))
        self.table.link(self.field)
        self.table.opened.connect(self._on_opened)
        self.field.left_down.connect(self.table.setFocus)
        self.field.entered.connect(lambda _: self._on_opened(self.table.current_row()))
        self._blank = EmptyState("search", "", "")
        self._card, self.empty = Card(), EmptyState("users-group", "", "")
        self._build()
        self.model = PeopleModel()
        self.ready()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._ways = QHBoxLayout()
        self._ways.addWidget(self.field, 1)
        self._ways.addWidget(self.buildings)
        self._card.body.addLayout(self._ways)
        for widget in (self._blank, self.table):
            self._card.body.addWidget(widget, 1)
        for part in (self._card, self.empty):
            self._column.addWidget(part, 1)

    def draw(self, model: PeopleModel) -> None:
        before, self.model = self.model, model
        if model.asked != self.field.words():
            self.field.setText(model.asked)
        show_if(self.buildings, bool(model.buildings))
        if model.buildings != before.buildings or not self.buildings.count():
            rows = [(one, self.tr("{n} 栋").format(n=one)) for one in model.buildings]
            self.buildings.set_choices([("", self.tr("按楼栋看")), *rows])
        if self.buildings.key() != model.building:
            self.buildings.set_key(model.building)
        show_if(self.table, bool(model.found))
        if model.found != before.found:
            self.table.show_rows(model.found)
        self._say_hint(model)

    def _say_hint(self, model: PeopleModel) -> None:
        show_if(self._card, bool(model.households))
        show_if(self.empty, not model.households)
        show_if(self._blank, not model.found)
        if not model.households:
            self._say_how(model)
        elif model.asked:
            how = self.tr("姓名可以写拼音，比如 ouyang 或 oyxm；房号写 3-1-1202。")
            self._blank.show_state("user-search", self.tr("没有找到这样的住户"), how)
        else:
            how = self.tr("姓名和电话只显示一部分，要看全得先选理由。")
            self._blank.show_state("search", self.tr("在上面输入几个字，这里就会列出住户"), how)

    def _say_how(self, model: PeopleModel) -> None:
        if model.may_import:
            how = self.tr("有了名单（Excel 或 CSV），按下面的按钮一次就能全部导入；也可以一户一户添加。")
        else:
            how = self.tr("请管理员来导入名单。没有名单也能登记来访：楼栋房号可以直接写。")
        title = self.tr("每一户、每一位住户都会列在这里")
        self.empty.show_state("users-group", title, how)

    def _who(self, row: Found) -> str:
        return row.who or self.tr("{n} 人", "", row.people).format(n=row.people)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, Found):
            self._presenter.pick(row)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self._ways.setSpacing(current().space("m"))
        self.field.setMinimumWidth(17 * current().text())  # what may be typed stands in it in full
        self.buildings.setMinimumWidth(round(8.5 * current().text()))
        self.table.setMinimumHeight(current().table("row") + least_height(ROWS))
