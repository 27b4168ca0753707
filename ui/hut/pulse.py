"""Tells the watchdog that the loop of the window turns: nothing is told while it hangs."""

from __future__ import annotations

import os
import socket

from PySide6.QtCore import QObject, QTimer

from ui.hut.watch import VARIABLE

EVERY_MS = 2000


class Pulse(QObject):
    """Silent where nobody watches."""

    def __init__(self, parent: QObject | None = None, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        port, _, token = os.environ.get(VARIABLE, "").partition(":")
        self._to, self._word = ("127.0.0.1", int(port) if port.isdigit() else 0), token.encode()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._say)
        if self._to[1]:
            self._say()
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._socket.close()

    def _say(self) -> None:
        try:
            self._socket.sendto(self._word, self._to)
        except OSError:  # the watch is gone; the hut goes on without
            self._timer.stop()
