"""A desk comes back after a month without a line: how long until all is over, and whether its window stays alive."""

from __future__ import annotations

import gc
import random
import threading
import time
from pathlib import Path
from typing import Any

from desk.bench import sync_day, sync_desks, sync_records
from desk.bench.sync_day import Hands
from desk.bench.sync_desks import BenchDesk, pull_all
from desk.bench.sync_figures import at, spread, stage
from desk.bench.sync_hub import know, running
from desk.core.clock import DAY_MS, SystemClock
from desk.core.errors import Fault, Trouble
from desk.core.ids import new_id
from desk.operators.rules import Role, actor_of
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store import outbox
from desk.sync.engine import Engine
from desk.sync.transport import Answer, Transport
from desk.wire.messages import MAX_LINES

AWAY_DAYS = 40
TICK_S = 0.005  # of the loop that stands for the window's
ADMIT_S = 1.0  # somebody is let in this often meanwhile


def measure(folder: Path, database: str, waiting: int, seed: int, residents: int) -> dict[str, Any]:
    """Build a desk with that many operations nobody has seen, then let it agree with a hub. Raises Trouble."""
    stage(f"{waiting} operations on a desk without a line")
    known = _built(folder, waiting, random.Random(seed), residents)  # noqa: S311 - invented data
    desk = sync_desks.reopened(folder)
    try:
        know(database, desk.who)
        with running(database, folder) as hub, desk.line(hub.url) as line:
            engine = desk.engine(_OneByOne(line))
            while (left := known - sync_records.pushed(desk.store)) > 0:  # agreed on before the line broke
                engine.sender.limit = min(MAX_LINES, left)
                engine.sender.push()
            pull_all(engine, desk.scope)
            return _drained(desk, desk.engine(line))
    finally:
        desk.store.close()


class _OneByOne:
    """Sends nothing ahead: what came after the cut must not be with the hub before it is measured."""

    def __init__(self, line: Transport) -> None:
        self._line = line

    def ask(self, door: str, body: bytes) -> Answer:
        return self._line.ask(door, body)


def _built(folder: Path, waiting: int, rng: random.Random, residents: int) -> int:
    """Returns how many of its operations are from before the cut."""
    folder.mkdir(parents=True)
    clock = Hands(SystemClock().now_ms() - AWAY_DAYS * DAY_MS)
    desk = sync_desks.first(folder, clock)
    sync_desks.hurried(desk.store)
    where = sync_day.settle(desk.store, rng, residents)
    known = sync_records.top(desk.store)
    while sync_records.top(desk.store) - known < waiting:
        sync_day.work(desk.store, clock, where, rng, 1, most=waiting)
    desk.store.checkpoint()
    desk.store.close()
    return known


def _drained(desk: BenchDesk, engine: Engine) -> dict[str, Any]:
    with desk.store.reading() as r:
        count = outbox.waiting(r)
    over, failed = threading.Event(), list[Fault]()

    def agree() -> None:
        try:
            engine.once()
        except Fault as fault:
            failed.append(fault)
        finally:
            over.set()

    gc.collect()
    gc.freeze()  # as the program does once it has started (ui.garbage)
    admissions, refused = list[float](), list[float]()
    gate = threading.Thread(target=_gate, args=(desk, over, admissions, refused), name="bench-gate")
    syncing = threading.Thread(target=agree, name="bench-syncing")
    began = time.perf_counter()
    syncing.start()
    gate.start()
    late = _ticked(over)
    took = time.perf_counter() - began
    syncing.join()
    gate.join()
    if failed:
        raise failed[0]
    with desk.store.reading() as r:
        left = outbox.waiting(r)
    return {
        "operations": count, "seconds": round(took, 1), "still_waiting": left,
        "longest_stall_ms": round(max(late), 1), "stall_p99_ms": round(at(late, 0.99), 1),
        "admissions": len(admissions), "admissions_refused": len(refused), **spread("admission_", admissions),
    }  # fmt: skip


def _ticked(over: threading.Event) -> list[float]:
    """The window's loop: wakes every few milliseconds; by how much each waking was late, ms."""
    late = [0.0]
    due = time.perf_counter() + TICK_S
    while not over.is_set():
        time.sleep(max(0.0, due - time.perf_counter()))
        now = time.perf_counter()
        late.append((now - due) * 1000)
        due = now + TICK_S
    return late


def _gate(desk: BenchDesk, over: threading.Event, took_ms: list[float], refused: list[float]) -> None:
    """Work goes on at the gate: one admission a second, timed; those that could not be written."""
    guard = actor_of(new_id(SystemClock().now_ms()), Role.GUARD.value)
    while not over.wait(ADMIT_S):
        visit = new_id(SystemClock().now_ms())
        draft = Draft(VisitorType.OTHER, "测试", "10400001234", purpose="送材料")
        began = time.perf_counter()
        try:
            with desk.store.unit(guard) as u:
                reception.admit(u, AdmitRequest(visit, draft, Proof.OVERRIDE, reason="演练"))
        except Trouble:
            refused.append((time.perf_counter() - began) * 1000)
        else:
            took_ms.append((time.perf_counter() - began) * 1000)
