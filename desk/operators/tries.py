"""Wrong PINs and codes: counted before they are checked, waited for with growing patience, across restarts."""

from __future__ import annotations

from collections.abc import Callable

from desk.core.clock import Clock
from desk.core.errors import Refused
from desk.operators import pins, reads
from desk.operators import service_duty as duty
from desk.operators.reads import Chip
from desk.operators.rules_pin import wait_s
from desk.store.store import Store


class Tries:
    """The gate before every secret a person types. Opens its own short units, so that a try counts whatever follows."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._not_before_s: dict[str, float] = {}  # the waits again, by a clock nobody can set

    def check_pin(self, chip: Chip, pin: str) -> None:
        """Returns for the right PIN. Refused: operator.no_pin, operator.pin_wrong, operator.pin_wait."""
        with self._store.reading() as r:
            stored, keyed = reads.pin_hash_of(r, chip.operator_id), pins.keyed_pin(r, pin)
        if stored is None:
            raise Refused("operator.no_pin", label=chip.label)
        self._compare(chip.operator_id, stored, keyed)

    def check_hash(self, subject: str, stored: str, pin: str) -> None:
        """As check_pin for a hash that is kept elsewhere. subject: whose it is, an id."""
        with self._store.reading() as r:
            keyed = pins.keyed_pin(r, pin)
        self._compare(subject, stored, keyed)

    def _compare(self, subject: str, stored: str, keyed: str) -> None:
        subjects = (subject, duty.DESK_GUARD)
        self.attempt(subjects, lambda: pins.matches(stored, keyed), "operator.pin_wrong")
        self.forgive(*subjects)

    def attempt(self, subjects: tuple[str, ...], right: Callable[[], bool], wrong_code: str) -> None:
        """Count, then check. Raises Refused("operator.pin_wait", wait_s=) or Refused(wrong_code, tries_left=)."""
        wait = max(self._not_before_s.get(s, 0.0) - self._clock.monotonic_s() for s in subjects)
        if wait <= 0:
            with self._store.unit() as u:
                wait = duty.claim_try(u, subjects)
        if wait > 0:
            raise Refused("operator.pin_wait", wait_s=-int(-wait // 1))
        if not right():
            raise Refused(wrong_code, tries_left=self._note_wrong(subjects, wrong_code))

    def forgive(self, *subjects: str) -> None:
        """It was right: count from nothing again."""
        with self._store.unit() as u:
            duty.forgive(u, *subjects)
        for subject in subjects:
            self._not_before_s.pop(subject, None)

    def _note_wrong(self, subjects: tuple[str, ...], code: str) -> int:
        with self._store.unit() as u:
            counts = {s: reads.guard_of(u, s)[0] for s in subjects}
            operator_id = next((s for s in subjects if s not in duty.NO_OPERATOR), "")
            u.audit(code, "operator", operator_id, failures=counts[subjects[0]])
        for subject, failures in counts.items():
            if wait := wait_s(failures, duty.free_tries(subject)):
                self._not_before_s[subject] = self._clock.monotonic_s() + wait
        return max(0, min(duty.free_tries(s) - n for s, n in counts.items()))
