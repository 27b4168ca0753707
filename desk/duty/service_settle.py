"""Records made of clock events: whichever desk knows the same events makes the same record, in any order and any number of times."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import exists, func, select

from desk.core.clock import DAY_MS
from desk.core.ids import derived_id
from desk.duty import reads_clock, reads_hours, reads_shifts, reads_team
from desk.duty.reads_hours import RecordView
from desk.duty.reads_team import Member
from desk.duty.rules_hours import Act, Close, Credit, Event, Flag, Worked, overlaps, real, without_shift, worked
from desk.duty.tables import Assignment, ServiceAct, ServiceRecord
from desk.store.identity import here
from desk.store.unit import Unit

SETTLE_BACK_MS = 45 * DAY_MS  # events later than this change no hours by themselves
_R, _H = ServiceRecord.__table__.c, Assignment.__table__.c


def settle(u: Unit, member_id: str, shift_id: str) -> None:
    """Bring a member's record of a shift ("": without one) to what the clock events say by now.

    Every desk that knows the same events makes the same record. What a person corrected is left as it is.
    """
    events = reads_clock.of_shift(u, member_id, shift_id)
    shift = reads_shifts.shifts_by_id(u, [shift_id]).get(shift_id) if shift_id else None
    if shift is not None:
        one = worked(shift.hours, events, u.now, reads_clock.beside(u, events))
        _keep(u, member_id, shift_id, [one] if one else [], events)
    else:
        _keep(u, member_id, shift_id, without_shift(events, u.now, gone=bool(shift_id)), events)


def settle_due(u: Unit) -> int:
    """What a desk does by itself: close what was forgotten, and take in events that came late. Returns how many are new."""
    before = _count(u)
    for member_id, shift_id in reads_clock.untold(u, u.now - SETTLE_BACK_MS):
        settle(u, member_id, shift_id)
    made = _count(u) - before
    if made:
        u.changed("hours")
    return made


def _keep(u: Unit, member_id: str, shift_id: str, made: Sequence[Worked], events: Sequence[Event]) -> None:
    """Write what is new; what was made before of events that were taken back counts for nothing."""
    known = reads_hours.of_shift(u, member_id, shift_id)
    for one in made:
        before = next((old for old in known if set(old.clock_ids) & set(one.clock_ids)), None)
        if before is None and shift_id:
            before = next((old for old in known if old.close != Close.LOG), None)
        if before is None or _better(before, one):
            _write(u, one, before)
    told, alive = {event for one in made for event in one.clock_ids}, {event.id for event in real(events)}
    for old in known:
        taken_back = bool(old.clock_ids) and not set(old.clock_ids) <= alive
        if taken_back and old.close != Close.CORRECTION and not told & set(old.clock_ids):
            _forget(u, old)


def _better(old: RecordView, one: Worked) -> bool:
    """Is something known that the record does not say? A person's correction is not undone by a clock."""
    if old.close == Close.CORRECTION:
        return False
    said = (old.clock_ids, old.minutes, old.start_at, old.end_at, old.close, set(old.flags) - {Flag.OVERLAP})
    return said != (one.clock_ids, one.minutes, one.start_at, one.end_at, one.close, set(one.flags))


def _forget(u: Unit, old: RecordView) -> None:
    """Its clock events were taken back while somebody stands there again: until they go nothing of it counts."""
    if old.credit is not Credit.REFUSED:
        u.add(ServiceAct, record_id=old.id, kind=Act.REFUSED.value, at=u.now, operator_id=u.actor.operator_id or None)
        u.audit("hours.refused", "service_record", old.id)
        u.changed("hours")


def _write(u: Unit, one: Worked, before: RecordView | None) -> None:
    """The same fact at whichever desk it is written, under an id made of all it says: nothing in it tells which it was."""
    who = reads_team.member(u, one.member_id)
    flags = list(one.flags)
    if overlaps(one, reads_hours.near(u, one.member_id, one.start_at, one.end_at, before.id if before else "")):
        flags.append(Flag.OVERLAP)
    shift = reads_shifts.shifts_by_id(u, [one.shift_id]).get(one.shift_id) if one.shift_id else None
    again = before is not None and set(before.clock_ids) == set(one.clock_ids)  # the shift was changed meanwhile
    first = next(iter(reads_clock.by_ids(u, one.clock_ids[:1])), None)
    values: dict[str, Any] = {
        "member_id": one.member_id, "shift_id": one.shift_id or None, "start_at": one.start_at, "end_at": one.end_at,
        "minutes": one.minutes, "capacity": _capacity(u, one, who),
        "content": (shift.content or shift.name) if shift else "",
        "place": (shift.place or shift.post) if shift else "", "organiser": here(u).site_name,
        "close_source": one.close.value, "supersedes": before.id if again and before else None,
        "flags": [flag.value for flag in flags], "clock_ids": list(one.clock_ids), "at": one.end_at,
        "gate_id": first.gate_id if first else u.gate_id, "operator_id": None,
        "clock_quality": "uncertain" if Flag.DOUBT in flags else "trusted",
    }  # fmt: skip
    eid = derived_id(one.start_at, "service", json.dumps(values, sort_keys=True, ensure_ascii=False))
    if not u.conn.execute(select(exists().where(_R.id == eid))).scalar():
        u.add(ServiceRecord, id=eid, **values)
        u.changed("hours")


def _capacity(u: Unit, one: Worked, who: Member | None) -> str:
    """In whose name they served: as the shift says, else their own."""
    in_shift = select(_H.capacity).where(_H.shift_id == one.shift_id, _H.member_id == one.member_id)
    found = u.conn.execute(in_shift).scalar() if one.shift_id else None
    return str(found or (who.capacity if who else ""))


def _count(u: Unit) -> int:
    return int(u.conn.execute(select(func.count()).select_from(ServiceRecord)).scalar_one())
