"""The tour's steps of the handover: the draft, all ticked and counted, both signatures, those of before, what is counted."""

from __future__ import annotations

from typing import Any

from desk.core.lanes import WRITE
from ui.tour import Drive, Stage, Step

PIN = "2468"


def draft(stage: Stage) -> Drive:
    """What the day leaves open, grouped."""
    stage.go("handover")
    yield lambda: _page(stage).model.known and bool(_page(stage).model.body.items)


def ticked(stage: Stage) -> Drive:
    """Each group has its tick, each thing its count; one key is missing, and why is written."""
    page = _page(stage)
    for row in page.drafted.rows.values():
        if not row.isHidden():
            row.tick.click()
    rows = list(page.drafted.counts.values())
    for row in rows[1:]:
        row.right.click()
    rows[0].minus.click()
    yield lambda: not rows[0].note.isHidden()
    stage.type("物业师傅借走一把，明早还", rows[0].note)
    rows[0].note.textEdited.emit(rows[0].note.text())
    yield lambda: not page.model.lacks


def signing(stage: Stage) -> Drive:
    """Who hands over?"""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: bool(page.sign.tiles) or page.model.asking is not None


def waiting(stage: Stage) -> Drive:
    """Signed by who goes; it waits for the relief."""
    page = _page(stage)
    yield from _sign(page)
    yield lambda: page.model.panel == "read" and page.model.put is not None and page.model.put.waits


def unaccepted(stage: Stage) -> Drive:
    """On every other page a bar says so; visitors are admitted as always."""
    stage.go("today")
    yield lambda: not stage.program.window.relief.isHidden()


def taken(stage: Stage) -> Drive:
    """The relief signs and acts at the desk."""
    stage.go("handover")
    page = _page(stage)
    yield lambda: page.model.panel == "read" and page.model.put is not None
    page.foot.button(0).click()
    yield lambda: bool(page.model.people) or page.model.asking is not None
    yield from _sign(page)
    yield lambda: bool(page.model.took)


def past(stage: Stage) -> Drive:
    """Those of before: one evening somebody stayed on."""
    page = _page(stage)
    page._presenter.go(type(page.model.panel)("past"))
    yield lambda: bool(page.model.past)


def items(stage: Stage) -> Drive:
    """What is counted at every handover."""
    stage.write(lambda u: None)
    managers = [chip for chip in _chips(stage) if chip.role == "manager"]
    stage.desk.lanes.run(WRITE, lambda: stage.desk.session.sign_on_pin(managers[0].operator_id, PIN))
    yield lambda: stage.desk.actor.role == "manager"
    stage.go("handover", panel="items")
    yield lambda: bool(_page(stage).items.rows)


def _chips(stage: Stage) -> Any:
    from desk.operators.reads import sign_on_list

    with stage.desk.store.reading() as r:
        return sign_on_list(r)


def _sign(page: Any) -> Drive:
    """The first who has one types the PIN of the demonstration."""
    if page.model.asking is None:
        page.sign.tiles[next(n for n, one in enumerate(page.model.people) if one.has_pin)].click()
        yield lambda: page.model.asking is not None
    for digit in PIN:
        page.sign.pad.type_digit(digit)
    page.sign.pad._enter.click()


def _page(stage: Stage) -> Any:
    return stage.page("handover")


STEPS = [
    Step(880, "handover-draft", draft),
    Step(881, "handover-ticked", ticked),
    Step(882, "handover-who-signs", signing),
    Step(883, "handover-waiting", waiting),
    Step(884, "handover-unaccepted", unaccepted),
    Step(885, "handover-taken", taken),
    Step(886, "handover-past", past),
    Step(887, "handover-items", items),
]
