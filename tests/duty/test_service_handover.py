"""Put down, signed by both, never changed; staying on when nobody comes; forgotten after half a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import func, select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import reads_handover, service_handover, service_handover_retention, service_items
from desk.duty.rules_handover import Answer, Body, Count, Group, How, Kind, Line, Side, Topic
from desk.duty.service_handover import Signer
from desk.duty.tables import Handover, HandoverSign
from desk.operators.rules import actor_of
from desk.store.store import Store
from desk.store.tables import Outbox
from tests.duty.worlds import GATE, World
from tests.fakes.clock import FakeClock

DAY = "2026-12-03"
WANG, LI = Signer(How.PIN, "a" * 32), Signer(How.CODE, "b" * 32)
OPEN = Body((Group(Topic.INSIDE, 3, (Line("guest", 3, name="欧阳*"),)),), {"inside": Answer(tick=True)})


@dataclass
class Gate:
    world: World
    clock: FakeClock

    @property
    def store(self) -> Store:
        return self.world.store

    def at(self, hour: int, minute: int = 0) -> None:
        self.clock.set(SiteTime().at(date.fromisoformat(DAY), hour, minute))

    def make(self, body: Body = OPEN, by: Signer = WANG, shift_id: str = "", actor: Actor | None = None) -> str:
        with self.store.unit(actor or self.world.actor) as u:
            return service_handover.make(u, body, by, shift_id)

    def accept(self, handover_id: str, by: Signer = LI) -> bool:
        with self.store.unit(self.world.actor) as u:
            return service_handover.accept(u, handover_id, by)

    def hold(self, shift_id: str) -> str:
        with self.store.unit(self.world.actor) as u:
            return service_handover.hold_over(u, shift_id, WANG)

    def due(self) -> reads_handover.Due | None:
        with self.store.reading() as r:
            return reads_handover.due_now(r)


@pytest.fixture
def gate(store: Store, actor: Actor, clock: FakeClock) -> Gate:
    """14:00 to 17:00 at the gate, 王秀兰 serves; 17:00 to 20:00, 李志强; both published."""
    world = World(store, actor)
    world.add("王秀兰", "李志强")
    with store.reading() as r:
        here = r.gate_id
    evening = type(GATE)("晚班", 1020, 1200, GATE.weekdays, least=1, most=2, gate_id=here)
    world.template(type(GATE)("门岗", 840, 1020, GATE.weekdays, least=1, most=2, gate_id=here), evening)
    world.open()
    world.put(DAY, "王秀兰")
    world.put(DAY, "李志强", shift="晚班")
    world.publish(in_spite=True)
    return Gate(world, clock)


def refused(code: str) -> pytest.RaisesContext[Refused]:  # type: ignore[name-defined]
    return pytest.raises(Refused, match=code)


def test_the_draft_is_due_twenty_minutes_before_the_end_and_names_the_relief(gate: Gate) -> None:
    gate.at(16, 39)
    assert gate.due() is None
    gate.at(16, 40)
    found = gate.due()
    assert found is not None
    assert (found.shift.name, found.members) == ("门岗", (gate.world.who["王秀兰"],))
    assert found.next is not None
    assert (found.next.name, found.next_members) == ("晚班", (gate.world.who["李志强"],))
    gate.make(shift_id=found.shift.id)
    assert gate.due() is None


def test_one_in_the_middle_of_a_shift_does_not_stand_for_its_end(gate: Gate) -> None:
    gate.at(15)
    gate.make()
    gate.at(16, 45)
    assert gate.due() is not None


def test_it_is_put_down_with_all_ticks_and_nothing_else(gate: Gate) -> None:
    gate.at(17)
    keys = Count("c" * 32, "钥匙", 3)
    with refused("handover.group_open"):
        gate.make(Body(OPEN.groups))
    with refused("handover.not_counted"):
        gate.make(Body(OPEN.groups, OPEN.answers, (keys,)))
    short = Count(keys.item_id, "钥匙", 3, 2)
    with refused("handover.difference"):
        gate.make(Body(OPEN.groups, OPEN.answers, (short,)))
    eid = gate.make(Body(OPEN.groups, OPEN.answers, (Count(keys.item_id, "钥匙", 3, 2, "物业借走一把"),)))
    with gate.store.reading() as r:
        found = reads_handover.waiting(r)
    assert found is not None
    assert (found.id, found.kind, found.body.items[0].note) == (eid, Kind.MADE, "物业借走一把")
    assert [(one.side, one.member_id, one.how) for one in found.signs] == [(Side.OUT, WANG.member_id, "pin")]


def test_the_relief_signs_once_and_nobody_for_themselves(gate: Gate) -> None:
    gate.at(17)
    eid = gate.make()
    with refused("handover.same_person"):
        gate.accept(eid, Signer(How.CODE, WANG.member_id))
    assert gate.accept(eid)
    assert not gate.accept(eid)
    with refused("handover.accepted"):
        gate.accept(eid, Signer(How.PIN, "d" * 32))
    with gate.store.reading() as r:
        assert reads_handover.waiting(r) is None
        assert not reads_handover.is_waiting(r)
        assert reads_handover.history(r)[0].accepted


def test_a_correction_is_another_one_and_the_former_takes_no_signature(gate: Gate) -> None:
    gate.at(17)
    first = gate.make()
    gate.clock.advance(MINUTE_MS)
    second = gate.make(Body(OPEN.groups, OPEN.answers, note="更正：车位钥匙在抽屉里"))
    with refused("handover.newer"):
        gate.accept(first)
    with refused("handover.gone"):
        gate.accept("e" * 32)
    assert gate.accept(second)
    with gate.store.reading() as r:
        assert [(one.id, one.accepted) for one in reads_handover.history(r)] == [(second, True), (first, False)]
        assert not reads_handover.is_waiting(r)


def test_nobody_comes_and_the_minutes_are_written_down(gate: Gate) -> None:
    gate.at(16, 50)
    found = gate.due()
    assert found is not None
    with refused("handover.not_over"):
        gate.hold(found.shift.id)
    gate.at(17, 12)
    held = gate.hold(found.shift.id)
    assert gate.hold(found.shift.id) == held  # the same press
    gate.at(19, 30)  # later than a shift asks by itself
    still = gate.due()
    assert still is not None
    assert (still.held, still.over_minutes) == (SiteTime().at(date.fromisoformat(DAY), 17, 12), 150)
    assert gate.accept(gate.make(shift_id=found.shift.id))
    with gate.store.reading() as r:
        made, stayed = reads_handover.history(r)
    assert (made.kind, made.held_minutes, stayed.kind, stayed.held_minutes) == (Kind.MADE, 150, Kind.HELD_OVER, 12)
    assert gate.due() is None


def test_an_evening_nobody_handed_over_stops_asking(gate: Gate) -> None:
    gate.at(19, 1)
    assert gate.due() is None


def test_whoever_serves_the_next_shift_too_is_not_asked(gate: Gate) -> None:
    evening = gate.world.shift(DAY, "晚班").id
    gate.world.say("stand_in", evening, gate.world.who["李志强"], gate.world.who["王秀兰"])
    gate.at(16, 50)
    assert gate.due() is None


def test_what_was_put_down_is_never_changed(gate: Gate) -> None:
    gate.at(17)
    eid = gate.make()
    with gate.store.reading() as r:
        before = r.conn.execute(select(Handover.__table__).where(Handover.id == eid)).mappings().one()
    gate.accept(eid)
    with gate.store.reading() as r:
        assert r.conn.execute(select(Handover.__table__).where(Handover.id == eid)).mappings().one() == before
        assert r.conn.execute(select(func.count()).select_from(HandoverSign)).scalar() == 2


def test_the_right_is_asked_for(gate: Gate) -> None:
    with refused("right.missing"):
        gate.make(actor=actor_of("0" * 32, "auditor"))


def test_one_put_down_while_the_clock_was_wrong_holds_up_nobody(gate: Gate) -> None:
    gate.clock.set(SiteTime().at(date(2027, 12, 3), 17))
    wrong = gate.make()
    gate.at(17)
    with gate.store.reading() as r:
        assert not reads_handover.is_waiting(r)
        assert reads_handover.handover(r, wrong) is not None
    assert gate.accept(gate.make())


def test_after_half_a_year_only_numbers_stay(gate: Gate) -> None:
    gate.at(17)
    eid = gate.make(Body(OPEN.groups, {"inside": Answer(tick=True, note="欧阳先生在等人")}, note="张师傅明天来"))
    gate.accept(eid)
    gate.clock.advance(179 * DAY_MS)
    fresh = gate.make()
    gate.clock.advance(2 * DAY_MS)
    with gate.store.unit(gate.world.actor) as u:
        assert service_handover_retention.scrub_bodies(u, u.now - 180 * DAY_MS, [eid]) == 0
        assert service_handover_retention.scrub_bodies(u, u.now - 180 * DAY_MS) == 1
        assert service_handover_retention.scrub_bodies(u, u.now - 180 * DAY_MS) == 0
        body = u.conn.execute(select(Outbox.body).where(Outbox.eid == eid)).scalar()
        old, young = (reads_handover.handover(u, one) for one in (eid, fresh))
    assert body is None
    assert old is not None
    assert young is not None
    assert (old.body.groups[0].n, old.body.groups[0].lines, old.body.note) == (3, (), "")
    assert old.accepted
    assert young.body.groups[0].lines[0].name == "欧阳*"


def test_things_that_are_counted(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        keys = service_items.add_item(u, " 大门\n钥匙 ", 3, "key")
        radio = service_items.add_item(u, "对讲机", 2)
        service_items.edit_item(u, radio, "对讲机", 4)
        for values, code in ((("", 1), "items.name"), (("伞", -1), "items.expected"), (("伞", 1000), "items.expected")):
            with refused(code):
                service_items.add_item(u, *values)  # type: ignore[arg-type]
        found = [(one.name, one.kind, one.expected) for one in reads_handover.items(u)]
        service_items.drop_item(u, keys)
        left = [one.id for one in reads_handover.items(u)]
        for nth in range(39):
            service_items.add_item(u, f"伞{nth}")
        with refused("items.many"):
            service_items.add_item(u, "再一把伞")
    assert found == [("大门 钥匙", "key", 3), ("对讲机", "item", 4)]
    assert left == [radio]
    with store.unit(actor_of("0" * 32, "volunteer")) as u, refused("right.missing"):
        service_items.add_item(u, "伞")
