"""The tour's steps of announced visits: a resident calls, the pass goes out, its digits let the visitor in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step

_digits: dict[str, str] = {}


def listed(stage: Stage) -> Drive:
    """Who is announced today."""
    stage.go("expected")
    yield lambda: stage.front() == "expected" and _page(stage).model.loaded


def called_in(stage: Stage) -> Drive:
    """A resident calls: who, when, where to."""
    page = _page(stage)
    page.new.click()
    form = page.form
    stage.type("3-1", form.door.line)
    yield form.door.has_rows
    form.door.pick_first()
    form.name.setText("计安然")
    yield lambda: bool(form.door_id)


def passed(stage: Stage) -> Drive:
    """Written down, and the pass is there."""
    _page(stage).form.with_pass.click()
    yield lambda: stage.front() == "passcard" and stage.page("passcard").model is not None  # type: ignore[union-attr]
    card: Any = stage.page("passcard")
    _digits["now"] = card.model.issued.digits


def photographed(stage: Stage) -> Drive:
    """Full screen, for the visitor's own phone or the resident's."""
    card: Any = stage.page("passcard")
    card.photo.click()
    yield lambda: card.full is not None


def read_out(stage: Stage) -> Drive:
    """Six digits, read out over the phone."""
    card: Any = stage.page("passcard")
    card.full.finish()
    card.read.click()
    yield lambda: card.full is not None


def told(stage: Stage) -> Drive:
    """The visitor says the six digits at the window."""
    card: Any = stage.page("passcard")
    card.full.finish()
    stage.go("today")
    stage.type(_digits["now"])
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: stage.front() == "choices"
    stage.page("choices").buttons()[0].click()  # type: ignore[union-attr]
    result: Any = stage.page("result")
    yield lambda: stage.front() == "result"
    result = stage.page("result")
    yield lambda: result.model is not None and bool(result.model.visitor)


def came(stage: Stage) -> Drive:
    """Enter lets them in."""
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: stage.program.window.notes.undo.isVisible() and stage.front() != "result"


def standing(stage: Stage) -> Drive:
    """Households vouch for those who come again and again."""
    stage.go("expected")
    _page(stage).other.click()
    yield lambda: bool(_page(stage).standing.isVisible())


def _page(stage: Stage) -> Any:
    return stage.page("expected")


STEPS = [
    Step(380, "expected-today", listed),
    Step(382, "called-in", called_in),
    Step(384, "pass-made", passed),
    Step(386, "pass-photographed", photographed),
    Step(388, "digits-read-out", read_out),
    Step(390, "digits-told", told),
    Step(392, "expected-admitted", came),
    Step(394, "standing-passes", standing),
]
