"""Drivers whose actions wait for each other: one at a time, each with its deadline, none while the device is away."""

from __future__ import annotations

import threading
import time
from abc import abstractmethod
from collections.abc import Mapping

from drivers.api import Action, Driver, Options, Outcome, Result, State, Told, Value, complete


class OneAtATime(Driver):
    """A subclass gives `carry_out`."""

    def __init__(self, options: Options, told: Told) -> None:
        super().__init__(options, told)
        self._acting = threading.Lock()

    @abstractmethod
    def carry_out(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        """An action of a device that is ready, on the caller's thread; until_s: deadline (monotonic)."""

    def act(self, action: str, params: Options | None = None, deadline_s: float | None = None) -> Result:
        known = self.known(action)
        values = complete(known.params, params or {})
        until_s = time.monotonic() + (known.deadline_s if deadline_s is None else deadline_s)
        if not self._acting.acquire(timeout=max(0.0, until_s - time.monotonic())):
            return Result(Outcome.FAILED, "busy")
        try:
            if self.standing.state is not State.READY:
                return Result(Outcome.FAILED, self.standing.reason or "not_ready")
            return self.carry_out(known, values, until_s)
        finally:
            self._acting.release()
