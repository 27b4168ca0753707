"""Verbs on a month: its shifts are made and fitted, the month before is repeated, single shifts are changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_roster, reads_shifts, reads_team
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import TEXT_MAX, CellSource, day_checked, days_of, mix_of, month_checked, month_of, span_of
from desk.duty.rules_days import Days, Due, Template, checked, due_shifts
from desk.duty.rules_pattern import repeat
from desk.duty.service_assignments import rebuild
from desk.duty.service_plan import Edit, apply
from desk.duty.service_team import EDIT
from desk.duty.tables import RosterCell, Shift
from desk.store.unit import Unit


@dataclass(frozen=True)
class Filled:
    """What repeating a pattern did. undo: edits that take it back; left_out: who could not be put; open: shifts still short."""

    count: int
    left_out: int
    open: int
    undo: list[Edit]


def open_month(u: Unit, month: str) -> int:
    """Make the shifts of a month that its templates and days ask for; returns how many are new. Right duty.edit.

    What is there already stays as it is, also a shift that was cancelled; a published month gets no shifts in its past. Refused: duty.month_wrong, duty.no_templates.
    """
    u.actor.require(EDIT)
    days = days_of(month_checked(month))
    templates = reads_team.templates(u)
    if not templates:
        raise Refused("duty.no_templates")
    rules = Days(tuple(reads_team.day_rules(u, days[0], days[-1])))
    due = due_shifts(reads_team.site_time(u), month, templates, rules)
    known = _known(u, [one.id for one in due])
    late = u.now if reads_shifts.is_published(u, month) else 0
    fresh = [one for one in due if one.id not in known and one.span.start_at > late]
    u.add_many(Shift, [{"id": one.id, **_of_template(u, one)} for one in fresh])
    if fresh:
        u.audit("duty.month_opened", month=month, shifts=len(fresh))
        u.changed("duty")
    return len(fresh)


def fit_month(u: Unit, month: str, why: str) -> tuple[int, int]:
    """Bring an opened month up to its templates and days: new shifts are made, those nobody asks for any more cancelled.

    Returns how many of each. Right duty.edit. Refused: as open_month, duty.reason_needed.
    """
    fresh = open_month(u, month)
    gone = reads_roster.month(u, month).idle_shifts
    for shift_id in gone:
        cancel_shift(u, shift_id, why)
    return fresh, len(gone)


def repeat_last_month(u: Unit, month: str) -> Filled:
    """Fill the holes of a month with the weekly pattern of the one before. Right duty.edit.

    Refused: duty.month_wrong, duty.not_opened, duty.no_pattern (nobody served in the month before).
    """
    u.actor.require(EDIT)
    shifts = [one for one in reads_shifts.shifts(u, month_checked(month)) if one.cancelled_at is None]
    if not shifts:
        raise Refused("duty.not_opened")
    before = reads_roster.served_before(u, month)
    if not before:
        raise Refused("duty.no_pattern")
    ahead = [one for one in shifts if one.start_at > u.now or not reads_shifts.is_published(u, month)]
    cells = [one.cell for one in reads_shifts.cells(u, month)]
    time, team = reads_team.site_time(u), reads_team.members(u, left=True)
    plan = reads_roster.plan(u, month, time, ahead, team, cells)
    done = repeat(plan, {one.id: one.template_id for one in ahead}, before)
    undo = apply(u, [Edit(c.shift_id, c.member_id, capacity=c.capacity, source=CellSource.PATTERN) for c in done.put])
    u.audit("duty.pattern", month=month, put=len(done.put), left_out=len(done.left_out))
    return Filled(len(done.put), len(done.left_out), done.open, undo)


def add_shift(u: Unit, day: str, wanted: Template) -> str:
    """One shift more, outside the templates; `wanted` says its hours and needs, its weekdays count for nothing.

    Returns its id. Right duty.edit. Refused: as rules_days.checked and day_checked.
    """
    u.actor.require(EDIT)
    clean = checked(replace(wanted, weekdays=(1,), id=""))
    span = span_of(reads_team.site_time(u), day_checked(day), clean.start_min, clean.end_min)
    eid = u.add(Shift, **_of_template(u, Due("", clean, day_checked(day), span, clean.least)))
    u.audit("duty.shift_added", "shift", eid)
    u.changed("duty")
    return eid


def edit_shift(u: Unit, shift_id: str, wanted: Template) -> None:
    """Other hours, place or needs for one shift. Right duty.edit. Refused: as checked, store.gone, duty.shift_began."""
    u.actor.require(EDIT)
    shift = reads_shifts.shift(u, shift_id)
    if shift is None:
        raise Refused("store.gone", kind="shift")
    if begun(u, [shift]):
        raise Refused("duty.shift_began")
    clean = checked(replace(wanted, weekdays=(1,)))
    span = span_of(reads_team.site_time(u), shift.day, clean.start_min, clean.end_min)
    values = _of_template(u, Due(shift_id, clean, shift.day, span, clean.least))
    u.set(Shift, shift_id, **{**values, "template_id": shift.template_id or None})
    rebuild(u, [shift_id])
    u.audit("duty.shift_edited", "shift", shift_id)


def as_template(shift: ShiftView) -> Template:
    """A shift's needs in the form edit_shift takes; its hours are left to be said."""
    return Template(
        shift.name, 0, 0, place=shift.place, post=shift.post, least=shift.least, most=shift.most, needs_mix=shift.mix,
        needs=shift.needs, capacities=shift.capacities, minors=shift.minors, heavy=shift.heavy, sitting=shift.sitting,
        content=shift.content, gate_id=shift.gate_id,
    )  # fmt: skip


