"""What a device is to the desk: readings come in, actions go out with an outcome, a state is told once each way.

Standard library only. A driver knows neither desk nor face: it speaks codes and facts, and calls an injected `Told`.
"""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Protocol

from drivers.options import DriverError, Option, Options, Value, complete

__all__ = [
    "Action", "Decoder", "Driver", "DriverError", "Noise", "Option", "Options", "Outcome", "Reading", "Result",
    "Simulated", "Standing", "State", "Told", "Value", "complete",
]  # fmt: skip

log = logging.getLogger("drivers.state")


class State(StrEnum):
    """Where a driver stands. Every way out of READY that nobody asked for ends in LOST."""

    STOPPED = "stopped"
    OPENING = "opening"
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True)
class Standing:
    """state with why (`""`, or a code as in Told.state) and since when (UTC milliseconds)."""

    state: State = State.STOPPED
    reason: str = ""
    since: int = 0


class Outcome(StrEnum):
    """How an action ended. UNKNOWN: bytes left, no answer came; the action is never repeated by itself."""

    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Result:
    """DONE: the device (or its sensor) proved it. FAILED: surely nothing happened, or the device said no. UNKNOWN: the rest.

    code: why not DONE: `busy`, `expired`, `not_ready`, `no_answer`, `garbled`, `refused`, `unproven`, `port_*`...
    """

    outcome: Outcome
    code: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Action:
    """Something a device can be told to do. moves: something in the world changes, so it is sent at most once;
    deadline_s: after so long the caller has an answer, be it UNKNOWN."""

    name: str
    params: tuple[Option, ...] = ()
    moves: bool = False
    deadline_s: float = 3.0
    help: str = ""


@dataclass(frozen=True, init=False)
class Reading:
    """One thing a device said. kind: `code`, `card`, `level`...; fields: plain JSON values.

    The fields do not show in repr: they may be personal data, and a repr ends in logs.
    """

    kind: str
    fields: Mapping[str, Value] = field(default_factory=dict, repr=False)

    def __init__(self, kind: str, fields: Mapping[str, Value] | None = None) -> None:
        made = self.__dict__  # twice as fast as what a frozen dataclass does: decoders make millions
        made["kind"] = kind
        made["fields"] = {} if fields is None else fields


@dataclass(frozen=True)
class Noise:
    """Bytes that were no reading. why: a code such as `oversize`, `half`, `short`; size: how many bytes were dropped."""

    why: str
    size: int


class Decoder(Protocol):
    """Pure: bytes in, events out. Fed whole or byte by byte, it says the same."""

    def feed(self, data: bytes) -> Sequence[Reading | Noise]: ...

    def idle(self, quiet_s: float) -> Sequence[Reading | Noise]:
        """Nothing has come for so long: what stands in the buffer may be a whole frame, or never become one."""
        ...


class Told(Protocol):
    """Where a driver reports, from its own thread."""

    def reading(self, event: Reading | Noise) -> None: ...

    def state(self, state: State, reason: str) -> None:
        """reason: `""`, or a code: `port_gone`, `port_taken`, `port_denied`, `port_brltty`, `port_ambiguous`,
        `port_failed`, `port_settings`, `no_answer`, `garbled`, `driver_bug`, `hid_denied`, `library_missing`,
        `service_off`."""
        ...


class Simulated(Protocol):
    """A device that is not there: pure, so that a test and a training desk play it alike (drivers.simulated.player)."""

    @property
    def FAULTS(self) -> tuple[str, ...]:
        """Its own faults, besides those of every device."""
        ...

    faults: set[str]  # those switched on now

    def hear(self, data: bytes) -> list[bytes]:
        """What it answers to what the desk sent."""
        ...

    def tick(self, now_s: float) -> list[bytes]:
        """What it says by itself; called some twenty times a second."""
        ...

    def command(self, line: str) -> list[bytes]:
        """A hand at the device ("card 12", "close 3"): what it says at once. Raises ValueError for no such command."""
        ...

    def look(self) -> dict[str, object]:
        """What somebody in front of it would see: doors, relays, stock. JSON values."""
        ...


class Driver(ABC):
    """One kind of device. A subclass with a NAME in a module under `drivers` is installed: the registry finds it.

    CAPABILITIES: the kinds of reading it gives; ACTIONS: what a person can ask of it; FRAMES: what it asks by itself,
    known to `encode` (and so to `python -m drivers frame`) only.
    """

    NAME: ClassVar[str] = ""
    ROLE: ClassVar[str] = ""
    CAPABILITIES: ClassVar[tuple[str, ...]] = ()
    OPTIONS: ClassVar[tuple[Option, ...]] = ()
    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    FRAMES: ClassVar[tuple[Action, ...]] = ()

    def __init__(self, options: Options, told: Told) -> None:
        self.options = complete(self.OPTIONS, options)
        self.told: Told = _Keeping(self, told)
        self.standing = Standing()

    @classmethod
    @abstractmethod
    def decoder(cls, options: Options) -> Decoder:
        """A fresh decoder for these (completed) options."""

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        """The bytes of an action or frame; everything is checked and completed already. Overridden by each driver."""
        raise DriverError("action.no_bytes", action=action)

    @classmethod
    def encode(cls, action: str, params: Options, options: Options | None = None) -> bytes:
        """The exact bytes an action sends. Raises DriverError("action.unknown") for one this device has not."""
        known = cls.known(action, cls.ACTIONS + cls.FRAMES)
        return cls.frame(action, complete(known.params, params), complete(cls.OPTIONS, options or {}, partial=True))

    @classmethod
    def known(cls, action: str, among: Sequence[Action] | None = None) -> Action:
        """The action of that name; raises DriverError("action.unknown")."""
        among = cls.ACTIONS if among is None else among
        for known in among:
            if known.name == action:
                return known
        raise DriverError("action.unknown", action=action, known=",".join(a.name for a in among))

    def act(self, action: str, params: Options | None = None, deadline_s: float | None = None) -> Result:
        """Do it and wait for what came of it, from any thread but the screen's. Raises DriverError for a wrong word."""
        self.known(action)
        raise DriverError("action.unknown", action=action, known="")

    @abstractmethod
    def start(self) -> None:
        """Begin on a thread of its own and return at once."""

    @abstractmethod
    def stop(self, timeout_s: float = 1.0) -> bool:
        """End the thread; True when it is gone in time. A second call says the same again."""

    def hurry(self) -> None:  # noqa: B027 - one that does not wait has nothing to do
        """Somebody says the fault is mended: try again now instead of waiting."""

    @classmethod
    @abstractmethod
    def probe(cls, options: Options) -> str:
        """Look whether the device is there without moving anything: `""` or a reason code as in Told.state."""

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        """One of these that is not there, as these (completed) options describe it."""
        raise DriverError("driver.no_simulation", name=cls.NAME)


class _Keeping:
    """Passes on what a driver tells, and keeps and logs its standing: each change once."""

    def __init__(self, driver: Driver, told: Told) -> None:
        self._driver, self._told = driver, told

    def reading(self, event: Reading | Noise) -> None:
        self._told.reading(event)

    def state(self, state: State, reason: str) -> None:
        before = self._driver.standing
        if (state, reason) == (before.state, before.reason):
            return
        since = before.since if state is before.state else time.time_ns() // 1_000_000
        self._driver.standing = Standing(state, reason, since)
        log.info("%s: %s%s", self._driver.NAME, state, f" ({reason})" if reason else "")
        self._told.state(state, reason)
