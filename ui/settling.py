"""What came from other gates becomes hours and standing months a moment later, not with the next chore."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from desk.app import Desk

log = logging.getLogger("ui.settling")
SOON_MS = 3000  # a round comes in pages: a coming may lie in one, its going in the next
CLOCKED, ARRIVED = "clocked", "arrived"


class Settling(QObject):
    """`hear(topics)` of every change; at most one look each three seconds, on the chores' lane."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hours = desk, False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._run)

    def hear(self, topics: frozenset[str]) -> None:
        if CLOCKED in topics or ARRIVED in topics:
            self._hours |= CLOCKED in topics
            if not self._soon.isActive():
                self._soon.start()

    def stop(self) -> None:
        self._soon.stop()

    def _run(self) -> None:
        from desk.chores import LANE, settle_arrived

        hours, self._hours = self._hours, False
        self._desk.lanes.run(LANE, lambda: settle_arrived(self._desk, hours), None, self._failed)

    def _failed(self, error: Exception) -> None:
        log.warning("not settled: %s", getattr(error, "code", type(error).__name__))
