"""The window: the rail's mark (the room one is in, or came from, or none), and where what was done is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.shell.page import Page, PageSpec
from ui.shell.window import HIGH, WIDE, Window
from ui.theme import apply_theme


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    rooms = [PageSpec(name, "今日", "users", 10, lambda _: Page()) for name in ("today", "inside")]
    made.show_rooms([*rooms, PageSpec("late", "今日", "users", 910, lambda _: Page(), in_rail=False, room="inside")])
    return made


def marked(window: Window) -> list[str]:
    assert window.rail is not None
    return [name for name in ("today", "inside") if window.rail.button(name).isChecked()]


@pytest.mark.parametrize("apart", ["urgent", "rollcall"])
def test_urgent_and_roll_call_mark_no_room(window: Window, apart: str) -> None:
    window.mark_room("inside")
    window.mark_room("result")
    assert marked(window) == ["inside"]
    window.mark_room(apart)
    assert marked(window) == []
    window.mark_room("today")
    assert marked(window) == ["today"]


def test_a_page_of_a_room_marks_that_room(window: Window) -> None:
    window.mark_room("today")
    window.mark_room("late")
    assert marked(window) == ["inside"]


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", 40)
    yield
    apply_theme(qapp, "light", 24)


def shown(window: Window) -> Window:
    window.resize(WIDE, HIGH)
    window.show()
    return window


def test_in_large_print_the_undo_stands_in_the_place_of_the_bar(large: None, window: Window, qtbot: QtBot) -> None:
    shown(window)
    before = window.scan_line.geometry()
    window.notes.offer_undo("已登记", lambda: None)
    qtbot.waitUntil(lambda: not window.bar.isVisible())
    assert window.notes.isVisible()
    qtbot.waitUntil(lambda: window.notes.undo.isVisible() and window.notes.geometry().top() == 0)
    assert window.scan_line.geometry() == before
    window.notes.undo.take_back()
    qtbot.waitUntil(window.bar.isVisible)


def test_what_is_lost_for_long_leaves_the_bar_in_sight(large: None, window: Window, qtbot: QtBot) -> None:
    shown(window)
    window.notes.show_health("摄像头拔掉了")
    qtbot.waitUntil(lambda: window.notes.health.isVisible() and window.notes.height() > 0)
    assert window.bar.isVisible()


def test_in_ordinary_print_the_undo_stands_above_the_scan_line(
    qapp: QApplication, window: Window, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light", 24)
    shown(window)
    window.notes.offer_undo("已登记", lambda: None)
    qtbot.waitUntil(lambda: window.notes.geometry().bottom() + 1 == window.scan_line.geometry().top())
    assert window.bar.isVisible()
