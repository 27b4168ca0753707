"""Generating a month as a piece of work of its own process: what it tells, line by line, and how it is read back.

The process only reads the store, closes it, and solves; the desk puts the answer into the plan itself (service_generated),
so that stopping the process at any moment leaves nothing half done. Lines hold ids and numbers, never names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any

from desk.duty.problem import (
    Answer,
    Cell,
    Conflict,
    Count,
    Gap,
    GapKind,
    Hold,
    Problem,
    Progress,
    Rule,
    Spread,
    State,
)  # fmt: skip

EVERY_S = 0.2  # no more lines than that
Line = Mapping[str, Any]


def run(problem: Problem, tell: Callable[[Line], None], cancelled: Callable[[], bool] | None = None) -> Answer:
    """Solve and tell: {"progress": ...} now and then, {"roster": ...} at the end. Raises Refused as `solver.solve`."""
    from desk.duty.solver import solve  # numpy and HiGHS take a moment to load: a first line is told before

    tell({"progress": asdict(Progress("loading", 0, sum(shift.least for shift in problem.shifts), 0.0))})
    steady = _Steady(tell)
    answer = solve(problem, steady.hear, cancelled)
    tell({"roster": asdict(answer)})
    return answer


class _Steady:
    """Passes on a stage's first word and then one every EVERY_S."""

    def __init__(self, tell: Callable[[Line], None]) -> None:
        self._tell, self._stage, self._last = tell, "", 0.0

    def hear(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage != self._stage or now - self._last >= EVERY_S:
            self._stage, self._last = progress.stage, now
            self._tell({"progress": asdict(progress)})


def progress_of(line: Line) -> Progress | None:
    """The progress a line tells, None when it tells something else."""
    said = line.get("progress")
    return Progress(**_known(Progress, said)) if isinstance(said, Mapping) else None


def answer_of(line: Line) -> Answer | None:
    """The answer a line tells, None when it tells something else."""
    said = line.get("roster")
    if not isinstance(said, Mapping):
        return None
    values = _known(Answer, said)
    values["cells"] = tuple(_cell(one) for one in said["cells"])
    values["gaps"] = tuple(_gap(one) for one in said["gaps"])
    values["conflicts"] = tuple(
        Conflict(_cell(one["cell"]), Rule(one["rule"]), tuple(map(_cell, one["with_"]))) for one in said["conflicts"]
    )
    values["counts"] = tuple(Count(**_known(Count, one)) for one in said["counts"])
    values["spread"] = tuple(Spread(**_known(Spread, one)) for one in said["spread"])
    values["state"] = State(said["state"])
    return Answer(**values)


def _gap(said: Line) -> Gap:
    holds = tuple(Hold(**{**_known(Hold, one), "rule": Rule(one["rule"])}) for one in said["holds"])
    return Gap(**{**_known(Gap, said), "kind": GapKind(said["kind"]), "of": tuple(said["of"]), "holds": holds})


def _cell(said: Line) -> Cell:
    return Cell(**_known(Cell, said))


def _known(cls: type, said: Line) -> dict[str, Any]:
    return {one.name: said[one.name] for one in fields(cls) if one.name in said}


def plain(answer: Answer) -> str:
    """One line for a terminal."""
    spread = ", ".join(f"{one.capacity} {one.least}-{one.most}" for one in answer.spread)
    return (
        f"{answer.filled} of {answer.wanted} places, {len(answer.gaps)} gaps, {len(answer.conflicts)} conflicts, "
        f"{answer.state}, {answer.seconds:.1f} s; shifts in three months: {spread}"
    )


__all__ = ["answer_of", "plain", "progress_of", "run"]
