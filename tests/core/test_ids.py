"""Ids that follow from a thing: the same at every desk, in the shape and order of all others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.core.ids import derived_id, is_id, made_at

MOMENTS = st.integers(0, 2**48 - 1)
PARTS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])), max_size=4)


@given(MOMENTS, PARTS)
def test_it_is_an_id_of_its_moment(at: int, parts: list[str]) -> None:
    found = derived_id(at, *parts)
    assert is_id(found)
    assert made_at(found) == at
    assert found[12] == "7"
    assert found[16] in "89ab"


@given(MOMENTS, PARTS, PARTS)
def test_it_is_the_same_for_the_same_and_other_for_others(at: int, one: list[str], other: list[str]) -> None:
    assert derived_id(at, *one) == derived_id(at, *list(one))
    assert (derived_id(at, *one) == derived_id(at, *other)) == ("\n".join(one) == "\n".join(other))


def test_it_never_changes() -> None:
    assert derived_id(1_795_000_000_000, "shift", "a", "2026-12-05") == "01a1ee565e007f1f96fce59a58ea2e5a"
    assert derived_id(0, "a") != derived_id(0, "b")
    assert derived_id(0, "ab") != derived_id(0, "a", "b")
