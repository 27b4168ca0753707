"""QR matrices: sizes, and rectangles that cover exactly the dark modules."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.codes import payload, token
from desk.codes.matrix import Level, Matrix, matrix, merge
from desk.codes.rules import Kind

ID = payload.id_text(b"k" * 32, Kind.INDOOR, "ABCDEFGHJKL")
PASS = token.sign(bytes(32), "ab" * 8, 0, 60_000, 1)


@pytest.mark.parametrize(
    ("text", "level", "size"),
    [
        (ID, Level.Q, 21),
        (ID, Level.M, 21),
        (PASS, Level.M, 41),
        (PASS, Level.Q, 49),
        ("https://a.example/c?" + ID, Level.Q, 33),
    ],
)
def test_sizes(text: str, level: Level, size: int) -> None:
    assert matrix(text, level).size == size


@given(st.lists(st.lists(st.booleans(), min_size=9, max_size=9), min_size=1, max_size=9))
def test_rectangles_cover_each_dark_module_once(rows: list[list[bool]]) -> None:
    covered: list[tuple[int, int]] = []
    for x, y, width, height in merge(tuple(tuple(row) for row in rows)):
        covered += [(x + dx, y + dy) for dx in range(width) for dy in range(height)]
    assert sorted(covered) == sorted((x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)


def pixels(code: Matrix) -> "object":
    import numpy as np

    image = np.full((code.size + 8, code.size + 8), 255, np.uint8)
    for x, y, width, height in code.rects:
        image[y + 4 : y + 4 + height, x + 4 : x + 4 + width] = 0
    return np.ascontiguousarray(np.kron(image, np.ones((4, 4), np.uint8)))


@given(st.text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789 $%*+-./:", min_size=1, max_size=150), st.sampled_from(Level))
@settings(max_examples=25, deadline=None)
def test_read_back(text: str, level: Level) -> None:
    found = zxingcpp.read_barcodes(pixels(matrix(text, level)), formats=zxingcpp.BarcodeFormat.QRCodeModel2)
    assert [one.text for one in found] == [text]


def test_too_long() -> None:
    with pytest.raises(ValueError):
        matrix("A" * 5_000)
