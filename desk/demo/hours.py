"""Hours of the demonstration: last month and this one as they were worked, with what people forget; one certificate."""

from __future__ import annotations

import random
from typing import Any

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.duty import (
    reads_hours,
    reads_shifts,
    reads_team,
    service_assignments,
    service_certificates,
    service_changes,
    service_hours,
    service_settle,
    service_team,
)
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import Capacity, month_after
from desk.duty.rules_assignments import COUNTING
from desk.duty.service_hours import Log
from desk.duty.service_team import About
from desk.duty.tables import ClockEvent
from desk.operators.reads import everyone
from desk.store.unit import Unit

_CAPACITY = {"manager": Capacity.COMMITTEE, "shift_lead": Capacity.PROPERTY}
OWN_SHIFTS = 4  # of each who signs on at the desk
FORGETS, STAYS, ABSENT = 0.03, 0.05, 0.02


def fill(u: Unit, rng: random.Random) -> None:
    """Those who sign on at the desk join the team; then every published shift up to now is worked."""
    own = _operators(u)
    this = reads_team.site_time(u).day(u.now).isoformat()[:7]
    shifts = [one for month in (month_after(this, -1), this) for one in reads_shifts.shifts(u, month)]
    _join(u, shifts, own, rng)
    _work(u, [one for one in shifts if one.start_at < u.now and one.cancelled_at is None], rng)
    _look_through(u, rng)
    _papers(u, own)


def _operators(u: Unit) -> list[str]:
    """Member ids of the operators, in the order they were made."""
    found = []
    for one in everyone(u):
        about = About(one.display_name, _CAPACITY.get(one.role, Capacity.VOLUNTEER), operator_id=one.operator_id)
        found.append(service_team.add_member(u, about, same_name=True))
    return found


def _join(u: Unit, shifts: list[ShiftView], own: list[str], rng: random.Random) -> None:
    """Each of them takes a free place here and there, before today and after."""
    for member_id in own:
        taken = 0
        for shift in rng.sample(shifts, len(shifts)):
            if taken == OWN_SHIFTS:
                break
            try:
                service_changes.join(u, shift.id, member_id)
            except Refused:
                continue
            taken += 1


def _work(u: Unit, shifts: list[ShiftView], rng: random.Random) -> None:
    events: list[dict[str, Any]] = []
    for held in reads_shifts.assignments(u, [one.id for one in shifts]):
        if held.state in COUNTING and rng.random() > ABSENT:
            events += _came(u, held.member_id, next(one for one in shifts if one.id == held.shift_id), rng)
    u.add_many(ClockEvent, events)
    service_assignments.rebuild(u, [one.id for one in shifts])
    for member_id, shift_id in sorted({(one["member_id"], one["shift_id"]) for one in events}):
        service_settle.settle(u, member_id, shift_id)


def _came(u: Unit, member_id: str, shift: ShiftView, rng: random.Random) -> list[dict[str, Any]]:
    came = shift.start_at + rng.randint(-15, 4) * MINUTE_MS
    late = rng.random() < STAYS
    went = shift.end_at + (rng.randint(25, 50) if late else rng.randint(-2, 12)) * MINUTE_MS
    found = [_event(u, "in", came, member_id, shift)] if came < u.now else []
    if went < u.now and rng.random() > FORGETS:
        found.append(_event(u, "out", went, member_id, shift))
    return found


def _event(u: Unit, kind: str, at: int, member_id: str, shift: ShiftView) -> dict[str, Any]:
    return {
        "kind": kind, "at": at, "member_id": member_id, "shift_id": shift.id, "method": "code", "by_self": True,
        "gate_id": u.gate_id, "device_id": u.device_id,
    }  # fmt: skip


def _look_through(u: Unit, rng: random.Random) -> None:
    """A shift lead has gone through last month's; the newest still wait."""
    older = [one.id for one in reads_hours.waits(u) if one.start_at < u.now - 12 * DAY_MS and one.minutes]
    for record_id in older:
        try:
            service_hours.verify(u, [record_id])
        except Refused:
            continue  # their own
    team = [one.id for one in reads_team.members(u) if not one.operator_id]
    day = reads_team.site_time(u).day_start(u.now) - DAY_MS
    works = ["搬运活动器材", "入户送通知"]
    for member_id in rng.sample(team, len(team)):
        entry = Log(member_id, day + 9 * HOUR_MS, day + 10 * HOUR_MS + 30 * MINUTE_MS, works[-1], "小区各处")
        try:
            service_hours.log(u, entry)
        except Refused:
            continue  # on duty at that time
        works.pop()
        if not works:
            break


def _papers(u: Unit, own: list[str]) -> None:
    """One certificate that hangs, and an application that waits."""
    year = reads_team.site_time(u).day(u.now - 40 * DAY_MS).isoformat(), reads_team.site_time(u).day(u.now).isoformat()
    served = [one for one in reads_hours.sums(u, reads_hours.records(u)) if one.counted and one.member_id not in own]
    most = sorted(served, key=lambda one: -one.counted)[:2]
    if len(most) < 2:
        return
    first = service_certificates.apply(u, most[0].member_id, *year, purpose="评选优秀志愿者")
    service_certificates.accept(u, first)
    issuer = {"name": "锦绣苑居民委员会", "head": "周明远", "handler": "陈国华", "contact": "1040 0000 0119"}
    service_certificates.issue(u, first, issuer, {"id_kind": "居民身份证", "id_no": "310104190001010019"})
    service_certificates.post(u, first)
    service_certificates.apply(u, most[1].member_id, *year, purpose="孩子学校要")
