"""Steps of the tour: next month is opened, fills itself, can be stopped, and says how even it is. Joined by tour.py."""

from __future__ import annotations

from typing import Any

from ui.pages.roster.model import Panel
from ui.pages.roster.panel_generate_model import Stage as At
from ui.tour import Drive, Stage, Step


def choice(stage: Stage) -> Drive:
    """Next month has its shifts and nobody in them; somebody cannot come on Thursdays."""
    from desk.core.actor import Actor
    from desk.duty import reads_team, service_roster, service_team
    from desk.duty.rules import Says, month_after
    from desk.duty.rules_availability import Line

    def prepare(u: Any) -> str:
        month = month_after(reads_team.site_time(u).day(u.now).isoformat()[:7])
        service_roster.open_month(u, month)
        for one in reads_team.members(u):
            if one.capacity in ("branch", "committee", "owners", "property"):  # nobody of the 1 or 3 on the 10th
                service_team.say(u, Line(one.id, Says.CANNOT, from_day=f"{month}-10", until_day=f"{month}-10"))
        return month

    ready = stage.write(prepare, Actor("", "manager", frozenset({"duty.edit", "duty.read"})))
    yield ready.full
    stage.go("roster", month=ready.value, panel=Panel.GENERATE.value)
    yield lambda: bool(_part(stage).model.fair)


def under_way(stage: Stage) -> Drive:
    """It works, with a number and a way out."""
    _part(stage).start()
    yield lambda: _part(stage).model.wanted > 0 or not _part(stage).model.busy


def stopped(stage: Stage) -> Drive:
    """Stopped: the plan is as it was."""
    if _part(stage).model.busy:
        _part(stage).stop()
    yield lambda: not _part(stage).model.busy
    if _part(stage).model.stage is At.DONE:  # it was faster than the finger
        _presenter(stage).undo()
        _part(stage).again()


def filled(stage: Stage) -> Drive:
    """The month is full but for one sitting, and why."""
    _part(stage).start()
    yield lambda: _part(stage).model.stage is At.DONE


def even(stage: Stage) -> Drive:
    """How even three months are."""
    page: Any = stage.page("roster")
    bar = page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield lambda: True


def in_the_grid(stage: Stage) -> Drive:
    """The plan in the grid."""
    _presenter(stage).go(Panel.MONTH)
    yield lambda: True


def _presenter(stage: Stage) -> Any:
    page: Any = stage.page("roster")
    return page._presenter


def _part(stage: Stage) -> Any:
    return _presenter(stage).generating


STEPS = [
    Step(961, "roster-generate-choice", choice),
    Step(962, "roster-generate-under-way", under_way),
    Step(963, "roster-generate-stopped", stopped),
    Step(964, "roster-generate-filled", filled),
    Step(965, "roster-fairness", even),
    Step(966, "roster-generated-month", in_the_grid),
]
