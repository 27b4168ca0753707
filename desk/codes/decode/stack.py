"""The last frames laid over each other: what moved or flickered fades, what stands still stays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import reduce
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.model import Floats, Gray

DEPTH = 4
REDUCED = 4  # frames are lined up on copies reduced by this, where noise has faded already
FURTHEST = 0.1  # of the width: a larger move between frames is a wrong match or motion blur
SUREST = 0.2  # response of the phase correlation: frames of one scene give 0.23 to 0.87, chance under 0.15
STIR = 2.5  # grey values by which the mean of a block changes when something moves


class Stack:
    """Keeps the last DEPTH frames of a size."""

    def __init__(self) -> None:
        self._frames: deque[tuple[Gray, Floats]] = deque(maxlen=DEPTH)

    def clear(self) -> None:
        self._frames.clear()

    def add(self, gray: Gray) -> bool:
        """Whether anything moved since the frame before. 0.4 ms at 1280x720.

        The frame is kept as it is and must not be changed afterwards.
        """
        if self._frames and self._frames[-1][0].shape != gray.shape:
            self._frames.clear()
        size = (max(gray.shape[1] // REDUCED, 8), max(gray.shape[0] // REDUCED, 8))
        small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        moved = not self._frames or _moves(small, self._frames[-1][1])
        self._frames.append((gray, small))
        return moved

    def mean(self) -> Gray | None:
        """Against noise: the newest frame averaged with those before it that match; None when none does."""
        frames = self._aligned()
        if len(frames) < 2:
            return None
        total = frames[0].astype(np.float32)
        for frame in frames[1:]:
            cv2.accumulate(frame, total)
        return np.asarray(cv2.convertScaleAbs(total, alpha=1 / len(frames)), np.uint8)

    def darkest(self) -> Gray | None:
        """Against glare that wanders: what each place shows when no light is mirrored in it."""
        return self._folded(cv2.min)

    def brightest(self) -> Gray | None:
        """Against the dark bands of flickering lamps and screens."""
        return self._folded(cv2.max)

    def _folded(self, join: Callable[[Gray, Gray], Any]) -> Gray | None:
        frames = self._aligned()
        return None if len(frames) < 2 else np.asarray(reduce(join, frames), np.uint8)

    def _aligned(self) -> list[Gray]:
        """The newest frame, then those that match it, moved onto it."""
        if not self._frames:
            return []
        newest, small = self._frames[-1]
        aligned = [newest]
        window = cv2.createHanningWindow((small.shape[1], small.shape[0]), cv2.CV_32F)
        for gray, other in list(self._frames)[:-1]:
            # Copies, because the window is laid over the arguments themselves.
            (right, down), sure = cv2.phaseCorrelate(other.copy(), small.copy(), window)
            if sure >= SUREST and np.hypot(right, down) <= FURTHEST * small.shape[1]:
                by = gray.shape[1] / small.shape[1], gray.shape[0] / small.shape[0]
                aligned.append(_moved(gray, right * by[0], down * by[1]))
        return aligned


def _moves(one: Floats, other: Floats) -> bool:
    """By blocks of a sixteenth of the width: a hand in a corner counts, the noise of the sensor does not."""
    change = cv2.resize(one - other, (16, 9), interpolation=cv2.INTER_AREA)
    return bool(np.abs(change).max() > STIR)


def _moved(gray: Gray, right_px: float, down_px: float) -> Gray:
    if abs(right_px) < 0.1 and abs(down_px) < 0.1:
        return gray
    way = np.array([[1, 0, right_px], [0, 1, down_px]], np.float32)
    size = (gray.shape[1], gray.shape[0])
    return np.asarray(cv2.warpAffine(gray, way, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
