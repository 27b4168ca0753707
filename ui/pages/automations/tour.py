"""The tour's steps of rules: the list, the form of a spray, where alarms ring."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step


def rules(stage: Stage) -> Drive:
    stage.go("automations")
    yield lambda: _page(stage).model.known and bool(_page(stage).model.rows)


def spray(stage: Stage) -> Drive:
    """The spray for the building site, opened."""
    page = _page(stage)
    line = next(one for one in page.list.rows if one.row.form.does == "dust")
    line.button.click()
    yield lambda: page.section == "form"


def rings(stage: Stage) -> Drive:
    """Where alarms of other gates ring."""
    page = _page(stage)
    page.on_back()
    page.open("rings")
    yield lambda: page.section == "rings"


def _page(stage: Stage) -> Any:
    return stage.page("automations")


STEPS = [Step(946, "rules", rules), Step(947, "rules-spray", spray), Step(948, "rules-rings", rings)]
