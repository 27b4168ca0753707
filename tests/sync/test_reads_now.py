"""How this desk stands with its hub, over a real store."""

from __future__ import annotations

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.people import service as people
from desk.store import outbox, sync_rows
from desk.store.store import Store
from desk.store.tables_sync import SyncLink
from desk.store.unit import Unit
from desk.sync import reads_now, service
from desk.sync.reads_now import SyncNow
from desk.sync.rules_now import State
from desk.wire.messages import Logged
from tests.fakes.clock import FakeClock

NOBODY_MAY = Actor("", "volunteer", frozenset())


def link(u: Unit, **values: object) -> None:
    u.project(SyncLink, one=1, hub_key=bytes(32), **values)


def ask(store: Store, noted_at: int = 0) -> SyncNow:
    with store.reading() as r:
        return reads_now.now(r, noted_at)


def confirm_all(u: Unit) -> None:
    rows = u.conn.exec_driver_sql("SELECT op_id FROM outbox").all()
    outbox.confirm(u, [bytes(row[0]).hex() for row in rows])


def test_a_desk_without_a_hub_stands_alone(store: Store) -> None:
    found = ask(store)
    assert found.state is State.ALONE
    assert found.waiting > 0
    assert found.hub == ""


def test_waiting_ages_and_is_late(store: Store, clock: FakeClock) -> None:
    start = clock.now_ms()
    with store.unit() as u:
        link(u, last_agreed_at=start, last_pull_at=start)
        confirm_all(u)
    assert ask(store).state is State.AGREED
    clock.advance(MINUTE_MS)
    with store.unit() as u:
        u.audit("test.act")
    found = ask(store)
    assert (found.state, found.waiting, found.ages.oldest_at) == (State.SENDING, 1, clock.now_ms())
    clock.advance(2 * HOUR_MS)
    found = ask(store)
    assert found.state is State.NO_LINE
    assert found.ages.now - (found.ages.oldest_at or 0) == 2 * HOUR_MS


def test_an_offset_to_the_hub_does_not_move_ages(store: Store, clock: FakeClock) -> None:
    with store.unit() as u:
        link(u, last_pull_at=clock.now_ms())
        confirm_all(u)
        sync_rows.set_offset(u, -5 * HOUR_MS)
    clock.advance(MINUTE_MS)
    with store.unit() as u:
        u.audit("test.act")
    oldest = ask(store).ages.oldest_at
    assert oldest is not None
    assert clock.now_ms() - oldest <= 2 * MINUTE_MS


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"state": "revoked"}, State.REVOKED),
        ({"fail_code": "sync.revoked"}, State.REVOKED),
        ({"fail_code": "sync.too_old"}, State.TOO_OLD),
        ({"fail_code": "sync.no_line"}, State.NEVER),
        ({"forked_at": 5}, State.COPIED),
        ({"went_back_at": 5}, State.WENT_BACK),
    ],
)
def test_what_the_link_says(store: Store, values: dict[str, object], state: State) -> None:
    with store.unit() as u:
        link(u, **values)
    assert ask(store).state is state
    if state in (State.COPIED, State.WENT_BACK):
        assert ask(store, noted_at=6).state is State.NEVER


def test_the_queue_by_kind(store: Store, actor: Actor) -> None:
    with store.unit() as u:
        confirm_all(u)
    with store.unit(actor) as u:
        for room in ("1201", "1202"):
            people.add_household(u, "3", "1", room)
    with store.unit() as u:
        first = u.conn.exec_driver_sql("SELECT min(seq) FROM outbox WHERE state = 'pending'").scalar_one()
        outbox.acked(u, str(u.identity["incarnation"]), first)
    with store.reading() as r:
        found = {one.kind: (one.count, one.sent) for one in reads_now.queue(r)}
    assert found["household"] == (2, 1)
    assert found["audit_line"] == (2, 0)


def test_refused_lines_are_read_once(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        people.add_household(u, "3", "1", "1201")
    with store.unit() as u:
        op_id = bytes(u.conn.exec_driver_sql("SELECT op_id FROM outbox WHERE kind = 'household'").scalar_one()).hex()
        sync_rows.refused(u, {op_id: "wire.field_unknown"})
    with store.reading() as r:
        rows = reads_now.refused(r)
    assert [(row.kind, row.code, row.by) for row in rows] == [("household", "wire.field_unknown", actor.operator_id)]
    with store.unit(NOBODY_MAY) as u, pytest.raises(Refused, match="right"):
        service.refusals_seen(u, [op_id])
    with store.unit(actor) as u:
        assert service.refusals_seen(u, [op_id]) == 1
        assert service.refusals_seen(u, [op_id]) == 0
    with store.reading() as r:
        assert reads_now.refused(r) == ()


def test_what_a_newer_desk_wrote_is_counted_by_kind(store: Store) -> None:
    with store.unit() as u:
        body = b'{"act":"add","at":1,"by":"","eid":"%s","f":{},"hlc":"0000000000010000-aaaaaaaa","id":"%s","k":"parcel","off":null,"tx":"","txn":1,"v":1}'
        for n in (1, 2):
            op_id = f"{n:032x}"
            line = Logged(n, op_id, "0000000000010000-aaaaaaaa", "d" * 32, body % (op_id.encode(), op_id.encode()))
            sync_rows.put_aside(u, f"s:{u.site_id}", [(line, op_id, "sync.newer_kind")])
        sync_rows.put_aside(u, f"s:{u.site_id}", [(Logged(3, "f" * 32, "", "d" * 32, b"?"), None, "sync.malformed")])
    with store.reading() as r:
        found = [(one.kind, one.code, one.count) for one in reads_now.aside(r)]
    assert found == [("parcel", "sync.newer_kind", 2), ("", "sync.malformed", 1)]
