"""A thousand desks of a city at ten times an ordinary day against one hub: how long a push takes, what breaks, memory."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from pathlib import Path
from typing import Any

from desk.bench import sync_day, sync_desks, sync_records
from desk.bench.sync_day import Hands
from desk.bench.sync_figures import spread, stage
from desk.bench.sync_hub import know, running
from desk.bench.sync_line import Counted, Who
from desk.bench.sync_load import Pace, Seen, SimDesk, load
from desk.bench.sync_replay import Replay
from desk.core.clock import DAY_MS, SystemClock
from desk.core.ids import new_id

LINES_EACH = 2  # connections of a desk


def measure(
    folder: Path, database: str, processes: int, desks: int, each_site: int, pace: Pace, seed: int, residents: int
) -> dict[str, Any]:
    """Let them all work for a while. Raises Trouble."""
    stage(f"{desks} desks for {pace.seconds:.0f} s")
    _many_files(desks * LINES_EACH + 200)
    replay = _day(folder, random.Random(seed), residents)  # noqa: S311 - invented data
    now = SystemClock().now_ms()
    sites = [new_id(now) for _ in range(-(-desks // each_site))]
    crowd = [Who(sites[number // each_site], new_id(now)) for number in range(desks)]
    know(database, *crowd)
    seen, counted = Seen(), Counted()
    with running(database, folder, processes) as hub:
        working = [SimDesk(who, hub.address, replay, seen, counted) for who in crowd]
        began, before = time.process_time(), hub.cpu_s()
        took = asyncio.run(load(working, pace))
        return {
            "desks": desks, "hub_processes": processes, "sites": len(sites), "times": pace.times, "seconds": round(took, 1),
            "operations_per_s": round(seen.pushed / took, 1), "pushes": len(seen.push_ms), "pulls": len(seen.pull_ms),
            "operations": seen.pushed, "pulled": seen.pulled,
            "requests_per_s": round(counted.requests / took), **spread("push_", seen.push_ms),
            **spread("pull_", seen.pull_ms), "errors": sum(seen.errors.values()), "error_kinds": seen.errors,
            "unsent": sum(len(one.waiting) for one in working), "hub_mb": hub.peak_mb(), "hub_cpu_s": round(hub.cpu_s() - before, 1),
            "load_cpu_s": round(time.process_time() - began, 1),
        }  # fmt: skip


def _day(folder: Path, rng: random.Random, residents: int) -> Replay:
    """An ordinary day of the demonstration's estate."""
    folder.mkdir(parents=True)
    clock = Hands(SystemClock().now_ms() - 2 * DAY_MS)
    desk = sync_desks.first(folder, clock)
    try:
        sync_desks.hurried(desk.store)
        where = sync_day.settle(desk.store, rng, residents)
        top = sync_records.top(desk.store)
        sync_day.work(desk.store, clock, where, rng, 1)
        return Replay(sync_records.bodies(desk.store, top))
    finally:
        desk.store.close()


def _many_files(wanted: int) -> None:
    """Every connection is a file for this process and for the hub, which takes over the limit."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
