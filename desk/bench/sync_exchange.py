"""Bulk both ways and one record live, through a real hub process: what PouchDB is measured by too."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk.bench import sync_desks, sync_records
from desk.bench.sync_desks import BenchDesk, pull_all, push_all
from desk.bench.sync_figures import at
from desk.bench.sync_hub import Running, know, running
from desk.core.errors import Trouble
from desk.core.events import Bus, Changed

SETTLE_S = 0.3  # between single records, as in the rival's script
LONGEST_S = 20.0


def measure(folder: Path, database: str, kind: str, count: int, live: int, seed: int) -> dict[str, Any]:
    """One run on a fresh hub: operations a second each way, then single records timed. Raises Trouble."""
    bus = Bus()
    one = sync_desks.first(_made(folder / "one"))
    other = sync_desks.another(one, _made(folder / "other"), bus)
    try:
        know(database, one.who, other.who)
        guard = sync_records.fill(one.store, kind, count, random.Random(seed))  # noqa: S311 - invented data
        one.store.checkpoint()
        with running(database, folder) as hub:
            figures = _bulk(hub, one, other, kind)
            if live:
                write = sync_records.single(one.store, kind, guard)
                figures |= _live(hub, one, other, bus, write, live)
            return {**figures, "hub_mb": hub.peak_mb()}
    finally:
        one.store.close()
        other.store.close()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _bulk(hub: Running, one: BenchDesk, other: BenchDesk, kind: str) -> dict[str, Any]:
    with one.line(hub.url) as sending, other.line(hub.url) as receiving:
        began = time.perf_counter()
        sent = push_all(one.engine(sending))
        push_s = time.perf_counter() - began
        began = time.perf_counter()
        came = pull_all(other.engine(receiving), other.scope)
        pull_s = time.perf_counter() - began
    if came != sent or sync_records.rows(one.store, kind) != sync_records.rows(other.store, kind):
        raise Trouble("bench.not_all_there", sent=sent, came=came)
    return {"operations": sent, "push_per_s": round(sent / push_s), "pull_per_s": round(came / pull_s)}


def _live(
    hub: Running, one: BenchDesk, other: BenchDesk, bus: Bus, write: Callable[[], None], count: int
) -> dict[str, float]:
    """Milliseconds from before the commit at one desk until the other has told its window that something arrived."""
    arrived = threading.Event()
    bus.subscribe(lambda event: arrived.set() if isinstance(event, Changed) and "arrived" in event.topics else None)
    times = []
    with one.line(hub.url) as line, listening(hub, other):
        engine = one.engine(line)
        pull_all(engine, one.scope)
        for turn in range(count + 3):
            time.sleep(SETTLE_S)
            arrived.clear()
            began = time.perf_counter()
            write()
            push_all(engine)
            if not arrived.wait(LONGEST_S):
                raise Trouble("bench.not_all_there", sent=1, came=0)
            if turn >= 3:  # the first ones open connections
                times.append((time.perf_counter() - began) * 1000)
    return {"live_median_ms": round(at(times, 0.5), 2), "live_p95_ms": round(at(times, 0.95), 2)}


@contextmanager
def listening(hub: Running, desk: BenchDesk) -> Iterator[None]:
    """The other desk's side: a long poll, and a pull for every piece of news, on a thread."""
    going = threading.Event()
    going.set()

    def listen() -> None:
        with desk.line(hub.url) as line, desk.line(hub.url) as ear:
            engine = desk.engine(line)
            while going.is_set():
                if ear.poll(desk.heads(), 1).get(desk.scope):
                    pull_all(engine, desk.scope)

    thread = threading.Thread(target=listen, name="bench-listening")
    thread.start()
    try:
        yield
    finally:
        going.clear()
        thread.join()
