"""A month's roster as a problem and its answer: frozen values only, no store, no clock, no solver. Ids are 32-hex text.

What must hold (hard) and what is wished (soft) is told in solver.py; what a gap's facts mean, in explain.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.duty.rules import Need
from desk.duty.rules_assignments import Cell

__all__ = [
    "Answer", "Cell", "Conflict", "Count", "Gap", "GapKind", "Hold", "Member", "Need", "Options", "Pair", "Problem",
    "Progress", "Rule", "Shift", "Spread", "State", "Stood",
]  # fmt: skip


class Rule(StrEnum):
    """Why somebody is not in a shift. The first ones bar one cell for good, the later ones depend on the others chosen."""

    GONE = "gone"  # left the team, or is not in it yet that day
    AWAY = "away"  # said they cannot
    CAPACITY = "capacity"  # the shift does not take their capacity
    MINOR = "minor"  # under 18: no consent, not allowed in this shift, or at night
    LONG = "long"  # the shift alone is longer than anyone may work in a stretch
    OVERLAP = "overlap"  # serves elsewhere at that time
    REST = "rest"  # rests after a night, or would come to a night without rest before the next shift
    STRETCH = "stretch"  # too many hours in a stretch
    RUN = "run"  # too many demanding shifts in a row
    CAP = "cap"  # has as many this month as can be asked of them
    APART = "apart"  # somebody is there with whom they do not serve
    FULL = "full"  # the shift takes no more people
    FREE = "free"  # nothing holds them: they can be asked


class GapKind(StrEnum):
    MIX = "mix"  # nobody of the needed capacity
    SKILL = "skill"  # nobody with the needed skill
    HEADS = "heads"  # too few people


class State(StrEnum):
    BEST = "best"  # proven: no roster is better by more than the tolerance
    GOOD = "good"  # every rule holds; time was up before it was proven that nothing better exists
    NOTHING = "nothing"  # no shift needs anybody


@dataclass(frozen=True)
class Member:
    """Somebody of the team. consent: a guardian agreed (minors). most: shifts a month they wish at most (0: no wish).

    served, weekends, nights: shifts of the two months before. Somebody who joined meanwhile is counted what their
    capacity served on average in the days before, so that newcomers need not catch up with what they never owed.
    """

    id: str
    capacity: str
    skills: frozenset[str] = frozenset()
    minor: bool = False
    consent: bool = False
    most: int = 0
    served: int = 0
    weekends: int = 0
    nights: int = 0


@dataclass(frozen=True)
class Shift:
    """One shift to be filled; moments in UTC ms, day as ISO text of the site. night, weekend: as the site counts them.

    needs: capacities that must be among its people; skills: each must be somebody's; capacities: who may serve at all
    (empty: all). pattern: what makes it the same shift next week (template and weekday).
    """

    id: str
    day: str
    start_at: int
    end_at: int
    least: int = 1
    most: int = 1
    needs: tuple[Need, ...] = ()
    skills: tuple[str, ...] = ()
    capacities: frozenset[str] = frozenset()
    minors: bool = False
    heavy: bool = False
    night: bool = False
    weekend: bool = False
    gate_id: str = ""
    pattern: str = ""

    @property
    def demanding(self) -> bool:
        return self.heavy or self.night


@dataclass(frozen=True)
class Stood:
    """A shift that is settled outside the month (the last days of the month before, the first of the next)."""

    member_id: str
    day: str
    start_at: int
    end_at: int
    night: bool = False
    heavy: bool = False


@dataclass(frozen=True)
class Pair:
    """Two who wish to serve together, or (apart) must not: not in one shift, nor at one gate at one time."""

    one_id: str
    other_id: str
    apart: bool


@dataclass(frozen=True)
class Options:
    """seconds: time for both steps; tolerance: price by which a roster may be worse than the best possible (20: one shift
    of somebody's count that could be a step more even; 4: one wish).

    stretch: shifts a month that may be asked beyond somebody's wish before a place stays empty. run: demanding shifts
    in as many days in a row. threads: two at most; with the same seed and threads the answer is the same.
    """

    seconds: float = 20.0
    seed: int = 1
    threads: int = 1
    tolerance: float = 4.0
    stretch: int = 1
    run: int = 3


@dataclass(frozen=True)
class Problem:
    """Everything that decides a month.

    away, gone: (member id, shift id) that cannot be, likes: that they asked for. locked: cells to be kept whatever
    happens. standing: unlocked cells of the plan, kept where nothing speaks against it. habits: (member id, pattern)
    of last month. stood: what lies just outside the month.
    """

    members: tuple[Member, ...] = ()
    shifts: tuple[Shift, ...] = ()
    away: frozenset[tuple[str, str]] = frozenset()
    gone: frozenset[tuple[str, str]] = frozenset()
    likes: frozenset[tuple[str, str]] = frozenset()
    pairs: tuple[Pair, ...] = ()
    locked: tuple[Cell, ...] = ()
    standing: frozenset[tuple[str, str]] = frozenset()
    habits: frozenset[tuple[str, str]] = frozenset()
    stood: tuple[Stood, ...] = ()
    options: Options = Options()


@dataclass(frozen=True)
class Progress:
    """How far it is: places filled of those wanted; value: price of the best roster so far; bound: no roster is cheaper."""

    stage: str  # filling, evening
    filled: int
    wanted: int
    seconds: float
    value: float | None = None
    bound: float | None = None


@dataclass(frozen=True)
class Hold:
    """Why one member is not in a shift. shift_id, other_id: the shift or the colleague that holds them, where there is one."""

    member_id: str
    rule: Rule
    shift_id: str = ""
    other_id: str = ""


@dataclass(frozen=True)
class Gap:
    """What a shift lacks. of: capacities (mix), skill, missing: people. holds: everyone who would fit, and why not."""

    shift_id: str
    kind: GapKind
    missing: int
    of: tuple[str, ...] = ()
    skill: str = ""
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """A locked cell that breaks a rule, alone or with the locked cells named by `with_`. It was kept."""

    cell: Cell
    rule: Rule
    with_: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Count:
    """One member's shifts over the rolling three months: before (two months) and now. over: beyond their wish."""

    member_id: str
    capacity: str
    before: int
    now: int
    over: int = 0

    @property
    def total(self) -> int:
        return self.before + self.now


@dataclass(frozen=True)
class Spread:
    """Fewest and most shifts of one capacity over three months."""

    capacity: str
    people: int
    least: int
    most: int

    @property
    def wide(self) -> int:
        return self.most - self.least


@dataclass(frozen=True)
class Answer:
    """A roster: every rule holds in it save where `conflicts` says so. Gaps are proven unavoidable when `gaps_proven`.

    value, bound: price of the wishes, and what no roster can go below; gap: their distance as a share.
    """

    cells: tuple[Cell, ...] = ()
    gaps: tuple[Gap, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    counts: tuple[Count, ...] = ()
    spread: tuple[Spread, ...] = ()
    value: float = 0.0
    bound: float = 0.0
    gap: float = 0.0
    seconds: float = 0.0
    state: State = State.NOTHING
    gaps_proven: bool = True
    wanted: int = 0
    filled: int = 0
