"""Loans: what is out, what asks for a kind word, what a household still has, who took something without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from desk.codes.reads_lists import household_labels
from desk.core.masking import mask_name, mask_phone, mask_room
from desk.lending.reads_rows import KINDS
from desk.lending.rules import LoanState, ReserveState, Stage, asks, stage, used_of
from desk.lending.rules_asset import AssetKind
from desk.lending.tables import Asset, AssetNow, Borrower, Loan, Reservation
from desk.lending.views import KeptRow, LoanRow, Summary, Who
from desk.operators.reads import labels
from desk.people.rooms import parse
from desk.store.identity import gate_names
from desk.store.unit import Reading

_A, _L, _B, _R, _N = (
    Asset.__table__, Loan.__table__, Borrower.__table__, Reservation.__table__, AssetNow.__table__,
)  # fmt: skip
ENOUGH = 300
NOBODY = Who(forgotten=True)
EARLY_MS = 2 * 3_600_000


def open_loans(r: Reading, shifts: Sequence[int] = (), limit: int = ENOUGH) -> tuple[LoanRow, ...]:
    """Everything that is out, what is due soonest in front. shifts: when shifts begin (UTC ms), for the last reminder."""
    return loans(r, (_L.c.open_state.is_not(None),), _L.c.due_at, limit, shifts)


def of_household(r: Reading, household_id: str, shifts: Sequence[int] = ()) -> tuple[LoanRow, ...]:
    """What this household still has, the longest out first."""
    taken = select(_B.c.id).where(_B.c.household_id == household_id, _B.c.deleted_at.is_(None))
    return loans(r, (_L.c.open_state.is_not(None), _L.c.borrower_id.in_(taken)), _L.c.at, ENOUGH, shifts)


def of_lending(r: Reading, lending_id: str) -> tuple[LoanRow, ...]:
    """All things of one handing out."""
    return loans(r, (_L.c.borrower_id == lending_id,), _L.c.at)


def of_asset(r: Reading, asset_id: str, limit: int = 50) -> tuple[LoanRow, ...]:
    """Loans of one thing, the newest first."""
    return loans(r, (_L.c.asset_id == asset_id, _L.c.state != LoanState.UNDONE.value), _L.c.at.desc(), limit)


def recent(r: Reading, since: int, limit: int = ENOUGH) -> tuple[LoanRow, ...]:
    """What came back since a moment (UTC ms), the newest first."""
    return loans(r, (_L.c.returned_at >= since,), _L.c.returned_at.desc(), limit)


def loan(r: Reading, loan_id: str) -> LoanRow | None:
    """One loan by its id."""
    return next(iter(loans(r, (_L.c.id == loan_id,), _L.c.at)), None)


def summary(r: Reading, rows: Sequence[LoanRow] | None = None) -> Summary:
    """What lending has open, in numbers."""
    out = open_loans(r) if rows is None else rows
    care = select(_N.c.id).join(_A, _A.c.id == _N.c.id).where(
        _N.c.condition.in_(("dirty", "damaged", "incomplete")), _A.c.retired_at.is_(None), _A.c.deleted_at.is_(None)
    )  # fmt: skip
    return Summary(
        len(out), sum(row.overdue for row in out), sum(row.stage is Stage.SOON for row in out),
        sum(not row.who.known for row in out), len({row.asset_id for row in out if row.disputed}),
        len(r.conn.execute(care).all()), sum(row.asks for row in out), max((row.late_ms for row in out), default=0),
    )  # fmt: skip


def next_shift(due_at: int, shifts: Iterable[int]) -> int | None:
    """When the shift after a loan's end began, of those known."""
    return min((at for at in shifts if at >= due_at), default=None)


def loans(
    r: Reading, where: Sequence[ColumnElement[bool]], order: Any, limit: int = ENOUGH, shifts: Sequence[int] = ()
) -> tuple[LoanRow, ...]:
    """Loans as lists show them."""
    asked = (
        select(_L, _A.c.tag, _A.c.name, _A.c.kind.label("sort_of"), _N.c.disputed)
        .select_from(_L.outerjoin(_A, _A.c.id == _L.c.asset_id).outerjoin(_N, _N.c.id == _L.c.asset_id))
        .where(*where)
        .order_by(order, _L.c.id)
        .limit(limit)
    )
    rows = r.conn.execute(asked).mappings().all()
    people = borrowers(r, [row["borrower_id"] for row in rows])
    together = Counter(row["borrower_id"] for row in rows)
    gates, words = gate_names(r), labels(r)
    now = max(r.now, r.newest_ms)
    return tuple(
        _loan(
            row, now, shifts, people.get(row["borrower_id"] or "", NOBODY), gates, words, together[row["borrower_id"]]
        )
        for row in rows
    )


