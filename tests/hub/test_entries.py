"""One door entered at two desks: a task at the hub until one of the two is gone, whatever the order."""

from __future__ import annotations

from itertools import permutations

import pytest

from desk import app
from desk.hub import reads
from desk.hub.effects import business_key
from desk.hub.hub import Hub
from desk.store.kinds import kinds, synced_tables
from desk.wire.messages import Line
from tests.fakes.clock import FakeClock
from tests.hub.toys import KINDS, ToyDesk


def twice(hub: Hub, desk: ToyDesk) -> list[tuple[str, str]]:
    """(door, the entry that came second)."""
    found = hub.db.read(lambda conn: reads.tasks(conn, desk.site_id))
    return [(task.item, task.eid) for task in found if task.sort == "double_entry"]


def test_the_oldest_entry_has_the_door(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    first = desk.write("door", building="3", room="1202")
    clock.advance(1)
    second = other.write("door", building="3", room="1202")
    desk.write("door", building="3", room="1203")
    other.push()  # the later one is told first
    assert twice(hub, desk) == []
    desk.push()
    assert twice(hub, desk) == [("3-1202", second.eid)]
    assert hub.overview(desk.site_id).tasks == 1
    other.write("door", "del", second.eid)
    other.push(1)
    assert twice(hub, desk) == []
    other.write("door", "undel", second.eid)
    desk.write("door", "set", first.eid, room="1204")
    other.push(2)
    assert twice(hub, desk) == [("3-1202", second.eid)]
    desk.push(2)  # it was another door after all
    assert twice(hub, desk) == []


def test_every_order_ends_in_the_same_task(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    expected = []
    for number, order in enumerate(permutations(range(4))):
        door = {"building": "5", "room": str(100 + number)}
        ops = []
        for _ in range(2):
            clock.advance(1)
            ops.append(desk.op("door", "add", **door))
        ops.append(desk.op("door", "set", ops[0].eid, room="9" + door["room"]))
        clock.advance(1)
        ops.append(desk.op("door", "set", ops[0].eid, room=door["room"]))
        for index in order:
            desk.offer([Line(ops[index].canonical())])
        expected.append((f"5-{door['room']}", ops[1].eid))
        assert sorted(twice(hub, desk)) == sorted(expected), order


def test_an_erased_entry_is_no_entry(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    one = desk.write("door", building="3", room="1202")
    clock.advance(1)
    two = desk.write("door", building="3", room="1202")
    desk.push()
    assert twice(hub, desk) == [("3-1202", two.eid)]
    desk.write("redaction", "redact", eids=[one.eid])
    desk.push(2)
    assert twice(hub, desk) == []


def test_making_the_pictures_anew_keeps_the_tasks(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    for _ in range(2):
        desk.write("door", building="3", room="1202")
        clock.advance(1)
    desk.push()
    before = twice(hub, desk)
    assert len(before) == 1
    hub.rebuild(desk.site_id)
    assert twice(hub, desk) == before


def test_what_says_nothing_of_its_key_is_nobodys_twin(hub: Hub, desk: ToyDesk) -> None:
    for _ in range(3):
        desk.write("door", note="x")
    desk.push()
    assert twice(hub, desk) == []
    kind = KINDS.get("door")
    assert kind is not None
    assert business_key(kind, None) == ""


def test_no_key_stands_in_what_the_hub_cannot_read(monkeypatch: pytest.MonkeyPatch) -> None:
    app.import_rooms()
    assert [kind.name for kind in kinds() if kind.key] == ["household"]
    monkeypatch.setattr(synced_tables()["person"], "__business_key__", ("name",))
    with pytest.raises(TypeError, match="person"):
        kinds()
