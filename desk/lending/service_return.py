"""Verbs when a thing is back, and what is done to it before it goes out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.lending import rights
from desk.lending.drafts import WELL, Back
from desk.lending.reads_rows import Standing, open_of, standings
from desk.lending.rules import NAME_MAX, TEXT_MAX, LoanState, Used, end_condition, parts_of
from desk.lending.rules_asset import AssetClass, Condition, Step
from desk.lending.service_facts import rebuild
from desk.lending.service_lend import claim, open_row, step
from desk.lending.tables import AssetClaim, Loan
from desk.store.unit import Unit

_L, _C = Loan.__table__.c, AssetClaim.__table__.c


@dataclass(frozen=True)
class Given:
    """A thing came back. loan_id: "" when nobody had it written down as out; others: further loans it was out on."""

    asset_id: str
    loan_id: str
    condition: Condition
    late_ms: int = 0
    others: int = 0


def give_back(u: Unit, asset_id: str, back: Back = WELL) -> Given:
    """Whoever brings it, one scan: the thing is here, so every loan it is out on has ended.

    A thing that was given up as lost and is brought is found. Right lending. Refused: store.gone, lending.consumable,
    lending.not_in_kit(name).
    """
    u.actor.require(rights.LEND)
    found = standings(u, [asset_id]).get(asset_id)
    if found is None:
        raise Refused("store.gone", kind="asset")
    if found.cls is AssetClass.CONSUMABLE:
        raise Refused("lending.consumable")
    said = end_condition(back.condition, _gone(found, back.missing), found.row["hygiene"], back.wiped)
    loans = _release(u, found, said, back)
    if not loans:
        _here_after_all(u, found, said)
    u.audit("lending.returned", "asset", asset_id, condition=said.value, loans=len(loans))
    u.changed("lending")
    first = _due_of(u, loans[0]) if loans else u.now
    return Given(asset_id, loans[0] if loans else "", said, max(0, u.now - first), max(0, len(loans) - 1))


def undo_return(u: Unit, loan_id: str) -> None:
    """It was the wrong one: the loan goes on. Right lending. Refused: lending.not_back, lending.out_again."""
    u.actor.require(rights.LEND)
    row = u.conn.execute(select(Loan.__table__).where(_L.id == loan_id)).mappings().first()
    if row is None or row["state"] in (LoanState.OUT, LoanState.UNDONE):
        raise Refused("lending.not_back")
    if open_of(u, row["asset_id"]):
        raise Refused("lending.out_again")
    for release in u.conn.execute(select(_C.id).where(_C.releases == loan_id)).scalars().all():
        step(u, row["asset_id"], Step.UNDONE, loan_id=loan_id, corrects=release)
    u.audit("lending.return_undone", "loan", loan_id)


def give_up(u: Unit, loan_id: str, lost: bool = True) -> None:
    """It will not come back: lost, or written off. Nobody loses points for it. Right lending.edit. Refused: lending.not_out."""
    u.actor.require(rights.EDIT)
    row = open_row(u, loan_id)
    said = Condition.LOST if lost else Condition.WRITTEN_OFF
    claim(u, releases=loan_id, condition=said.value)
    rebuild(u, [row["asset_id"]])
    u.audit("lending.given_up", "loan", loan_id, condition=said.value)


_SEEN = {
    Condition.DIRTY: Step.CLEANED, Condition.DAMAGED: Step.REPAIRED, Condition.LOST: Step.FOUND,
}  # fmt: skip
BOOK_STEPS = frozenset({Step.LOST, Step.WRITTEN_OFF, Step.FOUND, Step.INSPECTED})  # what the book's keeper says


def put_right(u: Unit, asset_id: str) -> Condition:
    """Wiped down, repaired, found: whatever was wrong is done; returns how it stands. A kit is filled by `restock`.

    Right lending. Refused: lending.nothing_wrong, store.gone.
    """
    u.actor.require(rights.LEND)
    found = _standing(u, asset_id)
    kind = _SEEN.get(found.condition)
    if kind is None:
        raise Refused("lending.nothing_wrong")
    step(u, asset_id, kind)
    u.audit("lending.put_right", "asset", asset_id, step=kind.value)
    return _standing(u, asset_id).condition


def restock(u: Unit, asset_id: str, filled: Sequence[Used] | None = None) -> Condition:
    """What was put back into a kit, everything that is missing when nothing is named. Right lending. Refused: store.gone."""
    u.actor.require(rights.LEND)
    found = _standing(u, asset_id)
    put = tuple(filled) if filled is not None else found.missing
    step(u, asset_id, Step.RESTOCKED, missing=[asdict(one) for one in put])
    u.audit("lending.restocked", "asset", asset_id, parts=len(put))
    return _standing(u, asset_id).condition


def mark(u: Unit, asset_id: str, kind: Step, words: str = "") -> None:
    """What somebody saw on the shelf: damaged (right lending); lost, found, written off, inspected (right lending.edit).

    Refused: lending.still_out for what is out, store.gone.
    """
    u.actor.require(rights.EDIT if kind in BOOK_STEPS else rights.LEND)
    found = _standing(u, asset_id)
    if kind in (Step.LOST, Step.WRITTEN_OFF) and found.loan_id:
        raise Refused("lending.still_out")
    step(u, asset_id, kind, text=clean_line(words, TEXT_MAX))
    u.audit("lending.marked", "asset", asset_id, step=kind.value)


# --- inside ----------------------------------------------------------------------------------------------------------


def _release(u: Unit, found: Standing, said: Condition, back: Back) -> list[str]:
    """End every open loan of a thing; what is said of it stands with the first."""
    loans = list(
        u.conn.execute(
            select(_L.id).where(_L.asset_id == found.id, _L.open_state.is_not(None)).order_by(_L.at, _L.id)
        ).scalars()
    )
    gone = [asdict(one) for one in _gone(found, back.missing)]
    for nth, loan_id in enumerate(loans):
        claim(u, releases=loan_id, condition=said.value, missing=[] if nth else gone)
    if back.note.strip() or back.photo:
        words = clean_line(back.note, TEXT_MAX)
        step(u, found.id, Step.NOTED, loan_id=loans[0] if loans else None, text=words, photo=back.photo)
    rebuild(u, [found.id])
    return loans


def _here_after_all(u: Unit, found: Standing, said: Condition) -> None:
    """Nobody had it written down as out, and here it is."""
    if found.condition is Condition.LOST:
        step(u, found.id, Step.FOUND)
    if said is Condition.DAMAGED:
        step(u, found.id, Step.DAMAGED)


def _gone(found: Standing, missing: Sequence[Used]) -> tuple[Used, ...]:
    """Refused: lending.not_in_kit(name)."""
    inside = {part.name for part in parts_of(found.row["contents"])}
    gone = tuple(Used(clean_line(one.name, NAME_MAX), one.used) for one in missing if one.used > 0)
    for one in gone:
        if one.name not in inside:
            raise Refused("lending.not_in_kit", name=one.name)
    return gone


def _standing(u: Unit, asset_id: str) -> Standing:
    found = standings(u, [asset_id]).get(asset_id)
    if found is None:
        raise Refused("store.gone", kind="asset")
    return found


def _due_of(u: Unit, loan_id: str) -> int:
    return int(u.conn.execute(select(_L.due_at).where(_L.id == loan_id)).scalar() or u.now)
