"""What every driver promises about bytes: the frames of its case, split, glued, flipped, among noise and without end."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.api import DriverError, complete
from tests.drivers.conformance import (
    cases,
    decoded,
    decoder,
    flips,
    held,
    kinds,
    names,
    plain,
    read,
    readings,
    single,
)

LONG = 200  # bytes; of longer frames every seventh bit is turned here and each in the fuzz command
KEPT = 20_000  # bytes a decoder may keep


def noise(name: str) -> bytes:
    """Every byte with which no frame begins, in an order that means nothing."""
    firsts = {frame[0] for frame in cases()[name].frames}
    spread = [byte for byte in range(256) if byte not in firsts]
    random.Random(7).shuffle(spread)
    return bytes(spread)


def test_every_driver_has_a_case() -> None:
    assert set(kinds()) <= set(cases()), "tests/drivers/cases has nothing for: " + ", ".join(
        sorted(set(kinds()) - set(cases()))
    )
    assert set(cases()) <= set(kinds()), "cases of drivers that are not there"


@pytest.mark.parametrize("name", names())
def test_it_declares_itself(name: str) -> None:
    kind = kinds()[name]
    assert kind.ROLE
    assert kind.__doc__
    assert set(cases()[name].kinds) <= set(kind.CAPABILITIES)
    options = complete(kind.OPTIONS, {}, partial=True)
    for option in (*kind.OPTIONS, *(p for a in (*kind.ACTIONS, *kind.FRAMES) for p in a.params)):
        assert not option.choices or option.default in option.choices
        if isinstance(option.default, int | float) and not isinstance(option.default, bool):
            assert option.choices or option.low is not None or option.high is not None, f"{option.name} has no limits"
            assert option.low is None or option.default >= option.low
            assert option.high is None or option.default <= option.high
    assert len({a.name for a in (*kind.ACTIONS, *kind.FRAMES)}) == len((*kind.ACTIONS, *kind.FRAMES))
    list(kind.decoder(options).feed(bytes(range(256))))
    with pytest.raises(DriverError):
        kind.encode("no such action", {})


@pytest.mark.parametrize("name", names(framed=True))
def test_split_at_every_byte(name: str) -> None:
    for frame in cases()[name].frames:
        whole = decoded(name, [frame])
        assert readings(whole), frame.hex()
        assert decoded(name, single(frame)) == whole
        for cut in range(1, len(frame)):
            assert decoded(name, [frame[:cut], frame[cut:]]) == whole, cut


@pytest.mark.parametrize("name", names(framed=True))
def test_two_frames_in_one_read(name: str) -> None:
    frames = cases()[name].frames
    one_by_one = [reading for frame in frames for reading in read(name, frame)]
    assert read(name, b"".join(frames)) == one_by_one
    assert read(name, frames[0] * 2) == read(name, frames[0]) * 2
    assert read(name, *single(b"".join(frames))) == one_by_one


@pytest.mark.parametrize("name", names(framed=True))
def test_noise_before_and_after(name: str) -> None:
    sparks = noise(name)
    for frame in cases()[name].frames:
        wanted = read(name, frame)
        if cases()[name].framed:
            assert read(name, sparks + frame) == wanted
            assert read(name, frame + sparks) == wanted
            assert read(name, frame[:1] * 3 + frame) == wanted
        one = decoder(name)
        list(one.feed(sparks))
        list(one.idle(5))
        assert readings([*one.feed(frame), *one.idle(5)]) == wanted


@pytest.mark.parametrize("name", [n for n in names(framed=True) if cases()[n].checked])
def test_no_flipped_bit_gets_through(name: str) -> None:
    for frame in cases()[name].frames:
        wanted = read(name, frame)
        for number, wrong in enumerate(flips(frame)):
            if len(frame) > LONG and number % 7:
                continue
            assert read(name, wrong) == [], f"{number}: {wrong.hex()}"
            if number % 8 == 0:
                assert read(name, wrong + frame) == wanted, f"the good frame behind {wrong.hex()} was lost"


@pytest.mark.parametrize("name", names(framed=True))
def test_a_flood_is_not_kept(name: str) -> None:
    frame = cases()[name].frames[0]
    spread = random.Random(3)
    for flood in (frame[: len(frame) // 2] * 400, frame[:1] * 30_000, spread.randbytes(60_000), b"\x00" * 60_000):
        one = decoder(name)
        for at in range(0, len(flood), 4096):
            list(one.feed(flood[at : at + 4096]))
            assert held(one) < KEPT
        list(one.idle(60))
        assert held(one) < 500
        assert readings([*one.feed(frame), *one.idle(60)]) == read(name, frame)


@pytest.mark.parametrize("name", names(framed=True))
@settings(max_examples=40)
@given(data=st.data())
def test_any_bytes_any_split_say_the_same(name: str, data: st.DataObject) -> None:
    frames = st.sampled_from(cases()[name].frames)
    wire = b"".join(data.draw(st.lists(st.one_of(st.binary(max_size=40), frames), max_size=6)))
    cut = data.draw(st.integers(0, len(wire)))
    assert decoded(name, [wire[:cut], wire[cut:]]) == decoded(name, [wire]) == decoded(name, single(wire))


VECTORS = [(name, vector) for name in names() for vector in cases()[name].vectors]
REPLAYS = [(name, replay) for name in names() for replay in cases()[name].replays]


@pytest.mark.parametrize(("name", "vector"), VECTORS, ids=[f"{n}-{v.action}-{i}" for i, (n, v) in enumerate(VECTORS)])
def test_the_bytes_of_the_documents_go_out(name: str, vector: object) -> None:
    frame = kinds()[name].encode(vector.action, vector.params, vector.options)
    assert frame.hex().upper() == vector.hex.replace(" ", "").upper()


@pytest.mark.parametrize(("name", "replay"), REPLAYS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(REPLAYS)])
def test_the_bytes_of_the_documents_are_understood(name: str, replay: object) -> None:
    heard, options, wanted = replay
    events = decoded(name, [bytes.fromhex(heard)], options)
    assert [plain(reading) for reading in readings(events)] == wanted
