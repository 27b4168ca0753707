"""When two writes count as made without knowledge of each other."""

from __future__ import annotations

import pytest

from desk.wire.merge import NOTHING, SET, Write, merge
from desk.wire.stamp import clock_of, stamp

FIRST = stamp("0199aa0000000000-0000000a", "0" * 24 + "11111111")
LATER = stamp("0199aa0000010000-0000000b", "0" * 24 + "22222222")


@pytest.mark.parametrize(
    ("base", "clashes"),
    [
        (FIRST, 0),
        (clock_of(FIRST), 0),  # as 0.1.0 wrote it
        (LATER, 0),
        ("", 1),
        ("0199a90000000000-0000000a", 1),
        (stamp("0199a90000000000-0000000a", "0" * 32), 1),
    ],
)
def test_a_base_says_what_the_author_had_seen(base: str, clashes: int) -> None:
    standing = merge(NOTHING, Write(SET, FIRST, {"phone": "1"})).entity
    assert len(merge(standing, Write(SET, LATER, {"phone": "2"}, {"phone": base})).clashes) == clashes
    assert not merge(standing, Write(SET, LATER, {"phone": "1"}, {"phone": base})).clashes, "the same value"


def test_the_first_write_of_all_takes_every_field() -> None:
    merged = merge(NOTHING, Write(SET, FIRST, {"phone": "1", "note": None}))
    assert merged.entity.fields == {"phone": "1", "note": None}
    assert merged.entity.stamps == {"phone": FIRST, "note": FIRST}
    assert (merged.changed, merged.clashes) == ({"phone", "note"}, ())
