"""Two windows and a hub: a further gate joins, the cable is pulled, both work a day, and then everything agrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.people import service as people
from desk.people.tables import Person
from desk.sync.rules_now import State
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import RESIDENT, act, admit, agree, founded, inside, invited, join, link, now, sign_on
from tests.sync.net.hubs import HubProcess

OURS, THEIRS = "10400001111", "10400002222"
DAY_MS = 8 * HOUR_MS


def phone(one: Running) -> str:
    return str(one.read(lambda r: r.conn.execute(select(Person.phone).where(Person.name == RESIDENT)).scalar_one()))


def change_phone(one: Running, number: str) -> None:
    def work(u: Any) -> None:
        person = u.conn.execute(select(Person.id).where(Person.name == RESIDENT)).scalar_one()
        people.edit_person(u, person, RESIDENT, number)

    act(one, work)


def strip(one: Running) -> str:
    """What the pill in the bar says in full."""
    one.shell._refresh_bar()
    one.qtbot.wait(200)
    return str(one.window.bar._line.accessibleName())


def trail_tells_who_wrote_what(one: Running) -> None:
    """Lines of both gates stand in the trail, and one may look at this desk's alone."""
    one.shell.to("settings", section="audit")
    panel = one.page().panel()
    one.until(lambda: panel.table_model.rowCount() > 0 and panel.where.isVisible())

    def places() -> set[str]:
        return {panel.table_model.row(n).where for n in range(panel.table_model.rowCount())}

    assert places() == {"", "南门"}
    panel.where.set_key("here")
    panel.table_model.reload()
    one.until(lambda: places() == {""})
    panel.where.set_key("")
    panel.table_model.reload()
    one.until(lambda: places() == {"", "南门"})
    panel.act()
    one.until(lambda: panel.model.verified == "whole")
    assert panel.model.others > 0


def test_a_day_without_a_line_and_then_everything_agrees(
    hub: HubProcess, tmp_path: Path, world: Moved, start: Start, picture: Callable[[Running, str], None]
) -> None:
    south = start(founded(tmp_path / "south", world))
    sign_on(south)
    assert strip(south) == "不联网也能用 · 都存在本机"
    link(south, hub)
    picture(south, "1-linked")
    ticket = invited(south)
    picture(south, "2-invitation")
    assert south.page().on_back()
    north = start(tmp_path / "north")
    join(north, ticket)
    sign_on(north)
    assert phone(north) == ""
    agree(south, north)
    assert "都已存好" in strip(north)

    hub.kill()
    for name in ("邹一", "邹二", "邹三"):
        admit(south, name)
    for name in ("萧一", "萧二"):
        admit(north, name)
    change_phone(south, OURS)
    world.advance(30 * MINUTE_MS)
    sign_on(north)
    change_phone(north, THEIRS)
    world.advance(DAY_MS)
    for one in (south, north):
        sign_on(one)
        assert now(one).state is State.NO_LINE
        assert strip(one).startswith("8 小时没有线路 · 待传 ")
        assert strip(one).endswith("最早 8 小时前")
        one.shell.to("sync")
        one.until(lambda one=one: one.page().model.found is not None)
    picture(south, "3-south-without-a-line")
    picture(north, "4-north-without-a-line")
    assert len(inside(south)) == 3
    assert len(inside(north)) == 2

    hub.start()
    agree(south, north)
    assert inside(south) == inside(north)
    assert len(inside(south)) == 5
    assert phone(south) == phone(north)
    picture(south, "5-south-agreed")
    picture(north, "6-north-agreed")

    south.shell.to("sync")
    page = south.page()
    south.until(lambda: bool(page.model.found.conflicts))
    assert now(north).conflicts == 1
    other = OURS if phone(south) == THEIRS else THEIRS
    (one,) = page.model.found.conflicts
    assert {one.standing.gate, one.lost.gate} == {"南门", "北门"}
    page._presenter.open_conflict(one.num)
    assert "两个人改了电话" in page.heading()
    assert f"陈老师 · {one.lost.gate} · " in page.conflict.lost._who.text()
    picture(south, "7-two-people-changed-the-phone")
    page.conflict.lost.use.click()
    south.until(lambda: now(south).conflicts == 0)
    agree(south, north)
    assert (phone(south), phone(north)) == (other, other)
    assert now(north).conflicts == 0
    assert [now(one).state for one in (south, north)] == [State.AGREED, State.AGREED]
    trail_tells_who_wrote_what(north)
    picture(north, "9-trail-of-both-gates")
    north.shell.to("sync")
    picture(north, "8-settled-at-the-other-gate")
