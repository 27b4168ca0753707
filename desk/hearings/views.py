"""Frozen values that leave the room: matters, sittings, who was heard, what the summary counts."""

from __future__ import annotations

from dataclasses import dataclass

from desk.hearings.rules import Category, MatterKind, MatterState, Receiver, SittingState
from desk.hearings.rules_clocks import Stage
from desk.hearings.rules_matter import Event


@dataclass(frozen=True)
class MatterRow:
    """A matter in a list: no reporter, and no words where they are not for everybody (hidden).

    first, resolve: where its clocks stand; first_left: whole minutes to the first reply, negative once late, None: none
    runs. call_back_at, due_at, told_at: UTC ms. owner: code of the body that has it.
    """

    id: str
    kind: MatterKind
    state: MatterState
    at: int
    short_no: str
    category: Category
    text: str
    place: str
    urgent: bool = False
    hidden: bool = False
    owner: str = ""
    accepted: bool = False
    due_at: int | None = None
    first_due: int | None = None
    resolve_due: int | None = None
    first: Stage = Stage.NONE
    resolve: Stage = Stage.NONE
    first_left: int | None = None
    level: int = 0
    told_at: int | None = None
    call_back_at: int | None = None
    clock_uncertain: bool = False
    supporters: int = 0
    repeat_of: str = ""
    gate_id: str = ""
    hearing_id: str = ""
    sitting_id: str = ""
    answer: str = ""

    @property
    def open(self) -> bool:
        return self.state not in (
            MatterState.ANSWERED, MatterState.CONFIRMED, MatterState.CLOSED, MatterState.WITHDRAWN
        )  # fmt: skip


@dataclass(frozen=True)
class EventRow:
    """One act of a matter's history. operator: the word on their chip; gate: the gate's name."""

    kind: Event
    at: int
    text: str = ""
    level: int = 0
    said_at: int | None = None
    owner: str = ""
    operator: str = ""
    gate: str = ""


@dataclass(frozen=True)
class ReporterRow:
    """Who was heard, masked. callable: there is a number to call back."""

    hearing_id: str
    anonymous: bool = False
    name: str = ""
    phone: str = ""
    door: str = ""
    callable: bool = False
    confirmed: str = ""
    mediation: bool = False
    other_side_of: str = ""


@dataclass(frozen=True)
class MatterCard:
    """A matter in full, but for who said it. first_owner: word on the chip of who answers until a body accepts."""

    row: MatterRow
    answer: str = ""
    mediation: bool = False
    private: bool = False
    about_post: bool = False
    first_owner: str = ""
    waiting_until: int | None = None
    reopened: int = 0
    closed_at: int | None = None
    photos: tuple[str, ...] = ()
    reporter: ReporterRow | None = None
    events: tuple[EventRow, ...] = ()
    same: tuple[MatterRow, ...] = ()


@dataclass(frozen=True)
class Owed:
    """A matter a body owes an answer or an end. told_to: whom somebody told by phone last, in their words."""

    row: MatterRow
    told_to: str = ""


@dataclass(frozen=True)
class SittingRow:
    """A reception day. here: at this gate; matters, unsettled: how many were heard, and how many hold the closing up."""

    id: str
    day: str
    start_at: int
    end_at: int
    place: str
    state: SittingState
    receivers: tuple[Receiver, ...] = ()
    here: bool = True
    gate: str = ""
    heard: int = 0
    matters: int = 0
    unsettled: int = 0
    opened_at: int | None = None
    closed_at: int | None = None


@dataclass(frozen=True)
class VisitRow:
    """Somebody who was heard at a sitting, with what they came with."""

    reporter: ReporterRow
    at: int
    matters: tuple[MatterRow, ...] = ()


@dataclass(frozen=True)
class SittingCard:
    row: SittingRow
    visits: tuple[VisitRow, ...] = ()


@dataclass(frozen=True)
class CallBack:
    """Somebody who waits to hear. at: when they asked to be called (UTC ms), None: as soon as there is an answer."""

    matter: MatterRow
    reporter: ReporterRow
    at: int | None = None
    answer: str = ""


@dataclass(frozen=True)
class Pressing:
    """What the clocks say now, over all open matters: how many are late, within 15 minutes, within the hour, running."""

    late: int = 0
    alarm: int = 0
    amber: int = 0
    running: int = 0
    next_left: int | None = None
    rows: tuple[MatterRow, ...] = ()


@dataclass(frozen=True)
class Summary:
    """A month in numbers, and the matters with names, rooms and phones taken out. words: (category, place without room,
    text cleaned, answer cleaned)."""

    month: str
    sittings: int = 0
    heard: int = 0
    matters: int = 0
    incidents: int = 0
    answered: int = 0
    ended: int = 0
    still_open: int = 0
    in_time: int = 0
    late: int = 0
    raised: int = 0
    by_category: tuple[tuple[Category, int], ...] = ()
    by_owner: tuple[tuple[str, int, int], ...] = ()
    words: tuple[tuple[Category, str, str, str], ...] = ()
    sitting_ids: tuple[str, ...] = ()
