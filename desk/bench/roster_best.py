"""How even a month could be at best: a model of its own that shares nothing with the solver's, and relaxes it.

It knows who may serve where (away, capacity, minors, night), heads, needed capacities and skills, wishes and locked cells,
and forgets rest, overlap, stretches, runs and pairs. What it finds is therefore never above what any roster can reach.
"""

from __future__ import annotations

from collections.abc import Iterable

import highspy

from desk.duty.problem import Member, Problem, Shift


def least_spread(problem: Problem, capacity: str, people: Iterable[str]) -> int:
    """The smallest distance between most and fewest shifts (three months) that these people of one capacity can have."""
    of = [one for one in problem.members if one.capacity == capacity and one.id in set(people)]
    if len(of) < 2:
        return 0
    model = _Model(problem)
    low, high = model.integer(0, 999), model.integer(0, 999)
    for one in of:
        served = model.counts[one.id]
        model.row([*served, (low, -1.0)], -one.served, highspy.kHighsInf)
        model.row([*served, (high, -1.0)], -highspy.kHighsInf, -one.served)
    model.highs.changeColCost(high, 1.0)
    model.highs.changeColCost(low, -1.0)
    model.highs.run()
    return round(model.highs.getInfo().objective_function_value)


class _Model:
    def __init__(self, problem: Problem) -> None:
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self._columns = 0
        self.counts: dict[str, list[tuple[int, float]]] = {one.id: [] for one in problem.members}
        locked = {(cell.member_id, cell.shift_id) for cell in problem.locked}
        for shift in problem.shifts:
            inside = [one for one in problem.members if (one.id, shift.id) in locked or _may(problem, one, shift)]
            columns = [(one, self.integer(float((one.id, shift.id) in locked), 1)) for one in inside]
            for one, column in columns:
                self.counts[one.id].append((column, 1.0))
            self.row([(column, 1.0) for _, column in columns], shift.least, shift.most)
            for need in shift.needs:
                fit = [(column, 1.0) for one, column in columns if one.capacity in need.of]
                self.row(fit, need.least, highspy.kHighsInf)
            for skill in shift.skills:
                self.row([(column, 1.0) for one, column in columns if skill in one.skills], 1, highspy.kHighsInf)
        for one in problem.members:
            if one.most:
                self.row(self.counts[one.id], 0, one.most)

    def integer(self, lower: float, upper: float) -> int:
        self.highs.addVar(lower, upper)
        self.highs.changeColIntegrality(self._columns, highspy.HighsVarType.kInteger)
        self._columns += 1
        return self._columns - 1

    def row(self, terms: list[tuple[int, float]], lower: float, upper: float) -> None:
        self.highs.addRow(lower, upper, len(terms), [column for column, _ in terms], [value for _, value in terms])


def _may(problem: Problem, one: Member, shift: Shift) -> bool:
    if (one.id, shift.id) in problem.away or (shift.capacities and one.capacity not in shift.capacities):
        return False
    return not one.minor or (one.consent and shift.minors and not shift.night)
