"""Verbs at the window: hand things over, write down later who took them, lend longer, remind kindly, take it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.lending import rights
from desk.lending.drafts import LATER, LendDraft, Pick, To
from desk.lending.reads_rows import Standing, open_of, standings
from desk.lending.rules import (
    ITEMS_MAX,
    LONGEST_MS,
    NAME_MAX,
    TEXT_MAX,
    Bar,
    How,
    LoanState,
    ReserveState,
    Stage,
    against,
    mine_now,
    stops,
)
from desk.lending.rules_asset import AssetClass, Step
from desk.lending.rules_loan import UNDONE
from desk.lending.service_assets import give_out
from desk.lending.service_facts import rebuild
from desk.lending.tables import AssetClaim, Borrower, Loan, LoanEvent, Reservation
from desk.people.reads import household
from desk.store.unit import Unit

_B, _L = Borrower.__table__.c, Loan.__table__
AGAIN = "again"  # in `over`: it was still written down as out, and stood here


@dataclass(frozen=True)
class Lent:
    """What was handed over. loans: ids in the order they were asked for; repeated: a second press, nothing was written."""

    lending_id: str
    loans: tuple[str, ...]
    due_at: int
    repeated: bool = False


def lend(u: Unit, draft: LendDraft) -> Lent:
    """Hand things over, all or none. What is still written down as out but stands here is taken back first.

    Right lending. Refused: lending.nothing, lending.many(most), lending.who, lending.due(most_days), lending.barred(asset,
    bar, also), store.gone.
    """
    u.actor.require(rights.LEND)
    if u.conn.execute(select(_B.num).where(_B.id == draft.lending_id)).first() is not None:
        return _again(u, draft.lending_id)
    picks = tuple({pick.asset_id: pick for pick in draft.picks}.values())
    if not picks:
        raise Refused("lending.nothing")
    if len(picks) > ITEMS_MAX:
        raise Refused("lending.many", most=ITEMS_MAX)
    to = checked(u, draft.to)
    if not to.known and not draft.emergency:
        raise Refused("lending.who")
    _due_fits(u, draft.due_at)
    found = standings(u, [pick.asset_id for pick in picks])
    for pick in picks:
        _judge(u, found.get(pick.asset_id), pick, draft, to)
    _write_borrower(u, draft, to)
    ids = sorted(u.new_id() for _ in picks)  # of one moment: they stand in the order they were picked
    loans = [_hand(u, found[pick.asset_id], pick, draft, to, eid) for pick, eid in zip(picks, ids, strict=True)]
    rebuild(u, [pick.asset_id for pick in picks])
    u.audit(
        "lending.lent", "borrower", draft.lending_id, things=len(picks), emergency=draft.emergency, how=to.how.value
    )
    return _lent(u, draft.lending_id, tuple(one for one in loans if one))


def take_now(u: Unit, lending_id: str, asset_id: str) -> Lent:
    """Somebody needs it this minute: it is theirs, who they are is asked later. Refused: as lend, only what cannot be."""
    return lend(u, LendDraft(lending_id, (Pick(asset_id),), LATER, emergency=True))


def identify(u: Unit, lending_id: str, to: To) -> None:
    """Who it was that took something first. Right lending. Refused: lending.who, store.gone."""
    u.actor.require(rights.LEND)
    who = checked(u, to)
    if not who.known:
        raise Refused("lending.who")
    u.set(Borrower, lending_id, **_who(who), identified_at=u.now)
    u.audit("lending.identified", "borrower", lending_id, how=who.how.value)
    u.changed("lending")


def sign(u: Unit, lending_id: str, signature: str) -> None:
    """The borrower's signature, kept as a picture. Right lending. Refused: store.gone."""
    u.actor.require(rights.LEND)
    u.set(Borrower, lending_id, signature=signature)
    u.changed("lending")


