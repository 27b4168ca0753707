"""Assignments made again: after every issue, change and clock event, here and from other desks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import delete, select

from desk.core.ids import derived_id
from desk.duty import reads_shifts
from desk.duty.rules import month_of
from desk.duty.rules_assignments import Cell, Clocked, Held, Source, reduce
from desk.duty.rules_changes import Change, Kind
from desk.duty.tables import Assignment, DutyMember
from desk.store.bulk import insert_many
from desk.store.unit import CHUNK, Unit

_H = Assignment.__table__.c


def rebuild(u: Unit, shift_ids: Iterable[str]) -> list[Held]:
    """Make the assignments of these shifts again from all that is known; returns them. A shift not here yet waits."""
    found: list[Held] = []
    wanted = list(dict.fromkeys(filter(None, shift_ids)))
    for start in range(0, len(wanted), CHUNK):
        found += _rebuild(u, wanted[start : start + CHUNK])
    if wanted:
        u.changed("duty")
    return found


def rebuild_months(u: Unit, months: Iterable[str]) -> None:
    """Make a whole month's assignments again, as after an issue."""
    for month in dict.fromkeys(months):
        rebuild(u, [one.id for one in reads_shifts.shifts(u, month)])


def rebuild_members(u: Unit, member_ids: Iterable[str]) -> None:
    """Somebody's capacity was changed, or came to be known: shifts they came to unplanned say it of them."""
    mine = select(_H.shift_id).where(_H.member_id.in_(list(member_ids)), _H.source != Source.ISSUE.value)
    rebuild(u, u.conn.execute(mine.distinct()).scalars().all())


def _rebuild(u: Unit, shift_ids: Sequence[str]) -> list[Held]:
    shifts = reads_shifts.shifts_by_id(u, shift_ids)
    published: dict[str, list[Cell]] = {}
    for month in dict.fromkeys(month_of(one.day) for one in shifts.values()):
        issue = reads_shifts.what_stands(u, month).issue
        for cell in issue.cells if issue else ():
            published.setdefault(cell.shift_id, []).append(cell)
    changes = _by_shift(reads_shifts.changes(u, shift_ids))
    clocks: dict[str, list[Clocked]] = {}
    for event in reads_shifts.clocked(u, shift_ids):
        clocks.setdefault(event.shift_id, []).append(event)
    held = [
        one
        for eid, shift in shifts.items()
        for one in reduce(shift.hours, published.get(eid, ()), changes.get(eid, ()), clocks.get(eid, ()))
    ]
    held = _with_capacity(u, held)
    u.conn.execute(delete(Assignment).where(Assignment.shift_id.in_(shift_ids)))
    insert_many(u.conn, Assignment, [_row(one) for one in held])
    return held


def _by_shift(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Changes under every shift they bear on: the steps of a swap under both of its shifts."""
    returns = {change.id: change.other_shift_id for change in changes if change.kind == Kind.OFFER}
    found: dict[str, list[Change]] = {}
    for change in changes:
        for shift_id in {change.shift_id, change.other_shift_id, returns.get(change.swap_id, "")} - {""}:
            found.setdefault(shift_id, []).append(change)
    return found


def _with_capacity(u: Unit, held: list[Held]) -> list[Held]:
    """Whoever only clocked on serves in the capacity they have."""
    if all(one.capacity for one in held):
        return held
    own = {row.id: row.capacity for row in u.conn.execute(select(DutyMember.id, DutyMember.capacity))}
    return [one if one.capacity else replace(one, capacity=own.get(one.member_id, "")) for one in held]


def _row(held: Held) -> dict[str, object]:
    eid = derived_id(held.start_at, "assignment", held.shift_id, held.member_id)
    return {**vars(held), "id": eid, "state": held.state.value, "source": held.source.value}
