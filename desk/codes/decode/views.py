"""Ways of looking at a picture again: each turns grey pixels into others and knows the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.model import Gray
from desk.codes.decode.reader import LOCAL


@dataclass(frozen=True)
class View:
    """Pixels to read, and the 3x3 matrix that carries a point of them back into the picture."""

    gray: Gray
    back: Any = field(default_factory=lambda: np.eye(3))
    binarizer: Any = LOCAL


Look = Callable[[Gray], View]


def clahe(gray: Gray, clip: float = 3.0, tiles: int = 8) -> Gray:
    """Contrast limited adaptive histogram equalisation: dark, washed-out and shadowed codes."""
    return np.asarray(cv2.createCLAHE(clip, (tiles, tiles)).apply(gray), np.uint8)


def scaled(gray: Gray, by: float) -> View:
    """Enlarged for modules under 2 px, reduced for blurred, noisy or dotted ones."""
    way = cv2.INTER_CUBIC if by > 1 else cv2.INTER_AREA
    pixels = np.asarray(cv2.resize(gray, None, fx=by, fy=by, interpolation=way), np.uint8)
    return View(pixels, np.diag([gray.shape[1] / pixels.shape[1], gray.shape[0] / pixels.shape[0], 1.0]))
