"""The tests of one function all at once, a driver and its simulator each: what takes long in them is waiting for clocks.

Each keeps its own name and its own failure; the first of them runs them all. What waits in one slows no other.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from drivers.api import Driver, State, Told
from drivers.simulated.memory import MemoryPlug
from tests.drivers.case import Case, Rig, SerialRig
from tests.drivers.conformance import cases, kinds
from tests.drivers.conftest import Recorder

WORKERS = 32
STATES = logging.getLogger("drivers.state")


class Bench(logging.Handler):
    """One driver, what it tells and what is logged of it; all of it is gone when the promise has been looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(logging.INFO)
        self.driver_name, self.told = name, Recorder()
        self.said: list[str] = []  # lines of drivers.state
        self._made: list[Rig] = []

    @property
    def case(self) -> Case:
        return cases()[self.driver_name]

    @property
    def kind(self) -> type[Driver]:
        return kinds()[self.driver_name]

    @property
    def states(self) -> list[State]:
        return [state for state, _ in self.told.states]

    def rig(self, plug: MemoryPlug | None = None, told: Told | None = None) -> Any:
        """The driver with its simulator (a SerialRig where it has a line), not yet started."""
        told = told or self.told
        rig = self.case.rig(told) if self.case.rig else SerialRig(self.kind, self.case, told, plug)
        self._made.append(rig)
        return rig

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith(f"{self.driver_name}: "):
            self.said.append(record.getMessage())

    def __enter__(self) -> Bench:
        STATES.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        STATES.removeHandler(self)
        for rig in self._made:
            rig.close()


Promise = Callable[..., None]  # given a Bench and the parameters of the test
_ran: dict[str, Future[None]] = {}  # test -> what came of it, until it has asked


def side_by_side(promise: Promise) -> Promise:
    """A test of what this function of a bench, `name` and perhaps more parameters promises."""

    def test(request: pytest.FixtureRequest, **params: object) -> None:
        if request.node.nodeid not in _ran:
            _run_all(request.node, promise)
        _ran.pop(request.node.nodeid).result()

    wanted = [p for n, p in inspect.signature(promise).parameters.items() if n != "bench"]
    asked = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    test.__signature__ = inspect.Signature([asked, *wanted])  # type: ignore[attr-defined]  # what pytest goes by
    test.__name__, test.__doc__, test.__module__ = promise.__name__, promise.__doc__, promise.__module__
    return test


def _run_all(node: pytest.Item, promise: Promise) -> None:
    """Every chosen test of the same function; all of them are over when this returns."""
    same = [item for item in node.session.items if getattr(item, "function", None) is getattr(node, "function", 0)]
    before = STATES.level
    STATES.setLevel(logging.INFO)
    with ThreadPoolExecutor(WORKERS) as pool:
        _ran.update({item.nodeid: pool.submit(_one, promise, item) for item in same})
    STATES.setLevel(before)


def _one(promise: Promise, item: Any) -> None:
    params = item.callspec.params
    with Bench(params["name"]) as bench:
        promise(bench, **params)
