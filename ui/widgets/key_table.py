"""KeyTable: a table for the keyboard and big fingers: tall rows, one row at a time, Enter opens, typing finds.

`KeyTable(model=None)`; `link(field)` sends what is typed over the table into a search field; without one, typing jumps
to the first loaded row that holds it. Signal `opened(row: object)` on Enter or a double click with the model's row.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QElapsedTimer, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from ui.theme import current
from ui.widgets.keyset_model import KeysetModel
from ui.widgets.themed import Themed

_PAUSE_MS = 1200
LEAST_EMS = 4  # of a column that takes what is left; narrower, and the table scrolls sideways
_FEW_ROWS = 2  # what a table asks for where the text is large: the page must not scroll as well


def least_height(rows: int) -> int:
    """Pixels a list asks for so that some rows are seen at once, without its head."""
    theme = current()
    return theme.table() * (min(rows, _FEW_ROWS) if theme.large() else rows)


class KeyTable(Themed, QTableView):
    opened = Signal(object)
    MODEST = False  # asks for its least height only: it is given what is left, and the page around it need not scroll

    def __init__(self, model: QAbstractItemModel | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | None = None
        self._typed, self._since = "", QElapsedTimer()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self._open)
        if model is not None:
            self.setModel(model)
        self.ready()

    def link(self, field: QLineEdit) -> None:
        """Typing over the table goes on in this field."""
        self._field = field

    def current_row(self) -> object:
        """The row object under the mark, or None."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def is_cut(self) -> bool:
        """Is a word of the marked row cut, for want of room?"""
        row = self.currentIndex()
        cells = (row.siblingAtColumn(n) for n in range(self.model().columnCount())) if row.isValid() else ()
        return any(self.sizeHintForIndex(cell).width() > self.columnWidth(cell.column()) for cell in cells)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole))

    def restyle(self) -> None:
        theme = current()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(theme.table())
        self.verticalHeader().setDefaultSectionSize(theme.table())
        self.horizontalHeader().setMinimumHeight(theme.table("row"))
        # Else the style's own least width pushes a narrow column of ticks, and with it the table, past its edge.
        self.horizontalHeader().setMinimumSectionSize(theme.height("row"))
        self._fit_columns()

    def _fit_columns(self) -> None:
        model = self.model()
        if not isinstance(model, KeysetModel):
            return
        letter, columns = current().text(), model.columns()
        fixed = [round(c.width * letter) + 2 * current().space("m") if c.width else 0 for c in columns]
        loose = fixed.count(0)
        share = max(letter * LEAST_EMS, (self.viewport().width() - sum(fixed)) // loose) if loose else 0
        for number, width in enumerate(fixed):
            self.setColumnWidth(number, width or share)

    # -- Qt

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self.MODEST else hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self.MODEST else hint

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit_columns)
        if self._is_ready:
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self._field is not None and plain and event.text().isprintable() and event.text().strip():
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._field.end(False)
            self._field.insert(event.text())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        model = self.model()
        if model is None or not search:
            return
        pause = not self._since.isValid() or self._since.elapsed() > _PAUSE_MS
        self._typed = search if pause else self._typed + search
        self._since.start()
        wanted = self._typed.casefold()
        for row in range(model.rowCount()):
            cells = (model.index(row, column) for column in range(model.columnCount()))
            if any(wanted in str(cell.data() or "").casefold() for cell in cells):
                self.setCurrentIndex(model.index(row, 0))
                return
