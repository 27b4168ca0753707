"""One shift opened: who is in it on the left, who could be asked on the right; and choosing one of them for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.roster.model import Candidate, Cell, RosterModel
from ui.pages.roster.view_words import trouble_words
from ui.texts import capital, sentence
from ui.theme import current
from ui.widgets import Card, Column, EmptyState, Sides, label, least_height, show_if
from ui.widgets.list_panel import ListTable, Telling
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter

ROWS = 3
WHO_EMS = 6.2  # of a label and its mark
HERE_EMS = 5.5
SIDES_EMS = 40  # the two lists stand side by side from this width on


def candidate_columns() -> list[Column]:
    """Who, in what capacity, how many shifts already, and what speaks against it."""
    return [
        Column(QCoreApplication.translate("Roster", "谁"), lambda row: row.who.label, WHO_EMS, icon=lambda row: "alert-triangle" if row.why else "check", tone=lambda row: "warn" if row.why else "ok"),
        Column(QCoreApplication.translate("Roster", "本月"), lambda row: QCoreApplication.translate("Roster", "{n} 班").format(n=row.count), 2.6),
        Column(QCoreApplication.translate("Roster", "身份和说明"), lambda row: _about(row)),
    ]  # fmt: skip


class CandidateTable(ListTable):
    """How many shifts somebody has goes first where there is little room."""

    NARROW_EMS = 20

    def __init__(self) -> None:
        super().__init__(candidate_columns(), lambda row: row.who.id, spare=(1,), marks=False)


def _about(row: Candidate) -> str:
    return capital(sentence(row.why)) if row.why else sentence(f"duty.capacity.{row.who.capacity}")


class ShiftPanel(Themed, QWidget):
    """Enter on somebody on the right puts them in; the acts at the foot are about whoever is marked on the left."""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.here = RowTable(
            [
                Column(self.tr("谁"), lambda row: row.who.label, HERE_EMS, icon=lambda row: "lock" if row.locked else ""),
                Column(self.tr("情况"), self._state, tone=lambda row: "bad" if row.hard else "warn" if row.wrong or row.away else ""),
            ],
            lambda row: row.who.id,
        )  # fmt: skip
        self.others = CandidateTable()
        self.here.setAccessibleName(self.tr("这一班的人"))
        self.others.setAccessibleName(self.tr("可以请谁"))
        self._trouble = label("", "", "warn")
        self._nobody = EmptyState("users", "", "")
        self._left, self._right = Card(), Card()
        self.here.moved.connect(self._on_moved)
        self.others.opened.connect(self._on_opened)
        self._build()
        self.ready()

    def _build(self) -> None:
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._trouble)
        self._left.body.addWidget(self.here, 1)
        self._left.body.addWidget(self._nobody, 1)
        self._left.body.addWidget(Telling(self.here, self._state))
        self._right.body.addWidget(self.others, 1)
        self._right.body.addWidget(Telling(self.others, lambda row: _about(row) if row.why else ""))
        self._all.addWidget(Sides(self._left, self._right, (4, 5), SIDES_EMS), 1)

    def draw(self, model: RosterModel) -> None:
        box = model.box()
        cells = box.cells if box else ()
        self._left.set_title(self.tr("这一班的人"))
        self._right.set_title(self.tr("还可以请谁（回车排进来）") if model.may_edit else self.tr("还可以请谁"))
        trouble = trouble_words(box)[:2] if box else []
        self._trouble.setText(" ".join(trouble))
        show_if(self._trouble, bool(trouble))
        show_if(self.here, bool(cells))
        show_if(self._nobody, not cells)
        self._nobody.show_state("users", self.tr("还没有人"), self.tr("在右边选一位，按回车就排进来。"))
        if cells != self.here.rows():
            self.here.show_rows(cells)
        at = next((n for n, one in enumerate(cells) if one.who.id == model.member), -1)
        if at >= 0 and self.here.current_row() != cells[at]:
            self.here.mark(at)
        if model.candidates != self.others.rows():
            self.others.show_rows(model.candidates)

    def _state(self, cell: Cell) -> str:
        words = [sentence(code) for code in cell.wrong] or [sentence(f"duty.state.{cell.state}")]
        capacity = sentence(f"duty.capacity.{cell.capacity}") if cell.capacity else ""
        return " · ".join(filter(None, (*words, capacity)))

    def _on_moved(self) -> None:
        row = self.here.current_row()
        if isinstance(row, Cell):
            self._presenter.mark(row.who.id)

    def _on_opened(self, row: object) -> None:
        model = self._presenter.model
        box = model.box()
        if isinstance(row, Candidate) and box is not None and model.may_edit:
            if box.begun and model.version:
                self._presenter.changing.join(row.who.id)
            else:
                self._presenter.put(box.id, row.who.id)

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))
        for table in (self.here, self.others):
            table.setMinimumHeight(current().table("row") + least_height(ROWS))


class AskPanel(Themed, QWidget):
    """One list: who takes it?"""

    def __init__(self, presenter: RosterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.others = CandidateTable()
        self.others.setAccessibleName(self.tr("请谁来"))
        self.others.opened.connect(self._on_opened)
        card = Card()
        card.body.addWidget(self.others, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        if model.candidates != self.others.rows():
            self.others.show_rows(model.candidates)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, Candidate):
            self._presenter.changing.picked(row.who.id)

    def restyle(self) -> None:
        self.others.setMinimumHeight(current().table("row") + least_height(ROWS))
