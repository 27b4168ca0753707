"""The tour's step of the help page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def help_page(stage: Stage) -> Drive:
    stage.press(Qt.Key.Key_F1)
    yield lambda: stage.front() == "help"


STEPS = [Step(950, "help", help_page)]
