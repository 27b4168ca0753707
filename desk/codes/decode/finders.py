"""Finds the three corner squares of a code by their nested outlines, where the reader's line scan sees none.

A finder pattern is a dark ring round a light ring round a dark square: three outlines, one in the other, round one middle.
That survives bending, skew and rotation, and tells the perspective with twelve corners instead of three middles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

import cv2
import numpy as np

from desk.codes.decode.model import Floats, Gray, Quad, Sighting
from desk.codes.decode.reader import SMALLEST_PX

MOST_FINDERS = 9  # the largest ones: more is wallpaper
MOST_SYMBOLS = 4
CORNERS = np.array([[0, 0], [7, 0], [7, 7], [0, 7]], np.float32)


@dataclass(frozen=True)
class Finder:
    """The outer outline of one pattern: four corners in turning order, in pixels."""

    corners: Floats
    middle: Floats
    size: float  # length of a side


def symbols(gray: Gray) -> list[Sighting]:
    """Likely symbols, the most regular first."""
    ranked: list[tuple[float, Sighting]] = []
    for trio in combinations(finders(gray), 3):
        ranked.extend(_symbols_of(trio))
    ranked.sort(key=lambda pair: pair[0])
    return [sighting for _, sighting in ranked[:MOST_SYMBOLS]]


def finders(gray: Gray) -> list[Finder]:
    """The largest patterns in the picture, black and white told apart by the surroundings."""
    if min(gray.shape) < SMALLEST_PX:
        return []
    block = max(15, min(gray.shape) // 12) | 1
    bits = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 4)
    outlines, tree = cv2.findContours(bits, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return []
    following, child = tree[0][:, 0], tree[0][:, 2]
    # Alone in their parents: true of finder patterns, and it leaves the thousand specks of noise out early.
    only = (child >= 0) & (following[child] < 0)
    inner = np.where(only & only[child], child[child], -1)
    found = [
        finder
        for outer in np.nonzero(inner >= 0)[0].tolist()
        if (finder := _finder(outlines[outer], outlines[child[outer]], outlines[inner[outer]])) is not None
    ]
    return sorted(found, key=lambda one: -one.size)[:MOST_FINDERS]


def _finder(outer: Floats, hole: Floats, inner: Floats) -> Finder | None:
    """Areas of the three squares stand as 49 : 25 : 9; ink that ran or faded moves them a good deal."""
    areas = [cv2.contourArea(outline) for outline in (outer, hole, inner)]
    if areas[0] < 40 or not 0.25 < areas[1] / areas[0] < 0.85 or not 0.1 < areas[2] / max(areas[1], 1) < 0.75:
        return None
    middles = [outline.reshape(-1, 2).mean(0) for outline in (outer, inner)]
    side = float(np.sqrt(areas[0]))
    if np.hypot(*(middles[0] - middles[1])) > side / 4:
        return None
    corners = _corners(outer)
    if corners is None or areas[0] < 0.75 * cv2.contourArea(corners):
        return None
    return Finder(corners, corners.mean(0), side)


def _corners(outline: Floats) -> Floats | None:
    hull = cv2.convexHull(outline)
    around = cv2.arcLength(hull, True)
    for share in (0.04, 0.06, 0.08, 0.1):
        corners = cv2.approxPolyDP(hull, share * around, True)
        if len(corners) == 4:
            return np.asarray(corners.reshape(4, 2), np.float32)
    box = cv2.boxPoints(cv2.minAreaRect(hull))
    return np.asarray(box, np.float32)


def _symbols_of(trio: tuple[Finder, ...]) -> Iterator[tuple[float, Sighting]]:
    sizes = [one.size for one in trio]
    if max(sizes) > 2.2 * min(sizes):
        return
    for one, right, below in permutations(trio):
        across, down = right.middle - one.middle, below.middle - one.middle
        turn = across[0] * down[1] - across[1] * down[0]
        wide, high = float(np.hypot(*across)), float(np.hypot(*down))
        if turn <= 0.5 * wide * high or not 0.45 < wide / high < 2.2 or min(wide, high) < 1.6 * min(sizes):
            continue
        yield from _fitted(one, right, below)


def _fitted(one: Finder, right: Finder, below: Finder) -> Iterator[tuple[float, Sighting]]:
    """Sizes (17 + 4 x version) whose plane goes best through all twelve corners."""
    across, down = right.middle - one.middle, below.middle - one.middle
    seen = np.concatenate([ordered(finder, across, down) for finder in (one, right, below)])
    span = (np.hypot(*across) + np.hypot(*down)) / 2
    guess = span / (sum(finder.size for finder in (one, right, below)) / 21) + 7
    version = round((guess - 17) / 4)
    fits = []
    for number in range(max(1, version - 2), min(40, version + 2) + 1):
        modules = 17 + 4 * number
        far = modules - 7
        model = np.concatenate([CORNERS, CORNERS + np.array([far, 0]), CORNERS + np.array([0, far])]).astype(np.float32)
        plane: Any = cv2.findHomography(model, seen, 0)[0]
        if plane is None:
            continue
        back = cv2.perspectiveTransform(model[None], plane)[0]
        miss = float(np.sqrt(((back - seen) ** 2).sum(1).mean())) / one.size
        edge = cv2.perspectiveTransform(CORNERS[None] * (modules / 7), plane)[0]
        if miss < 0.25 and cv2.isContourConvex(np.rint(edge).astype(np.int32)):
            fits.append((miss, Sighting(whole_quad(edge), modules)))
    yield from sorted(fits, key=lambda pair: pair[0])[:2]


def ordered(finder: Finder, across: Floats, down: Floats) -> Floats:
    """Corners as top left, top right, bottom right, bottom left of the symbol the finder belongs to."""
    frame = np.linalg.inv(np.stack([across, down], 1))
    own = (finder.corners - finder.middle) @ frame.T
    picked = [int(np.argmax(own @ way)) for way in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return np.asarray(finder.corners[picked], np.float32)


def whole_quad(edge: Floats) -> Quad:
    """Four points to the whole pixel."""
    a, b, c, d = ((round(float(x)), round(float(y))) for x, y in edge)
    return a, b, c, d
