"""Opening the hub's database, SQLite (encrypted) or PostgreSQL, and running one piece of work in one transaction."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from desk.core.errors import Refused, Trouble
from desk.hub import key

log = logging.getLogger("desk.hub.db")
T = TypeVar("T")
BUSY_MS = 10_000
PAGE_BYTES = 8_192
CACHE_KIB = 65_536  # the writer's; readers have the system's cache of the file as well
READER_CACHE_KIB = 8_192
CHECKPOINT_PAGES = 4_000
TRIES = 12
AGAIN = frozenset({"40001", "40P01"})  # serialization failure, deadlock: the same work again
FULL = frozenset({"53100", "53200"})  # disk full, out of memory
POOL = 16


class Db:
    """One database. `write` and `read` run work in a transaction of its own; work may be run more than once."""

    errors = (sqlcipher.Error,)

    def __init__(self, writer: Engine, reader: Engine, connect: Callable[[Path | None], Any] | None = None) -> None:
        """connect: a bare connection to the SQLite file, or with the same key to another one."""
        self.writer = writer
        self.reader = reader
        self.connect = connect
        self._turn = threading.Lock() if writer.dialect.name == "sqlite" else None

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.writer.dialect.name

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run, commit, return. Raises Trouble("hub.database" | "hub.busy" | "hub.disk_full")."""
        return self._again(self._write_once, work)

    def read(self, work: Callable[[Connection], T], *, steady: bool = False) -> T:
        """Run on what is committed. steady: all statements see one moment (SQLite always does)."""
        return self._again(self._read_steady if steady else self._read_once, work)

    @contextmanager
    def steady(self) -> Iterator[Connection]:
        """Read for as long as it takes, all of one moment; writers are not held up."""
        try:
            with self.reader.connect() as conn:
                yield self._of_one_moment(conn)
        except DBAPIError as error:
            raise _trouble(error) from error

    def note(self, work: Callable[[Connection], T]) -> T:
        """Run one statement that may be lost when the database's machine loses its power: nobody waits for a disk."""
        return self.write(work) if self._turn else self._again(self._read_once, work)

    def close(self) -> None:
        self.writer.dispose()
        self.reader.dispose()

    def _again(self, once: Callable[[Callable[[Connection], T]], T], work: Callable[[Connection], T]) -> T:
        for turn in range(TRIES):
            try:
                return once(work)
            except DBAPIError as error:
                if turn == TRIES - 1 or not _worth_again(error):
                    raise _trouble(error) from error
                log.info("transaction again (%s)", _state(error) or type(error).__name__)
                time.sleep(random.uniform(0, 0.004 * 2 ** min(turn, 6)))  # noqa: S311 - spreads retries, no secret
        raise AssertionError("unreachable")

    def _write_once(self, work: Callable[[Connection], T]) -> T:
        with self._alone(), self.writer.begin() as conn:
            return work(conn)

    def _read_once(self, work: Callable[[Connection], T]) -> T:
        with self.reader.connect() as conn:
            return work(conn)

    def _read_steady(self, work: Callable[[Connection], T]) -> T:
        with self.reader.connect() as conn:
            return work(self._of_one_moment(conn))

    def _of_one_moment(self, conn: Connection) -> Connection:
        return conn.execution_options(isolation_level="REPEATABLE READ") if self.dialect == "postgresql" else conn

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """SQLite has one writer: waiting here is fair and wakes at once, waiting in SQLite is neither."""
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_MS / 1000):
            raise Trouble("hub.busy")
        try:
            yield
        finally:
            self._turn.release()


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", "") or "")


def _worth_again(error: DBAPIError) -> bool:
    """A commit whose answer was lost counts too: every work of the hub may be done twice."""
    return _state(error) in AGAIN or error.connection_invalidated


def _trouble(error: DBAPIError) -> Exception:
    words = str(error.orig)
    if _state(error) in FULL or "disk is full" in words:
        return Trouble("hub.disk_full")
    if "database is locked" in words:
        return Trouble("hub.busy")
    if isinstance(error.orig, sqlcipher.OperationalError) or _state(error)[:2] in ("08", "57", "53", "") or (
        error.connection_invalidated
    ):  # fmt: skip
        log.error("the database does not answer (%s %s)", type(error.orig).__name__, _state(error))
        return Trouble("hub.database")
    return error


def open_db(url: str, *, private: bool = True, pool: int = POOL) -> Db:
    """Open `postgresql://...`, `sqlite:///path` or a path. private: a SQLite key lies beside its file.

    Raises Refused("hub.database_url") for anything else.
    """
    if url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        return _postgresql(url, pool)
    if url.startswith("sqlite:///"):
        url = url.removeprefix("sqlite:///")
    elif "://" in url:
        raise Refused("hub.database_url")
    path = Path(url).absolute()
    return open_sqlite(path, key.load_or_make(path, private=private), pool)


def _postgresql(url: str, pool: int) -> Db:
    """Two pools: switching a connection between transactions and single statements costs more than most statements."""
    made = make_url(url).set(drivername="postgresql+psycopg")
    size = max(1, pool // 2)
    writer = create_engine(made, pool_size=size, max_overflow=4, pool_recycle=1800, isolation_level="READ COMMITTED")
    reader = create_engine(made, pool_size=size, max_overflow=4, pool_recycle=1800, isolation_level="AUTOCOMMIT")

    @event.listens_for(reader, "connect")
    def _noting(raw: Any, _record: Any) -> None:
        raw.execute("SET synchronous_commit = off")  # for Db.note

    return Db(writer, reader)


def open_sqlite(path: Path, secret: bytes, pool: int = 6) -> Db:
    """An encrypted file with this raw key: a writer, and readers beside it."""

    def engine(*, reading: bool, size: int) -> Engine:
        made = create_engine(
            "sqlite://", module=sqlcipher, creator=lambda: _connect(path, secret, reading), poolclass=QueuePool,
            pool_size=size, max_overflow=4,
        )  # fmt: skip

        @event.listens_for(made, "begin")
        def _begin(conn: Any) -> None:
            conn.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

        return made

    return Db(
        engine(reading=False, size=1), engine(reading=True, size=pool),
        lambda other: _connect(other or path, secret, reading=False),
    )  # fmt: skip


def _connect(path: Path, secret: bytes, reading: bool) -> Any:
    conn = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000)
    conn.execute("PRAGMA cipher_log_level = NONE")  # a wrong key prints to stderr otherwise
    conn.execute(f"PRAGMA key = \"x'{secret.hex()}'\"")
    conn.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
    conn.execute(f"PRAGMA cache_size = -{READER_CACHE_KIB if reading else CACHE_KIB}")
    conn.execute("PRAGMA temp_store = MEMORY")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    conn.execute("PRAGMA journal_size_limit = 67108864")
    if reading:
        conn.execute("PRAGMA query_only = ON")
    return conn
