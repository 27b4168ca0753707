"""bench search: search as one types over a great many visits and residents, and what the index weighs."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desk import app
from desk.bench import invented
from desk.core.actor import Actor
from desk.operators.rules import Role, actor_of

NAME = "search"
HELP = "search as you type: 1,000,000 visits, 50,000 residents (p50/p95/p99 ms, index MB, build s)"
BATCH = 50_000
SHOWN, PEOPLE_SHOWN = 50, 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--visitors", type=int, default=200_000, help="distinct visitors")
    parser.add_argument("--residents", type=int, default=50_000)
    parser.add_argument("--queries", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", help="folder to build the store in, used again when it is there")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Build a store (or take the kept one), run mixed queries, report."""
    app.import_rooms()
    if args.keep:
        Path(args.keep).mkdir(parents=True, exist_ok=True)
        return _measure(Path(args.keep), args)
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), args)


def _measure(folder: Path, args: argparse.Namespace) -> dict[str, Any]:
    from desk.core.clock import SystemClock
    from desk.store.store import Store

    rng = random.Random(args.seed)  # noqa: S311 - invented data
    people = invented.visitors(rng, args.visitors)
    where = invented.doors(max(100, args.residents * 2 // 5))
    residents = invented.visitors(rng, args.residents)
    started = time.perf_counter()
    if (folder / "bench.db").exists():
        store = Store(folder / "bench.db", invented.KEY, SystemClock())
    else:
        store = _built(folder, rng, people, residents, where, args.visits)
    build_s = time.perf_counter() - started
    try:
        times = _timed(store, list(_queries(rng, people, residents, where, args.queries)))
        figures = _figures(times)
        return {
            "visits": args.visits, "visitors": args.visitors, "residents": args.residents, **figures,
            "index_mb": _index_mb(store), "file_mb": round((folder / "bench.db").stat().st_size / 1e6, 1),
            "build_s": round(build_s, 1),
        }  # fmt: skip
    finally:
        store.close()


def _built(
    folder: Path, rng: random.Random, people: Sequence[invented.Invented], residents: Sequence[invented.Invented],
    where: Sequence[tuple[str, str, str]], count: int,
) -> Any:  # fmt: skip
    from desk.reception.service_seed import load_history

    store = invented.found(folder)
    now = store.clock.now_ms()
    history = invented.visits(rng, people, where, count, now)
    actor = actor_of("", Role.MANAGER.value)
    _load_residents(store, actor, residents, where)
    done = 0
    while done < count:
        with store.unit(actor) as u:
            done += load_history(u, _some(history, min(BATCH, count - done)), with_events=False)
    store.checkpoint()
    return store


def _some(history: Iterator[Any], count: int) -> Iterator[Any]:
    for _ in range(count):
        yield next(history)


def _load_residents(
    store: Any, actor: Actor, residents: Sequence[invented.Invented], where: Sequence[tuple[str, str, str]]
) -> None:
    from sqlalchemy import insert

    from desk.core.ids import new_id
    from desk.people import names, pinyin, tokens
    from desk.people.tables import Person
    from desk.store.search import DocKind, docid, put_many

    for start in range(0, len(residents), BATCH):
        rows, docs = [], []
        for num, one in enumerate(residents[start : start + BATCH], start + 1):
            building, unit, room = where[num % len(where)]
            label = f"{building}-{unit}-{room}"
            rows.append(
                {"num": num, "id": new_id(store.clock.now_ms()), "name": one.name, "phone": one.phone,
                 "plates": [one.plate] if one.plate else [], "name_key": names.fold(one.name),
                 "name_pinyin": " ".join(pinyin.syllables(one.name)), "phone_last4": one.phone[-4:], "versions": {}}
            )  # fmt: skip
            words = tokens.document(names=(one.name,), phones=(one.phone,), plates=(one.plate,), rooms=(label,))
            docs.append((docid(DocKind.PERSON, num), words))
        with store.unit(actor) as u:
            u.conn.execute(insert(Person), rows)
            put_many(u.conn, docs)


def _queries(
    rng: random.Random, people: Sequence[invented.Invented], residents: Sequence[invented.Invented],
    where: Sequence[tuple[str, str, str]], count: int,
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """(class, text): what people type, a key at a time, in equal parts."""
    from desk.people import pinyin

    for i in range(count):
        who = rng.choice(people if i % 4 else residents)
        syllables = pinyin.syllables(who.name)
        spelt, initials = "".join(syllables), "".join(s[0] for s in syllables)
        door = "-".join(rng.choice(where))
        known = who.plate or invented.plate(rng)
        makers = {
            "surname": who.name[:1], "name2": who.name[:2], "name": who.name, "pinyin": spelt,
            "pinyin_typed": spelt[: rng.randint(1, len(spelt))], "initials": initials,
            "composing": who.name[0] + initials[1], "tail4": who.phone[-4:], "tail3": who.phone[:3],
            "phone": who.phone, "plate": known, "plate_tail": known[-rng.randint(3, 5) :], "plate_head": known[:3],
            "room": door, "door": door.rsplit("-", 1)[1], "company": rng.choice(invented.COMPANIES)[:2],
            "two_words": f"{who.name} {who.phone[-4:]}",
        }  # fmt: skip
        yield list(makers.items())[i % len(makers)]


def _timed(store: Any, queries: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """Wall milliseconds of each query as a screen asks it: a page of visits and the residents beside it."""
    from desk.people.reads import search_residents
    from desk.reception.reads import find

    actor = actor_of("", Role.MANAGER.value)
    times = []
    for warm in (True, False):
        for kind, text in queries[:200] if warm else queries:
            started = time.perf_counter()
            with store.reading() as r:
                find(r, text, SHOWN)
                search_residents(r, actor, text, PEOPLE_SHOWN)
            if not warm:
                times.append((kind, (time.perf_counter() - started) * 1000))
    return times


def _figures(times: Sequence[tuple[str, float]]) -> dict[str, Any]:
    ordered = sorted(ms for _, ms in times)

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2)

    classes: dict[str, list[float]] = {}
    for kind, ms in times:
        classes.setdefault(kind, []).append(ms)
    slowest = {kind: round(sorted(found)[int(len(found) * 0.95)], 2) for kind, found in classes.items()}
    return {
        "queries": len(ordered), "p50_ms": at(0.5), "p95_ms": at(0.95), "p99_ms": at(0.99), "max_ms": round(ordered[-1], 2),
        "p95_by_class": dict(sorted(slowest.items(), key=lambda item: -item[1])),
    }  # fmt: skip


class _Never(Exception):
    """Ends a unit without a commit."""


def _index_mb(store: Any) -> float:
    """Pages that become free when the index is dropped (the drop is rolled back): there is no dbstat in this build."""
    freed = 0
    try:
        with store.unit() as u:
            before = u.conn.exec_driver_sql("PRAGMA freelist_count").scalar()
            u.conn.exec_driver_sql("DROP TABLE search_doc")
            freed = u.conn.exec_driver_sql("PRAGMA freelist_count").scalar() - before
            size = u.conn.exec_driver_sql("PRAGMA page_size").scalar()
            raise _Never
    except _Never:
        return round(freed * int(size) / 1e6, 1)
