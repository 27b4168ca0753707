"""What reads of this room answer with."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.alarms.rules import AlarmNow, Ring, Sort, Stand, Step
from desk.alarms.rules_automation import Automation


@dataclass(frozen=True)
class Call:
    """Somebody to ring up. relation: to the wearer, in words; house: of the gatehouse, not of the wearer."""

    who: str = field(repr=False)
    relation: str
    phone: str = field(repr=False)
    house: bool = False


@dataclass(frozen=True)
class Wearer:
    """Somebody who wears a button (`pendant`) or a watch. consent_by: `self` or `guardian`."""

    id: str
    sort: str
    number: str = field(repr=False)
    name: str = field(repr=False)
    door: str = field(repr=False)
    note: str = field(repr=False)
    calls: tuple[Call, ...] = field(repr=False)
    consent_by: str = ""
    consent_at: int = 0
    person_id: str | None = None


@dataclass(frozen=True)
class AlarmRow:
    """A line of the list, without anybody's name."""

    id: str
    sort: Sort
    at: int
    ring: Ring
    now: AlarmNow
    device_name: str
    contact: int
    gate_id: str
    gate: str
    training: bool
    battery: int | None = None
    worn: bool = False
    device_id: str = ""

    @property
    def stand(self) -> Stand:
        return self.now.stand


@dataclass(frozen=True)
class AlarmCard:
    """Everything somebody needs who sees to it. wearer None: nobody registered the button; number: its last digits."""

    row: AlarmRow
    place: str = field(repr=False)
    number: str = field(repr=False)
    wearer: Wearer | None
    calls: tuple[Call, ...] = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)
    clock_uncertain: bool = False


@dataclass(frozen=True)
class Run:
    """A spray: when, at what value, how it ended (`began` while nobody knows yet)."""

    id: str
    automation_id: str
    at: int
    value: int
    ended: str
    code: str = ""


@dataclass(frozen=True)
class AutomationView:
    """A rule with its last runs. here: it was set for a device of this gate; stored: False for a usual one."""

    rule: Automation
    stored: bool
    gate_id: str
    runs: tuple[Run, ...] = ()
