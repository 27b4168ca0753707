"""The month before, week by week, as the beginning of the next: who served on the second Tuesday serves on it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.duty.rules import nth_of_weekday, weekday_of
from desk.duty.rules_assignments import Cell
from desk.duty.rules_roster import Plan, Slot


@dataclass(frozen=True)
class Served:
    """A shift of the month before and who was in it."""

    template_id: str
    day: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Repeated:
    """put: whom the pattern puts where; left_out: whom it would have put, and who cannot; open: shifts still short."""

    put: tuple[Cell, ...]
    left_out: tuple[Cell, ...]
    open: int


def repeat(plan: Plan, template_of: Mapping[str, str], before: Iterable[Served]) -> Repeated:
    """Fill the holes of a plan from the month before. template_of: shift id -> template id.

    Whoever left, cannot, or would break a rule is left out; what stands in the plan is never moved. A fifth Tuesday takes
    the people of the first one. The plan given is filled as well.
    """
    weeks: dict[tuple[str, int], dict[int, Served]] = {}
    for one in before:
        weeks.setdefault((one.template_id, weekday_of(one.day)), {})[nth_of_weekday(one.day)] = one
    put, left_out = list[Cell](), list[Cell]()
    for slot in sorted(plan.slots.values(), key=lambda slot: (slot.span.start_at, slot.id)):
        known = weeks.get((template_of.get(slot.id, ""), weekday_of(slot.day)), {})
        for cell in _wanted(slot, known):
            here = plan.of_shift.get(slot.id, [])
            if len(here) >= slot.most or any(one.member_id == cell.member_id for one in here):
                continue
            person = plan.people.get(cell.member_id)
            if person is None or person.left or plan.why_not(person, slot) is not None:
                left_out.append(cell)
                continue
            mine = Cell(slot.id, person.id, person.capacity)
            plan.put(mine)
            put.append(mine)
    return Repeated(tuple(put), tuple(left_out), len(plan.gaps()))


def _wanted(slot: Slot, known: Mapping[int, Served]) -> Sequence[Cell]:
    if not known:
        return ()
    nth = nth_of_weekday(slot.day)
    found = known.get(nth) or known[sorted(known)[(nth - 1) % len(known)]]
    return tuple(Cell(slot.id, cell.member_id, cell.capacity) for cell in found.cells)
