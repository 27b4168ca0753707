"""A long table painted by hand, page after page: ten times as quick as a text document, its words real text in the PDF.

`paint(device, table)`; the title and the lines stand on the first page, the heads on every page, and at the foot the page's
number and what proves the paper (a code).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desk.codes.matrix import Level, matrix
from desk.core.errors import Trouble
from ui.paper import qr
from ui.paper.face import face
from ui.paper.job import painting, stamp

MARGIN_MM = 14.0
RULE = QColor(Qt.GlobalColor.darkGray)
TINT = QColor(Qt.GlobalColor.lightGray).lighter(122)
FEW_LINES = 4  # of one cell; the rest is cut with a sign
_CENTRE, _LEFT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Head:
    """A column. share: of the width, in any unit; centred: times and numbers."""

    words: str
    share: float
    centred: bool = False


@dataclass(frozen=True)
class Table:
    """All in words. rows: as many cells as heads; code: what the QR code says, "" for none; marks: rows with a tint."""

    title: str
    lines: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()
    code: str = ""
    marks: frozenset[int] = frozenset()
    points: float = 10.0
    wide: bool = False


def lay_out(device: QPagedPaintDevice, wide: bool = False) -> None:
    """A4, upright or lying."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    if isinstance(device, QPdfWriter) and device.resolution() > 600:
        device.setResolution(600)


def paint(device: QPagedPaintDevice, table: Table, copy: str = "") -> int:
    """Paint the whole table; returns how many pages. Raises Trouble("paper.not_taken")."""
    lay_out(device, table.wide)
    with painting(device) as painter:
        return _Pages(device, painter, table, copy).run()


class _Pages:
    def __init__(self, device: QPagedPaintDevice, painter: QPainter, table: Table, copy: str) -> None:
        self._device, self._painter, self._table, self._copy = device, painter, table, copy
        box = painter.viewport()
        self._width, self._height = float(box.width()), float(box.height())
        self._mm = painter.device().logicalDpiX() / 25.4
        px = table.points / 72 * 25.4 * self._mm
        self._plain, self._bold, self._large = face(px), face(px, bold=True), face(px * 1.9, bold=True)
        self._metrics = QFontMetricsF(self._plain, device)
        self._line = self._metrics.lineSpacing()
        self._pad = px * 0.32
        whole = sum(head.share for head in table.heads)
        self._columns = list[tuple[float, float]]()
        left = 0.0
        for head in table.heads:
            wide = self._width * head.share / whole
            self._columns.append((left, wide))
            left += wide
        self._foot = self._line * 2.2
        self._page = 1

    def run(self) -> int:
        y = self._heads(self._top())
        for nth, row in enumerate(self._table.rows):
            lines = [self._wrapped(cell, wide) for cell, (_, wide) in zip(row, self._columns, strict=True)]
            high = max(map(len, lines)) * self._line + 2 * self._pad
            if y + high > self._height - self._foot:
                y = self._turn()
            self._row(lines, y, high, nth in self._table.marks)
            y += high
        self._end(y)
        self._number()
        return self._page

    def _top(self) -> float:
        painter, side = self._painter, 0.0
        if self._table.code:
            side = 32 * self._mm
            qr.draw(painter, matrix(self._table.code, Level.M), QRectF(self._width - side, 0, side, side))
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.setFont(self._large)
        title = f"{self._table.title} · {self._copy}" if self._copy else self._table.title
        metrics = QFontMetricsF(self._large, self._device)
        painter.drawText(QRectF(0, 0, self._width - side, metrics.lineSpacing()), int(_LEFT | _MIDDLE), title)
        y = metrics.lineSpacing() * 1.15
        painter.setFont(self._plain)
        for line in self._table.lines:
            for part in self._wrapped(line, self._width - side, 9):
                painter.drawText(QRectF(0, y, self._width - side, self._line), int(_LEFT | _MIDDLE), part)
                y += self._line
        return max(y + self._pad * 2, side + self._pad * 2)

    def _heads(self, y: float) -> float:
        painter, high = self._painter, self._line + 2 * self._pad
        painter.fillRect(QRectF(0, y, self._width, high), TINT)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.setFont(self._bold)
        for head, (left, wide) in zip(self._table.heads, self._columns, strict=True):
            painter.drawText(
                self._cell(left, y, wide, high), int(_MIDDLE | (_CENTRE if head.centred else _LEFT)), head.words
            )
        painter.setFont(self._plain)
        self._rules(y, high)
        return y + high

    def _row(self, cells: Sequence[list[str]], y: float, high: float, tinted: bool) -> None:
        painter = self._painter
        if tinted:
            painter.fillRect(QRectF(0, y, self._width, high), TINT)
            painter.setPen(QColor(Qt.GlobalColor.black))
        for lines, head, (left, wide) in zip(cells, self._table.heads, self._columns, strict=True):
            side = Qt.AlignmentFlag.AlignHCenter if head.centred else _LEFT
            at = y + (high - len(lines) * self._line) / 2
            for line in lines:
                painter.drawText(self._cell(left, at, wide, self._line), int(_MIDDLE | side), line)
                at += self._line
        self._rules(y, high)

    def _rules(self, y: float, high: float) -> None:
        painter = self._painter
        painter.setPen(QPen(RULE, self._mm * 0.15))
        painter.drawRect(QRectF(0, y, self._width, high))
        for left, _ in self._columns[1:]:
            painter.drawLine(round(left), round(y), round(left), round(y + high))
        painter.setPen(QColor(Qt.GlobalColor.black))

    def _cell(self, left: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(left + self._pad, y, wide - 2 * self._pad, high)

    def _turn(self) -> float:
        self._number()
        if not self._device.newPage():
            raise Trouble("paper.not_taken")
        stamp(self._painter)
        self._page += 1
        return self._heads(0)

    def _number(self) -> None:
        words = QCoreApplication.translate("Paper", "第 {n} 页").format(n=self._page)
        box = QRectF(0, self._height - self._line * 1.2, self._width, self._line * 1.2)
        self._painter.drawText(box, int(_CENTRE), words)

    def _end(self, y: float) -> None:
        room = (len(self._table.foot) + 1) * self._line * 1.3
        if self._table.foot and y + room > self._height - self._foot:
            self._number()
            if not self._device.newPage():
                raise Trouble("paper.not_taken")
            stamp(self._painter)
            self._page += 1
            y = 0
        y += self._line * 0.6
        for line in self._table.foot:
            for part in self._wrapped(line, self._width, 6):
                self._painter.drawText(QRectF(0, y, self._width, self._line), int(_LEFT | _MIDDLE), part)
                y += self._line * 1.15

    def _wrapped(self, text: str, wide: float, most: int = FEW_LINES) -> list[str]:
        """The words of a cell in lines that fit: Chinese breaks anywhere, which is how it is set."""
        room = wide - 2 * self._pad
        found = list[str]()
        for part in text.split("\n"):
            found += self._broken(part, room)
        if len(found) > most:
            found = [*found[: most - 1], found[most - 1][:-1] + "…"]
        return found or [""]

    def _broken(self, text: str, room: float) -> list[str]:
        if self._metrics.horizontalAdvance(text) <= room:
            return [text]
        found, line = list[str](), ""
        for char in text:
            if line and self._metrics.horizontalAdvance(line + char) > room:
                cut = line.rfind(" ") + 1 if char.isascii() and char.isalnum() and " " in line[1:] else len(line)
                found.append(line[:cut].rstrip())
                line = line[cut:]
            line += char
        return [*found, line]
