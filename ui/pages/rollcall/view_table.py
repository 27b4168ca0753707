"""The list of a roll call: three cells to tick in every row, arrows and Space from the keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.rollcall.model import LEFT, MARKS, NOT_FOUND, SAFE, RollModel, RollRow
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Column, RowTable

ICONS = {SAFE: ("circle-check", "ok"), NOT_FOUND: ("circle-x", "bad"), LEFT: ("door-exit", "info")}
KEYS = {
    Qt.Key.Key_Space: SAFE,
    Qt.Key.Key_1: SAFE,
    Qt.Key.Key_2: NOT_FOUND,
    Qt.Key.Key_3: LEFT,
}


class RollTable(RowTable):
    """marked(visit_id, how): a cell was pressed, or a key."""

    marked = Signal(str, str)
    NARROW_EMS = 40  # below, phones give way and ticks stand without words

    def __init__(self, parent: QWidget | None = None) -> None:
        self._only_open = False
        super().__init__((), lambda row: row.visit_id, parent=parent)
        self.pressed_cell.connect(self._on_cell)

    def show_model(self, model: RollModel, only_open: bool) -> None:
        """Draw the list, all of it or only those still to be found."""
        self._only_open = only_open
        self.show_rows([row for row in model.rows if not (only_open and row.mark in (SAFE, LEFT))])

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("清点名单"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        between = [
            Column(self.tr("电话"), lambda row: row.phone, 7),
            Column(self.tr("人数"), lambda row: str(row.people), 3),
        ]
        return [
            Column(self.tr("姓名"), self._name),
            Column(self.tr("到哪一户"), lambda row: row.place, 5),
            *(() if self.narrow() else between),
            *(self._mark_column(mark) for mark in MARKS),
        ]

    def _mark_column(self, mark: str) -> Column:
        (icon, tone), word, narrow = ICONS[mark], mark_word(mark), self.narrow()
        words = QFontMetrics(font(current().text())).horizontalAdvance(word) / current().text()
        return Column(
            word if narrow else "", lambda row: "" if narrow else word, math.ceil(max(2.0, words) + (0 if narrow else 1.5)),
            False, lambda row: icon if row.mark == mark else "circle",
            lambda row: tone if row.mark == mark else "muted",
        )  # fmt: skip

    def _name(self, row: RollRow) -> str:
        parts = [row.name or self.tr("没留姓名")]
        if row.minor:
            parts.append(self.tr("孩子"))
        if self.narrow() and row.people > 1:
            parts.append(self.tr("{n} 人", "", row.people).format(n=row.people))
        if not row.certain:
            parts.append(self.tr("不确定"))
        return " · ".join(parts)

    def _on_cell(self, row: RollRow, column: int) -> None:
        first = self.model().columnCount() - len(MARKS)
        if column >= first:
            self.marked.emit(row.visit_id, MARKS[column - first])

    def _mark_and_go_on(self, how: str) -> None:
        row, at = self.current_row(), self.currentIndex().row()
        if not isinstance(row, RollRow):
            return
        if not self._only_open and at + 1 < len(self.rows()):
            self.mark(at + 1)
        self.marked.emit(row.visit_id, how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        how = KEYS.get(Qt.Key(event.key()))
        if how is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._mark_and_go_on(how)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the page's main action
            return
        super().keyPressEvent(event)


def mark_word(mark: str) -> str:
    """The word of a mark, on the screen and on paper."""
    return {
        SAFE: QCoreApplication.translate("RollMark", "平安"),
        NOT_FOUND: QCoreApplication.translate("RollMark", "没找到"),
        LEFT: QCoreApplication.translate("RollMark", "已离开"),
    }.get(mark, "")
