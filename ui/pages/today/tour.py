"""The tour's steps of Today: the day as it stands, a rider in one key, a rider by platform."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def standing(stage: Stage) -> Drive:
    """What needs somebody, and the figures."""
    stage.go("today")
    yield lambda: stage.front() == "today" and _page(stage).model.inside > 0


def rider(stage: Stage) -> Drive:
    """F5, and the undo bar stands."""
    before = _page(stage).model.passes
    stage.press(Qt.Key.Key_F5)
    yield lambda: stage.program.window.notes.undo.isVisible() and _page(stage).model.passes == before + 1


def platform(stage: Stage) -> Drive:
    """The card turned over: platforms and the hours of the day."""
    _page(stage).fast.tile("platforms").click()
    yield lambda: _page(stage).fast.is_open()


def _page(stage: Stage) -> Any:
    return stage.page("today")


STEPS = [Step(100, "today", standing), Step(110, "rider-one-key", rider), Step(120, "rider-platforms", platform)]
