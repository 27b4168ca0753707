"""The tour's steps of the people page: somebody is found by pinyin, shown in full for a reason, and a sheet is brought in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.pages.people.model import Panel
from ui.tour import Box, Drive, Stage, Step

SHEET = """楼栋,单元,房号,姓名,电话,身份
1,1,9901,欧阳小满,10400000001,业主
1,1,9902,司马长风,不知道,业主
1,1,,李明月,10400000003,租客
1,1,9904,阿依古丽·买买提,10400000004,家人
"""


def situation(stage: Stage) -> Drive:
    """How many live here."""
    stage.go("people")
    yield lambda: _model(stage).households > 0


def found(stage: Stage) -> Drive:
    """Somebody is found by the beginning of their pinyin, masked."""
    stage.type("ouyang", _page(stage).home.field)
    yield lambda: any(row.who for row in _model(stage).found)


def household(stage: Stage) -> Drive:
    """Their household: the floor stands, the door does not."""
    box = Box()
    stage.desk.read(_busy_household, box.put, box.fail)
    yield box.full
    stage.go("people", household_id=box.value)
    yield lambda: _model(stage).panel is Panel.HOUSEHOLD and bool(_model(stage).card.residents)


def why(stage: Stage) -> Drive:
    """Looking takes a reason."""
    _page(stage).acts.why()
    yield lambda: _model(stage).panel is Panel.REASON


def in_full(stage: Stage) -> Drive:
    """Shown in full for half a minute."""
    _page(stage).reason.reasons.tile("visitor_here").click()
    yield lambda: _model(stage).shown is not None


def sheet_checked(stage: Stage) -> Drive:
    """A sheet is checked: what was recognised, which rows are left out and why."""
    page = _page(stage)
    path = stage.scratch() / "住户名单.csv"
    path.write_text(SHEET, encoding="utf-8")
    stage.go("people", section="import")
    yield lambda: _model(stage).panel is Panel.IMPORT
    page.ask_file = lambda: path
    page.choose_file()
    yield lambda: _model(stage).sheet.stage == "checked"


def sheet_written(stage: Stage) -> Drive:
    """Taken over in one go. Walked a second time over the same estate there is nothing left to take over."""
    if button := _page(stage).main_button():
        button.click()
        yield lambda: _model(stage).sheet.stage == "done"


def leave(stage: Stage) -> Drive:
    """Back to the search."""
    stage.press(Qt.Key.Key_Escape)
    yield lambda: _model(stage).panel is Panel.HOME


def _busy_household(r: Any) -> str:
    """A household that has visits to show."""
    from desk.people.reads import household as view
    from desk.reception.reads import recent_of
    from desk.reception.reads_visits import history, visit

    for row in history(r).rows:
        home = visit(r, row.id).household_id
        if home and view(r, home).people > 1 and len(recent_of(r, home)) > 1:
            return home
    raise LookupError("no household has visits")


def _page(stage: Stage) -> Any:
    page = stage.page("people")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(600, "residents", situation),
    Step(610, "resident-by-pinyin", found),
    Step(620, "household", household),
    Step(630, "reason-to-look", why),
    Step(640, "in-full-30-s", in_full),
    Step(650, "sheet-checked", sheet_checked),
    Step(660, "sheet-imported", sheet_written),
    Step(670, "residents-again", leave),
]
