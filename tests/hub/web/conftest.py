"""A served hub on each of both databases; and, with real kinds of records, a district to look at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from desk.hub import signing_key
from desk.hub.db import Db, open_db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.tables import META
from desk.wire.kinds_list import KINDS
from tests.fakes import postgres
from tests.fakes.clock import FakeClock
from tests.hub.conftest import KEY
from tests.hub.web.estate import PASSWORD, Estate
from tests.hub.web.served import NetDesk, Served, serving


@pytest.fixture
def served(hub: Hub, clock: FakeClock) -> Iterator[Served]:
    with serving(hub, clock) as found:
        yield found


@pytest.fixture
def net(served: Served) -> NetDesk:
    """An enrolled desk."""
    return served.enrolled()


@pytest.fixture(scope="session")
def estate_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Estate]:
    """A whole district in a SQLite file, made once and copied for each test."""
    path = tmp_path_factory.mktemp("estate") / "hub.db"
    shutil.copyfile(sqlite_template, path)
    db = open_sqlite(path, KEY)
    made = _build(db)
    with db.writer.connect() as conn:
        conn.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return path, made


@pytest.fixture(scope="session")
def estate_pg(pg_server: postgres.Server) -> tuple[str, Estate]:
    """The same in PostgreSQL, with a second copy of every table to begin each test from."""
    pg_server.run("CREATE DATABASE template_estate TEMPLATE template_hub")
    db = open_db(pg_server.url("template_estate"))
    made = _build(db)
    db.close()
    names = [table.name for table in META.sorted_tables]
    copies = "; ".join(f"CREATE TABLE kept.{name} AS SELECT * FROM public.{name}" for name in names)
    pg_server.run(f"CREATE SCHEMA kept; {copies}", "template_estate")
    return "template_estate", made


_AS_IT_WAS = f"TRUNCATE {', '.join(f'public.{table.name}' for table in META.sorted_tables)}; " + "; ".join(
    f"INSERT INTO public.{table.name} SELECT * FROM kept.{table.name}" for table in META.sorted_tables
)


def _build(db: Db) -> Estate:
    clock = FakeClock()
    return Estate.build(Hub(db, KINDS, clock), clock, signing_key.load_or_make(db))


@pytest.fixture(params=["sqlite", "postgresql"])
def estate_db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Db, Estate]]:
    if request.param == "sqlite":
        template, made = request.getfixturevalue("estate_file")
        shutil.copyfile(template, tmp_path / "hub.db")
        db = open_sqlite(tmp_path / "hub.db", KEY)
        yield db, made
        db.close()
        return
    server: postgres.Server = request.getfixturevalue("pg_server")
    template, made = request.getfixturevalue("estate_pg")
    server.run(_AS_IT_WAS, template)  # five times as fast as a database of its own
    db = open_db(server.url(template), pool=4)
    yield db, made
    db.close()


@pytest.fixture
def estate(estate_db: tuple[Db, Estate], clock: FakeClock) -> Estate:
    """A district with sites in every condition, and accounts that may sign in."""
    db, made = estate_db
    return made.moved(Hub(db, KINDS, clock), clock)


@pytest.fixture
def real(estate: Estate, clock: FakeClock) -> Iterator[Served]:
    """The estate's hub, served."""
    with serving(estate.hub, clock) as found:
        yield found


@contextmanager
def signed_in(served: Served, name: str, password: str = PASSWORD) -> Iterator[httpx.Client]:
    """Somebody at the admin API, with what a browser would send."""
    with httpx.Client(base_url=served.url + "/admin/api", timeout=30) as client:
        answer = client.post("/session", json={"name": name, "password": password})
        assert answer.status_code == 201, answer.text
        client.headers["X-CSRF-Token"] = answer.json()["csrf"]
        yield client


@pytest.fixture
def admin(real: Served, estate: Estate) -> Iterator[httpx.Client]:
    with signed_in(real, estate.admin) as client:
        yield client


@pytest.fixture
def officer(real: Served, estate: Estate) -> Iterator[httpx.Client]:
    with signed_in(real, estate.officer) as client:
        yield client
