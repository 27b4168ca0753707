"""Everything for a new desk in pages that may be cut off and resumed; and the digest that tells two ends apart."""

from __future__ import annotations

from typing import Any

import pytest

from desk.core.ids import new_id
from desk.hub.hub import Hub
from desk.wire.answers import ERASURE, SnapshotAsk, SnapshotPage, Thing
from desk.wire.digest import DigestAnswer, DigestAsk, Sums, of_fact, of_record
from desk.wire.messages import Line, Page
from desk.wire.stamp import stamp
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk, door


def ask(desk: ToyDesk, token: str = "", limit: int = 500, since_ms: int = 0) -> SnapshotPage:
    page: SnapshotPage = door(
        desk.hub, desk.caller, "snapshot", SnapshotAsk(desk.scope, token, limit, since_ms), SnapshotPage
    )
    return page


def run(desk: ToyDesk, limit: int = 500, since_ms: int = 0) -> list[Thing]:
    page = ask(desk, "", limit, since_ms)
    things = list(page.things)
    while page.token:
        page = ask(desk, page.token, limit)
        things += page.things
    return things


def test_everything_stands_in_it_once_with_its_stamps(desk: ToyDesk) -> None:
    visits = [desk.write("visit", gate=f"门 {number}") for number in range(7)]
    made = desk.write("resident", phone="1040000001", note="老")
    changed = desk.write("resident", "set", made.eid, note="新")
    dropped = desk.write("resident", "del", made.eid)
    desk.push()
    things = {thing.eid: thing for thing in run(desk, 3)}
    assert len(run(desk, 3)) == len(things) == 8
    assert [things[op.eid].fields for op in visits] == [op.f for op in visits]
    assert things[visits[0].eid].stamps == {"gate": stamp(visits[0].hlc, visits[0].id)}
    resident = things[made.eid]
    assert resident.fields == {"phone": "1040000001", "note": "新"}
    assert resident.stamps == {"phone": stamp(made.hlc, made.id), "note": stamp(changed.hlc, changed.id)}
    assert resident.deleted == stamp(dropped.hlc, dropped.id)


def test_a_run_tells_where_to_pull_from_and_goes_on_after_a_cut(desk: ToyDesk, clock: FakeClock) -> None:
    for _ in range(4):
        desk.write("visit")
    desk.push()
    first = ask(desk, "", 2)
    clock.advance(1)
    desk.write("visit")
    desk.push(4)
    again, same = ask(desk, first.token, 10), ask(desk, first.token, 10)
    assert again == same
    assert first.start == again.start == (4, first.start[1])
    assert again.token == ""
    following = desk.page(*first.start)
    assert isinstance(following, Page)
    assert len(following.lines) == 1
    assert len(first.things) + len(again.things) == 5, "what came meanwhile may be in it; merging it twice is harmless"


def test_a_large_thing_does_not_make_a_large_page(desk: ToyDesk) -> None:
    for number in range(6):
        desk.write("visit", purpose=chr(97 + number) * 700_000)
        desk.push(number)
    assert len(ask(desk).things) < 6
    assert sorted(thing.fields["purpose"][0] for thing in run(desk)) == list("abcdef")


def test_old_facts_are_left_out_and_old_records_are_not(desk: ToyDesk, clock: FakeClock) -> None:
    desk.write("visit")
    desk.write("resident", note="老")
    clock.advance(1_000_000)
    since = clock.now_ms()
    young = desk.write("visit")
    desk.push()
    assert [thing.kind for thing in run(desk, 1, since)] == ["resident", "visit"]
    assert young.eid in {thing.eid for thing in run(desk, 1, since)}


def test_what_was_erased_is_told_as_erased(desk: ToyDesk) -> None:
    made = desk.write("resident", phone="1040000001")
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push()
    (thing,) = run(desk)
    assert (thing.kind, thing.eid, thing.fields, thing.stamps) == (ERASURE, made.eid, {}, {})
    assert thing.deleted


def test_an_empty_site(desk: ToyDesk) -> None:
    page = ask(desk)
    assert (page.things, page.token, page.start) == ([], "", (0, desk.start))


@pytest.mark.parametrize("token", ["x", "WzFd", "////", "W10="])
def test_a_token_that_is_none(desk: ToyDesk, token: str) -> None:
    from desk.wire.answers import pack

    assert desk.knock("snapshot", pack(SnapshotAsk(desk.scope, token)))[0] == 400


# --- digest -----------------------------------------------------------------------------------------------------------


def digest(desk: ToyDesk, since_ms: int = 0) -> DigestAnswer:
    answer: DigestAnswer = door(desk.hub, desk.caller, "digest", DigestAsk(desk.scope, since_ms), DigestAnswer)
    return answer


def test_a_desk_can_work_out_the_same_digest(desk: ToyDesk) -> None:
    visits = [desk.write("visit", gate="南门") for _ in range(3)]
    made = desk.write("resident", phone="1040000001")
    desk.push()
    sums = Sums()
    for op in visits:
        sums.add("visit", of_fact(bytes.fromhex(op.eid)))
    sums.add("resident", of_record(bytes.fromhex(made.eid), {"phone": stamp(made.hlc, made.id)}, "", ""))
    answer = digest(desk)
    assert answer.kinds == sums.told()
    assert (answer.seq, answer.chain) == desk.pull().end


def test_the_order_of_coming_does_not_matter_a_missing_thing_does(hub: Hub, clock: FakeClock) -> None:
    desks = [ToyDesk.enrolled(hub, clock) for _ in range(3)]
    ops = [desks[0].op("visit", "add"), desks[0].op("resident", "add", note="甲")]
    lines = [Line(op.canonical()) for op in ops]
    desks[0].offer(lines)
    desks[1].offer(lines[::-1])
    desks[2].offer(lines[:1])
    told: list[Any] = [digest(desk).kinds for desk in desks]
    assert told[0] == told[1] != told[2]


def test_old_facts_and_what_was_erased_count_nowhere(desk: ToyDesk, clock: FakeClock) -> None:
    desk.write("visit")
    clock.advance(10_000)
    desk.write("visit", eid=new_id(clock.now_ms()))
    erased = desk.write("resident", note="甲")
    desk.write("redaction", "redact", eids=[erased.eid])
    desk.push()
    assert {kind: count for kind, (count, _) in digest(desk).kinds.items()} == {"visit": 2}
    assert digest(desk, clock.now_ms()).kinds["visit"][0] == 1
