"""The tour's steps of registration: a guest by household code, a contractor, somebody known, the watch list."""

from __future__ import annotations

import contextlib
from typing import Any

from PySide6.QtCore import Qt

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from ui.tour import Drive, Stage, Step

NAME, PINYIN = "邹若汐", "zouruoxi"
WATCHED = "邬天赐"


def types(stage: Stage) -> Drive:
    """F2: nine kinds of visitor."""
    stage.press(Qt.Key.Key_F2)
    yield lambda: stage.front() == "admit"


def scanned(stage: Stage) -> Drive:
    """The household's code, held out by the guest, names and vouches for the household."""
    box = stage.write(_household_code)
    yield box.full
    if box.error is not None:
        raise box.error
    stage.scanner(box.value)
    yield lambda: _page(stage).model.proof == "code"


def named(stage: Stage) -> Drive:
    """The name; the rest may stay empty."""
    stage.type(NAME, _page(stage).fields.lines["name"].line)
    yield lambda: _page(stage).model.lacks == ()


def admitted(stage: Stage) -> Drive:
    """Enter lets the guest in and says what next."""
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: _page(stage).model.done is not None


def missing(stage: Stage) -> Drive:
    """Pressed too early: what is missing is marked, nothing was written."""
    page = _page(stage)
    page.next.click()
    page.types.tile("guest").click()
    page.go.click()
    yield lambda: _page(stage).model.wrong


def known(stage: Stage) -> Drive:
    """Somebody who was here before: a person confirms, the form fills itself."""
    page = _page(stage)
    stage.type(NAME, page.fields.lines["name"].line)
    yield lambda: any(one.kind in ("person", "inside") for one in page.model.suggestions)
    page.side.cards[0].yes_button().click()
    yield lambda: bool(page.model.known and page.model.door)


def watched(stage: Stage) -> Drive:
    """The watch list advises, it never refuses."""
    box = stage.write(_watch)
    yield box.full
    page = _page(stage)
    page.empty.click()
    page.types.tile("guest").click()
    stage.type(WATCHED, page.fields.lines["name"].line)
    yield lambda: any(one.kind == "watch" for one in page.model.suggestions)
    page.side.cards[0].yes_button().click()
    yield lambda: bool(page.model.watch)


def contractor(stage: Stage) -> Drive:
    """A contractor: the company brings up its permits."""
    page = _page(stage)
    page.empty.click()
    page.types.tile("contractor").click()
    stage.type("安居装饰", page.fields.lines["company"].line)
    yield lambda: bool(page.model.permits)
    page.permit.row(0).click()
    yield lambda: bool(page.model.permit)
    page.scroller.ensureWidgetVisible(page.permit)


def kept(stage: Stage) -> Drive:
    """Half filled in, and a rider comes by: F5 counts over it, the form stands as it was."""
    page = _page(stage)
    page.scroller.verticalScrollBar().setValue(0)
    stage.press(Qt.Key.Key_F5)
    yield lambda: stage.program.window.notes.undo.isVisible() and page.model.values["company"] == "安居装饰"


def emptied(stage: Stage) -> Drive:
    """Cleared, for the next one; the undo bar stands."""
    _page(stage).empty.click()
    yield lambda: _page(stage).model.kind == ""


def _page(stage: Stage) -> Any:
    return stage.page("admit")


def _household_code(u: Any) -> str:
    from desk.codes.rules import Kind
    from desk.codes.service import issue
    from desk.people.reads import households

    for one in reversed(households(u, limit=200)):  # walked again, some have theirs already
        with contextlib.suppress(Refused):
            return str(issue(u, Kind.INDOOR, one.id).text)
    raise Refused("codes.already_issued")


def _watch(u: Any) -> str:
    from desk.reception.service import watch_add

    return watch_add(
        u, name=WATCHED, reason="上门推销，住户多次反映", advice="请客气地问清去哪一户，再打电话核实", owner="物业客服",
        expires_at=u.now + 30 * DAY_MS,
    )  # fmt: skip


STEPS = [
    Step(300, "who-is-here", types),
    Step(305, "household-code", scanned),
    Step(310, "guest-named", named),
    Step(315, "guest-admitted", admitted),
    Step(350, "still-missing", missing),
    Step(355, "returning-visitor", known),
    Step(360, "watch-list-advice", watched),
    Step(365, "contractor-permit", contractor),
    Step(370, "rider-over-the-form", kept),
    Step(375, "form-cleared", emptied),
]
