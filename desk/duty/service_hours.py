"""Verbs of hours: records made of clock events, a work log without a shift, confirmed, refused, questioned, corrected.

A record is never edited: what is better known is a new record that stands for the old one. Hours only: points and time
coins are other ledgers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, select

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.core.ids import derived_id
from desk.core.text import clean_line
from desk.duty import reads_clock, reads_hours, reads_shifts, reads_team
from desk.duty.reads_hours import RecordView
from desk.duty.reads_team import Member
from desk.duty.rules import TEXT_MAX
from desk.duty.rules_hours import (
    Act,
    Close,
    Credit,
    Event,
    Flag,
    Recorded,
    Worked,
    overlaps,
    real,
    without_shift,
    worked,
)
from desk.duty.tables import Assignment, ServiceAct, ServiceRecord
from desk.store.identity import here
from desk.store.unit import Unit

CLOCK, VERIFY = "duty.clock", "duty.verify"
LONGEST_MS = 24 * HOUR_MS  # one record that a person writes
LOG_BACK_MS = 62 * DAY_MS
SETTLE_BACK_MS = 45 * DAY_MS  # events later than this change no hours by themselves
_R, _H = ServiceRecord.__table__.c, Assignment.__table__.c


@dataclass(frozen=True)
class Log:
    """Work of a helper without a shift, as it is written down. Moments in UTC ms."""

    member_id: str
    start_at: int
    end_at: int
    content: str
    place: str = ""
    beneficiary: str = ""


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


def log(u: Unit, entry: Log) -> str:
    """Write down work without a shift; it counts once somebody has confirmed it. Right duty.clock. Returns its id.

    Refused: clock.unknown, hours.content_empty, hours.span_wrong, hours.too_long(hours), hours.ahead, hours.long_ago,
    hours.overlap.
    """
    u.actor.require(CLOCK)
    who = _member(u, entry.member_id)
    content = clean_line(entry.content, TEXT_MAX)
    if not content:
        raise Refused("hours.content_empty")
    _check_span(u, entry.start_at, entry.end_at)
    if entry.start_at < u.now - LOG_BACK_MS:
        raise Refused("hours.long_ago", days=LOG_BACK_MS // DAY_MS)
    _check_free(u, entry.member_id, entry.start_at, entry.end_at)
    eid = u.add(
        ServiceRecord, **_about(u, who), start_at=entry.start_at, end_at=entry.end_at,
        minutes=(entry.end_at - entry.start_at) // MINUTE_MS, content=content, place=clean_line(entry.place, TEXT_MAX),
        beneficiary=clean_line(entry.beneficiary, TEXT_MAX), close_source=Close.LOG.value, flags=[Flag.NO_SHIFT.value],
    )  # fmt: skip
    u.audit("hours.logged", "service_record", eid, minutes=(entry.end_at - entry.start_at) // MINUTE_MS)
    u.changed("hours")
    return eid


def verify(u: Unit, record_ids: Sequence[str]) -> int:
    """Confirm records as they are; those that count already are passed over. Right duty.verify. Returns how many.

    Refused: hours.gone, hours.own (somebody else confirms one's own hours).
    """
    u.actor.require(VERIFY)
    done = 0
    for record_id in dict.fromkeys(record_ids):
        one = _record(u, record_id)
        if not one.counts:
            _not_own(u, one.member_id)
            _say(u, record_id, Act.VERIFIED)
            done += 1
    return done


def refuse(u: Unit, record_id: str, reason: str) -> None:
    """These hours were not served. Right duty.verify. Refused: hours.gone, hours.reason_empty, hours.own."""
    u.actor.require(VERIFY)
    _not_own(u, _record(u, record_id).member_id)
    _say(u, record_id, Act.REFUSED, _reason(reason))


def ask(u: Unit, record_id: str, reason: str) -> None:
    """Its owner says it is wrong; it waits until somebody has looked. Right duty.clock. Refused: hours.gone, hours.reason_empty."""
    u.actor.require(CLOCK)
    _record(u, record_id)
    _say(u, record_id, Act.ASKED, _reason(reason))


def correct(u: Unit, record_id: str, start_at: int, end_at: int, reason: str) -> str:
    """A record with the right hours stands for a wrong one from now on, confirmed by whoever wrote it. Returns its id.

    Right duty.verify. Refused: hours.gone, hours.own, hours.reason_empty, hours.span_wrong, hours.too_long, hours.ahead,
    hours.moved_far, hours.overlap.
    """
    u.actor.require(VERIFY)
    old = _record(u, record_id)
    _not_own(u, old.member_id)
    why = _reason(reason)
    _check_span(u, start_at, end_at)
    if abs(start_at - old.start_at) > reads_hours.MOVED_MS:
        raise Refused("hours.moved_far")
    _check_free(u, old.member_id, start_at, end_at, but=record_id)
    eid = u.add(
        ServiceRecord, member_id=old.member_id, shift_id=old.shift_id or None, start_at=start_at, end_at=end_at,
        minutes=(end_at - start_at) // MINUTE_MS, capacity=old.capacity, content=old.content, place=old.place,
        organiser=old.organiser, beneficiary=old.beneficiary, close_source=Close.CORRECTION.value, supersedes=old.id,
        reason=why, flags=[], clock_ids=list(old.clock_ids), **_who(u),
    )  # fmt: skip
    _say(u, eid, Act.VERIFIED)
    u.audit("hours.corrected", "service_record", eid, minutes=(end_at - start_at) // MINUTE_MS, before=old.minutes)
    return eid


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
        _say(u, old.id, Act.REFUSED)


def _write(u: Unit, one: Worked, before: RecordView | None) -> None:
    """The same fact at whichever desk it is written, under an id made of all it says: nothing in it tells which it was."""
    who = reads_team.member(u, one.member_id)
    flags = list(one.flags)
    if overlaps(one, _around(u, one.member_id, one.start_at, one.end_at, before.id if before else "")):
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


def _around(u: Unit, member_id: str, start: int, end: int, but: str = "") -> list[Recorded]:
    found = reads_hours.records(u, member_id, max(1, start - 2 * DAY_MS), end)
    return [one.recorded for one in found if one.id != but and one.credit is not Credit.REFUSED]


def _check_span(u: Unit, start_at: int, end_at: int) -> None:
    if end_at - start_at < MINUTE_MS:
        raise Refused("hours.span_wrong")
    if end_at - start_at > LONGEST_MS:
        raise Refused("hours.too_long", hours=LONGEST_MS // HOUR_MS)
    if end_at > u.now:
        raise Refused("hours.ahead")


def _check_free(u: Unit, member_id: str, start_at: int, end_at: int, but: str = "") -> None:
    if any(one.start_at < end_at and start_at < one.end_at for one in _around(u, member_id, start_at, end_at, but)):
        raise Refused("hours.overlap")


def _about(u: Unit, who: Member) -> dict[str, object]:
    return {
        "member_id": who.id, "shift_id": None, "capacity": who.capacity, "organiser": here(u).site_name,
        "clock_ids": list[str](), **_who(u),
    }  # fmt: skip


def _who(u: Unit) -> dict[str, object]:
    return {
        "at": u.now, "gate_id": u.gate_id, "operator_id": u.actor.operator_id or None,
        "clock_quality": u.clock_quality.value,
    }  # fmt: skip


def _say(u: Unit, record_id: str, kind: Act, reason: str = "") -> None:
    u.add(
        ServiceAct,
        record_id=record_id,
        kind=kind.value,
        at=u.now,
        reason=reason,
        operator_id=u.actor.operator_id or None,
    )
    u.audit(f"hours.{kind.value}", "service_record", record_id)
    u.changed("hours")


def _record(u: Unit, record_id: str) -> RecordView:
    found = reads_hours.record(u, record_id)
    if found is None:
        raise Refused("hours.gone")
    return found


def _member(u: Unit, member_id: str) -> Member:
    found = reads_team.member(u, member_id)
    if found is None:
        raise Refused("clock.unknown")
    return found


def _not_own(u: Unit, member_id: str) -> None:
    who = reads_team.member(u, member_id)
    if who is not None and who.operator_id and who.operator_id == u.actor.operator_id:
        raise Refused("hours.own")


def _reason(reason: str) -> str:
    clean = clean_line(reason, TEXT_MAX)
    if not clean:
        raise Refused("hours.reason_empty")
    return clean


def _count(u: Unit) -> int:
    return int(u.conn.execute(select(func.count()).select_from(ServiceRecord)).scalar_one())
