"""The tour's step of an emergency on the public screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def taken_over(stage: Stage) -> Drive:
    """A held F4 puts the first sentence over the screen; it is ended again before the next step."""
    stage.go("today")
    yield lambda: stage.front() == "today"
    stage.program.shell.acts.do("takeover")  # type: ignore[union-attr]
    yield lambda: stage.front() == "takeover"
    page: Any = stage.page("takeover")
    yield lambda: bool(page.model.running)


def ended(stage: Stage) -> Drive:
    """Back to the ordinary screen."""
    page: Any = stage.page("takeover")
    stage.press(Qt.Key.Key_Return)
    yield lambda: page.model.known and not page.model.running


STEPS = [Step(875, "screen-emergency", taken_over), Step(876, "screen-emergency-over", ended)]
