"""The tour's step of the short list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def digits(stage: Stage) -> Drive:
    """Six digits may be several things."""
    stage.type("120234")
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: stage.front() == "choices"


STEPS = [Step(430, "digits", digits)]
