"""A generated month goes into the plan: in one unit, with the edits that take it out again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.duty import reads_shifts, reads_team
from desk.duty.problem import Cell
from desk.duty.rules import CellSource
from desk.duty.service_plan import Edit, apply
from desk.duty.service_roster import begun
from desk.store.unit import Unit


@dataclass(frozen=True)
class Taken:
    """put, out: people who came into shifts of the plan and who went from them. undo: edits for `service_roster.apply`."""

    put: int
    out: int
    undo: tuple[Edit, ...]


def take(u: Unit, month: str, cells: Iterable[Cell]) -> Taken:
    """Make the plan of a month say these cells. Right duty.edit.

    What was locked, cancelled or has begun since the generator looked stays as it is now, and nobody comes back who left.
    """
    u.actor.require("duty.edit")
    planned = [one for one in reads_shifts.shifts(u, month) if one.cancelled_at is None]
    late = begun(u, planned)
    shifts = {one.id: one for one in planned if one.id not in late}
    team = {one.id for one in reads_team.members(u)}
    now = {(c.shift_id, c.member_id): c for c in reads_shifts.cells(u, month) if c.shift_id in shifts}
    wanted = {(c.shift_id, c.member_id): c for c in cells if c.shift_id in shifts}
    out = [
        Edit(*key, present=False)
        for key, cell in now.items()
        if key not in wanted and not cell.locked and cell.source != CellSource.SELF
    ]
    put = [
        Edit(*key, capacity=cell.capacity, source=CellSource.GENERATED)
        for key, cell in wanted.items()
        if key not in now and key[1] in team
    ]
    undo = apply(u, [*out, *put])
    u.audit("duty.generated", month=month, put=len(put), out=len(out))
    return Taken(len(put), len(out), tuple(undo))
