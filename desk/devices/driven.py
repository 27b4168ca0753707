"""One device in use: its driver, how it stands, what it said last. Nothing here touches the store."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk.core.errors import Refused
from desk.devices.acting import Attached, Plain
from desk.devices.training import Stage
from desk.devices.views import SetUp
from drivers.api import Driver, DriverError, Noise, Reading, State

log = logging.getLogger("desk.devices")
STOP_S = 1.0
Heard = Callable[["Driven", Reading], None]
Changed = Callable[["Driven"], None]
# a reading in which the device itself says that something is wrong with it, and the field that says what
TROUBLE_IN = {"printer": "trouble"}
PLAIN = frozenset(
    {"level", "status", "door", "contact", "relay", "barrier", "printer", "machine", "stock", "selection"}
)


@dataclass(frozen=True)
class Health:
    """code: `device.off`, `.opening`, `.ready`, or why it cannot work: `device.<reason of the driver>`; since: UTC ms."""

    code: str = "device.off"
    ok: bool = True
    since: int = 0

    @property
    def ready(self) -> bool:
        return self.code == "device.ready"


class Driven:
    """`heard` and `changed` are called on the driver's thread."""

    def __init__(
        self, set_up: SetUp, kind: type[Driver], heard: Heard, changed: Changed, now: Callable[[], int]
    ) -> None:
        """Raises Refused("device.option", option) for options the driver has not."""
        self.set_up, self.kind = set_up, kind
        self._heard, self._changed, self._now = heard, changed, now
        self._lock = threading.Lock()
        self._state, self._reason, self._trouble = State.STOPPED, "", ""
        self.health = Health("device.off" if set_up.off else "device.opening", since=now())
        self.ready = threading.Event()  # it is there and nothing stands in the way
        self.ending = threading.Event()
        self.last: dict[str, Mapping[str, Plain]] = {}  # plain readings by kind, for the page; never written
        self.stage: Stage | None = None
        try:
            self._driver = self._made()
        except DriverError as error:
            raise Refused("device.option", option=error.facts.get("option", "")) from None

    @property
    def id(self) -> str:
        return self.set_up.id

    def attached(self) -> Attached:
        one, health = self.set_up, self.health
        return Attached(
            one.id, one.name, one.role, one.driver, tuple(action.name for action in self.kind.ACTIONS),
            health.ok, health.code, one.training, one.place,
        )  # fmt: skip

    def _made(self) -> Driver:
        options = dict(self.set_up.options)
        if not self.set_up.training:
            return self.kind({**options, **({"port": self.set_up.address} if self.set_up.address else {})}, self)
        self.stage = stage = Stage(self.kind, options)
        try:
            return self.kind({**options, "port": stage.port}, self)
        except DriverError:
            stage.stop()
            raise

    def start(self) -> None:
        if self.stage is not None:
            self.stage.start()
        self._driver.start()

    def stop(self) -> None:
        """Within a second and a little; said before, so that whoever waits for it waits no longer."""
        self.ending.set()
        self.ready.set()
        if not self._driver.stop(STOP_S):
            log.warning("a driver of the kind %s did not end in time", self.kind.NAME)
        if self.stage is not None:
            self.stage.stop()

    def hurry(self) -> None:
        self._driver.hurry()

    @property
    def driver(self) -> Driver:
        return self._driver

    # --- told by the driver, on its thread ---------------------------------------------------------------------------

    def reading(self, event: Reading | Noise) -> None:
        if isinstance(event, Noise):
            log.debug("noise at a %s: %s, %d bytes", self.kind.NAME, event.why, event.size)
            return
        if field := TROUBLE_IN.get(event.kind):
            self._stand(trouble=str(event.fields.get(field, "")))
        if event.kind in PLAIN:
            self.last[event.kind] = dict(event.fields)
        self._heard(self, event)

    def state(self, state: State, reason: str) -> None:
        if state is State.STOPPED:
            return
        self._stand(state, reason)

    def _stand(self, state: State | None = None, reason: str = "", trouble: str | None = None) -> None:
        with self._lock:
            if state is not None:
                self._state, self._reason = state, reason
                self._trouble = "" if state is not State.READY else self._trouble
            if trouble is not None:
                self._trouble = trouble
            before, self.health = self.health, self._judged()
            if self.health.code == before.code:
                self.health = before
                return
            if self.health.ready or self.ending.is_set():
                self.ready.set()
            else:
                self.ready.clear()
        log.info("%s (%s): %s", self.set_up.role, self.kind.NAME, self.health.code)
        self._changed(self)

    def _judged(self) -> Health:
        now = self._now()
        if self._state is State.LOST:
            return Health(f"device.{self._reason or 'lost'}", ok=False, since=now)
        if self._state is State.READY and self._trouble:
            return Health(f"device.{self._trouble}", ok=False, since=now)
        return Health("device.ready" if self._state is State.READY else "device.opening", since=now)
