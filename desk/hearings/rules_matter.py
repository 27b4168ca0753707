"""A matter is what its events say: one pure reducer, the same at every desk and in whatever order events come in.

Order inside a matter is `step`, a count every event takes one above what its writer had seen, then the id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desk.hearings.rules import ENDED_STATES, MatterState

UNCERTAIN = "uncertain"


class Event(StrEnum):
    NOTED = "noted"
    CORRECTED = "corrected"
    SUPPORTED = "supported"  # somebody else came with the same; body may hold their clock
    ANSWERED = "answered"  # on the spot
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"  # the body takes it: from now on it answers, no longer the first receiver
    TOLD = "told"  # by phone; said_at and to whom
    REPLIED = "replied"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CALLED = "called"  # the resident was called back, or tried
    CONFIRMED = "confirmed"
    REOPENED = "reopened"
    ESCALATED = "escalated"
    DOUBTED = "doubted"  # the wall clock jumped while a clock of this matter ran
    CLOSED = "closed"
    UNDONE = "undone"


_LEADS = {
    Event.NOTED: MatterState.RECORDED,
    Event.ANSWERED: MatterState.ANSWERED,
    Event.ASSIGNED: MatterState.ASSIGNED,
    Event.ACCEPTED: MatterState.IN_PROGRESS,
    Event.REPLIED: MatterState.REPLIED,
    Event.WAITING: MatterState.WAITING,
    Event.RESOLVED: MatterState.RESOLVED,
    Event.CONFIRMED: MatterState.CONFIRMED,
    Event.REOPENED: MatterState.REOPENED,
    Event.CLOSED: MatterState.CLOSED,
}
REPLIES = frozenset({Event.ANSWERED, Event.REPLIED, Event.RESOLVED})  # a person has said something with content
LASTING = frozenset({Event.ESCALATED, Event.DOUBTED})  # nothing takes these back
_SETTLED = (MatterState.ANSWERED, MatterState.REPLIED, MatterState.RESOLVED)


@dataclass(frozen=True)
class Happened:
    """One event of one matter. at: UTC ms of the desk that wrote it; body: fields of the matter it sets."""

    id: str
    step: int
    kind: Event
    at: int
    level: int = 0
    said_at: int | None = None
    text: str = ""
    corrects: str | None = None
    photos: tuple[str, ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict)
    gate_id: str = ""
    operator_id: str | None = None
    clock_quality: str = "trusted"


@dataclass(frozen=True)
class MatterNow:
    """What the events say together. first: the noting; fields: what the bodies set, later ones over earlier ones."""

    state: MatterState
    first: Happened | None
    fields: Mapping[str, Any]
    next_step: int
    first_replied_at: int | None = None
    owner_accepted_at: int | None = None
    level: int = 0
    told_at: int | None = None
    reopened: int = 0
    supporters: int = 0
    closed_at: int | None = None
    clock_uncertain: bool = False
    photos: tuple[str, ...] = ()


def reduce(events: Iterable[Happened]) -> MatterNow:
    """The state of a matter. Independent of the order of `events`; an event met twice counts once."""
    ordered = sorted({e.id: e for e in events}.values(), key=lambda e: (e.step, e.id))
    live = _live(ordered)
    noted = next((e for e in live if e.kind is Event.NOTED), None)
    opened = [nth for nth, e in enumerate(live) if e.kind is Event.REOPENED]
    round_ = live[opened[-1] :] if opened else live
    state = _state(live) if noted is not None else MatterState.WITHDRAWN
    return MatterNow(
        state=state,
        first=noted or next((e for e in ordered if e.kind is Event.NOTED), None),
        fields=_fields(live if noted is not None else ordered, bool(opened)),
        next_step=1 + max((e.step for e in ordered), default=0),
        first_replied_at=min((e.at for e in round_ if e.kind in REPLIES), default=None),
        owner_accepted_at=_accepted(live),
        level=max((e.level for e in live if e.kind is Event.ESCALATED), default=0),
        told_at=max((e.said_at or e.at for e in live if e.kind is Event.TOLD), default=None),
        reopened=len(opened),
        supporters=sum(e.kind is Event.SUPPORTED for e in live),
        closed_at=max((e.at for e in live if e.kind is Event.CLOSED), default=None)
        if state is MatterState.CLOSED
        else None,
        clock_uncertain=any(e.kind is Event.DOUBTED or _doubtful(e) for e in live),
        photos=tuple(dict.fromkeys(name for e in live for name in e.photos)),
    )


def _live(ordered: list[Happened]) -> list[Happened]:
    """Without what was taken back. Read from the end: a taking-back that was itself taken back has no effect."""
    lasting = {e.id for e in ordered if e.kind in LASTING}
    void: set[str] = set()
    for event in reversed(ordered):
        if event.kind is Event.UNDONE and event.id not in void and event.corrects not in lasting and event.corrects:
            void.add(event.corrects)
    return [e for e in ordered if e.id not in void and e.kind is not Event.UNDONE]


def _state(live: list[Happened]) -> MatterState:
    """What ended stays so until it is opened again, whatever another desk still wrote about it."""
    state = MatterState.RECORDED
    for event in live:
        if event.kind in _LEADS and (state is not MatterState.CLOSED or event.kind is Event.REOPENED):
            state = _LEADS[event.kind]
    return state


def _fields(live: list[Happened], again: bool) -> dict[str, Any]:
    """Of several people with one matter the clock of whoever came first counts; opened again, it begins anew."""
    fields: dict[str, Any] = {}
    joined = []
    for event in live:
        body = dict(event.body)
        if event.kind is Event.SUPPORTED:
            joined.append(body.pop("first_due", None))
        fields.update(body)
    dues = [due for due in (fields.get("first_due"), *joined) if isinstance(due, int)]
    if dues and not again:
        fields["first_due"] = min(dues)
    return fields


def _accepted(live: list[Happened]) -> int | None:
    """When the body that has it now took it: another body has to take it anew."""
    at, owner = None, ""
    for event in live:
        new = event.body.get("owner_body", owner)
        if new != owner:
            owner, at = new, None
        if event.kind is Event.ACCEPTED:
            at = event.at
    return at


def _doubtful(event: Happened) -> bool:
    return event.clock_quality == UNCERTAIN and event.kind in (Event.NOTED, Event.REOPENED)


def hindrance(now: MatterNow, kind: Event) -> str | None:
    """The code that says why this act does not fit how the matter stands, or None when it does."""
    if now.state is MatterState.WITHDRAWN:
        return "matter.withdrawn"
    if kind is Event.REOPENED:
        done = (*_SETTLED, MatterState.CONFIRMED, MatterState.CLOSED)
        return None if now.state in done else "matter.still_open"
    if now.state in ENDED_STATES and kind not in LASTING:
        return "matter.closed"
    if kind is Event.CONFIRMED and now.state not in _SETTLED:
        return "matter.no_answer_yet"
    if kind is Event.CLOSED and now.first_replied_at is None:
        return "matter.no_answer_yet"
    if kind is Event.ACCEPTED and not now.fields.get("owner_body"):
        return "matter.no_owner"
    return None


def settled(state: MatterState, owner_body: str, due_at: int | None) -> bool:
    """A sitting may be closed over this matter: it has an answer, or somebody who owes one by a day."""
    if state in (*_SETTLED, MatterState.CONFIRMED, *ENDED_STATES):
        return True
    return bool(owner_body) and due_at is not None


UNDOABLE = frozenset(
    {
        Event.NOTED, Event.ANSWERED, Event.ASSIGNED, Event.ACCEPTED, Event.TOLD, Event.REPLIED, Event.WAITING,
        Event.RESOLVED, Event.CALLED, Event.CONFIRMED, Event.REOPENED, Event.CLOSED, Event.SUPPORTED, Event.CORRECTED,
    }
)  # fmt: skip
