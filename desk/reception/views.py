"""Frozen values that cross the room's door: what a verb is asked for and what a screen is shown. Masked unless named full."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes.views import Identified
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.rules_presence import Presence
from desk.reception.views_standing import GoodsRow, PermitRow, RollEntry, RollReport, StandingRow, TallyView, WatchRow

__all__ = [
    "AdmitRequest",
    "Admitted",
    "EventRow",
    "GoodsRow",
    "Hint",
    "HistoryFilter",
    "Page",
    "PermitRow",
    "RollEntry",
    "RollReport",
    "StandingRow",
    "TallyView",
    "TodayView",
    "VisitDetail",
    "VisitFull",
    "VisitRow",
    "WatchRow",
]  # fmt: skip


@dataclass(frozen=True)
class AdmitRequest:
    """One press of *admit*. visit_id: made by the form (desk.core.ids.new_id) or that of the expected visit; a second
    press with the same id changes nothing.

    seen: what codes.identify or codes by_digits said, for proofs `code` and `pass` (judged again in the unit);
    recurring_id: for `recurring`;
    person_id, watch_id: a known visitor or watch entry that a person confirmed; reason: for `override`.
    accept_used: let a single-use pass in again; the use is flagged and reason says why.
    """

    visit_id: str
    draft: Draft
    proof: Proof
    reason: str = ""
    seen: Identified | None = None
    recurring_id: str | None = None
    person_id: str | None = None
    watch_id: str | None = None
    accept_used: bool = False


@dataclass(frozen=True)
class VisitRow:
    """A visit on a list: nothing in full. name, phone, plate masked; building only, no door. Times UTC ms."""

    num: int
    id: str
    state: VisitState
    presence: Presence
    visitor_type: VisitorType
    name: str
    phone: str
    plate: str
    company: str
    building: str
    party_size: int
    purpose_code: str
    at: int
    in_at: int | None
    out_at: int | None
    out_source: str
    due_at: int | None
    expected_at: int | None
    minor_alone: bool = False
    watched: bool = False
    overnight: bool = False
    clock_uncertain: bool = False
    anonymised: bool = False


@dataclass(frozen=True)
class EventRow:
    """One line of a visit's history. fields: names of what it set (values only with `reveal`)."""

    id: str
    kind: str
    at: int
    source: str
    operator_id: str | None
    gate_id: str
    corrects: str | None
    undone: bool
    reason: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class VisitDetail:
    """One visit opened as a card, still masked. place: building, unit and floor. waiting: changes not yet delivered."""

    row: VisitRow
    place: str
    household_id: str | None
    person_id: str | None
    permit_id: str | None
    recurring_id: str | None
    watch_id: str | None
    pass_serial: str
    badge_no: str
    proof: Proof
    declined: tuple[str, ...]
    id_kind: str
    id_masked: str
    gate_id: str | None
    operator_id: str | None
    stay_ms: int | None
    night: bool
    waiting: int
    events: tuple[EventRow, ...]


@dataclass(frozen=True)
class VisitFull:
    """A visit in full, given by `reveal` or `read_for_duty` alone: show it for 30 s and keep it nowhere."""

    id: str
    name: str
    phone: str
    plate: str
    company: str
    purpose: str
    room: str
    items_in: str
    items_out: str
    note: str
    override_reason: str


@dataclass(frozen=True)
class Admitted:
    """What *admit* answers. repeated: this was a second click, nothing was written. closed: earlier visits of the same
    person that were still open and are now known to have ended."""

    visit_id: str
    visitor_type: VisitorType
    in_at: int
    due_at: int
    building: str
    person_id: str | None
    repeated: bool = False
    closed: tuple[str, ...] = ()
    night: bool = False


@dataclass(frozen=True)
class Hint:
    """Something a person should look at before admitting; it never decides.

    kind: watch, expected, pass (a standing one), inside, person. why: same, same_pinyin, one_off, part_of, phone, plate.
    label: masked. advice: what the watch list says to do (watch only, shown to those on duty).
    """

    kind: str
    ref: str
    why: str
    label: str
    strong: bool = True
    advice: str = ""
    at: int | None = None


@dataclass(frozen=True)
class GoodsFull:
    """The door of a thing on the shelf, given by `reveal_goods` alone: show it for 30 s and keep it nowhere."""

    id: str
    room: str
    left_by: str


@dataclass(frozen=True)
class TodayView:
    """Everything the Today page shows. Figures count people, not visits.

    inside: certain and within their limit, plus rows of overstay; unregistered: past the limit, folded into one line;
    uncertain: on the roll call as perhaps.
    """

    now: int
    inside: int
    unregistered: int
    uncertain: int
    overstays: tuple[VisitRow, ...]
    night: tuple[VisitRow, ...]
    expected: tuple[VisitRow, ...]
    expected_total: int
    late: int
    admitted_today: int
    tally: TallyView
    goods_waiting: int
    goods_overdue: int
    goods_oldest_at: int | None
    watch_due: int
    roll_call_id: str | None


@dataclass(frozen=True)
class Page:
    """Rows of a long list and where to go on: pass `last` as before= (older) or `first` as after= (newer)."""

    rows: tuple[VisitRow, ...]
    first: int | None
    last: int | None
    more: bool


@dataclass(frozen=True)
class HistoryFilter:
    """What a history list is narrowed by; empty means all."""

    states: tuple[VisitState, ...] = ()
    types: tuple[VisitorType, ...] = ()
    household_id: str | None = None
    person_id: str | None = None
    since: int | None = None
    until: int | None = None
