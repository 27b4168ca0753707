"""MonthGrid: a month as rows of shifts and columns of days; one character a person, or a week with their names.

`draw(model)`; signals `opened(shift_id)` (Enter, double click), `chosen(shift_id)`, `moved(member, from, to)` (dragged),
`taken_out(shift_id, member)` (Delete), `locked(shift_id)` (L), `undone()` (Ctrl+Z).
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QTableView, QWidget

from ui.pages.roster.model import Box, Cell, RosterModel
from ui.pages.roster.view_grid_paint import BoxPainter, DayHead, RowHead, lines_of
from ui.pages.roster.view_words import box_story
from ui.theme import current
from ui.widgets.themed import Themed

Index = QModelIndex | QPersistentModelIndex
ROWS_MOST = 4  # people a box shows; more are told as a number
HEAD_EMS = 5.0  # of the column of names, in letters of the small text
WEEK = 7


class GridModel(QAbstractTableModel):
    """The month as Qt knows tables; a box is Qt.UserRole of its index."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RosterModel()
        self.days: tuple[str, ...] = ()
        self._boxes: dict[tuple[str, str], Box] = {}

    def show_model(self, model: RosterModel) -> None:
        days = model.days if model.week < 0 else model.days[model.week * WEEK : model.week * WEEK + WEEK]
        same = days == self.days and model.rows == self.model.rows
        if not same:
            self.beginResetModel()
        self.model, self.days = model, days
        self._boxes = {}
        for box in model.boxes:  # of two in one place the one that is not cancelled, then the first
            known = self._boxes.get((box.row, box.day))
            if known is None or (known.cancelled and not box.cancelled):
                self._boxes[box.row, box.day] = box
        if not same:
            self.endResetModel()
        elif days and model.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(model.rows) - 1, len(days) - 1))

    def box(self, index: Index) -> Box | None:
        if not index.isValid():
            return None
        return self._boxes.get((self.model.rows[index.row()].key, self.days[index.column()]))

    def index_of(self, shift_id: str) -> QModelIndex:
        box = self.model.box(shift_id)
        keys = [row.key for row in self.model.rows]
        if box is None or box.day not in self.days or self._boxes.get((box.row, box.day)) is not box:
            return QModelIndex()
        return self.index(keys.index(box.row), self.days.index(box.day))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.model.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        box = self.box(index)
        if role == Qt.ItemDataRole.UserRole:
            return box
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and box is not None:
            return box_story(box)
        return None


class MonthGrid(Themed, QTableView):
    opened = Signal(str)
    chosen = Signal(str)
    moved = Signal(str, str, str)
    taken_out = Signal(str, str)
    locked = Signal(str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel()
        self.setModel(self.grid)
        self.painter = BoxPainter(self)
        self.setItemDelegate(self.painter)
        self._held: tuple[Box, Cell, QPoint] | None = None
        self._dragging = False
        self.setHorizontalHeader(DayHead(self.grid, self))
        self.setVerticalHeader(RowHead(self.grid, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)
        self.ready()

    def draw(self, model: RosterModel) -> None:
        self.painter.week = model.week >= 0
        self.grid.show_model(model)
        self._fit()
        self.select(model.chosen)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def select(self, shift_id: str) -> None:
        """Mark this shift without a signal."""
        index = self.grid.index_of(shift_id)
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.viewport().update()

    def current_box(self) -> Box | None:
        return self.grid.box(self.currentIndex())

    # -- sizes

    def _fit(self) -> None:
        """Columns share the width, rows take the height their people need, and more where there is some."""
        days, rows = len(self.grid.days), self.grid.model.rows
        if not days or not rows:
            return
        theme = current()
        line = self.painter.line()
        head = round(HEAD_EMS * theme.text("small")) + theme.space("m")
        self.verticalHeader().setFixedWidth(head)
        least = line if self.grid.model.week < 0 else 4 * line
        self.horizontalHeader().setFixedHeight(2 * line)
        wanted = [self._lines(row.key) * line + theme.space("xs") for row in rows]
        spare = self.height() - 2 * line - 2 * self.frameWidth() - sum(wanted) - 2
        extent = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        bar = max(extent, self.verticalScrollBar().sizeHint().width()) + 2 if spare < 0 else 0
        room = self.width() - head - 2 * self.frameWidth() - 2 - bar
        base, more = divmod(max(room, least * days), days)
        for column in range(days):
            self.setColumnWidth(column, base + (column < more))
        grow = max(0, min(spare // len(rows), line))
        for number, height in enumerate(wanted):
            self.setRowHeight(number, height + grow)

    def _lines(self, key: str) -> int:
        found = [lines_of(box) for box in self.grid.model.boxes if box.row == key]
        return max(2, min(max(found, default=1), ROWS_MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        theme = current()
        self.setMinimumHeight(round(theme.text() * (7 if theme.large() else 9)))
        self._fit()
        self.viewport().update()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = self.current_box()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and box is not None:
            self.opened.emit(box.id)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and box is not None and box.cells:
            if len(box.cells) == 1:
                self.taken_out.emit(box.id, box.cells[0].who.id)
            else:
                self.opened.emit(box.id)
        elif event.key() == Qt.Key.Key_L and box is not None and box.cells:
            self.locked.emit(box.id)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(now, before)
        box = self.grid.box(now)
        if not self.selectionModel().signalsBlocked():
            self.chosen.emit(box.id if box else "")

    def _open(self, index: QModelIndex) -> None:
        box = self.grid.box(index)
        if box is not None:
            self.opened.emit(box.id)

    # -- dragging somebody from one shift to another

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        box = self.grid.box(index)
        if event.button() == Qt.MouseButton.LeftButton and box is not None:
            cell = self.painter.cell_at(box, self.visualRect(index), event.position().toPoint())
            if cell is not None and self.grid.model.may_edit:
                self._held = (box, cell, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._held is None:
            return
        far = (at - self._held[2]).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.painter.carry(self._held[1], self.grid.box(self.indexAt(at)), at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, dragging = self._held, self._dragging
        self._let_go()
        target = self.grid.box(self.indexAt(event.position().toPoint()))
        if held is not None and dragging and target is not None and target.id != held[0].id:
            self.moved.emit(held[1].who.id, held[0].id, target.id)
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._dragging:
            self._let_go()

    def _let_go(self) -> None:
        self._held, self._dragging = None, False
        self.painter.carry(None, None, QPoint())
        self.unsetCursor()
        self.viewport().update()

    def rect_of(self, shift_id: str) -> QRect:
        """Where a shift stands, for tests and the tour."""
        return self.visualRect(self.grid.index_of(shift_id))


__all__ = ["GridModel", "MonthGrid"]
