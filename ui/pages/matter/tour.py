"""The tour's steps of a matter: F9, a photo, the receipt, a late one, told by phone, answered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def note(stage: Stage) -> Drive:
    """Words and a place; the kind has chosen itself."""
    stage.press(Qt.Key.Key_F9)
    yield lambda: stage.front() == "matter"
    page = _page(stage)
    page.note.said.setPlainText("东门的门禁坏了，刷卡没反应")
    stage.type("东门", page.note.place)
    yield lambda: page.note.pad.choice() == "facility"


def photo(stage: Stage) -> Drive:
    """Looked at before it is kept: faces are painted over already, a finger paints over the rest."""
    photos = _page(stage).note.photos
    photos.shoot.click()
    yield lambda: photos.card is not None


def kept(stage: Stage) -> Drive:
    """It stands in the form, small."""
    photos = _page(stage).note.photos
    photos.card.finish("yes")
    yield lambda: bool(_page(stage).note.form().photos) and not photos.lacks()


def noted(stage: Stage) -> Drive:
    """The number and who is told."""
    _page(stage).foot.button(0).click()
    yield lambda: _page(stage).panel == "noted"


def late(stage: Stage) -> Drive:
    """Nobody has answered in time."""
    stage.go("hearings", room="matters")
    yield lambda: bool(stage.page("hearings") and _hearings(stage).model.lines)
    stage.go("matter", matter_id=_hearings(stage).model.lines[0].id)
    yield lambda: _page(stage).panel == "card" and _page(stage).card.model is not None


def told(stage: Stage) -> Drive:
    """Written down: told by phone, at what time, to whom."""
    _page(stage)._on_begin("told")
    yield lambda: _page(stage).panel == "act"
    _page(stage).act.said.setPlainText("陈主任，说马上派人")


def answered(stage: Stage) -> Drive:
    """Only words with content stop the clock."""
    page = _page(stage)
    page.on_back()
    page._on_begin("reply")
    page.act.said.setPlainText("维保两点到，修好前请走旁边的电梯")
    page.foot.button(0).click()
    yield lambda: page.panel == "card" and page.card.model.line.left is None


def _page(stage: Stage) -> Any:
    return stage.page("matter")


def _hearings(stage: Stage) -> Any:
    return stage.page("hearings")


STEPS = [
    Step(843, "matter-note", note),
    Step(844, "matter-photo", photo),
    Step(845, "matter-photo-kept", kept),
    Step(846, "matter-noted", noted),
    Step(857, "matter-late", late),
    Step(858, "matter-told", told),
    Step(859, "matter-answered", answered),
]
