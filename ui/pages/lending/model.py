"""What the lending page draws. Times are local words; names and doors are masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

NEVER = ("retired", "written_off", "lost", "none_left")  # nothing goes over these
ICONS = {
    "wheelchair": "wheelchair", "walker": "user", "trolley": "truck-delivery", "first_aid": "ambulance",
    "aed": "heartbeat", "tools": "tools", "pump": "tools", "charger": "plug-connected",
}  # fmt: skip


@dataclass(frozen=True)
class Loan:
    """A thing that is out. who: door and masked name, "" while nobody is written down; late_min: past its end.

    left_min: until its end, 0 past it; asks: a kind word is due; stage: desk.lending.rules.Stage.
    """

    id: str
    asset_id: str
    lending_id: str
    title: str
    kind: str
    who: str = ""
    known: bool = True
    since: str = ""
    due: str = ""
    late_min: int = 0
    left_min: int = 0
    stage: int = 0
    asks: bool = False
    reminded: str = ""
    emergency: bool = False
    disputed: bool = False
    away: bool = False
    gate: str = ""
    others: int = 0


@dataclass(frozen=True)
class Kept:
    """A reservation. span: from when to when, in words; now: it may be picked up."""

    id: str
    asset_id: str
    title: str
    who: str
    span: str
    state: str = "reserved"
    now: bool = False


@dataclass(frozen=True)
class Used:
    """A part of a kit: how many belong in it, how many are gone, the day it is good until."""

    name: str
    want: int = 1
    gone: int = 0
    until: str = ""
    expired: bool = False


@dataclass(frozen=True)
class Thing:
    """A thing. title: its number and name; bars: what speaks against lending it, hardest first."""

    id: str
    title: str
    kind: str
    cls: str = "returnable"
    condition: str = "ok"
    bars: tuple[str, ...] = ()
    place: str = ""
    gate: str = ""
    here: bool = True
    hygiene: bool = False
    emergency: bool = False
    retired: bool = False
    left: int = 0
    low: bool = False
    loan: Loan | None = None
    kept: Kept | None = None
    serial: str = ""
    usual_min: int = 0

    @property
    def out(self) -> bool:
        return self.loan is not None

    @property
    def free(self) -> bool:
        return not self.bars

    @property
    def gives(self) -> bool:
        """Given away, not given back."""
        return self.cls == "consumable"

    @property
    def icon(self) -> str:
        return ICONS.get(self.kind, "package")

    @property
    def cares(self) -> bool:
        """Something is to be done to it before it goes out again."""
        return self.condition in ("dirty", "damaged", "incomplete", "lost")


@dataclass(frozen=True)
class Step:
    """A line of a thing's history."""

    what: str
    at: str
    who: str = ""
    operator: str = ""
    condition: str = ""
    words: str = ""


@dataclass(frozen=True)
class Card:
    """One thing, opened. edits: who looks may change the book."""

    thing: Thing
    parts: tuple[Used, ...] = ()
    steps: tuple[Step, ...] = ()
    kept: tuple[Kept, ...] = ()
    edits: bool = False
    lend_min: int = 0
    inspection: str = ""
    value_fen: int = 0
    low_at: int = 0
    note: str = ""
    tag: str = ""
    name: str = ""
    locker: str = ""
    door: int = 0


@dataclass(frozen=True)
class Home:
    """Everything of this gate."""

    known: bool = False
    things: tuple[Thing, ...] = ()
    loans: tuple[Loan, ...] = ()
    kept: tuple[Kept, ...] = ()
    overdue: int = 0
    unknown: int = 0
    edits: bool = False

    @property
    def urgent(self) -> tuple[Thing, ...]:
        """What is taken first and written down later: those at hand in front."""
        found = [one for one in self.things if one.emergency and not one.out and not set(one.bars) & set(NEVER)]
        return tuple(sorted(found, key=lambda one: bool(one.bars)))


@dataclass(frozen=True)
class Who:
    """Who takes it, as it is filled in."""

    door_id: str = ""
    door: str = ""
    resident: str = ""
    name: str = ""
    phone: str = ""
    how: str = ""

    @property
    def known(self) -> bool:
        return bool(self.door_id or self.name.strip() or self.phone.strip())


@dataclass(frozen=True)
class Form:
    """A handing out, half filled in. id: made with the form; due: key of a choice; over: what was confirmed."""

    id: str = ""
    things: tuple[str, ...] = ()
    pieces: tuple[int, ...] = ()
    due: str = "usual"
    who: Who = Who()
    over: tuple[str, ...] = ()

    def as_draft(self) -> dict[str, Any]:
        return asdict(self) if self.things or self.who.known else {}

    @staticmethod
    def of(draft: Mapping[str, Any]) -> Form:
        said = draft.get("who")
        who = Who(**{n: said[n] for n in Who.__dataclass_fields__ if n in said}) if isinstance(said, Mapping) else Who()
        return Form(
            str(draft.get("id", "")), tuple(draft.get("things", ())), tuple(draft.get("pieces", ())),
            str(draft.get("due", "usual")), who, tuple(draft.get("over", ())),
        )  # fmt: skip


@dataclass(frozen=True)
class Weighed:
    """What stands against each thing of a form for whoever takes it; due: the soonest end, in words."""

    bars: Mapping[str, tuple[str, ...]]
    due: str = ""


@dataclass(frozen=True)
class Done:
    """Things were handed over. due: in words, "" when nothing is to be given back; signable: there is a borrower."""

    id: str
    titles: tuple[str, ...]
    due: str = ""
    who: str = ""
    emergency: bool = False
    again: bool = False
    estate: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Back:
    """A thing came back. condition: how it counts now; late_min: past its end; loan_id: "" when it was not out; estate,
    at: for the slip that says so, at in words."""

    asset_id: str
    title: str
    condition: str
    late_min: int = 0
    loan_id: str = ""
    estate: str = ""
    at: str = ""


@dataclass(frozen=True)
class Full:
    """A borrower in full, for so many seconds."""

    lending_id: str
    name: str
    phone: str
    place: str
    seconds: int


@dataclass(frozen=True)
class BookForm:
    """A line of the book as it is filled in. locker: the device it hangs in, "" for none; door: which of its doors."""

    id: str = ""
    name: str = ""
    tag: str = ""
    kind: str = "other"
    cls: str = "returnable"
    place: str = ""
    hours: str = ""
    contents: str = ""
    inspection: str = ""
    low: int = 0
    hygiene: bool = False
    emergency: bool = False
    new: bool = True
    locker: str = ""
    door: int = 0


@dataclass(frozen=True)
class KeepForm:
    """A reservation as it is filled in. day: ISO; hour: of the day; hours: how long."""

    id: str = ""
    asset_id: str = ""
    day: str = ""
    hour: int = 9
    hours: int = 2
    who: Who = Who()
