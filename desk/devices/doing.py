"""Orders to devices, each device's one after the other: recorded, committed, done once, and what came of it recorded."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.core.actor import Actor
from desk.core.errors import Fault
from desk.core.lanes import Lanes
from desk.devices.acting import Acted, Answer, Ended, Plain, Purpose
from desk.devices.driven import Driven
from desk.devices.views import Begun
from drivers.api import DriverError, Outcome, Result

if TYPE_CHECKING:
    from desk.store.store import Store
    from desk.store.unit import Unit

log = logging.getLogger("desk.devices")
PATIENCE_S = 10.0  # an order that could not be begun by then is not begun: whoever stood there has walked on
CLOSING_S = 3.0
Begin = Callable[["Unit", Driven], Begun]
Private = Callable[[], Mapping[str, Plain]]


class Floor(Protocol):
    lanes: Lanes

    @property
    def store(self) -> Store: ...


@dataclass(frozen=True)
class Order:
    """What a device is to do. begin: how its beginning is written down, None: as any action. late: the last moment at which
    it may begin, as seconds after it was given; waits: it may wait until then for a device that is not ready."""

    action: str
    params: Mapping[str, Plain]
    purpose: Purpose
    private: Mapping[str, Plain] | Private
    actor: Actor
    done: Answer | None = None
    begin: Begin | None = None
    late_s: float = PATIENCE_S
    waits: bool = False


class Doing:
    """One lane for each device, so that none waits for another's paper."""

    def __init__(self, floor: Floor, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._floor, self._monotonic_s = floor, monotonic_s
        self._lock = threading.Lock()
        self._waiting: dict[str, int] = {}

    def put(self, one: Driven, order: Order) -> None:
        """Never blocks. `order.done` is called once."""
        given_s = self._monotonic_s()
        self._count(one.id, 1)
        self._floor.lanes.run(
            lane_of(one.id), lambda: self._counted(one, order, given_s), lambda acted: _say(order, acted),
            lambda error: _say(order, _fell(error)),
        )  # fmt: skip

    def waiting(self, device_id: str) -> int:
        """Orders that wait or are being done."""
        with self._lock:
            return self._waiting.get(device_id, 0)

    def answer(self, order: Order, acted: Acted) -> None:
        """Without any turn."""
        self._floor.lanes.post(lambda: _say(order, acted))

    def close(self, device_ids: Sequence[str]) -> None:
        """Wait a little for what is being done; drivers have been stopped before, so that it ends."""
        for device_id in device_ids:
            self._floor.lanes.drain(lane_of(device_id), CLOSING_S)

    # --- on the device's lane ----------------------------------------------------------------------------------------

    def _counted(self, one: Driven, order: Order, given_s: float) -> Acted:
        try:
            return self._turn(one, order, given_s)
        finally:
            self._count(one.id, -1)

    def _count(self, device_id: str, more: int) -> None:
        with self._lock:
            self._waiting[device_id] = self._waiting.get(device_id, 0) + more

    def _turn(self, one: Driven, order: Order, given_s: float) -> Acted:
        until_s = given_s + order.late_s
        if order.waits:
            one.ready.wait(max(0.0, until_s - self._monotonic_s()))
        expired = self._monotonic_s() >= until_s or (order.waits and not one.health.ready)
        if one.ending.is_set():
            return Acted("", Ended.FAILED, "device.stopped")
        begun = self._begun(one, order)
        result = Result(Outcome.UNKNOWN, "driver_bug")  # what stands when the driver fails under our hands
        try:
            result = Result(Outcome.FAILED, "expired") if expired else self._done(one, order, begun)
        finally:
            acted = self._ended(begun, result)
        return acted

    def _begun(self, one: Driven, order: Order) -> Begun:
        """Raises what the room refuses; then nothing is done."""
        from desk.devices import service

        with self._floor.store.unit(order.actor) as u:
            if order.begin is not None:
                return order.begin(u, one)
            return service.begin(u, one.set_up, order.action, order.params, order.purpose)

    def _done(self, one: Driven, order: Order, begun: Begun) -> Result:
        try:
            private = order.private() if callable(order.private) else order.private
            return one.driver.act(begun.action, {**begun.params, **private})
        except DriverError as error:
            log.warning("an order to a %s was no order: %s", one.kind.NAME, error.code)
            return Result(Outcome.FAILED, "option")

    def _ended(self, begun: Begun, result: Result) -> Acted:
        """Also when the outcome cannot be written: the answer is what it was, and the next start calls it unknown."""
        from desk.devices import service

        code = f"device.{result.code}" if result.code else ""
        outcome = Ended(result.outcome.value)
        try:
            with self._floor.store.unit() as u:
                service.ended(u, begun.action_id, outcome, code)
        except Fault as fault:
            log.warning("the outcome of an action was not written: %s", fault.code)
        return Acted(begun.action_id, outcome, code, result.fields)


def lane_of(device_id: str) -> str:
    return f"device-{device_id}"


def _say(order: Order, acted: Acted) -> None:
    if order.done is not None:
        order.done(acted)


def _fell(error: Exception) -> Acted:
    """A refusal before anything was done; a bug after something may have been."""
    if isinstance(error, Fault):
        said = {name: fact for name, fact in error.facts.items() if isinstance(fact, str | int | float)}
        return Acted("", Ended.FAILED, error.code, said)
    return Acted("", Ended.UNKNOWN, "device.driver_bug")
