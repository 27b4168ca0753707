"""The eye's owner: remembered, pulled out, put into another socket, held by another program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.hardware.cameras import Cameras
from ui.hardware.choice import KINDS, CameraInfo, Choice, pick
from ui.hardware.sources import PushSource, Sink, Tell

FRONT, BACK = CameraInfo("aa", "HD Webcam", default=True), CameraInfo("bb", "USB Camera")


class FakeSource(PushSource):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.tell: Tell = print
        self.running = False

    def start(self, sink: Sink, tell: Tell) -> None:
        super().start(sink, tell)
        self.tell, self.running = tell, True

    def stop(self) -> None:
        super().stop()
        self.running = False


class FakeDevices:
    """Cameras one plugs and unplugs."""

    def __init__(self, *cameras: CameraInfo) -> None:
        self.plugged = list(cameras)
        self.opened: list[FakeSource] = []
        self.changed: Callable[[], None] = print

    def __call__(self, changed: Callable[[], None]) -> FakeDevices:
        self.changed = changed
        return self

    def inputs(self) -> list[CameraInfo]:
        return list(self.plugged)

    def open(self, camera_id: str) -> FakeSource:
        name = next(c.name for c in self.plugged if c.id == camera_id)
        self.opened.append(FakeSource(name))
        return self.opened[-1]

    def set(self, *cameras: CameraInfo) -> None:
        self.plugged = list(cameras)
        self.changed()


def cameras_of(devices: FakeDevices) -> Cameras:
    return Cameras(lambda frame: None, devices)


def test_auto_takes_the_default_and_says_it_works(qtbot: QtBot) -> None:
    devices = FakeDevices(BACK, FRONT)
    cameras = cameras_of(devices)
    cameras.open(Choice("auto"))
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    assert cameras.name == "HD Webcam"
    cameras.close()
    assert cameras.code == "camera.off"
    assert not devices.opened[0].running


def test_pulled_out_and_put_into_another_socket(qtbot: QtBot) -> None:
    devices = FakeDevices(FRONT, BACK)
    cameras = cameras_of(devices)
    remembered: list[str] = []
    cameras.chosen.connect(remembered.append)
    cameras.choose(Choice("camera", "bb", "USB Camera"))
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    devices.set(FRONT)
    assert cameras.code == "camera.unplugged"
    assert not devices.opened[0].running
    devices.set(FRONT, CameraInfo("cc", "USB Camera"))
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    assert devices.opened[1].name == "USB Camera"
    assert remembered == ["camera|bb|USB Camera"]
    cameras.close()


def test_no_camera_is_said_once(qtbot: QtBot) -> None:
    devices, told = FakeDevices(), []
    cameras = cameras_of(devices)
    cameras.state.connect(lambda code, name: told.append(code))
    cameras.open(Choice("auto"))
    devices.set()
    devices.set()
    assert told == ["camera.none"]
    devices.set(FRONT)
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    devices.set()
    devices.set()
    assert cameras.code == "camera.unplugged"
    cameras.close()


def test_what_a_stopped_source_says_is_not_heard(qtbot: QtBot) -> None:
    devices = FakeDevices(FRONT)
    cameras = cameras_of(devices)
    cameras.open(Choice("auto"))
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    old = devices.opened[0]
    cameras.open(Choice("off"))
    old.tell("camera.busy")
    new = FakeSource("other")
    cameras.use(new)
    qtbot.waitUntil(lambda: cameras.code == "camera.working")
    new.tell("camera.busy")
    qtbot.waitUntil(lambda: cameras.code == "camera.busy")
    cameras.close()


@given(st.sampled_from(KINDS), st.text(), st.text(st.characters(exclude_characters="|")))
def test_a_choice_survives_the_settings_file(kind: str, value: str, name: str) -> None:
    if "%7C" not in value:
        choice = Choice(kind, value, name)
        assert Choice.parse(choice.text()) == choice


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", "auto"), ("demo", "demo"), ("http://192.0.2.7/live.mjpg", "mjpeg"), ("a.PNG", "picture"), ("b.avi", "video")],
)
def test_what_people_type(text: str, kind: str) -> None:
    assert Choice.parse(text).kind == kind


def test_a_folder_is_a_folder(tmp_path: Path) -> None:
    assert Choice.parse(str(tmp_path)) == Choice("folder", str(tmp_path))


def test_pick_prefers_the_socket_over_the_name() -> None:
    twins = [CameraInfo("aa", "USB Camera"), CameraInfo("bb", "USB Camera")]
    assert pick(Choice("camera", "bb", "USB Camera"), twins) == twins[1]
    assert pick(Choice("camera", "zz", "USB Camera"), twins) == twins[0]
    assert pick(Choice("camera", "zz", "Other"), twins) is None
    assert pick(Choice("auto"), []) is None
