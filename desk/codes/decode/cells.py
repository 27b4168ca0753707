"""A flat symbol reduced to its modules and drawn anew, clean, for the reader."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from desk.codes.decode.mesh import MARGIN, Sheet
from desk.codes.decode.model import Bits, Floats, Gray

PITCH = 4
QUIET = 4


def redrawn(sheet: Sheet) -> Iterator[Gray]:
    """Clean drawings of the symbol, one for each idea of where black ends and white begins."""
    shades = _shades(sheet)
    inner = slice(MARGIN, MARGIN + sheet.modules)
    for limit in _limits(shades):
        bits = (shades < limit)[inner, inner]
        yield _drawn(_stamped(bits))


def votes(sheet: Sheet) -> Floats:
    """What each module looks like, 1 dark .. -1 light, near 0 where glare or darkness leave no contrast."""
    shades = _shades(sheet)
    around = np.ones((7, 7), np.uint8)
    low, high = cv2.erode(shades, around), cv2.dilate(shades, around)
    middle, reach = (cv2.blur(plane, (5, 5)) for plane in ((low + high) / 2, (high - low) / 2))
    floor = max(0.3 * float(np.percentile(reach, 90)), 2.0)
    inner = slice(MARGIN, MARGIN + sheet.modules)
    return np.asarray(np.clip((middle - shades) / np.maximum(reach, floor), -1, 1)[inner, inner])


def elected(tally: Floats) -> Gray:
    """The clean drawing of summed votes."""
    return _drawn(_stamped(tally > 0))


def _shades(sheet: Sheet) -> Floats:
    """One grey value for each module, its middle weighing most."""
    soft = cv2.GaussianBlur(sheet.gray.astype(np.float32), (0, 0), 0.22 * sheet.pitch)
    half = sheet.pitch // 2
    if sheet.pitch % 2:
        return np.asarray(soft[half :: sheet.pitch, half :: sheet.pitch])
    return np.asarray(cv2.blur(soft, (2, 2))[half :: sheet.pitch, half :: sheet.pitch])


def _limits(shades: Floats) -> Iterator[Floats]:
    around = np.ones((7, 7), np.uint8)
    yield cv2.blur((cv2.erode(shades, around) + cv2.dilate(shades, around)) / 2, (5, 5))
    yield cv2.blur(shades, (9, 9))
    low, high = np.percentile(shades, (10, 90))
    yield np.full_like(shades, (low + high) / 2)


def _stamped(bits: Bits) -> Bits:
    """What the standard prescribes is drawn as prescribed (ISO/IEC 18004 6.3): finders and timing, never the data."""
    bits = bits.copy()
    ring = np.zeros((7, 7), bool)
    ring[[0, -1], :] = ring[:, [0, -1]] = ring[2:5, 2:5] = True
    bits[:8, :8] = bits[:8, -8:] = bits[-8:, :8] = False
    bits[:7, :7] = bits[:7, -7:] = bits[-7:, :7] = ring
    beat = np.arange(8, bits.shape[0] - 8) % 2 == 0
    bits[6, 8:-8] = bits[8:-8, 6] = beat
    return bits


def _drawn(bits: Bits) -> Gray:
    cells = np.where(np.pad(bits, QUIET), 0, 255).astype(np.uint8)
    return np.kron(cells, np.ones((PITCH, PITCH), np.uint8))
