"""Frames that say several things at once, or nothing yet."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from drivers.api import Noise, Reading
from drivers.framing import FrameDecoder

TAKEN = Reading("taken")


class SeveralDecoder(FrameDecoder):
    """A FrameDecoder whose frames are no, one or many readings."""

    def __init__(self) -> None:
        super().__init__()
        self._said: list[Sequence[Reading | Noise]] = []

    @abstractmethod
    def parse_all(self, frame: bytes) -> Sequence[Reading | Noise] | None:
        """What a whole frame means; None when its check is wrong."""

    def parse(self, frame: bytes) -> Reading | None:
        said = self.parse_all(frame)
        if said is None:
            return None
        self._said.append(said)
        return TAKEN

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return self._spread(super().feed(data))

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return self._spread(super().idle(quiet_s))

    def _spread(self, events: Iterable[Reading | Noise]) -> list[Reading | Noise]:
        if not self._said:
            return list(events)
        told: list[Reading | Noise] = []
        said = iter(self._said)
        for event in events:
            if event is TAKEN:
                told += next(said)
            else:
                told.append(event)
        self._said.clear()
        return told
