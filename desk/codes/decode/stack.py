"""The last frames laid over each other: what moved or flickered fades, what stands still stays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.model import Floats, Gray

DEPTH = 8  # kept
FEW = 5  # averaged: with more, the turning of the hand blurs what the noise no longer hides
REDUCED = 4  # frames are lined up on copies reduced by this, where noise has faded already
FURTHEST = 0.1  # of the width: a larger move between frames is a wrong match or motion blur
SUREST = 0.2  # response of the phase correlation: frames of one scene give 0.23 to 0.87, chance under 0.15
STIR = 2.5  # grey values by which the mean of a block changes when something moves


@dataclass
class _Frame:
    gray: Gray
    small: Floats
    # By how many pixels the scene moved until the next frame; None when it is another scene, unknown until asked.
    onward: tuple[float, float] | None = None
    asked: bool = False


class Stack:
    """Keeps the last DEPTH frames of a size."""

    def __init__(self) -> None:
        self._frames: deque[_Frame] = deque(maxlen=DEPTH)

    def clear(self) -> None:
        self._frames.clear()

    def add(self, gray: Gray) -> bool:
        """Whether anything moved since the frame before. 0.4 ms at 1280x720.

        The frame is kept as it is and must not be changed afterwards.
        """
        if self._frames and self._frames[-1].gray.shape != gray.shape:
            self._frames.clear()
        size = (max(gray.shape[1] // REDUCED, 8), max(gray.shape[0] // REDUCED, 8))
        small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        moved = not self._frames or _moves(small, self._frames[-1].small)
        self._frames.append(_Frame(gray, small))
        return moved

    def mean(self) -> Gray | None:
        """Against noise: the newest frame averaged with those before it that match; None when none does."""
        frames = self._aligned(FEW)
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
        frames = self._aligned(DEPTH)
        return None if len(frames) < 2 else np.asarray(reduce(join, frames), np.uint8)

    def _aligned(self, most: int) -> list[Gray]:
        """The newest frame, then those before it, moved onto it, back to where the scene was another."""
        frames = list(self._frames)[-most:]
        aligned = [frame.gray for frame in frames[-1:]]
        right = down = 0.0
        for before, after in zip(frames[-2::-1], frames[:0:-1], strict=True):
            if not before.asked:
                before.onward, before.asked = _shift(before, after), True
            if before.onward is None:
                break
            right, down = right + before.onward[0], down + before.onward[1]
            aligned.append(_moved(before.gray, right, down))
        return aligned


def _shift(before: _Frame, after: _Frame) -> tuple[float, float] | None:
    """Phase correlation of the reduced frames, 1 ms; copies, because the window is laid over the arguments themselves."""
    wide, high = before.small.shape[1], before.small.shape[0]
    window = cv2.createHanningWindow((wide, high), cv2.CV_32F)
    (right, down), sure = cv2.phaseCorrelate(before.small.copy(), after.small.copy(), window)
    if sure < SUREST or np.hypot(right, down) > FURTHEST * wide:
        return None
    return right * before.gray.shape[1] / wide, down * before.gray.shape[0] / high


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
