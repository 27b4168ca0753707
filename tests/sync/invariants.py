"""What must hold when everything is mended (SYNC 5, I1 to I8). Each raises AssertionError with the difference."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desk.hub.tables import BALANCE, ENTITY, OP_LOG, PARKED, SITE, TASK
from desk.store import sync_rows
from desk.store.applying import entity_of, erasing
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncLog, SyncOffer, SyncRefusal
from desk.store.wire_rows import merge_of
from desk.wire import merge
from desk.wire.ops import parse
from desk.wire.sharing import Merge as merge_rules
from tests.sync.desks import OPEN_LEAK
from tests.sync.made_up import CANARY, Entry, Note
from tests.sync.made_up import NEWER_TABLES as TABLES

if TYPE_CHECKING:
    from tests.sync.desks import Sim
    from tests.sync.world import World


def check(world: World) -> int:
    lines = hub_lines(world)
    same_log_everywhere(world)
    nothing_lost_nothing_doubled(world, lines)
    one_operation_a_place(lines)
    same_things_everywhere(world)
    sums_are_sums(world)
    no_canary(world)
    all_applied(world, lines)
    refusals_are_seen(world)
    erased_everywhere(world, lines)
    every_dispute_has_a_task(world)
    return len(lines)


def hub_lines(world: World) -> list[Any]:
    with world.db.reader.connect() as conn:
        return list(conn.execute(select(OP_LOG).order_by(OP_LOG.c.seq)).all())


def same_log_everywhere(world: World) -> None:
    """I1, the log: every desk stands at the hub's head with the hub's chain value."""
    with world.db.reader.connect() as conn:
        site = conn.execute(
            select(SITE.c.head, SITE.c.head_chain).where(SITE.c.sort == "site", SITE.c.head > 0)
        ).first()
    head = (site.head, bytes(site.head_chain)) if site else None
    for desk in world.desks:
        position = desk.position()
        assert head is None or position == head, f"I1 {desk.name} stands at {position[0]}, the hub at {head[0]}"
        assert desk.waiting() == 0, f"I1 {desk.name} still waits with {desk.waiting()}"


def nothing_lost_nothing_doubled(world: World, lines: list[Any]) -> None:
    """I2: whatever a living desk wrote or pulled stands in the log exactly once (what was erased need not)."""
    count = Counter(bytes(line.op_id).hex() for line in lines)
    for desk in world.desks:
        gone = world.erased | {""}
        lost = {op for op, eid in desk.known.items() if op not in count and eid not in gone and op not in world.wrong}
        assert not lost, f"I2 {len(lost)} of {desk.name} lost: {sorted(lost)[:3]}"
    assert all(times == 1 for times in count.values()), "I2 an operation stands in the log twice"
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1)), "I2 the log has gaps"


def one_operation_a_place(lines: list[Any]) -> None:
    """I3: no two operations at one place of one life of one device."""
    places = Counter((line.life, line.dseq) for line in lines if line.dseq)
    assert all(times == 1 for times in places.values()), "I3 two operations at one place"


def same_things_everywhere(world: World) -> None:
    """I1, the things: records with their stamps, facts by id, at every desk and at the hub."""
    hub = hub_things(world)
    for desk in world.desks:
        mine = desk_things(desk)
        for kind in TABLES:
            for eid in world.erased:
                mine[kind].pop(eid, None)
                hub[kind].pop(eid, None)
            assert mine[kind].keys() == hub[kind].keys(), (
                f"I1 {desk.name} {kind}: only here {sorted(mine[kind].keys() - hub[kind].keys())[:3]}, "
                f"only at the hub {sorted(hub[kind].keys() - mine[kind].keys())[:3]}"
            )
        for eid, note in mine["sim_note"].items():
            assert note == hub["sim_note"][eid], f"I1 {desk.name} note {eid}:\n{note}\n{hub['sim_note'][eid]}"
    first = desk_fields(world.desks[0])
    for desk in world.desks[1:]:
        other = desk_fields(desk)
        for eid in world.erased:
            other.pop(eid, None)
            first.pop(eid, None)
        assert other == first, f"I1 {desk.name} opens other values than {world.desks[0].name}"


def hub_things(world: World) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {kind: {} for kind in TABLES}
    with world.db.reader.connect() as conn:
        for row in conn.execute(select(ENTITY)):
            if row.kind in found:
                stamps = json_stamps(row)
                found[row.kind][bytes(row.eid).hex()] = (stamps, row.deleted > row.revived)
    return found


def desk_things(desk: Sim) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    with desk.store.reading() as r:
        for kind, table in TABLES.items():
            rows = [dict(row) for row in r.conn.execute(select(table.__table__)).mappings()]
            if table is Note:
                things = {row["id"]: entity_of(table, row) for row in rows}
                found[kind] = {eid: (dict(sorted(one.stamps.items())), one.gone) for eid, one in things.items()}
                for row in rows:
                    assert (row["deleted_at"] is not None) == things[row["id"]].gone, f"I1 {desk.name} tombstone"
            else:
                found[kind] = {row["id"]: () for row in rows}
    return found


def desk_fields(desk: Sim) -> dict[str, Any]:
    """What a person sees: values, sealed ones opened."""
    with desk.store.reading() as r:
        rows = r.conn.execute(select(Note.id, Note.title, Note.phone)).all()
        entries = r.conn.execute(select(Entry.id, Entry.account, Entry.amount)).all()
        return {row.id: tuple(row) for row in rows} | {row.id: tuple(row) for row in entries}


def sums_are_sums(world: World) -> None:
    """I4: the hub's balance of an account is the sum of the entries every desk has."""
    with world.db.reader.connect() as conn:
        balances = {(row.kind, row.account): row.amount for row in conn.execute(select(BALANCE)) if row.amount}
    for desk in world.desks:
        sums: dict[tuple[str, str], int] = {}
        with desk.store.reading() as r:
            for table in of_merge(desk, merge_rules.LEDGER):
                rows = r.conn.execute(select(table.id, table.account, table.amount)).all()
                for name in {row.account for row in rows}:
                    mine = ((row.id, row.amount) for row in rows if row.account == name)
                    sums[table.__tablename__, name] = merge.balance(mine)
        assert {place: total for place, total in sums.items() if total} == balances, f"I4 {desk.name}"


