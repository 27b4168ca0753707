"""Frames in a stream of bytes: found by their marker, measured, checked, and found again behind garbage."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import ClassVar

from drivers.api import Noise, Reading

MORE, NEVER = 0, -1  # what `size` says besides a length: not enough bytes yet, no frame begins here
NOISE_TOLD = 4096  # so many bytes of garbage are told as one noise


class FrameDecoder(ABC):
    """A decoder of frames that begin with START. A subclass says how long one is and what it means.

    The same events whole or byte by byte. A frame whose check is wrong is never a reading; the search goes on one byte
    behind its first, so the good frame that begins inside it is not lost. No more than MAX bytes are kept.
    """

    START: ClassVar[bytes] = b""
    MAX: ClassVar[int] = 256  # bytes of the longest frame
    GAP_S: ClassVar[float] = 0.09  # so long a pause inside a frame, and it will not become whole
    # how many frames it knows again without parsing: a board says the same all day; never where frames are personal
    REMEMBERS: ClassVar[int] = 0

    def __init__(self) -> None:
        self._plain = type(self).find is FrameDecoder.find
        self._buffer = bytearray()
        self._noise = 0
        self._why = "garbage"
        self._known: dict[bytes, Reading] = {}

    def find(self, buffer: bytearray, at: int) -> int:
        """Where the next frame may begin, -1 for nowhere. Overridden where frames have several heads, of one byte each."""
        return buffer.find(self.START, at)

    @abstractmethod
    def size(self, buffer: bytearray, at: int) -> int:
        """Bytes of the frame whose START is at `at`, by what is in the buffer; MORE or NEVER."""

    @abstractmethod
    def parse(self, frame: bytes) -> Reading | None:
        """What a whole frame means; None when its check is wrong."""

    def feed(self, data: bytes) -> list[Reading | Noise]:
        self._buffer += data
        return self._search(last=False)

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if quiet_s < self.GAP_S or not (self._buffer or self._noise):
            return []
        events = self._search(last=True)
        if self._noise:
            events.append(self._told())
        return events

    def _search(self, last: bool) -> list[Reading | Noise]:
        """Goes through the buffer; last: nothing more will come, so what is not whole is garbage."""
        events: list[Reading | Noise] = []
        buffer, at, end = self._buffer, 0, len(self._buffer)
        measure, meaning = self.size, self._meaning if self.REMEMBERS else self.parse
        find = partial(buffer.find, self.START) if self._plain else partial(self.find, buffer)
        while (found := find(at)) >= 0:
            if found > at:
                self._skip(found - at, events)
                at = found
            size = measure(buffer, at)
            whole = 0 < size <= end - at
            if not whole and size != NEVER and not last:
                break
            reading = meaning(bytes(buffer[at : at + size])) if whole else None
            if reading is None:
                self._why = "checksum" if whole else "half" if size != NEVER and self._why == "garbage" else self._why
                self._skip(1, events)
                at += 1
                continue
            if self._noise:
                events.append(self._told())
            events.append(reading)
            at += size
        else:
            keep = 0 if last else self._beginning(at)
            self._skip(end - keep - at, events)
            at = end - keep
        del buffer[:at]
        return events

    def _meaning(self, frame: bytes) -> Reading | None:
        reading = self._known.get(frame)
        if reading is None:
            reading = self.parse(frame)
            if reading is not None and len(self._known) < self.REMEMBERS:
                self._known[frame] = reading
        return reading

    def _beginning(self, at: int) -> int:
        """How many bytes at the end may be the first of a START."""
        for length in range(min(len(self.START) - 1, len(self._buffer) - at), 0, -1):
            if self._buffer.endswith(self.START[:length]):
                return length
        return 0

    def _skip(self, count: int, events: list[Reading | Noise]) -> None:
        self._noise += count
        while self._noise >= NOISE_TOLD:
            events.append(Noise(self._why, NOISE_TOLD))
            self._noise -= NOISE_TOLD
            self._why = "garbage"

    def _told(self) -> Noise:
        noise, self._noise = Noise(self._why, self._noise), 0
        self._why = "garbage"
        return noise
