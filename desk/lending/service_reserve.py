"""Verbs of reservations: a thing is kept for somebody, put ready, called off."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.lending import rights
from desk.lending.drafts import ReserveDraft
from desk.lending.reads_rows import standings
from desk.lending.rules import LONGEST_MS, OPEN_RESERVATIONS, ReserveState, against
from desk.lending.rules_asset import AssetClass
from desk.lending.service_lend import checked
from desk.lending.tables import Reservation
from desk.store.unit import Unit

_R = Reservation.__table__.c
AHEAD_MS = 60 * DAY_MS


def reserve(u: Unit, draft: ReserveDraft) -> str:
    """Keep a thing for somebody; returns the reservation's id. Right lending.

    Refused: lending.who, lending.kept_span(most_days), lending.kept_then(at), lending.consumable, store.gone.
    """
    u.actor.require(rights.LEND)
    if u.conn.execute(select(_R.num).where(_R.id == draft.reservation_id)).first() is not None:
        return draft.reservation_id
    to = checked(u, draft.to)
    if not to.known:
        raise Refused("lending.who")
    found = standings(u, [draft.asset_id]).get(draft.asset_id)
    if found is None or found.row["retired_at"] is not None:
        raise Refused("store.gone", kind="asset")
    if found.cls is AssetClass.CONSUMABLE:
        raise Refused("lending.consumable")
    _span_fits(u, draft)
    if (kept := against(found.reservations(), draft.from_at, draft.until_at)) is not None:
        raise Refused("lending.kept_then", at=kept.from_at)
    u.add(
        Reservation, id=draft.reservation_id, asset_id=draft.asset_id, from_at=draft.from_at, until_at=draft.until_at,
        household_id=to.household_id, person_id=to.person_id, name=to.name, phone=to.phone,
        door="" if to.household_id else to.door, note=to.note, at=u.now, gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit("lending.reserved", "reservation", draft.reservation_id)
    u.changed("lending")
    return draft.reservation_id


def ready(u: Unit, reservation_id: str) -> None:
    """It was put aside for them. Right lending. Refused: lending.not_kept."""
    _move(u, reservation_id, ReserveState.READY, "lending.put_ready")


def cancel(u: Unit, reservation_id: str) -> None:
    """They do not need it. Right lending. Refused: lending.not_kept."""
    _move(u, reservation_id, ReserveState.CANCELLED, "lending.reservation_cancelled")


def _move(u: Unit, reservation_id: str, state: ReserveState, action: str) -> None:
    u.actor.require(rights.LEND)
    held = u.conn.execute(select(_R.state).where(_R.id == reservation_id, _R.deleted_at.is_(None))).scalar()
    if held not in OPEN_RESERVATIONS:
        raise Refused("lending.not_kept")
    u.set(Reservation, reservation_id, state=state.value)
    u.audit(action, "reservation", reservation_id)
    u.changed("lending")


def _span_fits(u: Unit, draft: ReserveDraft) -> None:
    longest = draft.until_at - draft.from_at <= LONGEST_MS
    if not (
        draft.from_at < draft.until_at and u.now < draft.until_at and longest and draft.from_at <= u.now + AHEAD_MS
    ):
        raise Refused("lending.kept_span", most_days=AHEAD_MS // DAY_MS)