def of_merge(desk: Sim, rule: merge_rules) -> list[Any]:
    """Tables of this desk that merge in this way, made up and real."""
    return [table for table in desk.tables.values() if merge_of(table) is rule]


def no_canary(world: World) -> None:
    """I5: what is local never left its desk."""
    assert not any(CANARY.encode() in body for body in world.traffic), "I5 a local value was sent"
    with world.db.reader.connect() as conn:
        bodies = conn.execute(select(OP_LOG.c.body).where(OP_LOG.c.body.is_not(None))).scalars()
        assert not any(OPEN_LEAK.encode() in bytes(body) for body in bodies), (
            "I5 the hub keeps a value it must not read"
        )


def all_applied(world: World, lines: list[Any]) -> None:
    """I6: no desk's position has passed an operation that it has not applied."""
    ops = [parse(bytes(line.body)) for line in lines if line.body]
    wrong = {op.eid for op in ops if OPEN_LEAK in str(op.f)}
    for desk in world.desks:
        with desk.store.reading() as r:
            for kind, table in TABLES.items():
                rows = {row.id for row in r.conn.execute(select(table.__table__.c.id))}
                passed = {op.eid for op in ops if op.kind == kind and op.act == "add"} - wrong
                assert passed <= rows, f"I6 {desk.name} has passed {len(passed - rows)} {kind} it did not apply"


def refusals_are_seen(world: World) -> None:
    """I7: whatever the hub refused stands where a person sees it, at the hub and at its desk; nothing is left aside."""
    with world.db.reader.connect() as conn:
        parked = conn.execute(select(PARKED)).all()
    assert all(row.code and row.state for row in parked), "I7 a refused line without a reason"
    refused = {bytes(row.op_id).hex() for row in parked if row.state == "refused"}
    for desk in world.desks:
        with desk.store.reading() as r:
            wrong = select(Outbox.op_id).where(Outbox.kind == "sim_note", Outbox.body.contains(OPEN_LEAK.encode()))
            mine = set(r.conn.execute(wrong).scalars())
            seen = set(r.conn.execute(select(SyncRefusal.op_id)).scalars())
            aside = sync_rows.aside(r)
        assert mine <= seen, f"I7 {desk.name} does not show {len(mine - seen)} refused lines"
        assert mine <= refused, f"I7 the hub shows {len(refused)} refused lines, {desk.name} wrote {len(mine)}"
        assert not [row for row in aside if row["body"]], (
            f"I7 {desk.name} has left aside {[str(row['code']) + str(row['body'])[-200:] for row in aside]}"
        )


def erased_everywhere(world: World, lines: list[Any]) -> None:
    """Retention reaches the hub's log and every desk's copies of it (if its word was not lost with its desk)."""
    erased = {eid for line in lines if line.body for eid in erasing(parse(bytes(line.body)))}
    for line in lines:
        assert not (line.eid and bytes(line.eid).hex() in erased and line.body), "a body outlived its erasure"
    for desk in world.desks:
        with desk.store.reading() as r:
            for table in (SyncLog, SyncOffer, Outbox):
                rows = r.conn.execute(select(table.eid).where(table.body.is_not(None), table.eid.is_not(None)))
                kept = {row.eid for row in rows} & erased
                assert not kept, f"{desk.name} keeps a body in {table.__tablename__} after its erasure"


def every_dispute_has_a_task(world: World) -> None:
    """I8: of several open claims on one thing, each but the first is a task; and desks see the same holder."""
    with world.db.reader.connect() as conn:
        rows = conn.execute(select(TASK).where(TASK.c.closed_at.is_(None))).all()
    tasks = {bytes(row.eid).hex() for row in rows}
    entities = hub_stamps_of_claims(world)
    for desk in world.desks:
        with desk.store.reading() as r:
            claims = [
                row
                for table in of_merge(desk, merge_rules.CLAIM)
                for row in r.conn.execute(select(table.id, table.item, table.releases)).all()
            ]
        released = {row.releases for row in claims if row.releases}
        disputed: set[str] = set()
        for item in {row.item for row in claims if not row.releases}:
            open_ones = [
                merge.Claim(row.id, row.item, entities[row.id], row.id in released)
                for row in claims
                if not row.releases
            ]
            disputed |= set(merge.holding(item, open_ones).disputed)
        assert disputed == tasks, f"I8 {desk.name}: disputes {sorted(disputed)[:2]}, tasks {sorted(tasks)[:2]}"


def hub_stamps_of_claims(world: World) -> dict[str, str]:
    with world.db.reader.connect() as conn:
        kinds = {table.__tablename__ for desk in world.desks for table in of_merge(desk, merge_rules.CLAIM)}
        rows = conn.execute(select(ENTITY).where(ENTITY.c.kind.in_(kinds))).all()
        return {bytes(row.eid).hex(): max(json_stamps(row).values()) for row in rows}


def json_stamps(row: Any) -> dict[str, str]:
    """A hub row keeps one stamp for all fields, or one for each as JSON."""
    if row.stamps.startswith("{"):
        return dict(sorted(json.loads(row.stamps).items()))
    return dict.fromkeys(sorted(json.loads(bytes(row.fields))), row.stamps)
