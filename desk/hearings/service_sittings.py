"""Verbs of a sitting: planned from a shift or by hand, opened, somebody stands in, closed once all is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.ids import derived_id, made_at
from desk.hearings import rights
from desk.hearings.rules import MatterState, Receiver, SittingState, receivers_of, text_of
from desk.hearings.rules_matter import settled
from desk.hearings.tables import Matter, Sitting
from desk.store.unit import Unit

_S, _M = Sitting.__table__, Matter.__table__
PLACE_LONGEST, MOST_RECEIVERS = 80, 8


@dataclass(frozen=True)
class Plan:
    """A reception day as the roster has it. start_at, end_at: UTC ms; day: ISO, of the site."""

    shift_id: str
    day: str
    start_at: int
    end_at: int
    place: str
    gate_id: str
    receivers: tuple[Receiver, ...] = ()


def sitting_id_of(shift_id: str, nth: int = 0) -> str:
    """The id every desk gives to the sitting of a shift, whatever hours the shift has by then. nth: how many went before
    with the shift, which was worked after all."""
    return derived_id(made_at(shift_id), "sitting", shift_id, str(nth))


def plan(u: Unit, plans: Sequence[Plan]) -> int:
    """Have a sitting for each of these shifts, and follow what changed as long as it has not begun; returns how many
    were written. Right hearings.hold."""
    u.actor.require(rights.HOLD)
    known: dict[str, list[Mapping[Any, Any]]] = {}
    of_shifts = select(_S).where(_S.c.shift_id.in_([one.shift_id for one in plans]))
    for found in u.conn.execute(of_shifts.order_by(_S.c.id)).mappings():
        known.setdefault(found["shift_id"], []).append(found)
    written = 0
    for one in plans:
        rows = known.get(one.shift_id, [])
        row = next((row for row in rows if row["deleted_at"] is None), None)
        values: dict[str, Any] = {
            "place": one.place, "start_at": one.start_at, "end_at": one.end_at, "day": one.day,
            "receivers": [vars(receiver) for receiver in one.receivers],
        }  # fmt: skip
        if row is None:
            u.add(
                Sitting, id=sitting_id_of(one.shift_id, len(rows)), shift_id=one.shift_id, gate_id=one.gate_id, **values
            )  # fmt: skip
            written += 1
        elif row["state"] == SittingState.PLANNED and _differs(row, values):
            u.set(Sitting, row["id"], **values)
            written += 1
    if written:
        u.changed("hearings")
    return written


def _differs(row: Mapping[Any, Any], values: Mapping[str, Any]) -> bool:
    """Who stands in for whom was said here and is not in the roster: such a list is left alone."""
    if any(one.instead_of for one in receivers_of(row["receivers"])):
        values = {name: value for name, value in values.items() if name != "receivers"}
    return any(row[name] != value for name, value in values.items())


def drop_planned(u: Unit, shift_ids: Sequence[str]) -> int:
    """The shifts were cancelled before anybody came: their sittings go with them. Right hearings.hold."""
    u.actor.require(rights.HOLD)
    due = select(_S.c.id).where(
        _S.c.shift_id.in_(list(shift_ids)), _S.c.state == SittingState.PLANNED.value, _S.c.deleted_at.is_(None)
    )
    ids = list(u.conn.execute(due).scalars())
    for sitting_id in ids:
        u.drop(Sitting, sitting_id)
    if ids:
        u.changed("hearings")
    return len(ids)


def begin(u: Unit, *, day: str, end_at: int, place: str = "", receivers: Sequence[Receiver] = ()) -> str:
    """Open a sitting that is in no roster, now. Right hearings.hold. Raises Refused("sitting.receivers")."""
    u.actor.require(rights.HOLD)
    kept = _receivers(receivers)
    sitting_id = u.add(
        Sitting, day=day, start_at=u.now, end_at=end_at, place=text_of(place, PLACE_LONGEST), gate_id=u.gate_id,
        receivers=kept, state=SittingState.OPEN.value, opened_at=u.now,
    )  # fmt: skip
    u.audit("sitting.opened", "sitting", sitting_id, planned=False)
    u.changed("hearings")
    return sitting_id


def open_sitting(u: Unit, sitting_id: str) -> bool:
    """Residents are received from now on; False when they were already. Raises Refused("sitting.closed" | "sitting.gone")."""
    u.actor.require(rights.HOLD)
    row = needed(u, sitting_id)
    if row["state"] == SittingState.OPEN:
        return False
    if row["state"] != SittingState.PLANNED:
        raise Refused("sitting.closed")
    u.set(Sitting, sitting_id, state=SittingState.OPEN.value, opened_at=u.now)
    u.audit("sitting.opened", "sitting", sitting_id, planned=True)
    u.changed("hearings")
    return True


def stand_in(u: Unit, sitting_id: str, absent: str, substitute: Receiver) -> None:
    """Somebody receives instead of `absent` (a receiver's member id, of one who is not in the team the label; "" for one
    more). Kept beside each other's name.

    Raises Refused("sitting.closed" | "sitting.receivers").
    """
    u.actor.require(rights.HOLD)
    row = needed(u, sitting_id)
    if row["state"] not in (SittingState.PLANNED, SittingState.OPEN):
        raise Refused("sitting.closed")
    rest = [one for one in receivers_of(row["receivers"]) if not absent or (one.member or one.label) != absent]
    new = Receiver(substitute.member, substitute.label, substitute.capacity, absent)
    u.set(Sitting, sitting_id, receivers=_receivers([*rest, new]))
    u.audit("sitting.stand_in", "sitting", sitting_id, extra=not absent)
    u.changed("hearings")


def close_sitting(u: Unit, sitting_id: str) -> None:
    """All is settled: every matter has an answer, or somebody who owes one by a day. Right hearings.close.

    Raises Refused("sitting.unsettled", n) with how many are not.
    """
    u.actor.require(rights.END)
    row = needed(u, sitting_id)
    if row["state"] not in (SittingState.PLANNED, SittingState.OPEN):
        raise Refused("sitting.closed")
    left = unsettled(u, sitting_id)
    if left:
        raise Refused("sitting.unsettled", n=len(left))
    u.set(
        Sitting, sitting_id, state=SittingState.CLOSED.value, closed_at=u.now, closed_by=u.actor.operator_id or None,
        opened_at=row["opened_at"] or u.now,
    )  # fmt: skip
    u.audit("sitting.closed", "sitting", sitting_id)
    u.changed("hearings")


def summarised(u: Unit, sitting_ids: Sequence[str]) -> None:
    """A summary with them in it was made. Right hearings.summary."""
    u.actor.require(rights.SUMMARY)
    closed = select(_S.c.id).where(_S.c.id.in_(list(sitting_ids)), _S.c.state == SittingState.CLOSED.value)
    for sitting_id in u.conn.execute(closed).scalars().all():
        u.set(Sitting, sitting_id, state=SittingState.SUMMARISED.value, summarised_at=u.now)
    u.audit("sitting.summarised", count=len(sitting_ids))
    u.changed("hearings")


def unsettled(u: Unit, sitting_id: str) -> tuple[str, ...]:
    """Matters of a sitting that have neither an answer nor an owner with a day. Repetitions go with the first one."""
    rows = u.conn.execute(
        select(_M.c.id, _M.c.state, _M.c.owner_body, _M.c.due_at).where(
            _M.c.sitting_id == sitting_id, _M.c.repeat_of.is_(None)
        )
    )
    return tuple(row.id for row in rows if not settled(MatterState(row.state), row.owner_body, row.due_at))


def needed(u: Unit, sitting_id: str) -> Mapping[str, Any]:
    """The sitting's row. Raises Refused("sitting.gone")."""
    row = u.conn.execute(select(_S).where(_S.c.id == sitting_id, _S.c.deleted_at.is_(None))).mappings().first()
    if row is None:
        raise Refused("sitting.gone")
    return {str(name): value for name, value in row.items()}


def _receivers(receivers: Sequence[Receiver]) -> list[dict[str, str]]:
    kept = [vars(one) for one in receivers if one.label.strip()]
    if not 0 < len(kept) <= MOST_RECEIVERS:
        raise Refused("sitting.receivers", most=MOST_RECEIVERS)
    return kept
