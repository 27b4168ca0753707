"""One hub process for all tests of this folder that do not kill it, and desks that are closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.app import Desk
from desk.bench import sync_postgres
from tests.sync.net.hubs import HubProcess, serving


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with serving(tmp_path_factory.mktemp("net-hub")) as found:
        yield found


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[HubProcess]:
    """One to be killed."""
    (tmp_path / "hub").mkdir()
    with serving(tmp_path / "hub") as found:
        yield found


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if sync_postgres.binaries() is None:
        pytest.skip("no PostgreSQL on this system (Debian and Ubuntu: the package postgresql)")
    with sync_postgres.running(fsync=False) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def either_hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HubProcess]:
    """One of its own, on each of both databases."""
    at = "" if request.param == "sqlite" else sync_postgres.fresh(request.getfixturevalue("postgres_server"))
    (tmp_path / "hub").mkdir()
    with serving(tmp_path / "hub", at) as found:
        yield found


@pytest.fixture
def closing() -> Iterator[Callable[[Desk], Desk]]:
    """Wrap a desk in it, and it is closed at the end."""
    desks: list[Desk] = []

    def keep(desk: Desk) -> Desk:
        desks.append(desk)
        return desk

    yield keep
    for desk in desks:
        desk.close()
