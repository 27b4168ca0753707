"""The tour's steps of the Inside page: who is here, the folded guests closed together with a reason."""

from __future__ import annotations

from typing import Any

from ui.pages.inside.model import Section
from ui.tour import Drive, Stage, Step


def here(stage: Stage) -> Drive:
    """Overstays first; one row marked, with what can be done."""
    stage.go("inside", section="here")
    yield lambda: stage.front() == "inside" and bool(_page(stage).model.rows)
    _page(stage).table.mark(0)


def folded(stage: Stage) -> Drive:
    """Guests who did not sign out, all ticked."""
    stage.go("inside", section="unregistered")
    yield lambda: _page(stage).model.section is Section.UNREGISTERED and _fresh(stage)
    _page(stage).all.click()


def reason(stage: Stage) -> Drive:
    """Many at once ask for a reason."""
    if _page(stage).table.ticks():
        _page(stage).leave.click()
        yield lambda: _page(stage).panel.isVisible()


def closed(stage: Stage) -> Drive:
    """The reason is given; ten seconds to take it back."""
    if _page(stage).panel.isVisible():
        _page(stage).panel.answers()[0].click()
        yield lambda: stage.program.window.notes.undo.isVisible()


def _page(stage: Stage) -> Any:
    return stage.page("inside")


def _fresh(stage: Stage) -> bool:
    model = _page(stage).model
    return bool(model.counts) and sum(row.people for row in model.rows) == model.count(model.section)


STEPS = [
    Step(450, "inside", here),
    Step(460, "guests-folded", folded),
    Step(470, "many-leave-reason", reason),
    Step(480, "many-left", closed),
]
