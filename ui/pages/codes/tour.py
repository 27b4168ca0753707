"""The tour's steps of the codes page: a household gets a code, the label is made, the code is replaced and withdrawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.pages.codes.model import Panel
from ui.tour import Box, Drive, Stage, Step
from ui.widgets.dialog_card import DialogCard


def situation(stage: Stage) -> Drive:
    """How many households have no code yet."""
    stage.go("codes")
    yield lambda: _model(stage).households > 0


def household(stage: Stage) -> Drive:
    """A household is found by its room and gets a code."""
    box = Box()
    stage.desk.read(_door_without, box.put, box.fail)
    yield box.full
    stage.type(box.value, _page(stage).home.field)
    yield lambda: bool(_model(stage).hits)
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: _model(stage).panel is Panel.SUBJECT
    if _model(stage).live_line() is None:
        _page(stage).main_button().click()
    yield lambda: _model(stage).live_line() is not None


def reissue(stage: Stage) -> Drive:
    """Replacing says before what becomes of the old code."""
    page = _page(stage)
    first = _model(stage).live_line()
    _press(page, 2)
    yield lambda: DialogCard.on(stage.program.window) is not None
    card = DialogCard.on(stage.program.window)
    assert card is not None
    card.finish("yes")
    yield lambda: _model(stage).live_line() not in (None, first)


def labels(stage: Stage) -> Drive:
    """How large are the labels?"""
    _page(stage).main_button().click()
    yield lambda: _model(stage).panel is Panel.LABELS


def revoked(stage: Stage) -> Drive:
    """Back on the first panel, the withdrawn one stands on the list."""
    while _model(stage).panel is not Panel.HOME or _model(stage).asked:
        _page(stage).on_back()
    yield lambda: bool(_model(stage).revoked)


def _door_without(r: Any) -> str:
    """A household that has no code yet, as one would type it."""
    from desk.codes.reads_lists import missing
    from desk.codes.rules import Kind
    from desk.people.reads import household

    return household(r, missing(r, Kind.INDOOR)[40]).label


def _page(stage: Stage) -> Any:
    page = stage.page("codes")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


def _press(page: Any, number: int) -> None:
    page.foot.button(number).click()


STEPS = [
    Step(500, "codes", situation),
    Step(510, "code-of-a-household", household),
    Step(520, "code-replaced", reissue),
    Step(530, "label-sheet", labels),
    Step(540, "codes-withdrawn", revoked),
]
