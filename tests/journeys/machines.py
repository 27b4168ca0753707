"""Machines the program plays, set up behind the scenes and worked by hand while a journey drives the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.devices import reads, service
from desk.devices.acting import Plain, Role
from desk.devices.driven import Driven
from desk.devices.views import Done, SetUp
from tests.journeys.conftest import Running

MACHINE_MS = 20_000


class Machine:
    """One device of the running program."""

    def __init__(self, running: Running, device_id: str) -> None:
        self._running, self.id = running, device_id

    @property
    def driven(self) -> Driven:
        machines = self._running.program.machines
        assert machines is not None
        assert machines.devices is not None
        one = machines.devices.driven(self.id)
        assert one is not None
        return one

    def hand(self, command: str) -> None:
        """Somebody does something at the device."""
        assert self.driven.stage is not None
        self.driven.stage.hand(command)

    def switch(self, fault: str) -> None:
        assert self.driven.stage is not None
        self.driven.stage.switch(fault)

    def look(self) -> Mapping[str, Any]:
        assert self.driven.stage is not None
        return self.driven.stage.look()

    def until(self, code: str) -> None:
        self._running.until(lambda: self.driven.health.code == code, MACHINE_MS)


def attach(running: Running, role: Role, driver: str, name: str, **options: Plain) -> Machine:
    """A training device in use, ready when this returns."""
    running.until(lambda: running.program.machines is not None and running.program.machines.devices is not None)
    made = running.write(lambda u: service.set_up(u, SetUp("", name, role, driver, options=options, training=True)))
    devices = running.program.machines.devices  # type: ignore[union-attr]
    running.until(lambda: (one := devices.driven(made.id)) is not None and one.health.ready, MACHINE_MS)  # type: ignore[union-attr]
    return Machine(running, made.id)


def history(running: Running, action: str) -> list[Done]:
    """What was told to devices, newest first."""
    return [one for one in running.read(reads.history) if one.action == action]
