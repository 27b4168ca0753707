"""The scanner: its decoder as a pure thing, and the driver on a real pseudo terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import DriverError, Noise, Reading, State
from drivers.line import Backoff
from drivers.scanners.serial_line import LIMIT, Decoder, SerialLineScanner
from drivers.simulated.ports import PtyPlug, TcpPlug
from tests.drivers.conftest import Recorder

FAST = {"first_s": 0.02, "top_s": 0.05}
codes = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=60)


def texts(events: list[Reading | Noise]) -> list[object]:
    return [e.fields["text"] if isinstance(e, Reading) else f"noise:{e.why}" for e in events]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
@given(wanted=st.lists(codes, min_size=1, max_size=5))
def test_end_marks_split_anywhere(end: bytes, wanted: list[str]) -> None:
    wire = b"".join(text.encode() + end for text in wanted)
    whole, split = Decoder(), Decoder()
    assert texts(whole.feed(wire)) == wanted
    assert texts([e for i in range(len(wire)) for e in split.feed(wire[i : i + 1])]) == wanted


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_bytes_any_split_say_the_same(wire: bytes, cut: int) -> None:
    whole, split = Decoder(), Decoder()
    one = [*whole.feed(wire), *whole.idle(5)]
    two = [*split.feed(wire[:cut]), *split.feed(wire[cut:]), *split.idle(5)]
    assert one == two


def test_stx_etx_keeps_line_breaks_inside() -> None:
    assert texts(Decoder().feed(b"\x02A\rB\x03\r\n\x02C\x03")) == ["A\rB", "C"]


def test_pause_ends_an_unmarked_code() -> None:
    decoder = Decoder()
    assert decoder.feed(b"ABC123") == []
    assert decoder.idle(0.01) == []
    assert texts(list(decoder.idle(0.1))) == ["ABC123"]


def test_once_marked_a_pause_cuts_no_code_in_two() -> None:
    decoder = Decoder()
    decoder.feed(b"first\r")
    decoder.feed(b"sec")
    assert decoder.idle(0.5) == []
    assert texts(decoder.feed(b"ond\r")) == ["second"]


def test_half_of_a_marked_code_is_dropped_after_a_second() -> None:
    decoder = Decoder("mark")
    decoder.feed(b"half")
    assert decoder.idle(1.1) == [Noise("half", 4)]
    assert texts(decoder.feed(b"whole\r")) == ["whole"]


def test_told_to_expect_pauses_it_never_learns_marks() -> None:
    decoder = Decoder("pause")
    decoder.feed(b"one\r")
    decoder.feed(b"two")
    assert texts(list(decoder.idle(0.1))) == ["two"]


@pytest.mark.parametrize(
    ("body", "encoding"), [("徐汇区𠮷".encode(), "utf-8"), ("徐汇区".encode("gb18030"), "gb18030")]
)
def test_chinese_in_either_encoding(body: bytes, encoding: str) -> None:
    (event,) = Decoder().feed(body + b"\r")
    assert isinstance(event, Reading)
    assert event.fields == {"text": body.decode(encoding), "encoding": encoding, "raw": body.hex()}


def test_binary_is_handed_on_as_bytes() -> None:
    (event,) = Decoder().feed(b"\xff\xff\x80\x81\r")
    assert isinstance(event, Reading)
    assert event.fields["encoding"] == "binary"
    assert event.fields["raw"] == "ffff8081"


def test_oversize_is_dropped_and_the_next_code_is_read() -> None:
    events = Decoder().feed(b"x" * 5000 + b"\r" + b"next\r")
    assert texts(events) == ["noise:oversize", "next"]
    assert events[0] == Noise("oversize", 5000)


def test_a_flood_without_end_keeps_no_more_than_the_limit() -> None:
    decoder = Decoder()
    for _ in range(100):
        decoder.feed(b"y" * 1000)
    assert len(decoder._buffer) == LIMIT
    assert decoder.idle(0.2) == [Noise("oversize", 100_000)]


def test_sparks_are_noise() -> None:
    decoder = Decoder()
    assert decoder.feed(b"\x00\x00") == []
    assert decoder.idle(1) == []
    decoder.feed(b"\xf7")
    assert decoder.idle(1) == [Noise("short", 1)]


def test_wrong_options_are_refused() -> None:
    told = Recorder()
    for options, code in [({}, "option.missing"), ({"port": "x", "baud": "12"}, "option.choice"),
                          ({"port": "x", "baud": "fast"}, "option.type"), ({"port": "x", "speed": 1}, "option.unknown")]:  # fmt: skip
        with pytest.raises(DriverError) as refused:
            SerialLineScanner(options, told)
        assert refused.value.code == code


# --- on a real line ---------------------------------------------------------------------------------------------------

pty = pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[PtyPlug]:
    with PtyPlug(tmp_path / "scanner") as plug:
        yield plug


@pytest.fixture
def scanner(plug: PtyPlug, told: Recorder) -> Iterator[SerialLineScanner]:
    scanner = SerialLineScanner({"port": plug.port}, told, Backoff(**FAST))
    scanner.start()
    told.until(lambda: (State.READY, "") in told.states)
    yield scanner
    assert scanner.stop(), "the thread outlived its stop"
    assert told.states[-1] == (State.STOPPED, "")


@pty
def test_split_bytes_and_noise(plug: PtyPlug, told: Recorder, scanner: SerialLineScanner) -> None:
    plug.send(b"\x00\x00HEL")
    plug.send(b"LO\r")
    told.until(lambda: told.texts == ["HELLO"])
    plug.send(b"z" * 6000 + b"\r")
    plug.send("来访证\n".encode("gb18030"))
    told.until(lambda: told.texts == ["HELLO", "来访证"])
    assert Noise("oversize", 6000) in told.events


@pty
def test_vanish_and_return_is_told_once_each_way(plug: PtyPlug, told: Recorder, scanner: SerialLineScanner) -> None:
    plug.send(b"HALF-OF-")
    plug.unplug()
    told.until(lambda: told.states[-1][0] is State.LOST)
    assert told.states[-1][1] == "port_gone"
    plug.plug_in()
    told.until(lambda: told.states[-1][0] is State.READY)
    plug.send(b"AGAIN\r")
    told.until(lambda: "AGAIN" in told.texts)
    assert told.texts[-1] == "AGAIN"
    assert [s for s, _ in told.states] == [State.OPENING, State.READY, State.LOST, State.READY]


@pty
def test_a_port_that_is_taken_says_so(plug: PtyPlug, told: Recorder, scanner: SerialLineScanner) -> None:
    assert SerialLineScanner.probe({"port": plug.port}) == "port_taken"
    second = Recorder()
    other = SerialLineScanner({"port": plug.port}, second, Backoff(**FAST))
    other.start()
    second.until(lambda: second.states[-1] == (State.LOST, "port_taken"))
    assert other.stop()


@pty
def test_probe(plug: PtyPlug, tmp_path: Path) -> None:
    assert SerialLineScanner.probe({"port": plug.port}) == ""
    assert SerialLineScanner.probe({"port": str(tmp_path / "none")}) == "port_gone"


def test_a_port_that_never_was_stops_within_a_second(told: Recorder, tmp_path: Path) -> None:
    scanner = SerialLineScanner({"port": str(tmp_path / "none")}, told, Backoff(first_s=30))
    scanner.start()
    told.until(lambda: (State.LOST, "port_gone") in told.states)
    began = time.monotonic()
    assert scanner.stop()
    assert time.monotonic() - began < 1


def test_over_tcp_as_on_windows(told: Recorder) -> None:
    plug = TcpPlug()
    scanner = SerialLineScanner({"port": plug.port}, told, Backoff(**FAST))
    scanner.start()
    try:
        while not plug.send(b"OVER-TCP"):
            assert told.states[-1:] != [(State.LOST, "port_gone")]
        told.until(lambda: told.texts == ["OVER-TCP"])
    finally:
        assert scanner.stop()
        plug.close()
