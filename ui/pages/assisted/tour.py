"""The tour's steps of an assisted session: who stands here, something done for them, the receipt, those of before."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step


def begin(stage: Stage) -> Drive:
    """A household, somebody of it, and how they were recognised."""
    stage.go("assisted")
    yield lambda: stage.front() == "assisted"
    page = _page(stage)
    stage.type("3-1", page.door.line)
    yield page.door.has_rows
    page.door.pick_first()
    yield lambda: bool(page.model.door_id)
    if page.model.people:
        page.who.tile(page.model.people[0].id).click()
    page.how.tile("known").click()
    yield lambda: page.model.ready


def running(stage: Stage) -> Drive:
    """Begun: the banner stands over every page."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: page.model.panel == "running"
    assert stage.program.shell is not None
    stage.program.shell.assisted.look()


def receipt(stage: Stage) -> Drive:
    """Something was done for them, and it is over."""
    page = _page(stage)
    door = stage.desk.assisting.now.household_id
    box = _park(stage, door)
    yield box.full
    yield lambda: bool(page.model.done)
    page.foot.button(0).click()
    yield lambda: page.model.panel == "receipt"


def past(stage: Stage) -> Drive:
    """Those of before."""
    page = _page(stage)
    page.presenter.past()
    yield lambda: page.model.panel == "past" and bool(page.model.past)


def _park(stage: Stage, door: str) -> Any:
    def work(u: Any) -> Any:
        from desk.reception.service import park

        return park(u, household_id=door, what="一袋米", shelf="A2")

    return stage.write(work)


def _page(stage: Stage) -> Any:
    return stage.page("assisted")


STEPS = [
    Step(895, "assisted-begin", begin),
    Step(896, "assisted-running", running),
    Step(897, "assisted-receipt", receipt),
    Step(898, "assisted-past", past),
]
