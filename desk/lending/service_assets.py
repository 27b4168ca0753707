"""Verbs of the asset book: what there is to lend, and pieces of what is given away."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.lending import rights
from desk.lending.drafts import AssetDraft
from desk.lending.rules import CONTENTS_MAX, LONGEST_MS, NAME_MAX, PIECES_MAX, TAG_MAX, TEXT_MAX, Part
from desk.lending.rules_asset import AssetClass
from desk.lending.tables import Asset, AssetStock, Loan
from desk.store.unit import Reading, Unit

_A, _S, _L = Asset.__table__.c, AssetStock.__table__.c, Loan.__table__.c
WANT_MAX = 99
VALUE_MAX_FEN = 100_000_000


def add_asset(u: Unit, draft: AssetDraft, asset_id: str = "") -> str:
    """A new line of the book; returns its id. asset_id: made with the form, so that two presses add one thing.

    Right lending.edit. Refused: lending.name, lending.minutes, lending.part(name), lending.day, lending.many_parts(most).
    """
    u.actor.require(rights.EDIT)
    if asset_id and u.conn.execute(select(_A.num).where(_A.id == asset_id)).first() is not None:
        return asset_id
    values = _checked(u, draft)
    last = u.conn.execute(select(func.max(_A.sort))).scalar() or 0
    eid = u.add(Asset, **values, sort=last + 1, **({"id": asset_id} if asset_id else {}))
    _told(u, "lending.asset_added", eid)
    return eid


def edit_asset(u: Unit, asset_id: str, draft: AssetDraft) -> None:
    """Another name, home, contents. Right lending.edit. Refused: as add_asset, store.gone."""
    u.actor.require(rights.EDIT)
    u.set(Asset, asset_id, **_checked(u, draft))
    _told(u, "lending.asset_edited", asset_id)


def retire_asset(u: Unit, asset_id: str) -> None:
    """It is lent no more; what was lent of it stays. Right lending.edit. Refused: lending.still_out, store.gone."""
    u.actor.require(rights.EDIT)
    if u.conn.execute(select(_L.num).where(_L.asset_id == asset_id, _L.open_state.is_not(None))).first() is not None:
        raise Refused("lending.still_out")
    u.set(Asset, asset_id, retired_at=u.now)
    _told(u, "lending.asset_retired", asset_id)


def bring_back_asset(u: Unit, asset_id: str) -> None:
    """It is lent again. Right lending.edit. Refused: store.gone."""
    u.actor.require(rights.EDIT)
    u.set(Asset, asset_id, retired_at=None)
    _told(u, "lending.asset_back", asset_id)


def bought(u: Unit, asset_id: str, pieces: int) -> int:
    """Pieces of a consumable came; returns how many there are now. Right lending. Refused: lending.pieces(most)."""
    u.actor.require(rights.LEND)
    if not 1 <= pieces <= PIECES_MAX:
        raise Refused("lending.pieces", most=PIECES_MAX)
    return _book(u, asset_id, pieces, "bought")


def counted(u: Unit, asset_id: str, pieces: int) -> int:
    """So many pieces are there; the difference is booked. Right lending. Refused: lending.pieces(most)."""
    u.actor.require(rights.LEND)
    if not 0 <= pieces <= PIECES_MAX:
        raise Refused("lending.pieces", most=PIECES_MAX)
    difference = pieces - left_of(u, asset_id)
    return _book(u, asset_id, difference, "counted") if difference else pieces


def left_of(r: Reading, asset_id: str) -> int:
    """Pieces of a consumable there are: the sum of its ledger."""
    return int(r.conn.execute(select(func.sum(_S.amount)).where(_S.account == asset_id)).scalar() or 0)


def give_out(u: Unit, asset_id: str, pieces: int, borrower_id: str) -> None:
    """Book pieces that were handed over (the caller has looked whether there are so many)."""
    _book(u, asset_id, -pieces, "given", borrower_id)


def _book(u: Unit, asset_id: str, amount: int, why: str, borrower_id: str | None = None) -> int:
    row = u.conn.execute(select(_A.cls).where(_A.id == asset_id, _A.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("store.gone", kind="asset")
    if row.cls != AssetClass.CONSUMABLE:
        raise Refused("lending.not_consumable")
    u.add(
        AssetStock, account=asset_id, amount=amount, why=why, at=u.now, borrower_id=borrower_id, gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.changed("lending")
    return left_of(u, asset_id)


def _checked(u: Unit, draft: AssetDraft) -> dict[str, Any]:
    name = clean_line(draft.name, NAME_MAX)
    if not name:
        raise Refused("lending.name")
    if not 0 <= draft.lend_min * 60_000 <= LONGEST_MS:
        raise Refused("lending.minutes", most=LONGEST_MS // 60_000)
    _day(draft.inspection_due)
    parts = [asdict(_part(one)) for one in draft.contents] if draft.cls is AssetClass.KIT else []
    if len(parts) > CONTENTS_MAX:
        raise Refused("lending.many_parts", most=CONTENTS_MAX)
    return {
        "name": name, "tag": clean_line(draft.tag, TAG_MAX), "kind": draft.kind.value, "cls": draft.cls.value,
        "gate_id": draft.gate_id or u.gate_id, "place": clean_line(draft.place, NAME_MAX), "lend_min": draft.lend_min,
        "hygiene": draft.hygiene, "emergency": draft.emergency, "contents": parts,
        "inspection_due": draft.inspection_due, "value_fen": max(0, min(draft.value_fen, VALUE_MAX_FEN)),
        "low": max(0, min(draft.low, PIECES_MAX)), "photo": draft.photo, "note": clean_line(draft.note, TEXT_MAX),
        "locker_id": draft.locker_id, "compartment": draft.compartment,
    }  # fmt: skip


def _part(part: Part) -> Part:
    name = clean_line(part.name, NAME_MAX)
    if not name or not 1 <= part.want <= WANT_MAX:
        raise Refused("lending.part", name=name)
    _day(part.until)
    return Part(name, part.want, part.until)


def _day(text: str) -> None:
    """Refused: lending.day."""
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise Refused("lending.day") from None


def _told(u: Unit, action: str, asset_id: str) -> None:
    u.audit(action, "asset", asset_id)
    u.changed("lending")
