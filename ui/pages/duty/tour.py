"""The tour's steps of duty: the day, somebody clocks on, my own shifts."""

from __future__ import annotations

from typing import Any

from desk.duty.reads_team import members
from ui.pages.duty.model import Panel
from ui.tour import Drive, Stage, Step


def today(stage: Stage) -> Drive:
    """Who is here, who is expected, what is at risk."""
    stage.go("duty")
    yield lambda: bool(_page(stage).model.known and _page(stage).model.lines)


def who(stage: Stage) -> Drive:
    """Found by the first letters of the name."""
    _page(stage).foot.button(0).click()
    yield lambda: _page(stage).model.panel is Panel.WHO and bool(_page(stage).model.team)


def person(stage: Stage) -> Drive:
    """One of them at the clock, who may type a PIN."""
    page = _page(stage)
    with stage.desk.store.reading() as r:
        typing = next(one.id for one in members(r) if one.operator_id not in ("", stage.desk.actor.operator_id))
    page._presenter.choose(typing)
    yield lambda: page.model.panel is Panel.PERSON


def on(stage: Stage) -> Drive:
    """On duty, by the desk; ten seconds to take it back."""
    page = _page(stage)
    before = page.model.on
    page._presenter.by_desk()
    yield lambda: page.model.panel is Panel.TODAY and page.model.on > before


def mine(stage: Stage) -> Drive:
    """The shifts of whoever acts at the desk."""
    _page(stage).foot.button(1).click()
    yield lambda: _page(stage).model.panel is Panel.MINE
    yield lambda: bool(_page(stage).model.mine)


def month(stage: Stage) -> Drive:
    """The whole month, for the wall and the chat group."""
    _page(stage)._presenter.go_panel(Panel.SHEET)
    yield lambda: _page(stage).model.sheet is not None


def _page(stage: Stage) -> Any:
    return stage.page("duty")


STEPS = [
    Step(860, "duty-today", today),
    Step(861, "duty-who", who),
    Step(862, "duty-person", person),
    Step(863, "duty-on", on),
    Step(864, "duty-mine", mine),
    Step(865, "duty-month", month),
]
