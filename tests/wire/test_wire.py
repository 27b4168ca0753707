"""The clock, the chain and the operation: pure, and the same bytes for ever."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.wire import chain
from desk.wire.hlc import Hlc
from desk.wire.ops import Op

walls = st.lists(st.integers(0, 2**47), min_size=1, max_size=50)


@given(walls)
def test_the_clock_only_goes_forward_and_sorts_as_text(hands: list[int]) -> None:
    now, seen = Hlc(0, 0, "device00"), []
    for wall in hands:
        now = now.tick(wall)
        seen.append(now)
    assert seen == sorted(seen)
    assert [str(h) for h in seen] == sorted(str(h) for h in seen)
    assert len({str(h) for h in seen}) == len(seen)


def test_a_full_counter_moves_the_milliseconds() -> None:
    assert Hlc(5, 0xFFFF, "device00").tick(5) == Hlc(6, 0, "device00")


@given(st.integers(0, 2**48 - 1), st.integers(0, 0xFFFF))
def test_the_text_form_comes_back(ms: int, counter: int) -> None:
    value = Hlc(ms, counter, "abcdef01")
    assert Hlc.parse(str(value)) == value


@pytest.mark.parametrize("text", ["", "x" * 25, "0" * 16 + "+abcdefgh", "0" * 17])
def test_other_texts_are_no_clock_value(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Hlc.parse(text)


bodies = st.lists(st.binary(max_size=60), min_size=1, max_size=20)


def linked(incarnation: str, parts: list[bytes]) -> list[tuple[int, bytes | None, bytes]]:
    digest, lines = chain.start(incarnation), []
    for seq, body in enumerate(parts, 1):
        digest = chain.link(digest, body)
        lines.append((seq, body, digest))
    return lines


@given(bodies, st.data())
def test_any_changed_body_is_named(parts: list[bytes], data: st.DataObject) -> None:
    lines = linked("one", parts)
    assert chain.first_break(chain.start("one"), lines) is None
    at = data.draw(st.integers(0, len(lines) - 1))
    seq, body, digest = lines[at]
    lines[at] = (seq, (body or b"") + b"!", digest)
    assert chain.first_break(chain.start("one"), lines) == seq


@given(bodies, st.data())
def test_an_erased_body_breaks_nothing(parts: list[bytes], data: st.DataObject) -> None:
    lines = linked("one", parts)
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = (lines[at][0], None, lines[at][2])
    assert chain.first_break(chain.start("one"), lines) is None


def test_lives_of_a_device_do_not_share_a_chain() -> None:
    assert chain.start("a") != chain.start("b")


GOLDEN = (
    '{"act":"set","at":3,"base":{"phone":"2"},"by":"","eid":"e","f":{"phone":"龑"},"hlc":"1","id":"i","k":"person",'
    '"off":null,"tx":"t","txn":2,"v":1}'
)


def test_the_bytes_of_an_operation_never_change() -> None:
    op = Op("i", "1", "person", "set", "e", "", 3, {"phone": "龑"}, {"phone": "2"}, tx="t", txn=2)
    assert op.canonical() == GOLDEN.encode()
    assert json.loads(op.canonical())["v"] == 1
