"""The public screen is fed from duty and hearings; no personal data comes with it, and what ended stays ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk import showing
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.lanes import run_here
from desk.core.paths import Home
from desk.core.settings import SettingsFile
from desk.duty.tables import Assignment, DutyMember, RosterIssue, Shift
from desk.hearings.tables import Hearing, Matter, Sitting
from desk.screen import reads, service
from desk.screen.rules import Kind, Named, Wanted
from desk.screen.tables import ScreenItem, ScreenLine
from desk.showing import Showing, public_name
from desk.store import wall
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes.clock import FakeClock

CANARIES = ("金丝雀", "10409990001", "110101199001019999", "3-1-1202", "漏水的秘密", "住院")


class Chips:
    """Who is signed on, as desk.operators.session says it."""

    def __init__(self) -> None:
        self.labels: tuple[str, ...] = ()

    @property
    def state(self) -> Any:
        return type("State", (), {"chips": tuple(type("Chip", (), {"label": one})() for one in self.labels)})()


@pytest.fixture
def desk(store: Store, clock: FakeClock, tmp_path: Path) -> Iterator[Any]:
    made = Desk(Home(tmp_path, private=True), clock, run_here)
    made._store, made._session = store, Chips()  # type: ignore[assignment]
    made.bus = store.bus
    yield made
    made.lanes.close()


def shift(u: Unit, start: int, name: str = "上午门岗", **fields: Any) -> str:
    return u.add(
        Shift, day=showing.SiteTime().day(start).isoformat(), name=name, gate_id=u.gate_id, place="南门岗亭", start_at=start,
        end_at=start + 3 * HOUR_MS, **fields,
    )  # fmt: skip


def serve(u: Unit, shift_id: str, name: str, state: str = "published", **fields: Any) -> str:
    member = u.add(
        DutyMember, name=name, label=f"{name[0]}老师", phone=CANARIES[1], id_no=CANARIES[2], note=CANARIES[5],
        capacity="volunteer", joined_at=u.now, **fields,
    )  # fmt: skip
    u.project(
        Assignment, id=u.new_id(), shift_id=shift_id, member_id=member, capacity="volunteer", start_at=u.now, end_at=u.now,
        state=state, source="issue",
    )  # fmt: skip
    return member


def publish(u: Unit, at: int) -> None:
    month = showing.SiteTime().day(at).isoformat()[:7]
    u.add(RosterIssue, month=month, version=1, cells=[], at=u.now, device_id=u.device_id)


def rows(store: Store) -> str:
    """Every word of both tables of the screen."""
    with store.reading() as r:
        found = [
            dict(row)
            for table in (ScreenItem, ScreenLine)
            for row in r.conn.execute(select(table.__table__)).mappings()
        ]
    return json.dumps(found, ensure_ascii=False, default=str)


def test_a_name_stands_only_with_consent_and_a_child_never() -> None:
    assert public_name("王建国", agreed=True) == "王建国"
    assert public_name("王建国", agreed=False) == "王老师"
    assert public_name("欧阳修文", agreed=False) == "欧阳老师"
    assert public_name("王小明", agreed=True, minor=True) == "王同学"


def test_no_personal_data_of_any_room_reaches_the_screen(store: Store, actor: Actor, desk: Any) -> None:
    name, phone, _, door, words, why = CANARIES
    with store.unit(actor) as u:
        publish(u, u.now)
        here = shift(u, u.now - HOUR_MS, f"找{name}{phone}")
        serve(u, here, name)
        serve(u, here, "金丝鸟", show_name=True, minor=True)
        serve(u, shift(u, u.now + HOUR_MS), f"金 {phone}", show_name=True)
        u.add(
            Sitting, day=showing.SiteTime().day(u.now).isoformat(), start_at=u.now, end_at=u.now + HOUR_MS, gate_id=u.gate_id,
            place=f"{door} {name}先生家", receivers=[{"member": "", "label": name, "capacity": "branch"}],
        )  # fmt: skip
        hearing = u.add(Hearing, at=u.now, name=name, phone=phone, door=door, gate_id=u.gate_id)
        u.project(
            Matter, id=u.new_id(), kind="matter", state="recorded", open_state="recorded", at=u.now, short_no="1", place=door,
            hearing_id=hearing, category="hygiene", text=words, answer=why, gate_id=u.gate_id,
        )  # fmt: skip
    desk._session.labels = (name,)
    Showing(desk).feed()
    said = rows(store)
    assert [one for one in CANARIES if one in said] == []
    with store.reading() as r:
        board = reads.board(r)
    assert board.open_matters == 1
    assert {one.words for line in board.week for one in line.names} == {"金老师", "金同学"}
    assert [line.names for line in board.sittings] == [(Named("金老师", "branch"),)]
    assert [line.names for line in board.officer] == [(Named("金老师"),)]


def test_the_roster_says_who_serves_as_things_stand(store: Store, actor: Actor, desk: Any) -> None:
    with store.unit(actor) as u:
        publish(u, u.now)
        now = shift(u, u.now - HOUR_MS)
        serve(u, now, "王建国", show_name=True)
        serve(u, now, "李梅", "excused")
        serve(u, now, "周平", left_at=u.now)
        serve(u, shift(u, u.now - HOUR_MS, "取消的", cancelled_at=u.now), "赵六")
        serve(u, shift(u, u.now + 40 * DAY_MS), "钱七")
        assert showing.feed(u, desk.time)
        assert not showing.feed(u, desk.time)
    with store.reading() as r:
        (line,) = reads.board(r).now
    assert (line.title, line.names) == ("上午门岗", (Named("王建国", "volunteer"),))


def test_an_unpublished_month_is_not_shown(store: Store, actor: Actor, desk: Any) -> None:
    with store.unit(actor) as u:
        serve(u, shift(u, u.now), "王建国")
        showing.feed(u, desk.time)
    with store.reading() as r:
        assert reads.board(r).week == ()


def test_what_is_written_elsewhere_reaches_the_screen_by_itself(
    store: Store, actor: Actor, desk: Any, qtbot: Any
) -> None:
    shows = Showing(desk)
    shows.start()

    def week() -> int:
        with store.reading() as r:
            return len(reads.board(r).week)

    with store.unit(actor) as u:
        publish(u, u.now)
        serve(u, shift(u, u.now), "王建国")
        u.changed("duty")
    qtbot.waitUntil(lambda: week() == 1)
    shows.stop()
    with store.unit(actor) as u:
        serve(u, shift(u, u.now + HOUR_MS), "李梅")
        u.changed("duty")
    desk.lanes.close()
    assert week() == 1


def put_up(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        service.save(u, Wanted(Kind.NOTICE, "停水", "", clock.now_ms(), clock.now_ms() + HOUR_MS))


def shown(store: Store, shows: Showing) -> int:
    with store.reading() as r:
        return len(reads.board(r, shows.moment()).shown)


def test_a_clock_that_steps_back_brings_nothing_back(store: Store, actor: Actor, clock: FakeClock, desk: Any) -> None:
    put_up(store, actor, clock)
    shows = Showing(desk)
    clock.advance(50 * MINUTE_MS)
    shows.tick()
    assert shown(store, shows) == 1
    clock.set(clock.now_ms() - 5 * HOUR_MS)
    clock.advance(20 * MINUTE_MS)  # it has ended, whatever the wall says
    shows.tick()
    assert shown(store, shows) == 0
    shows.stop()
    desk.settings = SettingsFile(desk.home.settings_file)
    again = Showing(desk)  # another start, with the wall still behind
    assert shown(store, again) == 0
    with store.unit(actor) as u:
        wall.confirm(u, clock.now_ms())
    clock.advance(4 * HOUR_MS)
    assert shown(store, again) == 1
    again.stop()


def test_the_end_of_a_notice_is_noted_by_itself(store: Store, actor: Actor, clock: FakeClock, desk: Any) -> None:
    put_up(store, actor, clock)
    shows = Showing(desk)
    clock.advance(2 * HOUR_MS)
    shows.tick()
    shows.stop()
    clock.set(clock.now_ms() - 3 * HOUR_MS)  # the program is off; the battery of the clock is empty
    with store.reading() as r:
        assert reads.board(r).shown == ()


def test_on_a_new_day_the_week_moves_on(store: Store, actor: Actor, clock: FakeClock, desk: Any) -> None:
    with store.unit(actor) as u:
        publish(u, u.now)
        publish(u, u.now + 7 * DAY_MS)
        serve(u, shift(u, u.now), "王建国")
    shows = Showing(desk)
    shows.tick()
    with store.reading() as r:
        assert len(reads.board(r).week) == 1
    clock.advance(7 * DAY_MS)
    shows.tick()
    with store.reading() as r:
        assert reads.lines(r) == tuple(one for one in reads.lines(r) if one.kind.value != "shift")
    shows.stop()
