"""Pieces of a page: as large as their turn allows, never nothing, and the rest goes in pieces of one size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.sync.pieces import FIRST, LEAST, MOST, Pieces, fitting


@given(st.integers(1, MOST), st.integers(LEAST, MOST), st.floats(0, 50))
def test_a_piece_grows_when_it_was_quick_and_shrinks_when_it_was_slow(count: int, most: int, turns: float) -> None:
    found = fitting(count, most, turns)
    assert LEAST <= found <= MOST
    if turns > 1:
        assert found <= max(LEAST, count)
    elif turns < 0.5:
        assert found >= most


@given(st.integers(1, 5_000))
def test_the_rest_goes_in_pieces_of_one_size(left: int) -> None:
    sizes, rest = [], left
    pieces = Pieces()
    while rest:
        sizes.append(pieces.size(rest))
        rest -= sizes[-1]
    assert max(sizes) <= FIRST
    assert max(sizes) - min(sizes) <= 1
