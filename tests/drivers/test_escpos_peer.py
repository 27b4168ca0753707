"""A second opinion on what receipt printers are sent: python-escpos builds the same bytes for the same wish."""

from __future__ import annotations

import pytest
from escpos.constants import QR_ECLEVEL_H, QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from drivers.printers import escpos_frames as frames
from drivers.printers.job import Bitmap

LEVELS = {"L": QR_ECLEVEL_L, "M": QR_ECLEVEL_M, "Q": QR_ECLEVEL_Q, "H": QR_ECLEVEL_H}


@settings(max_examples=30)
@given(st.integers(1, 64), st.integers(1, 300), st.randoms(use_true_random=False))
def test_pictures(width: int, height: int, chance: object) -> None:
    rows = bytes(chance.choice((0x00, 0xFF, 0x81, 0x3C)) for _ in range((width + 7) // 8 * height))  # type: ignore[attr-defined]
    bitmap = Bitmap(width, rows)
    peer = Dummy()
    peer.image(Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in bitmap.rows)),
               impl="bitImageRaster", fragment_height=frames.BAND)  # fmt: skip
    assert frames.picture(bitmap) == peer.output


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("text", "size"), [("1234", 3), ("HTTPS://EXAMPLE.ORG/A?B=C", 6), ("x" * 300, 10)])
def test_codes(text: str, size: int, level: str) -> None:
    peer = Dummy()
    peer.qr(text, ec=LEVELS[level], size=size, native=True)
    assert frames.qr(text, size, level) == peer.output


def test_cut_drawer_and_start() -> None:
    for how, wish in (("full", {}), ("partial", {"mode": "PART"}), ("full_no_feed", {"feed": False})):
        peer = Dummy()
        peer.cut(**wish)
        assert frames.cut(how) == peer.output, how
    for pin in (2, 5):
        peer = Dummy()
        peer.cashdraw(pin)
        assert frames.drawer(pin) == peer.output
    peer = Dummy()
    peer.hw("INIT")
    assert peer.output == frames.INIT


def test_chinese_letters() -> None:
    peer = Dummy()
    peer._raw(frames.CHINESE_ON + "访客 A-1".encode("gb18030") + b"\n" + frames.CHINESE_OFF)
    assert frames.text("访客 A-1") == frames.INIT + peer.output
