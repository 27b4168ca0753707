"""Questions of the duty page to the desk, answered as the page's models. Run on the disk-read lane; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui import moments
from ui.clocked import hours_between
from ui.pages.duty.model import Line, Member, Own, Person, Risk, Sheet

if TYPE_CHECKING:
    from desk.duty.reads_changes import AtRisk
    from desk.duty.reads_duty import Row


def today(r: Any, time: Any) -> dict[str, Any]:
    """Fields of the model for the day."""
    from desk.duty import reads_duty, reads_team

    board = reads_duty.board(r)
    labels = reads_team.labels(r)
    tell = moments.teller(time, board.now)
    return {
        "known": True, "on": board.on, "next_at": tell(board.next_at or None),
        "lines": tuple(_line(row, time, tell) for row in board.rows),
        "risks": tuple(_risk(one, labels, time, tell) for one in board.risks),
    }  # fmt: skip


def me(r: Any, operator_id: str) -> dict[str, str]:
    """Who the acting operator is in the team."""
    from desk.duty import reads_team

    found = reads_team.member_of_operator(r, operator_id)
    return {"me": found.label if found else "", "me_id": found.id if found else ""}


def team(r: Any) -> tuple[Member, ...]:
    """Everybody who may be clocked, those on duty first."""
    from desk.duty import reads_clock, reads_team

    on = {one.member_id for one in reads_clock.on_duty(r)}
    found = [Member(one.id, one.label, one.capacity, one.id in on) for one in reads_team.members(r)]
    return tuple(sorted(found, key=lambda one: not one.on))


def matching(r: Any, text: str) -> frozenset[str]:
    """Ids of members whose label holds the text, or whose name or pinyin begins with it."""
    from desk.duty import reads_team

    return frozenset(one.id for one in reads_team.members(r) if text in one.label or _begins(one.name, text))


def _begins(name: str, text: str) -> bool:
    from desk.people.pinyin import spellings

    wanted = text.casefold().replace(" ", "")
    ways = [name.casefold()]
    for syllables in spellings(name):
        ways += ["".join(syllables), "".join(one[:1] for one in syllables)]
    return any(way.startswith(wanted) for way in ways)


def person(r: Any, member_id: str, operator_id: str, time: Any) -> Person | None:
    from desk.duty import reads_duty

    found = reads_duty.person(r, member_id)
    if found is None:
        return None
    who, shift = found.member, found.shift
    return Person(
        who.id, who.label, who.capacity, shift.name if shift else "",
        hours_between(time, shift.start_at, shift.end_at) if shift else "",
        moments.told(time, found.open.since, r.now) if found.open else "", found.asks_pin,
        bool(operator_id) and who.operator_id == operator_id,
    )  # fmt: skip


def mine(r: Any, member_id: str, time: Any) -> tuple[Own, ...]:
    from desk.duty import reads_duty

    found = []
    for one in reads_duty.own_shifts(r, member_id):
        start = time.local(one.shift.start_at)
        found.append(
            Own(
                one.shift.id, moments.month_day(start), start.isoweekday(), one.shift.name,
                hours_between(time, one.shift.start_at, one.shift.end_at), one.shift.place, one.held.state.value,
            )
        )  # fmt: skip
    return tuple(found)


def own_calendar(r: Any, member_id: str) -> bytes:
    """The member's shifts from today on as a calendar file."""
    from desk.duty import ical, reads_duty, reads_shifts, reads_team
    from desk.store.identity import here

    shifts = [one.shift for one in reads_duty.own_shifts(r, member_id)]
    held = reads_shifts.by_shift(reads_shifts.assignments(r, [one.id for one in shifts]))
    return ical.calendar(here(r).site_name, shifts, held, reads_team.labels(r), r.now, member_id)


def sheet(r: Any, month: str, time: Any) -> Sheet:
    """A published month as paper shows it: names of those who agreed, else surname and 老师."""
    from desk.duty import reads_shifts, reads_team
    from desk.duty.rules import days_of, weekday_of
    from desk.duty.rules_days import Days
    from desk.store.identity import here
    from ui.paper.roster_sheet import Day, Slot

    place, days = here(r), days_of(month)
    site = f"{place.site_name} {place.gate_name}"
    if not reads_shifts.is_published(r, month):
        return Sheet(month, site, published=False)
    team = {one.id: one.name if one.show_name else one.label for one in reads_team.members(r, left=True)}
    shifts = [one for one in reads_shifts.shifts(r, month) if one.cancelled_at is None]
    held = reads_shifts.by_shift(reads_shifts.serving(r, [one.id for one in shifts]))
    rules = Days(tuple(reads_team.day_rules(r, days[0], days[-1])))
    slots: dict[str, list[Slot]] = {}
    for one in shifts:
        people = tuple(team.get(h.member_id, "") for h in held.get(one.id, ()))
        hours = hours_between(time, one.start_at, one.end_at)
        slots.setdefault(one.day, []).append(Slot(hours, one.name, people, len(people) < one.least))
    boxes = [Day(int(day[8:]), tuple(slots.get(day, ())), rules.holiday(day) or "") for day in days]
    boxes = [Day(0)] * (weekday_of(days[0]) - 1) + boxes
    boxes += [Day(0)] * (-len(boxes) % 7)
    return Sheet(month, site, True, tuple(tuple(boxes[at : at + 7]) for at in range(0, len(boxes), 7)))


def month_calendar(r: Any, month: str) -> bytes:
    """A published month as a calendar file."""
    from desk.duty import ical, reads_shifts, reads_team
    from desk.store.identity import here

    shifts = reads_shifts.shifts(r, month)
    held = reads_shifts.by_shift(reads_shifts.assignments(r, [one.id for one in shifts]))
    return ical.calendar(here(r).site_name, shifts, held, reads_team.labels(r), r.now)


def _line(row: Row, time: Any, tell: moments.Teller) -> Line:
    shift = row.shift
    moment = row.until if row.here.value == "done" else row.since
    return Line(
        row.member_id, row.label, row.capacity, shift.name if shift else "",
        hours_between(time, shift.start_at, shift.end_at) if shift else "", row.here.value, tell(moment or None),
    )  # fmt: skip


def _risk(one: AtRisk, labels: dict[str, str], time: Any, tell: moments.Teller) -> Risk:
    why = tuple(dict.fromkeys(f"duty.risk.{risk.value}" for risk, _ in one.why))
    who = tuple(dict.fromkeys(labels.get(member, "") for _, member in one.why if member))
    return Risk(one.shift.id, tell(one.shift.start_at), one.shift.name, why, who)
