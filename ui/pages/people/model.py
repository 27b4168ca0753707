"""What the people page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ROLES = ("owner", "tenant", "family", "helper", "resident")
REASONS = ("visitor_here", "resident_asks", "delivery", "emergency", "authority", "correction")
PURPOSES = ("contact", "care", "public_display", "face")
DAYS = (30, 60, 90)  # how long a standing pass may be given


class Panel(StrEnum):
    """Which part of the page is shown."""

    HOME = "home"
    HOUSEHOLD = "household"
    REASON = "reason"
    PERSON = "person"
    MERGE = "merge"
    DOOR = "door"
    STANDING = "standing"
    IMPORT = "import"


@dataclass(frozen=True)
class Found:
    """A row of a list: a household (people: how many live there) or a resident (who, phone: masked)."""

    id: str
    label: str
    who: str = ""
    phone: str = ""
    people: int = 0
    person_id: str = ""


@dataclass(frozen=True)
class PersonLine:
    """A resident of the household that is shown, masked."""

    id: str
    binding_id: str
    name: str
    role: str
    phone: str
    plates: str
    since: int = 0


@dataclass(frozen=True)
class Note:
    """Something else about a household. kind: code, standing, permit, visit; words are data; code: a sentence code."""

    kind: str
    id: str
    words: str
    code: str = ""
    when: str = ""


@dataclass(frozen=True)
class Card:
    """A household, opened. place: as far as it may stand on the screen; indoor: serial of its live indoor code."""

    id: str
    place: str
    residents: tuple[PersonLine, ...] = ()
    indoor: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A resident in full, for as long as left_s says."""

    person_id: str
    name: str
    phone: str
    plates: str
    place: str
    left_s: int


@dataclass(frozen=True)
class Form:
    """A person being added or corrected. person_id "": a new one. consents: purpose -> given."""

    person_id: str = ""
    binding_id: str = ""
    name: str = ""
    phone: str = ""
    plates: str = ""
    role: str = "resident"
    since: int = 0
    seen: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Door:
    """A household's address being added (id "") or corrected."""

    id: str = ""
    building: str = ""
    unit: str = ""
    room: str = ""


@dataclass(frozen=True)
class Issue:
    """What is to be told about a row of a sheet: where, how bad, and a sentence code."""

    row: int
    column: str
    field: str
    grade: str
    code: str


@dataclass(frozen=True)
class Sheet:
    """An import. stage: "" (no file), checking, checked, writing, done, stopped. columns: field -> letters; samples: masked rows
    of (place, name, phone, role)."""

    stage: str = ""
    file: str = ""
    done: int = 0
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    samples: tuple[tuple[str, str, str, str], ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def new(self) -> int:
        """How many households and residents would be added or changed."""
        names = ("households_new", "people_new", "people_changed", "doors_new")
        return sum(self.counts.get(name, 0) for name in names)

    @property
    def busy(self) -> bool:
        return self.stage in ("checking", "writing")


@dataclass(frozen=True)
class PeopleModel:
    """building: the one whose doors are listed, "" for none; buildings: empty for those who may only search."""

    panel: Panel = Panel.HOME
    households: int = 0
    residents: int = 0
    buildings: tuple[str, ...] = ()
    building: str = ""
    asked: str = ""
    found: tuple[Found, ...] = ()
    card: Card | None = None
    chosen: str = ""  # person id
    shown: Shown | None = None
    form: Form = Form()
    door: Door = Door()
    others: tuple[Found, ...] = ()  # residents to merge with
    sheet: Sheet = Sheet()
    may_edit: bool = False
    may_reveal: bool = False
    may_import: bool = False
    may_issue: bool = False
    may_pass: bool = False
    may_admit: bool = False
    may_face: bool = False

    def person(self) -> PersonLine | None:
        """The resident that is marked."""
        lines = self.card.residents if self.card is not None else ()
        return next((one for one in lines if one.id == self.chosen), None)
