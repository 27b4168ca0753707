"""What follows from what devices say: alarms, their end, a spray. No I/O: told what was said and when, it answers.

Times `mono` are monotonic milliseconds, `wall` UTC milliseconds, `minute` of the site's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desk.alarms.rules import PERSONAL, QUIET, Ring, Sort, sort_of
from desk.alarms.rules_automation import USUAL, Automation, Does
from desk.alarms.rules_dust import DustNow, begun, fed
from desk.alarms.rules_hours import DoorNow, looked, moved

Plain = str | int | float | bool
AGAIN_MS = 60_000  # a button that is held down, or stuck, calls again so often
FAULT_MS = 60_000  # a cable that is put back at once is no fault
MOST = 1000  # buttons remembered at once
AIR, CONTACT, WATCHES = "air_sensor", "contact", frozenset({"contact", "sos_receiver", "watch_gateway"})
CALLING = frozenset({"sos_receiver", "watch_gateway"})
PM25 = "pm2_5"


@dataclass(frozen=True)
class Said:
    """A reading as the bus told it."""

    device_id: str
    role: str
    kind: str
    fields: Mapping[str, Plain] = field(repr=False)


@dataclass(frozen=True)
class Moment:
    mono: int
    wall: int
    minute: int


@dataclass(frozen=True)
class Raise:
    """An alarm. key: what it comes from; while one of that key is open, this is said again, no other one."""

    sort: Sort
    key: str = field(repr=False)
    device_id: str
    contact: int = 0
    number: str = field(default="", repr=False)
    battery: int | None = None
    ring: Ring = Ring.CHIME
    automation_id: str = ""


@dataclass(frozen=True)
class Over:
    """What gave the alarm of this key is as it should be."""

    key: str = field(repr=False)


@dataclass(frozen=True)
class Spray:
    automation: Automation
    value: float


Decision = Raise | Over | Spray


class Engine:
    """Holds how everything stands. Not for two threads at once."""

    def __init__(self) -> None:
        self._rules: tuple[Automation, ...] = USUAL
        self._dust: dict[str, DustNow] = {}
        self._doors: dict[str, DoorNow] = {}
        self._told: dict[str, int] = {}
        self._lost: dict[str, int] = {}
        self._faults: set[str] = set()

    def use(self, rules: Iterable[Automation], ran: Mapping[str, int], now: Moment) -> None:
        """These rules from now on. ran: when each last sprayed (UTC ms). What stays as it was goes on counting."""
        before = {one.id: one for one in self._rules if one.id}
        self._rules = tuple(rules)
        same = {one.id for one in self._rules if before.get(one.id) == one}
        self._doors = {id_: door for id_, door in self._doors.items() if id_ in {one.id for one in self._rules}}
        dusty = [one for one in self._rules if one.does is Does.DUST]
        self._dust = {
            one.id: self._dust[one.id] if one.id in same and one.id in self._dust
            else begun(one.dust, ran.get(one.id), now.wall) for one in dusty
        }  # fmt: skip

    def dust(self) -> Mapping[str, DustNow]:
        """How each dust rule stands, by its id."""
        return dict(self._dust)

    def hear(self, said: Said, now: Moment) -> list[Decision]:
        """What follows from a reading."""
        if said.kind == "alarm" and said.role in CALLING:
            return self._called(said, now)
        if said.kind == "alarm" and said.role == CONTACT:
            return self._contact(said, now)
        if said.kind == "contact":
            return self._door(said, now)
        if said.kind == "level" and said.role == AIR and said.fields.get("quantity") == PM25:
            return self._level(said, now)
        return []

    def tick(self, now: Moment) -> list[Decision]:
        """Time goes on: doors that still stand open."""
        made: list[Decision] = []
        for rule in self._of(Does.AFTER_HOURS):
            if rule.paused(now.wall):
                continue
            door, alarm = looked(rule.hours, self._doors.get(rule.id, DoorNow()), now.minute)
            self._doors[rule.id] = door
            if alarm:
                made.append(_at_night(rule))
        return made

    def standing(self, devices: Mapping[str, tuple[str, bool]], now: Moment) -> list[Decision]:
        """Devices as they stand (id -> role, whether it works): one that watches over people or doors and is mute."""
        made: list[Decision] = []
        mute = {id_ for id_, (role, ok) in devices.items() if role in WATCHES and not ok}
        self._lost = {id_: self._lost.get(id_, now.mono) for id_ in mute}
        for id_, since in self._lost.items():
            if id_ not in self._faults and now.mono - since >= FAULT_MS:
                self._faults.add(id_)
                made.append(Raise(Sort.DEVICE_FAULT, _fault(id_), id_, ring=Ring.SILENT))
        for id_ in self._faults - mute:
            made.append(Over(_fault(id_)))
        self._faults &= mute
        return made

    def _of(self, does: Does) -> list[Automation]:
        return [one for one in self._rules if one.does is does]

    def _called(self, said: Said, now: Moment) -> list[Decision]:
        sort, number = sort_of(str(said.fields.get("sort", ""))), str(said.fields.get("who", ""))
        key = f"{'sos' if sort in PERSONAL - {Sort.TAKEN_OFF} else sort.value}:{number}"
        held = said.fields.get("repeat") is True and now.mono - self._told.get(key, -AGAIN_MS) < AGAIN_MS
        if held:
            return []
        self._told.pop(key, None)
        self._told[key] = now.mono
        if len(self._told) > MOST:
            del self._told[next(iter(self._told))]
        battery = said.fields.get("battery")
        level = int(battery) if isinstance(battery, int | float) else None
        rules = [one for one in self._of(Does.SOS) if one.device_id in ("", said.device_id)]
        ring, rule = _ring(rules, now.wall, usual=Ring.CHIME)
        if sort in QUIET:
            ring = Ring.SILENT
        return [Raise(sort, key, said.device_id, 0, number, level, ring or Ring.CHIME, rule)]

    def _contact(self, said: Said, now: Moment) -> list[Decision]:
        channel = int(said.fields.get("channel", 0))
        key = f"{said.device_id}:{channel}"
        if said.fields.get("active") is not True:
            return [Over(key)]
        word = str(said.fields.get("sort", ""))
        sort = sort_of(word) if word in frozenset(Sort) else Sort.CONTACT
        rules = [
            one for one in self._of(Does.CONTACT)
            if one.device_id in ("", said.device_id) and one.contact in (0, channel) and sort in one.sorts
        ]  # fmt: skip
        ring, rule = _ring(rules, now.wall, usual=None)
        return [Raise(sort, key, said.device_id, channel, ring=ring, automation_id=rule)] if ring else []

    def _door(self, said: Said, now: Moment) -> list[Decision]:
        channel, closed = int(said.fields.get("channel", 0)), said.fields.get("closed") is True
        made: list[Decision] = []
        for rule in self._of(Does.AFTER_HOURS):
            if (rule.device_id, rule.contact) != (said.device_id, channel):
                continue
            before = self._doors.get(rule.id, DoorNow())
            door, alarm = moved(rule.hours, before, closed is rule.open_when, now.minute)
            paused = rule.paused(now.wall)
            self._doors[rule.id] = DoorNow(door.is_open, before.told) if paused else door
            if alarm and not paused:
                made.append(_at_night(rule))
            elif door.is_open is False and before.told:
                made.append(Over(_night(rule)))
        return made

    def _level(self, said: Said, now: Moment) -> list[Decision]:
        made: list[Decision] = []
        for rule in self._of(Does.DUST):
            if rule.device_id != said.device_id:
                continue
            before = self._dust.get(rule.id, DustNow())
            after, spray = fed(rule.dust, before, now.mono, float(said.fields.get("value", 0)))
            if spray and rule.paused(now.wall):
                after, spray = DustNow(after.at, None, 0, after.value), False
            self._dust[rule.id] = after
            if spray:
                made.append(Spray(rule, after.value))
        return made


def _ring(rules: Iterable[Automation], wall: int, usual: Ring | None) -> tuple[Ring | None, str]:
    """How it rings by these rules, and by which: one that runs goes before one that is paused."""
    found: tuple[Ring | None, str] = (usual, "")
    for rule in sorted(rules, key=lambda one: (one.paused(wall), not one.chime, one.id)):
        if rule.paused(wall):
            return Ring.PAUSED, rule.id
        return (Ring.CHIME if rule.chime else Ring.SILENT), rule.id
    return found


def _at_night(rule: Automation) -> Raise:
    ring = Ring.CHIME if rule.chime else Ring.SILENT
    return Raise(Sort.AFTER_HOURS, _night(rule), rule.device_id, rule.contact, ring=ring, automation_id=rule.id)


def _night(rule: Automation) -> str:
    return f"{rule.device_id}:night:{rule.id}"


def _fault(device_id: str) -> str:
    return f"{device_id}:fault"
