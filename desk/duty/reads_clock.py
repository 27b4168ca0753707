"""Clock events as they lie in the store: of a member, of a shift, on a device, and who is on duty by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, or_, select

from desk.core.clock import DAY_MS
from desk.duty import reads_shifts
from desk.duty.rules import ClockKind
from desk.duty.rules_assignments import Held
from desk.duty.rules_clock import Open
from desk.duty.rules_hours import CARRIED_MS, LOG_MAX_MS, Event, on_since, real
from desk.duty.tables import Assignment, ClockEvent, DutyMember, ServiceRecord
from desk.store.unit import CHUNK, Reading

LOOK_BACK_MS = 3 * DAY_MS  # nobody is on duty by an event older than this
_K, _H, _R = ClockEvent.__table__.c, Assignment.__table__.c, ServiceRecord.__table__.c


@dataclass(frozen=True)
class Presence:
    """Somebody who is on duty. since: UTC ms, when they came; open: by which shift."""

    member_id: str
    open: Open
    method: str
    gate_id: str


def of_shift(r: Reading, member_id: str, shift_id: str) -> list[Event]:
    """A member's events of one shift; with shift_id "" all of theirs without one."""
    same = _K.shift_id == shift_id if shift_id else _K.shift_id.is_(None)
    return _events(r, _K.member_id == member_id, same)


def since(r: Reading, at: int) -> list[Event]:
    """Every event from a moment on, and every correction."""
    return _events(r, or_(_K.at >= at, _K.said_at >= at))


def beside(r: Reading, events: Iterable[Event]) -> list[Event]:
    """Events of others on the same devices within seconds of these."""
    found: dict[str, Event] = {}
    for one in events:
        near = (_K.at >= one.at - CARRIED_MS, _K.at <= one.at + CARRIED_MS, _K.member_id != one.member_id)
        if one.device_id:
            found |= {event.id: event for event in _events(r, *near, _K.device_id == one.device_id)}
    return list(found.values())


def untold(r: Reading, at: int) -> list[tuple[str, str]]:
    """(member, shift) of events from a moment on that no record tells of yet; shift "" is without one."""
    told = set[str]()
    for row in r.conn.execute(select(_R.clock_ids).where(_R.start_at >= at - DAY_MS)):
        told.update(row.clock_ids or ())
    rows = r.conn.execute(
        select(_K.id, _K.member_id, _K.shift_id).where(
            _K.at >= at, _K.kind.in_((ClockKind.IN.value, ClockKind.OUT.value))
        )
    )
    return sorted({(row.member_id, row.shift_id or "") for row in rows if row.id not in told})


def on_duty(r: Reading) -> list[Presence]:
    """Who is on duty, the longest first; whoever forgot to clock off is not."""
    recent = since(r, r.now - LOOK_BACK_MS)
    shifts = reads_shifts.shifts_by_id(r, {one.shift_id for one in recent if one.shift_id})
    rows = {
        row.id: row.gate_id for row in r.conn.execute(select(_K.id, _K.gate_id).where(_K.at >= r.now - LOOK_BACK_MS))
    }
    groups: dict[tuple[str, str], list[Event]] = {}
    for one in recent:
        groups.setdefault((one.member_id, one.shift_id), []).append(one)
    found = []
    for (member_id, shift_id), events in groups.items():
        last = _still_on(shift_id, events)
        if last is None:
            continue
        by = Open(shift_id, last.moment, shifts[shift_id].end_at if shift_id in shifts else None)
        if not by.forgotten(r.now):
            found.append(Presence(member_id, by, last.method, rows.get(last.id, "")))
    return sorted(found, key=lambda one: (one.open.since, one.member_id))


def open_of(r: Reading, member_id: str) -> Open | None:
    """What a member is on duty by, the latest; forgotten ones are left out."""
    mine = [one.open for one in on_duty(r) if one.member_id == member_id]
    return max(mine, key=lambda one: one.since) if mine else None


def last_off(r: Reading, member_id: str) -> int | None:
    """When a member last clocked off, UTC ms."""
    whole = _events(r, _K.member_id == member_id, _K.at >= r.now - LOOK_BACK_MS)
    return max((event.moment for event in real(whole) if event.kind == ClockKind.OUT), default=None)


def assignments_of(r: Reading, member_id: str, start: int, end: int) -> list[Held]:
    """A member's assignments that touch [start, end) (UTC ms), in their order."""
    where = (_H.member_id == member_id, _H.start_at < end, _H.end_at > start)
    rows = r.conn.execute(select(Assignment.__table__).where(*where).order_by(_H.start_at, _H.id))
    return [reads_shifts.held_of(row) for row in rows.mappings()]


def pin_hash_of(r: Reading, member_id: str) -> str:
    """The hash of the PIN a member clocks on by, "" when they have none."""
    found = select(DutyMember.pin_hash).where(DutyMember.id == member_id, DutyMember.deleted_at.is_(None))
    return str(r.conn.execute(found).scalar() or "")


def by_ids(r: Reading, ids: Sequence[str]) -> list[Event]:
    found = list[Event]()
    for start in range(0, len(ids), CHUNK):
        found += _events(r, _K.id.in_(ids[start : start + CHUNK]))
    return found


def _still_on(shift_id: str, events: list[Event]) -> Event | None:
    """Without a shift only the last half day says anything of now."""
    if shift_id:
        return on_since(events)
    newest = max((event.moment for event in events), default=0)
    return on_since([event for event in events if event.moment > newest - LOG_MAX_MS])


def _events(r: Reading, *where: object) -> list[Event]:
    rows = r.conn.execute(select(ClockEvent.__table__).where(*where))  # type: ignore[arg-type]
    return [_event(row) for row in rows]


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(
        row.id, row.kind, row.at, row.member_id, row.shift_id or "", row.said_at, row.method, row.by_self,
        row.corrects or "", row.device_id, row.clock_quality != "trusted", row.gate_id,
    )  # fmt: skip
