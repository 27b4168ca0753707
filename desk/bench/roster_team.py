"""An invented team and month for `bench roster`: every rule has something to do, and two months lie behind."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from desk.core.clock import SiteTime
from desk.duty.problem import Cell, Member, Options, Pair, Problem, Shift, Stood
from desk.duty.rules import ONE_OR_THREE_NEED, Need, day_start, days_of, is_night, month_after, span_of, weekday_of

MONTH = "2026-12"
TEAM = {"branch": 4, "committee": 6, "owners": 5, "property": 9, "volunteer": 30, "unit": 4, "deputy": 2}
# name, weekdays, from, until (minutes), people, what must be among them
SHIFTS: tuple[tuple[str, tuple[int, ...], int, int, int, dict[str, object]], ...] = (
    ("morning", (1, 2, 3, 4, 5, 6, 7), 450, 690, 2, {"minors": True, "skills": ("desk",)}),
    ("afternoon", (1, 2, 3, 4, 5, 6, 7), 810, 1050, 2, {"minors": True}),
    ("evening", (1, 2, 3, 4, 5, 6, 7), 1050, 1260, 2, {}),
    ("night", (1, 2, 3, 4, 5, 6, 7), 1320, 360, 1, {"capacities": frozenset({"property", "volunteer"})}),
    ("sitting", (3, 6), 540, 660, 3, {"needs": (ONE_OR_THREE_NEED, Need(("volunteer", "unit"), 1))}),
    ("patrol", (5,), 1140, 1320, 2, {"heavy": True, "skills": ("first aid",)}),
)  # fmt: skip


def problem(seed: int, month: str = MONTH, options: Options | None = None) -> Problem:
    """60 people, a month of 252 places, history of two months; the same for a seed."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    time = SiteTime()
    before = [month_after(month, -2), month_after(month, -1)]
    team = list(_team(rng))
    history = [_by_hand(rng, team, list(shifts(one, time))) for one in before]
    now = tuple(shifts(month, time))
    away = frozenset(_away(rng, team, now))
    last = history[-1]
    return Problem(
        tuple(_served(one, [*history[0], *history[1]]) for one in team), now, away, frozenset(),
        frozenset((one.id, rng.choice(now).id) for one in team for _ in range(2)), tuple(_pairs(rng, team)),
        tuple(_locked(rng, team, now, away)), frozenset(), frozenset((who, shift.pattern) for who, shift in last),
        tuple(_stood(last, month, time)), replace(options or Options(), seed=seed),
    )  # fmt: skip


def shifts(month: str, time: SiteTime) -> Iterator[Shift]:
    """Every shift of a month by the weekly templates."""
    for day in days_of(month):
        for name, weekdays, start, end, people, more in SHIFTS:
            if weekday_of(day) in weekdays:
                span = span_of(time, day, start, end)
                night, weekend = is_night(time, span), weekday_of(day) > 5
                yield Shift(
                    f"{day} {name}", day, span.start_at, span.end_at, people, people, night=night, weekend=weekend,
                    gate_id="patrol" if name == "patrol" else "gate", pattern=f"{name} {weekday_of(day)}", **more,  # type: ignore[arg-type]
                )  # fmt: skip


def _team(rng: random.Random) -> Iterator[Member]:
    for capacity, people in TEAM.items():
        for n in range(people):
            minor = capacity == "volunteer" and n % 10 == 9
            skills = frozenset(skill for skill, share in (("desk", 0.7), ("first aid", 0.4)) if rng.random() < share)
            most = rng.choice((3, 4, 5)) if capacity == "volunteer" and rng.random() < 0.2 else 0
            yield Member(f"{capacity} {n}", capacity, skills, minor, minor and rng.random() < 0.7, most)


def _by_hand(rng: random.Random, team: list[Member], month: list[Shift]) -> list[tuple[str, Shift]]:
    """A month as it was made by hand: within the rules of the day, whoever comes to mind among those with fewer."""
    done: list[tuple[str, Shift]] = []
    counts: Counter[str] = Counter()
    busy: set[tuple[str, str]] = set()
    for shift in month:
        for _ in range(shift.least):
            free = [
                one for one in team
                if (not shift.capacities or one.capacity in shift.capacities) and not (one.minor and (shift.night or not one.consent))
                and not {(one.id, _day(shift.day, n)) for n in (-1, 0, 1)} & busy and (not one.most or counts[one.id] < one.most)
            ]  # fmt: skip
            one = min(rng.sample(free, 3), key=lambda one: counts[one.id])
            counts[one.id] += 1
            busy.add((one.id, shift.day))
            done.append((one.id, shift))
    return done


def _served(one: Member, history: list[tuple[str, Shift]]) -> Member:
    mine = [shift for who, shift in history if who == one.id]
    return replace(
        one, served=len(mine), weekends=sum(shift.weekend for shift in mine), nights=sum(shift.night for shift in mine)
    )


def _away(rng: random.Random, team: list[Member], month: tuple[Shift, ...]) -> Iterator[tuple[str, str]]:
    """A week off for some, a weekday that never suits for others, single days for all: a fifth of all cells."""
    days = sorted({shift.day for shift in month})
    for one in team:
        off = set(rng.sample(days, 2))
        if rng.random() < 0.3:
            begin = rng.randrange(len(days) - 7)
            off |= set(days[begin : begin + 7])
        never = rng.choice((1, 2, 3, 4, 5)) if rng.random() < 0.5 else 0
        for shift in month:
            if shift.day in off or weekday_of(shift.day) == never:
                yield one.id, shift.id


def _pairs(rng: random.Random, team: list[Member]) -> Iterator[Pair]:
    people = [one.id for one in team if one.capacity == "volunteer"]
    chosen = rng.sample(people, 16)
    for n in range(0, 16, 2):
        yield Pair(chosen[n], chosen[n + 1], apart=n >= 10)


def _locked(
    rng: random.Random, team: list[Member], month: tuple[Shift, ...], away: frozenset[tuple[str, str]]
) -> Iterator[Cell]:
    """Ten cells somebody settled by hand, a day apart for each."""
    sittings = [shift for shift in month if shift.pattern.startswith("sitting")]
    heads = [one for one in team if one.capacity in ("branch", "committee")]
    for shift in rng.sample(sittings, min(6, len(sittings))):
        free = [one for one in heads if (one.id, shift.id) not in away]
        if free:
            one = rng.choice(free)
            yield Cell(shift.id, one.id, one.capacity)


def _stood(last: list[tuple[str, Shift]], month: str, time: SiteTime) -> Iterator[Stood]:
    edge = day_start(time, _day(f"{month}-01", -4))
    for who, shift in last:
        if shift.start_at >= edge:
            yield Stood(who, shift.day, shift.start_at, shift.end_at, shift.night, shift.heavy)


def _day(day: str, steps: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=steps)).isoformat()
