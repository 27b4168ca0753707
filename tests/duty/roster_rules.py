"""The rules of a month as they stand in the issue, checked on a finished roster; nothing of the solver is used here.

All by brute force over pairs, days and sub-lists, so that a wrong row of the solver cannot be wrong here too.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

from desk.duty.problem import Answer, Member, Problem, Shift, Stood

HOUR = 3_600_000


def broken(problem: Problem, answer: Answer) -> list[str]:
    """Every rule that is broken among cells of which at least one was chosen (not locked)."""
    team, month = {one.id: one for one in problem.members}, {one.id: one for one in problem.shifts}
    locked = {(cell.member_id, cell.shift_id) for cell in problem.locked}
    cells = [(cell.member_id, cell.shift_id) for cell in answer.cells]
    chosen = [cell for cell in cells if cell not in locked]
    faults = [f"twice {cell}" for cell in set(cells) if cells.count(cell) > 1]
    faults += [f"{why} {cell}" for cell in chosen for why in _alone(problem, team[cell[0]], month[cell[1]])]
    for who in {who for who, _ in chosen}:
        mine = [month[shift] for member, shift in cells if member == who]
        free = {shift for member, shift in chosen if member == who}
        faults += [f"{why} {who}" for why in _person(problem, team[who], mine, free)]
    for shift in problem.shifts:
        people = [who for who, where in cells if where == shift.id]
        if len(people) > max(shift.most, shift.least) and any((who, shift.id) in chosen for who in people):
            faults.append(f"full {shift.id}")
    return faults + _apart(problem, month, cells, chosen)


def lacking(problem: Problem, answer: Answer) -> list[tuple[str, str, int]]:
    """(shift, kind, how many) of everything the shifts lack, in order; two needs of one shift are two lines."""
    team = {one.id: one for one in problem.members}
    found = list[tuple[str, str, int]]()
    for shift in problem.shifts:
        people = [cell for cell in answer.cells if cell.shift_id == shift.id]
        if shift.least == 0:
            continue
        if len(people) < shift.least:
            found.append((shift.id, "heads", shift.least - len(people)))
        for need in shift.needs:
            fit = sum(cell.capacity in need.of for cell in people)
            if fit < need.least:
                found.append((shift.id, "mix", need.least - fit))
        for skill in shift.skills:
            if not any(cell.member_id in team and skill in team[cell.member_id].skills for cell in people):
                found.append((shift.id, "skill", 1))
    return sorted(found)


def _alone(problem: Problem, one: Member, shift: Shift) -> list[str]:
    faults = []
    if (one.id, shift.id) in problem.away or (one.id, shift.id) in problem.gone:
        faults.append("away")
    if shift.capacities and one.capacity not in shift.capacities:
        faults.append("capacity")
    if one.minor and (not one.consent or not shift.minors or shift.night):
        faults.append("minor")
    if shift.end_at - shift.start_at > 12 * HOUR:
        faults.append("long")
    if shift.least == 0:
        faults.append("not wanted")
    return faults


def _person(problem: Problem, one: Member, mine: list[Shift], free: set[str]) -> list[str]:
    """Rules of one person's month; what only locked cells and the past break is theirs who locked them."""
    faults = []
    if one.most and len(mine) > one.most + problem.options.stretch:
        faults.append("cap")
    whole: list[Shift | Stood] = [*mine, *(stood for stood in problem.stood if stood.member_id == one.id)]
    for a, b in combinations(whole, 2):
        if not _any_free((a, b), free):
            continue
        first, second = sorted((a, b), key=lambda shift: (shift.start_at, shift.end_at))
        if second.start_at < first.end_at:
            faults.append("overlap")
        elif first.night and second.start_at - first.end_at < 10 * HOUR:
            faults.append("rest")
    faults += ["stretch" for run in _stretches(whole) if _any_free(run, free)]
    days = problem.options.run + 1
    for first_day in {date.fromisoformat(shift.day).toordinal() for shift in whole}:
        hard = [
            shift
            for shift in whole
            if (shift.night or shift.heavy) and 0 <= date.fromisoformat(shift.day).toordinal() - first_day < days
        ]
        if len(hard) > problem.options.run and _any_free(hard, free):
            faults.append("run")
    return faults


def _stretches(whole: list[Shift | Stood]) -> list[list[Shift | Stood]]:
    """Runs of work without an hour's pause that last more than twelve hours."""
    runs: list[list[Shift | Stood]] = []
    for shift in sorted(whole, key=lambda shift: shift.start_at):
        if runs and shift.start_at - max(one.end_at for one in runs[-1]) < HOUR:
            runs[-1].append(shift)
        else:
            runs.append([shift])
    return [run for run in runs if max(one.end_at for one in run) - run[0].start_at > 12 * HOUR]


def _any_free(shifts: object, free: set[str]) -> bool:
    return any(isinstance(shift, Shift) and shift.id in free for shift in shifts)  # type: ignore[attr-defined]


def _apart(
    problem: Problem, month: dict[str, Shift], cells: list[tuple[str, str]], chosen: list[tuple[str, str]]
) -> list[str]:
    faults = []
    for pair in problem.pairs:
        for a in cells:
            for b in cells:
                if not pair.apart or (a[0], b[0]) != (pair.one_id, pair.other_id) or pair.one_id == pair.other_id:
                    continue
                one, other = month[a[1]], month[b[1]]
                meet = one.gate_id == other.gate_id and one.start_at < other.end_at and other.start_at < one.end_at
                if (meet or one.id == other.id) and (a in chosen or b in chosen):
                    faults.append(f"apart {pair.one_id} {pair.other_id}")
    return faults
