"""What an operation weighs on the wire in batches, both ways: the benchmark's records, and an ordinary day."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from desk.bench import sync_day, sync_desks, sync_records
from desk.bench.sync_day import Hands
from desk.bench.sync_desks import BenchDesk, pull_all, push_all
from desk.bench.sync_hub import Running, know, running
from desk.core.clock import SystemClock
from desk.operators.rules import Role, actor_of

START_DAYS = 3  # ago: the days told lie in the past, as they do after a cut line


def measure(folder: Path, database: str, kind: str, count: int, seed: int, residents: int) -> dict[str, Any]:
    """Bytes of bodies as sent, by the hub's own figures, over the operations in them. Raises Trouble."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    clock = Hands(SystemClock().now_ms() - START_DAYS * 86_400_000)
    one = sync_desks.first(_made(folder / "one"), clock)
    other = sync_desks.another(one, _made(folder / "other"))
    try:
        know(database, one.who, other.who)
        with running(database, folder) as hub:
            _weighed(hub, one, other)
            _singles(one, clock, kind, count, rng)
            records = _weighed(hub, one, other)
            where = sync_day.settle(one.store, rng, residents)
            estate = _weighed(hub, one, other)
            sync_day.work(one.store, clock, where, rng, 1)
            return {"records": records, "estate": estate, "day": _weighed(hub, one, other)}
    finally:
        one.store.close()
        other.store.close()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _singles(desk: BenchDesk, clock: Hands, kind: str, count: int, rng: random.Random) -> None:
    """Records each written at a moment and in a unit of its own, as people make them."""
    guard = actor_of("0" * 31 + "1", Role.GUARD.value)
    write = sync_records.single(desk.store, kind, guard)
    for _ in range(count):
        clock.move(clock.now_ms() + rng.randrange(sync_records.GAP_MS))
        write()


def _weighed(hub: Running, one: BenchDesk, other: BenchDesk) -> dict[str, Any]:
    """Send and take in what waits; the mean weight of an operation."""
    before = hub.body_bytes("push", "in"), hub.body_bytes("pull", "out")
    top = sync_records.pushed(one.store)
    with one.line(hub.url) as sending, other.line(hub.url) as receiving:
        sent = push_all(one.engine(sending))
        came = pull_all(other.engine(receiving), other.scope)
    up, down = hub.body_bytes("push", "in") - before[0], hub.body_bytes("pull", "out") - before[1]
    raw = sum(map(len, sync_records.bodies(one.store, top)))
    return {
        "operations": sent, "body_bytes": round(raw / max(1, sent), 1), "push_bytes": round(up / max(1, sent), 1),
        "pull_bytes": round(down / max(1, came), 1),
    }  # fmt: skip
