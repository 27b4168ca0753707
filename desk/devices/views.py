"""Frozen values that leave the room of devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.devices.acting import Ended, Plain, Purpose, Role
from desk.devices.rules import Forecast, StockKind

RUNNING = "running"


@dataclass(frozen=True)
class SetUp:
    """A device as a person has set it up. options: of the driver, without its port."""

    id: str
    name: str
    role: Role
    driver: str
    address: str = ""
    options: Mapping[str, Plain] = field(default_factory=dict)
    place: str = ""
    training: bool = False
    off: bool = False
    added_at: int = 0


@dataclass(frozen=True)
class Begun:
    """An action that has been recorded and may now be done, once."""

    action_id: str
    device_id: str
    action: str
    params: Mapping[str, Plain]


@dataclass(frozen=True)
class Done:
    """A line of the history. outcome: None while it runs. by: who asked for it; settled_by: who said what had become of it
    ("" : the device). here: an action of this desk, whose end can be said here."""

    action_id: str
    device: str
    role: str
    action: str
    params: Mapping[str, Plain]
    purpose: Purpose
    at: int
    outcome: Ended | None
    code: str
    by: str
    settled_by: str = ""
    training: bool = False
    here: bool = True


@dataclass(frozen=True)
class Stock:
    """What is left of a consumable. here: counted at this desk."""

    id: str
    name: str
    kind: StockKind
    left: int
    forecast: Forecast
    device_id: str = ""
    device: str = ""
    slot: int = 0
    full: int = 0
    low: int = 0
    here: bool = True

    @property
    def is_low(self) -> bool:
        """Time to fetch some: under the mark, or gone within two days."""
        return self.left <= self.low or (self.forecast.days is not None and self.forecast.days < 2)
