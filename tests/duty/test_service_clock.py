from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus
from desk.duty import (
    reads_clock,
    reads_hours,
    reads_shifts,
    service_clock,
    service_hours,
    service_roster,
    service_settle,
)
from desk.duty.reads_hours import RecordView
from desk.duty.rules_assignments import State
from desk.duty.rules_clock import Method, Step
from desk.duty.rules_hours import Credit, Flag
from desk.duty.service_clock import Clocked
from desk.duty.tables import ClockEvent, DutyMember, Shift
from desk.store.bulk import add_new
from desk.store.store import Store
from tests.conftest import KEY
from tests.duty.worlds import World, small
from tests.fakes.clock import FakeClock

DAY = "2026-12-01"  # 门岗 14:00 to 17:00


def at(hour: int, minute: int = 0, day: int = 1) -> int:
    return SiteTime().at(date(2026, 12, day), hour, minute)


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    found = small(store, actor)
    found.put(DAY, "王秀兰")
    found.publish(in_spite=True)
    return found


def scan(world: World, clock: FakeClock, name: str, hour: int, minute: int = 0, day: int = 1) -> Clocked:
    clock.set(at(hour, minute, day))
    with world.store.unit(world.actor) as u:
        return service_clock.scan(u, world.who[name])


def records(world: World, name: str) -> list[RecordView]:
    with world.store.reading() as r:
        return reads_hours.records(r, world.who[name])


def state(world: World, name: str) -> State:
    with world.store.reading() as r:
        held = reads_shifts.assignments(r, [world.shift(DAY).id])
    return next(one.state for one in held if one.member_id == world.who[name])


def test_one_scan_comes_and_one_goes(world: World, clock: FakeClock) -> None:
    came = scan(world, clock, "王秀兰", 13, 50)
    assert (came.step, came.shift and came.shift.name, came.label) == (Step.ON, "门岗", "王老师")
    assert state(world, "王秀兰") is State.CHECKED_IN
    assert scan(world, clock, "王秀兰", 13, 51).step is Step.AGAIN
    went = scan(world, clock, "王秀兰", 17, 3)
    assert (went.step, went.since) == (Step.OFF, at(13, 50))
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.content, one.organiser, one.credit, one.flags) == (
        180,
        "门岗",
        "锦绣苑",
        Credit.COUNTS,
        (),
    )
    assert state(world, "王秀兰") is State.COMPLETED


def test_forgotten_is_closed_at_the_end_and_waits_for_a_word(world: World, clock: FakeClock) -> None:
    scan(world, clock, "王秀兰", 14)
    clock.set(at(17, 59))
    with world.store.unit(world.actor) as u:
        assert service_settle.settle_due(u) == 0
    clock.set(at(18, 1))
    with world.store.unit(world.actor) as u:
        assert service_settle.settle_due(u) == 1
        assert service_settle.settle_due(u) == 0  # once
        assert reads_clock.on_duty(u) == []
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.close, one.flags, one.credit) == (180, "auto", (Flag.FORGOT,), Credit.WAITS)
    with world.store.unit(world.actor) as u:
        [total] = [s for s in reads_hours.month(u, "2026-12") if s.member_id == one.member_id]
        assert (total.counted, total.waiting) == (0, 180)
        assert service_hours.verify(u, [one.id]) == 1
        assert service_hours.verify(u, [one.id]) == 0
        [total] = [s for s in reads_hours.month(u, "2026-12") if s.member_id == one.member_id]
        assert (total.counted, total.waiting) == (180, 0)


def test_a_going_told_late_by_another_gate_takes_the_place_of_the_guess(world: World, clock: FakeClock) -> None:
    came = scan(world, clock, "王秀兰", 14)
    clock.set(at(18, 30))
    with world.store.unit(world.actor) as u:
        service_settle.settle_due(u)
    guess = records(world, "王秀兰")[0]
    with world.store.unit(world.actor) as u:
        u.add(
            ClockEvent, kind="out", at=at(16), member_id=world.who["王秀兰"], shift_id=came.shift.id if came.shift else "",
            method="code", gate_id=u.gate_id, device_id="e" * 32,
        )  # fmt: skip
    with world.store.unit(world.actor) as u:
        service_settle.settle_due(u)
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.close, one.credit) == (120, "clock", Credit.COUNTS)
    assert one.id != guess.id
    with world.store.unit(world.actor) as u:
        assert service_settle.settle_due(u) == 0


