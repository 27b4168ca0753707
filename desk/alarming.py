"""What attached devices say, made into alarms and sprays. Joins the rooms of alarms and devices; the roots make one of it.

An alarm is in the store before the device is answered. What cannot be stored is told all the same, and stored later.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from desk.alarms.rights import MACHINE
from desk.alarms.rules_engine import Decision, Engine, Moment, Over, Raise, Said, Spray
from desk.alarms.topics import AUTOMATIONS
from desk.core.clock import Clock, SiteTime
from desk.core.errors import Fault
from desk.core.events import Bus, Changed, DeviceSaid, Event, HealthChanged
from desk.core.lanes import READ, WRITE, Lanes
from desk.devices.acting import Acts, Attached, Keeps, Purpose, Role
from desk.spraying import Sprays

if TYPE_CHECKING:
    from desk.alarms.rules_automation import Automation
    from desk.alarms.service import Heard
    from desk.store.store import Store
    from desk.store.unit import Unit

log = logging.getLogger("desk.alarming")
T = TypeVar("T")
SUBJECT, NOT_STORED, STORED = "alarms", "alarm.not_stored", "alarm.stored"
ACKNOWLEDGE = "acknowledge"
ANSWERED = Role.WATCH_GATEWAY.value  # waits for an answer and says it again without one
MOST_WAITING = 100


class Floor(Protocol):
    """The part of desk.app.Desk in use."""

    bus: Bus
    lanes: Lanes
    clock: Clock
    time: SiteTime

    @property
    def store(self) -> Store: ...


class Devices(Acts, Keeps, Protocol):
    """What attached devices are here."""


class Alarming:
    """`start` before the devices are started; `tick` every few seconds; `stop` at the end. From any thread."""

    def __init__(self, floor: Floor, devices: Devices) -> None:
        self._floor, self._devices = floor, devices
        self._engine, self._lock = Engine(), threading.Lock()
        self._waiting: list[Heard] = []  # alarms that could not be stored
        self._ill = False
        self.sprays = Sprays(floor, devices)
        self._leave: Callable[[], None] | None = None

    def start(self) -> None:
        """Listen from now on; what sprayed when the program went before is called unknown."""
        from desk.alarms import service

        self._devices.keep("alarm", self._keep)
        self._leave = self._floor.bus.subscribe(self._hear)
        self._floor.lanes.run(WRITE, lambda: self._unit(service.settle_runs), None, self._not_written)
        self.reload()

    def stop(self) -> None:
        """Hear nothing more, begin nothing more."""
        self.sprays.stop()
        if self._leave is not None:
            self._leave()
            self._leave = None

    def reload(self) -> None:
        """Rules as they stand in the store; done by itself after each change."""
        self._floor.lanes.run(READ, self._rules, lambda found: self._use(*found), self._not_written)

    def tick(self) -> None:
        """Doors that still stand open, devices that have fallen silent, alarms that could not be stored."""
        stand = {one.id: (one.role.value, one.ok) for one in self._devices.attached()}
        with self._lock:
            now = self._now()
            found = [*self._engine.tick(now), *self._engine.standing(stand, now)]
            waiting, self._waiting = self._waiting, []
        for heard in waiting:
            self._floor.lanes.run(WRITE, partial(self._kept, heard, again=False))
        self._follow(found)

    def acknowledge(self, device_id: str, contact: int) -> None:
        """Somebody has seen the alarm of a contact that latches: the board may let go of it."""
        one = self._attached(device_id)
        if one is not None and contact and ACKNOWLEDGE in one.actions:
            self._devices.act(device_id, ACKNOWLEDGE, {"channel": contact}, purpose=Purpose("alarm"), actor=MACHINE)

    def doing(self) -> dict[str, str]:
        """Dust rules that are busy: `spraying` or `resting`, by id."""
        with self._lock:
            resting = {id_: "resting" for id_, now in self._engine.dust().items() if now.resting()}
        return resting | dict.fromkeys(self.sprays.running(), "spraying")

    # --- what is heard -----------------------------------------------------------------------------------------------

    def _keep(self, said: DeviceSaid) -> None:
        """On the device's thread, before it is answered. Raises what the store raises for a device that says it again."""
        for one in self._decided(said):
            if isinstance(one, Raise):
                self._kept(self._heard(one), again=said.role == ANSWERED)
            else:
                self._follow([one])

    def _hear(self, event: Event) -> None:
        if isinstance(event, DeviceSaid) and event.kind != "alarm":
            self._follow(self._decided(event))
        elif isinstance(event, Changed) and AUTOMATIONS in event.topics:
            self.reload()

    def _decided(self, said: DeviceSaid) -> list[Decision]:
        with self._lock:
            return self._engine.hear(Said(said.device_id, said.role, said.kind, said.fields), self._now())

    def _follow(self, found: Sequence[Decision]) -> None:
        for one in found:
            if isinstance(one, Spray):
                self.sprays.begin(one.automation, one.value)
            elif isinstance(one, Over):
                self._floor.lanes.run(WRITE, partial(self._unit, partial(_over, one.key)), None, self._not_written)
            else:
                self._floor.lanes.run(WRITE, partial(self._kept, self._heard(one), again=False))

    # --- what is written ---------------------------------------------------------------------------------------------

    def _kept(self, heard: Heard, again: bool) -> None:
        from desk.alarms import service

        try:
            self._unit(lambda u: service.raise_alarm(u, heard))
        except Fault as fault:
            log.warning("an alarm is not stored: %s", fault.code)
            self._ill = True
            self._floor.bus.publish(HealthChanged(SUBJECT, NOT_STORED, ok=False))
            if again:
                raise
            with self._lock:
                self._waiting = [*self._waiting, heard][-MOST_WAITING:]
            return
        with self._lock:
            ill, self._ill = self._ill, bool(self._waiting)
        if ill and not self._ill:
            self._floor.bus.publish(HealthChanged(SUBJECT, STORED, ok=True))

    def _unit(self, work: Callable[[Unit], T]) -> T:
        with self._floor.store.unit(MACHINE) as u:
            return work(u)

    def _heard(self, one: Raise) -> Heard:
        from desk.alarms.service import Heard

        known = self._attached(one.device_id)
        heard = Heard(
            one.sort, one.key, one.device_id, contact=one.contact, number=one.number, battery=one.battery,
            ring=one.ring, automation_id=one.automation_id,
        )  # fmt: skip
        if known is None:
            return heard
        place = "" if one.number else known.place
        return replace(heard, device_name=known.name, place=place, training=known.training)

    def _attached(self, device_id: str) -> Attached | None:
        return next((one for one in self._devices.attached() if one.id == device_id), None)

    # --- rules -------------------------------------------------------------------------------------------------------

    def _rules(self) -> tuple[list[Automation], dict[str, int]]:
        from desk.alarms import reads

        with self._floor.store.reading() as r:
            return reads.rules(r), reads.last_runs(r)

    def _use(self, rules: list[Automation], ran: dict[str, int]) -> None:
        with self._lock:
            self._engine.use(rules, ran, self._now())

    def _now(self) -> Moment:
        wall = self._floor.clock.now_ms()
        local = self._floor.time.local(wall)
        return Moment(int(self._floor.clock.monotonic_s() * 1000), wall, local.hour * 60 + local.minute)

    def _not_written(self, error: Exception) -> None:
        log.warning("alarms: %s", error.code if isinstance(error, Fault) else type(error).__name__)


def _over(key: str, u: Unit) -> bool:
    from desk.alarms import service

    return service.over(u, key)
