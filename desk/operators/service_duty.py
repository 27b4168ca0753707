"""Rows behind the session: who is on duty on this desk, and how many wrong PINs there were. Used by session.py alone,
which has checked card, code or PIN before it calls."""

from __future__ import annotations

from sqlalchemy import delete, insert, update

from desk.operators import reads
from desk.operators.rules_pin import FREE_TRIES, FREE_TRIES_DESK, wait_s
from desk.operators.tables import OnDuty, PinGuard
from desk.store.unit import Unit

DESK_GUARD, RECOVERY_GUARD = "desk", "recovery"
NO_OPERATOR = (DESK_GUARD, RECOVERY_GUARD)


def come_on(u: Unit, operator_id: str, how: str) -> None:
    """On duty and active. how: `pin`, `badge`, `vouched`."""
    known = operator_id in dict(reads.on_duty_ids(u))
    if not known:
        u.conn.execute(insert(OnDuty).values(operator_id=operator_id, since=u.now, last_at=u.now))
    u.conn.execute(update(OnDuty).where(OnDuty.operator_id == operator_id).values(last_at=u.now))
    u.audit("session.unlocked" if known else "session.signed_on", "operator", operator_id, how=how)


def activate(u: Unit, operator_id: str, how: str) -> None:
    """Another chip becomes the one that acts. how: `tap`, `pin`, or `taken_back` (a scan before was a mistake)."""
    u.conn.execute(update(OnDuty).where(OnDuty.operator_id == operator_id).values(last_at=u.now))
    u.audit("session.switched", "operator", operator_id, how=how)


def go_off(u: Unit, operator_id: str, why: str) -> None:
    """Off duty. why: `asked`, `expired`, `inactive`."""
    u.conn.execute(delete(OnDuty).where(OnDuty.operator_id == operator_id))
    u.audit("session.signed_off", "operator", operator_id, why=why)


def claim_try(u: Unit, subjects: tuple[str, ...]) -> int:
    """Count a try before it is made, so that ending the program in the middle gives none for free.

    Returns 0 when it may be made, else the seconds to wait (and counts nothing).
    """
    guards = {subject: reads.guard_of(u, subject) for subject in subjects}
    left_ms = max(_left_ms(u, subject, *guard) for subject, guard in guards.items())
    if left_ms > 0:
        return -(-left_ms // 1000)
    for subject, (failures, _) in guards.items():
        _write(u, subject, failures + 1, u.now + wait_s(failures + 1, free_tries(subject)) * 1000)
    return 0


def forgive(u: Unit, *subjects: str) -> None:
    """The try was right: count from nothing again."""
    u.conn.execute(delete(PinGuard).where(PinGuard.subject.in_(subjects)))


def free_tries(subject: str) -> int:
    return FREE_TRIES_DESK if subject == DESK_GUARD else FREE_TRIES


def _left_ms(u: Unit, subject: str, failures: int, wait_until: int) -> int:
    """A wall clock set back must not turn a wait of minutes into one of days: the wait begins again, once."""
    longest = wait_s(failures, free_tries(subject)) * 1000
    if wait_until - u.now > longest:
        wait_until = u.now + longest
        _write(u, subject, failures, wait_until)
    return wait_until - u.now


def _write(u: Unit, subject: str, failures: int, wait_until: int) -> None:
    row = insert(PinGuard).prefix_with("OR REPLACE")
    u.conn.execute(row.values(subject=subject, failures=failures, wait_until=wait_until))