def test_a_shift_whose_hours_are_changed_afterwards_is_counted_anew(world: World, clock: FakeClock) -> None:
    came = scan(world, clock, "王秀兰", 14)
    scan(world, clock, "王秀兰", 17)
    assert came.shift is not None
    with world.store.unit(world.actor) as u:
        u.set(Shift, came.shift.id, end_at=at(16))
        service_settle.settle(u, world.who["王秀兰"], came.shift.id)
        service_settle.settle(u, world.who["王秀兰"], came.shift.id)
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.flags) == (180, (Flag.STAYED,))
    with world.store.reading() as r:
        assert [v.flags for v in reads_hours.story(r, one.id)] == [(Flag.STAYED,), ()]


def test_a_shift_cancelled_after_work_began_keeps_its_hours(world: World, clock: FakeClock) -> None:
    scan(world, clock, "王秀兰", 14)
    clock.set(at(15))
    with world.store.unit(world.actor) as u:
        service_roster.cancel_shift(u, world.shift(DAY).id, "停电")
    went = scan(world, clock, "王秀兰", 15, 5)
    assert went.step is Step.OFF
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.credit) == (65, Credit.WAITS)
    assert Flag.CANCELLED in one.flags


def test_without_a_shift_it_is_a_log(world: World, clock: FakeClock) -> None:
    assert scan(world, clock, "李志强", 9).shift is None
    assert scan(world, clock, "李志强", 10, 30).step is Step.OFF
    [one] = records(world, "李志强")
    assert (one.minutes, one.shift_id, one.flags, one.credit) == (90, "", (Flag.NO_SHIFT,), Credit.WAITS)


def test_overnight(store: Store, actor: Actor, clock: FakeClock) -> None:
    from desk.duty.rules_days import Template

    world = small(store, actor)
    world.template(Template("夜班", 22 * 60, 6 * 60))
    world.open()
    world.put(DAY, "陈国华", shift="夜班")
    world.publish(in_spite=True)
    scan(world, clock, "陈国华", 21, 55)
    scan(world, clock, "陈国华", 6, 2, day=2)
    [one] = records(world, "陈国华")
    assert (one.minutes, one.credit) == (480, Credit.COUNTS)


def test_by_the_desk_somebody_else_did_it(world: World, clock: FakeClock) -> None:
    clock.set(at(14))
    with world.store.unit(world.actor) as u:
        service_clock.clock_on(u, world.who["王秀兰"])
    clock.set(at(17))
    with world.store.unit(world.actor) as u:
        service_clock.clock_off(u, world.who["王秀兰"])
    [one] = records(world, "王秀兰")
    assert (one.flags, one.credit) == ((Flag.FRIEND,), Credit.WAITS)


def test_a_clock_set_back_makes_it_wait(world: World, clock: FakeClock) -> None:
    scan(world, clock, "李志强", 18)  # the newest thing this desk has seen
    scan(world, clock, "王秀兰", 14)
    scan(world, clock, "王秀兰", 17)
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.credit) == (180, Credit.WAITS)
    assert Flag.DOUBT in one.flags


def test_the_wrong_name_is_taken_back(world: World, clock: FakeClock) -> None:
    scan(world, clock, "王秀兰", 14)
    went = scan(world, clock, "王秀兰", 16)
    with world.store.unit(world.actor) as u:
        service_clock.take_back(u, went.events)
        assert [one.member_id for one in reads_clock.on_duty(u)] == [world.who["王秀兰"]]
        assert [one.counts for one in reads_hours.records(u)] == [False]
    scan(world, clock, "王秀兰", 17)
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.credit) == (180, Credit.COUNTS)
    clock.advance(HOUR_MS)
    with world.store.unit(world.actor) as u, pytest.raises(Refused) as refused:
        service_clock.take_back(u, went.events)
    assert refused.value.code == "clock.too_late"


@pytest.mark.parametrize(
    ("said", "code"),
    [(at(13, 30), ""), (at(14, 30), "clock.said_ahead"), (at(14) - 13 * HOUR_MS, "clock.said_long_ago")],
)
def test_when_they_say_they_came(world: World, clock: FakeClock, said: int, code: str) -> None:
    clock.set(at(14))
    with world.store.unit(world.actor) as u:
        if not code:
            assert service_clock.clock_on(u, world.who["王秀兰"], said_at=said).since == said
            return
        with pytest.raises(Refused) as refused:
            service_clock.clock_on(u, world.who["王秀兰"], said_at=said)
    assert refused.value.code == code


