"""The tour's step of the urgent card."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step


def urgent(stage: Stage) -> Drive:
    """Whom to call and what to read out, for a fire."""
    stage.go("urgent")
    page: Any = stage.page("urgent")
    yield lambda: bool(page.model.estate)
    page.numbers[1].click()


STEPS = [Step(800, "urgent", urgent)]
