"""bench sync: agreeing with a hub, measured through a real hub process, beside PouchDB where node and its modules are."""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from desk import app
from desk.bench import sync_figures, sync_postgres, sync_pouchdb
from desk.bench.sync_figures import ratio, stage

NAME = "sync"
HELP = "push, pull and live against a real hub (SQLite, PostgreSQL) beside PouchDB; a month away, a crowd, a year, the wire"
PARTS = ("exchange", "return", "crowd", "year", "wire")
# ratios are ours / PouchDB's as it starts by itself (fullCouchDB), in the same run
TARGETS: dict[str, Any] = {
    "sqlite": {"push": 3, "pull": 4, "live": 0.6}, "postgresql": {"push": 1.2, "pull": 3, "live": 0.6},
    "return": {"seconds": 60, "longest_stall_ms": 100}, "crowd": {"errors": 0, "push_p99_ms": 500, "hub_mb": 400},
    "year": {"seconds": 60}, "wire": {"push_bytes": 80},
}  # fmt: skip
Make = Callable[[], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--parts", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds of the exchange; medians are told")
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--kind", default="tally", help="tally, binding, goods or person")
    parser.add_argument("--live", type=int, default=30, metavar="N", help="single records in a round")
    parser.add_argument("--pouchdb", metavar="DIR", help="folder with PouchDB's node_modules (see tests/bench/pouchdb)")
    parser.add_argument("--no-postgres", action="store_true")
    parser.add_argument("--waiting", type=int, default=45_000, help="operations of the desk that was away")
    parser.add_argument("--desks", type=int, default=1_000)
    parser.add_argument("--desks-each-site", type=int, default=2)
    parser.add_argument("--hub-processes", type=int, default=2, help="that serve the crowd on one port (PostgreSQL)")
    parser.add_argument("--times", type=float, default=10.0, help="how much busier than an ordinary day the crowd is")
    parser.add_argument("--crowd-s", type=float, default=60.0)
    parser.add_argument("--arrive-s", type=float, default=30.0, help="until the whole crowd is there; not timed")
    parser.add_argument("--days", type=int, default=365, help="of the estate that a new desk takes over")
    parser.add_argument("--residents", type=int, default=0, help="of the estate (0: all of its 3,450 households)")
    parser.add_argument("--seed", type=int, default=7)


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Figures of each part. Raises Trouble when something did not arrive."""
    app.import_rooms()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as scratch, ExitStack() as held:
        bench = _Bench(args, Path(scratch), held)
        figures = {part: getattr(bench, f"do_{part}")() for part in PARTS if part in args.parts.split(",")}
    return {**figures, "targets": TARGETS, "not_measured": bench.lacking}


class _Bench:
    """The parts, each with folders and databases of its own."""

    def __init__(self, args: argparse.Namespace, scratch: Path, held: ExitStack) -> None:
        self.args, self._scratch = args, scratch
        self.lacking: dict[str, str] = {}
        self._made = 0
        self.databases: dict[str, Make] = {"sqlite": lambda: str(self.folder() / "hub.db")}
        if not args.no_postgres and sync_postgres.binaries():
            server = held.enter_context(sync_postgres.running())
            self.databases["postgresql"] = lambda: sync_postgres.fresh(server)
        else:
            self.lacking["postgresql"] = "left out" if args.no_postgres else "no PostgreSQL binaries"

    def folder(self) -> Path:
        """A new one."""
        self._made += 1
        made = self._scratch / str(self._made)
        made.mkdir()
        return made

    @property
    def best(self) -> Make:
        """PostgreSQL where there is one, for the parts that are told for it."""
        return self.databases.get("postgresql", self.databases["sqlite"])

    @property
    def _estate(self) -> tuple[int, int]:
        """(seed, residents) of the parts that have an estate."""
        return self.args.seed, self.args.residents

    def do_exchange(self) -> dict[str, Any]:
        """Rounds of PouchDB, SQLite, PostgreSQL, one after the other."""
        runs: dict[str, list[dict[str, Any]]] = {}
        for number in range(self.args.rounds):
            for name, one in self._rivals(number):
                stage(f"round {number + 1}: {name}")
                runs.setdefault(name, []).append(one())
        found: dict[str, Any] = {name: sync_figures.medians(several) for name, several in runs.items()}
        theirs = found.get(sync_pouchdb.MODES[0], {})
        return {"rounds": self.args.rounds, **found, "ratios": {n: _ratios(found[n], theirs) for n in self.databases}}

    def _rivals(self, number: int) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
        why = sync_pouchdb.lacking(self.args.pouchdb)
        if why:
            self.lacking["pouchdb"] = why
        for mode in () if why else sync_pouchdb.MODES:
            yield mode, partial(self._pouchdb, mode)
        for name, database in self.databases.items():
            yield name, partial(self._exchange, database, number)

    def _exchange(self, database: Make, number: int) -> dict[str, Any]:
        from desk.bench import sync_exchange

        args = self.args
        return sync_exchange.measure(self.folder(), database(), args.kind, args.records, args.live, args.seed + number)

    def _pouchdb(self, mode: str) -> dict[str, Any]:
        records = self._records()
        return sync_pouchdb.run(self.args.pouchdb, mode, records, self.args.records, self.args.live)

    def _records(self) -> Path:
        """The very operations that our desks send, as documents; made once."""
        from desk.bench import sync_desks, sync_records

        path = self._scratch / "records.ndjson"
        if not path.exists():
            desk = sync_desks.first(self.folder())
            top = sync_records.top(desk.store)
            sync_records.fill(desk.store, self.args.kind, self.args.records, random.Random(self.args.seed))  # noqa: S311
            sync_records.documents(path, sync_records.bodies(desk.store, top))
            desk.store.close()
        return path

    def do_return(self) -> dict[str, Any]:
        from desk.bench import sync_return

        return sync_return.measure(self.folder() / "desk", self.best(), self.args.waiting, *self._estate)

    def do_crowd(self) -> dict[str, Any]:
        from desk.bench import sync_crowd
        from desk.bench.sync_load import Pace

        args = self.args
        pace = Pace(args.crowd_s, args.times, args.arrive_s)
        processes = args.hub_processes if "postgresql" in self.databases else 1
        return sync_crowd.measure(
            self.folder() / "day", self.best(), processes, args.desks, args.desks_each_site, pace, *self._estate
        )

    def do_year(self) -> dict[str, Any]:
        from desk.bench import sync_year

        return sync_year.measure(self.folder(), self.best(), self.args.days, *self._estate)

    def do_wire(self) -> dict[str, Any]:
        from desk.bench import sync_wire

        records = min(self.args.records, 5_000)
        return sync_wire.measure(self.folder(), self.databases["sqlite"](), self.args.kind, records, *self._estate)


def _ratios(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, float | None]:
    names = {
        "push": "push_per_s", "pull": "pull_per_s", "live": "live_median_ms", "push_cpu": "push_cpu_us",
        "pull_cpu": "pull_cpu_us",
    }  # fmt: skip
    return {short: ratio(ours, theirs, name) for short, name in names.items()}
