"""Symbols of which one corner square is torn off, stained or burnt out: guessed from the two that are left.

Each pair of squares leaves a handful of places where the third could be. All are tried: straightening corrects what the
guess misses, and a wrong guess does not survive error correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import cv2
import numpy as np

from desk.codes.decode.finders import CORNERS, Finder, finders, ordered, whole_quad
from desk.codes.decode.model import Floats, Gray, Sighting

MOST_PAIRS = 3
ALONG_DEG = 20.0  # how far the line between two squares may turn from their edges, or from their diagonals


def half_hidden(gray: Gray) -> list[Sighting]:
    """Every place a symbol could have, for the pairs of squares that are most alike."""
    pairs = [pair for pair in combinations(finders(gray), 2) if _alike(*pair)]
    pairs.sort(key=lambda pair: abs(np.log(pair[0].size / pair[1].size)))
    return [sighting for pair in pairs[:MOST_PAIRS] for sighting in _guesses(*pair)]


def _alike(one: Finder, other: Finder) -> bool:
    apart = float(np.hypot(*(one.middle - other.middle)))
    return max(one.size, other.size) < 1.4 * min(one.size, other.size) and apart > 1.6 * max(one.size, other.size)


def _guesses(one: Finder, other: Finder) -> Iterator[Sighting]:
    way = other.middle - one.middle
    turn = _turn(one, way)
    side = np.array([-way[1], way[0]])  # a quarter turn from across to down
    if turn < ALONG_DEG:
        for first, second, along, aside in ((one, other, way, side), (other, one, -way, -side)):
            yield from _symbols(first, second, along, aside, (1, 0))  # top left, top right
            yield from _symbols(first, second, -aside, along, (0, 1))  # top left, bottom left
    elif turn > 45 - ALONG_DEG:
        for first, second, along, aside in ((one, other, way, side), (other, one, -way, -side)):
            # from top right to bottom left: down minus across
            yield from _symbols(first, second, (-along - aside) / 2, (along - aside) / 2, (-1, 1))


def _turn(one: Finder, way: Floats) -> float:
    """Degrees (0..45) between a direction and the nearest edge of a square."""
    edge = one.corners[1] - one.corners[0]
    angle = np.degrees(np.arctan2(way[1], way[0]) - np.arctan2(edge[1], edge[0])) % 90
    return float(min(angle, 90 - angle))


def _symbols(one: Finder, other: Finder, across: Floats, down: Floats, step: tuple[int, int]) -> Iterator[Sighting]:
    """Symbols of the likely sizes. `step`: from the first square to the second, in widths of the symbol."""
    seen = np.concatenate([ordered(one, across, down), ordered(other, across, down)])
    span = float(np.hypot(*(other.middle - one.middle))) / float(np.hypot(*step))
    version = round((span / ((one.size + other.size) / 14) + 7 - 17) / 4)
    for number in (version, version + 1, version - 1):
        if not 1 <= number <= 40:
            continue
        modules = 17 + 4 * number
        far = modules - 7
        start = np.array([far if step[0] < 0 else 0, 0])
        model = np.concatenate([CORNERS + start, CORNERS + start + far * np.array(step)])
        plane, _ = cv2.estimateAffine2D(model.astype(np.float32), seen.astype(np.float32), method=cv2.LMEDS)
        edge = np.hstack([CORNERS * (modules / 7), np.ones((4, 1))]) @ plane.T
        yield Sighting(whole_quad(edge), modules)
