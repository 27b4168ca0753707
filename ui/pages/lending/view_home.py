"""What can be lent and what is out, beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.lending.model import Home, Loan, Thing
from ui.pages.lending.view_words import LendingWords
from ui.theme import current
from ui.widgets import Card, Column, EmptyState, RowTable, Sides, Themed, label, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter


class ThingTable(RowTable):
    NARROW_EMS = 15

    def __init__(self) -> None:
        self._words = LendingWords()
        super().__init__((), lambda thing: thing.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("可以借的东西"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self._words
        return [
            Column(self.tr("物品"), lambda thing: thing.title, icon=lambda thing: thing.icon),
            Column(self.tr("情况"), words.state, 0 if self.narrow() else 6.5, tone=words.state_tone),
        ]


class LoanTable(RowTable):
    NARROW_EMS = 21

    def __init__(self) -> None:
        self._words = LendingWords()
        super().__init__((), lambda loan: loan.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("借出去的东西"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self._words
        found = [
            Column(self.tr("物品"), lambda loan: loan.title),
            Column(self.tr("谁借的"), words.who, 7, icon=lambda loan: "" if loan.known else "user-exclamation",
                   tone=lambda loan: "" if loan.known else "warn"),
            Column(self.tr("归还"), words.due_short, 7.5, icon=lambda loan: "bell" if loan.asks else "", tone=words.due_tone),
        ]  # fmt: skip
        if self.narrow():
            del found[1]
        return found


class HomeView(Themed, QWidget):
    """Signals: `thing(thing)` and `loan(loan)` when a row is opened."""

    thing = Signal(object)
    loan = Signal(object)

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self.home = Home()
        self.things, self.loans = ThingTable(), LoanTable()
        self._shelf, self._out = Card("…"), Card("…")
        self._calm = label("", "muted")
        self._empty = EmptyState("wheelchair", "", "")
        self._shelf.body.addWidget(self.things, 1)
        self._out.body.addWidget(self.loans, 1)
        self._out.body.addWidget(self._calm)
        self._out.body.addStretch(0)
        self._both = Sides(self._shelf, self._out, (4, 5), ems=34)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both, 1)
        column.addWidget(self._empty, 1)
        for table, told in ((self.things, self.thing), (self.loans, self.loan)):
            table.opened.connect(told.emit)
            table.pressed_cell.connect(lambda row, _, say=told: say.emit(row))
        self.ready()

    def show_home(self, home: Home) -> None:
        self.home = home
        self.things.show_rows([one for one in home.things if not one.out])
        self.loans.show_rows(home.loans)
        self._say()

    def current_thing(self) -> Thing | None:
        row = self.things.current_row()
        return row if isinstance(row, Thing) else None

    def current_loan(self) -> Loan | None:
        row = self.loans.current_row()
        return row if isinstance(row, Loan) else None

    def retranslate(self) -> None:
        self._say()

    def restyle(self) -> None:
        for table in (self.things, self.loans):
            table.setMinimumHeight(current().table("row") + least_height(4))

    def _say(self) -> None:
        home = self.home
        self._shelf.set_title(self.tr("在这里的东西"))
        self._out.set_title(self.tr("借出去的"))
        self._calm.setText(self.tr("借出去以后会列在这里，到时间会提醒。谁来还都行，扫一下物品码就收回。"))
        show_if(self.loans, bool(home.loans))
        show_if(self._calm, not home.loans)
        show_if(self._both, bool(home.things or home.loans))
        show_if(self._empty, home.known and not home.things and not home.loans)
        how = (
            self.tr("按“物品册”写下轮椅、推车这些东西，贴上物品码，就能借了。")
            if home.edits
            else self.tr("请管理员在物品册里写下轮椅、推车这些东西，就能借了。")
        )
        self._empty.show_state("wheelchair", self.tr("可以借的东西会列在这里"), how)
