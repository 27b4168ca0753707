"""What is wrong with a plan: conflicts of somebody in a shift, gaps of a shift, and rules nobody could keep. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desk.core.clock import SiteTime
from desk.duty.rules import (
    CONSECUTIVE_MAX_MS,
    REST_MS,
    Need,
    PairKind,
    Span,
    gap_ms,
    is_night,
    longest_stretch_ms,
    may_serve,
    minor_may,
    overlap,
    too_little_rest,
    unmet,
)
from desk.duty.rules_assignments import Cell
from desk.duty.rules_availability import Free, Line, free

NEAR_MS = CONSECUTIVE_MAX_MS + REST_MS  # shifts farther apart than this have nothing to do with each other


class Wrong(StrEnum):
    """What may be wrong with somebody in a shift. The first six forbid it, the others only ask for a second look."""

    OVERLAP = "overlap"  # two shifts at once
    REST = "rest"  # less than ten hours after a night
    LONG = "long"  # more than twelve hours without a pause
    MINOR = "minor"  # a minor without consent, at night, or where none is taken
    CAPACITY = "capacity"  # the shift does not take this capacity
    LEFT = "left"  # no longer of the team
    CANNOT = "cannot"
    NOT_OFFERED = "not_offered"
    APART = "apart"
    WISH = "wish"  # more shifts than they wish
    FULL = "full"  # more people than the shift has places
    LONG_SHIFT = "long_shift"  # the shift alone is longer than twelve hours: only by somebody's hand, never generated


HARD = frozenset({Wrong.OVERLAP, Wrong.REST, Wrong.LONG, Wrong.MINOR, Wrong.CAPACITY, Wrong.LEFT})


@dataclass(frozen=True)
class Person:
    """A member as the rules see them. left: no longer of the team."""

    id: str
    capacity: str
    skills: frozenset[str] = frozenset()
    minor: bool = False
    guardian_at: int | None = None
    most_a_month: int = 0
    left: bool = False


@dataclass(frozen=True)
class Slot:
    """A shift as the rules see it. start_min, end_min: by the wall, for availability."""

    id: str
    day: str
    span: Span
    start_min: int
    end_min: int
    least: int = 1
    most: int = 1
    mix: tuple[Need, ...] = ()
    skills: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    minors: bool = False
    heavy: bool = False
    sitting: bool = False


@dataclass(frozen=True)
class Conflict:
    """wrong at this cell; with: the other shift or the other member it clashes with."""

    wrong: Wrong
    shift_id: str
    member_id: str
    other_shift: str = ""
    other_member: str = ""

    @property
    def hard(self) -> bool:
        return self.wrong in HARD


@dataclass(frozen=True)
class Gap:
    """What a shift lacks. missing: people; needs: capacities it must have and has not; skills nobody in it has.

    asked: members who could be asked by their capacity and skill; why_not: reason -> how many of them it keeps away
    (Wrong values); the rest are free.
    """

    shift_id: str
    missing: int
    needs: tuple[Need, ...] = ()
    skills: tuple[str, ...] = ()
    asked: int = 0
    why_not: Mapping[str, int] = field(default_factory=dict)

    @property
    def free(self) -> int:
        return self.asked - sum(self.why_not.values())


@dataclass
class Plan:
    """A month (and the shifts of its neighbours that are worked near it), ready to be asked. pairs: (one, other, kind)."""

    time: SiteTime
    people: Mapping[str, Person]
    slots: Mapping[str, Slot]
    cells: Sequence[Cell]
    lines: Mapping[str, Sequence[Line]] = field(default_factory=dict)
    pairs: Sequence[tuple[str, str, str]] = ()
    around: Mapping[str, Sequence[Span]] = field(default_factory=dict)  # member -> shifts outside the month

    def __post_init__(self) -> None:
        self.of_member: dict[str, list[Slot]] = {}
        self.of_shift: dict[str, list[Cell]] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other, kind in self.pairs:
            if kind == PairKind.APART:
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)
        for cell in self.cells:
            if cell.shift_id in self.slots:
                self.of_member.setdefault(cell.member_id, []).append(self.slots[cell.shift_id])
                self.of_shift.setdefault(cell.shift_id, []).append(cell)

    def put(self, cell: Cell) -> None:
        """Somebody more in a shift of the plan; once only."""
        here = self.of_shift.setdefault(cell.shift_id, [])
        if cell.shift_id in self.slots and all(one.member_id != cell.member_id for one in here):
            here.append(cell)
            self.cells = [*self.cells, cell]
            self.of_member.setdefault(cell.member_id, []).append(self.slots[cell.shift_id])

    def conflicts(self) -> list[Conflict]:
        """Everything wrong, by shift in time, then member."""
        found = [one for cell in self.cells if cell.shift_id in self.slots for one in self.wrong_with(cell)]
        return sorted(found, key=lambda one: (self.slots[one.shift_id].span.start_at, one.shift_id, one.member_id))

    def wrong_with(self, cell: Cell) -> list[Conflict]:
        """What is wrong with this member in this shift; the cell need not be in the plan."""
        slot, person = self.slots[cell.shift_id], self.people.get(cell.member_id)

        def found(wrong: Wrong, other_shift: str = "", other_member: str = "") -> Conflict:
            return Conflict(wrong, slot.id, cell.member_id, other_shift, other_member)

        if person is None or person.left:
            return [found(Wrong.LEFT)]
        wrongs = [found(wrong) for wrong in self._of_itself(person, cell.capacity, slot)]
        wrongs += [found(wrong, other) for wrong, other in self._with_others(person.id, slot)]
        beside = (one.member_id for one in self.of_shift.get(slot.id, ()))
        wrongs += [found(Wrong.APART, "", who) for who in beside if who in self._apart.get(person.id, ())]
        if (
            person.most_a_month
            and len({s.id for s in self.of_member.get(person.id, ())} | {slot.id}) > person.most_a_month
        ):
            wrongs.append(found(Wrong.WISH))
        if len({one.member_id for one in self.of_shift.get(slot.id, ())} | {person.id}) > slot.most:
            wrongs.append(found(Wrong.FULL))
        if slot.span.end_at - slot.span.start_at > CONSECUTIVE_MAX_MS:
            wrongs.append(found(Wrong.LONG_SHIFT))
        return wrongs

    def gaps(self) -> list[Gap]:
        """Shifts that lack somebody, in the order they are worked."""
        found = (self.gap(slot) for slot in sorted(self.slots.values(), key=lambda s: (s.span.start_at, s.id)))
        return [gap for gap in found if gap is not None]

    def gap(self, slot: Slot) -> Gap | None:
        """What one shift lacks, and why nobody fills it."""
        cells = self.of_shift.get(slot.id, [])
        missing = max(0, slot.least - len(cells))
        needs = unmet(slot.mix, [cell.capacity for cell in cells])
        here = [self.people[cell.member_id] for cell in cells if cell.member_id in self.people]
        skills = tuple(skill for skill in slot.skills if not any(skill in one.skills for one in here))
        if not (missing or needs or skills):
            return None
        wanted = {capacity for need in needs for capacity in need.of}
        inside = {cell.member_id for cell in cells}
        could = [
            one
            for one in self.people.values()
            if not one.left
            and one.id not in inside
            and (not wanted or one.capacity in wanted)
            and may_serve(one.capacity, slot.capacities)
            and (not skills or any(skill in one.skills for skill in skills))
        ]
        why = Counter(reason.value for one in could if (reason := self.why_not(one, slot)) is not None)
        return Gap(slot.id, missing, needs, skills, len(could), dict(why))

    def why_not(self, person: Person, slot: Slot) -> Wrong | None:
        """The first reason why this member cannot be put into this shift, None when they can."""
        itself = self._of_itself(person, person.capacity, slot)
        others = self._with_others(person.id, slot)
        return next(iter([*itself, *(wrong for wrong, _ in others)]), None)

    def _of_itself(self, person: Person, capacity: str, slot: Slot) -> list[Wrong]:
        found = []
        if not minor_may(person.minor, person.guardian_at, slot.minors, is_night(self.time, slot.span)):
            found.append(Wrong.MINOR)
        if not may_serve(capacity, slot.capacities):
            found.append(Wrong.CAPACITY)
        said = free(self.lines.get(person.id, ()), slot.day, slot.start_min, slot.end_min)
        if said is Free.CANNOT:
            found.append(Wrong.CANNOT)
        elif said is Free.NOT_OFFERED:
            found.append(Wrong.NOT_OFFERED)
        return found

    def _with_others(self, member_id: str, slot: Slot) -> list[tuple[Wrong, str]]:
        own = [one for one in self.of_member.get(member_id, ()) if one.id != slot.id]
        near = [one for one in own if gap_ms(one.span, slot.span) < NEAR_MS]
        around = [span for span in self.around.get(member_id, ()) if gap_ms(span, slot.span) < NEAR_MS]
        spans = [(one.span, one.id) for one in near] + [(span, "") for span in around]
        found = [(Wrong.OVERLAP, other) for span, other in spans if overlap(span, slot.span)]
        apart = [(span, other) for span, other in spans if not overlap(span, slot.span)]
        found += [(Wrong.REST, other) for span, other in apart if too_little_rest(self.time, span, slot.span)]
        if not found and self._too_long(slot.span, [span for span, _ in spans]):
            found.append((Wrong.LONG, ""))
        return found

    def _too_long(self, span: Span, others: Iterable[Span]) -> bool:
        """Only what this shift adds: one that is itself longer than twelve hours has a mark of its own."""
        alone = span.end_at - span.start_at
        return longest_stretch_ms([span, *others]) > max(CONSECUTIVE_MAX_MS, alone)
