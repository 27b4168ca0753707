"""The tour's steps of faces: off by default, and the front from which a face is taken back. Nobody's face is in the tour."""

from __future__ import annotations

from typing import Any

from ui.tour import Box, Drive, Stage, Step


def switch(stage: Stage) -> Drive:
    """Off until a manager has said why, and what for."""
    stage.go("settings", section="faces")
    page: Any = stage.page("settings")
    yield lambda: page.key == "faces" and bool(page.panel().model.gate)


def answers(stage: Stage) -> Drive:
    """What has to be written down first."""
    page: Any = stage.page("settings")
    page.panel().act()
    yield lambda: bool(page.panel().model.editing)


def front(stage: Stage) -> Drive:
    """Taking a face back: with the receipt, or with a document."""
    page: Any = stage.page("settings")
    page.panel().back()
    stage.go("faces")
    yield lambda: stage.front() == "faces"


def person(stage: Stage) -> Drive:
    """Somebody who has not enrolled: nothing is different for them."""
    box = Box()
    stage.desk.read(_somebody, box.put, box.fail)
    yield box.full
    stage.go("faces", person_id=box.value)
    page: Any = stage.page("faces")
    yield lambda: page.model.enrolment is not None and bool(page.model.who.name)


def _somebody(r: Any) -> str:
    """Whoever lives behind the first door that is lived in."""
    from desk.operators.rules import COMMAND
    from desk.people.reads import households, residents_of

    home = next(one for one in households(r, "", 100) if one.people)
    return residents_of(r, COMMAND, home.id)[0].id


STEPS = [
    Step(780, "faces-off", switch),
    Step(781, "faces-answers", answers),
    Step(782, "faces-withdraw", front),
    Step(783, "faces-person", person),
]
