"""The tour's steps of the roster page: the month, a week, one shift, gaps, swaps, a change and who is affected by it."""

from __future__ import annotations

from typing import Any

from ui.pages.roster import panel_generate_tour
from ui.pages.roster.model import Panel
from ui.tour import Drive, Stage, Step


def month(stage: Stage) -> Drive:
    """This month as published."""
    stage.go("roster")
    yield lambda: bool(_model(stage).boxes)
    if gap := next(iter(_model(stage).gaps), None):
        _presenter(stage).choose(gap.id)


def week(stage: Stage) -> Drive:
    """A week in large. With large letters the page begins with one."""
    if _model(stage).week < 0:
        _page(stage).zoom.click()
    yield lambda: _model(stage).week >= 0


def shift(stage: Stage) -> Drive:
    """One shift: who is in it, who could be asked."""
    _presenter(stage).zoom(-1)
    _presenter(stage).open_shift(_ahead(stage).id)
    yield lambda: bool(_model(stage).candidates)


def gaps(stage: Stage) -> Drive:
    """What is missing, in words."""
    _presenter(stage).go(Panel.GAPS)
    yield lambda: _model(stage).panel is Panel.GAPS


def swaps(stage: Stage) -> Drive:
    """Swaps that wait."""
    _presenter(stage).go(Panel.SWAPS)
    yield lambda: bool(_model(stage).swaps) or not _model(stage).waiting


def risk(stage: Stage) -> Drive:
    """Shifts of today and tomorrow somebody should see to."""
    _presenter(stage).go(Panel.RISK)
    yield lambda: _model(stage).panel is Panel.RISK


def changed(stage: Stage) -> Drive:
    """Somebody is put where they have another shift: the conflict is marked at once."""
    presenter = _presenter(stage)
    presenter.change(panel=Panel.MONTH)
    ahead = [box for box in _model(stage).boxes if not box.begun]
    pairs = [(a, b) for a in ahead for b in ahead if a.day == b.day and a.id != b.id and a.cells and _at_once(a, b)]
    box, other = pairs[0] if pairs else (_ahead(stage), _ahead(stage))
    presenter.put(other.id, box.cells[0].who.id)
    yield lambda: _model(stage).changed or not pairs
    presenter.choose(other.id)


def affected(stage: Stage) -> Drive:
    """Who hears of it when it is published again."""
    _presenter(stage).go(Panel.PUBLISH)
    yield lambda: _model(stage).panel is Panel.PUBLISH


def undone(stage: Stage) -> Drive:
    """Taken back: as published."""
    _presenter(stage).change(panel=Panel.MONTH)
    _presenter(stage).undo()
    yield lambda: not _model(stage).changed


def _at_once(one: Any, other: Any) -> bool:
    inside = {cell.who.id for cell in other.cells}
    return one.hours[:5] < other.hours[6:] and other.hours[:5] < one.hours[6:] and one.cells[0].who.id not in inside


def _ahead(stage: Stage) -> Any:
    """A shift that is still ahead with somebody in it; at the end of a month any."""
    boxes = [box for box in _model(stage).boxes if box.cells]
    return next((box for box in boxes if not box.begun), boxes[0])


def _page(stage: Stage) -> Any:
    page = stage.page("roster")
    assert page is not None
    return page


def _presenter(stage: Stage) -> Any:
    return _page(stage)._presenter


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(905, "roster-month", month),
    Step(906, "roster-week", week),
    Step(907, "roster-shift", shift),
    Step(908, "roster-gaps", gaps),
    Step(909, "roster-swaps", swaps),
    Step(910, "roster-at-risk", risk),
    Step(911, "roster-conflict", changed),
    Step(912, "roster-affected", affected),
    Step(913, "roster-as-published", undone),
    *panel_generate_tour.STEPS,
]
