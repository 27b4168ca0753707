"""Pictures can be made anew from the log at any time, and a newer hub applies what an older one had set aside."""

from __future__ import annotations

from desk.hub import reads
from desk.hub.hub import Hub
from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import Merge, Sharing
from desk.wire.stamp import stamp
from tests.fakes.clock import FakeClock
from tests.hub.test_push import every_value
from tests.hub.toys import KINDS, ToyDesk

NEWER = Kinds([*KINDS, Kind("wish", Merge.RECORD, {"words": Sharing.SITE})])


def everything(hub: Hub, desk: ToyDesk) -> tuple[object, ...]:
    return hub.db.read(
        lambda conn: (
            reads.entities(conn, desk.site_id),
            reads.balances(conn, desk.site_id, "points"),
            reads.tasks(conn, desk.site_id, all_of_them=True),
        )
    )


def test_made_anew_the_pictures_are_the_same(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("resident", phone="1", note="2")
    gone = desk.write("resident", phone="3")
    for account in ("a", "b", "a"):
        desk.write("points", account=account, amount=7)
    desk.write("loan", item="轮椅")
    clock.advance(1)
    desk.write("loan", item="轮椅")
    desk.write("resident", "set", made.eid, phone="4", base={"phone": stamp(made.hlc, made.id)})
    desk.write("redaction", "redact", eids=[gone.eid])
    desk.push()
    before = everything(hub, desk)
    assert hub.rebuild(desk.site_id) == 9
    assert everything(hub, desk) == before
    assert hub.overview(desk.site_id).tasks == 1


def test_an_upgraded_hub_applies_what_it_had_set_aside(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("wish", words="一把长椅")
    desk.write("wish", "set", made.eid, words="两把长椅")
    desk.push()
    assert hub.upgraded() == 0
    newer = Hub(hub.db, NEWER, clock)
    assert newer.upgraded() == 2
    assert newer.overview(desk.site_id).aside == 0
    ((_, entity),) = hub.db.read(lambda conn: reads.entities(conn, desk.site_id, "wish")).items()
    assert entity.fields == {"words": "两把长椅"}
    assert newer.upgraded() == 0
    assert desk.push().refused == []


def test_what_turns_out_to_leak_is_refused_and_its_body_goes(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    desk.write("wish", words="一把长椅", face_template="CANARY")
    desk.push()
    newer = Hub(hub.db, NEWER, clock)
    assert newer.upgraded() == 0
    assert (newer.overview(desk.site_id).refused, newer.overview(desk.site_id).aside) == (1, 0)
    assert b"CANARY" not in hub.db.read(lambda conn: b"".join(every_value(conn)))
    assert [no.code for no in desk.push().refused] == ["wire.field_unknown"]
