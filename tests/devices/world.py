"""A desk's devices over a real store and simulated machines, and what was heard of them, to be waited on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.actor import Actor
from desk.core.events import Bus, DeviceSaid, Event, HealthChanged
from desk.core.lanes import Lanes
from desk.devices import reads, service
from desk.devices.acting import Acted, Role
from desk.devices.driven import Driven
from desk.devices.runtime import Devices
from desk.devices.views import SetUp
from desk.store.store import Store
from drivers import registry
from drivers.api import Driver
from drivers.ports import PortSeen
from tests.fakes.clock import FakeClock

LONGEST_S = 15.0
LOOK_S = 0.01


@dataclass
class Floor:
    """The part of a desk that devices stand on."""

    store: Store
    bus: Bus
    clock: FakeClock
    actor: Actor
    lanes: Lanes = field(default_factory=Lanes)


class World:
    """One run of the program. `look`: the ports there are."""

    kinds: Mapping[str, type[Driver]] = registry.find()

    def __init__(self, store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> None:
        self.floor = Floor(store, bus, clock, actor)
        self.look: list[PortSeen] = []
        self.said: list[DeviceSaid] = []
        self.health: list[HealthChanged] = []
        self.acted: list[Acted] = []
        self._news = threading.Condition()
        bus.subscribe(self._event)
        self.devices = Devices(self.floor, lambda: self.kinds, lambda: list(self.look))

    def start(self) -> World:
        begun = threading.Event()
        self.devices.start(begun.set)
        assert begun.wait(LONGEST_S)
        return self

    def close(self) -> None:
        self.devices.close()
        self.floor.lanes.close()

    def do(self, verb: Any, *args: Any, **kw: Any) -> Any:
        with self.floor.store.unit(self.floor.actor) as u:
            return verb(u, *args, **kw)

    def ask(self, question: Any, *args: Any) -> Any:
        with self.floor.store.reading() as r:
            return question(r, *args)

    def add(self, name: str, role: Role, driver: str, ready: bool = True, **more: Any) -> Driven:
        """Set a device up, a training one unless an address is given, and wait until it works."""
        more.setdefault("training", "address" not in more)
        set_up = self.do(service.set_up, SetUp("", name, role, driver, **more))
        self.until(lambda: self.devices.driven(set_up.id) is not None)
        one = self.devices.driven(set_up.id)
        assert one is not None
        if ready:
            self.until(lambda: one.health.ready)
        return one

    def act(self, one: Driven, action: str, params: Mapping[str, Any] | None = None, **more: Any) -> Acted:
        """Tell it, and wait for the answer."""
        answers: list[Acted] = []

        self.devices.act(one.id, action, params, done=answers.append, **more)
        self.until(lambda: bool(answers))
        return answers[0]

    def outcomes(self) -> list[tuple[str, str, str]]:
        """The history, oldest first: action, outcome, code."""
        lines = reversed(self.ask(reads.history))
        return [(one.action, one.outcome.value if one.outcome else "", one.code) for one in lines]

    def heard(self, kind: str) -> list[DeviceSaid]:
        return [one for one in self.said if one.kind == kind]

    def until(self, condition: Callable[[], bool]) -> None:
        """Looked at with every event, and often: not everything one waits for is an event."""
        by_s = time.monotonic() + LONGEST_S
        while not condition():
            assert time.monotonic() < by_s, (self.health, self.said)
            with self._news:
                self._news.wait(LOOK_S)

    def _event(self, event: Event) -> None:
        with self._news:
            if isinstance(event, DeviceSaid):
                self.said.append(event)
            if isinstance(event, HealthChanged):
                self.health.append(event)
            self._news.notify_all()
