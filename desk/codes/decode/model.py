"""What decoding hands out: codes that were read, and symbols that were seen but not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Gray = NDArray[Any]  # uint8, rows x columns, 0 black .. 255 white (OpenCV's own types know no more than "numbers")
Floats = NDArray[Any]
Bits = NDArray[Any]  # bool, rows x columns, True where a module is dark
Point = tuple[int, int]  # x, y in pixels of the picture given
Quad = tuple[Point, Point, Point, Point]  # top left, top right, bottom right, bottom left as the code itself stands


@dataclass(frozen=True)
class Found:
    """A code that was read. `step` names the repair that made it readable ("raw": none was needed).

    `raw` holds the bytes exactly as they stand in the symbol, `text` their most plausible reading;
    `ms` is the time from the beginning of the call until this code was read.
    """

    text: str
    raw: bytes
    format: str
    position: Quad
    step: str
    ms: float


@dataclass(frozen=True)
class Sighting:
    """A symbol that is certainly there and could not be read; `modules` a side, as its version says."""

    position: Quad
    modules: int


def centre(position: Quad) -> tuple[float, float]:
    return sum(x for x, _ in position) / 4, sum(y for _, y in position) / 4


def nearest_first(found: list[Found], width: int, height: int) -> list[Found]:
    """Sorted by the distance to the middle of the picture: what a person holds up is held there."""

    def off(one: Found) -> float:
        x, y = centre(one.position)
        return (x - width / 2) ** 2 + (y - height / 2) ** 2

    return sorted(found, key=off)