def test_a_time_that_was_told_finds_its_shift_and_waits(world: World, clock: FakeClock) -> None:
    """They were there from two to five, and nobody scanned anything."""
    clock.set(at(17, 40))
    with world.store.unit(world.actor) as u:
        came = service_clock.clock_on(u, world.who["王秀兰"], said_at=at(14, 5))
        assert came.shift is not None
        service_clock.clock_off(u, world.who["王秀兰"], said_at=at(17))
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.credit) == (175, Credit.WAITS)
    assert set(one.flags) == {Flag.SAID, Flag.FRIEND}


def test_told_after_the_shift_is_over_it_is_closed_at_its_end(world: World, clock: FakeClock) -> None:
    clock.set(at(21))
    with world.store.unit(world.actor) as u:
        service_clock.clock_on(u, world.who["王秀兰"], said_at=at(14, 5))
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.credit, one.end_at) == (175, Credit.WAITS, at(17))
    assert set(one.flags) == {Flag.SAID, Flag.FRIEND, Flag.FORGOT}


def test_twice_on_by_hand_and_off_without_on_is_refused(world: World, clock: FakeClock) -> None:
    clock.set(at(14))
    with world.store.unit(world.actor) as u, pytest.raises(Refused) as refused:
        service_clock.clock_off(u, world.who["王秀兰"])
    assert refused.value.code == "clock.not_on"
    with world.store.unit(world.actor) as u:
        service_clock.clock_on(u, world.who["王秀兰"])
        with pytest.raises(Refused) as refused:
            service_clock.clock_on(u, world.who["王秀兰"])
        assert refused.value.code == "clock.already_on"
        with pytest.raises(Refused) as refused:
            service_clock.scan(u, "f" * 32, Method.CODE)
    assert refused.value.code == "clock.unknown"


def test_a_volunteer_may_clock_and_an_auditor_not(world: World, clock: FakeClock) -> None:
    with world.store.unit(Actor("", "auditor", frozenset({"duty.read"}))) as u, pytest.raises(Refused) as refused:
        service_clock.scan(u, world.who["王秀兰"])
    assert refused.value.code == "right.missing"


# --- what a person says of hours -----------------------------------------------------------------------------------


def logged(world: World, clock: FakeClock, start: int, end: int, **more: str) -> str:
    entry = service_hours.Log(world.who["李志强"], start, end, more.get("content", "搬器材"))
    with world.store.unit(world.actor) as u:
        return service_hours.log(u, entry)


def test_a_log_is_confirmed_questioned_and_corrected(world: World, clock: FakeClock) -> None:
    clock.set(at(20))
    eid = logged(world, clock, at(9), at(10, 30))
    with world.store.unit(world.actor) as u:
        service_hours.verify(u, [eid])
        clock.advance(1000)
    with world.store.unit(world.actor) as u:
        service_hours.ask(u, eid, "我做到了十一点")
    [one] = records(world, "李志强")
    assert (one.credit, one.said) == (Credit.ASKED, "我做到了十一点")
    with world.store.unit(world.actor) as u:
        assert [w.id for w in reads_hours.waits(u)] == [eid]
        service_hours.correct(u, eid, at(9), at(11), "核对了照片")
        with pytest.raises(Refused) as refused:
            service_hours.verify(u, [eid])  # another stands for it
        assert refused.value.code == "hours.gone"
    [one] = records(world, "李志强")
    assert (one.minutes, one.counts, one.close, one.content) == (120, True, "correction", "搬器材")


@pytest.mark.parametrize(
    ("start", "end", "content", "code"),
    [
        (at(9), at(9), "搬", "hours.span_wrong"),
        (at(9) - DAY_MS, at(16), "搬", "hours.too_long"),  # 31 hours
        (at(19), at(22), "搬", "hours.ahead"),
        (at(9) - 70 * DAY_MS, at(10) - 70 * DAY_MS, "搬", "hours.long_ago"),
        (at(9), at(10), "  ", "hours.content_empty"),
        (at(7), at(8, 30), "搬", "hours.overlap"),
    ],
)
def test_a_log_that_cannot_be(world: World, clock: FakeClock, start: int, end: int, content: str, code: str) -> None:
    clock.set(at(20))
    logged(world, clock, at(8), at(8, 59))
    with pytest.raises(Refused) as refused:
        logged(world, clock, start, end, content=content)
    assert refused.value.code == code


def test_refused_hours_do_not_count_and_leave_their_time_free(world: World, clock: FakeClock) -> None:
    clock.set(at(20))
    eid = logged(world, clock, at(9), at(10))
    with world.store.unit(world.actor) as u:
        with pytest.raises(Refused):
            service_hours.refuse(u, eid, " ")
        service_hours.refuse(u, eid, "那天没来")
    assert records(world, "李志强")[0].credit is Credit.REFUSED
    logged(world, clock, at(9), at(10))


