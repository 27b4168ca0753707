"""A camera pulled out in the middle of a scan or held by another program: said in one line, and it comes back by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.reception import reads
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with
from tests.ui.hardware.test_cameras import BACK, FRONT, FakeDevices
from ui.hardware.choice import Choice
from ui.texts import sentence


@pytest.fixture
def devices(on_duty: Running) -> FakeDevices:
    """The program looks at cameras of ours from now on; one is plugged in and works."""
    fake = FakeDevices(FRONT)
    assert on_duty.program.eyes is not None
    cameras = on_duty.program.eyes.cameras
    cameras._make_devices = fake
    cameras.open(Choice("auto"))
    fake.opened[-1].tell("camera.working")
    on_duty.until(lambda: cameras.code == "camera.working")
    return fake


def help_line(running: Running) -> str:
    line = running.window.notes.health
    return line.text() if line.isVisible() else ""


def show(fake: FakeDevices, text: str) -> None:
    fake.opened[-1].put(frame_with(text))


def test_pulled_out_in_the_middle_and_put_back(on_duty: Running, devices: FakeDevices) -> None:
    text = expect(on_duty).text
    half = frame_with(text)
    half[:, 640:] = 90  # the code is only half in the picture when the plug goes
    devices.opened[-1].put(half)
    devices.set()
    on_duty.until(lambda: help_line(on_duty) == sentence("camera.unplugged"))
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F5)  # everything else goes on
    on_duty.until(lambda: on_duty.read(reads.tally).today.get("rider") == 1)
    devices.set(BACK)
    devices.opened[-1].tell("camera.working")
    on_duty.until(lambda: help_line(on_duty) == "")
    show(devices, text)
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model.mark == "valid")


def test_held_by_another_program(on_duty: Running, devices: FakeDevices) -> None:
    devices.opened[-1].tell("camera.busy")
    on_duty.until(lambda: help_line(on_duty) == sentence("camera.busy"))
    devices.opened[-1].tell("camera.working")
    on_duty.until(lambda: help_line(on_duty) == "")
    show(devices, expect(on_duty).text)
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model.mark == "valid")


def test_a_frame_that_arrives_after_the_plug_went_is_forgotten(on_duty: Running, devices: FakeDevices) -> None:
    gone = devices.opened[-1]
    devices.set()
    on_duty.until(lambda: help_line(on_duty) == sentence("camera.unplugged"))
    gone.tell("camera.working")
    gone.put(frame_with(expect(on_duty).text))
    on_duty.qtbot.wait(50)
    assert help_line(on_duty) == sentence("camera.unplugged")
    assert on_duty.front() != "result"
