"""The roster as a calendar file (RFC 5545), for a phone or another program: one event a shift, the same id every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desk.duty.reads_shifts import ShiftView
from desk.duty.rules_assignments import COUNTING, Held

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Gatehouse Desk//Roster//EN"


def calendar(
    site: str, shifts: Iterable[ShiftView], held: Mapping[str, Sequence[Held]], labels: Mapping[str, str], now: int,
    only: str = "",
) -> bytes:  # fmt: skip
    """The file. held: who serves, by shift id; labels: how members are called; only: the shifts of one member, by id.

    Times are UTC, so that every calendar shows the hour of the place it stands in. Cancelled shifts say so, for whoever
    has them in a calendar already.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", site)
    for shift in shifts:
        inside = [one for one in held.get(shift.id, ()) if one.state in COUNTING or shift.cancelled_at is not None]
        if not only or any(one.member_id == only for one in inside):
            made.add_component(_event(shift, [labels.get(one.member_id, "") for one in inside], now))
    return bytes(made.to_ical())


def _event(shift: ShiftView, people: Sequence[str], now: int) -> Event:
    from icalendar import Event

    made = Event()
    made.add("uid", f"{shift.id}@gatehouse-desk")
    made.add("dtstamp", _utc(now))
    made.add("dtstart", _utc(shift.start_at))
    made.add("dtend", _utc(max(shift.end_at, shift.start_at + 60_000)))
    made.add("summary", shift.name)
    if where := shift.place or shift.post:
        made.add("location", where)
    made.add("description", "、".join(filter(None, people)))
    made.add("status", "CANCELLED" if shift.cancelled_at is not None else "CONFIRMED")
    return made


def _utc(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC)
