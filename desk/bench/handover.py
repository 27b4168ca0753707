"""bench handover: how long the draft of a handover takes after a busy day at the gate of the demonstration's estate."""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk import app, demo
from desk.core.clock import DAY_MS, HOUR_MS
from desk.demo.names import People
from desk.demo.past import visitors, visits
from desk.handing_draft import Draft, draft
from desk.operators.rules import COMMAND
from desk.people.reads_import import existing
from desk.reception.service_seed import PastVisit, load_history
from desk.store.store import Store

NAME = "handover"
HELP = "draft a handover after a busy day (visits of a month behind it)"
TARGETS = {"median_ms": 200}
SEED = 41
STAY = 8  # one of so many is still inside


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--visits", type=int, default=500, help="of today")
    parser.add_argument("--drafts", type=int, default=30)


def run(args: argparse.Namespace) -> dict[str, Any]:
    """first_ms: with nothing in the caches; median_ms and most_ms of the others."""
    with tempfile.TemporaryDirectory() as scratch:
        desk = app.build(Path(scratch) / "home")
        demo.make(desk)
        busy_day(desk, args.visits)
        took = [_timed(desk.store) for _ in range(args.drafts + 1)]
        groups = {group.topic.value: group.n for group in took[-1][1].body.groups}
        desk.close()
    rest = sorted(ms for ms, _ in took[1:])
    return {
        "visits": args.visits, "drafts": args.drafts, "first_ms": round(took[0][0], 1),
        "median_ms": round(statistics.median(rest), 1), "most_ms": round(rest[-1], 1), "open": groups,
        "targets": TARGETS,
    }  # fmt: skip


def busy_day(desk: app.Desk, count: int) -> None:
    """So many visits since this midnight, of the kinds the estate has; one of eight has not left."""
    rng = random.Random(SEED)  # noqa: S311 - invented data
    with desk.store.reading() as r:
        homes, now = existing(r).households, r.now
    start = min(desk.time.day_start(now), now - 8 * HOUR_MS)
    month = visits(rng, visitors(rng, People(rng), list(homes)), homes, now, desk.time)
    with desk.store.unit(COMMAND) as u:
        load_history(u, [_today(rng.choice(month), nth, start, (now - start) // count) for nth in range(count)])


def _today(visit: PastVisit, nth: int, start: int, step: int) -> PastVisit:
    at = start + nth * step
    out_at = None if nth % STAY == 0 else min(at + HOUR_MS, start + DAY_MS)
    return replace(visit, in_at=at, out_at=out_at, due_at=at + 6 * HOUR_MS)


def _timed(store: Store) -> tuple[float, Draft]:
    began = time.perf_counter_ns()
    with store.reading() as r:
        found = draft(r, COMMAND)
    return (time.perf_counter_ns() - began) / 1e6, found
