"""The tour's step of the other ways in."""

from __future__ import annotations

from ui.tour import Drive, Stage, Step


def more(stage: Stage) -> Drive:
    stage.go("more")
    yield lambda: stage.front() == "more"


STEPS = [Step(240, "more-ways", more)]
