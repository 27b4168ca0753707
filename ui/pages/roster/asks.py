"""What the roster page asks the desk, turned into what it draws. Runs on the lanes; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ui.pages.roster.model import (
    Box,
    Candidate,
    Cannot,
    Cell,
    Lack,
    Proposal,
    RiskRow,
    Row,
    SwapRow,
    Touched,
    Who,
)

if TYPE_CHECKING:
    from desk.core.clock import SiteTime
    from desk.duty.reads_roster import Month
    from desk.duty.reads_shifts import ShiftView
    from desk.duty.reads_team import Member


CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def month(r: Any, wanted: str, time: SiteTime) -> dict[str, Any]:
    """A month as fields of RosterModel."""
    from desk.duty import reads_changes, reads_roster, reads_team
    from desk.duty.service_changes import APPROVAL

    view = reads_roster.month(r, wanted)
    people = marks(view.people.values())
    boxes = _boxes(view, people, time)
    seen = {shift.id: shift for shift in view.shifts}
    return {
        "month": wanted, "today": time.day(view.now).isoformat(), "days": view.days,
        "holidays": tuple(view.holidays.items()), "rows": _rows(view, time), "boxes": boxes,
        "cannot": tuple(Cannot(o.why.value, o.name, o.capacities, o.skill, o.need, o.have) for o in view.impossible),
        "missing": view.missing_shifts, "idle": len(view.idle_shifts), "version": view.issue.version if view.issue else 0, "changed": view.changed,
        "touched": tuple(_touched(view, one, people, seen) for one in view.affected),
        "hard": sum(c.hard for box in boxes for c in box.cells if not box.over),
        "soft": sum(bool(c.wrong) and not c.hard for box in boxes for c in box.cells if not box.over),
        "team": sum(one.left_at is None for one in view.people.values()), "templates": len(reads_team.templates(r)),
        "proposals": tuple(_proposal(one, view, r.device_id) for one in view.proposals), "waiting": reads_changes.waiting(r),
        "approval": str(r.setting(APPROVAL, "always")),
        "risks": tuple(_risk(one, people, time) for one in reads_changes.at_risk(r)), "ready": True,
    }  # fmt: skip


def swaps(r: Any, time: SiteTime) -> tuple[SwapRow, ...]:
    """The inbox."""
    from desk.duty import reads_changes

    def label(one: Member | None) -> str:
        return one.label if one else ""

    return tuple(
        SwapRow(
            one.swap.id, one.swap.state.value, one.waits, one.shift.day, one.shift.name, _hours(one.shift, time),
            label(one.member), label(one.taker),
            f"{one.other_shift.day} {one.other_shift.name}" if one.other_shift else "", one.reason, one.shift.id,
        )
        for one in reads_changes.inbox(r)
    )  # fmt: skip


def candidates(r: Any, shift_id: str) -> tuple[Candidate, ...]:
    """Who could serve in a shift, the willing first."""
    from desk.duty import reads_changes, reads_roster, reads_shifts, reads_team

    shift = reads_shifts.shift(r, shift_id)
    if shift is None:
        return ()
    people = marks(reads_team.members(r, left=True))
    shifts = reads_shifts.shifts(r, shift.day[:7])
    planned = reads_shifts.cells(r, shift.day[:7]) or reads_roster.effective(r, shifts)
    count = Counter(cell.member_id for cell in planned)
    return tuple(
        Candidate(people[one.id], f"duty.wrong.{why}" if why else "", count[one.id])
        for one, why in reads_changes.who_could(r, shift_id)
    )


def marks(team: Iterable[Member]) -> dict[str, Who]:
    """Everybody with one character of theirs that stands in their label too: 王 for 王老师, 兰 for 王*兰老师.

    Whoever's is taken by then has another of their name, or a number in a circle.
    """
    whole, found, taken = list(team), dict[str, Who](), set[str]()
    circled = iter(CIRCLED)
    for one in sorted(whole, key=lambda one: "*" in one.label):
        wanted = one.label.partition("*")[2][:1] or one.label[:1]
        free = (c for c in (wanted, *reversed(one.name)) if c not in taken and not c.isspace())
        mark = next(free, "") or next(circled, wanted)
        taken.add(mark)
        found[one.id] = Who(one.id, one.label, mark, one.capacity)
    return found


def _rows(view: Month, time: SiteTime) -> tuple[Row, ...]:
    """A row for each kind of shift, in the order of the day."""
    found: dict[str, tuple[tuple[int, str], Row]] = {}
    for shift in view.shifts:
        key = _key(shift)
        local = time.local(shift.start_at)
        row = Row(key, shift.name, _hours(shift, time))
        found.setdefault(key, ((local.hour * 60 + local.minute, f"{shift.name} {key}"), row))
    return tuple(row for _, row in sorted(found.values(), key=lambda pair: pair[0]))


def _key(shift: ShiftView) -> str:
    """One-off shifts of one name share a row."""
    return shift.template_id or f"+{shift.name}"


def _boxes(view: Month, people: dict[str, Who], time: SiteTime) -> tuple[Box, ...]:
    from desk.duty.reads_roster import AWAY
    from desk.duty.rules_assignments import State

    wrong: dict[tuple[str, str], list[Any]] = {}
    for one in view.conflicts:
        wrong.setdefault((one.shift_id, one.member_id), []).append(one)
    lacks = {gap.shift_id: gap for gap in view.gaps}
    inside: dict[str, list[Cell]] = {}
    for line in view.lines:
        cell = line.cell
        found = wrong.get((cell.shift_id, cell.member_id), [])
        who = people.get(cell.member_id) or Who(cell.member_id, "?", "?", cell.capacity)
        inside.setdefault(cell.shift_id, []).append(
            Cell(
                who, cell.capacity, line.state.value, cell.locked,
                tuple(dict.fromkeys(f"duty.wrong.{one.wrong.value}" for one in found)), any(one.hard for one in found),
                line.state in AWAY, line.state is State.PROPOSED and view.issue is not None,
            )
        )  # fmt: skip
    return tuple(
        Box(
            shift.id, _key(shift), shift.day, shift.name, _hours(shift, time), shift.place, shift.least, shift.most,
            tuple(sorted(inside.get(shift.id, ()), key=lambda c: (c.away, c.who.label))), _lack(lacks.get(shift.id)),
            shift.cancelled_at is not None, shift.cancelled_why, shift.start_at <= view.now, shift.end_at <= view.now,
            shift.sitting,
        )
        for shift in view.shifts
    )  # fmt: skip


def _lack(gap: Any) -> Lack | None:
    if gap is None:
        return None
    why = tuple((f"duty.wrong.{name}", count) for name, count in sorted(gap.why_not.items(), key=lambda w: -w[1]))
    return Lack(gap.missing, tuple(need.of for need in gap.needs), gap.skills, gap.asked, gap.free, why)


def _touched(view: Month, one: Any, people: dict[str, Who], seen: dict[str, ShiftView]) -> Touched:
    def said(ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((seen[eid].day, seen[eid].name) for eid in ids if eid in seen)

    who = people.get(one.member_id)
    return Touched(who.label if who else "?", said(one.gained), said(one.lost))


def _proposal(issue: Any, view: Month, device_id: str) -> Proposal:
    from desk.duty.rules_issues import affected

    changes = affected(view.issue.cells if view.issue else (), issue.cells)
    differing = sum(len(one.gained) + len(one.lost) for one in changes)
    return Proposal(issue.id, issue.version, issue.at, differing, issue.device_id == device_id)


def _risk(one: Any, people: dict[str, Who], time: SiteTime) -> RiskRow:
    why = tuple((f"duty.risk.{risk.value}", people[who].label if who in people else "") for risk, who in one.why)
    return RiskRow(one.shift.id, one.shift.day, one.shift.name, _hours(one.shift, time), one.here, one.shift.least, why)


def _hours(shift: ShiftView, time: SiteTime) -> str:
    start, end = time.local(shift.start_at), time.local(shift.end_at)
    return f"{start:%H:%M}-{end:%H:%M}"
