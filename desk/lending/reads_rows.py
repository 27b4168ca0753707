"""Things with how they stand, and what speaks against lending them, as services and screens both ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk.codes.reads import site_time
from desk.lending.drafts import To
from desk.lending.rules import OPEN_RESERVATIONS, Bar, Kept, Thing, Used, bars, parts_of, used_of, usual_ms
from desk.lending.rules_asset import AssetClass, AssetKind, Condition
from desk.lending.tables import Asset, AssetNow, AssetStock, Loan, Reservation
from desk.store.unit import Reading

_A, _N, _S, _L, _R = (
    Asset.__table__, AssetNow.__table__, AssetStock.__table__, Loan.__table__, Reservation.__table__,
)  # fmt: skip
KINDS, CLASSES, CONDITIONS = frozenset(AssetKind), frozenset(AssetClass), frozenset(Condition)


@dataclass(frozen=True)
class Standing:
    """One thing and everything that decides about it. row: its columns; left: pieces of a consumable."""

    row: Mapping[str, Any]
    kind: AssetKind
    cls: AssetClass
    condition: Condition
    missing: tuple[Used, ...]
    since: int
    loan_id: str
    disputed: int
    left: int
    kept: tuple[Mapping[str, Any], ...]
    day: str
    here: bool

    @property
    def id(self) -> str:
        return str(self.row["id"])

    def due_at(self, now: int) -> int:
        """When it is due back if it is lent now and nothing else is said."""
        return now + usual_ms(self.kind, self.row["lend_min"])

    def bars(self, now: int, due_at: int, to: To | None = None, pieces: int = 1) -> tuple[Bar, ...]:
        """What speaks against lending it to somebody."""
        return bars(self.thing(to), now, due_at, self.day, pieces)

    def thing(self, to: To | None = None) -> Thing:
        return Thing(
            self.cls, self.condition, bool(self.loan_id), self.here, self.row["retired_at"] is not None,
            self.row["inspection_due"], parts_of(self.row["contents"]), self.left, self.reservations(to),
        )  # fmt: skip

    def reservations(self, to: To | None = None) -> tuple[Kept, ...]:
        return tuple(Kept(row["id"], row["from_at"], row["until_at"], is_for(row, to)) for row in self.kept)


def is_for(row: Mapping[str, Any], to: To | None) -> bool:
    """A reservation is for whoever has its household, is the same resident, or says the same name or phone."""
    if to is None or not to.known:
        return False
    if (to.household_id and to.household_id == row["household_id"]) or (
        to.person_id and to.person_id == row["person_id"]
    ):
        return True
    return bool((to.phone and to.phone == row["phone"]) or (to.name and to.name == row["name"] and not row["phone"]))


def standings(r: Reading, asset_ids: Iterable[str] | None = None) -> dict[str, Standing]:
    """Things by id (all of them when none are named), with how they stand; deleted lines of the book are left out."""
    asked = select(_A).where(_A.c.deleted_at.is_(None)).order_by(_A.c.sort, _A.c.id)
    if asset_ids is not None:
        asked = asked.where(_A.c.id.in_(list(asset_ids)))
    rows = [dict(row) for row in r.conn.execute(asked).mappings()]
    ids = [row["id"] for row in rows]
    now, left, kept = _now(r, ids), _left(r, ids), _kept(r, ids)
    day = site_time(r).day(max(r.now, r.newest_ms)).isoformat()
    return {row["id"]: _standing(r, row, now.get(row["id"]), left, kept, day) for row in rows}


def _standing(
    r: Reading, row: dict[str, Any], now: Mapping[str, Any] | None, left: Mapping[str, int],
    kept: Mapping[str, list[Mapping[str, Any]]], day: str,
) -> Standing:  # fmt: skip
    said = now["condition"] if now is not None else Condition.OK.value
    return Standing(
        row, AssetKind(row["kind"]) if row["kind"] in KINDS else AssetKind.OTHER,
        AssetClass(row["cls"]) if row["cls"] in CLASSES else AssetClass.RETURNABLE,
        Condition(said) if said in CONDITIONS else Condition.DAMAGED,
        used_of(now["missing"]) if now is not None else (), now["since"] if now is not None else 0,
        (now["loan_id"] or "") if now is not None else "", now["disputed"] if now is not None else 0,
        left.get(row["id"], 0), tuple(kept.get(row["id"], ())), day, row["gate_id"] == r.gate_id,
    )  # fmt: skip


def _now(r: Reading, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    return {row["id"]: dict(row) for row in r.conn.execute(select(_N).where(_N.c.id.in_(ids))).mappings()}


def _left(r: Reading, ids: Sequence[str]) -> dict[str, int]:
    asked = select(_S.c.account, func.sum(_S.c.amount)).where(_S.c.account.in_(ids)).group_by(_S.c.account)
    return {account: int(amount) for account, amount in r.conn.execute(asked)}


def _kept(r: Reading, ids: Sequence[str]) -> dict[str, list[Mapping[str, Any]]]:
    """Reservations that still hold, the soonest first."""
    asked = select(_R).where(
        _R.c.asset_id.in_(ids), _R.c.deleted_at.is_(None), _R.c.until_at > r.now,
        _R.c.state.in_([one.value for one in OPEN_RESERVATIONS]),
    )  # fmt: skip
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in r.conn.execute(asked.order_by(_R.c.from_at, _R.c.id)).mappings():
        found.setdefault(row["asset_id"], []).append(dict(row))
    return found


def open_of(r: Reading, asset_id: str) -> str:
    """The loan a thing is out on, "" when it is in: the first of two that are open."""
    asked = select(_L.c.id).where(_L.c.asset_id == asset_id, _L.c.open_state.is_not(None))
    return str(r.conn.execute(asked.order_by(_L.c.at, _L.c.id).limit(1)).scalar() or "")
