"""What a driver declares to the conformance suite: its good frames, how to make it speak, what it must never do twice."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from drivers.api import Driver, Options, Simulated, Told, Value
from drivers.line import Backoff
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from tests.drivers import cases

QUICK = {"first_s": 0.02, "top_s": 0.05}


@dataclass(frozen=True)
class Vector:
    """An action or frame, and the bytes DEVICES.md gives for it."""

    action: str
    params: Mapping[str, Value]
    options: Mapping[str, Value]
    hex: str


Replay = tuple[str, Mapping[str, Value], list[dict[str, Any]]]  # hex in, options, readings out


class Rig(Protocol):
    """A driver and the device it talks to, for those without a serial port."""

    driver: Driver

    def stimulate(self) -> None:
        """Make it give a reading."""
        ...

    def unplug(self) -> None: ...
    def plug_in(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Case:
    """One driver's declaration."""

    options: Mapping[str, Value] = field(default_factory=dict)  # quick ones, besides port
    frames: tuple[bytes, ...] = ()  # as the device sends them; each alone gives readings
    checked: bool = False  # a checksum: no single-bit flip of a frame may give a reading
    framed: bool = True  # frames have a mark to begin with, so noise glued to one does not spoil it
    # commands of the simulator, one after the other, that make it give readings; "": polling alone does
    stimulus: str | tuple[str, ...] = ""
    kinds: tuple[str, ...] = ()  # kinds of reading seen then
    move: tuple[str, Mapping[str, Value]] | None = None  # a moving action that the simulator can prove
    proven: bool = True  # False: the device cannot prove a move; its best outcome is UNKNOWN
    moving: bytes = b""  # what of the move to look for in the stream, when it is not what `encode` gives
    vectors: tuple[Vector, ...] = ()
    replays: tuple[Replay, ...] = ()
    rig: Callable[[Told], Rig] | None = None
    simulator: Callable[[Options], Simulated] | None = None  # instead of the driver's own


class SerialRig:
    """A driver on a port in memory with its simulator behind it."""

    def __init__(self, kind: type[Driver], case: Case, told: Told, plug: MemoryPlug | None = None) -> None:
        self.case, self.plug = case, plug or MemoryPlug()
        options = {**case.options, "port": self.plug.port}
        make: Any = kind  # each takes a backoff besides
        self.driver: Driver = make(options, told, Backoff(**QUICK))
        device = (case.simulator or kind.simulator)(self.driver.options)
        self.player = Player(device, self.plug, late_s=0.3)
        self.player.start()
        stimuli = case.stimulus if isinstance(case.stimulus, tuple) else (case.stimulus,)
        self._stimuli = itertools.cycle(stimuli)

    def stimulate(self) -> None:
        if command := next(self._stimuli):
            self.player.command(command)

    def unplug(self) -> None:
        self.plug.unplug()

    def plug_in(self, name: str = "") -> None:
        self.plug.plug_in(name)

    def close(self) -> None:
        assert self.driver.stop(), "the thread outlived its stop"
        self.player.stop()


def all_cases() -> dict[str, Case]:
    """Driver name -> case, from every module in tests/drivers/cases."""
    found: dict[str, Case] = {}
    for info in pkgutil.iter_modules(cases.__path__, f"{cases.__name__}."):
        found |= importlib.import_module(info.name).CASES
    return found
