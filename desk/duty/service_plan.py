"""Verbs on the plan of a month: people are put in, taken out and locked, and what was so comes back by undoing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.ids import derived_id, made_at
from desk.duty import reads_shifts, reads_team
from desk.duty.reads_shifts import CellView, ShiftView
from desk.duty.reads_team import Member
from desk.duty.rules import CellSource, month_of
from desk.duty.service_team import EDIT
from desk.duty.tables import RosterCell
from desk.store.unit import CHUNK, Unit

_C = RosterCell.__table__.c
Key = tuple[str, str]  # shift, member


@dataclass(frozen=True)
class Edit:
    """One cell as it is to be: there or not. Applying the edits that came back puts everything as it was."""

    shift_id: str
    member_id: str
    present: bool = True
    capacity: str = ""  # "": the member's own
    source: str = CellSource.DESK
    locked: bool = False

    @property
    def key(self) -> Key:
        return self.shift_id, self.member_id


def apply(u: Unit, edits: Iterable[Edit]) -> list[Edit]:
    """Put people into the plan, take them out, lock them; returns the edits that undo it, last first. Right duty.edit.

    Rules are not asked here: what is wrong is shown. Refused: store.gone, duty.shift_cancelled, duty.shift_began (what was
    published and has begun is changed by stand-ins and the like), duty.member_gone.
    """
    u.actor.require(EDIT)
    wanted = list(edits)
    plan = _Plan(u, reads_shifts.shifts_by_id(u, [one.shift_id for one in wanted]))
    published = reads_shifts.published(u, plan.months)
    undo = list[Edit]()
    for edit in wanted:
        shift, now = plan.shift(edit), plan.cells.get(edit.key)
        if edit.present != (now is not None):
            plan.check(shift, edit, month_of(shift.day) in published)
        undo.append(_as_is(edit, now))
        plan.write(shift, edit, now)
    u.changed("duty")
    return undo[::-1]


def follow(u: Unit, shift: ShiftView, gone: str = "", come: str = "", capacity: str = "") -> None:
    """The plan follows what was agreed after publishing: somebody goes from a shift, somebody comes."""
    plan = _Plan(u, {shift.id: shift})
    for who, present in ((gone, False), (come, True)):
        now = plan.cells.get((shift.id, who))
        if who and present != (now is not None):
            plan.write(shift, Edit(shift.id, who, present, capacity, CellSource.SELF), now)


class _Plan:
    """What stands in the months of some shifts, read once however many cells are written."""

    def __init__(self, u: Unit, shifts: Mapping[str, ShiftView]) -> None:
        self._u, self._shifts = u, shifts
        self.months = list(dict.fromkeys(month_of(one.day) for one in shifts.values()))
        self.cells = {(c.shift_id, c.member_id): c for month in self.months for c in reads_shifts.cells(u, month)}
        self._team: dict[str, Member] = {one.id: one for one in reads_team.members(u, left=True)}
        self._times = _times(u, list(shifts))

    def shift(self, edit: Edit) -> ShiftView:
        """Refused: store.gone."""
        found = self._shifts.get(edit.shift_id)
        if found is None:
            raise Refused("store.gone", kind="shift")
        return found

    def check(self, shift: ShiftView, edit: Edit, published: bool) -> None:
        """May somebody come in, or go? Refused: duty.shift_began, duty.shift_cancelled, duty.member_gone."""
        if published and shift.start_at <= self._u.now:
            raise Refused("duty.shift_began")
        if edit.present and shift.cancelled_at is not None:
            raise Refused("duty.shift_cancelled")
        if edit.present and edit.member_id not in self._team:
            raise Refused("duty.member_gone")

    def write(self, shift: ShiftView, edit: Edit, now: CellView | None) -> None:
        if not edit.present:
            if now is not None:
                self._u.drop(RosterCell, now.id)
                del self.cells[edit.key]
        elif now is None:
            self.cells[edit.key] = self._add(shift, edit)
        else:
            capacity = edit.capacity or now.capacity
            self._u.set(RosterCell, now.id, locked=edit.locked, source=str(edit.source), capacity=capacity)
            self.cells[edit.key] = replace(now, locked=edit.locked, source=str(edit.source), capacity=capacity)

    def _add(self, shift: ShiftView, edit: Edit) -> CellView:
        """Its id is the same at every desk; whoever is put in again after being taken out gets the next one."""
        who = self._team.get(edit.member_id)
        capacity = edit.capacity or (who.capacity if who is not None else "")
        eid = derived_id(made_at(shift.id), "cell", *edit.key, str(self._times[edit.key]))
        self._times[edit.key] += 1
        self._u.add(
            RosterCell, id=eid, month=month_of(shift.day), shift_id=shift.id, member_id=edit.member_id,
            capacity=capacity, source=str(edit.source), locked=edit.locked,
        )  # fmt: skip
        return CellView(eid, shift.id, edit.member_id, capacity, str(edit.source), edit.locked)


def _times(u: Unit, shift_ids: Sequence[str]) -> Counter[Key]:
    """How often each member was put into each of these shifts, those taken out among them."""
    found = Counter[Key]()
    for start in range(0, len(shift_ids), CHUNK):
        some = _C.shift_id.in_(shift_ids[start : start + CHUNK])
        rows = u.conn.execute(
            select(_C.shift_id, _C.member_id, func.count()).where(some).group_by(_C.shift_id, _C.member_id)
        )
        found.update({(shift_id, member_id): count for shift_id, member_id, count in rows})
    return found


def _as_is(edit: Edit, now: CellView | None) -> Edit:
    if now is None:
        return Edit(edit.shift_id, edit.member_id, present=False)
    return Edit(edit.shift_id, edit.member_id, True, now.capacity, now.source, now.locked)
