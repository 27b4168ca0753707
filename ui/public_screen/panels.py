"""What stands on the public screen whatever takes its turn: date and time above, who is on duty beside, numbers below.

Each panel is drawn only when what it shows has changed.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.public_screen.ink import LEAST, LEFT, RIGHT, Look, line, width_of
from ui.public_screen.model import Beside, Head, OnDuty, Sitting
from ui.public_screen.words import EMERGENCY, ScreenWords
from ui.theme import icons
from ui.theme.tokens import load

M = TypeVar("M")
NAMES = 4  # in the column beside


class Panel(QWidget, Generic[M]):
    """`show_model(model)` draws anew when it differs; `set_look(look)` on another size or other colours."""

    def __init__(self, model: M, words: ScreenWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.words = words
        self.look = Look(1.0, load().colors)
        self.painted = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_model(self, model: M) -> None:
        if model != self.model:
            self.model = model
            self.update()

    def set_look(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.ground()))
        self.draw(painter)
        painter.end()

    def ground(self) -> str:
        return self.look.colors.bg

    def draw(self, painter: QPainter) -> None:
        """Overridden."""


class HeadPanel(Panel[Head]):
    """Estate and date on the left, the time on the right. No seconds: it is drawn once a minute."""

    def ground(self) -> str:
        return self.look.colors.accent

    def draw(self, painter: QPainter) -> None:
        look, head, on = self.look, self.model, self.look.colors.on_accent
        side, wide = look.px(48), self.width()
        time_wide = width_of(look, "00:00", 116, True) + look.px(10) if head.time else 0
        room = QRectF(side, look.px(14), wide - 2 * side - time_wide - look.px(30), look.px(78))
        place = " · ".join(part for part in (head.estate, head.gate) if part)
        if not head.time:
            line(painter, look, QRectF(side, 0, room.width(), self.height()), place, 72, on, bold=True)
            return
        line(painter, look, room, place, 64, on, bold=True)
        line(painter, look, room.translated(0, look.px(76)), self.words.date(head), 52, on)
        clock = QRectF(wide - side - time_wide, 0, time_wide, self.height())
        line(painter, look, clock, head.time, 116, on, bold=True, where=RIGHT)


class SidePanel(Panel[Beside]):
    """Who is on duty now, and today's reception."""

    def ground(self) -> str:
        return self.look.colors.card

    def draw(self, painter: QPainter) -> None:
        model = self.model
        y = self._on_duty(painter, self.look.px(24), model.duty, model.phone)
        y = self._sittings(painter, y + self.look.px(20), model.sittings)
        if model.open_matters is not None and y <= self.height() - self.look.px(92):
            self._line(
                painter,
                self.height() - self.look.px(92),
                self.words.open_matters(model.open_matters),
                self.look.colors.muted,
            )

    def _on_duty(self, painter: QPainter, y: float, duty: OnDuty, phone: str) -> float:
        colors = self.look.colors
        y = self._title(painter, y, "user-check", self.words.duty_title(), self.words.duty_until(duty))
        for name in duty.names[:NAMES]:
            y = self._line(painter, y, name.words, colors.ink, 72, bold=True)
            if len(duty.names) == 1 and self.words.capacity(name):
                y = self._line(painter, y, self.words.capacity(name), colors.muted)
        if not duty.names:
            y = self._line(painter, y, self.words.nobody(phone), colors.ink, 56, bold=True)
            if words := self.words.duty_next(duty):
                y = self._line(painter, y, words, colors.muted)
        return y

    def _sittings(self, painter: QPainter, y: float, sittings: tuple[Sitting, ...]) -> float:
        colors = self.look.colors
        painter.fillRect(
            QRectF(self.look.px(40), y, self.width() - self.look.px(80), self.look.px(3)), QColor(colors.line)
        )
        y = self._title(painter, y + self.look.px(24), "messages", self.words.sitting_title(), "")
        if not sittings:
            return self._line(painter, y, self.words.no_sitting(), colors.muted)
        for one in sittings[:2]:
            ink = colors.muted if one.state == 2 else colors.ink
            when = self.words.sitting_time(one)
            both = f"{when} {one.place}".strip()
            fits = width_of(self.look, both, 52, True) <= self.width() - self.look.px(80)
            y = self._line(painter, y, both if fits else when, ink, 56, bold=True)
            if one.place and not fits and len(sittings) == 1:
                y = self._line(painter, y, one.place, ink)
            for name in one.names[: 3 if len(sittings) == 1 else 1]:
                whole = self.words.with_capacity(name)
                fits = width_of(self.look, whole, LEAST) <= self.width() - self.look.px(80)
                y = self._line(painter, y, whole if fits else name.words, ink)
        return y

    def _title(self, painter: QPainter, y: float, icon: str, words: str, beside: str) -> float:
        look, tall = self.look, self.look.px(76)
        edge = look.px(52)
        icons.paint(painter, icon, QRectF(look.px(40), y + (tall - edge) / 2, edge, edge), look.colors.accent)
        rest = QRectF(look.px(108), y, self.width() - look.px(148), tall)
        wide = line(painter, look, rest, words, 52, look.colors.accent, bold=True)
        if beside:
            line(
                painter, look, rest.adjusted(wide + look.px(16), 0, 0, 0), beside, LEAST, look.colors.muted, where=RIGHT
            )
        return y + tall

    def _line(
        self, painter: QPainter, y: float, words: str, color: str, size: float = LEAST, bold: bool = False
    ) -> float:
        tall = self.look.px(size * 1.34)
        if y + tall > self.height():
            return y
        room = QRectF(self.look.px(40), y, self.width() - self.look.px(80), tall)
        line(painter, self.look, room, words, size, color, bold=bold, where=LEFT)
        return y + tall


class FootPanel(Panel[str]):
    """What to dial: 120, 119, 110, and the gate."""

    def ground(self) -> str:
        return self.look.colors.bad_bg

    def draw(self, painter: QPainter) -> None:
        pairs = [(self.words.emergency(number), number) for number in EMERGENCY]
        if self.model:
            pairs.append((self.words.gate_phone(), self.model))
        look, gap = self.look, self.look.px(18)
        size = next(
            (size for size in (60, 56, 52, LEAST) if self._wide(pairs, size, gap) <= self.width() - look.px(96)), LEAST
        )
        if len(pairs) > len(EMERGENCY) and self._wide(pairs, size, gap) > self.width() - look.px(96):
            pairs.pop()  # an upright monitor: 120, 119 and 110 stand whole
        free = self.width() - look.px(96) - self._wide(pairs, size, gap)
        between = max(free / max(len(pairs) - 1, 1), look.px(30))
        x: float = look.px(48)
        for word, number in pairs:
            room = QRectF(x, 0, self.width() - x, self.height())
            x += line(painter, look, room, word, size, look.colors.ink) + gap
            room = QRectF(x, 0, self.width() - x, self.height())
            x += line(painter, look, room, number, size, look.colors.bad, bold=True) + between

    def _wide(self, pairs: list[tuple[str, str]], size: float, gap: float) -> float:
        words = sum(width_of(self.look, word, size) + width_of(self.look, number, size, True) for word, number in pairs)
        return words + gap * len(pairs)
