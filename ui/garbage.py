"""Cyclic garbage is collected on the Qt thread only.

Python collects wherever an allocation happens to cross the threshold: on a lane, that would destroy widgets of a page that
was built anew from a thread that is not theirs, and Qt crashes at its next event. So the automatic collection is off, and a
timer of the Qt thread does what it would have done.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
GENERATIONS = 3


class Garbage(QObject):
    """Switches the automatic collection off for its life; `stop` gives it back as it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> int:
        """Collect the oldest generation whose count has crossed its threshold; returns how much was found."""
        for generation in reversed(range(GENERATIONS)):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                return gc.collect(generation)
        return 0

    def stop(self) -> None:
        """The last thing a run does with its widgets gone: collect here, then leave it to Python again."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()
