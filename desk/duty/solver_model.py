"""The month as a mixed-integer program: columns, rows and two prices (what is lacking; what is wished). No solver here.

The first step finds the least that must be lacking, the second the best roster that lacks no more. Counts are evened out
by steps that cost more and more (the square of somebody's count over three months): whoever has fewest is cheapest.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from desk.duty.problem import GapKind, Member
from desk.duty.solver_rows import Grid

LACK = {GapKind.MIX: 15.0, GapKind.SKILL: 12.0, GapKind.HEADS: 10.0}
LACK_MORE = 1.0  # two places empty in one shift cost more than one in each of two
EXTRA = 2000.0  # more people than wanted, unless a needed capacity asks for it
OVER = 400.0  # beyond somebody's wish
EVEN = 20.0  # between one step of a count and the next
EVEN_WEEKENDS, EVEN_NIGHTS = 5.0, 5.0
TWICE_A_DAY = 12.0
TOGETHER, LIKES, HABIT, STANDING = 8.0, 4.0, 3.0, 1.0
NOISE = 0.5  # below every wish: breaks ties by the seed
STEPS = 30
INFINITE = float("inf")


@dataclass
class Model:
    """Columns first: the grid's cells in their order, then what measures them."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    lack: list[float] = field(default_factory=list)  # price of the first step
    wish: list[float] = field(default_factory=list)  # price of the second
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    cells: int = 0

    def column(self, lower: float, upper: float, lack: float = 0.0, wish: float = 0.0) -> int:
        self.lower.append(lower)
        self.upper.append(upper)
        self.lack.append(lack)
        self.wish.append(wish)
        return len(self.lower) - 1

    def row(self, lower: float, upper: float, plus: Iterable[int], minus: Iterable[int] = ()) -> None:
        for sign, columns in ((1.0, plus), (-1.0, minus)):
            for one in columns:
                self.columns.append(one)
                self.values.append(sign)
        self.starts.append(len(self.columns))
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def lack_nothing(self) -> None:
        for column, price in enumerate(self.lack):
            if price:
                self.upper[column] = 0.0

    def lack_at_most(self, most: float) -> None:
        """Lack no more than the first step did."""
        for column, price in enumerate(self.lack):
            if price:
                self.columns.append(column)
                self.values.append(price)
        self.starts.append(len(self.columns))
        self.row_lower.append(-INFINITE)
        self.row_upper.append(most)


def build(grid: Grid) -> Model:
    """The whole program of a month."""
    model = Model(cells=len(grid.who))
    wishes = _wishes(grid)
    for cell in range(model.cells):
        model.column(float(cell in grid.fixed), 1.0, wish=wishes[cell])
    for row in grid.rows:
        model.row(-INFINITE, row.limit, row.cells)
    for s in range(len(grid.shifts)):
        _needs(model, grid, s)
    _even(model, grid)
    _twice(model, grid)
    _together(model, grid)
    return model


def _wishes(grid: Grid) -> list[float]:
    """What each cell is liked for, as a price below nothing."""
    rng = random.Random(grid.problem.options.seed)  # noqa: S311 - ties only
    found = []
    for m, p in zip(grid.who, grid.post, strict=True):
        price = rng.random() * NOISE
        if p < len(grid.shifts):
            member, shift = grid.members[m].id, grid.shifts[p]
            price -= LIKES * ((member, shift.id) in grid.problem.likes)
            price -= HABIT * ((member, shift.pattern) in grid.problem.habits)
            price -= STANDING * ((member, shift.id) in grid.problem.standing)
        found.append(price)
    return found


def _needs(model: Model, grid: Grid, s: int) -> None:
    shift, cells = grid.shifts[s], grid.of_shift[s]
    if not shift.least:  # it wants nobody: only who is locked into it
        for cell in cells:
            model.wish[cell] += EXTRA
        return
    heads = [
        model.column(0, 1, lack=LACK[GapKind.HEADS] + LACK_MORE * (shift.least - n - 1)) for n in range(shift.least)
    ]
    extra = model.column(0, INFINITE, wish=EXTRA)
    model.row(shift.least, shift.least, [*cells, *heads], [extra])
    for need in shift.needs:
        fit = [cell for cell in cells if grid.capacity[cell] in need.of]
        model.row(need.least, INFINITE, [*fit, model.column(0, need.least, lack=LACK[GapKind.MIX])])
    for skill in shift.skills:
        fit = [cell for cell in cells if skill in grid.members[grid.who[cell]].skills]
        model.row(1, INFINITE, [*fit, model.column(0, 1, lack=LACK[GapKind.SKILL])])


def _even(model: Model, grid: Grid) -> None:
    counts: tuple[tuple[Callable[[Member], int], Callable[[int], bool], float], ...] = (
        (lambda member: member.served, lambda _: True, EVEN),
        (lambda member: member.weekends, lambda cell: grid.posts[grid.post[cell]].weekend, EVEN_WEEKENDS),
        (lambda member: member.nights, lambda cell: grid.posts[grid.post[cell]].night, EVEN_NIGHTS),
    )
    for before, counted, price in counts:
        may = [[cell for cell in cells if grid.is_inside(cell) and counted(cell)] for cells in grid.of_member]
        base = min((before(member) for member, cells in zip(grid.members, may, strict=True) if cells), default=0)
        for member, cells in zip(grid.members, may, strict=True):
            _steps(model, cells, before(member) - base, price)
    for m, member in enumerate(grid.members):
        if member.most:
            over = model.column(0, INFINITE, wish=OVER)
            model.row(-INFINITE, member.most, filter(grid.is_inside, grid.of_member[m]), [over])


def _steps(model: Model, cells: Sequence[int], begun: int, price: float) -> None:
    """Each more of these costs `price` more than the one before it."""
    if not cells:
        return
    few = min(len(cells), STEPS)
    steps = [model.column(0, 1, wish=price * (begun + n)) for n in range(few)]
    if len(cells) > few:
        steps.append(model.column(0, INFINITE, wish=price * (begun + few)))
    model.row(0, 0, cells, steps)


def _twice(model: Model, grid: Grid) -> None:
    for cells in grid.of_member:
        days: dict[str, list[int]] = defaultdict(list)
        for cell in filter(grid.is_inside, cells):
            days[grid.posts[grid.post[cell]].day].append(cell)
        for day in days.values():
            if len(day) > 1:
                model.row(-INFINITE, 1, day, [model.column(0, INFINITE, wish=TWICE_A_DAY)])


def _together(model: Model, grid: Grid) -> None:
    for pair in grid.problem.pairs:
        one, other = grid.member_at.get(pair.one_id), grid.member_at.get(pair.other_id)
        if pair.apart or one is None or other is None or one == other:
            continue
        for s, shift in enumerate(grid.shifts):
            if shift.most > 1 and (one, s) in grid.at and (other, s) in grid.at:
                both = model.column(0, 1, wish=-TOGETHER)
                model.row(-INFINITE, 0, [both], [grid.at[one, s]])
                model.row(-INFINITE, 0, [both], [grid.at[other, s]])
