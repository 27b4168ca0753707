"""A visit is what its events say: one pure reducer, the same at every desk and in whatever order events come in.

Order inside a visit is `step`, a count that every event takes one above what its writer had seen (so a correction
stands after what it corrects even when the wall clock went back a day), then the id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desk.reception.rules import VisitState


class EventKind(StrEnum):
    EXPECTED = "expected"
    ARRIVED = "arrived"
    ADMITTED = "admitted"
    LEFT = "left"
    AUTO_CLOSED = "auto_closed"
    REFUSED = "refused"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    CORRECTED = "corrected"  # new values of fields; the old ones stay in the events before
    UNDONE = "undone"  # takes back the event named in `corrects`


_WAITING = {
    EventKind.EXPECTED: VisitState.EXPECTED,
    EventKind.ARRIVED: VisitState.ARRIVED,
    EventKind.REFUSED: VisitState.REFUSED,
    EventKind.NO_SHOW: VisitState.NO_SHOW,
    EventKind.CANCELLED: VisitState.CANCELLED,
}


@dataclass(frozen=True)
class Happened:
    """One event of one visit. at: UTC ms of the desk that wrote it; body: fields of the visit it sets."""

    id: str
    step: int
    kind: EventKind
    at: int
    source: str = ""
    corrects: str | None = None
    body: Mapping[str, Any] = field(default_factory=dict)
    gate_id: str = ""
    operator_id: str | None = None
    clock_quality: str = "trusted"


@dataclass(frozen=True)
class VisitNow:
    """What the events say together. `lead` is the event whose desk and operator stand beside the visit: the first
    admission, else the newest act. `next_step` belongs to the event written next."""

    state: VisitState
    in_at: int | None
    out_at: int | None
    out_source: str
    auto_closed_at: int | None
    fields: Mapping[str, Any]
    lead: Happened | None
    next_step: int


def reduce(events: Iterable[Happened]) -> VisitNow:
    """The state of a visit. Independent of the order of `events`; an event met twice counts once.

    Entry is the earliest admission, exit the latest real exit, and a real exit stands above an automatic closing.
    """
    ordered = sorted({e.id: e for e in events}.values(), key=lambda e: (e.step, e.id))
    live = _live(ordered)
    came = [e for e in live if e.kind is EventKind.ADMITTED]
    went = [e for e in live if e.kind is EventKind.LEFT]
    auto = [e for e in live if e.kind is EventKind.AUTO_CLOSED]
    last_exit = max(went, key=lambda e: (e.at, e.id), default=None)
    state = _state(live, bool(came), bool(went), bool(auto))
    fields: dict[str, Any] = {}
    for event in ordered if state is VisitState.DRAFT else live:  # wholly taken back: the card still says of whom
        fields.update(event.body)
    return VisitNow(
        state=state,
        in_at=min((e.at for e in came), default=None),
        out_at=last_exit.at if last_exit else None,
        out_source=last_exit.source if last_exit else ("auto" if auto and came else ""),
        auto_closed_at=min((e.at for e in auto), default=None) if came and not went else None,
        fields=fields,
        lead=min(came, key=lambda e: (e.at, e.id)) if came else next(iter(live[::-1]), None),
        next_step=1 + max((e.step for e in ordered), default=0),
    )


def _live(ordered: list[Happened]) -> list[Happened]:
    """Without what was taken back. Read from the end: a taking-back that was itself taken back has no effect."""
    void: set[str] = set()
    for event in reversed(ordered):
        if event.kind is EventKind.UNDONE and event.id not in void and event.corrects:
            void.add(event.corrects)
    return [e for e in ordered if e.id not in void and e.kind is not EventKind.UNDONE]


def _state(live: list[Happened], came: bool, went: bool, auto: bool) -> VisitState:
    if went:
        return VisitState.LEFT
    if came:
        return VisitState.AUTO_CLOSED if auto else VisitState.ADMITTED
    waiting = [e for e in live if e.kind in _WAITING]
    return _WAITING[waiting[-1].kind] if waiting else VisitState.DRAFT


def stay_ms(in_at: int, until: int) -> int:
    """How long someone has been inside; never negative, however the wall clock jumped."""
    return max(0, until - in_at)


_ALLOWED: dict[EventKind, tuple[VisitState, ...]] = {
    EventKind.EXPECTED: (VisitState.DRAFT,),
    EventKind.ARRIVED: (VisitState.DRAFT, VisitState.EXPECTED, VisitState.NO_SHOW),
    EventKind.ADMITTED: (
        VisitState.DRAFT, VisitState.EXPECTED, VisitState.ARRIVED, VisitState.NO_SHOW, VisitState.REFUSED,
    ),
    EventKind.LEFT: (VisitState.ADMITTED, VisitState.AUTO_CLOSED),
    EventKind.AUTO_CLOSED: (VisitState.ADMITTED,),
    EventKind.REFUSED: (VisitState.DRAFT, VisitState.EXPECTED, VisitState.ARRIVED, VisitState.NO_SHOW),
    EventKind.NO_SHOW: (VisitState.EXPECTED,),
    EventKind.CANCELLED: (VisitState.EXPECTED, VisitState.ARRIVED, VisitState.NO_SHOW),
    EventKind.CORRECTED: tuple(s for s in VisitState if s is not VisitState.DRAFT),
}  # fmt: skip
_ALREADY = {
    EventKind.EXPECTED: VisitState.EXPECTED,
    EventKind.ARRIVED: VisitState.ARRIVED,
    EventKind.ADMITTED: VisitState.ADMITTED,
    EventKind.LEFT: VisitState.LEFT,
    EventKind.AUTO_CLOSED: VisitState.AUTO_CLOSED,
    EventKind.REFUSED: VisitState.REFUSED,
    EventKind.NO_SHOW: VisitState.NO_SHOW,
    EventKind.CANCELLED: VisitState.CANCELLED,
}


def already(state: VisitState, kind: EventKind) -> bool:
    """The visit stands where this act would put it: a second click, answered with the first result."""
    return _ALREADY.get(kind) is state


def hindrance(state: VisitState, kind: EventKind) -> str | None:
    """The code that says why this act does not fit the state, or None when it does."""
    if state in _ALLOWED.get(kind, ()):
        return None
    if state in (VisitState.LEFT, VisitState.AUTO_CLOSED):
        return "visit.already_left"
    if state is VisitState.ADMITTED:
        return "visit.already_inside"
    if state is VisitState.CANCELLED:
        return "visit.cancelled"
    return "visit.not_inside" if kind in (EventKind.LEFT, EventKind.AUTO_CLOSED) else "visit.state"


UNDOABLE = (
    EventKind.ADMITTED, EventKind.LEFT, EventKind.AUTO_CLOSED, EventKind.REFUSED, EventKind.NO_SHOW,
    EventKind.CANCELLED, EventKind.ARRIVED,
)  # fmt: skip


def last_undoable(events: Iterable[Happened]) -> Happened | None:
    """The newest act that still stands and may be taken back (corrections are corrected, not undone)."""
    ordered = sorted({e.id: e for e in events}.values(), key=lambda e: (e.step, e.id))
    return next((e for e in reversed(_live(ordered)) if e.kind in UNDOABLE), None)
