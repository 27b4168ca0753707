"""One scan however often it is seen: the gate every source of codes passes through."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from desk.core.clock import Clock
from desk.core.events import ScanSeen
from desk.core.ids import new_id

SAME_S = 5.0
REMEMBERED = 64


@dataclass(frozen=True)
class Seen:
    """A code that came in. fresh: False when it is the same scan still going on, to be passed over in silence."""

    scan: ScanSeen
    fresh: bool


class ScanGate:
    """Gives every scan its id. Camera, keyboard scanner and serial line share one, on whatever thread.

    The same text within 5 s of when it was last seen keeps its scan_id: a code held before the camera for a minute is
    one scan, and a code read by camera and by hand scanner at once is one scan too.
    """

    def __init__(self, clock: Clock, ids: Callable[[int], str] = new_id) -> None:
        self._clock = clock
        self._ids = ids
        self._last: OrderedDict[tuple[str, bytes], tuple[float, ScanSeen]] = OrderedDict()
        self._lock = threading.Lock()

    def seen(self, text: str, source: str, raw: bytes = b"") -> Seen:
        """Take in a text (raw: bytes of a code that is not UTF-8) from `camera`, `wedge`, `serial` or `typed`."""
        key = (text.strip(), raw)
        with self._lock:
            now_s = self._clock.monotonic_s()
            before = self._last.pop(key, None)
            fresh = before is None or now_s - before[0] >= SAME_S
            scan = self._scan(text, source, raw) if before is None or fresh else before[1]
            self._last[key] = (now_s, scan)
            while len(self._last) > REMEMBERED:
                self._last.popitem(last=False)
        return Seen(scan, fresh)

    def forget(self, text: str = "", raw: bytes = b"") -> None:
        """Let the next sight of this text, or of any, be a new scan ("scan again" was pressed)."""
        with self._lock:
            if text or raw:
                self._last.pop((text.strip(), raw), None)
            else:
                self._last.clear()

    def _scan(self, text: str, source: str, raw: bytes) -> ScanSeen:
        at = self._clock.now_ms()
        return ScanSeen(self._ids(at), text, at, source, raw)