def _loan(
    row: Mapping[Any, Any], now: int, shifts: Sequence[int], who: Who, gates: Mapping[str, str], words: Mapping[str, str],
    together: int,
) -> LoanRow:  # fmt: skip
    state = LoanState(row["state"])
    out = state is LoanState.OUT
    at = stage(row["due_at"], now, next_shift(row["due_at"], shifts)) if out else Stage.FINE
    return LoanRow(
        id=row["id"], asset_id=row["asset_id"], tag=row["tag"] or "", name=row["name"] or "",
        kind=AssetKind(row["sort_of"]) if row["sort_of"] in KINDS else AssetKind.OTHER, state=state, at=row["at"],
        due_at=row["due_at"], who=who, stage=at, asks=out and asks(at, row["level"]), reminded_at=row["reminded_at"],
        late_ms=max(0, now - row["due_at"]) if out else 0, extended=row["extended"], emergency=row["emergency"],
        away=row["away"], over=row["over"], disputed=out and bool(row["disputed"]), gate=gates.get(row["gate_id"], ""),
        operator=words.get(row["operator_id"] or "", ""), returned_at=row["returned_at"],
        returned_gate=gates.get(row["returned_gate_id"] or "", ""), condition=row["condition"],
        missing=used_of(row["missing"]), with_others=together,
    )  # fmt: skip


def borrowers(r: Reading, lending_ids: Iterable[str | None]) -> dict[str, Who]:
    """Who has things, masked, by the id of the handing out."""
    wanted = [one for one in dict.fromkeys(lending_ids) if one]
    rows = r.conn.execute(select(_B).where(_B.c.id.in_(wanted), _B.c.deleted_at.is_(None))).mappings().all()
    places = household_labels(r, {row["household_id"] for row in rows if row["household_id"]})
    return {row["id"]: _who(row, places, row["id"]) for row in rows}


def _who(row: Mapping[Any, Any], places: Mapping[str, str], lending_id: str = "") -> Who:
    known = bool(row["household_id"] or row["person_id"] or row["name"] or row["phone"] or row["door"])
    was = bool(lending_id) and row["identified_at"] is not None
    return Who(
        lending_id, row["how"] if lending_id else "", known or was, mask_name(row["name"]), mask_phone(row["phone"]),
        places.get(row["household_id"] or "", "") or mask_door(row["door"]), row["household_id"] or "",
        row["person_id"] or "", bool(lending_id and row["signature"]), was and not known,
    )  # fmt: skip


def mask_door(door: str) -> str:
    """`3-1-1202` -> `3-1-12**`; words that are no door are not shown at all."""
    found = parse(door) if door else None
    return mask_room(found.building, found.unit, found.room) if found is not None else ("**" if door else "")


# --- reservations ----------------------------------------------------------------------------------------------------


def reservations(r: Reading, asset_id: str = "", limit: int = ENOUGH) -> tuple[KeptRow, ...]:
    """What is kept for somebody and not over, the soonest first."""
    asked = (
        select(_R, _A.c.tag, _A.c.name.label("asset_name"), _A.c.kind.label("sort_of"))
        .join(_A, _A.c.id == _R.c.asset_id)
        .where(_R.c.deleted_at.is_(None), _R.c.until_at > r.now, _R.c.state.in_(("reserved", "ready")))
        .order_by(_R.c.from_at, _R.c.id)
        .limit(limit)
    )
    if asset_id:
        asked = asked.where(_R.c.asset_id == asset_id)
    return kept_rows(r, r.conn.execute(asked).mappings().all())


def kept_rows(r: Reading, rows: Sequence[Mapping[Any, Any]]) -> tuple[KeptRow, ...]:
    places = household_labels(r, {row["household_id"] for row in rows if row["household_id"]})
    return tuple(
        KeptRow(
            row["id"], row["asset_id"], row["tag"], row["asset_name"],
            AssetKind(row["sort_of"]) if row["sort_of"] in KINDS else AssetKind.OTHER, row["from_at"], row["until_at"],
            row["state"] if row["until_at"] > r.now else ReserveState.MISSED.value, _who(row, places),
            row["from_at"] - EARLY_MS <= r.now < row["until_at"],
        )
        for row in rows
    )  # fmt: skip
