"""The records that syncing is measured with: real kinds of the desk, invented values, the same bytes for every rival."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desk.bench import invented
from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.demo.past import RIDERS_A_DAY
from desk.operators.rules import Role, actor_of
from desk.people.tables import Binding, Person
from desk.reception.tables import Tally
from desk.reception.tables_standing import Goods
from desk.store import sync_rows
from desk.store.schema import Base
from desk.store.store import Store
from desk.store.tables import Outbox

UNIT = 500  # records in one unit of work
PLATFORMS = ("美团", "饿了么", "京东", "")
GAP_MS = 86_400_000 // RIDERS_A_DAY
Row = dict[str, Any]


def fill(store: Store, kind: str, count: int, rng: random.Random) -> Actor:
    """Write `count` records of a kind, each with its operation, as one guard; returns the guard."""
    table, made = KINDS[kind]
    guard = actor_of(new_id(store.clock.now_ms()), Role.GUARD.value)
    for start in range(0, count, UNIT):
        with store.unit(guard) as u:
            facts = {"gate_id": u.gate_id, "operator_id": guard.operator_id, "at": u.now}
            rows = [made(rng, {**facts, "at": u.now + n * GAP_MS}) for n in range(start, min(count, start + UNIT))]
            u.add_many(table, rows)
    return guard


def single(store: Store, kind: str, guard: Actor) -> Callable[[], None]:
    """A call that writes one more record of the kind, in a unit of its own."""
    table, made = KINDS[kind]
    rng = random.Random(0)  # noqa: S311 - invented data

    def write() -> None:
        with store.unit(guard) as u:
            u.add(table, **made(rng, {"gate_id": u.gate_id, "operator_id": guard.operator_id, "at": u.now}))

    return write


def rows(store: Store, kind: str) -> int:
    """How many records of the kind a store holds."""
    with store.reading() as r:
        return int(r.conn.execute(select(func.count()).select_from(KINDS[kind][0])).scalar_one())


def _passage(rng: random.Random, facts: Row) -> Row:
    """A rider of the fast lane: by far the most frequent record of a gate."""
    return {**facts, "kind": "rider", "n": 1, "platform": rng.choice(PLATFORMS), "clock_quality": "trusted"}


def _binding(rng: random.Random, facts: Row) -> Row:
    """Who belongs where: an estate's residents come in as these."""
    ids = {name: new_id(facts["at"]) for name in ("person_id", "household_id")}
    return {**ids, "role": "family", "from_at": facts["at"], "operator_id": facts["operator_id"]}


def _goods(rng: random.Random, facts: Row) -> Row:
    """A record with sealed fields."""
    sealed = {"code": f"{rng.randrange(10_000):04d}", "what": "一箱水果", "left_by": invented.name(rng)}
    return {**facts, **sealed, "shelf": "A1", "building": "3", "unit": "1", "room": "1202"}


def _person(rng: random.Random, facts: Row) -> Row:
    """A record whose personal fields are all sealed."""
    return {"name": invented.name(rng), "phone": invented.phone(rng), "plates": []}


KINDS: dict[str, tuple[type[Base], Callable[[random.Random, Row], Row]]] = {
    "tally": (Tally, _passage), "binding": (Binding, _binding), "goods": (Goods, _goods), "person": (Person, _person),
}  # fmt: skip


def bodies(store: Store, after: int = 0) -> list[bytes]:
    """The operations of a store's outbox after a number, as they travel."""
    with store.reading() as r:
        found = r.conn.execute(select(Outbox.body).where(Outbox.num > after).order_by(Outbox.num)).scalars().all()
    return [bytes(body) for body in found if body]


def top(store: Store) -> int:
    """The number of the newest outbox line."""
    with store.reading() as r:
        return int(r.conn.execute(select(func.coalesce(func.max(Outbox.num), 0))).scalar_one())


def pushed(store: Store) -> int:
    """How far the hub holds this desk's outbox (in a desk that never forked: the number of the outbox line)."""
    with store.reading() as r:
        return int((sync_rows.link(r) or {}).get("pushed_seq", 0))


def documents(path: Path, ops: Iterable[bytes]) -> float:
    """Write operations as documents, one a line, each under its own id; returns their mean size in bytes."""
    size = count = 0
    with path.open("w", encoding="utf-8") as file:
        for body in ops:
            op = json.loads(body)
            line = json.dumps({"_id": op.pop("id"), **op}, ensure_ascii=False, separators=(",", ":"))
            size, count = size + len(line.encode()), count + 1
            file.write(line + "\n")
    return size / max(1, count)
