"""KeysetModel: a table of any length that is read page by page as one scrolls, without counting or offsets.

`KeysetModel(columns, fetch, page=200)`. `fetch(after, reply)` is asked for the rows after the row `after` (None: from
the start) and calls `reply(rows)` at once or later, on the Qt thread; fewer rows than `page` mean the end.
Answers to questions from before a `reload()` are dropped. Signals: `arrived(count: int)` after each page, `emptied()` when
the first page held nothing. `row(i)` answers the caller's own row object (also Qt.UserRole).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from ui.theme import current, icons

Reply = Callable[[Sequence[Any]], None]
Fetch = Callable[[Any, Reply], None]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A column: its title, the text of a row, width in letters of the base text (0: takes what is left).

    `icon` and `tone` answer an icon name and a tone (ok, warn, bad, info, muted) for a row, "" for none.
    """

    title: str
    text: Callable[[Any], str]
    width: float = 0
    right: bool = False
    icon: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None


class KeysetModel(QAbstractTableModel):
    arrived = Signal(int)
    emptied = Signal()

    def __init__(self, columns: Sequence[Column], fetch: Fetch, page: int = 200, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._fetch, self._page = tuple(columns), fetch, page
        self._rows: list[Any] = []
        self._turn, self._waiting, self._ended = 0, False, False

    def reload(self) -> None:
        """Forgets all rows and asks for the first page."""
        self.beginResetModel()
        self._rows.clear()
        self._turn += 1
        self._waiting = self._ended = False
        self.endResetModel()
        self.fetchMore()

    def row(self, index: int) -> Any:
        return self._rows[index]

    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns over the same rows (switch of language)."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def ended(self) -> bool:
        """Whether the last row is loaded."""
        return self._ended

    def _on_rows(self, turn: int, rows: Sequence[Any]) -> None:
        if turn != self._turn or not self._waiting:
            return
        self._waiting = False
        self._ended = len(rows) < self._page
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.arrived.emit(len(rows))
        if not self._rows:
            self.emptied.emit()

    # -- Qt

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        return not parent.isValid() and not self._ended and not self._waiting

    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        if self.canFetchMore(parent):
            turn, self._waiting = self._turn, True
            self._fetch(self._rows[-1] if self._rows else None, lambda rows: self._on_rows(turn, rows))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._look(column, row, role)

    def _look(self, column: Column, row: Any, role: int) -> Any:
        tone = column.tone(row) if column.tone else ""
        color = current().colors.of(tone or "ink")
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return QColor(color)
        if role == Qt.ItemDataRole.DecorationRole and column.icon and (name := column.icon(row)):
            return icons.pixmap(name, current().icon(), color)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
