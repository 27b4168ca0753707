"""Verbs of hours: records made of clock events, a work log without a shift, confirmed, refused, questioned, corrected.

A record is never edited: what is better known is a new record that stands for the old one. Hours only: points and time
coins are other ledgers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_hours
from desk.duty.reads_hours import RecordView
from desk.duty.reads_team import Member
from desk.duty.rules import TEXT_MAX
from desk.duty.rules_hours import Act, Close, Flag
from desk.duty.service_who import check_not_own, member_of, reason_of
from desk.duty.tables import ServiceAct, ServiceRecord
from desk.store.identity import here
from desk.store.unit import Unit

CLOCK, VERIFY = "duty.clock", "duty.verify"
OWN = "hours.own"
LONGEST_MS = 24 * HOUR_MS  # one record that a person writes
LOG_BACK_MS = 62 * DAY_MS


@dataclass(frozen=True)
class Log:
    """Work of a helper without a shift, as it is written down. Moments in UTC ms."""

    member_id: str
    start_at: int
    end_at: int
    content: str
    place: str = ""
    beneficiary: str = ""


def log(u: Unit, entry: Log) -> str:
    """Write down work without a shift; it counts once somebody has confirmed it. Right duty.clock. Returns its id.

    Refused: clock.unknown, hours.content_empty, hours.span_wrong, hours.too_long(hours), hours.ahead, hours.long_ago,
    hours.overlap.
    """
    u.actor.require(CLOCK)
    who = member_of(u, entry.member_id)
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
            check_not_own(u, one.member_id, OWN)
            _say(u, record_id, Act.VERIFIED)
            done += 1
    return done


def refuse(u: Unit, record_id: str, reason: str) -> None:
    """These hours were not served. Right duty.verify. Refused: hours.gone, hours.reason_empty, hours.own."""
    u.actor.require(VERIFY)
    check_not_own(u, _record(u, record_id).member_id, OWN)
    _say(u, record_id, Act.REFUSED, reason_of(reason))


def ask(u: Unit, record_id: str, reason: str) -> None:
    """Its owner says it is wrong; it waits until somebody has looked. Right duty.clock. Refused: hours.gone, hours.reason_empty."""
    u.actor.require(CLOCK)
    _record(u, record_id)
    _say(u, record_id, Act.ASKED, reason_of(reason))


def correct(u: Unit, record_id: str, start_at: int, end_at: int, reason: str) -> str:
    """A record with the right hours stands for a wrong one from now on, confirmed by whoever wrote it. Returns its id.

    Right duty.verify. Refused: hours.gone, hours.own, hours.reason_empty, hours.span_wrong, hours.too_long, hours.ahead,
    hours.moved_far, hours.overlap.
    """
    u.actor.require(VERIFY)
    old = _record(u, record_id)
    check_not_own(u, old.member_id, OWN)
    why = reason_of(reason)
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


def _check_span(u: Unit, start_at: int, end_at: int) -> None:
    if end_at - start_at < MINUTE_MS:
        raise Refused("hours.span_wrong")
    if end_at - start_at > LONGEST_MS:
        raise Refused("hours.too_long", hours=LONGEST_MS // HOUR_MS)
    if end_at > u.now:
        raise Refused("hours.ahead")


def _check_free(u: Unit, member_id: str, start_at: int, end_at: int, but: str = "") -> None:
    if any(
        one.start_at < end_at and start_at < one.end_at for one in reads_hours.near(u, member_id, start_at, end_at, but)
    ):
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
