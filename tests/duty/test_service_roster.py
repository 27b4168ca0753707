"""The plan of a month: opened, filled, undone, locked, repeated; shifts cancelled and never lost."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.core.errors import Refused
from desk.duty import (
    reads_hours,
    reads_roster,
    reads_shifts,
    reads_team,
    service_clock,
    service_roster,
    service_templates,
)
from desk.duty.rules import DayKind
from desk.duty.rules_days import DayRule
from desk.duty.rules_hours import Flag
from desk.duty.rules_roster import Wrong
from desk.duty.service_roster import Edit
from desk.duty.tables import ClockEvent, RosterCell, Shift
from desk.store.store import Store
from tests.duty.worlds import GATE, MONTH, World, small
from tests.fakes.clock import FakeClock


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    return small(store, actor)


def view(world: World, month: str = MONTH) -> reads_roster.Month:
    with world.store.reading() as r:
        return reads_roster.month(r, month)


def planned(world: World, month: str = MONTH) -> set[tuple[str, str, bool]]:
    names = {eid: name for name, eid in world.who.items()}
    return {(one.cell.shift_id, names[one.cell.member_id], one.cell.locked) for one in view(world, month).lines}


def test_a_month_is_opened_once(world: World) -> None:
    found = view(world)
    assert len(found.shifts) == 10 + 31
    assert world.open() == 0
    assert found.missing_shifts == 0
    assert found.issue is None
    assert len(found.gaps) == 41


def test_opening_again_adds_what_a_new_template_asks_and_keeps_the_rest(world: World) -> None:
    world.put("2026-12-05", "王秀兰")
    world.template(GATE.__class__("晚巡", 1140, 1200, (6,)))
    assert view(world).missing_shifts == 4
    assert world.open() == 4
    assert len(view(world).lines) == 1


def test_a_month_without_templates_is_said(store: Store, actor: Actor) -> None:
    with pytest.raises(Refused) as no, store.unit(actor) as u:
        service_roster.open_month(u, MONTH)
    assert no.value.code == "duty.no_templates"


def test_holidays_have_no_shifts(store: Store, actor: Actor) -> None:
    world = World(store, actor)
    gate = world.template(GATE)[0]
    with store.unit(actor) as u:
        service_templates.add_holidays(u, "2026-12-01", "2026-12-03", "调休")
        assert service_templates.add_holidays(u, "2026-12-03", "2026-12-04", "调休") != []
        service_templates.set_day(u, DayRule("2026-12-02", "extra", gate, least=2))
    assert world.open() == 28
    found = view(world)
    assert found.holidays == {f"2026-12-0{n}": "调休" for n in (1, 2, 3, 4)}
    assert found.shifts[0].day == "2026-12-02"
    assert found.shifts[0].least == 2


def test_a_holiday_found_out_later_cancels_what_is_ahead(world: World) -> None:
    world.put("2026-12-25", "王秀兰")
    with world.store.unit(world.actor) as u:
        service_templates.add_holidays(u, "2026-12-25", "2026-12-25", "放假")
    assert view(world).idle_shifts == [world.shift("2026-12-25").id]
    with world.store.unit(world.actor) as u:
        assert service_roster.fit_month(u, MONTH, "放假") == (0, 1)
    assert world.shift("2026-12-25").cancelled_why == "放假"
    assert view(world).idle_shifts == []
    with world.store.unit(world.actor) as u:
        assert service_roster.fit_month(u, MONTH, "放假") == (0, 0)


def test_edits_come_back_as_what_undoes_them(world: World) -> None:
    undo = world.put("2026-12-05", "王秀兰", "李志强")
    world.put("2026-12-05", "王秀兰", locked=True)
    before = planned(world)
    shift = world.shift("2026-12-05").id
    with world.store.unit(world.actor) as u:
        out = service_roster.apply(u, [Edit(shift, world.who["王秀兰"], present=False)])
    assert len(view(world).lines) == 1
    with world.store.unit(world.actor) as u:
        service_roster.apply(u, out)
    assert planned(world) == before
    with world.store.unit(world.actor) as u:
        service_roster.apply(u, undo)
    assert not view(world).lines


def test_one_edit_of_several_acts_on_the_one_before(world: World) -> None:
    shift, who = world.shift("2026-12-05").id, world.who["王秀兰"]
    with world.store.unit(world.actor) as u:
        undo = service_roster.apply(
            u, [Edit(shift, who), Edit(shift, who, present=False), Edit(shift, who, locked=True)]
        )
        service_roster.apply(u, undo)
    assert not view(world).lines


def test_every_desk_gives_a_cell_the_same_id(world: World) -> None:
    world.put("2026-12-05", "王秀兰")
    with world.store.reading() as r:
        first = reads_shifts.cells(r, MONTH)[0].id
    world.put("2026-12-05", "王秀兰", present=False)
    world.put("2026-12-05", "王秀兰")
    with world.store.reading() as r:
        again = reads_shifts.cells(r, MONTH)[0].id
        rows = r.conn.execute(RosterCell.__table__.select()).all()
    assert first != again
    assert len(rows) == 2


def test_conflicts_and_gaps_are_there_at_once(world: World) -> None:
    world.put("2026-12-01", "王秀兰", "李志强", shift="上午接待")
    found = view(world)
    gap = next(gap for gap in found.gaps if gap.shift_id == world.shift("2026-12-01", "上午接待").id)
    assert (gap.missing, len(gap.needs), gap.asked, gap.free) == (0, 1, 1, 1)
    world.put("2026-12-05", "王秀兰", "李志强", "陈国华")
    assert {one.wrong for one in view(world).conflicts} == {Wrong.FULL}


def test_the_pattern_of_last_month_fills_the_holes(world: World) -> None:
    world.put("2026-12-01", "王秀兰", "周敏", shift="上午接待")
    world.put("2026-12-05", "李志强")
    world.put("2026-12-12", "陈国华")
    world.open("2027-01")
    world.put("2027-01-02", "王秀兰")
    with world.store.unit(world.actor) as u:
        done = service_roster.repeat_last_month(u, "2027-01")
    names = {eid: name for name, eid in world.who.items()}
    shifts = {one.id: one for one in view(world, "2027-01").shifts}
    got = sorted(
        (shifts[line.cell.shift_id].day[8:], names[line.cell.member_id]) for line in view(world, "2027-01").lines
    )
    assert ("05", "周敏") in got
    assert ("05", "王秀兰") in got
    assert ("02", "王秀兰") in got
    assert ("02", "李志强") in got  # there was a second place
    assert ("09", "陈国华") in got
    assert done.count == len(got) - 1
    with world.store.unit(world.actor) as u:
        service_roster.apply(u, done.undo)
    assert len(view(world, "2027-01").lines) == 1


def test_without_a_month_before_the_pattern_says_so(world: World) -> None:
    with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
        service_roster.repeat_last_month(u, MONTH)
    assert no.value.code == "duty.no_pattern"
    with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
        service_roster.repeat_last_month(u, "2027-05")
    assert no.value.code == "duty.not_opened"


def test_a_shift_that_was_worked_can_only_be_cancelled(world: World, clock: FakeClock) -> None:
    world.put("2026-12-05", "王秀兰")
    shift = world.shift("2026-12-05")
    clock.set(shift.start_at)
    with world.store.unit(world.actor) as u:
        u.add(
            ClockEvent, kind="in", at=u.now, member_id=world.who["王秀兰"], shift_id=shift.id, method="desk",
            gate_id=u.gate_id, device_id=u.device_id,
        )  # fmt: skip
    for verb, code in ((service_roster.delete_shift, "duty.shift_worked"), (_edit, "duty.shift_began")):
        with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
            verb(u, shift.id)
        assert no.value.code == code
    with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
        service_roster.cancel_shift(u, shift.id, " ")
    assert no.value.code == "duty.reason_needed"
    with world.store.unit(world.actor) as u:
        service_roster.cancel_shift(u, shift.id, "停电")
    with world.store.reading() as r:
        assert len(reads_shifts.clocked(r, [shift.id])) == 1
        assert [one.state for one in reads_shifts.assignments(r, [shift.id])] == ["checked_in"]


def _edit(u: object, shift_id: str) -> None:
    service_roster.edit_shift(u, shift_id, GATE)  # type: ignore[arg-type]


def test_a_shift_more_and_a_shift_fewer(world: World) -> None:
    with world.store.unit(world.actor) as u:
        eid = service_roster.add_shift(u, "2026-12-05", GATE.__class__("义诊", 540, 600))
        service_roster.edit_shift(u, eid, GATE.__class__("义诊", 540, 660, most=4))
    assert (world.shift("2026-12-05", "义诊").most, world.shift("2026-12-05", "义诊").template_id) == (4, "")
    world.put("2026-12-05", "王秀兰", shift="义诊")
    with world.store.unit(world.actor) as u:
        service_roster.delete_shift(u, eid)
    assert not view(world).lines
    gate = world.shift("2026-12-05").id
    with world.store.unit(world.actor) as u:
        service_roster.delete_shift(u, gate)
    assert world.open() == 0  # what was taken away stays away


def test_rules_nobody_can_keep_are_in_the_view(world: World) -> None:
    world.template(GATE.__class__("手语", 540, 600, (3,), needs=("手语",), least=9, most=9))
    world.open()
    assert sorted(one.why for one in view(world).impossible) == ["skill", "too_few"]


def test_one_kind_of_shift_is_closed_and_one_is_extra(world: World) -> None:
    with world.store.unit(world.actor) as u:
        gate, morning = (one.id for one in sorted(reads_team.templates(u), key=lambda one: one.name != "门岗"))
        service_templates.set_days(u, "2026-12-05", "2026-12-06", DayRule("2026-12-05", DayKind.CLOSED, gate, "封路"))
        service_templates.set_days(
            u, "2026-12-06", "2026-12-06", DayRule("2026-12-06", DayKind.EXTRA, morning, least=3)
        )
        assert service_roster.fit_month(u, MONTH, "封路") == (1, 2)
    found = {(one.day, one.name): one for one in view(world).shifts}
    assert all(found[day, "门岗"].cancelled_at is not None for day in ("2026-12-05", "2026-12-06"))
    assert (found["2026-12-06", "上午接待"].least, found["2026-12-06", "上午接待"].cancelled_at) == (3, None)
    with world.store.unit(world.actor) as u:  # said again, what was said before of that shift gives way
        service_templates.set_days(u, "2026-12-06", "2026-12-07", DayRule("2026-12-06", DayKind.EXTRA, gate, least=2))
        rules = [(one.day, one.kind, one.template_id) for one in reads_team.day_rules(u, "2026-12-06", "2026-12-06")]
    assert sorted(rules) == sorted([("2026-12-06", "extra", gate), ("2026-12-06", "extra", morning)])
    for first, last, rule, code in (
        ("2026-12-07", "2026-12-05", DayRule("", DayKind.CLOSED, gate), "duty.day_wrong"),
        ("2026-12-07", "2027-12-05", DayRule("", DayKind.CLOSED, gate), "duty.days_many"),
        ("2026-12-07", "2026-12-07", DayRule("", DayKind.EXTRA), "duty.day_kind"),
        ("2026-12-07", "2026-12-07", DayRule("", DayKind.EXTRA, gate, least=51), "duty.template_people"),
    ):
        with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
            service_templates.set_days(u, first, last, rule)
        assert no.value.code == code


def test_a_shift_of_31_hours_from_another_desk_is_shown_worked_and_waits(world: World, clock: FakeClock) -> None:
    """No form of this program makes one; rows of others may say anything."""
    start = world.shift("2026-12-05").start_at
    with world.store.unit(world.actor) as u:
        u.set(Shift, world.shift("2026-12-05").id, end_at=start + 31 * HOUR_MS)
    world.put("2026-12-05", "王秀兰")
    world.put("2026-12-06", "王秀兰")
    wrong = {(one.shift_id, one.wrong) for one in view(world).conflicts}
    assert (world.shift("2026-12-05").id, Wrong.LONG_SHIFT) in wrong
    assert (world.shift("2026-12-06").id, Wrong.OVERLAP) in wrong
    world.publish(in_spite=True)
    for moment in (start, start + 31 * HOUR_MS):
        clock.set(moment)
        with world.store.unit(world.actor) as u:
            service_clock.scan(u, world.who["王秀兰"])
    with world.store.reading() as r:
        [one] = reads_hours.records(r, world.who["王秀兰"])
    assert (one.minutes, one.flags, one.counts) == (31 * 60, (Flag.LONG,), False)


def test_many_cells_are_written_with_few_questions(world: World) -> None:
    """What stands in the plan is read once, however many cells are put in."""
    days = [f"2026-12-{day:02d}" for day in range(1, 31)]
    ids = [world.shift(day).id for day in days]
    asked = list[str]()
    with world.store.unit(world.actor) as u:
        event.listen(u.conn, "before_cursor_execute", lambda *told: asked.append(told[2]))
        undo = service_roster.apply(u, [Edit(eid, world.who["王秀兰"]) for eid in ids])
    assert sum(one.lstrip().startswith("SELECT") for one in asked) < 30
    assert len(view(world).lines) == 30
    with world.store.unit(world.actor) as u:
        service_roster.apply(u, undo)
        service_roster.apply(u, [Edit(ids[0], world.who["王秀兰"])])
    assert [line.cell.member_id for line in view(world).lines] == [world.who["王秀兰"]]  # put in again: another row
