"""The tour's steps of the reception page: today's sitting, a visit with two matters, read back, the lists, the month."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF

from ui.tour import Drive, Stage, Step


def today(stage: Stage) -> Drive:
    """A sitting runs; who has come stands beside it."""
    stage.go("hearings")
    yield lambda: _page(stage).model.known and _page(stage).today.sitting() is not None


def visit(stage: Stage) -> Drive:
    """Somebody sits down; the second matter is handed on."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: page.panel == "visit"
    form = page.visit
    stage.type("欧阳测试", form.name)
    stage.type("104 0000 5678", form.phone)
    form.said.setPlainText("楼上半夜拖椅子，太吵")
    stage.type("8 号楼 1 单元", form.place)
    form.answer.setPlainText("已经打过电话，楼上答应垫上脚垫")
    yield lambda: form.pad.choice() == "noise"
    form.add()
    form.said.setPlainText("健身器材的螺丝松了")
    stage.type("中心花园", form.place)
    form.later.click()
    yield lambda: form.pad.choice() == "facility"


def read(stage: Stage) -> Drive:
    """Read back in large print, and signed."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: page.panel == "read"
    pad = page.read.pad
    pad.begin_stroke(QPointF(60, 70))
    for n in range(24):
        pad.go_on(QPointF(60 + n * 8, 70 + (n % 4) * 14 - (n % 7) * 6))


def heard(stage: Stage) -> Drive:
    """Back at the sitting: both stand there, the visit is signed."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: page.panel == "today" and any(one.confirmed == "signature" for one in page.today.sitting().visits)


def matters(stage: Stage) -> Drive:
    """Everything that is open, the most pressing first."""
    stage.go("hearings", room="matters")
    yield lambda: bool(_page(stage).model.lines)


def owed(stage: Stage) -> Drive:
    """What one body owes, for its slip or a sheet."""
    page = _page(stage)
    page.matters.owner.set_key(page.model.lines[0].owner)
    page.matters.owner.picked.emit(page.matters.owner.key())
    yield lambda: page.matters.slip.isVisible()


def calls(stage: Stage) -> Drive:
    """Who waits to hear."""
    stage.go("hearings", room="calls")
    yield lambda: bool(_page(stage).model.calls)


def month(stage: Stage) -> Drive:
    """The month for the notice wall, without names."""
    stage.go("hearings", room="month")
    yield lambda: _page(stage).month.month is not None and bool(_page(stage).month.month.words)


def bodies(stage: Stage) -> Drive:
    """Who answers for what, and until when."""
    stage.go("hearings", room="bodies")
    yield lambda: bool(_page(stage).model.bodies)


def _page(stage: Stage) -> Any:
    return stage.page("hearings")


STEPS = [
    Step(850, "reception-today", today),
    Step(851, "reception-visit", visit),
    Step(852, "reception-read-back", read),
    Step(853, "reception-heard", heard),
    Step(854, "reception-matters", matters),
    Step(855, "reception-owed", owed),
    Step(855, "reception-calls", calls),
    Step(856, "reception-month", month),
    Step(888, "reception-bodies", bodies),  # a manager acts at the desk by then
]
