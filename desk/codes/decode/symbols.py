"""A symbol that was seen but not read: laid flat, straightened, redrawn from its modules, and read again."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from desk.codes.decode.cells import redrawn
from desk.codes.decode.mesh import rectified, straightened
from desk.codes.decode.model import Gray, Quad, Sighting, centre
from desk.codes.decode.reader import Read, read
from desk.codes.decode.views import sharper

SMALLEST_MODULE_PX = 1.2


def read_symbol(gray: Gray, sighting: Sighting) -> tuple[str, Read] | None:
    """The name of what helped and the code, in place of the sighting; None when nothing did. 3 to 40 ms."""
    if not worth_it(gray, sighting):
        return None
    for name, flat in _flats(gray, sighting):
        reads = read(flat)
        if reads:
            return name, Read(reads[0].text, reads[0].raw, sighting.position)
    return None


def same_place(one: Quad, other: Quad) -> bool:
    """Whether two outlines mean the same symbol: much the same middle and size. A code may stand inside another."""
    (x, y), (u, v) = centre(one), centre(other)
    wide, broad = max(_diagonal(one), 1.0), max(_diagonal(other), 1.0)
    return abs(x - u) <= broad / 5 and abs(y - v) <= broad / 5 and 0.6 < wide / broad < 1.6


def near(one: Quad, other: Quad) -> bool:
    """Whether two outlines may be one symbol that was moved a little: within its width, and of like size."""
    (x, y), (u, v) = centre(one), centre(other)
    wide, broad = max(_diagonal(one), 1.0), max(_diagonal(other), 1.0)
    return float(np.hypot(x - u, y - v)) <= broad and 0.5 < wide / broad < 2


def _diagonal(quad: Quad) -> float:
    return float(np.hypot(quad[0][0] - quad[2][0], quad[0][1] - quad[2][1]))


def worth_it(gray: Gray, sighting: Sighting) -> bool:
    """Whether a sighting lies in the picture and has pixels enough to be read at all."""
    rows, columns = gray.shape
    xs, ys = zip(*sighting.position, strict=True)
    side = max(max(xs) - min(xs), max(ys) - min(ys))
    x, y = centre(sighting.position)
    return (
        0 <= x < columns
        and 0 <= y < rows
        and side >= SMALLEST_MODULE_PX * sighting.modules
        and side < 4 * max(rows, columns)
    )


def _flats(gray: Gray, sighting: Sighting) -> Iterator[tuple[str, Gray]]:
    mesh = straightened(gray, sighting.position, sighting.modules)
    yield "mesh", mesh.gray
    for clean in redrawn(mesh):
        yield "mesh", clean
    flat, _ = rectified(gray, sighting.position, sighting.modules)
    for clean in redrawn(flat):
        yield "flat", clean
    yield "flat", sharper(flat.gray, flat.pitch * 0.6, 2)
