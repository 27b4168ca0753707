"""How the month's grid is painted: boxes with people and gaps, the days above, the shifts beside."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.pages.roster.model import Box, Cell
from ui.pages.roster.view_words import weekday
from ui.theme import current
from ui.theme.fonts import font

if TYPE_CHECKING:
    from ui.pages.roster.view_grid import GridModel

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
SATURDAY = 6
LINE = 1.25  # of the small text: names stand close, as on a wall chart


def lines_of(box: Box) -> int:
    """How many lines a box needs: its people and the places that are open."""
    return len(box.cells) + _open(box)


def _open(box: Box) -> int:
    if box.lack is None or box.over or box.cancelled:
        return 0
    return max(box.lack.missing, 1)


class BoxPainter(QStyledItemDelegate):
    """A box: one line a person, one a gap; a corner for a conflict, a bar for a lock, a line under what is unpublished."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.week = False
        self._carried: tuple[Cell | None, Box | None, QPoint] = (None, None, QPoint())

    def line(self) -> int:
        """Height of a line in px."""
        return round(current().text("small") * LINE)

    def carry(self, cell: Cell | None, over: Box | None, at: QPoint) -> None:
        """Somebody is being dragged over a box."""
        self._carried = (cell, over, at)

    def cell_at(self, box: Box, rect: QRect, at: QPoint) -> Cell | None:
        """Whose line lies under a point."""
        number = (at.y() - self._top(box, rect)) // self.line()
        return box.cells[number] if 0 <= number < len(box.cells) else None

    def _top(self, box: Box, rect: QRect) -> int:
        shown = min(lines_of(box), rect.height() // self.line())
        return rect.top() + max(0, (rect.height() - shown * self.line()) // 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = index.data(Qt.ItemDataRole.UserRole)
        colors, rect = current().colors, option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(rect, QColor(self._ground(box)))
        if isinstance(box, Box):
            self._paint_box(painter, box, rect)
        marked = option.state & QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        if marked:
            pen = QPen(QColor(colors.focus), current().stroke("focus"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = pen.width() // 2 + 1
            painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1))
        painter.restore()

    def _ground(self, box: object) -> str:
        colors = current().colors
        if not isinstance(box, Box):
            return colors.bg
        if self._carried[0] is not None and self._carried[1] is box:
            return colors.info_bg
        if box.cancelled:
            return colors.sunk
        if _open(box):
            return colors.warn_bg
        if any(cell.hard for cell in box.cells):
            return colors.bad_bg
        return colors.sunk if box.over else colors.card

    def _paint_box(self, painter: QPainter, box: Box, rect: QRect) -> None:
        line, top = self.line(), self._top(box, rect)
        room = max(1, rect.height() // line)
        if box.cancelled and not box.cells:
            self._words(painter, rect, self._cancelled(), current().colors.muted)
            return
        words = [*box.cells, *([None] * _open(box))]
        for number, cell in enumerate(words[:room]):
            place = QRect(rect.left(), top + number * line, rect.width(), line)
            hidden = len(words) - room
            if number == room - 1 and hidden > 0:
                self._words(painter, place, f"+{hidden + 1}", current().colors.ink)
            elif cell is None:
                self._gap(painter, place, box)
            else:
                self._cell(painter, place, cell, box)

    def _cell(self, painter: QPainter, place: QRect, cell: Cell, box: Box) -> None:
        colors, theme = current().colors, current()
        ink = colors.bad if cell.hard else colors.muted if cell.away or box.over or box.cancelled else colors.ink
        made = font(theme.text("small"), bold=cell.hard or (not self.week and not cell.away and not box.over))
        made.setStrikeOut(cell.away or box.cancelled)
        made.setUnderline(cell.fresh)
        if self.week:
            self._words(painter, place.adjusted(theme.space("s"), 0, -2, 0), cell.who.label, ink, made, LEFT)
        else:
            self._words(painter, place, cell.who.mark, ink, made)
        if cell.locked:
            painter.fillRect(place.left() + 2, place.top() + 4, 3, place.height() - 8, QColor(colors.info))
        if cell.wrong:
            tone, edge = QColor(colors.bad if cell.hard else colors.warn), place.height() // 3
            corner = place.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawPolygon(QPolygon([corner - QPoint(edge, 0), corner, corner + QPoint(0, edge)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _gap(self, painter: QPainter, place: QRect, box: Box) -> None:
        colors, theme = current().colors, current()
        made = font(theme.text("small"), bold=True)
        if self.week and box.lack is not None:
            words = QCoreApplication.translate("Roster", "缺人") if box.lack.missing else self._needs()
            self._words(painter, place.adjusted(theme.space("s"), 0, -2, 0), words, colors.warn, made, LEFT)
        else:
            self._words(painter, place, QCoreApplication.translate("Roster", "缺"), colors.warn, made)

    @staticmethod
    def _needs() -> str:
        return QCoreApplication.translate("Roster", "缺身份或技能")

    @staticmethod
    def _cancelled() -> str:
        return QCoreApplication.translate("Roster", "×")

    @staticmethod
    def _words(
        painter: QPainter, place: QRect, words: str, ink: str, made: QFont | None = None, align: int = CENTRE
    ) -> None:
        painter.setFont(made or font(current().text("small")))
        painter.setPen(QColor(ink))
        fitted = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 4)
        painter.drawText(place, align, fitted if align == LEFT else words)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.line(), 2 * self.line())


class DayHead(QHeaderView):
    """The days: number and weekday; today on a tint, days off in another colour."""

    def __init__(self, grid: GridModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._grid.days):
            return
        day, model, colors = self._grid.days[section], self._grid.model, current().colors
        is_today, holidays = day == model.today, dict(model.holidays)
        painter.save()
        painter.fillRect(rect, QColor(colors.accent if is_today else colors.sunk))
        off = day in holidays or _isoweekday(day) >= SATURDAY
        ink = colors.on_accent if is_today else colors.warn if off else colors.ink
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top(), rect.width(), half)
        BoxPainter._words(painter, upper, str(int(day[8:])), ink, font(current().text("small"), bold=True))
        lower = QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - half)
        wide = model.week >= 0
        words = QCoreApplication.translate("Roster", "休") if day in holidays and not wide else weekday(day, not wide)
        if wide and day in holidays:
            words = " ".join(filter(None, (words, holidays[day] or QCoreApplication.translate("Roster", "休"))))
        BoxPainter._words(painter, lower, words, ink)
        painter.restore()


class RowHead(QHeaderView):
    """The shifts: name and hours."""

    def __init__(self, grid: GridModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._grid.model.rows):
            return
        row, colors, theme = self._grid.model.rows[section], current().colors, current()
        painter.save()
        painter.fillRect(rect, QColor(colors.sunk))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.space("s"), 0, -2, 0)
        line = round(theme.text("small") * LINE)
        start = row.hours.split("-")[0]
        top = inner.top() + max(0, (inner.height() - 2 * line) // 2)
        upper = QRect(inner.left(), top, inner.width(), line)
        BoxPainter._words(painter, upper, row.name, colors.ink, font(theme.text("small"), bold=True), LEFT)
        BoxPainter._words(painter, upper.translated(0, line), start, colors.muted, None, LEFT)
        painter.restore()


def _isoweekday(day: str) -> int:
    return date.fromisoformat(day).isoweekday()
