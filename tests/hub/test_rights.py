"""What only a manager writes, written by somebody else: a task for a person, and the change stands."""

from __future__ import annotations

import pytest

from desk.core.ids import new_id
from desk.hub import reads
from desk.hub.hub import Hub
from desk.hub.publish import Words
from desk.hub.rights import VOUCHERS, WRITERS
from desk.hub.tables import OP_LOG, PARKED
from desk.operators.rules import RIGHTS
from desk.wire.kinds import Kind, Kinds
from desk.wire.messages import Line
from desk.wire.sharing import Merge, Sharing
from tests.fakes.clock import FakeClock
from tests.hub.test_push import every_value
from tests.hub.toys import KINDS, ToyDesk

RIGHT = {
    "site": "settings.site", "gate": "settings.site", "setting": "settings.site", "operator": "operators.edit",
    "legal_hold": "retention.hold",
}  # fmt: skip


def open_tasks(hub: Hub, desk: ToyDesk) -> list[tuple[str, str, str]]:
    """(kind, chip of the author, operation)."""
    found = hub.db.read(lambda conn: reads.tasks(conn, desk.site_id))
    return [(task.kind, task.item, task.eid) for task in found if task.sort == "right_missing"]


def hire(desk: ToyDesk, role: str, **more: object) -> str:
    """A new operator, written by the desk itself."""
    return desk.write("operator", by="", label=f"{role}老师", role=role, active=True, **more).eid


def test_the_desk_has_the_same_rights() -> None:
    assert WRITERS.keys() == RIGHT.keys()
    for kind, right in RIGHT.items():
        assert WRITERS[kind] == {str(role) for role in RIGHTS[right]}, kind
    assert {str(role) for role in RIGHTS["operators.vouch"]} == VOUCHERS


def test_a_managers_change_is_nobodys_task(hub: Hub, desk: ToyDesk) -> None:
    manager = hire(desk, "manager")
    for act in ("add", "set"):
        desk.write("setting", act, "5" * 32, by=manager, key="a", value=1)
    desk.write("visit", by=manager, purpose="x")
    desk.push()
    assert open_tasks(hub, desk) == []


def test_a_volunteers_change_stands_and_is_a_task(hub: Hub, desk: ToyDesk) -> None:
    volunteer, manager = hire(desk, "volunteer"), hire(desk, "manager")
    wrong = desk.write("setting", by=volunteer, key="a", value=1)
    answer = desk.push()
    assert answer.refused == []
    assert open_tasks(hub, desk) == [("setting", "volunteer老师", wrong.id)]
    things = hub.db.read(lambda conn: reads.entities(conn, desk.site_id, "setting"))
    assert [one.fields["value"] for one in things.values()] == [1]
    desk.write("setting", "set", wrong.eid, by=manager, key="a", value=1)  # a manager has looked, and says so too
    desk.push(3)
    assert open_tasks(hub, desk) == []


