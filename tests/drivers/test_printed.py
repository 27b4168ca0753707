"""What comes out on paper: our bytes given to simulated printers, and the pictures compared dot by dot."""

from __future__ import annotations

import random
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import DriverError
from drivers.printers import escpos_frames, tspl_frames, zpl_frames
from drivers.printers.job import Bitmap, Code, Job
from drivers.simulated.label_printers import SimulatedTspl, SimulatedZpl
from drivers.simulated.paper import Sheet, png
from drivers.simulated.receipt_printer import SimulatedReceiptPrinter

HARMLESS = bytes((0x00, 0xFF, 0x0F, 0xF0, 0x3C, 0xC3, 0x81, 0x7E, 0xAA, 0x55))


def spots(width: int, height: int, seed: int = 1) -> Bitmap:
    """A picture without dots that a printer would obey, in either colour."""
    return Bitmap(width, bytes(random.Random(seed).choices(HARMLESS, k=(width + 7) // 8 * height)))


def same(sheet: Sheet, wanted: Bitmap) -> bool:
    """The sheet bears this picture at its top left, and nothing beside it."""
    rows = [bytes(row) for row in sheet.rows]
    for at in range(wanted.height):
        line = wanted.rows[at * wanted.row_bytes : (at + 1) * wanted.row_bytes]
        if not rows[at].startswith(line) or any(rows[at][len(line) :]):
            return False
    return not any(any(row) for row in rows[wanted.height :])


@given(st.integers(1, 576), st.integers(1, 40), st.integers(0, 99))
def test_a_receipt_bears_the_picture(width: int, height: int, seed: int) -> None:
    picture, printer = spots(width, height, seed), SimulatedReceiptPrinter()
    assert printer.hear(escpos_frames.job(Job((picture,)))) == []
    (sheet,) = printer.cut_off
    assert same(sheet, picture)
    assert sheet.cut == "full"
    assert printer.unknown == []


def test_a_tall_picture_in_bands_and_in_pieces_of_seven_bytes() -> None:
    picture, printer = spots(384, 1000), SimulatedReceiptPrinter(384)
    data = escpos_frames.job(Job((picture,), copies=2), "partial")
    for at in range(0, len(data), 7):
        printer.hear(data[at : at + 7])
    assert [sheet.cut for sheet in printer.cut_off] == ["partial", "partial"]
    assert all(same(sheet, picture) for sheet in printer.cut_off)


def test_a_picture_then_a_code_then_a_picture() -> None:
    above, below, printer = spots(100, 20), spots(64, 10, 2), SimulatedReceiptPrinter()
    printer.hear(escpos_frames.job(Job((above, Code("PASS-7", 4), below), drawer=True), pin=5))
    (sheet,) = printer.cut_off
    assert sheet.codes == ["PASS-7"]
    assert printer.kicks == [5]
    assert bytes(sheet.rows[0]).startswith(above.rows[:13])
    middle = sheet.rows[20]
    assert not any(middle[:20])
    assert any(middle), "a code stands in the middle"


@pytest.mark.parametrize("command", [b"\x10\x04\x01", b"\x10\x04\x04", b"\x10\x14\x01\x00\x01", b"\x10\x05\x01"])
def test_dots_that_look_like_commands_are_not_obeyed(command: bytes) -> None:
    rows = (command * 48)[:48] * 3
    printer = SimulatedReceiptPrinter(384)
    assert printer.hear(b"\x1dv0\x00" + b"\x30\x00\x03\x00" + rows) != [] or printer.kicks or command[1] == 5
    printer = SimulatedReceiptPrinter(384)
    assert printer.hear(escpos_frames.job(Job((Bitmap(384, rows),)))) == []
    assert printer.kicks == []
    (sheet,) = printer.cut_off
    missing = sum((a ^ b).bit_count() for a, b in zip(sheet.bitmap().rows, rows, strict=False))
    assert missing == rows.count(command[:2]), "one dot each"


def test_the_printers_own_letters() -> None:
    printer = SimulatedReceiptPrinter()
    printer.hear(escpos_frames.text("访客张三\x1b@\x10\x14 𠮷"))
    assert printer.sheets[-1].texts == ["访客张三@ 〓"]
    assert printer.kicks == []


def test_paper_runs_out_and_what_waits_is_printed_later() -> None:
    printer = SimulatedReceiptPrinter()
    printer.faults.add("paper_out")
    assert printer.hear(escpos_frames.job(Job((spots(8, 8),)))) == []
    assert printer.cut_off == []
    assert printer.hear(escpos_frames.ask(4)) == [b"\x7e"]
    assert printer.hear(escpos_frames.ask(1)) == [b"\x1a"]
    assert printer.hear(escpos_frames.ask(2)) == [b"\x32"]
    printer.faults.clear()
    printer.tick(1.0)
    assert len(printer.cut_off) == 1


def test_asked_in_turn_it_answers_when_it_has_printed() -> None:
    printer = SimulatedReceiptPrinter()
    printer.faults.add("cover_open")
    assert printer.hear(escpos_frames.job(Job((spots(8, 8),))) + escpos_frames.ASK_IN_TURN) == []
    printer.faults.clear()
    assert printer.tick(1.0) == [b"\x00"]


@pytest.mark.parametrize("black", [0, 1])
@given(width=st.integers(1, 480), height=st.integers(1, 40), seed=st.integers(0, 99))
def test_a_tspl_label_bears_the_picture(black: int, width: int, height: int, seed: int) -> None:
    picture, printer = spots(width, height, seed), SimulatedTspl(black=black)
    printer.hear(tspl_frames.label(Job((picture,), copies=3), (60, 40, 2), black=black))
    assert [(label.width, len(label.rows)) for label in printer.labels] == [(480, 320)] * 3
    assert all(same(label, picture) for label in printer.labels)
    assert printer.unknown == []


@pytest.mark.parametrize("black", [0, 1])
def test_dots_that_would_reset_a_tspl_printer(black: int) -> None:
    command = b"\x1b!R"
    rows = (command if black else command.translate(tspl_frames.FLIP)) * 4
    picture, printer = Bitmap(96, rows), SimulatedTspl(black=black)
    data = tspl_frames.label(Job((picture,)), (60, 40, 2), black=black)
    assert b"\x1b!" not in data
    printer.hear(data)
    drawn = b"".join(bytes(row[:12]) for row in printer.labels[0].rows)[: len(rows)]
    changed = [(a, b) for a, b in zip(rows, drawn, strict=True) if a != b]
    assert len(changed) == 4
    assert all((a ^ b).bit_count() == 1 and a | b == a for a, b in changed), "one dot fewer each"


@given(st.integers(1, 480), st.integers(1, 40), st.integers(0, 99))
def test_a_zpl_label_bears_the_picture(width: int, height: int, seed: int) -> None:
    picture, printer = spots(width, height, seed), SimulatedZpl()
    printer.hear(zpl_frames.label(Job((picture, Code("LABEL-1", 4, 200, 100)), copies=2), 480, 320))
    assert len(printer.labels) == 2
    assert printer.labels[0].codes == ["LABEL-1"]
    printer = SimulatedZpl()
    printer.hear(zpl_frames.label(Job((picture,)), 480, 320))
    assert same(printer.labels[0], picture)
    assert printer.unknown == []


@pytest.mark.parametrize("text", ['a"b', "a\\b"])
def test_a_code_that_would_end_its_string_is_refused_not_changed(text: str) -> None:
    with pytest.raises(DriverError):
        tspl_frames.qr(Code(text))


@pytest.mark.parametrize("text", ["a^b", "~JA"])
def test_a_code_that_would_be_a_command_is_refused_not_changed(text: str) -> None:
    with pytest.raises(DriverError):
        zpl_frames.qr(Code(text))


HOSTILE = ['张三"\r\nPRINT 99,1\r\n', '\\["]A', "李四^XZ^XA^PQ99^XZ", "~JR", "\x1b!R王五", "\x02\x03\x10\x04\x01"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_cannot_give_a_command(name: str) -> None:
    line = tspl_frames.text(name)
    assert line.count(b"\r\n") == 1
    assert line.count(b'"') == 4
    assert b"\x1b" not in line
    field = zpl_frames.text(name)
    assert field.count(b"^") == 4, "the four of our own"
    assert b"~" not in field
    assert not any(byte < 32 for byte in field)
    printer = SimulatedTspl()
    printer.hear(b"CLS\r\n" + line)
    assert printer.labels == []
    assert printer.unknown == []


def test_status_of_labels() -> None:
    tspl, zpl = SimulatedTspl(), SimulatedZpl()
    assert tspl.hear(tspl_frames.ASK) == [b"\x00"]
    tspl.faults |= {"paper_out", "cover_open"}
    assert tspl.hear(tspl_frames.ASK) == [b"\x05"]
    assert tspl.hear(b"\x1b") + tspl.hear(b"!?") == [b"\x05"]
    (report,) = zpl.hear(zpl_frames.ASK)
    assert len(zpl_frames.Decoder().feed(report)) == 3
    zpl.faults.add("paper_out")
    assert zpl.hear(zpl_frames.ASK) == [], "in Zebra's own words it is silent then"


def test_a_picture_file() -> None:
    data = png(Bitmap(10, b"\xff\xc0\x00\x00"))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at = data.index(b"IDAT")
    size = int.from_bytes(data[at - 4 : at], "big")
    assert zlib.decompress(data[at + 4 : at + 4 + size]) == b"\x00\x00\x3f\x00\xff\xff"


def test_python_escpos_builds_the_same_bytes() -> None:
    """Captured from python-escpos 3.1 (DEVICES 3.1): a second opinion that needs no library."""
    assert escpos_frames.qr("1234").hex() == (
        "1d286b0400314132001d286b03003143031d286b03003145301d286b0700315030313233341d286b0300315130"
    )
    assert escpos_frames.picture(Bitmap(1, b"\x80")).hex() == "1d7630000100010080"
    assert escpos_frames.cut("full_no_feed").hex() == "1d564200"


def test_bands_follow_each_other() -> None:
    data = escpos_frames.picture(spots(8, 600))
    starts = [at for at in range(len(data)) if data.startswith(b"\x1dv0\x00\x01\x00", at)]
    assert [int.from_bytes(data[at + 6 : at + 8], "little") for at in starts] == [256, 256, 88]
    assert all(b - a == 8 + 256 for a, b in pairwise(starts))
