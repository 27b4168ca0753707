"""Bulk both ways and one record live, through a real hub process: what PouchDB is measured by too."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk.bench import sync_desks, sync_records
from desk.bench.sync_desks import BenchDesk, pull_all, push_all
from desk.bench.sync_figures import at
from desk.bench.sync_hub import Running, know, running
from desk.bench.sync_listener import listening
from desk.core.errors import Trouble
from desk.sync.rhythm import Rhythm

SETTLE_S = 0.3  # beyond the quiet time, so that none is gathered; the rival's script waits as long in all
LONGEST_S, WARM = 120.0, 3
AS_SHIPPED = Rhythm()


def measure(folder: Path, database: str, kind: str, count: int, live: int, seed: int) -> dict[str, Any]:
    """One run on a fresh hub: operations a second each way, then single records timed. Raises Trouble."""
    one = sync_desks.first(_made(folder / "one"))
    other = sync_desks.another(one, _made(folder / "other"))
    try:
        know(database, one.who, other.who)
        guard = sync_records.fill(one.store, kind, count, random.Random(seed))  # noqa: S311 - invented data
        one.store.checkpoint()
        with running(database, folder) as hub, sync_desks.collecting():
            figures = _bulk(hub, one, other, kind)
            if live:
                write = sync_records.single(one.store, kind, guard)
                other.store.rest()
                figures |= _live(hub, one, folder / "other", write, live)
            return {**figures, "hub_mb": hub.peak_mb()}
    finally:
        one.store.close()
        other.store.close()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _bulk(hub: Running, one: BenchDesk, other: BenchDesk, kind: str) -> dict[str, Any]:
    with one.line(hub.url) as sending, other.line(hub.url) as receiving:
        sent, push_s, push_cpu = _weighed(hub, lambda: push_all(one.engine(sending)))
        came, pull_s, pull_cpu = _weighed(hub, lambda: pull_all(other.engine(receiving), other.scope))
    if came != sent or sync_records.rows(one.store, kind) != sync_records.rows(other.store, kind):
        raise Trouble("bench.not_all_there", sent=sent, came=came)
    return {
        "operations": sent, "push_per_s": round(sent / push_s), "pull_per_s": round(came / pull_s),
        "push_cpu_us": round(push_cpu / sent), "pull_cpu_us": round(pull_cpu / came),
    }  # fmt: skip


def _weighed(hub: Running, work: Callable[[], int]) -> tuple[int, float, float]:
    """(operations, seconds, microseconds of processor time of desk and hub)."""
    cpu, began = time.process_time() + hub.cpu_s(), time.perf_counter()
    count = work()
    return count, time.perf_counter() - began, (time.process_time() + hub.cpu_s() - cpu) * 1e6


def _live(hub: Running, one: BenchDesk, other: Path, write: Callable[[], None], count: int) -> dict[str, float]:
    """Milliseconds from before the commit at one desk until the other has told its window that something arrived.

    Both run as the program runs them, each in a process of its own. A single record goes out at once; those that follow
    within the quiet time would be gathered, so these come further apart.
    """
    times: list[float] = []
    with one.running(hub.url, AS_SHIPPED) as author, listening(other, hub.url) as listener:
        for turn in range(count + WARM):
            if not author.wait_idle(LONGEST_S):
                raise Trouble("bench.not_all_there", sent=turn, came=len(times))
            time.sleep(AS_SHIPPED.quiet_s + SETTLE_S)
            listener.settle()
            began = time.monotonic()
            write()
            took = listener.arrived() - began
            if turn >= WARM:  # the first ones open connections
                times.append(took * 1000)
    return {"live_median_ms": round(at(times, 0.5), 2), "live_p95_ms": round(at(times, 0.95), 2)}
