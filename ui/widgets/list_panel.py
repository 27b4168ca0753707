"""ListPanel: a table in a card, or what will appear in it.

`ListPanel(columns, key, icon, name, spare=(), tell=None, more=False)`: name is how a screen reader calls the table; spare:
numbers of the columns that are left out where it is narrow; tell: words below about the marked row when the row has no room
for its own, with more always; `show_rows(rows, title, how)`: the words stand where there are no rows. `table`, `card`,
`empty` and the `column` they stand in are there for a subclass, which calls `ready()` itself; LEAST rows are always to be
seen. `Telling(table, tell, more=False)` is that label alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_table import least_height
from ui.widgets.keyset_model import Column
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed, show_if


class ListTable(RowTable):
    """A table that leaves out its spare columns where it is narrow."""

    NARROW_EMS = 38

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Any], object], spare: Collection[int], marks: bool = True
    ) -> None:
        self._whole, self._spare = tuple(columns), spare
        super().__init__(columns, key, marks)

    def columns(self) -> list[Column]:
        return [one for n, one in enumerate(self._whole) if not (self.narrow() and n in self._spare)]


class Telling(QLabel):
    """What is to be said of the marked row when it has no room for its own words; with more always."""

    def __init__(self, table: RowTable, tell: Callable[[Any], str], more: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "strong")
        self._table, self._tell, self._more = table, tell, more
        table.moved.connect(self.say)

    def say(self) -> None:
        row = self._table.current_row()
        self.setText(self._tell(row) if row is not None and (self._more or self._table.is_cut()) else "")
        show_if(self, bool(self.text()))


class ListPanel(Themed, QWidget):
    LEAST: ClassVar[int] = 3

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], object],
        icon: str,
        name: str,
        spare: Collection[int] = (),
        tell: Callable[[Any], str] | None = None,
        more: bool = False,
    ) -> None:
        super().__init__()
        self.table = ListTable(columns, key, spare)
        self.table.setAccessibleName(name)
        self.empty, self._icon = EmptyState(icon, "", ""), icon
        self.card = Card()
        self.card.body.addWidget(self.table, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card, 1)
        self.column.addWidget(self.empty, 1)
        self._telling = Telling(self.table, tell, more) if tell is not None else None
        if self._telling is not None:
            self.column.addWidget(self._telling)

    def show_rows(self, rows: Sequence[Any], title: str, how: str) -> None:
        show_if(self.card, bool(rows))
        show_if(self.empty, not rows)
        if tuple(rows) != self.table.rows():
            self.table.show_rows(rows)
        self.empty.show_state(self._icon, title, how)
        if self._telling is not None:
            self._telling.say()

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(current().table("row") + least_height(self.LEAST))
