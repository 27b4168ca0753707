"""The tour's steps of the roll call: frozen by one key, ticked by keyboard, printed, ended with a report."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step
from ui.widgets import DialogCard


def frozen(stage: Stage) -> Drive:
    """The list of this moment, said to be a drill."""
    stage.go("rollcall", begin=True)
    yield lambda: _page(stage).model.running
    _page(stage).drill.click()
    yield lambda: _page(stage).model.drill


def ticked(stage: Stage) -> Drive:
    """Arrows and Space; one not found, one left."""
    keys = (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_3)
    for key in keys[: len(_page(stage).model.rows)]:
        _page(stage).table.setFocus()
        stage.press(key, " ")
    yield lambda: _page(stage).model.safe + _page(stage).model.left > 0


def paper(stage: Stage) -> Drive:
    """How it prints."""
    _page(stage).print.click()
    yield lambda: _page(stage).paper.count > 0


def ended(stage: Stage) -> Drive:
    """Ending with people missing asks first; the report stands."""
    _page(stage).on_back()
    _page(stage).end.click()
    if _page(stage).model.missing:
        yield lambda: DialogCard.on(stage.program.window) is not None
        card = DialogCard.on(stage.program.window)
        assert card is not None
        card.finish("yes")
    yield lambda: bool(_page(stage).model.closed)


def _page(stage: Stage) -> Any:
    return stage.page("rollcall")


STEPS = [
    Step(810, "roll-call", frozen),
    Step(820, "roll-call-ticks", ticked),
    Step(830, "roll-call-paper", paper),
    Step(840, "roll-call-report", ended),
]
