"""The tour's steps of sign-on and lock."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.operators.reads import sign_on_list
from desk.operators.rules import COMMAND
from desk.operators.service import issue_badge
from ui.tour import Drive, Stage, Step


def sign_on(stage: Stage) -> Drive:
    """A locked desk opens to a badge."""
    if stage.desk.session.state.locked:
        box = stage.write(lambda u: issue_badge(u, sign_on_list(u)[0].operator_id), COMMAND)
        yield box.full
        if box.error is not None:
            raise box.error
        stage.scanner(box.value)
    yield lambda: not stage.desk.session.state.locked and stage.front() != "signon"


def switch(stage: Stage) -> Drive:
    """Who is at the desk."""
    stage.go("signon")
    yield lambda: stage.front() == "signon" and bool(stage.page("signon").model.people)  # type: ignore[union-attr]


def locked(stage: Stage) -> Drive:
    """F11: the names stay, nothing else can be opened."""
    stage.press(Qt.Key.Key_F11)
    yield lambda: bool(stage.desk.session.state.locked) and stage.front() == "signon"
    yield lambda: bool(stage.page("signon").model.locked)  # type: ignore[union-attr]


STEPS = [Step(20, "signed-on", sign_on), Step(890, "switch", switch), Step(980, "locked", locked)]
