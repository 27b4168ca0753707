"""The tour's step of the morning briefing."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step


def briefing(stage: Stage) -> Drive:
    """From the button on Today."""
    stage.go("today")
    page: Any = stage.page("today")
    page.briefing.click()
    yield lambda: stage.front() == "briefing" and stage.page().model.known  # type: ignore[union-attr]


STEPS = [Step(869, "briefing", briefing)]
