"""What `bench decode` is measured on: pictures with what is known of them, their text or where their codes stand.

BoofCV's set of QR codes (qrcodes/detection/KIND/imageNNN.jpg, 16 kinds) publishes no texts but corners, in imageNNN.txt: lines
with # are remarks; after a line SETS every line is one code, `x1 y1 x2 y2 x3 y3 x4 y4`; without SETS the file is one code
with a point a line. Its other half, qrcodes/decoding, holds the text itself in NAME.txt. A picture without its file is not
part of the set. (The layout is that of ValidationBoof's own evaluation of it.)
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from desk.codes.decode.model import Gray, Point, Quad, centre
from desk.codes.decode.picture import read_gray
from desk.codes.decode.reader import Read
from desk.codes.decode.views import scaled
from desk.core.errors import Refused

HD_PX = 1280 * 720
PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"}
SETS = "SETS"
TEXTS = "decoding"  # the folder of BoofCV's whose .txt files are texts


@dataclass(frozen=True)
class Case:
    """A picture, in memory or by its path, with what is known of it: its text, or where its codes stand."""

    kind: str
    path: Path | str
    gray: Gray | None = None
    text: str = ""
    places: tuple[Quad, ...] = ()

    def pixels(self) -> Gray:
        if self.gray is not None:
            return self.gray
        return _as_stored(Path(self.path)) if self.places else read_gray(self.path)


def cases(folder: Path) -> Iterator[Case]:
    """Those of truth.csv (file,text); else every picture, by its folder as kind, with its label where the folder has any."""
    truth = folder / "truth.csv"
    if truth.is_file():
        with truth.open(encoding="utf-8-sig", newline="") as lines:
            for line in csv.DictReader(lines):
                yield Case("all", folder / line["file"], text=line["text"])
        return
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PICTURES)
    labelled = {path.parent for path in found if path.with_suffix(".txt").is_file()}
    for path in found:
        label = path.with_suffix(".txt")
        if label.is_file():
            yield _labelled(path, label.read_text("utf-8-sig", "replace"))
        elif path.parent not in labelled:
            yield Case(path.parent.name, path)


def _labelled(path: Path, label: str) -> Case:
    kind = path.parent.name
    if kind == TEXTS:
        return Case(kind, path, text=label)
    return Case(kind, path, places=places(label.splitlines()))


def places(lines: Iterable[str]) -> tuple[Quad, ...]:
    """The codes of a label file. Lines that are no four points after SETS, and numbers left over without it, name none."""
    rows = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if SETS in rows:
        sets = [_points(row) for row in rows if row != SETS]
    else:
        sets = [[point for row in rows for point in _points(row)]]
    return tuple((a, b, c, d) for points in sets if len(points) == 4 for a, b, c, d in [points])


def _points(row: str) -> list[Point]:
    try:
        numbers = [round(float(word)) for word in row.split()]
    except ValueError:
        return []
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _as_stored(path: Path) -> Gray:
    """The pixels as they stand in the file: corners were marked on them, however the camera was held (EXIF)."""
    try:
        data = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise Refused("picture.unreadable") from error
    pixels = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION) if data.size else None
    if pixels is None:
        raise Refused("picture.unreadable")
    return np.asarray(pixels, np.uint8)


def matched(reads: list[Read], known: tuple[Quad, ...]) -> int:
    """Labelled codes with a read whose middle lies in them; each read counts for one of them."""
    free = [centre(one.position) for one in reads]
    count = 0
    for place in known:
        outline = np.array(place, np.float32)
        inside = next((middle for middle in free if cv2.pointPolygonTest(outline, middle, False) >= 0), None)
        if inside is not None:
            free.remove(inside)
            count += 1
    return count


def shrunk(gray: Gray, known: tuple[Quad, ...]) -> tuple[Gray, tuple[Quad, ...]]:
    """A picture and its labels reduced to the pixels of a 1280x720 camera; smaller ones stay."""
    if gray.size <= HD_PX:
        return gray, known
    view = scaled(gray, (HD_PX / gray.size) ** 0.5)
    across, down = 1 / view.back[0, 0], 1 / view.back[1, 1]

    def moved(quad: Quad) -> Quad:
        a, b, c, d = ((round(x * across), round(y * down)) for x, y in quad)
        return a, b, c, d

    return view.gray, tuple(moved(quad) for quad in known)
