"""A visit to a sitting: who came, everything they came with, and how they confirmed what was written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from desk.core.errors import Refused
from desk.hearings import rights
from desk.hearings.drafts import MatterDraft, Reporter
from desk.hearings.rules import Confirmed, SittingState
from desk.hearings.service_matters import note
from desk.hearings.service_people import heard
from desk.hearings.service_sittings import needed, open_sitting
from desk.hearings.tables import Hearing
from desk.people.rules import REVEAL_REASONS
from desk.store.unit import Unit

_H = Hearing.__table__


@dataclass(frozen=True)
class ReporterFull:
    """Who it was, in full, for one operator's eyes."""

    hearing_id: str
    name: str
    phone: str
    door: str


def record_visit(
    u: Unit, sitting_id: str, hearing_id: str, reporter: Reporter, matters: Sequence[MatterDraft], *,
    receiver_id: str = "", mediation: bool = False, other_side_of: str = "",
) -> tuple[str, ...]:  # fmt: skip
    """Somebody was heard, with one or more matters; returns their numbers. Twice is once. Opens a planned sitting.

    other_side_of: the hearing of the other side in a quarrel; both statements stay apart. Raises Refused("sitting.closed" |
    "matter.empty" ...).
    """
    u.actor.require(rights.HOLD)
    if u.conn.execute(select(_H.c.id).where(_H.c.id == hearing_id)).first() is None:
        state = needed(u, sitting_id)["state"]
        if state == SittingState.PLANNED:
            open_sitting(u, sitting_id)
        elif state != SittingState.OPEN:
            raise Refused("sitting.closed")
        if not matters:
            raise Refused("matter.empty")
        heard(
            u, reporter, sitting_id=sitting_id, receiver_id=receiver_id, hearing_id=hearing_id, mediation=mediation,
            other_side_of=other_side_of,
        )  # fmt: skip
        if other_side_of:
            u.set(Hearing, other_side_of, mediation=True)
    return tuple(note(u, draft, hearing_id=hearing_id, sitting_id=sitting_id) for draft in matters)


def confirm_hearing(u: Unit, hearing_id: str, how: Confirmed, signature: str = "") -> None:
    """What was written down is right: read back, or signed. signature: the picture's name as an attachment.

    Raises Refused("hearing.gone" | "hearing.signature").
    """
    u.actor.require(rights.HOLD)
    if how is Confirmed.SIGNATURE and not signature:
        raise Refused("hearing.signature")
    _needed(u, hearing_id)
    u.set(Hearing, hearing_id, confirmed_how=how.value, confirmed_at=u.now, signature=signature)
    u.audit("hearing.confirmed", "hearing", hearing_id, how=how.value)
    u.changed("hearings")


def reveal_reporter(u: Unit, hearing_id: str, reason: str) -> ReporterFull:
    """Name, phone and door to call somebody back; written into the trail.

    reason: one of desk.people.rules.REVEAL_REASONS; take it off the screen after REVEAL_MS. Raises Refused("right.missing" |
    "people.reason_missing" | "hearing.gone" | "hearing.nobody").
    """
    u.actor.require(rights.REVEAL)
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    row = _needed(u, hearing_id)
    if row.anonymous or not (row.name or row.phone or row.door):
        raise Refused("hearing.nobody")
    u.audit("hearing.revealed", "hearing", hearing_id, reason=reason)
    return ReporterFull(hearing_id, row.name, row.phone, row.door)


def _needed(u: Unit, hearing_id: str) -> Row[Any]:
    row = u.conn.execute(select(_H).where(_H.c.id == hearing_id, _H.c.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("hearing.gone")
    return row
