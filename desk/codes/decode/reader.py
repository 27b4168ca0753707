"""One call of zxing-cpp, with the settings that were measured: Model 2 only, plain bytes, downscaling never off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import zxingcpp

from desk.codes.decode.model import Gray, Quad, Sighting
from desk.codes.decode.texts import text_of

# `QRCode` alone is an umbrella that also reads Micro QR, whose smallest version has no error correction: phantoms.
MODEL_2: Any = zxingcpp.BarcodeFormat.QRCodeModel2
ORDINARY: Any = zxingcpp.BarcodeFormat.QRCode  # what an ordinary symbol is called once read; Micro QR is told apart
LOCAL = zxingcpp.Binarizer.LocalAverage
GLOBAL = zxingcpp.Binarizer.GlobalHistogram
FIXED = zxingcpp.Binarizer.BoolCast  # for pictures that are black and white already
SMALLEST_PX = 21  # a version 1 symbol at one pixel a module: anything smaller holds no code


@dataclass(frozen=True)
class Read:
    """A code as the reader gave it, in pixels of the picture it was given."""

    text: str
    raw: bytes
    position: Quad


def read(gray: Gray, binarizer: Any = LOCAL) -> list[Read]:
    """Every code that can be read without help. Costs about 1.6 ms at 1280x720."""
    return look(gray, binarizer, sightings=False)[0]


def look(gray: Gray, binarizer: Any = LOCAL, *, sightings: bool = True) -> tuple[list[Read], list[Sighting]]:
    """Codes read and, at no cost, symbols seen whose content could not be corrected."""
    if min(gray.shape[:2]) < SMALLEST_PX:
        return [], []
    reads: list[Read] = []
    seen: list[Sighting] = []
    for code in zxingcpp.read_barcodes(
        np.ascontiguousarray(gray),
        formats=MODEL_2,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
        return_errors=sightings,
    ):
        if code.format != ORDINARY:
            continue
        if code.valid:
            declared = code.symbology_identifier == "]Q2"
            reads.append(Read(text_of(code.bytes, code.text, declared), code.bytes, _quad(code.position)))
        elif (sighting := _sighting(code)) is not None:
            seen.append(sighting)
    return reads, seen


def moved(position: Quad, matrix: Any) -> Quad:
    """A position carried by a 3x3 matrix, to the whole pixel."""
    points = cv2.perspectiveTransform(np.array([position], np.float64), np.asarray(matrix, np.float64))[0]
    a, b, c, d = ((round(float(x)), round(float(y))) for x, y in np.clip(points, -1e6, 1e6))
    return a, b, c, d


def _sighting(code: Any) -> Sighting | None:
    version = str((code.extra or {}).get("Version", ""))
    quad = _quad(code.position)
    if not version.isdecimal() or not 1 <= int(version) <= 40 or len(set(quad)) < 4:
        return None
    return Sighting(quad, 17 + 4 * int(version))


def _quad(position: Any) -> Quad:
    a, b, c, d = (
        (int(p.x), int(p.y))
        for p in (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    )
    return a, b, c, d