def test_nobody_confirms_their_own(store: Store, actor: Actor, clock: FakeClock) -> None:
    world = World(store, actor)
    world.add("周敏", capacity="committee", operator_id=actor.operator_id)
    clock.set(at(20))
    with store.unit(actor) as u:
        eid = service_hours.log(u, service_hours.Log(world.who["周敏"], at(9), at(10), "值守"))
        for verb in (lambda: service_hours.verify(u, [eid]), lambda: service_hours.correct(u, eid, at(9), at(11), "x")):
            with pytest.raises(Refused) as refused:
                verb()
            assert refused.value.code == "hours.own"


def test_two_records_of_one_time_wait(world: World, clock: FakeClock) -> None:
    clock.set(at(16, 30))
    with world.store.unit(world.actor) as u:
        service_hours.log(u, service_hours.Log(world.who["王秀兰"], at(14), at(15), "搬器材"))
    scan(world, clock, "王秀兰", 16, 40)
    scan(world, clock, "王秀兰", 17)
    assert [one.flags for one in records(world, "王秀兰")] == [("no_shift",), ("late",)]
    with world.store.unit(world.actor) as u:
        service_hours.log(u, service_hours.Log(world.who["李志强"], at(14), at(15), "搬器材"))
    with world.store.unit(world.actor) as u:
        for kind, moment in (("in", at(14, 10)), ("out", at(14, 50))):
            u.add(
                ClockEvent, kind=kind, at=moment, member_id=world.who["李志强"], shift_id=None, method="code",
                gate_id=u.gate_id, device_id="e" * 32,
            )  # fmt: skip
        service_settle.settle(u, world.who["李志强"], "")
    assert Flag.OVERLAP in next(one for one in records(world, "李志强") if one.clock_ids).flags


def test_a_minute_is_the_least(world: World, clock: FakeClock) -> None:
    scan(world, clock, "王秀兰", 14)
    clock.set(at(14) + 3 * MINUTE_MS)
    with world.store.unit(world.actor) as u:
        service_clock.scan(u, world.who["王秀兰"])
    assert records(world, "王秀兰")[0].minutes == 3


def test_a_shift_deleted_after_work_began_keeps_its_hours(world: World, clock: FakeClock) -> None:
    came = scan(world, clock, "王秀兰", 14)
    assert came.shift is not None
    with world.store.unit(world.actor) as u:
        u.drop(Shift, came.shift.id)  # by another desk, which had not heard that somebody was on
    assert scan(world, clock, "王秀兰", 15, 30).step is Step.OFF
    [one] = records(world, "王秀兰")
    assert (one.minutes, one.flags, one.credit) == (90, (Flag.GONE,), Credit.WAITS)


def test_two_desks_that_know_the_same_events_make_the_same_record(
    world: World, clock: FakeClock, template_store: Path, tmp_path: Path
) -> None:
    """Whatever each of them had guessed before."""
    scan(world, clock, "王秀兰", 14)
    other = Store(_copied(template_store, tmp_path), KEY, clock, Bus())
    try:
        _tell(world.store, other)  # the coming alone: it guesses the end
        clock.set(at(18, 30))
        with other.unit(world.actor) as u:
            assert service_settle.settle_due(u) == 1
        clock.set(at(16))
        with world.store.unit(world.actor) as u:
            service_clock.scan(u, world.who["王秀兰"])
        [ours] = records(world, "王秀兰")
        _tell(world.store, other)
        clock.set(at(19))
        with other.unit(world.actor) as u:
            service_settle.settle_due(u)
            [theirs] = reads_hours.records(u)
        assert (theirs.minutes, theirs.clock_ids, theirs.start_at) == (ours.minutes, ours.clock_ids, ours.start_at)
        assert theirs.id == ours.id  # one record, wherever it was made
    finally:
        other.close()


def _copied(template: Path, folder: Path) -> Path:
    target = folder / "other.db"
    shutil.copyfile(template, target)
    return target


def _tell(one: Store, other: Store) -> None:
    """What a sync would bring: rows by id, each once."""
    for table in (DutyMember, Shift, ClockEvent):
        with one.reading() as r:
            rows = [
                {k: v for k, v in row.items() if k != "num"}
                for row in r.conn.execute(select(table.__table__)).mappings()
            ]
        with other.unit() as u:
            add_new(u.conn, table, rows)
