"""The team of the demonstration: twenty-four people, their shifts, last month as it was and this month as published."""

from __future__ import annotations

import random
from collections.abc import Mapping

from desk.core.clock import DAY_MS, HOUR_MS
from desk.demo.names import People
from desk.duty import (
    reads_roster,
    reads_shifts,
    reads_team,
    service_changes,
    service_publish,
    service_roster,
    service_team,
    service_templates,
)
from desk.duty.rules import ONE_OR_THREE_NEED, Capacity, CellSource, Says, month_after
from desk.duty.rules_assignments import Cell
from desk.duty.rules_availability import Line
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.store.unit import Unit

_TEAM: Mapping[Capacity, int] = {
    Capacity.BRANCH: 2, Capacity.COMMITTEE: 3, Capacity.OWNERS: 2, Capacity.PROPERTY: 3, Capacity.VOLUNTEER: 11,
    Capacity.UNIT: 2, Capacity.DEPUTY: 1,
}  # fmt: skip
_SKILLS = {3: ("急救",), 9: ("手语",), 12: ("急救",), 15: ("用电脑",)}
_OPEN = (Capacity.VOLUNTEER, Capacity.UNIT, Capacity.PROPERTY)
TEMPLATES = (
    Template("上午门岗", 8 * 60, 11 * 60, least=1, most=2, capacities=_OPEN, minors=True, sort=1),
    Template(
        "上午接待", 9 * 60, 11 * 60, (2, 4), least=2, most=3, needs_mix=(ONE_OR_THREE_NEED,), sitting=True, sort=2
    ),
    Template("下午门岗", 14 * 60, 17 * 60, least=1, most=2, capacities=_OPEN, minors=True, sort=3),
    Template("下午接待", 14 * 60, 16 * 60, (6,), least=2, most=3, needs_mix=(ONE_OR_THREE_NEED,), sitting=True, sort=4),
    Template("晚间巡逻", 19 * 60, 20 * 60 + 30, (5, 6, 7), least=2, most=2, heavy=True, sort=5),
)
_PLACES = ("南门岗亭", "接待室", "南门岗亭", "接待室", "小区各处")


def fill(u: Unit, rng: random.Random, people: People) -> None:
    """One unit of ordinary work, done by the manager of the demonstration."""
    ids = _team(u, rng, people)
    for template, place in zip(TEMPLATES, _PLACES, strict=True):
        service_templates.save_template(u, Template(**{**vars(template), "place": place, "content": template.name}))
    service_team.pair(u, ids[13], ids[14], "together")
    service_team.say(u, Line(ids[16], Says.CANNOT, weekday=6, reason="带孙子"))
    service_team.say(u, Line(ids[11], Says.LIKES, weekday=2, start_min=0, end_min=780))
    this = reads_team.site_time(u).day(u.now).isoformat()[:7]
    for month in (month_after(this, -1), this):
        service_roster.open_month(u, month)
        _plan(u, month, rng)
        service_publish.publish(u, month, in_spite=True)
    _said(u, this)


def _team(u: Unit, rng: random.Random, people: People) -> list[str]:
    ids = list[str]()
    for capacity, count in _TEAM.items():
        for _ in range(count):
            nth, minor = len(ids), len(ids) == 19
            about = About(
                people.name(), capacity, people.phone(), skills=_SKILLS.get(nth, ()), show_name=nth % 4 == 0, minor=minor,
                guardian=people.name() if minor else "", guardian_at=u.now if minor else None,
                most_a_month=rng.choice((0, 0, 0, 8)),
            )  # fmt: skip
            ids.append(service_team.add_member(u, about, same_name=True, joined_at=u.now - 400 * DAY_MS))
    return ids


def _plan(u: Unit, month: str, rng: random.Random) -> None:
    """Each shift gets whoever has had least so far and can; now and then one stays open, as in life."""
    shifts = reads_shifts.shifts(u, month)
    team = reads_team.members(u)
    plan = reads_roster.plan(u, month, reads_team.site_time(u), shifts, team, [])
    edits = list[Edit]()
    for slot in sorted(plan.slots.values(), key=lambda slot: (slot.span.start_at, slot.id)):
        wanted = slot.least if rng.random() > 0.06 else slot.least - 1
        while len(plan.of_shift.get(slot.id, ())) < wanted:
            need = next((need.of for need in slot.mix), ()) if not plan.of_shift.get(slot.id) else ()
            inside = {cell.member_id for cell in plan.of_shift.get(slot.id, ())}
            free = [
                one
                for one in plan.people.values()
                if one.id not in inside and (not need or one.capacity in need) and plan.why_not(one, slot) is None
            ]
            if not free:
                break
            one = min(free, key=lambda one: len(plan.of_member.get(one.id, ())))
            plan.put(Cell(slot.id, one.id, one.capacity))
            edits.append(Edit(slot.id, one.id, capacity=one.capacity, source=CellSource.DESK))
    service_roster.apply(u, edits)


def _said(u: Unit, month: str) -> None:
    """One swap that waits for an answer, one who cannot come, one who said they will."""
    shifts = {one.id: one for one in reads_shifts.shifts(u, month) if one.start_at > u.now + HOUR_MS}
    held = [one for one in reads_shifts.assignments(u, list(shifts)) if one.shift_id in shifts]
    for nth, one in enumerate(held[:3]):
        if nth == 0:
            service_changes.confirm(u, one.shift_id, one.member_id)
        elif nth == 1:
            service_changes.offer(u, one.shift_id, one.member_id, reason="那天要陪家人去医院")
        else:
            service_changes.excuse(u, one.shift_id, one.member_id, "外出探亲")
