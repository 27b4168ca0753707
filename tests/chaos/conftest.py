"""Databases for hubs that are killed: a file, and a PostgreSQL that all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.bench import sync_postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if sync_postgres.binaries() is None:
        pytest.skip("no PostgreSQL on this system (Debian and Ubuntu: the package postgresql)")
    with sync_postgres.running(fsync=False) as server:
        yield server


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    return str(tmp_path / "hub.db")


@pytest.fixture
def postgresql(postgres_server: str) -> str:
    return sync_postgres.fresh(postgres_server)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Every test that takes it runs on both."""
    return str(request.getfixturevalue(request.param))
