"""Attached printers are given pictures as wide as they print, and a second opinion makes the same bytes of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from escpos.printer import Dummy
from PIL import Image
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desk.devices.acting import Attached, Draw, Role
from drivers.printers import escpos_frames as frames
from drivers.printers.escpos import EscPos
from drivers.printers.job import Bitmap, unpacked
from ui.paper import badge, column
from ui.paper.column import Block
from ui.paper.dots import packed, try_page
from ui.shell.rolls import Rolls

JOB = column.job(
    (Block("借用单", 1.6, True, middle=True), Block("龘 𠮷 轮椅", 1.0), Block(rule=True)), "slip", "借用单"
)


class OnePrinter:
    """Keeps what it was to print."""

    def __init__(self, **options: Any) -> None:
        self.options, self.drawn = options, ""

    def attached(self, role: Role | None = None) -> list[Attached]:
        one = Attached("p", "小票机", Role.RECEIPT_PRINTER, "escpos", ("print",), True, "device.ready")
        return [one] if role is Role.RECEIPT_PRINTER else []

    def driven(self, device_id: str) -> Any:
        return SimpleNamespace(set_up=SimpleNamespace(options=self.options))

    def print(self, device_id: str, draw: Draw, **_: Any) -> None:
        self.drawn = draw(False)


def picture(packed: str) -> Bitmap:
    (part,) = unpacked(packed).parts
    assert isinstance(part, Bitmap)
    return part


@pytest.mark.parametrize(
    ("options", "dots"), [({}, 384), ({"paper_mm": "58"}, 384), ({"paper_mm": "80"}, 576), ({"paper_mm": 80}, 576)]
)
def test_a_roll_is_printed_as_wide_as_it_is(qtbot: QtBot, options: dict[str, Any], dots: int) -> None:
    printer, rolls = OnePrinter(**options), Rolls(SimpleNamespace())  # type: ignore[arg-type]
    rolls.printers = printer
    assert rolls.send(JOB)
    found = picture(printer.drawn)
    assert found.width == dots
    right = [found.rows[at + dots // 8 * 3 // 4 : at + dots // 8] for at in range(0, len(found.rows), dots // 8)]
    assert any(any(part) for part in right)  # the last quarter is not left white
    peer = Dummy()
    mono = Image.frombytes("1", (dots, found.height), bytes(byte ^ 0xFF for byte in found.rows))
    peer.image(mono, impl="bitImageRaster", fragment_height=frames.BAND)
    assert frames.picture(found) == peer.output
    assert frames.picture(found) in EscPos.frame(
        "print", {"job": printer.drawn}, {"cut": "full", "pin": 2, "level": "M"}
    )
    assert picture(try_page(options)).width == dots


def test_both_widths_are_choices_of_the_printer() -> None:
    paper = next(option for option in EscPos.OPTIONS if option.name == "paper_mm")
    assert (paper.choices, paper.default) == ((58, 80), 58)


def test_a_badge_fits_the_label_it_is_printed_on(qtbot: QtBot) -> None:
    card = badge.job("OP-ABCDEFGHJKMNPQRS", "王老师", "保安")
    assert card.label is not None
    for wide, high in ((480, 320), (240, 160)):
        found = picture(packed(card.label(QSize(wide, high), False)))
        assert (found.width, found.height) == (wide, high)
        black = sum(byte.bit_count() for byte in found.rows)
        assert 0.05 < black / (wide * high) < 0.5
