"""The tour's steps of the sync page: alone, and then with a link that is made up (no hub is asked; nothing leaves the desk)."""

from __future__ import annotations

from typing import Any

from desk.demo.service_link import agree, make_up, take_away
from ui.pages.sync.model import Panel
from ui.tour import Drive, Stage, Step


def alone(stage: Stage) -> Drive:
    """A desk without a hub: quiet words."""
    stage.write(take_away)
    stage.go("sync")
    yield lambda: _model(stage).found is not None and _model(stage).found.now.state.value == "alone"


def waiting(stage: Stage) -> Drive:
    """Three hours without a line: what waits, since when, what somebody should look at."""
    box = stage.write(make_up)
    yield box.full
    _page(stage).refresh()
    yield lambda: _model(stage).found.now.state.value == "no_line" and bool(_model(stage).found.conflicts)
    stage.program.shell._refresh_bar()


def conflict(stage: Stage) -> Drive:
    """Two people changed one thing: both values, two buttons."""
    _page(stage)._presenter.open_conflict(_model(stage).found.conflicts[0].num)
    yield lambda: _model(stage).panel is Panel.CONFLICT


def agreed(stage: Stage) -> Drive:
    """Everything agrees: the one green state."""
    _page(stage).on_back()
    box = stage.write(agree)
    yield box.full
    _page(stage).refresh()
    stage.program.shell._refresh_bar()
    yield lambda: _model(stage).found.now.state.value == "agreed"


def link(stage: Stage) -> Drive:
    """Linking by the code of the hub's page."""
    stage.write(take_away)
    stage.go("sync", section="link")
    yield lambda: _model(stage).panel is Panel.LINK


def by_stick(stage: Stage) -> Drive:
    """A further computer where there is no line: a file on a stick, and its code for paper."""
    box = stage.write(take_away)
    yield box.full
    _page(stage).on_back()
    _page(stage)._presenter.invite_by_file(stage.scratch())
    yield lambda: _model(stage).panel is Panel.HAND


def leave(stage: Stage) -> Drive:
    """As it was before."""
    _page(stage).on_back()
    _page(stage).refresh()
    yield lambda: _model(stage).panel is Panel.HOME and _model(stage).found.now.state.value == "alone"
    stage.program.shell._refresh_bar()


def wiped(stage: Stage) -> Drive:
    """What stands alone in the window when the hub has had the desk wiped; here nothing was. The last step of all."""
    stage.program.door.sent_away()
    yield lambda: stage.program.window.rail is not None and not stage.program.window.rail.isVisible()


def _page(stage: Stage) -> Any:
    page = stage.page("sync")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(930, "sync-alone", alone),
    Step(931, "sync-made-up-no-line", waiting),
    Step(932, "sync-made-up-conflict", conflict),
    Step(933, "sync-made-up-agreed", agreed),
    Step(934, "sync-link", link),
    Step(935, "sync-invite-by-stick", by_stick),
    Step(936, "sync-as-before", leave),
    Step(999, "sync-made-up-wiped", wiped),
]
