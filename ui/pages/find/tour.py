"""The tour's steps of finding: by pinyin while one types, the list of all visits, the export."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step

PINYIN = "zouruoxi"  # the guest whom the steps of registration let in


def by_pinyin(stage: Stage) -> Drive:
    """Letters on the scan line find the guest."""
    stage.type(PINYIN)
    yield lambda: stage.front() == "find" and bool(_page(stage).rows())


def nothing(stage: Stage) -> Drive:
    """Nobody of that name: what else to try, and the form."""
    stage.program.window.scan_line.clear()
    stage.type("齉齉")
    yield lambda: _page(stage).nothing.isVisible()
    stage.program.window.scan_line.clear()


def history(stage: Stage) -> Drive:
    """Every visit, the newest first."""
    stage.go("find", query="")
    yield lambda: _page(stage).history.table.isVisible() and _page(stage).history.model.rowCount() > 0


def export(stage: Stage) -> Drive:
    """A sheet of these days, masked."""
    _page(stage).save.click()
    yield lambda: _page(stage).export.isVisible()


def closed(stage: Stage) -> Drive:
    """Back to the list."""
    _page(stage).on_back()
    yield lambda: not _page(stage).export.isVisible()


def _page(stage: Stage) -> Any:
    return stage.page("find")


STEPS = [
    Step(320, "found-by-pinyin", by_pinyin),
    Step(400, "nothing-found", nothing),
    Step(405, "all-visits", history),
    Step(410, "export", export),
    Step(415, "all-visits-again", closed),
]
