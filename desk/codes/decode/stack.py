"""The last frames laid over each other: noise fades, what stands still stays."""

from __future__ import annotations

from collections import deque

import cv2
import numpy as np

from desk.codes.decode.model import Floats, Gray

DEPTH = 5
REDUCED = 4  # frames are lined up on copies reduced by this, where noise has faded already
FURTHEST = 0.1  # of the width: a larger move between frames is a wrong match or motion blur
SUREST = 0.05  # response of the phase correlation below which frames have nothing in common


class Stack:
    """Keeps the last DEPTH frames of a size."""

    def __init__(self) -> None:
        self._frames: deque[tuple[Gray, Floats]] = deque(maxlen=DEPTH)

    def clear(self) -> None:
        self._frames.clear()

    def add(self, gray: Gray) -> None:
        """0.3 ms at 1280x720. The frame is kept as it is and must not be changed afterwards."""
        if self._frames and self._frames[-1][0].shape != gray.shape:
            self._frames.clear()
        size = (max(gray.shape[1] // REDUCED, 8), max(gray.shape[0] // REDUCED, 8))
        small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
        self._frames.append((gray, small.astype(np.float32)))

    def mean(self) -> Gray | None:
        """The newest frame averaged with those before it that match it, moved onto it; None when none does."""
        if len(self._frames) < 2:
            return None
        newest, small = self._frames[-1]
        window = cv2.createHanningWindow((small.shape[1], small.shape[0]), cv2.CV_32F)
        total = newest.astype(np.float32)
        count = 1
        for gray, other in list(self._frames)[:-1]:
            (right, down), sure = cv2.phaseCorrelate(other, small, window)
            if sure < SUREST or np.hypot(right, down) > FURTHEST * small.shape[1]:
                continue
            total += _moved(gray, right * gray.shape[1] / small.shape[1], down * gray.shape[0] / small.shape[0])
            count += 1
        return None if count == 1 else np.asarray(total / count, np.uint8)


def _moved(gray: Gray, right_px: float, down_px: float) -> Gray:
    if abs(right_px) < 0.1 and abs(down_px) < 0.1:
        return gray
    way = np.array([[1, 0, right_px], [0, 1, down_px]], np.float32)
    size = (gray.shape[1], gray.shape[0])
    return np.asarray(cv2.warpAffine(gray, way, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
