"""A new desk takes over an estate with a year behind it: the snapshot, a cut in the middle of it, and the rest of the log."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desk.bench import sync_day, sync_desks, sync_records
from desk.bench.sync_day import Hands
from desk.bench.sync_desks import BenchDesk, pull_all
from desk.bench.sync_figures import stage
from desk.bench.sync_hub import know, running
from desk.bench.sync_line import Who
from desk.bench.sync_replay import Replay
from desk.core.clock import DAY_MS, SystemClock
from desk.core.errors import Trouble
from desk.core.ids import new_id
from desk.hub import db as hub_db
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.store.kinds import kinds, synced_tables
from desk.sync.transport import TAKE, Answer, Eager
from desk.wire import chain
from desk.wire.messages import MAX_LINES, Line, Push
from desk.wire.seal import Sealer

CUT_AFTER = 0.5  # of the pages


def measure(folder: Path, database: str, days: int, seed: int, residents: int) -> dict[str, Any]:
    """Fill a hub with an estate and `days` days of it, then let a desk begin. Raises Trouble."""
    one = sync_desks.first(_made(folder / "one"), Hands(SystemClock().now_ms() - (days + 2) * DAY_MS))
    new = sync_desks.another(one, _made(folder / "new"))
    again = sync_desks.another(one, _made(folder / "again"))
    try:
        stage(f"{days} days of an estate into a hub")
        second_gate = Who(one.who.site_id, new_id(SystemClock().now_ms()))
        know(database, one.who, new.who, again.who, second_gate)
        operations = _filled(database, one, second_gate, days, random.Random(seed), residents)  # noqa: S311 - invented data
        with running(database, folder) as hub:
            stage("a new desk begins")
            gc.collect()
            gc.freeze()  # as the program does once its window stands
            whole = _begun(hub.url, new)
            stage("another is cut off half way")
            cut = _cut(hub.url, again, whole["pages"])
            if _rows(new) != _rows(again):
                raise Trouble("bench.not_all_there", sent=_rows(new), came=_rows(again))
            return {"operations": operations, **whole, **cut, "hub_mb": hub.peak_mb()}
    finally:
        for desk in (one, new, again):
            desk.store.close()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _filled(database: str, desk: BenchDesk, gate: Who, days: int, rng: random.Random, residents: int) -> int:
    """The residents and one day by a real desk, the other days told again by a second gate; returns how many lines."""
    clock = desk.store.clock
    assert isinstance(clock, Hands)
    sync_desks.hurried(desk.store)
    where = sync_day.settle(desk.store, rng, residents)
    top = sync_records.top(desk.store)
    sync_day.work(desk.store, clock, where, rng, 1)
    bodies = sync_records.bodies(desk.store)
    with desk.store.reading() as r:
        replay = Replay(sync_records.bodies(desk.store, top), Sealer(r.secret("site-seal")))
    db = hub_db.open_db(database)
    try:
        hub = Hub(db, kinds(), SystemClock())
        with desk.store.reading() as r:
            _pushed(hub, desk.who, str(r.identity["incarnation"]), bodies)
        told = [
            body
            for day in range(1, days)
            for piece in replay.pieces
            for body in replay.told(piece, day.to_bytes(2, "big"), day * DAY_MS, gate.device_id)
        ]
        _pushed(hub, gate, new_id(SystemClock().now_ms()), told)
        return len(bodies) + len(told)
    finally:
        db.close()


def _pushed(hub: Hub, who: Who, incarnation: str, bodies: Sequence[bytes]) -> None:
    """Straight into the hub's database, batch by batch, as its doors would."""
    value = chain.start(incarnation)
    for base in range(0, len(bodies), MAX_LINES):
        lines = bodies[base : base + MAX_LINES]
        push = Push(incarnation, base, value.hex(), tuple(Line(body) for body in lines))
        answer = hub.push(Caller(who.site_id, who.device_id), push)
        if answer.result != "ok" or answer.refused:
            raise Trouble("bench.not_all_there", sent=len(lines), came=answer.acked)
        for body in lines:
            value = chain.link(value, body)


class _Counted:
    """Passes questions on and counts pages of the snapshot; after `most` of them the line is dead."""

    def __init__(self, line: Eager, most: int | None = None) -> None:
        self._line, self._most, self.pages = line, most, 0

    def ask(self, door: str, body: bytes) -> Answer:
        if door == TAKE:
            if self.pages == self._most:
                raise Trouble("sync.no_line")
            self.pages += 1
        return self._line.ask(door, body)

    def ahead(self, door: str, body: bytes) -> None:
        if door != TAKE or self.pages != self._most:
            self._line.ahead(door, body)

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        self._line.told(door, body, answer)


def _begun(url: str, desk: BenchDesk) -> dict[str, Any]:
    with desk.line(url) as line:
        counted = _Counted(line)
        engine = desk.engine(counted)
        began = time.perf_counter()
        things = engine.bootstrap.run(desk.scope)
        snapshot_s = time.perf_counter() - began
        after = pull_all(engine, desk.scope)
        took = time.perf_counter() - began
    return {
        "things": things, "pages": counted.pages, "log_after": after, "snapshot_s": round(snapshot_s, 1),
        "seconds": round(took, 1), "rows": _rows(desk), "store_mb": round(desk.store.path.stat().st_size / 1e6, 1),
    }  # fmt: skip


def _cut(url: str, desk: BenchDesk, pages: int) -> dict[str, Any]:
    """The line breaks half way; going on asks for the pages that are missing and ends with the same rows."""
    most = max(1, int(pages * CUT_AFTER))
    with desk.line(url) as line:
        counted = _Counted(line, most)
        try:
            desk.engine(counted).bootstrap.run(desk.scope)
        except Trouble:
            before = counted.pages
        else:
            raise Trouble("bench.not_all_there", sent=pages, came=counted.pages)
        rest = _Counted(line)
        engine = desk.engine(rest)
        engine.bootstrap.run(desk.scope)
        pull_all(engine, desk.scope)
    return {"pages_before_cut": before, "pages_after_cut": rest.pages}


def _rows(desk: BenchDesk) -> int:
    with desk.store.reading() as r:
        return sum(
            int(r.conn.execute(select(func.count()).select_from(table)).scalar_one())
            for table in synced_tables().values()
        )
