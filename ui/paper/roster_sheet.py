"""A month's roster on paper for the wall, and the same as a picture for the chat group: weeks as rows, labels instead of names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPagedPaintDevice, QPainter, QPen

from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting
from ui.paper.table import RULE, TINT, lay_out

PICTURE_PX = 1840  # wide enough to be read on a phone after the chat program has shrunk it
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Slot:
    """One shift of a day. people: as the public screen may call them; short: it still lacks somebody."""

    hours: str
    name: str
    people: tuple[str, ...]
    short: bool = False


@dataclass(frozen=True)
class Day:
    """A box of the grid. number: of the month, 0 for a box outside of it; note: of a holiday."""

    number: int
    slots: tuple[Slot, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Roster:
    """weeks: rows of seven days, Monday first; weekdays: their names."""

    title: str
    sub: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day, ...], ...]


def job(one: Roster, name: str) -> Job:
    """The month for a printer, or as a file."""
    return Job(name, one.title, lambda device, copy: draw(device, one, copy), str(hash(one)))


def draw(device: QPagedPaintDevice, one: Roster, copy: bool = False) -> None:
    """One lying A4 page, its letters as large as the fullest day allows. Raises Trouble("paper.not_taken")."""
    lay_out(device, wide=True)
    with painting(device) as painter:
        box = painter.viewport()
        sub = f"{one.sub} · {copy_mark()}" if copy else one.sub
        _Grid(painter, one, sub, float(box.width()), float(box.height())).run()


def picture(one: Roster) -> QImage:
    """The same as a picture for the chat group, as high as its days need."""
    wide, edge = PICTURE_PX, 32
    image = QImage(wide, 1, QImage.Format.Format_RGB32)
    measure = QPainter(image)
    high = _Grid(measure, one, one.sub, wide - 2 * edge, 0, px=22).needed()
    measure.end()
    image = QImage(wide, round(high) + 2 * edge, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(edge, edge)
    _Grid(painter, one, one.sub, wide - 2 * edge, high, px=22).run()
    painter.end()
    return image


class _Grid:
    def __init__(self, painter: QPainter, one: Roster, sub: str, width: float, height: float, px: float = 0) -> None:
        self._painter, self._one, self._sub = painter, one, sub
        self._width, self._height = width, height
        self._column = width / 7
        self._set(px or width / 74)
        while not px and self.needed() > height and self._px > width / 150:
            self._set(self._px * 0.95)

    def _set(self, px: float) -> None:
        self._px = px
        self._plain, self._bold = face(px), face(px, bold=True)
        self._metrics = QFontMetricsF(self._plain, self._painter.device())
        self._pad = px * 0.35
        self._head = px * 5.2

    def needed(self) -> float:
        """How high the whole month is."""
        return self._head + sum(self._week_high(week) for week in self._one.weeks)

    def run(self) -> None:
        painter, px = self._painter, self._px
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.setFont(face(px * 1.7, bold=True))
        painter.drawText(QRectF(0, 0, self._width, px * 2.4), int(Qt.AlignmentFlag.AlignLeft), self._one.title)
        painter.setFont(self._plain)
        painter.drawText(
            QRectF(0, 0, self._width, px * 2.4),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom),
            self._sub,
        )
        painter.setFont(self._bold)
        for nth, words in enumerate(self._one.weekdays):
            painter.drawText(QRectF(nth * self._column, px * 2.8, self._column, px * 2.2), int(_CENTRE), words)
        y = self._head
        spare = max(0.0, self._height - self.needed()) / max(1, len(self._one.weeks))
        for week in self._one.weeks:
            high = self._week_high(week) + min(spare, px * 4)
            for nth, day in enumerate(week):
                self._day(day, QRectF(nth * self._column, y, self._column, high), weekend=nth > 4)
            y += high

    def _week_high(self, week: tuple[Day, ...]) -> float:
        return max(self._day_high(day) for day in week) + 2 * self._pad

    def _day_high(self, day: Day) -> float:
        return self._px * 1.5 + sum(self._slot_high(slot) for slot in day.slots)

    def _slot_high(self, slot: Slot) -> float:
        room = QRectF(0, 0, self._column - 2 * self._pad, 1e6)
        return self._metrics.boundingRect(room, int(_WRAP), _words(slot)).height() + self._pad

    def _day(self, day: Day, box: QRectF, weekend: bool) -> None:
        painter = self._painter
        if weekend and day.number:
            painter.fillRect(box, TINT)
        painter.setPen(QPen(RULE, self._px * 0.06))
        painter.drawRect(box)
        if not day.number:
            return
        inner = box.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.setFont(self._bold)
        painter.drawText(inner, int(_TOP), f"{day.number} {day.note}".strip())
        y = inner.top() + self._px * 1.5
        painter.setFont(self._plain)
        for slot in day.slots:
            high = self._slot_high(slot)
            painter.setPen(QColor(Qt.GlobalColor.black))
            painter.setFont(self._bold if slot.short else self._plain)
            painter.drawText(QRectF(inner.left(), y, inner.width(), high), int(_TOP) | int(_WRAP), _words(slot))
            y += high


def _words(slot: Slot) -> str:
    people = " ".join(slot.people)
    if slot.short:
        lacks = QCoreApplication.translate("Paper", "缺人")
        people = f"{people} ({lacks})" if people else f"({lacks})"
    return f"{slot.hours} {slot.name}\n{people}"
