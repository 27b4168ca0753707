"""The tour's steps of hours: the month, what waits, a correction, a certificate."""

from __future__ import annotations

from typing import Any

from ui.pages.hours.model import Panel
from ui.tour import Drive, Stage, Step


def month(stage: Stage) -> Drive:
    """Everybody's hours of last month."""
    stage.go("hours")
    yield lambda: _page(stage).model.known
    _page(stage).earlier.click()
    yield lambda: bool(_page(stage).model.counted)


def waits(stage: Stage) -> Drive:
    """What waits to be confirmed, and why."""
    _page(stage)._presenter.go(Panel.WAITS)
    yield lambda: bool(_page(stage).model.waits)


def record(stage: Stage) -> Drive:
    """One of them, opened."""
    page = _page(stage)
    page._presenter.open_record(page.model.waits[0].id)
    yield lambda: page.model.panel is Panel.RECORD


def correct(stage: Stage) -> Drive:
    """The right time, and why."""
    page = _page(stage)
    page.foot.button(1).click()
    yield lambda: page.model.panel is Panel.FORM
    stage.type("本人和班长都记得", page.form.editor("reason"))


def log(stage: Stage) -> Drive:
    """A helper without a shift."""
    page = _page(stage)
    while page.on_back():
        pass
    yield lambda: page.model.panel is Panel.MONTH
    page.foot.button(1 if page.model.waits else 0).click()
    yield lambda: page.model.panel is Panel.FORM
    stage.type("9:00", page.form.editor("from"))
    stage.type("10:30", page.form.editor("until"))
    stage.type("搬运活动器材", page.form.editor("content"))


def papers(stage: Stage) -> Drive:
    """Statements and certificates, and where each stands."""
    page = _page(stage)
    while page.on_back():
        pass
    page._presenter.go(Panel.PAPERS)
    yield lambda: bool(page.model.papers)


def paper(stage: Stage) -> Drive:
    """One that hangs for seven days."""
    page = _page(stage)
    page._presenter.open_paper(next(one.id for one in page.model.papers if one.number))
    yield lambda: page.model.panel is Panel.PAPER


def issue(stage: Stage) -> Drive:
    """The four blocks, before it is numbered."""
    page = _page(stage)
    page.on_back()
    waiting = next(one for one in page.model.papers if one.state in ("applied", "accepted"))
    page._presenter.open_paper(waiting.id)
    yield lambda: page.model.panel is Panel.PAPER
    if waiting.state == "applied":
        page._presenter.step_paper("accept")
    yield lambda: page.model.paper is not None and page.model.paper.state == "accepted"
    page.foot.button(0).click()
    yield lambda: page.model.panel is Panel.FORM


def _page(stage: Stage) -> Any:
    return stage.page("hours")


STEPS = [
    Step(916, "hours-month", month),
    Step(917, "hours-waits", waits),
    Step(918, "hours-record", record),
    Step(919, "hours-correct", correct),
    Step(920, "hours-log", log),
    Step(921, "hours-papers", papers),
    Step(922, "hours-paper", paper),
    Step(923, "hours-issue", issue),
]
