"""What the panel that fills a month by itself draws: its progress, gaps and their reasons, conflicts, everybody's counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    CHOOSE = "choose"
    RUNNING = "running"
    STOPPING = "stopping"  # somebody said stop
    STOPPED = "stopped"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True)
class Why:
    """How many are kept away by one rule (duty.hold.*), and some of them by their labels."""

    code: str
    count: int
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hole:
    """What one shift lacks. kind: mix, skill, heads; of: capacities; asked: how many would fit."""

    shift_id: str
    day: str
    name: str
    hours: str
    kind: str
    missing: int
    of: tuple[str, ...] = ()
    skill: str = ""
    asked: int = 0
    why: tuple[Why, ...] = ()


@dataclass(frozen=True)
class Place:
    day: str
    name: str
    who: str


@dataclass(frozen=True)
class Kept:
    """A locked place that breaks a rule (duty.kept.*), with the locked places it quarrels with."""

    place: Place
    code: str
    others: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Fair:
    """One member's shifts: two months before, this month. wish: at most so many a month (0: none); over: beyond it."""

    who: str
    capacity: str
    before: int
    now: int
    wish: int = 0
    over: int = 0

    @property
    def total(self) -> int:
        return self.before + self.now

    @property
    def held(self) -> bool:
        """Has as many this month as they wish: fewer than others by their own choice."""
        return 0 < self.wish <= self.now


@dataclass(frozen=True)
class GenerateModel:
    """keep: only holes are filled. step: loading, filling, evening. better: share by which counts could still be better.

    proven: nothing better exists; put, out: people who came into the plan and went from it. fair: of the plan as it is.
    """

    stage: Stage = Stage.CHOOSE
    month: str = ""
    today: str = ""
    planned: int = 0  # places filled before anything was generated
    keep: bool = True
    step: str = "loading"
    filled: int = 0
    wanted: int = 0
    seconds: int = 0
    better: float | None = None
    proven: bool = False
    gaps_proven: bool = True
    put: int = 0
    out: int = 0
    holes: tuple[Hole, ...] = ()
    kept: tuple[Kept, ...] = ()
    fair: tuple[Fair, ...] = ()

    @property
    def busy(self) -> bool:
        return self.stage in (Stage.RUNNING, Stage.STOPPING)
