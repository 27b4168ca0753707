"""Pictures from files, as grey pixels: wrong, cut off or enormous files are refused instead of eating the memory."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from desk.codes.decode.model import Gray
from desk.codes.decode.sizes import picture_size
from desk.core.errors import Refused

BIG_PX = 40_000_000  # larger pictures are read reduced: a code in them is still far larger than needed
BOMB_PX = 120_000_000  # what no camera makes and no memory here should hold
BOMB_JPEG_PX = 400_000_000  # JPEG is reduced while it is unpacked: even the 200 megapixels of a telephone are no burden
LARGEST_FILE = 256 * 1024 * 1024
_REDUCED = ((2, cv2.IMREAD_REDUCED_GRAYSCALE_2), (4, cv2.IMREAD_REDUCED_GRAYSCALE_4))


def read_gray(path: Path | str) -> Gray:
    """The picture as grey pixels, reduced when over 40 megapixels.

    Raises Refused picture.unreadable (missing, not a picture, damaged beyond reading) and picture.too_big
    (`megapixels` or `megabytes` as facts).
    """
    data = _bytes(Path(path))
    size = picture_size(data)
    if size is None:  # a format whose size we cannot check beforehand is not opened at all
        raise Refused("picture.unreadable")
    try:
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), _flag(*size, jpeg=data[:2] == b"\xff\xd8"))
    except cv2.error as error:
        raise Refused("picture.unreadable") from error
    if pixels is None or not pixels.size:
        raise Refused("picture.unreadable")
    return _within(np.asarray(pixels, np.uint8))


def _bytes(path: Path) -> bytes:
    """Read by ourselves: OpenCV's own file access knows no Unicode paths on Windows."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Refused("picture.too_big", megabytes=size // 1_000_000)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise Refused("picture.unreadable") from error
    if not data:
        raise Refused("picture.unreadable")
    return data


def _flag(width: int, height: int, *, jpeg: bool) -> int:
    pixels = width * height
    if pixels > (BOMB_JPEG_PX if jpeg else BOMB_PX):
        raise Refused("picture.too_big", megapixels=pixels // 1_000_000)
    if pixels <= BIG_PX:
        return cv2.IMREAD_GRAYSCALE
    return next((flag for by, flag in _REDUCED if pixels // (by * by) <= BIG_PX), cv2.IMREAD_REDUCED_GRAYSCALE_8)


def _within(gray: Gray) -> Gray:
    """Formats that cannot be reduced while reading are reduced now."""
    pixels = gray.shape[0] * gray.shape[1]
    if pixels <= BIG_PX:
        return gray
    by = (BIG_PX / pixels) ** 0.5
    return np.asarray(cv2.resize(gray, None, fx=by, fy=by, interpolation=cv2.INTER_AREA), np.uint8)
