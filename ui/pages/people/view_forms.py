"""The forms of the people page: why to look, a person, a door, a standing pass, who is the same person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.pages.people.model import DAYS, PURPOSES, REASONS, ROLES, Door, Form, Found, PeopleModel
from ui.texts import sentence
from ui.theme import current
from ui.widgets import Card, Choice, Chooser, Column, Field, PickBox, SearchField, label, show_if
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form as Fields
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

LONGEST = 64
REASON_ICONS = {
    "visitor_here": "user-check", "resident_asks": "user", "delivery": "package", "emergency": "urgent",
    "authority": "building-bank", "correction": "pencil",
}  # fmt: skip
STANDING_TYPES = ("domestic", "guest", "agent", "other")


class Box(Themed, QWidget):
    """A column of widgets without margins."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))


def line(most: int = LONGEST) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(most)
    return made


class ReasonPanel(Box):
    """Why is somebody to be shown in full? One press says it and shows them."""

    def __init__(self, reveal: Callable[[str], None]) -> None:
        super().__init__()
        choices = [Choice(one, REASON_ICONS[one], sentence(f"people.reveal.{one}")) for one in REASONS]
        self.reasons = Chooser(choices, columns=2)
        self.reasons.chosen.connect(reveal)
        self.column.addWidget(self.reasons)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: PeopleModel) -> None:
        self.reasons.set_choice("")


class PersonPanel(Box):
    """Somebody's name, phone, plates, role, and what they agreed to."""

    def __init__(self) -> None:
        super().__init__()
        self._form = Form()
        self.name, self.phone, self.plates = line(), line(24), line(80)
        self.role = PickBox([(role, sentence(f"people.role.{role}")) for role in ROLES])
        fields = Fields(columns=2)
        fields.add(Field(self.tr("姓名"), self.name))
        fields.add(Field(self.tr("身份"), self.role))
        fields.add(Field(self.tr("电话"), self.phone, optional=True))
        fields.add(Field(self.tr("车牌"), self.plates, self.tr("几个车牌用空格隔开"), optional=True))
        self.consents = {purpose: QCheckBox(sentence(f"people.consent.{purpose}")) for purpose in PURPOSES}
        card, agreed = Card(), Card(self.tr("本人同意的事"))
        card.body.addWidget(fields)
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="l", equal=True, columns=2)
        for box in self.consents.values():
            flow.addWidget(box)
        agreed.body.addWidget(holder)
        self.column.addWidget(card)
        self.column.addWidget(agreed)
        self.column.addStretch(1)
        self.ready()

    def draw(self, form: Form) -> None:
        """Fill the form anew."""
        self._form = form
        self.name.setText(form.name)
        self.phone.setText(form.phone)
        self.plates.setText(form.plates)
        self.role.set_key(form.role)
        for purpose, box in self.consents.items():
            box.setChecked(form.consents.get(purpose, False))

    def form(self) -> Form:
        """What stands in it now."""
        return replace(
            self._form, name=self.name.text(), phone=self.phone.text(), plates=self.plates.text(),
            role=self.role.key() or "resident",
            consents={purpose: box.isChecked() for purpose, box in self.consents.items()},
        )  # fmt: skip

    def forget(self) -> None:
        """Nothing in full stays in the widgets."""
        self.draw(Form())


class DoorPanel(Box):
    """Building, unit and room."""

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.building, self.unit, self.room = line(16), line(16), line(16)
        fields = Fields(columns=3)
        fields.add(Field(self.tr("楼栋"), self.building, self.tr("比如 3")))
        fields.add(Field(self.tr("单元"), self.unit, self.tr("没有单元就空着"), optional=True))
        fields.add(Field(self.tr("房号"), self.room, self.tr("比如 1202")))
        card = Card()
        card.body.addWidget(fields)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, door: Door) -> None:
        self._id = door.id
        self.building.setText(door.building)
        self.unit.setText(door.unit)
        self.room.setText(door.room)

    def door(self) -> Door:
        return Door(self._id, self.building.text(), self.unit.text(), self.room.text())


class StandingPanel(Box):
    """Somebody whom the household lets in again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.alias = line(32)
        self.kind = PickBox([(one, sentence(f"visit.type.{one}")) for one in STANDING_TYPES])
        self.days = PickBox([(str(one), self.tr("{n} 天").format(n=one)) for one in DAYS])
        self.hours = PickBox(
            [
                ("day", self.tr("每天 6:00 到 22:00")),
                ("work", self.tr("周一到周五 7:00 到 19:00")),
                ("all", self.tr("每天，任何时候")),
            ]
        )
        self.code = QCheckBox(self.tr("同时开一张来访证（二维码），给来人扫"))
        fields = Fields(columns=2)
        fields.add(Field(self.tr("怎么称呼"), self.alias, self.tr("比如 张阿姨")))
        fields.add(Field(self.tr("来做什么"), self.kind))
        fields.add(Field(self.tr("多久"), self.days))
        fields.add(Field(self.tr("什么时候"), self.hours))
        card = Card()
        card.body.addWidget(fields)
        card.body.addWidget(self.code)
        card.body.addWidget(label(self.tr("住户随时可以收回。"), "muted"))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: PeopleModel) -> None:
        self.alias.clear()
        self.code.setChecked(False)


class MergePanel(Box):
    """Who is the same person?"""

    def __init__(self, look: Callable[[str], None]) -> None:
        super().__init__()
        self.field = SearchField(self.tr("另一条记录的姓名、拼音或电话尾号"))
        self.field.setAccessibleName(self.tr("找另一条记录"))
        self.field.edited.connect(look)
        self.table = RowTable(
            [
                Column(self.tr("住户"), lambda row: row.who, 7),
                Column(self.tr("房号"), lambda row: row.label, 9),
                Column(self.tr("电话"), lambda row: row.phone),
            ],
            lambda row: row.person_id,
        )
        self.table.setAccessibleName(self.tr("可能是同一个人"))
        self.field.left_down.connect(self.table.setFocus)
        self._hint = label(self.tr("合并以后只留一条：住处、车牌和电话都归到现在这一条。"), "quiet")
        card = Card()
        for widget in (self._hint, self.field, self.table):
            card.body.addWidget(widget, 1 if widget is self.table else 0)
        card.body.addStretch(0)
        self.column.addWidget(card, 1)
        self.ready()

    def draw(self, model: PeopleModel) -> None:
        if model.others != self.table.rows():
            self.table.show_rows(model.others)
        show_if(self.table, bool(model.others))

    def other(self) -> Found | None:
        row = self.table.current_row()
        return row if isinstance(row, Found) else None

    def restyle(self) -> None:
        super().restyle()
        self.table.setMinimumHeight(current().height("row") + 3 * current().height("list"))
