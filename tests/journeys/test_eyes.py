"""What the camera tells the volunteer: digits offered for a code that will not read, losses in one line, practice."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from desk.codes.reads import identify
from desk.codes.rules import Answer
from desk.core.events import HealthChanged
from desk.demo.today import CAMERA_TEXTS
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with
from ui.eyes import TURNS
from ui.hardware.choice import Choice
from ui.hardware.frames import Frame, Gray
from ui.shell.voice import Notes
from ui.texts import sentence

STEP_MS = 250  # less than it takes for a symbol to count as gone


def unreadable(text: str) -> Gray:
    """A code with its three corners whole and its data wiped out, as on a cracked phone."""
    frame = frame_with(text)
    dark = np.argwhere(frame < 40)
    (top, left), (bottom, right) = dark.min(0), dark.max(0)
    side = (bottom - top) * 10 // 33
    frame[top + side : bottom - side, left:right] = 128
    frame[top:bottom, left + side : right - side] = 128
    return frame


def look_at(running: Running, frame: Gray, begin_ms: int, count: int) -> None:
    """Frames STEP_MS apart, each looked at: only the newest is kept when they come faster than they are read."""
    eyes = running.program.eyes
    assert eyes is not None
    for n in range(count):
        eyes.eye.frame(Frame(frame, begin_ms + n * STEP_MS))
        running.until(lambda: not eyes.eye._busy)


def offered(running: Running) -> str:
    label: QLabel = running.window.scan_line._help
    return label.text() if label.isVisible() else ""


def notes(running: Running) -> Notes:
    return running.window.notes


def test_six_digits_are_offered_for_a_code_that_will_not_read(on_duty: Running) -> None:
    camera = on_duty.use_camera()
    code = expect(on_duty).text
    look_at(on_duty, unreadable(code), 1_000_000, 6)
    on_duty.qtbot.wait(20)
    assert offered(on_duty) == ""
    look_at(on_duty, unreadable(code), 1_000_000 + 6 * STEP_MS, 8)
    on_duty.until(lambda: offered(on_duty) == sentence("scan.stuck"))
    camera.put(frame_with(code))
    on_duty.until(lambda: on_duty.front() == "result")
    on_duty.until(lambda: offered(on_duty) == "")


def test_another_camera_begins_afresh(on_duty: Running) -> None:
    on_duty.use_camera()
    look_at(on_duty, unreadable(expect(on_duty).text), 1_000_000, 14)
    on_duty.until(lambda: offered(on_duty) != "")
    on_duty.use_camera()
    assert offered(on_duty) == ""
    eyes = on_duty.program.eyes
    assert eyes is not None
    on_duty.until(lambda: eyes.eye._decoder is None)


def test_a_lost_scanner_is_one_line_that_can_be_closed_and_goes_by_itself(on_duty: Running) -> None:
    bus = on_duty.program.desk.bus
    line = notes(on_duty).health
    bus.publish(HealthChanged("scanner", "device.port_gone", ok=False))
    on_duty.until(line.isVisible)
    assert line.text() == sentence("device.port_gone")
    line._close.click()
    bus.publish(HealthChanged("scanner", "device.port_gone", ok=False))
    on_duty.qtbot.wait(20)
    assert not line.isVisible()
    bus.publish(HealthChanged("scanner", "device.ready", ok=True))
    bus.publish(HealthChanged("scanner", "device.port_gone", ok=False))
    on_duty.until(line.isVisible)
    bus.publish(HealthChanged("scanner", "device.ready", ok=True))
    on_duty.until(lambda: not line.isVisible())


def test_practice_holds_up_good_and_bad_codes_in_turn(on_duty: Running) -> None:
    texts = ["household", "household2", "revoked", "unknown", "forged", "foreign", "pass"]
    on_duty.write(lambda u: u.put_setting(CAMERA_TEXTS, texts))
    expect(on_duty)
    eyes = on_duty.program.eyes
    assert eyes is not None
    held: list[str] = []
    for _ in range(len(TURNS) + 1):
        eyes.show_codes([])
        eyes.practise(lambda error: pytest.fail(repr(error)))
        on_duty.until(lambda: bool(eyes._demo_texts()))
        held += eyes._demo_texts()
    assert on_duty.read(lambda r: identify(r, held[1]).answer) is Answer.VALID
    assert [held[0], *held[2:]] == ["household", "revoked", "forged", "unknown", "foreign", "household"]


@pytest.mark.parametrize("base", [24, 40])
def test_more_ways_stands_whole_above_the_undo_bar(on_duty: Running, base: int) -> None:
    assert on_duty.program.eyes is not None
    on_duty.program.eyes.cameras.open(Choice("demo"))
    on_duty.shell.extras["looks"].set_base_px(base)
    on_duty.window.resize(1366, 768)
    on_duty.program.voice.undo("骑手放行，已记 1 次", lambda: None)
    on_duty.shell.to("more")
    on_duty.until(lambda: on_duty.front() == "more" and notes(on_duty).undo.isVisible())
    on_duty.qtbot.wait(50)
    bar = on_duty.page().scroller.verticalScrollBar()
    on_duty.shell.extras["looks"].set_base_px(24)
    assert base > 24 or bar.maximum() == 0


def test_the_lock_forgets_what_was_half_read(on_duty: Running) -> None:
    on_duty.use_camera()
    look_at(on_duty, unreadable(expect(on_duty).text), 1_000_000, 14)
    on_duty.until(lambda: offered(on_duty) != "")
    on_duty.shell.acts.lock()
    on_duty.until(lambda: on_duty.shell.stack.locked)
    eyes = on_duty.program.eyes
    assert eyes is not None
    on_duty.until(lambda: eyes.eye._decoder is None)
    on_duty.until(lambda: offered(on_duty) == "")
    on_duty.qtbot.wait(100)
    assert offered(on_duty) == "", "nothing the lane had still to tell brings it back"
