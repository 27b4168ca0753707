"""Codes made to do harm: a plain answer each time, and the next visitor's code works as if nothing had been."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from sqlalchemy import func, select

from desk.reception.tables import Visit
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with
from ui.hardware.choice import Choice
from ui.widgets.dialog_card import DialogCard

TEXTS = {
    "sql": "'; DROP TABLE visit; --",
    "html": "<img src=x onerror=alert(1)><h1>已放行</h1>",
    "rtl": "\u202e\u2066GH1:GNP.EXE\u2069",
    "formula": '=HYPERLINK("http://example.invalid","x")',
    "control": "GH1:\x00\x01\x1b[2J\x7f",
    "url": "javascript:fetch('//example.invalid')",
    "path": "../../../etc/passwd",
    "percent": "%s%n{0.__class__}",
    "zero width": "GH1:\u200b\u200d\ufeffABCDEFGH",
}
LONG = "".join(random.Random(3).choices("0123456789", k=5000))
BINARY = bytes(range(256)) * 4


def by_wedge(running: Running, text: str) -> None:
    """What a hand scanner would type, given to the gate all scans pass."""
    assert running.program.eyes is not None
    running.program.eyes.scans.take(text, "wedge")


def by_camera(running: Running, text: str) -> None:
    running.use_camera().put(frame_with(text))


def answered_foreign(running: Running) -> None:
    running.until(lambda: running.front() == "result" and running.page().model.headline == "code.foreign")
    assert DialogCard.on(running.window) is None
    assert running.page().model.visitor == ""
    assert not running.read(lambda r: r.conn.execute(select(func.count()).select_from(Visit)).scalar_one())


def the_next_one_works(running: Running) -> None:
    by_wedge(running, expect(running).text)
    running.until(lambda: running.front() == "result" and running.page().model.mark == "valid")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("way", [by_wedge, by_camera])
def test_a_hostile_code_is_a_foreign_one(on_duty: Running, name: str, way: Callable[[Running, str], None]) -> None:
    way(on_duty, TEXTS[name])
    answered_foreign(on_duty)
    the_next_one_works(on_duty)


@pytest.mark.parametrize("bulk", ["long", "binary"])
def test_bulk_through_the_camera(on_duty: Running, tmp_path: Path, bulk: str) -> None:
    picture = tmp_path / "bulk.png"
    cv2.imwrite(str(picture), _code(LONG if bulk == "long" else BINARY))
    assert on_duty.program.eyes is not None
    on_duty.program.eyes.cameras.open(Choice.parse(str(picture)))
    answered_foreign(on_duty)
    the_next_one_works(on_duty)


def test_bulk_through_a_hand_scanner(on_duty: Running) -> None:
    by_wedge(on_duty, LONG * 4)
    answered_foreign(on_duty)
    the_next_one_works(on_duty)


@pytest.mark.parametrize("name", TEXTS)
def test_typed_into_the_line_it_is_only_looked_for(on_duty: Running, name: str) -> None:
    field = on_duty.window.scan_line.field
    field.setText(TEXTS[name])
    field.entered.emit(field.words())
    on_duty.until(lambda: on_duty.front() in ("find", "result", "choices"))
    assert DialogCard.on(on_duty.window) is None
    the_next_one_works(on_duty)


def _code(data: str | bytes) -> np.ndarray:
    """The largest codes there are: 5,000 digits, or bytes that are no text."""
    import zxingcpp

    made = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    code = np.array(made.to_image(scale=4, add_quiet_zones=True))
    frame = np.full((max(720, code.shape[0] + 40), max(1280, code.shape[1] + 40)), 230, np.uint8)
    top, left = (frame.shape[0] - code.shape[0]) // 2, (frame.shape[1] - code.shape[1]) // 2
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame
