"""Fixtures by state of the world, and two house rules: no unexpected warning in the log, no thread left behind."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

import pytest

from desk import app as desk_app
from desk.core.actor import Actor
from desk.core.events import Bus
from desk.store.store import Founding, Store
from tests.fakes.clock import FakeClock

KEY = bytes(range(32))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--heavy", action="store_true", help="run long chaos and soak tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--heavy"):
        heavy = [item for item in items if item.get_closest_marker("heavy")]
        config.hook.pytest_deselected(items=heavy)
        items[:] = [item for item in items if not item.get_closest_marker("heavy")]
    if hasattr(config, "workerinput"):
        _long_files_first(items)


# Where a file of few tests may take a minute. What begins last must be short, or one worker is left waiting for the other.
LONG = (
    "chaos/",
    "journeys/",
    "sync/",
    "faults/",
    "hub/web/",
    "drivers/test_conformance",
    "ui/test_",
    "ui/public_screen/",
)


def _long_files_first(items: list[pytest.Item]) -> None:
    """For workers that take file after file: see packaging/checks.py."""
    root = Path(__file__).parent
    names = {item.path: item.path.relative_to(root).as_posix() for item in items}
    many = Counter(item.path for item in items)
    long = {
        path: next((n for n, start in enumerate(LONG) if name.startswith(start)), len(LONG))
        for path, name in names.items()
    }
    items.sort(key=lambda item: (long[item.path], -many[item.path], names[item.path]))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Cyclic garbage is collected between tests, on this thread: see ui/garbage.py for why never on another."""
    gc.disable()
    _put_aside()


def _put_aside() -> None:
    """Collect whatever can be, and walk through what is left (modules, shared fixtures) no more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def put_aside() -> Iterator[None]:
    """Once a file, when its own fixtures are gone."""
    yield
    _put_aside()


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Only what is young is looked at: a whole heap would cost each of thousands of tests a third of a second.

    The second generation before a test holds what the one before it still held when its own garbage was collected.
    """
    gc.collect(1)
    yield
    gc.collect(0)


class Anyone(Actor):
    """May do everything."""

    def may(self, right: str) -> bool:
        return True


class LogWatch(logging.Handler):
    """Collects warnings and worse; a test that means to cause one says so with `expect(part)`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, part: str) -> None:
        self._expected.append(part)

    def surprises(self) -> list[str]:
        lines = [record.getMessage() for record in self.records]
        return [line for line in lines if not any(part in line for part in self._expected)]


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    assert not watch.surprises(), f"unexpected log lines: {watch.surprises()}"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.name.startswith("Dummy-")]
    for thread in left:
        thread.join(2)
    assert not [t.name for t in left if t.is_alive()], "threads left behind"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture(scope="session")
def template_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded store, made once and copied for each test."""
    desk_app.import_rooms()
    path = tmp_path_factory.mktemp("template") / "desk.db"
    founding = Founding("锦绣苑", "南门", gate_phone="0000-1234", throwaway=True)
    store = Store.found(path, KEY, FakeClock(), founding)
    store.checkpoint()
    store.close()
    return path


@pytest.fixture
def store(template_store: Path, tmp_path: Path, clock: FakeClock, bus: Bus) -> Iterator[Store]:
    path = tmp_path / "desk.db"
    shutil.copyfile(template_store, path)
    found = Store(path, KEY, clock, bus)
    yield found
    found.close()


@pytest.fixture
def actor() -> Actor:
    """Someone with every right."""
    return Anyone("0" * 31 + "1", "manager")
