"""Sittings follow the published roster; clocks count without a line, also when the wall is set back; pictures are sealed."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desk import receiving_days
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.ids import new_id
from desk.core.paths import Home
from desk.duty.tables import Assignment, DutyMember, Shift
from desk.hearings import reads, service
from desk.hearings.drafts import MatterDraft
from desk.hearings.rules import Category
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes.clock import FakeClock

PNG = b"\x89PNG not really"


@pytest.fixture
def desk(store: Store, clock: FakeClock, tmp_path: Path) -> Any:
    return SimpleNamespace(store=store, clock=clock, time=SiteTime(), home=Home(tmp_path, private=True))


def shift(u: Unit, **fields: Any) -> str:
    start = fields.pop("start_at", u.now + HOUR_MS)
    day = SiteTime().day(start).isoformat()
    return u.add(
        Shift, day=day, name="接待", gate_id=u.gate_id, place="南门接待室", start_at=start, end_at=start + 2 * HOUR_MS,
        sitting=True, **fields,
    )  # fmt: skip


def serve(u: Unit, shift_id: str, label: str, state: str = "published") -> str:
    member = u.add(DutyMember, name="刘测试", label=label, capacity="branch", joined_at=u.now)
    u.project(
        Assignment, id=u.new_id(), shift_id=shift_id, member_id=member, capacity="branch", start_at=u.now, end_at=u.now,
        state=state, source="issue",
    )  # fmt: skip
    return member


def test_every_published_shift_with_a_sitting_gets_one(store: Store, actor: Actor, desk: Any) -> None:
    with store.unit(actor) as u:
        serve(u, shift(u), "刘老师")
        shift(u)  # in no published month
        serve(u, shift(u), "张老师", "excused")
        serve(u, shift(u, start_at=u.now + 30 * DAY_MS), "王老师")  # too far ahead
        assert receiving_days.plan_sittings(u, desk.time) == 1
        assert receiving_days.plan_sittings(u, desk.time) == 0
    with store.reading() as r:
        found = reads.today(r)
    assert [[one.label for one in row.receivers] for row in found] == [["刘老师"]]


def test_a_cancelled_shift_takes_its_sitting_with_it(store: Store, actor: Actor, desk: Any) -> None:
    with store.unit(actor) as u:
        shift_id = shift(u)
        serve(u, shift_id, "刘老师")
        receiving_days.plan_sittings(u, desk.time)
        u.set(Shift, shift_id, cancelled_at=u.now)
        assert receiving_days.plan_sittings(u, desk.time) == 1
    with store.reading() as r:
        assert reads.today(r) == ()


def note(store: Store, actor: Actor, clock: FakeClock) -> str:
    matter_id = new_id(clock.now_ms())
    with store.unit(actor) as u:
        service.note(u, MatterDraft(matter_id, Category.FACILITY, "灯不亮"))
    return matter_id


def test_the_clocks_count_without_a_line(store: Store, actor: Actor, clock: FakeClock, desk: Any) -> None:
    work, matter_id = receiving_days.Clockwork(desk), note(store, actor, clock)
    assert work.tick().pressing.running == 1
    for _ in range(5 * 60 + 50):
        clock.advance(MINUTE_MS)
    assert work.tick().pressing.alarm == 1
    clock.advance(10 * MINUTE_MS)
    tick = work.tick()
    assert [(one.matter_id, one.level) for one in tick.raised] == [(matter_id, 1)]
    assert work.tick().raised == ()


def test_a_wall_set_back_gives_no_time_and_leaves_a_mark(
    store: Store, actor: Actor, clock: FakeClock, desk: Any
) -> None:
    work, matter_id = receiving_days.Clockwork(desk), note(store, actor, clock)
    work.tick()
    clock.advance(6 * HOUR_MS - MINUTE_MS)
    work.tick()
    clock.set(clock.now_ms() - 3 * HOUR_MS)
    clock.advance(2 * MINUTE_MS)
    tick = work.tick()
    assert tick.jumped
    assert [one.matter_id for one in tick.raised] == [matter_id]
    with store.reading() as r:
        assert reads.card(r, actor, matter_id).row.clock_uncertain


def test_pictures_are_kept_sealed(store: Store, actor: Actor, desk: Any) -> None:
    with store.unit(actor) as u:
        name = receiving_days.keep_picture(desk, u, PNG)
    with store.reading() as r:
        assert receiving_days.picture(desk, r, name) == PNG
        assert receiving_days.picture(desk, r, "0" * 64) is None
    assert PNG not in (desk.home.root / "blobs" / name).read_bytes()
