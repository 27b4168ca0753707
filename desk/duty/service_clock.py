"""Verbs of the clock: somebody comes, somebody goes, by their code, their PIN, or the desk. Each is a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.duty import reads_clock, reads_shifts
from desk.duty.reads_shifts import ShiftView
from desk.duty.reads_team import Member
from desk.duty.rules import ClockKind
from desk.duty.rules_clock import Method, Step, decide, shift_for
from desk.duty.service_assignments import rebuild
from desk.duty.service_settle import settle
from desk.duty.service_who import member_of
from desk.duty.tables import ClockEvent
from desk.store.unit import Unit

CLOCK = "duty.clock"
SAID_BACK_MS = 12 * HOUR_MS  # how long ago "I came at eight" may lie
TAKE_BACK_MS = 10 * MINUTE_MS
AROUND_MS = DAY_MS + HOUR_MS


@dataclass(frozen=True)
class Clocked:
    """What came of it. step: rules_clock.Step; shift: the one they are in (or were); since: when they came (UTC ms).

    events: what was written, for taking it back.
    """

    step: Step
    member_id: str
    label: str
    operator_id: str
    shift: ShiftView | None = None
    since: int = 0
    events: tuple[str, ...] = ()


def scan(u: Unit, member_id: str, method: Method = Method.CODE) -> Clocked:
    """One scan of a member's code, or one press beside their name: on, off, on to the next shift, or nothing new.

    Right duty.clock. Refused: clock.unknown, clock.left.
    """
    u.actor.require(CLOCK)
    who = _member(u, member_id)
    on_by = reads_clock.open_of(u, member_id)
    mine = reads_clock.assignments_of(u, member_id, u.now - AROUND_MS, u.now + AROUND_MS)
    found = decide(u.now, on_by, mine, reads_clock.last_off(u, member_id))
    events = list[str]()
    if found.step in (Step.OFF, Step.OFF_ON):
        events.append(_write(u, who, ClockKind.OUT, found.off, method))
    if found.step in (Step.ON, Step.OFF_ON):
        events.append(_write(u, who, ClockKind.IN, found.on, method))
    since = u.now if found.step in (Step.ON, Step.OFF_ON) or on_by is None else on_by.since
    return _done(u, who, found.step, found.off if found.step is Step.OFF else found.on, since, events)


def clock_on(
    u: Unit, member_id: str, shift_id: str | None = None, method: Method = Method.DESK, said_at: int | None = None
) -> Clocked:
    """Somebody came. shift_id: None finds it, "" is without a shift; said_at: when they say they came, UTC ms.

    Right duty.clock. Refused: clock.unknown, clock.left, clock.already_on, clock.shift_cancelled, clock.said_ahead,
    clock.said_long_ago, store.gone.
    """
    u.actor.require(CLOCK)
    who = _member(u, member_id)
    if reads_clock.open_of(u, member_id) is not None:
        raise Refused("clock.already_on", label=who.label)
    if shift_id is None:
        mine = reads_clock.assignments_of(u, member_id, u.now - AROUND_MS, u.now + AROUND_MS)
        shift_id = shift_for(u.now if said_at is None else said_at, mine)
    if shift_id:
        shift = reads_shifts.shift(u, shift_id)
        if shift is None:
            raise Refused("store.gone", kind="shift")
        if shift.cancelled_at is not None:
            raise Refused("clock.shift_cancelled")
    event = _write(u, who, ClockKind.IN, shift_id, method, _said(u, said_at))
    return _done(u, who, Step.ON, shift_id, u.now if said_at is None else said_at, [event])


def clock_off(u: Unit, member_id: str, method: Method = Method.DESK, said_at: int | None = None) -> Clocked:
    """Somebody goes. Right duty.clock. Refused: clock.unknown, clock.not_on, clock.said_*."""
    u.actor.require(CLOCK)
    who = _member(u, member_id, left=True)
    on_by = reads_clock.open_of(u, member_id)
    if on_by is None:
        raise Refused("clock.not_on", label=who.label)
    if said_at is not None and said_at < on_by.since:
        raise Refused("clock.said_before_in")
    event = _write(u, who, ClockKind.OUT, on_by.shift_id, method, _said(u, said_at))
    return _done(u, who, Step.OFF, on_by.shift_id, on_by.since, [event])


def take_back(u: Unit, event_ids: Sequence[str]) -> None:
    """The wrong name was pressed: the events stay and count for nothing. Right duty.clock. Refused: clock.too_late."""
    u.actor.require(CLOCK)
    for event in reads_clock.by_ids(u, event_ids):
        if event.device_id != u.device_id or u.now - event.at > TAKE_BACK_MS:
            raise Refused("clock.too_late")
        u.add(
            ClockEvent, kind=ClockKind.VOID.value, at=u.now, member_id=event.member_id, shift_id=event.shift_id or None,
            method=Method.DESK.value, corrects=event.id, **_where(u),
        )  # fmt: skip
        _after(u, event.member_id, event.shift_id)


def _write(u: Unit, who: Member, kind: ClockKind, shift_id: str, method: Method, said_at: int | None = None) -> str:
    by_self = method is not Method.DESK or (bool(who.operator_id) and who.operator_id == u.actor.operator_id)
    eid = u.add(
        ClockEvent, kind=kind.value, at=u.now, said_at=said_at, member_id=who.id, shift_id=shift_id or None,
        method=method.value, by_self=by_self, **_where(u),
    )  # fmt: skip
    _after(u, who.id, shift_id)
    return eid


def _where(u: Unit) -> dict[str, object]:
    return {
        "gate_id": u.gate_id, "device_id": u.device_id, "operator_id": u.actor.operator_id or None,
        "clock_quality": u.clock_quality.value,
    }  # fmt: skip


def _after(u: Unit, member_id: str, shift_id: str) -> None:
    if shift_id:
        rebuild(u, [shift_id])
    settle(u, member_id, shift_id)
    u.changed("duty", "hours")


def _said(u: Unit, said_at: int | None) -> int | None:
    if said_at is None:
        return None
    if said_at > u.now:
        raise Refused("clock.said_ahead")
    if said_at < u.now - SAID_BACK_MS:
        raise Refused("clock.said_long_ago", hours=SAID_BACK_MS // HOUR_MS)
    return said_at


def _member(u: Unit, member_id: str, left: bool = False) -> Member:
    who = member_of(u, member_id)
    if who.left_at is not None and not left:
        raise Refused("clock.left", label=who.label)
    return who


def _done(u: Unit, who: Member, step: Step, shift_id: str, since: int, events: list[str]) -> Clocked:
    shift = reads_shifts.shift(u, shift_id) if shift_id else None
    return Clocked(step, who.id, who.label, who.operator_id, shift, since, tuple(events))
