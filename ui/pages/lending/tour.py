"""The tour's steps of lending: F8, a thing to a household, taken in a hurry, back by its label, one out too long, the book."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def home(stage: Stage) -> Drive:
    """What is in and what is out."""
    stage.press(Qt.Key.Key_F8)
    yield lambda: stage.front() == "lending" and _page(stage).model.known


def form(stage: Stage) -> Drive:
    """A pump and a racket for a door."""
    page = _page(stage)
    for kind in ("racket", "pump"):
        thing = next(one for one in page.model.things if one.kind == kind)
        page._on_thing(thing)
    stage.type("3-1", page.lend.who.door.line)
    yield lambda: page.lend.who.door.has_rows()
    page.lend.who.door.pick_first()
    yield lambda: len(page.lend.items) == 2 and bool(page.lend._until.text())


def lent(stage: Stage) -> Drive:
    """Handed over, until when; ten seconds to take it back."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: page.panel == "done" and stage.program.window.notes.undo.isVisible()


def now(stage: Stage) -> Drive:
    """Somebody needs it this minute: one press."""
    page = _page(stage)
    page.foot.button(0).click()
    page.foot.button(1).click()
    yield lambda: page.panel == "now" and bool(page.now.tiles)


def taken(stage: Stage) -> Drive:
    """Theirs; who it was is asked later."""
    _page(stage).now.tiles[0][1].click()
    yield lambda: _page(stage).panel == "done"


def late(stage: Stage) -> Drive:
    """Out too long: who has it, longer, a kind word, back."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: any(one.late_min and one.known for one in page.model.loans)
    loan = next(one for one in page.model.loans if one.late_min and one.known)
    stage.go("lending", asset_id=loan.asset_id)
    yield lambda: page.panel == "thing" and page.thing.loan is not None


def kit(stage: Stage) -> Drive:
    """A kit that lacks something stays in until it is filled."""
    page = _page(stage)
    thing = next(one for one in page.model.things if one.condition == "incomplete")
    stage.go("lending", asset_id=thing.id)
    yield lambda: page.panel == "thing" and page.thing.thing.id == thing.id


def keep(stage: Stage) -> Drive:
    """A trolley kept for the afternoon."""
    page = _page(stage)
    page.on_back()
    page.foot.button(2).click()
    yield lambda: page.panel == "keep" and bool(page.keep.rows)


def book(stage: Stage) -> Drive:
    """The asset book, one line open."""
    page = _page(stage)
    page.on_back()
    page.foot.button(3).click()
    yield lambda: bool(page.book.things)
    page._presenter.book.open(next(one.id for one in page.book.things if one.cls == "kit"))
    yield lambda: not page.book.form().new


def _page(stage: Stage) -> Any:
    return stage.page("lending")


STEPS = [
    Step(481, "lending-home", home),
    Step(482, "lending-form", form),
    Step(483, "lending-lent", lent),
    Step(484, "lending-taken-now", now),
    Step(485, "lending-taken", taken),
    Step(486, "lending-late", late),
    Step(487, "lending-kit", kit),
    Step(488, "lending-kept", keep),
    Step(489, "lending-book", book),
]
