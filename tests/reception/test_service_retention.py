"""Forgetting: after its days nothing of the person is left in rows, events, outbox or search; figures stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM
from desk.people.service_visitors import forget_visitors
from desk.reception import reads, service
from desk.reception.rules import VisitorType, VisitState
from desk.reception.rules_windows import Window
from desk.reception.service_retention import anonymise_visits, retention_rules
from desk.records.retention import run_retention
from desk.records.service_holds import place_hold
from desk.store import outbox
from desk.store.tables import Outbox
from tests.reception.conftest import Gate

CANARY = "金丝雀测试"


def purge(gate: Gate) -> int:
    with gate.store.unit(SYSTEM) as u:
        return run_retention(u, retention_rules(), confirmed=True).erased


def dump(gate: Gate) -> str:
    """Everything the store says, decrypted."""
    with gate.store.reading() as r:
        raw = r.conn.connection.driver_connection
        assert raw is not None
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in raw.execute(f'SELECT * FROM "{name}"')]
    return "\n".join(
        cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for row in rows for cell in row
    )


def test_after_thirty_days_the_person_is_gone_everywhere(gate: Gate, tmp_path: Path) -> None:
    done = gate.admit(
        name=CANARY, phone="10912345678", plate="沪Z98765", purpose=CANARY, note=CANARY, items_in=CANARY, company=CANARY
    )
    gate.do(service.correct, done.visit_id, CANARY, name=CANARY + "乙")
    gate.do(service.checkout, done.visit_id)
    gone_home = gate.admit(name=CANARY + "丙", company="测试中介", kind=VisitorType.AGENT)
    gate.clock.advance(20 * DAY_MS)
    assert purge(gate) == 0
    gate.clock.advance(11 * DAY_MS)
    young = gate.admit(name="慕容测试")
    assert purge(gate) == 2
    assert purge(gate) == 0
    with gate.store.unit(SYSTEM) as u:
        forget_visitors(u, u.now - 30 * DAY_MS)
    text = dump(gate)
    for canary in (CANARY, "10912345678", "沪Z98765", "jinsique"):
        assert canary not in text
    assert "慕容测试" in text
    card = gate.visit(done.visit_id)
    assert (card.row.state, card.row.building, card.row.visitor_type, card.row.anonymised) == (
        VisitState.LEFT, "3", VisitorType.GUEST, True,
    )  # fmt: skip
    assert gate.visit(gone_home.visit_id).row.state is VisitState.AUTO_CLOSED
    assert gate.ask(reads.find, "jsq") == ()
    assert [row.id for row in gate.ask(reads.find, "慕容")] == [young.visit_id]
    with gate.store.reading() as r:
        assert outbox.first_break(r) is None


def test_an_erased_visit_is_neither_revealed_nor_corrected(gate: Gate) -> None:
    done = gate.admit()
    gate.clock.advance(31 * DAY_MS)
    purge(gate)
    with pytest.raises(Refused, match=r"visit\.anonymised"):
        gate.do(service.reveal, done.visit_id, "visitor_here")
    with pytest.raises(Refused, match=r"visit\.anonymised"):
        gate.do(service.correct, done.visit_id, "x", name="y")


def test_a_legal_hold_keeps_one_visit(gate: Gate) -> None:
    held, other = gate.admit(), gate.admit(name="慕容测试")
    gate.do(place_hold, "visit", held.visit_id, "测试派出所", "测试", gate.clock.now_ms() + 90 * DAY_MS)
    gate.clock.advance(31 * DAY_MS)
    assert purge(gate) == 1
    assert not gate.visit(held.visit_id).row.anonymised
    assert gate.visit(other.visit_id).row.anonymised


def test_a_site_may_keep_one_type_shorter(gate: Gate) -> None:
    with gate.store.unit(gate.actor) as u:
        u.put_setting("retention.days", {"visitor.agent": 3})
    agent = gate.admit(VisitorType.AGENT, company="测试中介")
    guest = gate.admit(name="慕容测试")
    gate.clock.advance(4 * DAY_MS)
    assert purge(gate) == 1
    assert gate.visit(agent.visit_id).row.anonymised
    assert not gate.visit(guest.visit_id).row.anonymised


def test_unsent_lines_that_say_nothing_personal_still_wait_for_the_hub(gate: Gate) -> None:
    done = gate.admit()
    gate.do(service.checkout, done.visit_id)
    gate.clock.advance(31 * DAY_MS)
    purge(gate)
    with gate.store.reading() as r:
        lines = r.conn.execute(select(Outbox.body).where(Outbox.kind == "visit_event").order_by(Outbox.seq)).scalars()
        bodies = list(lines)
    assert bodies[0] is None
    assert b'"kind":"left"' in bodies[1]


def test_goods_watch_entries_passes_and_permits_are_forgotten_too(gate: Gate) -> None:
    now = gate.clock.now_ms()
    parked = gate.do(service.park, household_id=gate.home, what=CANARY, left_by=CANARY)
    gate.do(service.hand_out, parked.goods_id, taken_by=CANARY)
    waiting = gate.do(service.park, household_id=gate.home, what="等着的")
    gate.do(service.watch_add, name=CANARY, reason=CANARY, owner="居委会", expires_at=now + DAY_MS)
    window = Window(now, now + DAY_MS)
    gate.do(
        service.give_standing, household_id=gate.home, alias=CANARY, visitor_type=VisitorType.DOMESTIC, window=window
    )
    gate.do(
        service.add_permit,
        permit_no="装-1",
        company="测试装饰",
        household_id=gate.home,
        window=window,
        workers=[CANARY],
    )
    gate.clock.advance(32 * DAY_MS)
    with gate.store.unit(SYSTEM) as u:
        service.watch_expire(u)
    gate.clock.advance(31 * DAY_MS)
    assert purge(gate) == 4
    assert CANARY not in dump(gate)
    assert [row.id for row in gate.ask(reads.shelf)] == [waiting.goods_id]


def test_erasing_goes_in_portions(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.reception.service_retention.BATCH", 2)
    for _ in range(5):
        gate.admit()
    gate.clock.advance(31 * DAY_MS)
    assert [gate.do(anonymise_visits, VisitorType.GUEST, gate.clock.now_ms()) for _ in range(4)] == [2, 2, 1, 0]


def test_every_type_has_a_rule_of_its_own() -> None:
    kinds = [rule.kind for rule in retention_rules()]
    assert len(kinds) == len(set(kinds))
    assert {f"visitor.{kind.value}" for kind in VisitorType} <= set(kinds)


def test_a_visit_announced_long_ahead_is_not_old_yet(gate: Gate) -> None:
    visit_id, soon = gate.new_id(), gate.clock.now_ms() + 45 * DAY_MS
    gate.do(service.expect, visit_id, gate.draft(), soon)
    gate.clock.advance(40 * DAY_MS)
    assert purge(gate) == 0
    gate.clock.advance(40 * DAY_MS)
    assert purge(gate) == 1
    assert gate.visit(visit_id).row.state is VisitState.NO_SHOW
