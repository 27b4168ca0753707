"""The whole public screen as one widget: panels laid out for its size, pictures that take turns, an emergency over all."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.public_screen.ink import Look
from ui.public_screen.model import Beside, Head, Shown
from ui.public_screen.panels import FootPanel, HeadPanel, SidePanel
from ui.public_screen.pictures import AlarmPanel, PicturePanel
from ui.public_screen.rotation import Rotation
from ui.public_screen.words import ScreenWords
from ui.theme.tokens import Colors, load

HEAD, FOOT, SIDE = 180, 116, 560  # px at 1080p


class Canvas(QWidget):
    """`show_shown(shown)` whenever something changed; it turns the pictures by itself while it is visible.

    pace: how fast they turn, 1 as people need it (a soak test turns them a thousand times faster).
    """

    def __init__(self, scheme: str = "light", pace: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ScreenWords()
        self.shown = Shown()
        self._colors = load(scheme).colors
        self._pace = pace
        self.rotation = Rotation()
        self.head = HeadPanel(Head(), self.words, self)
        self.side = SidePanel(Beside(), self.words, self)
        self.foot = FootPanel("", self.words, self)
        self.picture = PicturePanel(self.words)
        self.alarm = AlarmPanel(self.words)
        for panel in (self.picture, self.alarm):
            panel.setParent(self)
        self.alarm.hide()
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._on_turn)
        self.show_shown(self.shown)

    def show_shown(self, shown: Shown) -> None:
        """Draw what differs from what stands."""
        quiet, before = shown.quiet, self.shown.quiet
        self.shown = shown
        self.rotation.take(shown.turns)
        self.head.show_model(shown.head if not quiet else Head(shown.head.estate, shown.head.gate))
        self.side.show_model(shown.beside)
        self.foot.show_model(shown.beside.phone)
        self._show_turn()
        self._show_alarm()
        if quiet != before:
            self._lay_out()
        self._wait()

    def set_scheme(self, scheme: str) -> None:
        """Other colours."""
        self.set_colors(load(scheme).colors)

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self._lay_out()

    def say_again(self) -> None:
        """Another language."""
        for panel in self._panels():
            panel.update()

    def painted(self) -> int:
        """How often anything was drawn."""
        return sum(panel.painted for panel in self._panels())

    def _panels(self) -> tuple[HeadPanel | SidePanel | FootPanel | PicturePanel | AlarmPanel, ...]:
        return self.head, self.side, self.foot, self.picture, self.alarm

    def _show_turn(self) -> None:
        turn = self.rotation.now
        if turn is not None:
            self.picture.show_model(turn)
            self.picture.show_rest(self.shown, self.rotation.place)

    def _show_alarm(self) -> None:
        alarm = self.shown.alarm
        if alarm is not None:
            self.alarm.show_model(alarm)
            self.alarm.show_time(self.shown.head.time)
        self.alarm.setVisible(alarm is not None)
        if alarm is not None:
            self.alarm.raise_()

    def _wait(self) -> None:
        """Nothing ticks while nothing changes: a single picture, an emergency, or out of sight."""
        turn = self.rotation.now
        still = turn is None or self.rotation.place[1] < 2 or self.shown.alarm is not None or not self.isVisible()
        if still:
            self._turn.stop()
        elif not self._turn.isActive() and turn is not None:
            self._turn.start(max(1, round(turn.seconds * 1000 / self._pace)))

    def _on_turn(self) -> None:
        if self.rotation.step():
            self._show_turn()
        self._wait()

    def showEvent(self, event: object) -> None:
        self._wait()

    def hideEvent(self, event: object) -> None:
        self._turn.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        wide, high = self.width(), self.height()
        upright = high > wide
        unit = min(wide / 1080, high / 1920) if upright else min(wide / 1920, high / 1080)
        look = Look(unit, self._colors)
        for panel in self._panels():
            panel.set_look(look)
        head, foot = look.px(HEAD), look.px(FOOT)
        middle = high - head - foot
        self.head.setGeometry(0, 0, wide, head)
        self.foot.setGeometry(0, high - foot, wide, foot)
        self.side.setVisible(not self.shown.quiet)
        side = 0 if self.shown.quiet else round(middle * 0.44) if upright else look.px(SIDE)
        if upright:
            self.picture.setGeometry(0, head, wide, middle - side)
            self.side.setGeometry(0, high - foot - side, wide, side)
        else:
            self.picture.setGeometry(0, head, wide - side, middle)
            self.side.setGeometry(wide - side, head, side, middle)
        self.alarm.setGeometry(0, 0, wide, high)
