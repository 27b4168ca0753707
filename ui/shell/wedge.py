"""Keyboard scanners: an application-wide filter that takes bursts out of the key stream and gives everything else on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.codes.wedge import Code, Pass, WedgeFilter

log = logging.getLogger("ui.wedge")

_BARE = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

IME_BURST_MS = 30
IME_BURST = 5  # this many changes of the pre-edit text so close together are no person's
IME_OFF_MS = 4000


@dataclass(frozen=True)
class _Press:
    """A key press held back: enough to deliver it unchanged to the widget it was meant for."""

    target: QObject
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class ScannerKeys(QObject):
    """Install with start(); `scanned(text)` for each code, `spoilt()` when an input method has eaten one."""

    def __init__(
        self, scanned: Callable[[str], None], spoilt: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scanned = scanned
        self._spoilt = spoilt
        self._filter: WedgeFilter[_Press] = WedgeFilter()
        self._own = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._ahead_ms: int | None = None  # system time stamps minus our clock
        self._tick = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._ime = _ImeBurst(self)

    def start(self) -> None:
        """Listen to the whole application."""
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if self._ime.hears(event, watched, self._clock.elapsed()):
                self._spoilt()
            return False
        # Presses are seen first at the window (QWidgetWindow) and then at the widget: only widgets count.
        if event.type() != QEvent.Type.KeyPress or self._own or not isinstance(watched, QWidget):
            return False
        return isinstance(event, QKeyEvent) and self._on_press(watched, event)

    def _on_press(self, watched: QWidget, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) in _BARE:
            return False
        chord = bool(event.modifiers() & _CHORD)
        press = _Press(watched, event.key(), event.modifiers(), event.text())
        at_ms = self._stamp(event)
        outcome = self._filter.feed("" if chord else _char(event), at_ms, press, event.isAutoRepeat())
        self._arm()
        if outcome and outcome[-1] == Pass(press):  # this very key passes: only what was held before is given on by us
            self._give(outcome[:-1])
            return False
        self._give(outcome)
        return True

    def _stamp(self, event: QKeyEvent) -> int:
        """The system's time stamp, shifted to our clock once; events made by a program carry none."""
        now = self._clock.elapsed()
        stamp = event.timestamp()
        if not stamp:
            return now
        if self._ahead_ms is None or not -2000 < stamp - self._ahead_ms - now < 2000:
            self._ahead_ms = stamp - now
        return stamp - self._ahead_ms

    def _arm(self) -> None:
        due = self._filter.deadline_ms
        if due is None:
            self._tick.stop()
        else:
            self._tick.start(max(0, due - self._clock.elapsed()))

    def _on_tick(self) -> None:
        self._give(self._filter.tick(self._clock.elapsed()))
        self._arm()

    def _give(self, outcome: list[Pass[_Press] | Code]) -> None:
        for one in outcome:
            if isinstance(one, Code):
                self._scanned(one.text)
            else:
                self._deliver(one.key)

    def _deliver(self, press: _Press) -> None:
        target = press.target
        if isinstance(target, QWidget) and not _alive(target):
            return
        self._own = True
        try:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, press.key, press.modifiers, press.text))
        finally:
            self._own = False


class _ImeBurst:
    """A scanner typing into a Chinese input method makes pre-edit text faster than hands can.

    The code is lost by then. The input method is put aside for a few seconds, so that the next scan comes in clean.
    """

    def __init__(self, owner: QObject) -> None:
        self._times: list[int] = []
        self._last = ""
        self._back = QTimer(owner, singleShot=True, interval=IME_OFF_MS)
        self._widget: QWidget | None = None
        self._back.timeout.connect(self._give_back)

    def hears(self, event: QInputMethodEvent, watched: QObject, now_ms: int) -> bool:
        text = event.preeditString()
        grown, self._last = len(text) > len(self._last), text
        if not grown:
            return False
        self._times = [*self._times[1 - IME_BURST :], now_ms]
        if len(self._times) < IME_BURST or now_ms - self._times[0] > (IME_BURST - 1) * IME_BURST_MS:
            return False
        self._times.clear()
        if isinstance(watched, QWidget):
            self._put_aside(watched)
        return True

    def _put_aside(self, widget: QWidget) -> None:
        QGuiApplication.inputMethod().reset()
        self._widget = widget
        widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._back.start()

    def _give_back(self) -> None:
        if self._widget is not None and _alive(self._widget):
            self._widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self._widget = None


def _char(event: QKeyEvent) -> str:
    """What the detector is fed: line ends however the keypad names them, else the key's text."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "\r"
    return "\t" if event.key() == Qt.Key.Key_Tab else event.text()


def _alive(widget: QWidget) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(widget))
