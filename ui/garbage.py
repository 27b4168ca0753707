"""Cyclic garbage is collected on the Qt thread only.

Python collects wherever an allocation happens to cross the threshold: on a lane, that would destroy widgets of a page that
was built anew from a thread that is not theirs, and Qt crashes at its next event. So the automatic collection is off, and a
timer of the Qt thread does what it would have done.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from ui.memory import give_back

EVERY_MS = 1000
YOUNG, OLDEST = 1, 2
FULL_EVERY = 10  # the first whole collection takes some 50 to 100 ms, so not every second


class Garbage(QObject):
    """Switches the automatic collection off for its life; `stop` gives it back as it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._turn = 0
        self._settled = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> int:
        """Collect the young garbage when there is enough of it, all of it every tenth time; returns how much was found."""
        if gc.get_count()[0] <= gc.get_threshold()[0]:
            return 0
        self._turn += 1
        if self._turn % FULL_EVERY:
            return gc.collect(YOUNG)
        found = gc.collect(OLDEST)
        if not self._settled:  # what a start left standing (modules, tables, the shell) is not walked through again
            self._settled = True
            gc.freeze()
        give_back()
        return found

    def stop(self) -> None:
        """The last thing a run does with its widgets gone: collect here, then leave it to Python again."""
        self._timer.stop()
        if self._settled:  # what others put aside stays there
            gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()
