"""The month on the screen: the grid, a band of words for the marked shift, and what to do where nothing is planned yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import moments
from ui.pages.roster.model import Box, RosterModel
from ui.pages.roster.view_grid import MonthGrid
from ui.pages.roster.view_words import box_words, cannot_words, cell_words, comma, trouble_words
from ui.theme import current
from ui.widgets import Banner, EmptyState, ShortLabel, show_if
from ui.widgets.themed import Themed, set_role

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter


class MonthPanel(Themed, QWidget):
    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.rules = Banner("", "bad", closable=False)
        self.grid = MonthGrid()
        self.grid.setAccessibleName(self.tr("这个月的排班"))
        self._facts, self._trouble = ShortLabel("", "strong"), ShortLabel("")
        self.empty = EmptyState("calendar-user", "", "")
        self.model = RosterModel()
        self._build()
        self._connect()
        self.ready()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.rules)
        self._column.addWidget(self.grid, 1)
        self._band = QWidget()
        self._band.setProperty("role", "clear")
        words = QVBoxLayout(self._band)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        for one in (self._facts, self._trouble):
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(one)
        words.addStretch(1)
        self._column.addWidget(self._band)
        self._column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        presenter, grid = self._presenter, self.grid
        grid.opened.connect(presenter.open_shift)
        grid.chosen.connect(presenter.choose)
        grid.moved.connect(presenter.move)
        grid.taken_out.connect(self._take_out)
        grid.locked.connect(self._lock)
        grid.undone.connect(presenter.undo)

    def draw(self, model: RosterModel) -> None:
        self.model = model
        planned = bool(model.boxes)
        show_if(self.empty, model.ready and not planned)
        show_if(self.grid, planned)
        show_if(self._band, planned)
        show_if(self.rules, bool(model.cannot))
        self.rules.show_text(" ".join(cannot_words(one) for one in model.cannot[:2]), "bad")
        if planned:
            self.grid.draw(model)
            self._say(model)
        elif model.ready:
            self._say_how(model)

    def _say(self, model: RosterModel) -> None:
        box = model.box()
        if box is None or box.day not in self.grid.grid.days:
            self._facts.setText(self.tr("点一格，或用方向键走到一格，这里就说清楚那一班。回车打开，拖动可以换地方。"))
            self._trouble.setText(self._legend())
            set_role(self._trouble, "quiet", tone="")
            return
        who = comma([cell_words(one) for one in box.cells]) or self.tr("还没有人")
        self._facts.setText(self.tr("{shift}：{who}").format(shift=box_words(box), who=who))
        trouble = trouble_words(box)
        self._trouble.setText(" ".join(trouble[:3]))
        set_role(self._trouble, "", tone=self._tone(box))

    @staticmethod
    def _tone(box: Box) -> str:
        return "bad" if any(cell.hard for cell in box.cells) else "warn"

    def _legend(self) -> str:
        return self.tr("缺：还缺人　红角：有冲突　左边竖线：锁定　划掉：请假或没来　下划线：改了还没公布")

    def _say_how(self, model: RosterModel) -> None:
        month = moments.month(model.month, model.today)
        if not model.templates:
            title = self.tr("还没有设班次")
            how = self.tr("先到「值班队伍」里设好每周有哪些班，比如上午门岗、周二接待，再来排班。")
        elif not model.may_edit:
            title, how = self.tr("{month}还没有排班").format(month=month), self.tr("值班长排好公布以后，这里就能看到。")
        else:
            title = self.tr("{month}还没有排班").format(month=month)
            how = self.tr("按下面的按钮，就按每周的班次列出一整个月，然后往里排人。")
        self.empty.show_state("calendar-user", title, how)

    def _take_out(self, shift_id: str, member_id: str) -> None:
        if self.model.may_edit:
            self._presenter.take_out(shift_id, member_id)

    def _lock(self, shift_id: str) -> None:
        """All of a shift: locked when one of them is not."""
        box = self.model.box(shift_id)
        if box is not None and self.model.may_edit:
            ids = [one.who.id for one in box.cells]
            self._presenter.lock(shift_id, ids, not all(one.locked for one in box.cells))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
        line = self._facts.fontMetrics().height()
        self._band.setMinimumHeight(round(2.05 * line))
