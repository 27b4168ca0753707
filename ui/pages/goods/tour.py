"""The tour's steps of goods: taken in for a household, the code told once, handed out by the code."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step

_code: dict[str, str] = {}


def form(stage: Stage) -> Drive:
    """A box of fruit for a door."""
    stage.press(Qt.Key.Key_F7)
    yield lambda: stage.front() == "goods"
    page = _page(stage)
    page.foot.button(0).click()
    stage.type("3-1", page.park.door.line)
    yield lambda: page.park.door.has_rows()
    page.park.door.pick_first()
    stage.type("一箱水果", page.park.what)
    stage.type("A3", page.park.shelf)


def code(stage: Stage) -> Drive:
    """The pick-up code, large, once."""
    _page(stage).foot.button(0).click()
    yield lambda: _page(stage).panel == "code"
    _code["said"] = "".join(_page(stage).code.slip().code.split())


def shelf(stage: Stage) -> Drive:
    """What waits, without codes and doors."""
    _page(stage).on_back()
    yield lambda: bool(_page(stage).model.things)


def hand_out(stage: Stage) -> Drive:
    """The taker says the code: the thing lies open, Enter hands it out."""
    stage.go("goods", code=_code.get("said", ""))
    yield lambda: _page(stage).panel == "thing"


def handed(stage: Stage) -> Drive:
    """Handed out, and ten seconds to take it back."""
    _page(stage).foot.button(0).click()
    yield lambda: stage.program.window.notes.undo.isVisible() and _page(stage).panel == "shelf"


def _page(stage: Stage) -> Any:
    return stage.page("goods")


STEPS = [
    Step(490, "goods-form", form),
    Step(491, "goods-code", code),
    Step(492, "goods-shelf", shelf),
    Step(493, "goods-open", hand_out),
    Step(494, "goods-handed-out", handed),
]
