"""Ways of looking at a picture again: each turns grey pixels into others and knows the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.model import Gray
from desk.codes.decode.reader import LOCAL

MOST_PX = 6_000_000  # no enlarging beyond this: time, and codes in so large a picture have pixels enough


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


def sharper(gray: Gray, reach_px: float = 3.0, amount: float = 3.0) -> Gray:
    """Unsharp mask: lens blur, and ink that runs into its surroundings. Far stronger than for the eye."""
    soft = cv2.GaussianBlur(gray, (0, 0), reach_px)
    return np.asarray(cv2.addWeighted(gray, 1 + amount, soft, -amount, 0), np.uint8)


def softer(gray: Gray, reach_px: float) -> Gray:
    """Gaussian blur: sensor noise, moire of screens, dots that must grow together."""
    return np.asarray(cv2.GaussianBlur(gray, (0, 0), reach_px), np.uint8)


def darker(gray: Gray, size_px: int) -> Gray:
    """Darkest of the neighbourhood: lets printed dots and thin ink grow to full modules."""
    return np.asarray(cv2.erode(gray, _disc(size_px)), np.uint8)


def lighter(gray: Gray, size_px: int) -> Gray:
    """Lightest of the neighbourhood: opens modules that bled together."""
    return np.asarray(cv2.dilate(gray, _disc(size_px)), np.uint8)


def opened(gray: Gray, size_px: int) -> Gray:
    """Light specks smaller than this vanish from the ink."""
    return np.asarray(cv2.morphologyEx(gray, cv2.MORPH_OPEN, _disc(size_px)), np.uint8)


def refocused(gray: Gray, reach_px: float, doubt: float = 0.01) -> Gray:
    """Wiener filter against a Gaussian blur of `reach_px`; `doubt` is the noise to signal ratio it reckons with."""
    rows, columns = gray.shape
    high, wide = cv2.getOptimalDFTSize(rows + 32), cv2.getOptimalDFTSize(columns + 32)
    edged = cv2.copyMakeBorder(gray, 16, high - rows - 16, 16, wide - columns - 16, cv2.BORDER_REFLECT)
    wave = cv2.dft(edged.astype(np.float32), flags=cv2.DFT_COMPLEX_OUTPUT)
    down, across = np.fft.fftfreq(high)[:, None], np.fft.fftfreq(wide)[None, :]
    lens = np.exp(-2 * (np.pi * reach_px) ** 2 * (down * down + across * across))
    gain = (lens / (lens * lens + doubt)).astype(np.float32)
    sharp = cv2.dft(wave * gain[:, :, None], flags=cv2.DFT_INVERSE | cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)
    return np.asarray(np.clip(sharp[16 : 16 + rows, 16 : 16 + columns], 0, 255), np.uint8)


def two_toned(gray: Gray, block_px: int) -> Gray:
    """Black and white by the mean of the surroundings."""
    way, kind = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY
    return np.asarray(cv2.adaptiveThreshold(gray, 255, way, kind, block_px | 1, 5), np.uint8)


def scaled(gray: Gray, by: float) -> View:
    """Enlarged for modules under 2 px, reduced for noise; never beyond MOST_PX."""
    if by > 1:
        by = max(1.0, min(by, (MOST_PX / max(gray.size, 1)) ** 0.5))
    way = cv2.INTER_CUBIC if by > 1 else cv2.INTER_AREA
    pixels = np.asarray(cv2.resize(gray, None, fx=by, fy=by, interpolation=way), np.uint8)
    return View(pixels, np.diag([gray.shape[1] / pixels.shape[1], gray.shape[0] / pixels.shape[0], 1.0]))


def scaled_then(gray: Gray, by: float, repair: Callable[[Gray], Gray]) -> View:
    view = scaled(gray, by)
    return View(repair(view.gray), view.back)


def bordered(gray: Gray, width_px: int = 20) -> View:
    """White all round: codes that fill the picture and have no quiet zone."""
    pixels = cv2.copyMakeBorder(gray, *(width_px,) * 4, cv2.BORDER_CONSTANT, value=(255,))
    return View(np.asarray(pixels, np.uint8), np.array([[1, 0, -width_px], [0, 1, -width_px], [0, 0, 1.0]]))


def turned(gray: Gray, degrees: float) -> View:
    """Rotated, with white corners: line scans meet the finder patterns at another angle."""
    rows, columns = gray.shape
    turn = np.vstack([cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1.0), [0, 0, 1]])
    cos, sin = abs(turn[0, 0]), abs(turn[0, 1])
    wide, high = int(rows * sin + columns * cos), int(rows * cos + columns * sin)
    turn[0, 2] += (wide - columns) / 2
    turn[1, 2] += (high - rows) / 2
    pixels = cv2.warpAffine(gray, turn[:2], (wide, high), flags=cv2.INTER_LINEAR, borderValue=(255,))
    return View(np.asarray(pixels, np.uint8), np.linalg.inv(turn))


def _disc(size_px: int) -> Gray:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size_px, size_px)), np.uint8)