def test_it_counts_who_they_were_at_the_time(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    person = hire(desk, "manager")
    clock.advance(1000)
    desk.write("setting", by=person, key="a", value=1)
    clock.advance(1000)
    desk.write("operator", "set", person, by="", role="guard")
    clock.advance(1000)
    late = desk.write("setting", by=person, key="b", value=2)
    desk.push()
    assert [task[2] for task in open_tasks(hub, desk)] == [late.id]


def test_who_left_writes_nothing_more(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    person = hire(desk, "manager")
    desk.write("operator", "set", person, by="", active=False)
    clock.advance(1000)
    desk.write("setting", by=person, key="b", value=2)
    desk.push()
    assert len(open_tasks(hub, desk)) == 1


def test_doubt_speaks_for_the_author(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    """Whose role the hub has not heard of, and a promotion that comes later than what was done by it."""
    stranger = new_id(clock.now_ms())
    desk.write("setting", by=stranger, key="a", value=1)
    desk.write("setting", by="", key="b", value=1)  # the desk itself: a command, the recovery code
    person = hire(desk, "volunteer")
    clock.advance(1000)
    promoted = desk.op("operator", "set", person, by="", role="manager")
    clock.advance(1000)
    desk.write("setting", by=person, key="c", value=1)
    desk.push()
    assert len(open_tasks(hub, desk)) == 1
    desk.offer([Line(promoted.canonical())])
    assert open_tasks(hub, desk) == [], "the promotion came by another way"


@pytest.mark.parametrize(
    ("role", "fields", "fine"),
    [
        ("guard", {"role": "volunteer", "valid_until": 9}, True),
        ("volunteer", {"role": "volunteer", "valid_until": 9}, False),
        ("guard", {"role": "volunteer", "valid_until": None}, False),
        ("shift_lead", {"role": "manager", "valid_until": 9}, False),
    ],
)
def test_vouching_for_a_first_timer(hub: Hub, desk: ToyDesk, role: str, fields: dict[str, object], fine: bool) -> None:
    author = hire(desk, role)
    desk.write("operator", by=author, label="新老师", active=True, **fields)
    desk.push()
    assert (open_tasks(hub, desk) == []) is fine


def test_ones_own_pin_and_anothers(hub: Hub, desk: ToyDesk) -> None:
    person, other = hire(desk, "volunteer"), hire(desk, "volunteer")
    desk.write("operator", "set", person, by=person, pin_hash={"s": "eA=="})
    desk.push()
    assert open_tasks(hub, desk) == []
    desk.write("operator", "set", other, by=person, pin_hash={"s": "eA=="})
    desk.write("operator", "set", person, by=person, role="manager")
    desk.push(3)
    assert len(open_tasks(hub, desk)) == 2


def test_what_only_the_hub_says_is_refused_from_a_desk(hub: Hub, desk: ToyDesk) -> None:
    made = desk.write("decree", words="CANARY")
    desk.write("visit", purpose="x")
    answer = desk.push()
    assert [(no.id, no.code) for no in answer.refused] == [(made.id, "hub.kind_not_yours")]
    assert answer.acked == 2
    assert [bool(line.body) for line in desk.pull().lines] == [False, True], "no other desk is told it"
    assert hub.db.read(lambda conn: reads.entities(conn, desk.site_id, "decree")) == {}
    (parked,) = hub.db.read(lambda conn: reads.parked(conn, desk.site_id))
    assert (parked.op_id, parked.device_id, parked.state) == (made.id, desk.device_id, "refused")
    hub.rebuild(desk.site_id)
    assert hub.db.read(lambda conn: reads.entities(conn, desk.site_id, "decree")) == {}


def test_not_offered_and_not_carried_either(hub: Hub, desk: ToyDesk) -> None:
    made = desk.op("decree", "add", words="x")
    assert [no.code for no in desk.offer([Line(made.canonical())]).refused] == ["hub.kind_not_yours"]


def test_nor_once_a_newer_hub_knows_the_kind(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("edict", words="x")
    desk.push()
    newer = Hub(hub.db, Kinds([*KINDS, Kind("edict", Merge.RECORD, {"words": Sharing.SITE}, by_hub=True)]), clock)
    assert newer.upgraded() == 0
    assert newer.db.read(lambda conn: reads.entities(conn, desk.site_id, "edict")) == {}
    (parked,) = newer.db.read(lambda conn: reads.parked(conn, desk.site_id))
    assert (parked.op_id, parked.code) == (made.id, "hub.kind_not_yours")
    assert newer.db.read(lambda conn: conn.execute(OP_LOG.select()).one().body) is None


def test_the_hub_itself_says_it(hub: Hub, desk: ToyDesk) -> None:
    hub.publish(desk.site_id, [Words("decree", fields={"words": "x"})])
    assert len(hub.db.read(lambda conn: reads.entities(conn, desk.site_id, "decree"))) == 1
    assert hub.db.read(lambda conn: conn.execute(PARKED.select()).all()) == []


def test_what_was_erased_is_nobodys_task(hub: Hub, desk: ToyDesk) -> None:
    """Neither a change of what is gone, nor the chip of who is gone."""
    volunteer, manager = hire(desk, "volunteer"), hire(desk, "manager")
    wrong = desk.write("setting", by=volunteer, key="a", value=1)
    colleague = desk.write("operator", by=volunteer, label="x", role="guard", active=True)
    desk.push()
    assert {task[2] for task in open_tasks(hub, desk)} == {wrong.id, colleague.id}
    desk.write("redaction", "redact", by=manager, eids=[colleague.eid])
    desk.push(4)
    assert open_tasks(hub, desk) == [("setting", "volunteer老师", wrong.id)]
    desk.write("redaction", "redact", by=manager, eids=[volunteer])
    desk.push(5)
    assert open_tasks(hub, desk) == [("setting", "", wrong.id)]
    assert "volunteer老师".encode() not in hub.db.read(lambda conn: b"".join(every_value(conn)))
