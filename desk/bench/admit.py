"""bench admit: one admission with everything that belongs to it, beside a bare transaction that writes the same rows."""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk import app
from desk.bench import invented

NAME = "admit"
HELP = "one admission incl. search document, audit, outbox, fsync (p50/p95 ms; ratio to a bare transaction of the same rows)"
TABLES = ("visit", "visit_event", "audit_line", "known_visitor", "outbox")
WARM = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--admissions", type=int, default=400)
    parser.add_argument("--visits", type=int, default=100_000, help="visits the store holds beforehand")
    parser.add_argument("--seed", type=int, default=7)


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Build a store and a copy, admit into the one and write the same rows barely into the other, turn by turn."""
    app.import_rooms()
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), args)


def _measure(folder: Path, args: argparse.Namespace) -> dict[str, Any]:
    rng = random.Random(args.seed)  # noqa: S311 - invented data
    people = invented.visitors(rng, max(1000, args.visits // 5))
    store, home = _built(folder, rng, people, args.visits)
    shutil.copyfile(folder / "bench.db", folder / "bare.db")
    bare = _Bare(folder / "bare.db")
    ours, theirs = [], []
    try:
        for i in range(args.admissions + WARM):
            took, rows = _admit(store, rng.choice(people), home)
            other = bare.write(rows)
            if i >= WARM:
                ours.append(took)
                theirs.append(other)
    finally:
        bare.conn.close()
        store.close()
    return {
        "visits": args.visits, "admissions": args.admissions, **_share("", ours), **_share("bare_", theirs),
        "ratio": round(_at(ours, 0.5) / _at(theirs, 0.5), 2), "ratio_p95": round(_at(ours, 0.95) / _at(theirs, 0.95), 2),
        "rows": {name: len(found) for name, (_, found) in rows.items()},
    }  # fmt: skip


def _built(folder: Path, rng: random.Random, people: Sequence[invented.Invented], count: int) -> tuple[Any, str]:
    from desk.operators.rules import Role, actor_of
    from desk.people.service_households import add_household
    from desk.reception.service_seed import load_history

    store = invented.found(folder)
    history = invented.visits(rng, people, invented.doors(3450), count, store.clock.now_ms())
    with store.unit(actor_of("", Role.MANAGER.value)) as u:
        home = add_household(u, "3", "1", "1202")
        load_history(u, history)
    store.checkpoint()
    return store, home


def _admit(store: Any, who: invented.Invented, home: str) -> tuple[float, dict[str, tuple[list[str], list[Any]]]]:
    """(ms, the rows it wrote by table): the rows are read afterwards, outside the time."""
    from desk.core.ids import new_id
    from desk.operators.rules import Role, actor_of
    from desk.reception.rules import Draft, Proof
    from desk.reception.service import admit
    from desk.reception.views import AdmitRequest

    draft = Draft(
        who.kind, who.name, who.phone, who.plate, who.company or "测试公司", "family", household_id=home,
    )  # fmt: skip
    actor = actor_of(new_id(store.clock.now_ms()), Role.VOLUNTEER.value)
    request = AdmitRequest(new_id(store.clock.now_ms()), draft, Proof.PHONE)
    before = _tops(store)
    started = time.perf_counter()
    with store.unit(actor) as u:
        admit(u, request)
    took = (time.perf_counter() - started) * 1000
    return took, _new_rows(store, before)


def _tops(store: Any) -> dict[str, int]:
    with store.reading() as r:
        return {name: r.conn.exec_driver_sql(f"SELECT coalesce(max(rowid), 0) FROM {name}").scalar() for name in TABLES}  # noqa: S608


def _new_rows(store: Any, before: dict[str, int]) -> dict[str, tuple[list[str], list[Any]]]:
    from sqlalchemy import select

    from desk.people.tables import KnownVisitor
    from desk.people.tokens import document as words
    from desk.reception.service_events import document
    from desk.reception.tables import Visit
    from desk.store.search import DocKind, docid

    found: dict[str, tuple[list[str], list[Any]]] = {}
    with store.reading() as r:
        for name in TABLES:
            rows = r.conn.exec_driver_sql(f"SELECT * FROM {name} WHERE rowid > {before[name]}")  # noqa: S608
            found[name] = (list(rows.keys()), [tuple(row) for row in rows])
        visits = r.conn.execute(select(Visit.__table__).where(Visit.num > before["visit"])).mappings()
        docs = [(docid(DocKind.VISIT, row["num"]), document(row)) for row in visits]
        known = r.conn.execute(select(KnownVisitor.__table__).where(KnownVisitor.num > before["known_visitor"]))
        docs += [
            (docid(DocKind.KNOWN_VISITOR, row.num), words(names=(row.name,), phones=(row.phone,), plates=(row.plate,)))
            for row in known
        ]
    found["search_doc"] = (["rowid", "d"], docs)
    return found


class _Bare:
    """A connection without anything of ours on top: same file, same key, WAL and FULL, prepared inserts."""

    def __init__(self, path: Path) -> None:
        import sqlcipher3.dbapi2 as sqlcipher

        self.conn = sqlcipher.connect(str(path), isolation_level=None)
        self.conn.execute(f"PRAGMA key = \"x'{invented.KEY.hex()}'\"")
        self.conn.execute("PRAGMA journal_mode = WAL")
        self.conn.execute("PRAGMA synchronous = FULL")
        self.conn.execute("PRAGMA cache_size = -32768")

    def write(self, rows: dict[str, tuple[list[str], list[Any]]]) -> float:
        """Milliseconds of one transaction."""
        started = time.perf_counter()
        self.conn.execute("BEGIN IMMEDIATE")
        for name, (columns, found) in rows.items():
            marks = ", ".join("?" for _ in columns)
            self.conn.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", found)  # noqa: S608
        self.conn.execute("UPDATE sync_self SET last_seq = last_seq + 1")
        self.conn.execute("COMMIT")
        return (time.perf_counter() - started) * 1000


def _at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _share(prefix: str, times: Sequence[float]) -> dict[str, float]:
    return {f"{prefix}p50_ms": round(_at(times, 0.5), 2), f"{prefix}p95_ms": round(_at(times, 0.95), 2)}
