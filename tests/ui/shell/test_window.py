"""The rail's mark: the room one is in, of a card the room one came from, and none for what stands apart."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.page import Page, PageSpec
from ui.shell.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show_rooms([PageSpec(name, "今日", "users", 10, lambda _: Page()) for name in ("today", "inside")])
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
