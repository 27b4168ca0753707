"""The tour's steps of one visit: opened, seen in full with a reason, put right, kept by law, checked out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.tour import Drive, Stage, Step


def opened(stage: Stage) -> Drive:
    """The hit under the mark, opened with Enter."""
    page: Any = stage.page("find")
    stage.program.window.scan_line.clear()
    page.hits.setFocus()
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: stage.front() == "visit" and _page(stage).model is not None


def why(stage: Stage) -> Drive:
    """In full only with a reason."""
    _page(stage).reveal.click()
    yield lambda: bool(_page(stage).panels["reveal"].isVisible())


def in_full(stage: Stage) -> Drive:
    """For thirty seconds."""
    _page(stage).panels["reveal"].tiles["visitor_here"].click()
    yield lambda: _page(stage).full.seconds_left() > 0


def wrong(stage: Stage) -> Drive:
    """The plate was misheard: only what changes is filled in."""
    page = _page(stage)
    page.full.finish()
    page.correct.click()
    panel = page.panels["correct"]
    panel.lines["plate"].setText("沪A12345")
    panel.reason.setText("车牌听错了")
    yield lambda: bool(panel.isVisible())


def corrected(stage: Stage) -> Drive:
    """What stood before stays in the history."""
    _page(stage).panels["correct"].save()
    yield lambda: any(event.kind == "corrected" for event in _page(stage).model.events)


def hold(stage: Stage) -> Drive:
    """The police have asked in writing that this record be kept."""
    page = _page(stage)
    page.hold.click()
    panel = page.panels["hold"]
    panel.authority.setText("示例派出所")
    panel.reason.setText("来函 2026-017 号")
    yield lambda: bool(panel.isVisible())


def held(stage: Stage) -> Drive:
    """It stands on the card: until when, who placed it and when."""
    _page(stage).panels["hold"].save()
    yield lambda: bool(_page(stage).model.holds)


def left(stage: Stage) -> Drive:
    """Checked out."""
    _page(stage).out.click()
    yield lambda: bool(_page(stage).model.state == "left")


def back(stage: Stage) -> Drive:
    """To where one was, and on."""
    stage.go("admit")
    yield lambda: stage.front() == "admit"


def _page(stage: Stage) -> Any:
    return stage.page("visit")


STEPS = [
    Step(325, "visit-opened", opened),
    Step(328, "reason-for-looking", why),
    Step(330, "visit-in-full", in_full),
    Step(333, "correction", wrong),
    Step(336, "corrected", corrected),
    Step(337, "legal-hold-order", hold),
    Step(338, "legal-hold-stands", held),
    Step(340, "guest-left", left),
    Step(345, "next-visitor", back),
]
