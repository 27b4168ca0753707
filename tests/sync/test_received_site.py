"""What belongs to the whole site: settings, operators, holds, reports, the trail, roll calls, notices."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from desk.core.clock import DAY_MS, HOUR_MS
from desk.operators import pins, service
from desk.operators import reads as operators_reads
from desk.operators.rules import SYSTEM
from desk.reception import reads
from desk.reception import service as reception
from desk.reception.rules import VisitorType
from desk.records import reads_holds, service_holds
from desk.records.reads_audit import AuditFilter, lines, verify
from desk.records.reads_retention import last_run, reports
from desk.records.retention import days_of, run_retention, set_days
from desk.records.service_privacy import OWN_RULES
from desk.store import notices
from desk.store.tables import AuditLine, Setting, SyncSelf
from desk.store.tables_sync import DistrictNotice, NoticeDelivered
from desk.store.unit import Reading, Unit, setting_id
from tests.sync.pair import Desk, Pair


def setting(desk: Desk, key: str) -> object:
    return desk.ask(lambda r: r.setting(key))


def test_first_values_of_one_setting_meet_in_one_entity(two_desks: Pair) -> None:
    for desk, value in ((two_desks.a, "first"), (two_desks.b, "second")):
        two_desks.clock.advance(1000)
        desk.do(Unit.put_setting, "urgent.aed", value)
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        assert setting(desk, "urgent.aed") == "second"
        with desk.store.reading() as r:
            ids = r.conn.execute(select(Setting.id).where(Setting.key == "urgent.aed")).scalars().all()
            assert ids == [setting_id(r.site_id, "urgent.aed")]
    two_desks.a.do(Unit.put_setting, "urgent.aed", "third")
    two_desks.carry()
    assert setting(two_desks.b, "urgent.aed") == "third"


def test_of_two_rows_with_one_key_every_desk_reads_and_edits_the_older(two_desks: Pair) -> None:
    """Stores of 0.1.0 gave each row an id of its own."""
    for desk in (two_desks.b, two_desks.a):
        two_desks.clock.advance(1000)
        desk.do(lambda u: u.add(Setting, key="visit.limits_h", value={"of": u.device_id}))
    two_desks.carry(shuffle=1)
    of = two_desks.b.ask(lambda r: r.device_id)
    assert setting(two_desks.a, "visit.limits_h") == setting(two_desks.b, "visit.limits_h") == {"of": of}
    two_desks.a.do(Unit.put_setting, "visit.limits_h", {"guest": 4})
    two_desks.carry()
    assert setting(two_desks.b, "visit.limits_h") == {"guest": 4}


def test_a_setting_that_was_deleted_may_be_written_again(two_desks: Pair) -> None:
    two_desks.a.do(Unit.put_setting, "notice.handler", "物业")
    two_desks.a.do(lambda u: u.drop(Setting, setting_id(u.site_id, "notice.handler")))
    two_desks.a.do(Unit.put_setting, "notice.handler", "居委会")
    two_desks.carry()
    assert setting(two_desks.b, "notice.handler") == "居委会"


def test_an_operator_signs_on_at_either_desk_until_made_inactive_at_one(two_desks: Pair) -> None:
    chip = two_desks.a.do(service.add_operator, "王秀兰", "volunteer", "1357")
    two_desks.a.do(service.bind_badge, chip.operator_id, "BADGE-0001")
    two_desks.b.heard.clear()
    two_desks.carry()
    assert "operators" in two_desks.b.heard
    keyed = two_desks.b.ask(pins.keyed_pin, "1357")
    assert pins.matches(two_desks.b.ask(operators_reads.pin_hash_of, chip.operator_id), keyed)
    assert two_desks.b.ask(operators_reads.owner_of_badge, "BADGE-0001") == chip.operator_id
    two_desks.a.do(service.edit_operator, chip.operator_id, active=False)
    two_desks.carry()
    assert two_desks.b.ask(operators_reads.chip, chip.operator_id) is None
    assert two_desks.b.ask(operators_reads.owner_of_badge, "BADGE-0001") is None


def test_what_another_desk_erased_does_not_count_as_erased_here(two_desks: Pair) -> None:
    two_desks.a.do(set_days, OWN_RULES, "disclosure", 1200)
    with two_desks.a.store.unit(SYSTEM) as u:
        run_retention(u, OWN_RULES)
    two_desks.carry()
    assert two_desks.a.ask(last_run) is not None
    assert two_desks.b.ask(last_run) is None
    assert two_desks.b.ask(reports) == []
    assert two_desks.b.ask(days_of, OWN_RULES[0]) == 1200


def test_a_hold_protects_at_every_desk_until_it_is_lifted_at_one(two_desks: Pair) -> None:
    until = two_desks.clock.now_ms() + 30 * DAY_MS
    hold = two_desks.a.do(service_holds.place_hold, "visit", "c" * 32, "某派出所", "调查", until)
    two_desks.carry()
    assert two_desks.b.ask(reads_holds.held_ids, ("visit",)) == {"c" * 32}
    two_desks.b.do(service_holds.release_hold, hold)
    two_desks.carry()
    assert two_desks.a.ask(reads_holds.held_ids, ("visit",)) == frozenset()


def test_the_trail_shows_lines_of_other_desks_and_proves_its_own(two_desks: Pair) -> None:
    two_desks.a.do(lambda u: u.audit("test.there"))
    two_desks.carry()
    two_desks.b.do(lambda u: u.audit("test.here"))
    report = two_desks.b.ask(verify)
    assert (report.whole, report.lines, report.others) == (True, 1, 1)
    found = {line.action: line.here for line in two_desks.b.ask(lines, AuditFilter())}
    assert found == {"test.there": False, "test.here": True}
    with two_desks.b.store.unit() as u:
        u.conn.execute(update(AuditLine).where(AuditLine.action == "test.here").values(hash=b""))
    assert two_desks.b.ask(verify).why == "cut", "a line of one's own is not made a foreign one"


def test_this_desk_s_own_lines_that_come_back_after_a_restore_stand_beside_the_chain(two_desks: Pair) -> None:
    two_desks.a.do(lambda u: u.audit("test.before"))
    with two_desks.a.store.reading() as r:
        rows = [dict(row) for row in r.conn.execute(select(AuditLine.__table__)).mappings()]
    lost = two_desks.a.bodies()
    with two_desks.a.store.unit() as u:  # the store as it was before the line
        u.conn.execute(AuditLine.__table__.delete().where(AuditLine.action == "test.before"))  # type: ignore[attr-defined]
    two_desks.a.do(_step_back, rows)
    assert two_desks.a.ask(verify).whole
    two_desks.a.receive(lost)
    two_desks.a.do(lambda u: u.audit("test.after"))
    report = two_desks.a.ask(verify)
    assert (report.whole, report.others) == (True, 1)


def _step_back(u: Unit, rows: list[dict[str, bytes]]) -> None:
    u._audit_hash = next(row["prev_hash"] for row in rows if row["action"] == "test.before")


def test_a_roll_call_is_ended_at_whichever_desk_of_the_gate(two_desks: Pair) -> None:
    gate = two_desks.a.ask(lambda r: r.gate_id)
    with two_desks.b.store.unit() as u:  # a second desk at the same gate
        u.conn.execute(update(SyncSelf).values(gate_id=gate))
    call = two_desks.a.do(reception.open_call).call_id
    two_desks.carry()
    assert two_desks.b.ask(reads.newest_open) == call
    assert two_desks.b.do(reception.open_call).call_id == call
    for desk in (two_desks.b, two_desks.a):
        two_desks.clock.advance(1000)
        desk.do(reception.close_call, call)
    two_desks.carry()
    ended = [desk.ask(reads.report, call).closed_at for desk in (two_desks.a, two_desks.b)]
    assert ended == [two_desks.clock.now_ms() - 1000] * 2
    assert two_desks.a.ask(reads.newest_open) is two_desks.b.ask(reads.newest_open) is None


def test_an_end_that_comes_before_the_opening_leaves_nothing_open(two_desks: Pair) -> None:
    call = two_desks.a.do(reception.open_call).call_id
    opened = two_desks.a.bodies()
    two_desks.a.do(reception.close_call, call)
    two_desks.b.receive([*two_desks.a.bodies(), *opened])
    assert two_desks.b.ask(lambda r: reads.past(r))[0].closed_at is not None


def test_one_passage_taken_back_at_two_desks_is_taken_back_once(two_desks: Pair) -> None:
    counted = [two_desks.a.do(reception.count, VisitorType.RIDER) for _ in range(3)]
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        assert desk.do(reception.undo_count, counted[0])
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        view = desk.ask(reads.tally)
        assert (view.today["rider"], sum(view.hours)) == (2, 2)
    assert two_desks.a.ask(reads.tally).last_id == counted[2]
    assert two_desks.b.ask(reads.tally).last_id is None, "what another gate counted last is not repeated here"


def test_notices_of_the_district(two_desks: Pair) -> None:
    now, desk = two_desks.clock.now_ms(), two_desks.a
    site = desk.ask(lambda r: r.site_id)
    rows = [
        ("notice", "停水", [], now - HOUR_MS, None), ("emergency", "台风", [site], now - 2 * HOUR_MS, now + HOUR_MS),
        ("notice", "别处", ["b" * 32], now - HOUR_MS, None), ("notice", "明天", [], now + HOUR_MS, None),
        ("notice", "过去", [], now - 2 * HOUR_MS, now - HOUR_MS),
    ]  # fmt: skip

    def write(u: Unit) -> None:
        for n, (level, text, sites, start, end) in enumerate(rows):
            values = {"level": level, "text": text, "sites": sites, "from_at": start, "until_at": end, "versions": {}}
            u.conn.execute(insert(DistrictNotice).values(id=f"{n:032x}", **values))

    desk.do(write)
    assert [(one.text, one.emergency, one.shown) for one in desk.ask(notices.notices)] == [
        ("台风", True, False), ("停水", False, False),
    ]  # fmt: skip
    for _ in range(2):
        desk.do(notices.shown, f"{1:032x}")
    assert [one.shown for one in desk.ask(notices.notices)] == [True, False]
    two_desks.carry()
    assert two_desks.b.ask(lambda r: _delivered(r)) == 1
    assert not any(one.shown for one in two_desks.b.ask(notices.notices)), "the other gate has still to show it"


def _delivered(r: Reading) -> int:
    return len(r.conn.execute(select(NoticeDelivered.id)).all())
