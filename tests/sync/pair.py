"""Two desks of one site with real stores and every room's hooks, and operations carried by hand from one to the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import delete, insert, select, update

from desk import app
from desk.core.actor import Actor
from desk.core.events import Bus
from desk.core.ids import new_id
from desk.store import applying, outbox, sync_conflicts
from desk.store.applying import Arrival, Outcome
from desk.store.kinds import synced_tables
from desk.store.store import Store
from desk.store.tables import AuditLine, Gate, Outbox, SyncSelf
from desk.store.unit import Unit
from desk.store.wire_rows import merge_of, wire_fields
from desk.wire import chain
from desk.wire.answers import Thing
from desk.wire.hlc import Hlc
from desk.wire.ops import Op, parse
from desk.wire.sharing import Merge
from desk.wire.stamp import stamp
from tests.conftest import KEY, Anyone
from tests.fakes.clock import FakeClock

SYNC = Actor("", "sync", frozenset())


@dataclass
class Desk:
    """One of the two. sent: how far its outbox has been carried away."""

    store: Store
    actor: Actor
    sent: int = 0
    heard: set[str] = field(default_factory=set)

    def do(self, verb: Any, *args: Any, **kw: Any) -> Any:
        with self.store.unit(self.actor) as u:
            return verb(u, *args, **kw)

    def ask(self, question: Any, *args: Any, **kw: Any) -> Any:
        with self.store.reading() as r:
            return question(r, *args, **kw)

    def bodies(self) -> list[bytes]:
        """What was written since the last time."""
        with self.store.reading() as r:
            query = select(Outbox.num, Outbox.body).where(Outbox.num > self.sent, Outbox.body.is_not(None))
            rows = r.conn.execute(query.order_by(Outbox.num)).all()
        self.sent = rows[-1].num if rows else self.sent
        return [bytes(row.body) for row in rows]

    def receive(self, bodies: Iterable[bytes], page: int = 500) -> Outcome:
        """Apply and tell the rooms, as desk.sync.receiving does."""
        ops = [parse(body) for body in bodies]
        outcome = Outcome()
        for start in range(0, len(ops), page):
            with self.store.unit(SYNC) as u:
                outcome = take(u, ops[start : start + page])
                self.heard |= u.topics
        return outcome

    def take_in(self, things: Sequence[Thing], page: int = 2000) -> None:
        """A snapshot, as desk.sync.bootstrap does."""
        for start in range(0, len(things), page):
            with self.store.unit(SYNC) as u:
                tell(u, applying.take_in(u, things[start : start + page]))

    def things(self) -> list[Thing]:
        """Everything that travels, in the form a hub's snapshot has."""
        found: list[Thing] = []
        with self.store.unit(SYNC) as u:
            for name, table in sorted(synced_tables().items()):
                for row in u.conn.execute(select(table.__table__).order_by(table.__table__.c.id)).mappings():
                    found.append(thing_of(u, name, dict(row)))
        return found


def take(u: Unit, ops: Sequence[Op]) -> Outcome:
    outcome = applying.apply(u, [Arrival(op, stamp(op.hlc, op.id)) for op in ops])
    outbox.erase(u, outcome.erased)
    sync_conflicts.found(u, outcome.clashes)
    tell(u, outcome)
    return outcome


def tell(u: Unit, outcome: Outcome) -> None:
    hooks = app.hooks()
    for kind, eids in outcome.touched.items():
        if kind in hooks:
            hooks[kind](u, eids)


def thing_of(u: Unit, name: str, row: dict[str, Any]) -> Thing:
    table = synced_tables()[name]
    if merge_of(table) is not Merge.RECORD:
        return Thing(name, row["id"], wire_fields(table, row, u.sealer), {})
    entity = applying.entity_of(table, row)
    said = {column: row[column] for column in entity.fields}
    fields = wire_fields(table, {**said, "id": row["id"]}, u.sealer)
    return Thing(name, row["id"], fields, dict(entity.stamps), entity.deleted, entity.revived)


@dataclass
class Pair:
    """`a` at the south gate, `b` at the north gate; one clock, so that a question of both is a question of one moment."""

    a: Desk
    b: Desk
    clock: FakeClock

    def carry(self, shuffle: int | None = None, twice: bool = False) -> None:
        """What is new at either desk goes to the other; shuffled by a seed, and again when asked."""
        for source, target in ((self.a, self.b), (self.b, self.a)):
            bodies = source.bodies()
            if shuffle is not None:
                Random(shuffle).shuffle(bodies)
            target.receive(bodies, page=7 if shuffle is not None else 500)
            if twice:
                target.receive(bodies)


def another_desk(path: Path, copy: Path, clock: FakeClock) -> Store:
    """A second desk of the site a store belongs to: the site's keys and records, a device, a gate and a life of its own."""
    shutil.copyfile(path, copy)
    store = Store(copy, KEY, clock, Bus())
    device, life, gate = (new_id(clock.now_ms()) for _ in range(3))
    with store.unit() as u:
        u.conn.execute(delete(Outbox))
        u.conn.execute(delete(AuditLine))
    with store._writer.begin() as conn:
        conn.execute(
            update(SyncSelf).values(
                device_id=device, incarnation=life, last_seq=0, last_hash=chain.start(life), gate_id=gate,
                audit_hash=bytes(chain.SIZE), hlc_last=str(Hlc(0, 0, device[-8:])),
            )
        )  # fmt: skip
        conn.execute(insert(Gate).values(id=gate, name="北门", phone="", versions={}))
    return store


def two(store: Store, copy: Path, clock: FakeClock) -> Pair:
    store.checkpoint()
    other = another_desk(store.path, copy, clock)
    with store.unit() as u:  # both know both gates from the start
        with other.reading() as r:
            gate = dict(r.conn.execute(select(Gate.__table__).where(Gate.id == r.gate_id)).mappings().one())
        u.conn.execute(insert(Gate).values(id=gate["id"], name=gate["name"], phone="", versions={}))
    pair = Pair(Desk(store, Anyone("0" * 31 + "1", "manager")), Desk(other, Anyone("0" * 31 + "2", "manager")), clock)
    pair.a.bodies()  # its founding, which the other was copied from
    return pair
