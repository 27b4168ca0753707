"""The tour's steps of standing passes and permits: opened from the household, by key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Box, Drive, Stage, Step


def permit(stage: Stage) -> Drive:
    """A contractor's permit on the household's card, opened with Enter."""
    yield from _open(stage, "permit")


def standing(stage: Stage) -> Drive:
    """A standing pass likewise: when it holds, and who gave it out."""
    yield from _open(stage, "standing")


def back(stage: Stage) -> Drive:
    """Esc comes back to the household."""
    stage.press(Qt.Key.Key_Escape)
    yield lambda: stage.front() == "people"


def _open(stage: Stage, kind: str) -> Drive:
    box = Box()
    stage.desk.read(lambda r: _with(r, kind), box.put, box.fail)
    yield box.full
    household_id, ref = box.value
    stage.go("people", household_id=household_id)
    page: Any = stage.page("people")
    yield (
        lambda: page.model.card is not None and page.model.card.id == household_id and page.household.notes.isVisible()
    )
    notes = page.household.notes
    notes.mark(f"{kind}:{ref}")
    notes.setFocus()
    stage.press(Qt.Key.Key_Return, "\r")
    card: Any = stage.page("grant")
    yield lambda: stage.front() == "grant" and card.model is not None and card.model.id == ref


def _with(r: Any, kind: str) -> tuple[str, str]:
    """The newest one that a household has."""
    from desk.reception.reads import permits, standing

    rows = permits(r) if kind == "permit" else standing(r)
    return next((str(one.household_id), one.id) for one in rows if one.household_id)


STEPS = [
    Step(680, "permit-opened", permit),
    Step(685, "standing-pass-opened", standing),
    Step(690, "household-again", back),
]
