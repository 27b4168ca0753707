"""What people of the simulation do with the team, the plan of a month, what is published and what is said of it since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.duty import (
    reads_changes,
    reads_shifts,
    reads_team,
    service_changes,
    service_publish,
    service_roster,
    service_team,
    service_templates,
)
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import Says
from desk.duty.rules_availability import Line
from desk.duty.rules_changes import SwapState
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.store.unit import Unit

NAMES = ("王秀兰", "李志强", "陈国华", "周敏", "吴桂英")
CAPACITIES = ("volunteer", "branch", "committee")
POST = Template("门岗", 18 * 60, 21 * 60, least=1, most=2, place="南门岗亭")
ROOM = Template("接待", 19 * 60, 22 * 60, least=1, most=2, sitting=True, place="接待室", sort=1)
AHEAD = timedelta(days=2)


def member_of(u: Unit, rng: Random) -> str:
    if not reads_team.members(u):
        team(u, rng)
    return rng.choice(sorted(one.id for one in reads_team.members(u)))


def month_of(u: Unit, rng: Random) -> str:
    found = reads_shifts.months(u)
    if not found:
        raise Refused("duty.not_opened")
    return rng.choice(found)


def shift_of(u: Unit, rng: Random, ahead: bool = False) -> ShiftView:
    """One around now, of the days to come when it has to be; without any the days are planned first."""
    day = u.now if ahead else u.now - DAY_MS
    found = reads_shifts.shifts_between(u, day, u.now + 4 * DAY_MS)
    if ahead:
        found = [one for one in found if one.start_at > u.now]
    if not found:
        plan(u, rng)
        found = reads_shifts.shifts_between(u, day, u.now + 4 * DAY_MS)
    if not found:
        raise Refused("store.gone", kind="shift")
    return rng.choice(found)


def served(u: Unit, shift: ShiftView, rng: Random) -> str:
    """Somebody of that shift, when there is anybody."""
    held = sorted(one.member_id for one in reads_shifts.assignments(u, [shift.id]))
    return rng.choice(held) if held else member_of(u, rng)


def team(u: Unit, rng: Random) -> None:
    known = sorted(reads_team.members(u), key=lambda one: one.id)
    about = About(rng.choice(NAMES), rng.choice(CAPACITIES), phone=f"1040000000{rng.randrange(10)}")
    if len(known) < 3:
        service_team.add_member(u, about, same_name=True)
    elif rng.random() < 0.7:
        who = rng.choice(known)
        service_team.edit_member(u, who.id, replace(about, name=who.name))
    else:
        who = rng.choice(known)
        rng.choice((service_team.let_go, service_team.take_back))(u, who.id)


def says(u: Unit, rng: Random) -> None:
    one, other = member_of(u, rng), member_of(u, rng)
    if rng.random() < 0.5:
        service_team.pair(u, one, other, rng.choice(("together", "apart")))
    else:
        service_team.say(u, Line(one, rng.choice(list(Says)), weekday=rng.randrange(8), reason="带孙子"))


def plan(u: Unit, rng: Random) -> None:
    """Templates for the days around now, and their shifts."""
    day = reads_team.site_time(u).day(u.now)
    days = {"from_day": (day - timedelta(days=1)).isoformat(), "until_day": (day + AHEAD).isoformat()}
    known = reads_team.templates(u)
    for one in known or (POST, ROOM):
        if not one.until_day or one.until_day < day.isoformat():
            service_templates.save_template(u, replace(one, **days))
    service_roster.open_month(u, day.isoformat()[:7])


def put(u: Unit, rng: Random) -> None:
    shift = shift_of(u, rng, ahead=True)
    service_roster.apply(u, [Edit(shift.id, member_of(u, rng), rng.random() < 0.7, locked=rng.random() < 0.2)])


def publish(u: Unit, rng: Random) -> None:
    """A plan that says something new, so that two desks often publish at once."""
    shift = shift_of(u, rng, ahead=True)
    inside = {one.member_id for one in reads_shifts.cells(u, shift.day[:7]) if one.shift_id == shift.id}
    who = member_of(u, rng)
    service_roster.apply(u, [Edit(shift.id, who, who not in inside)])
    service_publish.publish(u, shift.day[:7], in_spite=True)


def propose(u: Unit, rng: Random) -> None:
    found = reads_shifts.what_stands(u, month_of(u, rng)).proposals
    if found:
        rng.choice((service_publish.adopt, service_publish.decline))(u, rng.choice(found).id)


def settle(u: Unit, rng: Random) -> None:
    service_publish.settle_issues(u)


def say(u: Unit, rng: Random) -> None:
    """Something about a shift that was published."""
    view = shift_of(u, rng, ahead=rng.random() < 0.8)
    shift, one, other = view.id, served(u, view, rng), member_of(u, rng)
    acts: Sequence[tuple[Any, tuple[Any, ...]]] = (
        (service_changes.confirm, (shift, one)),
        (service_changes.excuse, (shift, one, "感冒")),
        (service_changes.join, (shift, other)),
        (service_changes.leave, (shift, one)),
        (service_changes.stand_in, (shift, one, other)),
        (service_changes.no_show, (shift, one)),
        (service_roster.cancel_shift, (shift, "下雪")),
        (service_roster.restore_shift, (shift,)),
    )
    verb, arguments = rng.choice(acts)
    verb(u, *arguments)


def swap(u: Unit, rng: Random) -> None:
    waits = sorted((one.swap.id, one.swap.state) for one in reads_changes.inbox(u) if one.waits)
    if not waits or rng.random() < 0.2:
        shift = shift_of(u, rng, ahead=True)
        service_changes.offer(u, shift.id, served(u, shift, rng), rng.choice(("", member_of(u, rng))))
        return
    swap_id, state = rng.choice(waits)
    if rng.random() < 0.2:
        rng.choice((service_changes.refuse, service_changes.withdraw, service_changes.undo))(u, swap_id)
    elif state == SwapState.OFFERED:
        service_changes.accept(u, swap_id, member_of(u, rng))
    else:
        service_changes.approve(u, swap_id)


def other_hours(u: Unit, rng: Random) -> None:
    shift = shift_of(u, rng, ahead=True)
    start = 60 * rng.choice((17, 18, 19))
    wanted = replace(service_roster.as_template(shift), start_min=start, end_min=start + 180)
    service_roster.edit_shift(u, shift.id, wanted)


def holiday(u: Unit, rng: Random) -> None:
    day = reads_team.site_time(u).day(u.now) + AHEAD
    service_templates.add_holidays(u, day.isoformat(), "", "停一天")


BEGIN = (team, team, team, plan, put, put, put, publish)
ACTS = (
    (3, team), (1, says), (2, plan), (6, put), (6, publish), (3, propose), (3, settle), (6, say), (3, swap),
    (1, other_hours), (1, holiday),
)  # fmt: skip
