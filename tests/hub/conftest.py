"""A hub on each of both databases: every test that takes `db` or `hub` runs twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from desk.hub.db import Db, open_db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from tests.fakes import postgres
from tests.fakes.clock import FakeClock
from tests.hub.reused import ReusedDatabase
from tests.hub.toys import KINDS, ToyDesk

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def pg_server() -> Iterator[postgres.Server]:
    """One PostgreSQL for all tests, with a template database that has the tables."""
    found = postgres.binaries()
    if found is None:
        pytest.skip("no PostgreSQL on this system (Debian and Ubuntu: the package postgresql)")
    with ExitStack() as stack:
        server = stack.enter_context(postgres.serving(found))
        server.run("CREATE DATABASE template_hub")
        made = open_db(server.url("template_hub"))
        prepare(made)
        made.close()
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hub") / "hub.db"
    made = open_sqlite(path, KEY)
    prepare(made)
    with made.writer.connect() as conn:
        conn.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    made.close()
    return path


@pytest.fixture
def pg_url(pg_server: postgres.Server) -> Iterator[str]:
    """The address of a database of this test's own, with the tables in it."""
    name = f"hub_{uuid4().hex}"
    pg_server.run(f"CREATE DATABASE {name} TEMPLATE template_hub")
    yield pg_server.url(name)
    pg_server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def pg_reused(pg_server: postgres.Server) -> ReusedDatabase:
    return ReusedDatabase(pg_server, "template_hub")


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Db]:
    if request.param == "sqlite":
        path = tmp_path / "hub.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        found = open_sqlite(path, KEY)
    else:
        found = open_db(request.getfixturevalue("pg_reused").as_new(), pool=4)
    yield found
    found.close()


@pytest.fixture
def hub(db: Db, clock: FakeClock) -> Hub:
    return Hub(db, KINDS, clock)


@pytest.fixture
def desk(hub: Hub, clock: FakeClock) -> ToyDesk:
    """A desk that the hub knows."""
    return ToyDesk.enrolled(hub, clock)
