"""The database under the hub: encrypted, waited for, tried again, and honest when it cannot."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from desk.core.errors import Fault, Trouble
from desk.hub import db as hub_db
from desk.hub import schema
from desk.hub.db import Db, open_db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.key import key_file, load_or_make
from desk.hub.schema import fact, prepare, set_fact
from tests.conftest import LogWatch
from tests.fakes import postgres
from tests.fakes.clock import FakeClock
from tests.hub.conftest import KEY
from tests.hub.test_push import verified
from tests.hub.toys import KINDS, ToyDesk


def code_of(work: object) -> str:
    assert callable(work)
    with pytest.raises(Fault) as fault:
        work()
    return fault.value.code


# --- the file and its key ---------------------------------------------------------------------------------------------


def test_a_new_file_is_encrypted_with_a_key_of_its_own_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    made = open_db(str(path))
    prepare(made)
    made.write(lambda conn: set_fact(conn, "motto", b"CANARY"))
    made.close()
    assert stat.S_IMODE(key_file(path).stat().st_mode) == 0o600
    assert b"CANARY" not in b"".join(file.read_bytes() for file in tmp_path.glob("hub.db*"))
    again = open_db(f"sqlite:///{path}")
    assert again.read(lambda conn: fact(conn, "motto")) == b"CANARY"
    again.close()


def test_a_database_without_its_key_is_told_and_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    load_or_make(path)
    path.write_bytes(b"encrypted")
    key_file(path).unlink()
    assert code_of(lambda: open_db(str(path))) == "hub.key_missing"
    key_file(path).write_text('{"where":"file","key":"beef"}', encoding="utf-8")
    assert code_of(lambda: open_db(str(path))) == "hub.key_damaged"
    key_file(path).write_text("no json", encoding="utf-8")
    assert code_of(lambda: open_db(str(path))) == "hub.key_damaged"


def test_another_key_opens_nothing(tmp_path: Path, log_watch: LogWatch) -> None:
    made = open_sqlite(tmp_path / "hub.db", KEY)
    prepare(made)
    made.close()
    log_watch.expect("the database does not answer")
    other = open_sqlite(tmp_path / "hub.db", bytes(32))
    assert code_of(lambda: prepare(other)) == "hub.database"
    other.close()


@pytest.mark.parametrize("url", ["mysql://x", "http://x/y", "sqlite://"])
def test_an_address_that_is_none(url: str) -> None:
    assert code_of(lambda: open_db(url)) == "hub.database_url"


def test_a_database_of_a_newer_hub_is_left_alone(db: Db) -> None:
    db.write(lambda conn: set_fact(conn, schema.NAME, b"99"))
    assert code_of(lambda: prepare(db)) == "hub.schema_newer"


def test_a_step_is_made_once_and_all_or_nothing(db: Db) -> None:
    def second(conn: Connection) -> None:
        conn.execute(text("CREATE TABLE more (site_id INTEGER)"))

    def broken(conn: Connection) -> None:
        conn.execute(text("CREATE TABLE too_much (site_id INTEGER)"))
        raise Trouble("hub.database")

    steps = (*schema.STEPS, second)
    assert (prepare(db, steps), prepare(db, steps)) == (2, 2)
    with pytest.raises(Trouble):
        prepare(db, (*steps, broken))
    assert db.read(schema.version) == 2


def test_two_hubs_may_make_the_tables_at_the_same_moment(pg_server: postgres.Server) -> None:
    pg_server.run("CREATE DATABASE two_at_once")
    made = [open_db(pg_server.url("two_at_once"), pool=2) for _ in range(4)]
    found: list[int] = []
    run_together([lambda one=one: found.append(prepare(one)) for one in made])  # type: ignore[misc]
    for one in made:
        one.close()
    pg_server.run("DROP DATABASE two_at_once WITH (FORCE)")
    assert found == [1] * 4


def run_together(works: list[object]) -> None:
    """Each on a thread of its own, all beginning at once; raises what one of them raised."""
    gate, wrong = threading.Barrier(len(works)), []

    def one(work: object) -> None:
        assert callable(work)
        try:
            gate.wait(10)
            work()
        except BaseException as error:
            wrong.append(error)
            raise

    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not wrong


# --- many at once -----------------------------------------------------------------------------------------------------


def test_desks_that_push_at_the_same_moment_leave_one_unbroken_log(db: Db, clock: FakeClock) -> None:
    hub = Hub(db, KINDS, clock)
    first = ToyDesk.enrolled(hub, clock)
    desks = [first, *(ToyDesk.enrolled(hub, clock, first.site_id) for _ in range(5))]
    shared = first.write("resident", phone="0")
    first.push()

    def work(desk: ToyDesk) -> None:
        for _ in range(8):
            for _ in range(5):
                desk.write("visit")
            desk.write("resident", "set", shared.eid, phone=desk.device_id)
            desk.write("points", account="a", amount=1)
            desk.push(0, None)

    run_together([lambda desk=desk: work(desk) for desk in desks])  # type: ignore[misc]
    page = verified(first)
    assert len(page.lines) == 1 + 6 * 8 * 7
    for desk in desks:
        own = [line.body for line in page.lines if line.device == desk.device_id]
        assert own == desk.ops
    from desk.hub.reads import balances

    assert db.read(lambda conn: balances(conn, first.site_id, "points")) == {"a": 48}


def test_two_who_wait_for_each_other_are_both_let_through(db: Db) -> None:
    """PostgreSQL ends one of them with a deadlock; the hub does its work again."""
    if db.dialect == "sqlite":
        pytest.skip(reason="SQLite has one writer: nobody waits crosswise")
    for name in ("a", "b"):
        db.write(lambda conn, name=name: set_fact(conn, name, b"0"))  # type: ignore[misc]
    met = threading.Barrier(2)

    def work(first: str, second: str) -> None:
        turns: list[int] = []

        def both(conn: Connection) -> None:
            turns.append(1)
            set_fact(conn, first, b"1")
            if len(turns) == 1:
                met.wait(10)
            set_fact(conn, second, b"1")

        db.write(both)

    run_together([lambda: work("a", "b"), lambda: work("b", "a")])
    assert db.read(lambda conn: (fact(conn, "a"), fact(conn, "b"))) == (b"1", b"1")


def test_a_cut_connection_is_opened_again(db: Db, pg_server: postgres.Server) -> None:
    if db.dialect == "sqlite":
        pytest.skip(reason="a file has no connection to lose")
    db.write(lambda conn: set_fact(conn, "a", b"1"))
    pg_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'hub_%'")
    db.write(lambda conn: set_fact(conn, "a", b"2"))
    assert db.read(lambda conn: fact(conn, "a")) == b"2"


# --- when it cannot ---------------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_half_written(db: Db, clock: FakeClock, log_watch: LogWatch) -> None:
    if db.dialect != "sqlite":
        pytest.skip(reason="test_full_postgres tries the other")
    from desk.wire.messages import pack_push

    desk = ToyDesk.enrolled(Hub(db, KINDS, clock), clock)
    for number in range(300):
        desk.write("visit", purpose=f"{number} " * 200)
    with db.writer.connect() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages + 8}")
    log_watch.expect("hub.disk_full")
    status, body = desk.knock("push", pack_push(desk.batch()))
    assert (status, b"hub.disk_full" in body) == (507, True)
    assert verified(desk).lines == ()
    with db.writer.connect() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert desk.push().acked == 300
    assert len(verified(desk).lines) == 300


def test_a_file_that_another_program_holds_is_waited_for_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_db, "BUSY_MS", 200)
    mine, theirs = open_sqlite(tmp_path / "hub.db", KEY), open_sqlite(tmp_path / "hub.db", KEY)
    prepare(mine)
    with theirs.writer.begin():
        assert code_of(lambda: mine.write(lambda conn: set_fact(conn, "a", b"1"))) == "hub.busy"
    mine.write(lambda conn: set_fact(conn, "a", b"1"))
    mine.close()
    theirs.close()
