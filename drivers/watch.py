"""Hot-plugging: which ports came and went, found by looking once a second; looking never opens one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from drivers.ports import PortSeen, seen

log = logging.getLogger("drivers.watch")

EVERY_S = 1.0  # a device must be seen to come and go within 3 s; a look takes milliseconds, on Windows up to a second
Told = Callable[[Sequence[PortSeen], Sequence[PortSeen]], None]


class Watch:
    """Tells (appeared, vanished) from a thread of its own: first all that are there, then each change.

    A device that is pulled and put into another socket vanishes and appears; so does one that gets another name.
    """

    def __init__(self, told: Told, look: Callable[[], Sequence[PortSeen]] = seen, every_s: float = EVERY_S) -> None:
        self._told, self._look, self._every_s = told, look, every_s
        self._stopping = threading.Event()
        self._known: frozenset[PortSeen] | None = None
        self._thread = threading.Thread(target=self._run, name="driver-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """True when the thread is gone."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._once()
            self._stopping.wait(self._every_s)

    def _once(self) -> None:
        try:
            now = frozenset(self._look())
        except OSError as error:  # a device that vanishes while its description is read
            log.debug("looking for ports: %s", type(error).__name__)
            return
        before = self._known
        self._known = now
        if before is None or now != before:
            came, went = now - (before or frozenset()), (before or frozenset()) - now
            self._told(sorted(came, key=_name), sorted(went, key=_name))


def _name(port: PortSeen) -> str:
    return port.name
