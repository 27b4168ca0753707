"""From one database to another with all chains: SQLite to PostgreSQL and back; a damaged stream is never served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desk.core.errors import Fault
from desk.hub import moving
from desk.hub.db import Db, open_db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from tests.fakes.clock import FakeClock
from tests.hub.test_push import every_value, verified
from tests.hub.toys import KINDS, ToyDesk


@pytest.fixture
def other(request: pytest.FixtureRequest, db: Db, tmp_path: Path) -> Iterator[Db]:
    """An empty database of the other sort."""
    if db.dialect == "sqlite":
        found = open_db(request.getfixturevalue("pg_url"), pool=2)
    else:
        found = open_sqlite(tmp_path / "other.db", bytes(32))
        prepare(found)
    yield found
    found.close()


@pytest.fixture
def filled(desk: ToyDesk) -> ToyDesk:
    made = desk.write("resident", phone="1040000001")
    gone = desk.write("resident", phone="1040000002")
    for number in range(1200):
        desk.write("visit", purpose=f"送货 {number}")
    desk.write("resident", "set", made.eid, phone="1040000003")
    desk.write("redaction", "redact", eids=[gone.eid])
    desk.write("visit", weather="晴")
    desk.write("loan", item="轮椅")
    desk.write("loan", item="轮椅")
    for base in range(0, len(desk.ops), 500):
        desk.push(base, base + 500)
    return desk


def test_a_moved_hub_is_the_same_hub(filled: ToyDesk, other: Db, clock: FakeClock) -> None:
    before = verified(filled)
    lines = list(moving.export(filled.hub.db))
    assert moving.load(other, lines) == len(lines) - 2 - len(moving.tables())
    old_values = sorted(filled.hub.db.read(every_value))
    assert [value for value in old_values if value not in (b"0", b"")] == [
        value for value in sorted(other.read(every_value)) if value not in (b"0", b"")
    ]
    filled.hub = Hub(other, KINDS, clock)
    assert verified(filled) == before
    filled.write("visit")
    assert filled.push(len(filled.ops) - 1).result == "ok", "the desk goes on as if nothing had been"
    assert not other.read(moving.unfinished)


def test_a_hub_in_use_is_not_written_over(filled: ToyDesk, other: Db) -> None:
    lines = list(moving.export(filled.hub.db))
    moving.load(other, lines)
    assert raised(lambda: moving.load(other, lines)) == "hub.not_empty"


def raised(work: object) -> str:
    assert callable(work)
    with pytest.raises(Fault) as fault:
        work()
    return fault.value.code


def test_a_cut_stream_is_not_served_and_may_be_sent_again(filled: ToyDesk, other: Db) -> None:
    lines = list(moving.export(filled.hub.db))
    assert raised(lambda: moving.load(other, lines[:-1])) == "hub.export_damaged"
    assert other.read(moving.unfinished)
    moving.load(other, lines)
    assert not other.read(moving.unfinished)


def test_a_changed_stream_is_noticed(filled: ToyDesk, other: Db) -> None:
    lines = list(moving.export(filled.hub.db))
    middle = next(at for at, line in enumerate(lines) if line.count(b'"b"') > 3)
    lines[middle] = lines[middle].replace(b"a", b"b", 1)
    assert raised(lambda: moving.load(other, lines)) == "hub.export_damaged"


def test_a_log_whose_chain_does_not_hold_is_noticed(filled: ToyDesk, other: Db) -> None:
    db = filled.hub.db
    db.write(lambda conn: conn.exec_driver_sql("UPDATE op_log SET clock = 'ffff' WHERE seq = 700"))
    assert raised(lambda: moving.load(other, moving.export(db))) == "hub.export_damaged"


@pytest.mark.parametrize("lines", [[], [b"hello\n"], [b"{}\n"], [b'{"gatehouse_hub":99,"schema":1}\n']])
def test_what_is_no_export(other: Db, lines: list[bytes]) -> None:
    assert raised(lambda: moving.load(other, lines)) == "hub.not_an_export"


def test_an_export_of_another_version(other: Db) -> None:
    line = msgspec.json.encode({"gatehouse_hub": 1, "schema": 99})
    assert raised(lambda: moving.load(other, [line])) == "hub.export_version"
