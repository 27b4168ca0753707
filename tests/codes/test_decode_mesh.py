"""Bent symbols laid flat, found by their corner squares, and reduced to modules."""

import cv2
import numpy as np
import pytest

from desk.codes.decode.cells import elected, redrawn, votes
from desk.codes.decode.finders import symbols
from desk.codes.decode.mesh import rectified, straightened
from desk.codes.decode.model import Quad
from desk.codes.decode.reader import look, read
from desk.codes.decode.symbols import near, same_place
from desk.codes.decode.trial import Bits, flat, matrix

TEXT = "THE PAPER IS CRUMPLED BUT THE CODE IS NOT"
PITCH = 8


def waved(bits: Bits, height: float) -> tuple[np.ndarray, Quad]:
    """A sheet with waves of so many modules, and where the corners of its symbol still are."""
    gray = flat(bits, PITCH, dark=40, light=220)
    side = gray.shape[0]
    x, y = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
    inside = np.sin(np.pi * x / side) * np.sin(np.pi * y / side)  # still at the edges
    wave = (height * PITCH * inside * np.sin(2 * np.pi * y / side)).astype(np.float32)
    bent = cv2.remap(gray, x + wave, y + wave, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    near_edge, far_edge = 4 * PITCH, side - 4 * PITCH
    corners = ((near_edge, near_edge), (far_edge, near_edge), (far_edge, far_edge), (near_edge, far_edge))
    return bent, corners


@pytest.mark.parametrize("height", [0.0, 0.4, 0.8])
def test_straightening_puts_every_module_in_its_place(height: float) -> None:
    bits = matrix(TEXT)
    gray, corners = waved(bits, height)
    sheet = straightened(gray, corners, bits.shape[0])
    seen = votes(sheet) > 0
    assert (seen != bits).mean() < 0.02
    assert [one.text for clean in redrawn(sheet) for one in read(clean)] == [TEXT] * 3


@pytest.mark.parametrize("height", [1.1, 1.4])
def test_only_straightening_reads_what_the_reader_merely_sees(height: float) -> None:
    gray, _ = waved(matrix(TEXT), height)
    reads, (seen,) = look(gray)
    assert not reads
    flat_only, _ = rectified(gray, seen.position, seen.modules)
    assert not [one for clean in redrawn(flat_only) for one in read(clean)]
    sheet = straightened(gray, seen.position, seen.modules)
    assert TEXT in [one.text for clean in redrawn(sheet) for one in read(clean)]


def test_a_sheet_without_contrast_has_no_votes_and_no_code() -> None:
    gray = np.full((300, 300), 128, np.uint8)
    sheet = straightened(gray, ((50, 50), (250, 50), (250, 250), (50, 250)), 29)
    assert np.abs(votes(sheet)).max() == 0
    assert not read(elected(votes(sheet)))


@pytest.mark.parametrize("seed", range(4))
def test_finds_symbols_in_perspective_by_their_corner_squares(seed: int) -> None:
    bits = matrix(TEXT)
    code = flat(bits, 6, dark=30, light=210)
    side = code.shape[0]
    random = np.random.default_rng(seed)
    square = np.array([[24, 24], [side - 24, 24], [side - 24, side - 24], [24, side - 24]], np.float32)
    place = np.array([[150, 120], [380, 120], [380, 350], [150, 350]], np.float32)
    place += random.uniform(-35, 35, (4, 2)).astype(np.float32)
    way = cv2.getPerspectiveTransform(square, place)
    gray = cv2.warpPerspective(code, way, (520, 470), borderValue=(210,))
    seen = symbols(gray)
    assert bits.shape[0] in {one.modules for one in seen}
    best = next(one for one in seen if one.modules == bits.shape[0])
    assert np.abs(np.array(best.position) - place).max() < 14


def test_no_symbols_on_blank_paper_and_in_tiny_pictures() -> None:
    for shape in ((0, 0), (3, 3), (200, 300)):
        assert symbols(np.full(shape, 200, np.uint8)) == []


def test_the_reader_tells_of_symbols_it_cannot_read() -> None:
    bits = matrix(TEXT)
    spoiled = bits.copy()
    spoiled[10:-9, 9:-1] ^= np.random.default_rng(1).random(spoiled[10:-9, 9:-1].shape) < 0.4
    reads, seen = look(flat(spoiled, 5))
    assert not reads
    assert [one.modules for one in seen] == [bits.shape[0]]
    assert same_place(seen[0].position, ((20, 20), (165, 20), (165, 165), (20, 165)))


def test_places_are_told_apart() -> None:
    one: Quad = ((0, 0), (100, 0), (100, 100), (0, 100))
    inner: Quad = ((30, 30), (70, 30), (70, 70), (30, 70))
    beside: Quad = ((90, 0), (190, 0), (190, 100), (90, 100))
    assert same_place(one, one)
    assert not same_place(one, inner)
    assert not same_place(one, beside)
    assert near(one, beside)
    assert not near(one, ((300, 0), (400, 0), (400, 100), (300, 100)))
