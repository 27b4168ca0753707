"""What the roster page draws: a month as rows of shifts and columns of days, one shift opened, inbox, risks, affected."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

AHEAD = ("published", "confirmed")


class Panel(StrEnum):
    MONTH = "month"
    SHIFT = "shift"
    ASK = "ask"  # whom: a stand-in, a taker
    RETURN = "return"  # which shift of the taker is given for it
    EDIT = "edit"  # one shift more, or other hours for one
    PUBLISH = "publish"
    GAPS = "gaps"
    SWAPS = "swaps"
    PROPOSALS = "proposals"
    RISK = "risk"
    GENERATE = "generate"  # the month fills itself (panel_generate)


class Pick(StrEnum):
    """What the person chosen on the ASK panel is for."""

    STAND_IN = "stand_in"
    OFFER = "offer"
    TAKER = "taker"


@dataclass(frozen=True)
class Who:
    """A member: `mark` is one character of theirs that nobody else of the team has where it can be."""

    id: str
    label: str
    mark: str
    capacity: str


@dataclass(frozen=True)
class Cell:
    """Somebody in a box. wrong: codes duty.wrong.*; hard: one of them forbids it; away: fills no place; fresh: unpublished."""

    who: Who
    capacity: str
    state: str
    locked: bool = False
    wrong: tuple[str, ...] = ()
    hard: bool = False
    away: bool = False
    fresh: bool = False


@dataclass(frozen=True)
class Lack:
    """What a shift lacks: people, capacities one of which must be there, skills; why nobody fills it, by duty.wrong.*."""

    missing: int
    needs: tuple[tuple[str, ...], ...] = ()
    skills: tuple[str, ...] = ()
    asked: int = 0
    free: int = 0
    why: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Box:
    """One shift of one day."""

    id: str
    row: str
    day: str
    name: str
    hours: str
    place: str
    least: int
    most: int
    cells: tuple[Cell, ...] = ()
    lack: Lack | None = None
    cancelled: bool = False
    why_cancelled: str = ""
    begun: bool = False
    over: bool = False
    sitting: bool = False


@dataclass(frozen=True)
class Row:
    key: str
    name: str
    hours: str


@dataclass(frozen=True)
class Cannot:
    """A rule of a shift this team can never keep: duty.cannot kinds as rules_impossible.Cannot."""

    why: str
    name: str
    capacities: tuple[str, ...]
    skill: str
    need: int
    have: int


@dataclass(frozen=True)
class Touched:
    """Somebody whose shifts change: (day, name) of each."""

    who: str
    gained: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be asked. why: duty.wrong.*, "" when nothing speaks against it; count: shifts this month."""

    who: Who
    why: str
    count: int


@dataclass(frozen=True)
class SwapRow:
    id: str
    state: str
    waits: bool
    day: str
    name: str
    hours: str
    member: str
    taker: str
    in_return: str
    reason: str
    shift_id: str


@dataclass(frozen=True)
class Proposal:
    """An issue that lost to the one that holds. own: it was published on this computer."""

    id: str
    version: int
    at: int
    changes: int
    own: bool = False


@dataclass(frozen=True)
class RiskRow:
    shift_id: str
    day: str
    name: str
    hours: str
    here: int
    least: int
    why: tuple[tuple[str, str], ...]  # (duty.risk.*, whom)


@dataclass(frozen=True)
class ShiftForm:
    """What is typed about one shift. id "" while it is new; day ISO, minutes of the day."""

    id: str = ""
    day: str = ""
    name: str = ""
    place: str = ""
    start_min: int = 540
    end_min: int = 660
    least: int = 1
    most: int = 2


@dataclass(frozen=True)
class RosterModel:
    """boxes by (row, day). version: of what is published, 0: nothing yet; changed: the plan says other than that."""

    panel: Panel = Panel.MONTH
    ready: bool = False
    month: str = ""
    today: str = ""
    week: int = -1  # which week is shown large, -1: the whole month
    days: tuple[str, ...] = ()
    holidays: tuple[tuple[str, str], ...] = ()
    rows: tuple[Row, ...] = ()
    boxes: tuple[Box, ...] = ()
    cannot: tuple[Cannot, ...] = ()
    missing: int = 0  # shifts the templates ask for that are not there yet
    idle: int = 0  # shifts that no template asks for any more
    form: ShiftForm = field(default_factory=ShiftForm)
    version: int = 0
    changed: bool = False
    touched: tuple[Touched, ...] = ()
    hard: int = 0
    soft: int = 0
    team: int = 0
    templates: int = 0
    proposals: tuple[Proposal, ...] = ()
    waiting: int = 0
    risks: tuple[RiskRow, ...] = ()
    swaps: tuple[SwapRow, ...] = ()
    chosen: str = ""  # shift id
    member: str = ""  # marked in the opened shift
    pick: Pick = Pick.STAND_IN
    swap: str = ""
    taker: str = ""  # to whom a shift is offered
    approval: str = "always"  # who approves a swap: always, capacity, never
    candidates: tuple[Candidate, ...] = ()
    undo: int = 0  # steps that can be taken back
    may_edit: bool = False
    may_publish: bool = False
    may_swap: bool = False

    def box(self, shift_id: str = "") -> Box | None:
        """The shift with this id, or the opened one."""
        wanted = shift_id or self.chosen
        return next((one for one in self.boxes if one.id == wanted), None)

    def cell(self) -> Cell | None:
        """The marked member of the opened shift."""
        box = self.box()
        return next((one for one in box.cells if one.who.id == self.member), None) if box else None

    @property
    def returns(self) -> tuple[Box, ...]:
        """Shifts of the taker that could be given in return."""
        return tuple(
            box
            for box in self.boxes
            if not box.begun and any(c.who.id == self.taker and c.state in AHEAD for c in box.cells)
        )

    @property
    def gaps(self) -> tuple[Box, ...]:
        """Shifts still ahead that lack somebody."""
        return tuple(one for one in self.boxes if one.lack is not None and not one.over)
