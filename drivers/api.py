"""What a device is to the desk: readings come in, actions go out with an outcome, a state is told once each way.

Standard library only. A driver knows neither desk nor face: it speaks codes and facts, and calls an injected `Told`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Protocol

Value = str | int | bool
Options = Mapping[str, Value]


class State(StrEnum):
    """Where a driver stands. Every way out of READY that nobody asked for ends in LOST."""

    STOPPED = "stopped"
    OPENING = "opening"
    READY = "ready"
    LOST = "lost"


class Outcome(StrEnum):
    """How an action ended. UNKNOWN: bytes left, no answer came; the action is never repeated by itself."""

    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


class DriverError(ValueError):
    """A wrong option, action or parameter; `code` is one of `option.*`, `action.*`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True)
class Option:
    """A setting of a driver. `choices` empty: anything of the type of `default`."""

    name: str
    default: Value
    choices: tuple[Value, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Action:
    """Something a device can be told to do, with its parameters."""

    name: str
    params: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One thing a device said. kind: `code`, `card`, `level`...; fields: plain JSON values."""

    kind: str
    fields: Mapping[str, Value] = field(default_factory=dict)


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
        """reason: `""`, or a code: `port_gone`, `port_taken`, `port_denied`, `port_failed`."""
        ...


class Driver(ABC):
    """One kind of device. A subclass with a NAME in a module under `drivers` is installed: the registry finds it."""

    NAME: ClassVar[str] = ""
    ROLE: ClassVar[str] = ""
    OPTIONS: ClassVar[tuple[Option, ...]] = ()
    ACTIONS: ClassVar[tuple[Action, ...]] = ()

    def __init__(self, options: Options, told: Told) -> None:
        self.options = complete(self.OPTIONS, options)
        self.told = told

    @classmethod
    @abstractmethod
    def decoder(cls, options: Options) -> Decoder:
        """A fresh decoder for these (completed) options."""

    @classmethod
    def encode(cls, action: str, params: Options) -> bytes:
        """The exact bytes an action sends. Raises DriverError("action.unknown") for one this device has not."""
        raise DriverError("action.unknown", action=action, known=",".join(a.name for a in cls.ACTIONS))

    @abstractmethod
    def start(self) -> None:
        """Begin on a thread of its own and return at once."""

    @abstractmethod
    def stop(self, timeout_s: float = 1.0) -> bool:
        """End the thread; True when it is gone in time."""

    @classmethod
    @abstractmethod
    def probe(cls, options: Options) -> str:
        """Look whether the device is there without moving anything: `""` or a reason code as in Told.state."""


def complete(known: Sequence[Option], given: Mapping[str, Value]) -> dict[str, Value]:
    """Given options with defaults filled in and texts turned into numbers; raises DriverError for what does not fit."""
    names = {option.name for option in known}
    if extra := sorted(set(given) - names):
        raise DriverError("option.unknown", option=extra[0], known=",".join(sorted(names)))
    return {option.name: _fit(option, given) for option in known}


def _fit(option: Option, given: Mapping[str, Value]) -> Value:
    if option.name not in given:
        if option.required:
            raise DriverError("option.missing", option=option.name)
        return option.default
    value = _typed(option, given[option.name])
    if option.choices and value not in option.choices:
        raise DriverError("option.choice", option=option.name, choices=",".join(map(str, option.choices)))
    return value


def _typed(option: Option, value: Value) -> Value:
    if isinstance(option.default, bool):
        if str(value).lower() not in ("true", "false", "1", "0", "yes", "no"):
            raise DriverError("option.type", option=option.name)
        return str(value).lower() in ("true", "1", "yes")
    if isinstance(option.default, int):
        try:
            return int(value)
        except ValueError:
            raise DriverError("option.type", option=option.name) from None
    return str(value)
