"""What the generate panel asks the desk, turned into what it draws. Runs on the lanes; no Qt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ui.pages.roster.panel_generate_model import Fair, Hole, Kept, Place, Why

if TYPE_CHECKING:
    from desk.core.clock import SiteTime
    from desk.duty.problem import Answer, Cell, Gap
    from desk.duty.reads_shifts import ShiftView
    from desk.duty.service_generated import Taken

NAMED = 3  # people of one reason who are named


def take(u: Any, month: str, answer: Answer) -> Taken:
    """The answer into the plan."""
    from desk.duty.service_generated import take as into_plan

    return into_plan(u, month, answer.cells)


def standing(r: Any, month: str) -> dict[str, Any]:
    """How many places of the plan are filled, and everybody's counts."""
    from desk.duty import reads_problem, reads_shifts

    return {"planned": len(reads_shifts.cells(r, month)), "fair": _fair(r, reads_problem.counts(r, month))}


def words(r: Any, month: str, answer: Answer) -> dict[str, Any]:
    """An answer as fields of GenerateModel."""
    from desk.duty import reads_shifts, reads_team
    from desk.duty.problem import State

    time, labels = reads_team.site_time(r), reads_team.labels(r)
    shifts = {one.id: one for one in reads_shifts.shifts(r, month)}
    return {
        "wanted": answer.wanted, "filled": answer.filled, "seconds": round(answer.seconds),
        "planned": len(reads_shifts.cells(r, month)), "better": answer.gap, "proven": answer.state is not State.GOOD,
        "gaps_proven": answer.gaps_proven, "fair": _fair(r, answer.counts),
        "holes": tuple(_hole(one, shifts[one.shift_id], labels, time) for one in answer.gaps if one.shift_id in shifts),
        "kept": tuple(
            Kept(_place(one.cell, shifts, labels), f"duty.kept.{one.rule.value}", tuple(_place(c, shifts, labels) for c in one.with_))
            for one in answer.conflicts
        ),
    }  # fmt: skip


def _fair(r: Any, counts: Any) -> tuple[Fair, ...]:
    from desk.duty import reads_team

    team = {one.id: one for one in reads_team.members(r)}
    return tuple(
        Fair(team[one.member_id].label, one.capacity, one.before, one.now, team[one.member_id].most_a_month, one.over)
        for one in counts
        if one.member_id in team
    )


def _hole(gap: Gap, shift: ShiftView, labels: dict[str, str], time: SiteTime) -> Hole:
    from desk.duty.problem import Rule

    count = Counter(hold.rule for hold in gap.holds)
    who = {rule: [labels.get(hold.member_id, "") for hold in gap.holds if hold.rule is rule] for rule in count}
    order = list(Rule)
    why = tuple(
        Why(f"duty.hold.{rule.value}", n, tuple(filter(None, who[rule]))[:NAMED])
        for rule, n in sorted(count.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    )
    return Hole(
        gap.shift_id, shift.day, shift.name, _hours(shift, time), gap.kind.value, gap.missing, gap.of, gap.skill,
        len(gap.holds), why,
    )  # fmt: skip


def _place(cell: Cell, shifts: dict[str, ShiftView], labels: dict[str, str]) -> Place:
    shift = shifts.get(cell.shift_id)
    who = labels.get(cell.member_id, "")
    return Place(shift.day, shift.name, who) if shift else Place("", "", who)


def _hours(shift: ShiftView, time: SiteTime) -> str:
    return f"{time.local(shift.start_at):%H:%M}-{time.local(shift.end_at):%H:%M}"
