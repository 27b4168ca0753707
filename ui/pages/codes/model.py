"""What the codes page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

KINDS = ("indoor", "outdoor", "asset", "locker", "shift")
OF_HOUSEHOLDS = ("indoor", "outdoor")
GRIDS = {"small": 40, "middle": 24, "large": 6}


class Panel(StrEnum):
    """Which part of the page is shown."""

    HOME = "home"
    SUBJECT = "subject"  # the codes of one household, or one code that stands for a place or thing
    REVOKE = "revoke"
    MAKE = "make"  # how many new ones
    LABELS = "labels"
    RUN = "run"
    PASSES = "passes"


@dataclass(frozen=True)
class CodeLine:
    """A code on a list. state: live, revoked, replaced; why: sentence code of the revocation; times are local text."""

    id: str
    kind: str
    serial: str
    state: str
    version: int
    place: str
    issued: str
    ended: str = ""
    why: str = ""

    @property
    def live(self) -> bool:
        return self.state == "live"


@dataclass(frozen=True)
class Hit:
    """Something found by what was typed. kind: household, person, code; id: of the household or of the code."""

    id: str
    kind: str
    label: str
    who: str = ""
    people: int = 0
    line: CodeLine | None = None


@dataclass(frozen=True)
class Verdict:
    """A code was held up: is it ours? headline and why are sentence codes, mark one of the result marks."""

    mark: str
    headline: str
    why: str = ""
    foreign: str = ""


@dataclass(frozen=True)
class Subject:
    """Whose codes are shown. id "": a code that belongs to no household. place: as far as it may be shown."""

    id: str
    place: str
    lines: tuple[CodeLine, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Run:
    """Long work. what: issue or labels; stage: preparing, running, done, stopped; path: of the file that was written."""

    what: str
    stage: str = "running"
    done: int = 0
    total: int = 0
    path: str = ""


@dataclass(frozen=True)
class CodesModel:
    """without: households that have no live code of the chosen kind; counts: live codes by kind, `visitor_pass` too."""

    panel: Panel = Panel.HOME
    kind: str = "indoor"
    households: int = 0
    without: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    fresh: int = 0  # issued by the last run, not printed yet
    asked: str = ""
    hits: tuple[Hit, ...] = ()
    revoked: tuple[CodeLine, ...] = ()
    passes: tuple[CodeLine, ...] = ()
    subject: Subject | None = None
    chosen: CodeLine | None = None
    run: Run | None = None
    may_issue: bool = False
    may_revoke: bool = False
    may_revoke_pass: bool = False

    @property
    def of_households(self) -> bool:
        return self.kind in OF_HOUSEHOLDS

    @property
    def live(self) -> int:
        """Live codes of the chosen kind."""
        return self.counts.get(self.kind, 0)

    def live_line(self) -> CodeLine | None:
        """The live code of the chosen kind of the household that is shown."""
        lines = self.subject.lines if self.subject is not None else ()
        return next((line for line in lines if line.live and line.kind == self.kind), None)
