"""Taking in pushes: what is compared, what is numbered, and that nothing is counted twice or passed over."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import Connection, update

from desk.core.errors import Trouble
from desk.core.ids import new_id
from desk.hub import incoming
from desk.hub.along import MOST_LINES, Along
from desk.hub.batch import Batch
from desk.hub.entering import Entry
from desk.hub.hub import Hub
from desk.hub.push import Pusher
from desk.hub.safety import Safety
from desk.hub.tables import DEVICE
from desk.wire import chain
from desk.wire.hlc import Hlc
from desk.wire.messages import Line, Page, Push, pack_push, unpack_page
from desk.wire.stamp import stamp
from tests.fakes.clock import FakeClock
from tests.hub.toys import KINDS, ToyDesk

DAY = 86_400_000


def verified(desk: ToyDesk) -> Page:
    """The log, after its chain was worked out anew from its lines."""
    page = desk.pull()
    link = bytes.fromhex(desk.start)
    for line in page.lines:
        link = bytes.fromhex(line.chain) if line.chain else chain.link(link, line.clock.encode() + b" " + line.body)
    assert (page.end[0], link.hex()) == page.end
    assert [line.seq for line in page.lines] == list(range(1, page.head + 1))
    return page


def test_pushed_lines_stand_in_the_log_byte_for_byte(desk: ToyDesk) -> None:
    for number in range(5):
        desk.write("visit", gate="南门", purpose=f"送货 {number}")
    answer = desk.push()
    assert (answer.result, answer.acked, answer.last, answer.head) == ("ok", 5, 5, 5)
    assert answer.last_hash == desk.hash_at(5).hex()
    page = verified(desk)
    assert [line.body for line in page.lines] == desk.ops
    assert {line.device for line in page.lines} == {desk.device_id}


def test_a_batch_pushed_twice_counts_once(desk: ToyDesk) -> None:
    for _ in range(4):
        desk.write("visit")
    first, second = desk.push(), desk.push()
    assert (second.result, second.acked, second.head) == ("ok", 4, first.head)
    overlapping = desk.push(2)
    assert (overlapping.acked, overlapping.head) == (4, 4)


def test_a_gap_is_asked_for_not_jumped_over(desk: ToyDesk) -> None:
    for _ in range(6):
        desk.write("visit")
    desk.push(0, 2)
    answer = desk.push(4)
    assert (answer.result, answer.last, answer.last_hash) == ("need", 2, desk.hash_at(2).hex())
    assert desk.push(2).acked == 6


@pytest.mark.parametrize("behind", [0, 1, 3])
def test_a_copied_desk_that_goes_its_own_way_is_a_fork(desk: ToyDesk, behind: int) -> None:
    """Also when the whole batch of the twin lies below what the hub has (`behind` lines of the first come after)."""
    desk.write("visit")
    desk.push()
    twin = desk.copy()
    desk.write("visit", purpose="这台")
    twin.write("visit", purpose="那台")
    for _ in range(behind):
        desk.write("visit")
    desk.push(1)
    answer = twin.push(1)
    assert (answer.result, answer.last, answer.acked) == ("fork", len(desk.ops), 0)
    assert len(verified(desk).lines) == len(desk.ops)


def test_a_fork_below_the_batch_is_seen_at_its_base(desk: ToyDesk) -> None:
    desk.write("visit")
    twin = desk.copy()
    desk.write("visit")
    twin.write("visit")
    desk.push()
    twin.write("visit")
    assert twin.push(2).result == "fork"


def test_a_new_life_brings_its_lines_without_doubling_them(desk: ToyDesk) -> None:
    desk.write("visit")
    desk.write("visit")
    desk.push()
    desk.incarnation = new_id(desk.clock.now_ms())
    desk.write("visit")
    answer = desk.push()
    assert (answer.acked, answer.head) == (3, 3)
    assert len({line.op_id for line in verified(desk).lines}) == 3
    twin = desk.copy()
    twin.ops[1] = twin.op("visit", "add").canonical()
    assert twin.push(0, 2).result == "fork", "places of lines that were not logged again are compared all the same"


def test_a_pushed_twin_is_never_acknowledged_beyond_what_it_sent(desk: ToyDesk) -> None:
    desk.write("visit")
    desk.write("visit")
    desk.push()
    assert desk.push(0, 1).acked == 1


# --- clocks -----------------------------------------------------------------------------------------------------------


def test_a_clock_ahead_is_held_down_and_keeps_its_order(desk: ToyDesk, clock: FakeClock) -> None:
    desk.hlc = Hlc(clock.now_ms() + DAY, 0, desk.hlc.device)
    ops = [desk.write("visit") for _ in range(3)]
    desk.push(0, 2)
    desk.push(2)
    clocks = [line.clock for line in verified(desk).lines]
    assert clocks == sorted(set(clocks))
    assert all(int(value[:12], 16) == clock.now_ms() for value in clocks)
    assert clocks[0] < ops[0].hlc


def test_a_push_that_is_done_again_is_held_down_anew(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    """The database may ask for a transaction again; what came in meanwhile may have been seen by the author."""
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    for one in (desk, other):
        one.hlc = Hlc(clock.now_ms() + DAY, 0, one.hlc.device)
        one.write("visit")
    push, now = desk.batch(), clock.now_ms()
    lines, pusher = incoming.read(push, KINDS), Pusher(Entry(KINDS, lambda step: None), Safety(), lambda step: None)

    def broken(conn: Connection) -> None:
        pusher.take(conn, Batch(desk.caller, push, lines, now))
        raise Trouble("hub.database")

    with pytest.raises(Trouble):
        hub.db.write(broken)
    other.push()
    hub.db.write(lambda conn: pusher.take(conn, Batch(desk.caller, push, lines, now)))
    first, second = (line.clock for line in verified(desk).lines)
    assert first[:16] < second[:16]


def test_a_base_written_with_a_held_clock_is_understood(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    desk.hlc = Hlc(clock.now_ms() + DAY, 0, desk.hlc.device)
    made = desk.write("resident", phone="1040000001")
    desk.push()
    desk.write("resident", "set", made.eid, phone="1040000002", base={"phone": stamp(made.hlc, made.id)})
    desk.push(1)
    assert hub.overview(desk.site_id).clashes == 0


def test_a_hub_whose_clock_went_back_does_not_make_old_writes_win(desk: ToyDesk, clock: FakeClock) -> None:
    desk.write("visit")
    desk.push()
    clock.set(clock.now_ms() - 30 * DAY)
    desk.write("visit")
    desk.push(1)
    first, second = (line.clock for line in verified(desk).lines)
    assert first < second


def test_a_kept_clock_value_stands(desk: ToyDesk, clock: FakeClock) -> None:
    op = desk.op("visit", "add")
    kept = f"{clock.now_ms() - 5_000:012x}0007-{op.hlc[17:]}"
    desk.offer([Line(op.canonical(), clock=kept)])
    assert verified(desk).lines[0].clock == kept


def test_a_kept_clock_of_the_year_9999_does_not(desk: ToyDesk, clock: FakeClock) -> None:
    op = desk.op("visit", "add")
    desk.offer([Line(op.canonical(), clock="e677d21fdbff0000-00000000")])
    assert int(verified(desk).lines[0].clock[:12], 16) <= clock.now_ms()


# --- offered lines ----------------------------------------------------------------------------------------------------


def test_offered_lines_are_told_apart_by_their_id(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    other.write("visit", gate="北门")
    lines = [Line(body) for body in other.ops]
    assert (desk.offer(lines).head, desk.offer(lines).head) == (1, 1)
    answer = other.push()
    assert (answer.acked, answer.head) == (1, 1)
    other.write("visit")
    assert other.push(1).head == 2
    assert len(verified(desk).lines) == 2


def test_the_same_line_twice_in_one_offer_counts_once(desk: ToyDesk) -> None:
    line = Line(desk.op("visit", "add").canonical())
    assert desk.offer([line, line]).head == 1


# --- lines that do not apply ------------------------------------------------------------------------------------------


def test_a_line_that_makes_no_sense_is_evidence_and_not_in_the_way(hub: Hub, desk: ToyDesk) -> None:
    desk.write("visit")
    desk.ops.append(b'{"v":1,"id":"not an id"}')
    desk.ops.append(b"\xff\xfe nonsense")
    desk.write("visit")
    answer = desk.push()
    assert (answer.result, answer.acked, answer.head) == ("ok", 4, 4)
    assert [no.code for no in answer.refused] == ["wire.malformed"] * 2
    assert len(verified(desk).lines) == 4
    assert hub.overview(desk.site_id).refused == 2


def test_refusals_are_told_again_when_the_answer_was_lost(desk: ToyDesk) -> None:
    desk.write("visit", weather="晴")
    first, again = desk.push(), desk.push()
    assert [no.code for no in first.refused] == ["wire.field_unknown"]
    assert again.refused == first.refused


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"face_template": "CANARY"}, "wire.field_unknown"),
        ({"id_number": "CANARY"}, "wire.not_sealed"),
        ({"card": {"pin": "CANARY"}}, "wire.field_unknown"),
    ],
)
def test_what_must_not_leave_a_desk_is_not_even_evidence(
    hub: Hub, desk: ToyDesk, fields: dict[str, object], code: str
) -> None:
    kind = "resident" if "card" in fields else "visit"
    op = desk.write(kind, **fields)
    desk.write("visit")
    answer = desk.push()
    assert [(no.id, no.code) for no in answer.refused] == [(op.id, code)]
    leaked, following = verified(desk).lines
    assert (leaked.body, following.body) == (b"", desk.ops[1])
    assert b"CANARY" not in hub.db.read(lambda conn: b"".join(every_value(conn)))


def every_value(conn: object) -> list[bytes]:
    """Every value of every table, as bytes."""
    from sqlalchemy import Connection, select

    from desk.hub.tables import META

    assert isinstance(conn, Connection)
    rows = [row for table in META.tables.values() for row in conn.execute(select(table))]
    return [value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row]


def test_a_kind_of_a_newer_desk_is_carried_and_waits(hub: Hub, desk: ToyDesk) -> None:
    desk.write("wish", words="一把长椅")
    answer = desk.push()
    assert [no.code for no in answer.refused] == ["hub.kind_unknown"]
    assert [line.body for line in verified(desk).lines] == desk.ops
    assert hub.overview(desk.site_id).aside == 1


def test_a_line_of_a_newer_version_keeps_its_id(desk: ToyDesk) -> None:
    op = desk.op("visit", "add")
    newer = msgspec.json.decode(op.canonical())
    desk.ops.append(msgspec.json.encode({**newer, "v": 99, "hlc": "a new form"}))
    answer = desk.push()
    assert [(no.id, no.code) for no in answer.refused] == [(op.id, "wire.too_new")]
    assert verified(desk).lines[0].op_id == op.id


def test_an_erased_line_carries_the_chain_by_its_digest(desk: ToyDesk) -> None:
    ops = [desk.write("visit") for _ in range(3)]
    lines = [Line(body) for body in desk.ops]
    lines[1] = Line(b"", id=ops[1].id, digest=desk.hash_at(2).hex())
    answer = desk.send(Push(desk.incarnation, 0, desk.hash_at(0).hex(), tuple(lines)))
    assert (answer.result, answer.acked, answer.refused) == ("ok", 3, [])
    assert [bool(line.body) for line in verified(desk).lines] == [True, False, True]
    assert desk.push(2).acked == 3


# --- frames and callers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 40, -1])
def test_a_cut_push_is_refused_whole(hub: Hub, desk: ToyDesk, cut: int) -> None:
    desk.write("visit")
    desk.write("visit")
    status, body = desk.knock("push", pack_push(desk.batch())[:cut])
    assert (status, msgspec.json.decode(body)["code"]) == (400, "wire.malformed")
    assert hub.overview(desk.site_id).head == 0


def test_an_unknown_or_revoked_device_is_refused(hub: Hub, desk: ToyDesk) -> None:
    desk.write("visit")
    stranger = desk.copy()
    stranger.device_id = new_id(0)
    status, body = stranger.knock("push", pack_push(stranger.batch()))
    assert (status, msgspec.json.decode(body)["code"]) == (403, "hub.device_unknown")
    elsewhere = desk.copy()
    elsewhere.site_id = new_id(0)
    assert elsewhere.knock("push", pack_push(elsewhere.batch()))[0] == 403


def test_the_log_tells_who_waits_for_it(hub: Hub, desk: ToyDesk) -> None:
    told: list[tuple[str, int]] = []
    hub.on_grown(lambda site, head, _new: told.append((site, head)))
    desk.write("visit")
    desk.push()
    desk.push()
    assert told == [(desk.site_id, 1)]


def test_what_goes_along_with_the_news_is_what_a_pull_would_bring(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    told: list[Along] = []
    hub.on_grown(lambda _site, _head, new: told.append(new) if new else None)
    gone = desk.write("visit", gate="南门")
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    seen, place = 0, desk.start
    for act in (
        lambda: desk.push(),
        lambda: desk.offer([Line(desk.op("visit", "add", gate="北门").canonical())]),
        lambda: (desk.write("nonsense"), desk.write("visit", colour="red"), desk.push(1)),
        lambda: (desk.write("redaction", "redact", eids=[gone.eid]), desk.push(3)),
    ):
        act()
        page = other.page(seen, place)
        assert isinstance(page, Page)
        assert told[-1].page == page
        assert told[-1].readers == {desk.device_id, other.device_id}
        assert unpack_page(told[-1].packed) == page
        seen, place = page.end
    assert len(told) == 4


def test_who_was_revoked_gets_nothing_along_and_a_long_push_is_asked_for(hub: Hub, desk: ToyDesk) -> None:
    told: list[Along | None] = []
    hub.on_grown(lambda _site, _head, new: told.append(new))
    revoked = ToyDesk.enrolled(hub, desk.clock, desk.site_id)
    where = (DEVICE.c.site_id == bytes.fromhex(desk.site_id), DEVICE.c.device_id == bytes.fromhex(revoked.device_id))
    hub.db.write(lambda conn: conn.execute(update(DEVICE).where(*where).values(state="revoked")))
    desk.write("visit")
    desk.push()
    assert told[0] is not None
    assert told[0].readers == {desk.device_id}
    for _ in range(MOST_LINES + 1):
        desk.write("visit")
    desk.push(1)
    assert told[1] is None
