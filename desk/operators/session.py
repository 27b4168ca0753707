"""Who is on duty: chips, the one that acts, lock and unlock. No Qt.

Every method that touches the store belongs on a lane; `actor`, `state`, `touch` and `due` are memory and may be
called from the screen. After each change `Changed({"session"})` is published.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

from desk.core.clock import Clock, SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus
from desk.core.settings import SettingsFile
from desk.operators import reads, service
from desk.operators import service_duty as duty
from desk.operators.board import Board, DutyState
from desk.operators.reads import Chip
from desk.operators.rules import RECOVERY, Role, actor_of, locked_actor, needs_pin_to_switch
from desk.operators.tries import Tries
from desk.store import backup
from desk.store.store import Store

__all__ = ["MOST_ON_DUTY", "DutyState", "Session"]
MOST_ON_DUTY = 8


class Session(Board):
    """One desk's duty. After a restart the same chips are there and the desk is locked."""

    def __init__(self, store: Store, clock: Clock, bus: Bus, time: SiteTime, settings: SettingsFile) -> None:
        super().__init__(store, clock, bus, settings)
        self._time = time
        self._turn = threading.RLock()  # one sign-on at a time: no guessing in parallel
        self._tries = Tries(store, clock)

    def tick(self) -> DutyState:
        """Lock when idle, take chips off whose time is over or who were made inactive."""
        with self._turn:
            if self.state.locked and not self._state.locked:
                self._lock("idle")
            self._drop_stale()
            return self._state

    def make_first_manager(self, display_name: str, pin: str) -> DutyState:
        """The wizard's last step. Refused: operator.not_first, operator.name_empty, pin.*"""
        with self._turn, self._store.unit() as u:
            chip = service.make_first_manager(u, display_name, pin)
            duty.come_on(u, chip.operator_id, "pin")
        return self._now_acts(chip)

    def sign_on_pin(self, operator_id: str, pin: str) -> DutyState:
        """Sign on, or unlock as this one. Refused: operator.pin_wrong(tries_left), operator.pin_wait(wait_s),
        operator.no_pin, operator.gone, operator.expired, operator.too_many."""
        with self._turn:
            chip = self._eligible(operator_id)
            self._tries.check_pin(chip, pin)
            return self._come_on(chip, "pin")

    def sign_on_badge(self, text: str) -> DutyState:
        """A card or printed code: sign on, unlock, or switch. Refused: operator.badge_unknown, operator.expired..."""
        with self._turn:
            with self._store.reading() as r:
                owner = reads.owner_of_badge(r, text)
            if owner is None:
                raise Refused("operator.badge_unknown")
            return self._come_on(self._eligible(owner), "badge")

    def sign_on_code(self, operator_id: str) -> DutyState:
        """Their duty card, identified and found good: sign on, unlock, or switch. Refused: operator.gone, .expired, .too_many."""
        with self._turn:
            return self._come_on(self._eligible(operator_id), "duty_code")

    def check_pin(self, operator_id: str, pin: str) -> None:
        """Returns for the right PIN; nobody signs on. Refused: as sign_on_pin."""
        with self._turn:
            self._tries.check_pin(self._eligible(operator_id), pin)

    def check_other_pin(self, subject: str, stored: str, pin: str) -> None:
        """A PIN that is not of an operator (of the team, by id): guessed as slowly as the others."""
        with self._turn:
            self._tries.check_hash(subject, stored, pin)

    def switch(self, operator_id: str, pin: str = "") -> DutyState:
        """Tap a chip. Refused: operator.not_on_duty, session.locked, operator.pin_needed (ask and call again)."""
        with self._turn:
            state = self.state
            if operator_id not in {c.operator_id for c in state.chips}:
                raise Refused("operator.not_on_duty")
            if state.locked:
                raise Refused("session.locked")
            chip = self._eligible(operator_id)
            mode = str(self._settings.now.extra.get("switch_pin", "higher"))
            if needs_pin_to_switch(mode, self.actor.role, chip.role):
                if not pin:
                    raise Refused("operator.pin_needed", label=chip.label)
                self._tries.check_pin(chip, pin)
            with self._store.unit(actor_of(chip.operator_id, chip.role)) as u:
                duty.activate(u, operator_id, "pin" if pin else "tap")
            return self._now_acts(chip)

    def vouch(self, display_name: str, pin: str = "") -> DutyState:
        """Answer for a first-timer until midnight of the site's day; they come on duty and act.

        Refused: right.missing, operator.name_empty, pin.*, operator.too_many.
        """
        with self._turn:
            self._room_for("")
            with self._store.unit(self.actor) as u:
                chip = service.vouch(u, display_name, self._midnight(u.now), pin)
                duty.come_on(u, chip.operator_id, "vouched")
            return self._now_acts(chip)

    def sign_off(self, operator_id: str = "") -> DutyState:
        """Off duty: this chip, or the active one. Others stay; when they may do more, the desk locks for a PIN."""
        with self._turn:
            state = self.state
            leaving = operator_id or state.active_id
            if leaving not in {c.operator_id for c in state.chips}:
                raise Refused("operator.not_on_duty")
            with self._store.unit(self.actor) as u:
                duty.go_off(u, leaving, "asked")
            return self._without({leaving})

    def take_back(self, operator_id: str, before: DutyState) -> DutyState:
        """The sign-on of a moment ago was a mistake. before: the state it found, which is there again: whoever acted acts,
        a locked desk is locked. Once somebody else acts, only their chip goes.
        """
        with self._turn:
            acts = self._state.active_id == operator_id
            state = self._state
            if operator_id not in {c.operator_id for c in before.chips}:
                state = self.sign_off(operator_id)
            if not acts:
                return state
            back = before.active_id if before.active_id in {c.operator_id for c in state.chips} else ""
            if back and not before.locked:
                with self._store.unit(locked_actor(self._last_id)) as u:
                    duty.activate(u, back, "taken_back")
                self._last_id = back
            return self._set(replace(state, active_id=back, locked=bool(state.chips) and (before.locked or not back)))

    def lock(self) -> DutyState:
        """F11."""
        with self._turn:
            return self._lock("asked")

    def change_own_pin(self, old: str, new: str) -> None:
        """Refused: operator.pin_wrong, operator.pin_wait, pin.*, session.locked."""
        with self._turn:
            chip = self.state.active
            if chip is None or self.state.locked:
                raise Refused("session.locked")
            if chip.has_pin:
                self._tries.check_pin(chip, old)
            with self._store.unit(self.actor) as u:
                service.set_pin(u, chip.operator_id, new)
            self._refresh()

    def reset_pin_by_recovery(self, operator_id: str, code: str, new_pin: str) -> DutyState:
        """A manager has lost the PIN: the recovery code sets a new one and signs on.

        Refused: operator.recovery_wrong(tries_left), operator.pin_wait, operator.not_manager, pin.*
        """
        with self._turn:
            chip = self._eligible(operator_id)
            if chip.role != Role.MANAGER:
                raise Refused("operator.not_manager")
            self._tries.attempt(
                (duty.RECOVERY_GUARD,), lambda: backup.code_opens(self._store, code), "operator.recovery_wrong"
            )
            with self._store.unit(RECOVERY) as u:
                service.set_pin(u, operator_id, new_pin)
            self._tries.forgive(duty.RECOVERY_GUARD, operator_id)
            return self._come_on(replace(chip, has_pin=True), "recovery")

    # --- inside -----------------------------------------------------------------------------------------------------

    def _eligible(self, operator_id: str) -> Chip:
        with self._store.reading() as r:
            chip = reads.chip(r, operator_id)
        if chip is None:
            raise Refused("operator.gone")
        if chip.expired(self._clock.now_ms()):
            raise Refused("operator.expired", label=chip.label)
        return chip

    def _come_on(self, chip: Chip, how: str) -> DutyState:
        self._room_for(chip.operator_id)
        with self._store.unit(actor_of(chip.operator_id, chip.role)) as u:
            duty.come_on(u, chip.operator_id, how)
        return self._now_acts(chip)

    def _room_for(self, operator_id: str) -> None:
        others = [c for c in self._state.chips if c.operator_id != operator_id]
        if len(others) >= MOST_ON_DUTY:
            raise Refused("operator.too_many", most=MOST_ON_DUTY)

    def _lock(self, why: str) -> DutyState:
        if not self._state.locked and self._state.chips:
            with self._store.unit(locked_actor(self._last_id)) as u:
                u.audit("session.locked", why=why)
            self._set(replace(self._state, locked=True))
        return self._state

    def _drop_stale(self) -> None:
        fresh = self._refresh()
        now = self._clock.now_ms()
        stale = {c.operator_id: "expired" for c in self._state.chips if c.expired(now)}
        stale |= {c.operator_id: "inactive" for c in self._state.chips if c.operator_id not in fresh}
        if stale:
            with self._store.unit(locked_actor(self._last_id)) as u:
                for operator_id, why in stale.items():
                    duty.go_off(u, operator_id, why)
            self._without(set(stale))

    def _refresh(self) -> set[str]:
        """Take changed roles and labels into the chips; returns the ids that may still work."""
        with self._store.reading() as r:
            found = {c.operator_id: reads.chip(r, c.operator_id) for c in self._state.chips}
        chips = tuple(found.get(c.operator_id) or c for c in self._state.chips)
        if chips != self._state.chips:
            self._set(replace(self._state, chips=chips))
        return {operator_id for operator_id, chip in found.items() if chip is not None}

    def _midnight(self, now: int) -> int:
        return self._time.at(self._time.day(now) + timedelta(days=1))
