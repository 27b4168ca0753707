"""The public screen stands on the chosen monitor, comes back with it, and never lies over the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desk.core.settings import SettingsFile
from ui.public_screen.canvas import Canvas
from ui.public_screen.keeper import Keeper, plugged_in
from ui.public_screen.placing import Chosen, Monitor, chosen_of, find, place
from ui.public_screen.window import PublicWindow

DESK = Monitor("eDP-1", "", "", 0, 0, 1366, 768)
HALL = Monitor("HDMI-1", "S123", "Maker Big", 1366, 0, 1920, 1080)
OTHER = Monitor("DP-1", "", "Maker Old", 3286, 0, 1920, 1080)
WANTED = Chosen(True, "HDMI-1", "S123", "Maker Big")


def test_it_is_found_by_its_serial_wherever_it_is_plugged() -> None:
    moved = Monitor("DP-2", "S123", "Maker Big", 1366)
    assert place([DESK, moved], WANTED, DESK) == moved
    assert place([DESK, Monitor("HDMI-1", "S999", "Maker Big", 1366)], WANTED, DESK) is None
    assert place([DESK, OTHER], WANTED, DESK) is None


def test_without_a_serial_socket_and_model_count() -> None:
    wanted = Chosen(True, "DP-1", "", "Maker Old")
    assert find([OTHER], wanted) == OTHER
    assert find([Monitor("DP-1", "", "Another")], wanted) is None


def test_never_over_the_work() -> None:
    mirrored = Monitor("HDMI-1", "S123", "Maker Big", 0, 0, 1366, 768)
    assert place([DESK, mirrored], WANTED, DESK) is None
    assert place([HALL], WANTED, HALL) is None
    assert place([HALL], WANTED, None) is None


def test_off_is_off() -> None:
    assert place([DESK, HALL], Chosen(False, "HDMI-1", "S123", "Maker Big"), DESK) is None


@given(st.one_of(st.none(), st.text(), st.integers(), st.dictionaries(st.text(), st.integers()), st.lists(st.text())))
def test_whatever_the_settings_hold_is_read(kept: object) -> None:
    assert chosen_of(kept).on is False


def test_what_was_chosen_is_kept() -> None:
    assert chosen_of(WANTED.to_settings()) == WANTED


class FakeWindow:
    def __init__(self) -> None:
        self.at: QRect | None = None

    def stand(self, rect: QRect) -> None:
        self.at = rect

    def go(self) -> None:
        self.at = None


class FakeScreen:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


def test_a_monitor_unplugged_while_full_screen_and_plugged_in_again(tmp_path: Path, qtbot: object) -> None:
    there = [DESK, HALL]
    window = FakeWindow()
    told: list[Monitor | None] = []
    keeper = Keeper(SettingsFile(tmp_path / "s.json"), window, lambda: DESK, lambda: there)
    keeper.changed.connect(lambda: told.append(keeper.at))
    keeper.start()
    assert window.at is None
    keeper.choose(WANTED)
    assert window.at == QRect(1366, 0, 1920, 1080)
    there.remove(HALL)
    keeper.on_removed(FakeScreen("HDMI-1"))  # type: ignore[arg-type]
    assert window.at is None, "before Qt can move it over the work"
    qtbot.waitUntil(lambda: not keeper._soon.isActive())  # type: ignore[attr-defined]
    assert window.at is None
    assert keeper.missing()
    there.append(Monitor("DP-9", "S123", "Maker Big", 1366, 0, 3840, 2160))
    keeper.on_added()
    qtbot.waitUntil(lambda: window.at is not None)  # type: ignore[attr-defined]
    assert window.at == QRect(1366, 0, 3840, 2160)
    assert not keeper.missing()
    keeper.stop()
    assert window.at is None
    again = Keeper(SettingsFile(tmp_path / "s.json"), window, lambda: DESK, lambda: [DESK, HALL])
    again.start()
    assert window.at == QRect(1366, 0, 1920, 1080), "remembered over a restart"
    again.stop()


def test_another_monitor_that_goes_moves_nothing(tmp_path: Path, qtbot: object) -> None:
    window = FakeWindow()
    keeper = Keeper(SettingsFile(tmp_path / "s.json"), window, lambda: DESK, lambda: [DESK, HALL, OTHER])
    keeper.start()
    keeper.choose(WANTED)
    keeper.on_removed(FakeScreen("DP-1"))  # type: ignore[arg-type]
    assert window.at is not None
    assert [one.name for one in keeper.monitors()] == ["HDMI-1", "DP-1"]
    keeper.stop()


def test_when_the_desk_is_dragged_onto_its_monitor_it_gives_way(tmp_path: Path, qtbot: object) -> None:
    window, desk = FakeWindow(), [DESK]
    keeper = Keeper(SettingsFile(tmp_path / "s.json"), window, lambda: desk[0], lambda: [DESK, HALL])
    keeper.start()
    keeper.choose(WANTED)
    desk[0] = HALL
    keeper.follow()
    assert window.at is None
    keeper.stop()


def test_the_window_never_takes_the_keyboard_and_is_not_closed_by_accident(qtbot: object) -> None:
    work = QWidget()
    qtbot.addWidget(work)  # type: ignore[attr-defined]
    work.show()
    window = PublicWindow(Canvas())
    qtbot.addWidget(window, before_close_func=lambda one: one.end())  # type: ignore[attr-defined]
    window.stand(QRect(0, 0, 1920, 1080))
    assert window.canvas.size() == window.size()
    window.close()
    assert window.isVisible()
    window.go()
    assert not window.isVisible()


@pytest.mark.usefixtures("qtbot")
def test_monitors_of_this_computer_are_listed() -> None:
    assert plugged_in()
    assert all(one.width > 0 for one in plugged_in())
