"""Codes in a stream of camera frames: a raw look at each, one repair on each of the following."""

from __future__ import annotations

import time
from collections.abc import Callable

from desk.codes.decode.model import Found, Gray, nearest_first
from desk.codes.decode.reader import Read, look, moved, read
from desk.codes.decode.steps import ALL


class LiveDecoder:
    """Fed by one thread, frame after frame. Keeps nothing of a picture beyond the last few frames."""

    def __init__(self, now_s: Callable[[], float] = time.perf_counter) -> None:
        self._now_s = now_s
        self._turn = 0
        self._unread_since_ms: int | None = None

    @property
    def not_reading_since_ms(self) -> int | None:
        """Since when a symbol is in view that will not read (`at_ms` of the frame), None when there is none."""
        return self._unread_since_ms

    def feed(self, gray: Gray, at_ms: int) -> list[Found]:
        """Codes of this frame, nearest to the middle first. `at_ms`: when it was taken, any steady clock."""
        begun = self._now_s()
        reads, seen = look(gray)
        name, back = "raw", None
        if not reads:
            step = ALL[self._turn % len(ALL)]
            name = step.name
            self._turn += 1
            view = step.look(gray)
            reads, back = read(view.gray, view.binarizer), view.back
        if reads or not seen:
            self._unread_since_ms = None
        elif self._unread_since_ms is None:
            self._unread_since_ms = at_ms
        ms = (self._now_s() - begun) * 1000

        def found(one: Read) -> Found:
            position = one.position if back is None else moved(one.position, back)
            return Found(one.text, one.raw, "QRCode", position, name, ms)

        return nearest_first([found(one) for one in reads], gray.shape[1], gray.shape[0])
