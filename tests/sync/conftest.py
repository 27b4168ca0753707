"""Two desks of one site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.reception.conftest import MORNING
from tests.sync.pair import Pair, two


@pytest.fixture
def two_desks(store: Store, tmp_path: Path, clock: FakeClock) -> Iterator[Pair]:
    """A Thursday morning; nothing has been written yet."""
    clock.set(MORNING)
    pair = two(store, tmp_path / "other.db", clock)
    yield pair
    pair.b.store.close()
