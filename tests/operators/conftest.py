"""A session over a fresh store, and shorthands to add people to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.events import Bus
from desk.core.settings import SettingsFile
from desk.operators import service
from desk.operators.reads import Chip
from desk.operators.session import Session
from desk.store.store import Store
from tests.fakes.clock import FakeClock

PIN, OTHER_PIN, THIRD_PIN = "7042", "93617", "482059"
Add = Callable[..., Chip]


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def session(store: Store, clock: FakeClock, bus: Bus, settings: SettingsFile) -> Session:
    return Session(store, clock, bus, SiteTime(), settings)


@pytest.fixture
def add(store: Store, actor: Actor) -> Add:
    """add("欧阳修", "guard", PIN) -> its chip."""

    def work(name: str, role: str = "volunteer", pin: str = "") -> Chip:
        with store.unit(actor) as u:
            return service.add_operator(u, name, role, pin)

    return work
