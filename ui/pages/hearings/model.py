"""What the reception page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ui.matters.lines import BodyLine, Line

CAPACITIES = ("branch", "committee", "owners", "property", "volunteer", "unit", "deputy")


@dataclass(frozen=True)
class Receiver:
    """member: their id in the team, "" for somebody who is not in it; instead_of: the member who is absent."""

    member: str
    label: str
    capacity: str = ""
    instead_of: str = ""


@dataclass(frozen=True)
class Visit:
    """Somebody who was heard, masked; lines: what they came with."""

    hearing_id: str
    at: str
    name: str = ""
    door: str = ""
    anonymous: bool = False
    confirmed: str = ""
    mediation: bool = False
    other_side_of: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Sitting:
    """A reception day. hours: `09:00-11:00`; day: words of it when it is not today."""

    id: str
    state: str
    hours: str
    day: str
    place: str
    gate: str
    here: bool
    receivers: tuple[Receiver, ...] = ()
    heard: int = 0
    matters: int = 0
    unsettled: int = 0
    visits: tuple[Visit, ...] = ()

    @property
    def runs(self) -> bool:
        return self.state in ("planned", "open")


@dataclass(frozen=True)
class Call:
    """Somebody who waits to hear. hearing_id: to see the number; when: they asked to be called."""

    matter_id: str
    hearing_id: str
    number: str
    name: str
    phone: str
    category: str
    text: str
    answer: str = ""
    when: str = ""


@dataclass(frozen=True)
class Limit:
    """How long an answer may take, as in desk.hearings.rules.Limits."""

    first_min: int = 360
    resolve_h: int = 168
    from_min: int = 0
    until_min: int = 0


@dataclass(frozen=True)
class Home:
    """today: sittings of the day, this gate's first; coming: the next ones."""

    known: bool = False
    today: tuple[Sitting, ...] = ()
    coming: tuple[Sitting, ...] = ()
    lines: tuple[Line, ...] = ()
    ended: tuple[Line, ...] = ()
    calls: tuple[Call, ...] = ()
    late: int = 0
    soon: int = 0
    bodies: tuple[BodyLine, ...] = ()
    may_close: bool = False
    may_sum: bool = False
    may_set: bool = False
    limits: Mapping[str, Limit] = field(default_factory=dict)


@dataclass(frozen=True)
class Owed:
    """A matter on the paper for a body: noted, first reply due or promised, told by phone, with their days."""

    line: Line
    noted_at: str
    due: str = ""
    told: str = ""


@dataclass(frozen=True)
class OwedList:
    """Everything a body owes."""

    owner: BodyLine
    items: tuple[Owed, ...]
    estate: str = ""
    phone: str = ""
    made_at: str = ""


@dataclass(frozen=True)
class BodyForm:
    """A body as it is edited. code: "" for a new one; categories: what it is asked first about."""

    code: str
    name: str
    level: int = 0
    phones: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Month:
    """A month in numbers and words that name nobody. words: (category, place, text, answer)."""

    month: str
    sittings: int = 0
    heard: int = 0
    matters: int = 0
    incidents: int = 0
    ended: int = 0
    still_open: int = 0
    in_time: int = 0
    late: int = 0
    raised: int = 0
    by_category: tuple[tuple[str, int], ...] = ()
    by_owner: tuple[tuple[str, int, int], ...] = ()
    words: tuple[tuple[str, str, str, str], ...] = ()
    sitting_ids: tuple[str, ...] = ()
    estate: str = ""
    made_on: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class MatterForm:
    """One matter of a visit. outcome: answer or owner; due_days: from today."""

    id: str = ""
    text: str = ""
    place: str = ""
    category: str = ""
    chosen: bool = False
    outcome: str = "answer"
    answer: str = ""
    owner: str = ""
    due_days: int = 3
    photos: tuple[str, ...] = ()
    repeat_of: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text.strip() or self.photos)


@dataclass(frozen=True)
class VisitForm:
    """What is half filled in. id: of the hearing, made with the form. matters: those that are put aside already."""

    id: str = ""
    sitting_id: str = ""
    name: str = ""
    phone: str = ""
    door: str = ""
    anonymous: bool = False
    mediation: bool = False
    other_side_of: str = ""
    matters: tuple[MatterForm, ...] = ()
    now: MatterForm = field(default_factory=MatterForm)

    def as_draft(self) -> dict[str, Any]:
        empty = not (self.name or self.phone or self.door or self.matters) and self.now.empty
        return {} if empty else asdict(self)

    @staticmethod
    def of(draft: Mapping[str, Any]) -> VisitForm:
        known = {name: draft[name] for name in VisitForm.__dataclass_fields__ if name in draft}
        known["matters"] = tuple(_matter(one) for one in known.get("matters", ()))
        known["now"] = _matter(known.get("now", {}))
        return VisitForm(**known)


def _matter(draft: Mapping[str, Any]) -> MatterForm:
    known = {name: draft[name] for name in MatterForm.__dataclass_fields__ if name in draft}
    return MatterForm(**{**known, "photos": tuple(known.get("photos", ()))})


@dataclass(frozen=True)
class Hint:
    """What the words of a matter seem to say."""

    category: str
    owner: str
    same: tuple[Line, ...] = ()
    life: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A visit as it was written down, to be read back. lines: its matters; codes: receipts by matter id."""

    hearing_id: str
    sitting_id: str
    who: str
    lines: tuple[Line, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    estate: str = ""
    phone: str = ""
    at: str = ""
