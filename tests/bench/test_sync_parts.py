"""What bench sync is made of: records, days, days told again, figures, a throw-away PostgreSQL."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from desk.bench import sync_day, sync_desks, sync_figures, sync_postgres, sync_pouchdb, sync_records
from desk.bench.sync_day import Hands
from desk.bench.sync_replay import Replay
from desk.core.clock import DAY_MS
from desk.store.kinds import kinds
from desk.store.store import Store
from desk.wire.hlc import Hlc
from desk.wire.ops import parse
from desk.wire.seal import Sealer
from tests.fakes.clock import START


@pytest.mark.parametrize("kind", sync_records.KINDS)
def test_every_record_travels_and_a_hub_would_take_it(store: Store, kind: str) -> None:
    top = sync_records.top(store)
    guard = sync_records.fill(store, kind, 7, random.Random(1))
    sync_records.single(store, kind, guard)()
    found = [parse(body) for body in sync_records.bodies(store, top)]
    assert [op.kind for op in found] == [kind] * 8
    known = kinds().get(kind)
    assert known is not None
    assert all(known.fault(op.f) is None for op in found)
    assert sync_records.rows(store, kind) == 8


def test_documents_are_the_same_operations_under_their_own_ids(store: Store, tmp_path: Path) -> None:
    top = sync_records.top(store)
    sync_records.fill(store, "tally", 5, random.Random(1))
    bodies = sync_records.bodies(store, top)
    size = sync_records.documents(tmp_path / "docs", bodies)
    docs = [json.loads(line) for line in (tmp_path / "docs").read_text(encoding="utf-8").splitlines()]
    assert [doc.pop("_id") for doc in docs] == [parse(body).id for body in bodies]
    assert [doc["f"] for doc in docs] == [parse(body).f for body in bodies]
    assert 380 < size < 480, "about 420 bytes"


@pytest.fixture(scope="module")
def a_day(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[bytes], bytes]:
    """The operations of an ordinary day, and the site's key that seals."""
    clock = Hands(START)
    desk = sync_desks.first(tmp_path_factory.mktemp("day"), clock)
    where = sync_day.settle(desk.store, random.Random(3))
    top = sync_records.top(desk.store)
    done = sync_day.work(desk.store, clock, where, random.Random(3), 1, most=250)
    assert done == 250
    assert START < clock.now_ms() < START + DAY_MS
    with desk.store.reading() as r:
        key = r.secret("site-seal")
    bodies = sync_records.bodies(desk.store, top)
    desk.store.close()
    return bodies, key


def test_an_ordinary_day_has_visits_riders_and_its_trail(a_day: tuple[list[bytes], bytes]) -> None:
    seen = Counter(parse(body).kind for body in a_day[0])
    assert {"visit_event", "tally", "audit_line"} <= set(seen)
    assert seen["visit_event"] > 20
    assert seen["tally"] > 20


def test_a_day_told_again_is_another_day_of_the_same_shape(a_day: tuple[list[bytes], bytes]) -> None:
    bodies, key = a_day
    replay = Replay(bodies, Sealer(key))
    device = "f" * 24 + "0badcafe"
    told = [body for piece in replay.pieces for body in replay.told(piece, b"x", DAY_MS, device)]
    before, after = [parse(body) for body in bodies], [parse(body) for body in told]
    assert replay.count == len(told) == len(bodies)
    assert [op.kind for op in after] == [op.kind for op in before]
    assert all(Hlc.parse(b.hlc).ms - Hlc.parse(a.hlc).ms == DAY_MS for a, b in zip(before, after, strict=True))
    assert all(op.hlc.endswith("-0badcafe") for op in after)
    assert not {op.id for op in before} & {op.id for op in after}
    assert len({op.id for op in after}) == len(after)
    assert [op.canonical() for op in after] == told, "still canonical"
    again = [body for piece in replay.pieces for body in replay.told(piece, b"x", DAY_MS, device)]
    assert [parse(body).id for body in again] == [op.id for op in after], "the same salt, the same ids"


def test_what_refers_to_each_other_still_does_and_seals_open(a_day: tuple[list[bytes], bytes]) -> None:
    bodies, key = a_day
    sealer = Sealer(key)
    replay = Replay(bodies, sealer)
    told = [parse(body) for piece in replay.pieces for body in replay.told(piece, b"y", 0, "e" * 32)]
    pairs = list(zip([parse(body) for body in bodies], told, strict=True))
    other = {a.f["visit_id"]: b.f["visit_id"] for a, b in pairs if a.kind == "visit_event"}
    assert all(other[a.f["visit_id"]] == b.f["visit_id"] for a, b in pairs if a.kind == "visit_event")
    named = [(a, b) for a, b in pairs if a.kind == "visit_event" and "name" in a.f["body"]]
    assert len(named) > 20
    for a, b in named:
        names = [sealer.open(op.f["body"]["name"], op.kind, "name", op.eid) for op in (a, b)]
        assert names[0] == names[1] != ""


def test_without_a_key_sealed_fields_stay_shut(a_day: tuple[list[bytes], bytes]) -> None:
    replay = Replay(a_day[0])
    told = [body for piece in replay.pieces for body in replay.told(piece, b"z", 0, "d" * 32)]
    assert [len(body) for body in told] == [len(body) for body in a_day[0]]


def test_a_further_desk_shares_the_keys_and_nothing_else(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    one = sync_desks.first(tmp_path / "one")
    other = sync_desks.another(one, tmp_path / "other")
    with one.store.reading() as r, other.store.reading() as q:
        assert r.site_id == q.site_id
        assert r.secret("site-seal") == q.secret("site-seal")
        assert r.device_id != q.device_id
        assert r.identity["incarnation"] != q.identity["incarnation"]
    assert sync_records.bodies(one.store) != sync_records.bodies(other.store) == []
    with other.store.unit() as u:
        u.audit("bench.tried")
    (body,) = sync_records.bodies(other.store)
    assert parse(body).hlc.endswith(other.who.device_id[-8:])
    one.store.close()
    other.store.close()


def test_figures() -> None:
    runs = [{"a": 3, "b": 1.5, "how": "x"}, {"a": 9, "b": 2.5, "how": "y"}, {"a": 5, "c": 1}]
    assert sync_figures.medians(runs) == {"a": 5, "b": 2.0, "how": "y", "c": 1}
    assert sync_figures.ratio({"a": 6}, {"a": 4}, "a") == 1.5
    assert sync_figures.ratio({"a": 6}, {}, "a") is None
    assert sync_figures.spread("x_", []) == {}
    assert sync_figures.spread("x_", list(range(100)))["x_p99_ms"] == 99


def test_where_pouchdb_cannot_run_it_is_said_why(tmp_path: Path) -> None:
    assert sync_pouchdb.lacking(str(tmp_path)) != ""


@pytest.mark.skipif(sync_postgres.binaries() is None, reason="no PostgreSQL binaries here")
def test_a_postgres_that_keeps_what_it_says_it_keeps() -> None:
    with sync_postgres.running() as server:
        found = []
        for url in (sync_postgres.fresh(server), sync_postgres.fresh(server)):
            engine = create_engine(url)
            with engine.begin() as conn:
                conn.execute(text("CREATE TABLE t (n INTEGER)"))
                found.append(conn.execute(text("SELECT current_database(), current_setting('fsync')")).one())
            engine.dispose()
        place = Path(server.partition("host=")[2])
        assert place.exists()
    assert found[0][0] != found[1][0]
    assert {row[1] for row in found} == {"on"}
    assert not place.exists()
