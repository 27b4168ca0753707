"""The eye: newest frame only to the picture lane, codes out of it, and a small grey picture for the scan line."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ui.hardware.frames import Frame, Gray

PREVIEW_FPS = 12
PREVIEW_WIDTH = 320
CALM_FRAMES = 60  # this many frames without movement: look at every CALM_STEPth only
CALM_STEP = 6
BLOCK = 48
MOVED = 5.0  # change of a block's brightness that counts as movement, of 255


class Found(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def raw(self) -> bytes: ...


class Decoder(Protocol):
    """desk.codes.decode.live.LiveDecoder."""

    @property
    def not_reading_since_ms(self) -> int | None: ...
    def feed(self, gray: Gray, at_ms: int) -> Sequence[Found]: ...


@dataclass(frozen=True)
class Glimpse:
    """What the eye made of the latest frames, for the scan line. picture: small grey; stuck_ms: a symbol will not read."""

    picture: Gray
    stuck_ms: int = 0


class Eye:
    """frame() may be called from any thread; `seen(text, raw)` is called on the picture lane, `glimpse` as well."""

    def __init__(
        self,
        run: Callable[[Callable[[], None]], None],
        decoder: Callable[[], Decoder],
        seen: Callable[[str, bytes], None],
        glimpse: Callable[[Glimpse], None],
    ) -> None:
        self._run = run
        self._make = decoder
        self._decoder: Decoder | None = None
        self._seen = seen
        self._glimpse = glimpse
        self._lock = threading.Lock()
        self._next: Frame | None = None
        self.last: Frame | None = None  # for whoever presses the shutter; the one before it is gone
        self._busy = False
        self._calm = _Calm()
        self._shown_ms = 0

    def frame(self, frame: Frame) -> None:
        """Keep only the newest: a slow moment loses frames, never time."""
        with self._lock:
            self._next = self.last = frame
            if self._busy:
                return
            self._busy = True
        self._run(self._work)

    def forget(self) -> None:
        """The source has changed: what was half read belongs to the old one."""
        self.last = None
        self._run(self._reset)

    def _reset(self) -> None:
        self._decoder = None
        self._calm = _Calm()

    def _work(self) -> None:
        with self._lock:
            frame, self._next, self._busy = self._next, None, False
        if frame is None:
            return
        if self._calm.worth(frame.gray):
            self._decode(frame)
        if frame.at_ms - self._shown_ms >= 1000 // PREVIEW_FPS or frame.at_ms < self._shown_ms:
            self._shown_ms = frame.at_ms
            self._glimpse(Glimpse(small(frame.gray), self._stuck(frame.at_ms)))

    def _decode(self, frame: Frame) -> None:
        if self._decoder is None:
            self._decoder = self._make()
        for found in self._decoder.feed(frame.gray, frame.at_ms)[:1]:  # the nearest to the middle is the one held up
            self._seen(found.text, found.raw)

    def _stuck(self, at_ms: int) -> int:
        since = self._decoder.not_reading_since_ms if self._decoder is not None else None
        return 0 if since is None else max(0, at_ms - since)


class _Calm:
    """Nothing moves before the camera most of the day: look less often then, and at once when something does.

    Compared are means of blocks, in which the noise of a dim camera disappears and a phone in a corner does not.
    """

    def __init__(self) -> None:
        self._last: NDArray[np.float32] | None = None
        self._still = 0

    def worth(self, gray: Gray) -> bool:
        now = _blocks(gray)
        last, self._last = self._last, now
        if last is None or last.shape != now.shape or np.abs(now - last).max(initial=0) > MOVED:
            self._still = 0
        else:
            self._still += 1
        return self._still < CALM_FRAMES or self._still % CALM_STEP == 0


def _blocks(gray: Gray) -> NDArray[np.float32]:
    """Mean brightness of blocks of BLOCK x BLOCK pixels, from every fourth pixel each way."""
    few = gray[::4, ::4]
    side = BLOCK // 4
    high, wide = few.shape[0] // side, few.shape[1] // side
    cut = few[: high * side, : wide * side].astype(np.float32)
    means: NDArray[np.float32] = cut.reshape(high, side, wide, side).mean(axis=(1, 3))
    return means


def small(gray: Gray, width: int = PREVIEW_WIDTH) -> Gray:
    """The picture at preview width, cheap: every second line, then an average."""
    import cv2

    if gray.shape[1] <= width:
        return gray
    half = gray[::2, ::2] if gray.shape[1] >= 4 * width else gray
    height = max(1, round(width * half.shape[0] / half.shape[1]))
    return np.ascontiguousarray(cv2.resize(half, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
