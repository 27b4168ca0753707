"""RowTable: a KeyTable over a list that is there as a whole (who is inside, goods on the shelf, a roll call).

`RowTable(columns, key, marks=True)`; `key(row)` tells rows apart; marks=False: no row is marked but by a person, and none
after the marked one has gone (where Enter acts on the marked row). The row that Tab alone has marked is marked no more once
the keyboard, or the page, goes elsewhere without a key having been pressed on it. `show_rows(rows)` keeps the marked row and how far one has scrolled,
also when rows above have gone; `set_columns(columns)` for another language. `current_row()`, `opened` as in KeyTable;
`rows()`; signal `moved()` when another row is marked; `pressed_cell(row: object, column: int)` on a click.
A subclass that shows fewer columns where it is narrow sets NARROW_EMS (letters of the base text), builds them in
`columns()` and asks `narrow()` there; they are set anew with another language and another width.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import current
from ui.widgets.key_table import KeyTable
from ui.widgets.keyset_model import Column, KeysetModel
from ui.widgets.page import Page

_MANY = 1_000_000


class RowTable(KeyTable):
    moved = Signal()
    pressed_cell = Signal(object, int)
    MODEL: ClassVar[type[KeysetModel]] = KeysetModel
    NARROW_EMS: ClassVar[int] = 0

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], object],
        marks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._marks = marks
        self._shown: tuple[Any, ...] = ()
        self._key = key
        self._narrow = False
        self._list = self.MODEL(columns, self._fetch, _MANY)  # before the table: its words come while that is made
        super().__init__(self._list, parent)
        self._list.setParent(self)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self.clicked.connect(self._on_clicked)
        self._by_tab = False
        if not marks and (app := QApplication.instance()) is not None:
            app.focusChanged.connect(self._on_focus)  # type: ignore[attr-defined]

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Other rows, or the same ones with other words; the mark stays on its row, or near where it was."""
        before = self.current_row()
        at, scroll = max(0, self.currentIndex().row()), self.verticalScrollBar().value()
        key = self._key(before) if before is not None else None
        self._shown = tuple(rows)
        self._list.reload()
        same = next((n for n, row in enumerate(self._shown) if before is not None and self._key(row) == key), None)
        if same is not None:
            self.mark(same)
        elif self._marks and self._shown:
            self.mark(min(at, len(self._shown) - 1))
        self.verticalScrollBar().setValue(scroll)
        self.moved.emit()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """The same rows under other columns."""
        row = self.currentIndex().row()
        self._list.set_columns(columns)
        if 0 <= row < len(self._shown):
            self.mark(row)

    def columns(self) -> Sequence[Column]:
        """For subclasses that choose theirs by narrow(); the ones it was given otherwise."""
        return self._list.columns()

    def narrow(self) -> bool:
        """Little width for the size of the text."""
        return self._narrow

    def retranslate(self) -> None:
        self.set_columns(self.columns())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.viewport().width() < self.NARROW_EMS * current().text()
        if narrow != self._narrow:
            self._narrow = narrow
            self.set_columns(self.columns())
        super().resizeEvent(event)

    def rows(self) -> tuple[Any, ...]:
        return self._shown

    def mark(self, number: int) -> None:
        """Put the mark on the n-th row."""
        self.setCurrentIndex(self._list.index(number, 0))

    def unmark(self) -> None:
        """No row is marked."""
        self._by_tab = False
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        before = self.currentIndex().isValid()
        super().focusInEvent(event)
        self._by_tab |= not self._marks and not before and self.currentIndex().isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_tab = False
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_tab = False
        super().mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._by_tab:
            self.unmark()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """The buttons of the page act on the marked row; anywhere else nobody thinks of it any more."""
        if not self._by_tab or now is None or now is self:
            return
        page = self.parentWidget()
        while page is not None and not isinstance(page, Page):
            page = page.parentWidget()
        if page is None or not page.isAncestorOf(now):
            self.unmark()

    def _fetch(self, after: Any, reply: Callable[[Sequence[Any]], None]) -> None:
        reply(() if after is not None else self._shown)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.pressed_cell.emit(self._shown[index.row()], index.column())
