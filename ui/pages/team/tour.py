"""The tour's steps of the team page: the team, a pasted list with what is not understood, the tick sheet, the shifts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.pages.team.model import Panel
from ui.tour import Drive, Stage, Step


def team(stage: Stage) -> Drive:
    """Who serves."""
    stage.go("team")
    yield lambda: bool(_model(stage).members)


def pasted(stage: Stage) -> Drive:
    """A chat list is read; one name is new, one day does not exist."""
    names = stage.write(_names)
    yield names.full
    first, second, third = names.value
    page = _page(stage)
    page._presenter.go(Panel.PASTE)
    page.paste.box.setPlainText(
        f"#接龙\n下月值班报名\n1. {first} 周二上午 周四上午\n2. {second} 周末不行\n3. {third} 32号下午 周五\n4. 诸葛小满 周三全天"
    )
    yield lambda: len(_model(stage).heard) == 4
    page.paste.table.mark(3)


def saved(stage: Stage) -> Drive:
    """What was understood is saved, the rest stays in the box."""
    if button := _page(stage).main_button():
        button.click()
    yield lambda: len(_model(stage).heard) < 4


def ticks(stage: Stage) -> Drive:
    """A tick sheet is typed in, a letter a tick."""
    page = _page(stage)
    page._presenter.change(panel=Panel.HOME)
    page._presenter.go(Panel.SHEET)
    yield lambda: page.sheet.grid.hasFocus() and page.sheet.grid.rows.rowCount() > 0
    for letter in "ac":
        stage.press(Qt.Key.Key_A, letter)
    stage.press(Qt.Key.Key_Return, "\r")
    stage.press(Qt.Key.Key_B, "b")
    stage.press(Qt.Key.Key_Return, "\r")
    yield lambda: len(_model(stage).ticks) == 2


def shifts(stage: Stage) -> Drive:
    """The shifts of a week."""
    page = _page(stage)
    page._presenter.change(panel=Panel.HOME, ticks=())
    page._presenter.go(Panel.SHIFTS)
    yield lambda: bool(_model(stage).templates)


def shift(stage: Stage) -> Drive:
    """A kind of shift is opened to be changed."""
    model, page = _model(stage), _page(stage)
    page._presenter.open_template(model.templates[0])
    yield lambda: page.template.isVisible()


def days(stage: Stage) -> Drive:
    """A kind of shift is worked besides on a day; the form asks how many come."""
    page = _page(stage)
    page._presenter.change(panel=Panel.HOME)
    page._presenter.go(Panel.DAYS)
    yield lambda: page.days.isVisible() and bool(_model(stage).templates)
    page.days.kind.set_key("extra")
    page.days.kind.picked.emit("extra")
    yield lambda: page.days.least.isVisible()


def _names(u: Any) -> list[str]:
    from desk.duty import reads_team

    return [one.name for one in reads_team.members(u)[:3]]


def _page(stage: Stage) -> Any:
    page = stage.page("team")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(900, "team", team),
    Step(901, "team-list-pasted", pasted),
    Step(902, "team-list-saved", saved),
    Step(903, "team-tick-sheet", ticks),
    Step(904, "team-shifts-of-a-week", shifts),
    Step(904, "team-shift-form", shift),
    Step(904, "team-days-unlike-others", days),
]
