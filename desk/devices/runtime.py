"""The devices of this computer while the program runs: attached, watched, heard, and told what to do."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from desk.core.actor import Actor
from desk.core.errors import Fault, Refused
from desk.core.events import Bus, Changed, DeviceSaid, Event, HealthChanged
from desk.core.lanes import Lanes
from desk.devices.acting import NO_PURPOSE, Acted, Answer, Attached, Draw, Ended, Plain, Purpose, Role
from desk.devices.doing import Doing, Order
from desk.devices.driven import Driven
from desk.devices.paper import print_order
from desk.devices.views import SetUp
from drivers.api import Driver, DriverError, Reading, complete
from drivers.ports import PortSeen, seen
from drivers.watch import Watch

if TYPE_CHECKING:
    from desk.core.clock import Clock
    from desk.store.store import Store

log = logging.getLogger("desk.devices")
LANE = "devices"
SET_UP, STANDING, PORTS = "devices", "device_standing", "device_ports"  # topics of Changed
Kinds = Callable[[], Mapping[str, type[Driver]]]
Keep = Callable[[DeviceSaid], None]


class Floor(Protocol):
    """The part of desk.app.Desk in use."""

    bus: Bus
    lanes: Lanes
    clock: Clock

    @property
    def store(self) -> Store: ...
    @property
    def actor(self) -> Actor: ...


class Devices:
    """Fits acting.Acts, acting.Prints and acting.Keeps. `kinds` finds the installed drivers: drivers.registry.find, given by the root.

    look: how ports are found (tests have their own). All methods may be called from any thread.
    """

    def __init__(self, floor: Floor, kinds: Kinds, look: Callable[[], Sequence[PortSeen]] | None = None) -> None:
        self._floor, self._find = floor, kinds
        self._lock = threading.RLock()
        self._driven: dict[str, Driven] = {}
        self._broken: dict[str, Attached] = {}  # set up, and cannot even be made
        self._kinds: Mapping[str, type[Driver]] = {}
        self._keeps: dict[str, list[Keep]] = {}
        self._ports: dict[str, PortSeen] = {}
        self._closed = self._practice = False
        self._watch = Watch(self._plugged, look or seen)
        self._doing = Doing(floor)
        self._leave = floor.bus.subscribe(self._on_event)

    # --- the life of it ----------------------------------------------------------------------------------------------

    def start(self, then: Callable[[], None] | None = None) -> None:
        """Attach what is set up; what was running when the program went before is called unknown first."""
        self._floor.lanes.run(LANE, self._begin, lambda _: then() if then else None)

    def close(self) -> None:
        """Stop every driver; what is being done right now is recorded. May be called twice."""
        self._leave()
        with self._lock:
            self._closed = True
            all_driven, self._driven = list(self._driven.values()), {}
        self._watch.stop()
        stopping = [threading.Thread(target=one.stop, name="stopping", daemon=True) for one in all_driven]
        for thread in stopping:
            thread.start()
        for thread in stopping:
            thread.join(3)
        self._doing.close([one.id for one in all_driven])

    def _interrupted(self) -> None:
        from desk.devices import service

        try:
            with self._floor.store.unit() as u:
                ids = service.interrupted(u)
        except Fault as fault:  # a desk that was sent away writes nothing, and still shows what is attached
            log.warning("actions without an end stay as they are: %s", fault.code)
            return
        if ids:
            log.info("%d actions had no end when the program went", len(ids))

    def _begin(self) -> None:
        from desk.store.practice import is_practice

        with self._floor.store.reading() as r:
            self._practice = is_practice(r)
        self._interrupted()
        self._kinds = self._find()
        self._reload()
        if self._practice:  # whatever is plugged in is none of its business
            return
        with suppress(RuntimeError):  # closed meanwhile
            self._watch.start()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Changed) and SET_UP in event.topics and self._kinds:
            self._floor.lanes.run(LANE, self._reload)

    def reload(self, then: Callable[[], None] | None = None) -> None:
        """Bring the drivers in line with what is set up; done by itself after each change."""
        self._floor.lanes.run(LANE, self._reload, lambda _: then() if then else None)

    def _reload(self) -> None:
        from desk.devices import reads

        with self._floor.store.reading() as r:
            wanted = {one.id: one for one in reads.devices(r)}
        with self._lock:
            if self._closed:
                return
            gone = [one for one in self._driven.values() if _other(one.set_up, wanted.get(one.id))]
        for one in gone:
            self._drop(one, wanted.get(one.id))
        self._broken = {key: one for key, one in self._broken.items() if key in wanted}
        for set_up in wanted.values():
            self._attach(set_up)
        with self._lock:  # the order of the list is that of the table
            self._driven = {key: self._driven[key] for key in wanted if key in self._driven}
        self._tell(STANDING)

    def _drop(self, one: Driven, stays: SetUp | None) -> None:
        one.stop()
        with self._lock:
            self._driven.pop(one.id, None)
        if stays is None or stays.off:
            self._floor.bus.publish(HealthChanged(_subject(one.id), "device.off", ok=True, name=one.set_up.name))

    def _attach(self, set_up: SetUp) -> None:
        with self._lock:
            known = self._driven.get(set_up.id)
        if known is not None:
            known.set_up = set_up  # another name or place is no reason to let go of the line
            return
        try:
            one = self._made(set_up)
        except Refused as refused:
            self._broken[set_up.id] = Attached(
                set_up.id, set_up.name, set_up.role, set_up.driver, (), False, refused.code, set_up.training,
                set_up.place,
            )  # fmt: skip
            return
        self._broken.pop(set_up.id, None)
        with self._lock:
            self._driven[set_up.id] = one
            closed = self._closed
        if closed:
            one.stop()
        elif not set_up.off:
            one.start()

    def _made(self, set_up: SetUp) -> Driven:
        if self._practice and not set_up.training:
            raise Refused("practice.no_ports")
        kind = self._kinds.get(set_up.driver)
        if kind is None:
            raise Refused("device.no_driver")
        return Driven(set_up, kind, self._heard, self._stands, self._floor.clock.now_ms)

    # --- what there is -----------------------------------------------------------------------------------------------

    def attached(self, role: Role | None = None) -> Sequence[Attached]:
        with self._lock:
            found = [one.attached() for one in self._driven.values() if not one.set_up.off]
        return [one for one in found if role is None or one.role is role]

    def everything(self) -> Sequence[Attached]:
        """Also those that are off and those that cannot be made, for the page."""
        with self._lock:
            return [*(one.attached() for one in self._driven.values()), *self._broken.values()]

    def driven(self, device_id: str) -> Driven | None:
        """The device itself, for the page: its last words, its stage."""
        with self._lock:
            return self._driven.get(device_id)

    def ports(self) -> list[PortSeen]:
        """Serial ports as they are plugged in now."""
        with self._lock:
            return list(self._ports.values())

    def kinds(self) -> Mapping[str, type[Driver]]:
        """The installed drivers, empty before the start."""
        return self._kinds

    # --- what it does ------------------------------------------------------------------------------------------------

    def act(
        self, device_id: str, action: str, params: Mapping[str, Plain] | None = None, *, purpose: Purpose = NO_PURPOSE,
        private: Mapping[str, Plain] | None = None, actor: Actor | None = None, done: Answer | None = None,
    ) -> None:  # fmt: skip
        """As acting.Acts says."""
        order = Order(action, dict(params or {}), purpose, dict(private or {}), actor or self._floor.actor, done)
        self._give(device_id, order)

    def print(
        self, device_id: str, draw: Draw, *, purpose: Purpose = NO_PURPOSE, actor: Actor | None = None,
        done: Answer | None = None,
    ) -> None:  # fmt: skip
        """As acting.Prints says."""
        self._give(device_id, print_order(draw, purpose, actor or self._floor.actor, done))

    def waiting(self, device_id: str) -> int:
        """As acting.Prints says."""
        return self._doing.waiting(device_id)

    def give(self, device_id: str, order: Order) -> None:
        """An order whose beginning is recorded in its own way (handing out, printing)."""
        self._give(device_id, order)

    def _give(self, device_id: str, order: Order) -> None:
        one = self.driven(device_id)
        if one is None or (refusal := _refusal(one, order)):
            self._doing.answer(order, Acted("", Ended.FAILED, refusal if one else "device.gone"))
        else:
            self._doing.put(one, order)

    def hurry(self, device_id: str) -> None:
        """A person says that the fault is mended."""
        if one := self.driven(device_id):
            one.hurry()

    def probe(self, driver: str, options: Mapping[str, Plain], done: Callable[[str], None]) -> None:
        """Ask harmlessly whether the device is there, on a lane: done gets `""` or a code `device.*`. Nothing moves."""
        self._floor.lanes.run(LANE, lambda: self._probed(driver, options), done, lambda error: done(_code_of(error)))

    def _probed(self, driver: str, options: Mapping[str, Plain]) -> str:
        kind = self._kinds.get(driver)
        if kind is None:
            raise Refused("device.no_driver")
        if self._practice:
            raise Refused("practice.no_ports")
        with self._lock:
            users = [
                one for one in self._driven.values() if one.set_up.address and one.set_up.address == options.get("port")
            ]
        if users and all(one.health.ok for one in users):
            return ""  # the line is open and works; opening it again would only say that it is taken
        try:
            found = kind.probe(options)
        except ValueError:
            return "device.option"
        return f"device.{found}" if found else ""

    # --- told by drivers and ports, on their threads -----------------------------------------------------------------

    def keep(self, kind: str, call: Keep) -> None:
        """As acting.Keeps says."""
        self._keeps.setdefault(kind, []).append(call)

    def _heard(self, one: Driven, event: Reading) -> None:
        said = DeviceSaid(one.id, one.set_up.role.value, event.kind, event.fields, self._floor.clock.now_ms())
        for call in self._keeps.get(event.kind, ()):
            call(said)
        self._floor.bus.publish(said)

    def _stands(self, one: Driven) -> None:
        health = one.health
        self._floor.bus.publish(HealthChanged(_subject(one.id), health.code, health.ok, name=one.set_up.name))
        self._tell(STANDING)

    def _plugged(self, came: Sequence[PortSeen], went: Sequence[PortSeen]) -> None:
        with self._lock:
            for port in went:
                self._ports.pop(port.name, None)
            for port in came:
                self._ports[port.name] = port
            names = {port.address for port in came} | {port.name for port in came}
            back = [one for one in self._driven.values() if one.set_up.address in names and not one.health.ok]
        for one in back:
            one.hurry()
        self._tell(PORTS)

    def _tell(self, topic: str) -> None:
        self._floor.bus.publish(Changed(frozenset({topic})))


def _refusal(one: Driven, order: Order) -> str:
    """Why this is no order for this device; "" when it is one."""
    known = next((action for action in one.kind.ACTIONS if action.name == order.action), None)
    if one.set_up.off or known is None:
        return "device.is_off" if one.set_up.off else "device.action"
    try:
        if not callable(order.private):
            complete(known.params, {**order.params, **order.private})
    except DriverError:
        return "device.option"
    return ""


def _subject(device_id: str) -> str:
    return f"device.{device_id}"


def _other(now: SetUp, wanted: SetUp | None) -> bool:
    """Whether the driver must be made anew."""
    if wanted is None:
        return True
    return (now.driver, now.address, dict(now.options), now.training, now.off) != (
        wanted.driver, wanted.address, dict(wanted.options), wanted.training, wanted.off,
    )  # fmt: skip


def _code_of(error: Exception) -> str:
    return error.code if isinstance(error, Fault) else "device.driver_bug"


__all__ = ["PORTS", "STANDING", "Devices", "Floor"]
