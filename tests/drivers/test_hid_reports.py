"""Reports of HID POS scanners: pieces put together, other layouts, hostile bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Noise
from drivers.scanners.hid_reports import LIMIT, HidReportDecoder, Layout
from tests.drivers.streams import assert_steady, bytewise, readings, whole


def reports(code: bytes, aim: bytes = b"]Q1") -> bytes:
    """As Honeywell scanners send it: number, length, symbology, data, whether more follows."""
    pieces = [code[at : at + 58] for at in range(0, len(code), 58)]
    sent = b""
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        sent += b"\x02" + bytes((len(piece),)) + aim + piece.ljust(58, b"\0") + bytes((left > 0,))
    return sent


def test_a_short_code() -> None:
    (code,) = assert_steady(HidReportDecoder, reports(b"GATE-1"), halves=False)
    assert code.fields == {"text": "GATE-1", "encoding": "utf-8", "raw": b"GATE-1".hex(), "aim": "]Q1"}


def test_a_long_code_comes_in_pieces() -> None:
    text = "来访证" * 40
    (code,) = assert_steady(HidReportDecoder, reports(text.encode()), halves=False)
    assert code.fields["text"] == text


def test_a_code_whose_rest_never_comes_is_noise() -> None:
    decoder = HidReportDecoder()
    assert decoder.feed(reports(b"x" * 100)[:64]) == []
    assert decoder.idle(0.1) == []
    assert decoder.idle(0.6) == [Noise("half", 58)]
    assert [code.fields["text"] for code in readings(decoder.feed(reports(b"next")))] == ["next"]


def test_a_code_without_end_is_dropped_whole() -> None:
    events = whole(HidReportDecoder(), reports(b"y" * (LIMIT + 500)) + reports(b"next"))
    assert events[0] == Noise("oversize", LIMIT + 500)
    assert [code.fields["text"] for code in readings(events)] == ["next"]


def test_another_layout() -> None:
    layout = Layout(size=31, length_at=1, aim_at=2, data_at=5, more_at=30)
    sent = b"\x02" + b"\x00" + b"\x03" + b"]C0" + b"ABC".ljust(25, b"\0") + b"\0"
    assert [code.fields["text"] for code in readings(whole(HidReportDecoder(layout), sent))] == ["ABC"]


@given(st.lists(st.one_of(st.binary(max_size=70), st.binary(min_size=1, max_size=150).map(reports)), max_size=6))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert readings(whole(HidReportDecoder(), stream)) == readings(bytewise(HidReportDecoder(), stream))
