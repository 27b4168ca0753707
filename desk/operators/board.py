"""The board of who is on duty: the part of a session that is memory. May be asked from the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.core.events import Bus, Changed
from desk.core.settings import SettingsFile
from desk.operators import reads
from desk.operators.reads import Chip
from desk.operators.rules import actor_of, locked_actor
from desk.store.store import Store

TOPIC = "session"


@dataclass(frozen=True)
class DutyState:
    """What the bar shows. active: the chip that acts; locked: only riders and the roll call go on."""

    chips: tuple[Chip, ...] = ()
    active_id: str = ""
    locked: bool = False

    @property
    def active(self) -> Chip | None:
        return next((c for c in self.chips if c.operator_id == self.active_id), None)


class Board:
    """Chips, the one that acts, locked or not. After each change `Changed({"session"})` is published."""

    def __init__(self, store: Store, clock: Clock, bus: Bus, settings: SettingsFile) -> None:
        self._store, self._clock, self._bus, self._settings = store, clock, bus, settings
        self._touched_s = clock.monotonic_s()
        self._last_id = ""  # the last one who acted: for whom the locked desk counts riders
        self._state = self._restored()

    @property
    def state(self) -> DutyState:
        state = self._state
        return replace(state, locked=True) if not state.locked and self._idle_too_long() else state

    @property
    def actor(self) -> Actor:
        """Who acts now. While nobody does (locked, idle too long, time over, all gone home) the locked desk, which
        still counts riders for whoever was on last."""
        state = self.state
        chip = state.active
        if state.locked or chip is None or chip.expired(self._clock.now_ms()):
            return locked_actor(self._last_id)
        return actor_of(chip.operator_id, chip.role)

    def touch(self) -> None:
        """Somebody pressed a key or moved: the time to the lock begins again. Not once it is due."""
        if not self._idle_too_long():
            self._touched_s = self._clock.monotonic_s()

    def due(self) -> bool:
        """True when `tick` has something to do; cheap enough to ask every second."""
        now = self._clock.now_ms()
        idle = not self._state.locked and self._idle_too_long()
        return idle or any(chip.expired(now) for chip in self._state.chips)

    def seconds_to_lock(self) -> int | None:
        """For the countdown before the lock; None while locked, nobody is on duty, or the lock is off."""
        minutes = self._settings.now.lock_minutes
        if self._state.locked or not self._state.chips or minutes <= 0:
            return None
        return max(0, round(minutes * 60 - (self._clock.monotonic_s() - self._touched_s)))

    # --- for the session --------------------------------------------------------------------------------------------

    def _restored(self) -> DutyState:
        with self._store.reading() as r:
            rows = reads.on_duty_ids(r)
            found = [reads.chip(r, operator_id) for operator_id, _ in rows]
        chips = tuple(c for c in found if c is not None)
        if rows:
            self._last_id = max(rows, key=lambda row: row[1])[0]
        active = self._last_id if self._last_id in {c.operator_id for c in chips} else ""
        return DutyState(chips, active, locked=bool(rows))

    def _now_acts(self, chip: Chip) -> DutyState:
        kept = tuple(chip if c.operator_id == chip.operator_id else c for c in self._state.chips)
        chips = kept if chip in kept else (*kept, chip)
        self._last_id = chip.operator_id
        self._touched_s = self._clock.monotonic_s()
        return self._set(DutyState(chips, chip.operator_id, locked=False))

    def _without(self, gone: set[str]) -> DutyState:
        """Chips that left. When the active one did, nobody steps into their place without showing who they are."""
        chips = tuple(c for c in self._state.chips if c.operator_id not in gone)
        active = "" if self._state.active_id in gone else self._state.active_id
        return self._set(DutyState(chips, active, locked=self._state.locked or (not active and bool(chips))))

    def _idle_too_long(self) -> bool:
        return self.seconds_to_lock() == 0

    def _set(self, state: DutyState) -> DutyState:
        self._state = state
        self._bus.publish(Changed(frozenset({TOPIC})))
        return state
