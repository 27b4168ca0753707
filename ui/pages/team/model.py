"""What the team page draws: members, one of them, when they can, a pasted list, a tick sheet, shifts of a week, days off."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

CAPACITIES = ("branch", "committee", "owners", "property", "volunteer", "unit", "deputy")
SAYS = ("can", "cannot", "likes")
PARTS = {"all": (0, 1440), "morning": (0, 780), "afternoon": (720, 1140), "evening": (1020, 1440)}
COLUMNS = tuple((day, part) for day in range(1, 8) for part in ("morning", "afternoon"))
"""Of the tick sheet: one letter each, A for Monday morning."""
LETTERS = "ABCDEFGHIJKLMN"


class Panel(StrEnum):
    HOME = "home"
    MEMBER = "member"
    TIMES = "times"
    PIN = "pin"
    PASTE = "paste"
    SHEET = "sheet"
    SHIFTS = "shifts"
    TEMPLATE = "template"
    DAYS = "days"


@dataclass(frozen=True)
class MemberRow:
    """A member on the list; notes: what to see to, as short codes of view_words."""

    id: str
    label: str
    capacity: str
    skills: tuple[str, ...] = ()
    lines: int = 0
    count: int = 0  # shifts this month
    notes: tuple[str, ...] = ()
    left: bool = False


@dataclass(frozen=True)
class MemberForm:
    """Everything typed about a member. ISO days, "" for none: of the guardian's consent, the last day they are insured,
    the day they were trained.
    """

    id: str = ""
    name: str = ""
    capacity: str = "volunteer"
    phone: str = ""
    body_name: str = ""
    skills: str = ""
    operator_id: str = ""
    show_name: bool = False
    minor: bool = False
    guardian: str = ""
    guardian_day: str = ""
    most: int = 0
    note: str = ""
    left: bool = False
    has_pin: bool = False
    insured_day: str = ""
    trained_day: str = ""


@dataclass(frozen=True)
class LineRow:
    """A line of availability as stored."""

    id: str
    says: str
    weekday: int
    from_day: str
    until_day: str
    start_min: int
    end_min: int
    source: str


@dataclass(frozen=True)
class LineForm:
    """A line to be added. when: `day` (one day), or a weekday as text, `0` for every day."""

    says: str = "can"
    when: str = "0"
    day: str = ""
    part: str = "all"


@dataclass(frozen=True)
class PairRow:
    id: str
    other: str
    kind: str


@dataclass(frozen=True)
class HeardRow:
    """A row of the pasted list. lines: (says, weekday, from, until, start, end); doubts: (duty.doubt.*, words)."""

    nth: int
    text: str
    name: str
    members: tuple[str, ...]
    labels: tuple[str, ...]
    lines: tuple[LineRow, ...]
    doubts: tuple[tuple[str, tuple[str, ...]], ...]
    ready: bool


@dataclass(frozen=True)
class TemplateRow:
    """A shift as it comes every week; as desk.duty.rules_days.Template with plain values."""

    id: str = ""
    name: str = ""
    place: str = ""
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    start_min: int = 540
    end_min: int = 660
    least: int = 1
    most: int = 2
    one_or_three: bool = False
    capacities: tuple[str, ...] = ()
    skills: str = ""
    minors: bool = False
    heavy: bool = False
    sitting: bool = False
    other_mix: bool = False  # asks for something this form does not show


@dataclass(frozen=True)
class DayRow:
    """A day unlike its weekday. least: how many an extra shift needs, 0: as always."""

    id: str
    day: str
    kind: str
    name: str
    template: str
    least: int = 0


@dataclass(frozen=True)
class TeamModel:
    panel: Panel = Panel.HOME
    ready: bool = False
    month: str = ""  # availability is taken for this one
    today: str = ""
    members: tuple[MemberRow, ...] = ()
    with_left: bool = False
    operators: tuple[tuple[str, str], ...] = ()
    form: MemberForm = field(default_factory=MemberForm)
    chosen: str = ""  # member id
    times: tuple[LineRow, ...] = ()
    pairs: tuple[PairRow, ...] = ()
    pasted: str = ""
    heard: tuple[HeardRow, ...] = ()
    heading: tuple[str, ...] = ()
    settled: tuple[tuple[int, str], ...] = ()  # row of the list -> member, as somebody said
    ticks: tuple[tuple[str, str], ...] = ()  # member -> letters
    templates: tuple[TemplateRow, ...] = ()
    template: TemplateRow = field(default_factory=TemplateRow)
    days: tuple[DayRow, ...] = ()
    may_edit: bool = False

    def label(self, member_id: str) -> str:
        return next((one.label for one in self.members if one.id == member_id), "")

    @property
    def here(self) -> tuple[MemberRow, ...]:
        return tuple(one for one in self.members if not one.left)

    @property
    def heard_ready(self) -> int:
        return sum(one.ready for one in self.heard)
