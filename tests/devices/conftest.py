from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.core.actor import Actor
from desk.core.events import Bus
from desk.store.store import Store
from tests.devices.world import World
from tests.fakes.clock import FakeClock


@pytest.fixture
def world(store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> Iterator[World]:
    world = World(store, bus, clock, actor)
    yield world.start()
    world.close()
