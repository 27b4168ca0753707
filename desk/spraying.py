"""A spray: written down, then done by a relay in pulses that end by themselves, then how it ended. Joins alarms and devices."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from desk.alarms.rights import MACHINE
from desk.alarms.rules_automation import Automation
from desk.alarms.rules_dust import slices
from desk.core.errors import Fault
from desk.core.lanes import WRITE, Lanes
from desk.devices.acting import Acted, Acts, Ended, Purpose

if TYPE_CHECKING:
    from desk.store.store import Store
    from desk.store.unit import Unit

log = logging.getLogger("desk.alarming")
SUBJECT, PULSE = "automation", "pulse"
BLIND = "device.unproven"  # a board that answers nothing: what is left of the spray is done all the same
STOPPED = "automation.stopped"


class Floor(Protocol):
    """The part of desk.app.Desk in use."""

    lanes: Lanes

    @property
    def store(self) -> Store: ...


class Sprays:
    """One spray of a rule at a time. `over` is called on the caller's loop when one has ended."""

    def __init__(self, floor: Floor, devices: Acts) -> None:
        self._floor, self._devices = floor, devices
        self._running: dict[str, str] = {}  # rule -> run
        self._stopped = threading.Event()

    def running(self) -> frozenset[str]:
        """Rules whose spray is on now."""
        return frozenset(self._running)

    def stop(self) -> None:
        """Nothing more is begun; a pulse that is on ends by itself."""
        self._stopped.set()

    def begin(self, rule: Automation, value: float) -> None:
        """From any thread, at once: what comes of it stands in the store."""
        from desk.alarms import service

        self._write(
            lambda u: service.begin_run(u, rule.id, value),
            lambda run_id: self._pulse(rule, run_id, slices(rule.dust.seconds), ""),
        )

    def _pulse(self, rule: Automation, run_id: str, left: Sequence[int], blind: str) -> None:
        self._running[rule.id] = run_id
        if self._stopped.is_set() or not left:
            ended = Ended.FAILED if left else Ended.UNKNOWN if blind else Ended.DONE
            self._end(rule, run_id, ended, STOPPED if left else blind)
            return
        began_s = time.monotonic()

        def done(acted: Acted) -> None:
            if acted.outcome is Ended.DONE or acted.code == BLIND:
                self._wait(
                    rule, began_s + left[0] / 1000, lambda: self._pulse(rule, run_id, left[1:], acted.code or blind)
                )
            else:
                self._end(rule, run_id, acted.outcome, acted.code)

        self._devices.act(
            rule.relay_id, PULSE, {"channel": rule.channel, "ms": left[0]}, purpose=Purpose(SUBJECT, run_id),
            actor=MACHINE, done=done,
        )  # fmt: skip

    def _wait(self, rule: Automation, until_s: float, then: Callable[[], None]) -> None:
        """A board that times its pulse answers at its beginning: the next one follows when this one is over."""
        left_s = max(0.0, until_s - time.monotonic())
        self._floor.lanes.run(f"spray-{rule.id}", lambda: self._stopped.wait(left_s), lambda _: then())

    def _end(self, rule: Automation, run_id: str, ended: Ended, code: str) -> None:
        from desk.alarms import service

        self._running.pop(rule.id, None)
        self._write(lambda u: service.end_run(u, rule.id, run_id, ended.value, code))

    def _write(self, work: Callable[[Unit], str | None], done: Callable[[str], None] | None = None) -> None:
        def turn() -> str | None:
            with self._floor.store.unit(MACHINE) as u:
                return work(u)

        self._floor.lanes.run(WRITE, turn, lambda found: done(found) if done and found else None, _failed)


def _failed(error: Exception) -> None:
    """Nothing was sprayed, or its end is called unknown by the next start."""
    log.warning("a spray: %s", error.code if isinstance(error, Fault) else type(error).__name__)
