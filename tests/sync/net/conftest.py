"""One hub process for all tests of this folder that do not kill it, and desks that are closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.app import Desk
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