def cancel_shift(u: Unit, shift_id: str, why: str) -> None:
    """It is not worked. Whoever has come keeps their hours. Right duty.edit. Refused: store.gone, duty.reason_needed."""
    u.actor.require(EDIT)
    reason = clean_line(why, TEXT_MAX)
    if not reason:
        raise Refused("duty.reason_needed")
    u.set(Shift, shift_id, cancelled_at=u.now, cancelled_why=reason)
    rebuild(u, [shift_id])
    u.audit("duty.shift_cancelled", "shift", shift_id)


def restore_shift(u: Unit, shift_id: str) -> None:
    """It is worked after all. Right duty.edit. Refused: store.gone."""
    u.actor.require(EDIT)
    u.set(Shift, shift_id, cancelled_at=None, cancelled_why="")
    rebuild(u, [shift_id])
    u.audit("duty.shift_restored", "shift", shift_id)


def delete_shift(u: Unit, shift_id: str) -> None:
    """Take away a shift that was never published nor worked. Right duty.edit.

    Refused: store.gone, duty.shift_worked (somebody clocked on), duty.shift_published: those can only be cancelled.
    """
    u.actor.require(EDIT)
    shift = reads_shifts.shift(u, shift_id)
    if shift is None:
        raise Refused("store.gone", kind="shift")
    if reads_shifts.worked(u, shift_id):
        raise Refused("duty.shift_worked")
    if reads_shifts.is_published(u, month_of(shift.day)):
        raise Refused("duty.shift_published")
    for cell in reads_shifts.cells(u, month_of(shift.day)):
        if cell.shift_id == shift_id:
            u.drop(RosterCell, cell.id)
    u.drop(Shift, shift_id)
    u.audit("duty.shift_deleted", "shift", shift_id)
    u.changed("duty")


def begun(u: Unit, shifts: Sequence[ShiftView]) -> set[str]:
    """Shifts it is too late to plan: somebody clocked on, or their month was published and their time has come."""
    published = reads_shifts.published(u, {month_of(one.day) for one in shifts})
    late = {one.id for one in shifts if one.start_at <= u.now and month_of(one.day) in published}
    return late | reads_shifts.worked_among(u, [one.id for one in shifts])


def _known(u: Unit, ids: Sequence[str]) -> set[str]:
    """Which of these shifts were ever made, those taken away among them."""
    found = set[str]()
    for start in range(0, len(ids), 500):
        found |= set(u.conn.execute(select(Shift.id).where(Shift.id.in_(ids[start : start + 500]))).scalars())
    return found


def _of_template(u: Unit, due: Due) -> dict[str, Any]:
    one = due.template
    return {
        "template_id": one.id or None, "day": due.day, "name": one.name, "post": one.post,
        "gate_id": one.gate_id or u.gate_id, "place": one.place, "start_at": due.span.start_at,
        "end_at": due.span.end_at, "least": due.least, "most": max(one.most, due.least), "mix": mix_of(one.needs_mix),
        "needs": list(one.needs), "capacities": list(map(str, one.capacities)), "minors": one.minors,
        "heavy": one.heavy, "sitting": one.sitting, "content": one.content,
    }  # fmt: skip


__all__ = [
    "Edit", "Filled", "add_shift", "apply", "as_template", "begun", "cancel_shift", "delete_shift", "edit_shift", "fit_month",
    "open_month", "repeat_last_month", "restore_shift",
]  # fmt: skip
