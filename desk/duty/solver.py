"""The month's roster as an optimum: HiGHS finds it, in two steps, and says how far from the best it may be.

Always kept (solver_rows): one shift at a time, ten hours of rest after a night, at most twelve hours in a stretch and
`Options.run` demanding shifts in a row, minors only with consent, where allowed and by day, who is away, who is not of
the shift's capacities, no more people than the shift takes, pairs apart, a wish of shifts a month (and `stretch` beyond
it), locked cells. First step: as little lacking as can be (a needed capacity before a skill before a head). Second step:
counts of three months even, then wishes, pairs together, weekends and nights even, last month's habits (solver_model).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from desk.core.errors import Refused
from desk.duty import explain
from desk.duty.problem import Answer, Problem, Progress, State
from desk.duty.solver_model import Model, build
from desk.duty.solver_rows import Grid
from desk.duty.solver_run import Run, Solved
from desk.duty.solver_start import Plan, fill

FILLING, EVENING = "filling", "evening"
FIRST_SHARE = 0.4  # of the time may go into lacking less
CLOSE = 1e-4

Told = Callable[[Progress], None]


def solve(problem: Problem, told: Told | None = None, cancelled: Callable[[], bool] | None = None) -> Answer:
    """The best roster found within `problem.options.seconds`. Raises Refused("duty.generating_cancelled").

    Always an answer: what cannot be filled is a gap with its reasons. The same problem, seed and threads give the same
    answer, unless time ran out before the tolerance was reached.
    """
    return _Solving(problem, told, cancelled).run()


class _Solving:
    def __init__(self, problem: Problem, told: Told | None, cancelled: Callable[[], bool] | None) -> None:
        self._problem, self._told, self._cancelled = problem, told, cancelled
        self._begun = time.monotonic()
        self._wanted = sum(shift.least for shift in problem.shifts)
        self._proven = True

    def run(self) -> Answer:
        grid = Grid(self._problem)
        start = frozenset(fill(Plan(grid)).chosen)
        self._tell(FILLING, grid, len(start))
        if len(grid.fixed) == len(grid.who):  # nobody to choose
            return self._answer(grid, start, None)
        model = build(grid)
        start = self._least_lack(grid, model, start)
        solved = self._best(grid, model, start)
        return self._answer(grid, solved.cells or start, solved)

    def _least_lack(self, grid: Grid, model: Model, start: frozenset[int]) -> frozenset[int]:
        """A roster that lacks as little as any can, and the model held to lacking no more."""
        if not explain.lacks(grid, start):
            model.lack_nothing()
            return start
        solved = self._go(grid, model, FILLING, start, self._problem.options.seconds * FIRST_SHARE)
        self._proven = solved.proven
        if solved.cells is not None:
            model.lack_at_most(solved.value + CLOSE)
        return solved.cells or start

    def _best(self, grid: Grid, model: Model, start: frozenset[int]) -> Solved:
        left = self._problem.options.seconds - (time.monotonic() - self._begun)
        return self._go(grid, model, EVENING, start, left)

    def _go(self, grid: Grid, model: Model, stage: str, start: frozenset[int], seconds: float) -> Solved:
        options = self._problem.options
        first = stage == FILLING
        run = Run(model, model.lack if first else model.wish, seconds, options.seed, options.threads)
        run.tolerate(CLOSE if first else options.tolerance)
        run.begin_with(start)

        def heard(value: float | None, bound: float | None, chosen: int | None) -> None:
            self._tell(stage, grid, len(start) if chosen is None else chosen, value, bound)

        solved = run.go(heard, self._cancelled)
        if solved.stopped:
            raise Refused("duty.generating_cancelled")
        return solved

    def _tell(
        self, stage: str, grid: Grid, chosen: int, value: float | None = None, bound: float | None = None
    ) -> None:
        if self._told is not None:
            filled = chosen - (len(grid.posts) - len(grid.shifts))  # those outside the month are always chosen
            self._told(Progress(stage, filled, self._wanted, time.monotonic() - self._begun, value, bound))

    def _answer(self, grid: Grid, cells: frozenset[int], solved: Solved | None) -> Answer:
        chosen = frozenset(fill(Plan(grid, cells)).chosen)
        counted = explain.counts(grid, chosen)
        inside = sorted(
            (cell for cell in chosen if grid.is_inside(cell)),
            key=lambda cell: (grid.shifts[grid.post[cell]].start_at, grid.post[cell], grid.who[cell]),
        )
        answer = Answer(
            tuple(map(grid.cell, inside)), explain.gaps(grid, chosen), tuple(grid.conflicts), counted,
            explain.spread(grid, counted), seconds=time.monotonic() - self._begun, gaps_proven=self._proven,
            wanted=self._wanted, filled=len(inside), state=State.NOTHING if not self._wanted else State.BEST,
        )  # fmt: skip
        if solved is None:
            return answer
        gap = abs(solved.value - solved.bound) / max(1.0, abs(solved.value)) if solved.cells is not None else 1.0
        state = State.BEST if solved.proven and self._proven else State.GOOD
        return replace(answer, value=solved.value, bound=solved.bound, gap=gap, state=state)
