"""A month through the real window: begun, filled by hand, a conflict seen, published, a swap, and published again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from desk.duty import reads_roster, reads_shifts, service_team, service_templates
from desk.duty.rules import ONE_OR_THREE_NEED
from desk.duty.rules_days import Template
from desk.duty.service_team import About
from tests.journeys.conftest import Running
from ui.pages.roster.model import Panel, Pick

MONTH = "2026-12"


def team(u: Any) -> None:
    for name, capacity in (
        ("王秀兰", "volunteer"),
        ("李志强", "volunteer"),
        ("陈国华", "volunteer"),
        ("周敏", "committee"),
    ):
        service_team.add_member(u, About(name, capacity))
    service_templates.save_template(u, Template("上午门岗", 480, 660, (1, 2, 3, 4, 5), least=1, most=2))
    service_templates.save_template(
        u, Template("上午接待", 540, 660, (2,), least=1, most=2, needs_mix=(ONE_OR_THREE_NEED,), sitting=True)
    )


def box(page: Any, day: str, name: str) -> Any:
    return next(one for one in page.model.boxes if one.day == day and one.name == name)


def enter(running: Running, widget: Any) -> None:
    widget.setFocus()
    running.qtbot.keyClick(widget, Qt.Key.Key_Return)


def put_first(running: Running, page: Any, day: str, name: str) -> str:
    """Open a shift in the grid and press Enter on whoever stands first; returns their id."""
    wanted = box(page, day, name)
    page._presenter.choose(wanted.id)
    enter(running, page.month.grid)
    running.until(lambda: page.model.panel is Panel.SHIFT and bool(page.model.candidates))
    first = page.model.candidates[0].who.id
    page.shift.others.mark(0)
    enter(running, page.shift.others)
    running.until(lambda: first in [cell.who.id for cell in box(page, day, name).cells])
    running.qtbot.keyClick(page.shift.others, Qt.Key.Key_Escape)
    running.until(lambda: page.model.panel is Panel.MONTH)
    return first


def test_a_month_is_planned_published_swapped_and_published_again(
    on_duty: Running, picture: Callable[[Running, str], None]
) -> None:
    on_duty.write(team)
    on_duty.shell.to("roster", month=MONTH)
    page = on_duty.page()
    on_duty.until(lambda: page.model.ready and page.model.month == MONTH)
    assert page.heading() == "12 月还没有排班"
    page.main_button().click()
    on_duty.until(lambda: len(page.model.boxes) == 23 + 5)
    assert page.main_button().text().startswith("公布")
    picture(on_duty, "roster-1-begun")

    one = put_first(on_duty, page, "2026-12-01", "上午门岗")
    page._presenter.put(box(page, "2026-12-01", "上午接待").id, one)
    on_duty.until(lambda: page.model.hard == 2)  # two shifts at once, said at once
    picture(on_duty, "roster-2-conflict")
    page._presenter.undo()
    on_duty.until(lambda: page.model.hard == 0)
    chosen = next(c.who.id for b in page.model.boxes for c in b.cells)
    assert chosen == one

    page._presenter.go(Panel.PUBLISH)
    on_duty.until(lambda: page.publishing.isVisible())
    page.main_button().click()
    on_duty.until(lambda: page.model.version == 1 and page.model.panel is Panel.MONTH)

    page._presenter.open_shift(box(page, "2026-12-01", "上午门岗").id)
    on_duty.until(lambda: bool(page.model.candidates))
    page._presenter.changing.pick(Pick.OFFER)
    on_duty.until(lambda: page.asking.isVisible() and bool(page.model.candidates))
    taker = next(c.who.id for c in page.model.candidates if not c.why)
    page._presenter.changing.picked(taker)
    on_duty.until(lambda: page.model.panel is Panel.SHIFT and page.model.waiting == 1)
    page._presenter.go(Panel.SWAPS)
    on_duty.until(lambda: bool(page.model.swaps))
    picture(on_duty, "roster-3-swap")
    page.main_button().click()  # the other agrees
    on_duty.until(lambda: page.model.swaps[0].state == "accepted")
    page.main_button().click()  # the lead approves
    on_duty.until(lambda: page.model.swaps[0].state == "approved")
    on_duty.until(lambda: [c.who.id for c in box(page, "2026-12-01", "上午门岗").cells] == [taker])

    on_duty.qtbot.keyClick(page, Qt.Key.Key_Escape)
    page._presenter.change(panel=Panel.MONTH)
    put_first(on_duty, page, "2026-12-02", "上午门岗")
    page._presenter.go(Panel.PUBLISH)
    on_duty.until(lambda: len(page.model.touched) == 1)
    picture(on_duty, "roster-4-affected")
    page.main_button().click()
    on_duty.until(lambda: page.model.version == 2)

    found = on_duty.read(lambda r: reads_roster.month(r, MONTH))
    assert not found.changed
    held = on_duty.read(lambda r: reads_shifts.assignments(r, [box(page, "2026-12-01", "上午门岗").id]))
    assert {one_held.member_id: one_held.state for one_held in held} == {taker: "published"}
