"""The list of the Inside page: a tick in front of every row for those who may close many at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.pages.inside.model import InsideRow, Section
from ui.pages.inside.view_words import InsideWords
from ui.widgets import Column, RowTable


class InsideTable(RowTable):
    """ticked(): other rows are ticked."""

    ticked = Signal()
    NARROW_EMS = 38

    def __init__(self) -> None:
        self._words = InsideWords()
        self._section, self._bulk = Section.HERE, False
        self._ticks: set[str] = set()
        super().__init__((), lambda row: row.visit_id, marks=False)
        self.pressed_cell.connect(self._on_cell)

    def show_section(self, section: Section, rows: Sequence[InsideRow], bulk: bool) -> None:
        """Draw a part; ticks of rows that are gone are gone too."""
        if section is not self._section:
            self._ticks.clear()
        self._section, self._bulk = section, bulk
        self._ticks &= {row.visit_id for row in rows}
        self.show_rows(rows)
        self.set_columns(self.columns())
        self.ticked.emit()

    def ticks(self) -> tuple[str, ...]:
        """Ids of the ticked rows in the order of the list."""
        return tuple(row.visit_id for row in self.rows() if row.visit_id in self._ticks)

    def tick_all(self, on: bool) -> None:
        self._ticks = {row.visit_id for row in self.rows()} if on else set()
        self._redraw()

    def restore_ticks(self, ids: Sequence[str]) -> None:
        self._ticks = set(ids)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("来访人名单"))
        self.set_columns(self.columns())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and self._bulk and isinstance(row, InsideRow):
            self._toggle(row)
            return
        super().keyPressEvent(event)

    def columns(self) -> list[Column]:
        words = self._words
        found = [
            Column(self.tr("来访人"), words.name),
            Column(self.tr("类型"), words.visitor_type, 6),
            Column(self.tr("到哪栋"), words.building, 4),
            Column(self.tr("进门"), lambda row: row.at, 7),
            Column(
                self.tr("情况"), words.state, 8, False,
                icon=self._icon, tone=self._tone,
            ),
        ]  # fmt: skip
        if self.narrow():
            del found[3], found[1]
        if self._bulk:
            found.insert(0, Column("", lambda row: "", 2, False, self._box, lambda row: ""))
        return found

    def _box(self, row: InsideRow) -> str:
        return "square-check" if row.visit_id in self._ticks else "square"

    def _icon(self, row: InsideRow) -> str:
        if row.over_min:
            return "clock-exclamation"
        if "watched" in row.flags:
            return "user-shield"
        return "moon" if "overnight" in row.flags else ""

    def _tone(self, row: InsideRow) -> str:
        return "warn" if self._icon(row) in ("clock-exclamation", "user-shield") else ""

    def _on_cell(self, row: InsideRow, column: int) -> None:
        if self._bulk and column == 0:
            self._toggle(row)

    def _toggle(self, row: InsideRow) -> None:
        self._ticks ^= {row.visit_id}
        self._redraw()

    def _redraw(self) -> None:
        self.viewport().update()
        self.ticked.emit()
