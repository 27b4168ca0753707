"""The tour's steps of the result card: a pass is held before the camera, lets in, and lets out again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from ui.pages.result.model import Next
from ui.tour import Drive, Stage, Step

_code: dict[str, str] = {}


def pass_valid(stage: Stage) -> Drive:
    """A pass of an expected visitor is scanned."""
    box = stage.write(_expect)
    yield box.full
    if box.error is not None:
        raise box.error
    _code["text"] = box.value.text
    stage.hold_up(_code["text"])
    yield lambda: _shown(stage) is Next.ADMIT
    stage.hold_up("")


def admitted(stage: Stage) -> Drive:
    """Enter lets them in; the undo bar stands."""
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: stage.program.window.notes.undo.isVisible()


def pass_leaving(stage: Stage) -> Drive:
    """The same pass on the way out."""
    stage.program.eyes.scans.forget()  # type: ignore[union-attr]  # the cameras are there by now
    stage.scanner(_code["text"])
    yield lambda: _shown(stage) is Next.CHECK_OUT


def foreign(stage: Stage) -> Drive:
    """A code of somebody else."""
    stage.hold_up("https://example.com/pay?id=1")
    yield lambda: _headline(stage) == "code.foreign"
    stage.hold_up("")


def _expect(u: Any) -> Any:
    from desk.people.reads import find_household
    from desk.reception.rules import Draft, VisitorType
    from desk.reception.service import expect_with_pass

    home = find_household(u, "3-1-1202") or find_household(u, "3-1-101")
    door = home.id if home is not None else None
    draft = Draft(VisitorType.GUEST, name="欧阳小满", plate="沪A12345", party_size=2, household_id=door)
    return expect_with_pass(u, new_id(u.now), draft, u.now - HOUR_MS // 2, u.now + 3 * HOUR_MS)


def _shown(stage: Stage) -> Next | None:
    page: Any = stage.page("result")
    model = page.model if page is not None and stage.front() == "result" else None
    return model.next if model is not None and model.visitor else None


def _headline(stage: Stage) -> str:
    page: Any = stage.page("result")
    return page.model.headline if page is not None and page.model is not None else ""


STEPS = [
    Step(200, "pass-valid", pass_valid),
    Step(210, "admitted", admitted),
    Step(220, "pass-leaving", pass_leaving),
    Step(230, "foreign-code", foreign),
]
