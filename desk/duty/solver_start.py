"""A first roster by hand's rule: the hardest shift first, and of those who may, whoever has served least."""

from __future__ import annotations

from collections.abc import Callable, Collection

from desk.duty.solver_rows import Grid


class Plan:
    """Cells chosen so far and how full each row is. A cell fits while none of its rows is full."""

    def __init__(self, grid: Grid, chosen: Collection[int] = ()) -> None:
        self.grid = grid
        self.chosen: set[int] = set()
        self._used = dict.fromkeys(map(id, grid.rows), 0)
        self.counts = [member.served for member in grid.members]
        for cell in sorted({*grid.fixed, *chosen}):
            self.take(cell)

    def take(self, cell: int) -> None:
        self.chosen.add(cell)
        self.counts[self.grid.who[cell]] += self.grid.is_inside(cell)
        for row in self.grid.rows_of[cell]:
            self._used[id(row)] += 1

    def fits(self, cell: int) -> bool:
        return cell not in self.chosen and all(self._used[id(row)] < row.limit for row in self.grid.rows_of[cell])

    def people(self, s: int) -> list[int]:
        """Cells chosen in a shift."""
        return [cell for cell in self.grid.of_shift[s] if cell in self.chosen]


def fill(plan: Plan) -> Plan:
    """Fill what can be filled without moving anybody. Afterwards nobody who fits a lack is free for it."""
    grid = plan.grid

    def scarce(s: int) -> tuple[float, int, int]:
        shift = grid.shifts[s]
        narrow = [sum(grid.capacity[cell] in need.of for cell in grid.of_shift[s]) / need.least for need in shift.needs]
        narrow += [_with(grid, s, skill) for skill in shift.skills]
        return (min([*narrow, len(grid.of_shift[s]) / max(1, shift.least)]), shift.start_at, s)

    for s in sorted((n for n, shift in enumerate(grid.shifts) if shift.least), key=scarce):
        _fill(plan, s)
    return plan


def _fill(plan: Plan, s: int) -> None:
    grid, shift = plan.grid, plan.grid.shifts[s]
    for need in shift.needs:
        _add(plan, s, need.least, lambda cell, of=need.of: grid.capacity[cell] in of)  # type: ignore[misc]
    for skill in shift.skills:
        _add(plan, s, 1, lambda cell, skill=skill: skill in grid.members[grid.who[cell]].skills)  # type: ignore[misc]
    _add(plan, s, shift.least, lambda _: True)


def _add(plan: Plan, s: int, wanted: int, fit: Callable[[int], bool]) -> None:
    grid = plan.grid
    lacking = wanted - sum(fit(cell) for cell in plan.people(s))
    while lacking > 0:
        free = [cell for cell in grid.of_shift[s] if fit(cell) and plan.fits(cell)]
        if not free:
            return
        plan.take(min(free, key=lambda cell: (_over(plan, cell), plan.counts[grid.who[cell]], grid.who[cell])))
        lacking -= 1


def _over(plan: Plan, cell: int) -> bool:
    """Would it be more than they wish?"""
    member = plan.grid.members[plan.grid.who[cell]]
    return bool(member.most) and plan.counts[plan.grid.who[cell]] - member.served >= member.most


def _with(grid: Grid, s: int, skill: str) -> int:
    return sum(skill in grid.members[grid.who[cell]].skills for cell in grid.of_shift[s])