def extend(u: Unit, loan_id: str, due_at: int, over_reservation: bool = False) -> None:
    """Longer, without coming back. Right lending. Refused: lending.not_out, lending.due, lending.kept_then(at)."""
    u.actor.require(rights.LEND)
    row = open_row(u, loan_id)
    if due_at <= max(u.now, row["due_at"]) or due_at > u.now + LONGEST_MS:
        raise Refused("lending.due", most_days=LONGEST_MS // 86_400_000)
    standing = standings(u, [row["asset_id"]]).get(row["asset_id"])
    kept = against(standing.reservations(to_of(u, row["borrower_id"])), u.now, due_at) if standing is not None else None
    if kept is not None and not over_reservation:
        raise Refused("lending.kept_then", at=kept.from_at)
    step(u, row["asset_id"], Step.EXTENDED, loan_id=loan_id, due_at=due_at)


def remind(u: Unit, loan_id: str, said: Stage, words: str = "") -> None:
    """Somebody rang and asked kindly. Right lending. Refused: lending.not_out."""
    u.actor.require(rights.LEND)
    row = open_row(u, loan_id)
    step(u, row["asset_id"], Step.REMINDED, loan_id=loan_id, level=int(said), text=clean_line(words, TEXT_MAX))


def undo_lend(u: Unit, lending_id: str) -> None:
    """It was pressed by mistake: nothing left. Right lending. Refused: lending.not_out when something came back already."""
    u.actor.require(rights.LEND)
    rows = u.conn.execute(select(_L).where(_L.c.borrower_id == lending_id).order_by(_L.c.id)).mappings().all()
    if any(row["state"] not in (LoanState.OUT, LoanState.UNDONE) for row in rows):
        raise Refused("lending.not_out")
    for row in rows:
        if row["state"] == LoanState.OUT:
            claim(u, releases=row["id"], over=UNDONE)
    for kept in _taken_by(u, [row["id"] for row in rows]):
        u.set(Reservation, kept, state=ReserveState.RESERVED.value, loan_id=None)
    rebuild(u, [row["asset_id"] for row in rows])
    u.audit("lending.lend_undone", "borrower", lending_id)


# --- what others of this room use ------------------------------------------------------------------------------------


def open_row(u: Unit, loan_id: str) -> dict[str, Any]:
    """A loan that is out. Refused: lending.not_out."""
    row = u.conn.execute(select(_L).where(_L.c.id == loan_id)).mappings().first()
    if row is None or row["state"] != LoanState.OUT:
        raise Refused("lending.not_out")
    return dict(row)


def step(u: Unit, asset_id: str, kind: Step, **values: Any) -> str:
    """Write a step of a thing or its loan, and bring both up to it."""
    eid = u.add(
        LoanEvent, asset_id=asset_id, kind=kind.value, at=u.now, gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None, clock_quality=u.clock_quality.value, **values,
    )  # fmt: skip
    rebuild(u, [asset_id])
    return eid


def claim(u: Unit, **values: Any) -> str:
    """Write a taking (item) or a return (releases); the caller rebuilds."""
    return u.add(
        AssetClaim, at=u.now, gate_id=u.gate_id, operator_id=u.actor.operator_id or None,
        clock_quality=u.clock_quality.value, **values,
    )  # fmt: skip


def checked(u: Unit, to: To) -> To:
    """Clean lines, and a household that there is. Refused: store.gone."""
    if to.household_id:
        household(u, to.household_id)
    name, phone, door = (clean_line(one, NAME_MAX) for one in (to.name, to.phone, to.door))
    return replace(to, name=name, phone=phone, door=door, note=clean_line(to.note, TEXT_MAX))


def to_of(u: Unit, lending_id: str | None) -> To | None:
    """Who has something, as it was written down."""
    row = u.conn.execute(select(Borrower.__table__).where(_B.id == lending_id)).mappings().first()
    if row is None:
        return None
    return To(How.NAME, row["household_id"], row["person_id"], row["name"], row["phone"], row["door"])


# --- inside ----------------------------------------------------------------------------------------------------------


def _judge(u: Unit, found: Standing | None, pick: Pick, draft: LendDraft, to: To) -> None:
    if found is None:
        raise Refused("store.gone", kind="asset")
    due = draft.due_at or found.due_at(u.now)
    still = stops(found.bars(u.now, due, to, pick.pieces), draft.over, draft.emergency)
    if still:
        raise Refused("lending.barred", asset=pick.asset_id, bar=still[0].value, also=",".join(still[1:]))


def _due_fits(u: Unit, due_at: int | None) -> None:
    if due_at is not None and not u.now < due_at <= u.now + LONGEST_MS:
        raise Refused("lending.due", most_days=LONGEST_MS // 86_400_000)


def _hand(u: Unit, found: Standing, pick: Pick, draft: LendDraft, to: To, loan_id: str) -> str:
    """One thing leaves; returns its loan, "" for what is not given back."""
    if found.cls is AssetClass.CONSUMABLE:
        give_out(u, found.id, max(1, pick.pieces), draft.lending_id)
        return ""
    due = draft.due_at or found.due_at(u.now)
    over = found.bars(u.now, due, to)
    while held := open_of(u, found.id):
        claim(u, releases=held, over=AGAIN)
        rebuild(u, [found.id])
    kept = mine_now(found.reservations(to), u.now)
    new = claim(
        u, id=loan_id, item=found.id, borrower_id=draft.lending_id, due_at=due, emergency=draft.emergency, away=Bar.AWAY in over,
        over=",".join(bar for bar in over if bar is not Bar.AWAY), reservation_id=kept.id if kept else None,
    )  # fmt: skip
    if kept is not None:
        u.set(Reservation, kept.id, state=ReserveState.TAKEN.value, loan_id=new)
    return new


def _write_borrower(u: Unit, draft: LendDraft, to: To) -> None:
    u.add(
        Borrower, id=draft.lending_id, at=u.now, **_who(to), signature=draft.signature,
        identified_at=u.now if to.known else None, gate_id=u.gate_id, operator_id=u.actor.operator_id or None,
    )  # fmt: skip


def _who(to: To) -> dict[str, Any]:
    return {
        "how": to.how.value, "household_id": to.household_id, "person_id": to.person_id, "name": to.name,
        "phone": to.phone, "door": "" if to.household_id else to.door, "note": to.note,
    }  # fmt: skip


def _again(u: Unit, lending_id: str) -> Lent:
    rows = u.conn.execute(select(_L.c.id).where(_L.c.borrower_id == lending_id).order_by(_L.c.id)).scalars()
    return replace(_lent(u, lending_id, tuple(rows)), repeated=True)


def _lent(u: Unit, lending_id: str, loans: tuple[str, ...]) -> Lent:
    dues = u.conn.execute(select(_L.c.due_at).where(_L.c.id.in_(loans))).scalars().all()
    return Lent(lending_id, loans, min(dues, default=u.now))


def _taken_by(u: Unit, loan_ids: list[str]) -> list[str]:
    """Reservations these loans had picked up."""
    table = Reservation.__table__.c
    asked = select(table.id).where(table.loan_id.in_(loan_ids), table.deleted_at.is_(None))
    return list(u.conn.execute(asked).scalars())


__all__ = [
    "AGAIN", "Lent", "checked", "claim", "extend", "identify", "lend", "open_row", "remind", "sign", "step", "take_now",
    "to_of", "undo_lend",
]  # fmt: skip
