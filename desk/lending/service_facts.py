"""Rows of loans and of how things stand, made again from what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, func, select, update

from desk.lending.rules import LoanState, used_of
from desk.lending.rules_asset import Condition, Step
from desk.lending.rules_loan import UNCERTAIN, UNDONE, Happened, LoanNow, Release, Taking, ThingNow, loan, thing
from desk.lending.tables import AssetClaim, AssetNow, Loan, LoanEvent
from desk.store import bulk
from desk.store.schema import Base
from desk.store.unit import CHUNK, Unit

_C, _E, _L, _N = AssetClaim.__table__, LoanEvent.__table__, Loan.__table__, AssetNow.__table__
KINDS = frozenset(Step)
CONDITIONS = frozenset(Condition)
_DUE_LATEST = 2**53


def rebuild(u: Unit, asset_ids: Iterable[str]) -> None:
    """Make the rows of these things and of their loans again. What came before its taking waits for it."""
    wanted = [one for one in dict.fromkeys(asset_ids) if one]
    for start in range(0, len(wanted), CHUNK):
        _rebuild(u, wanted[start : start + CHUNK])
    if wanted:
        u.changed("lending")


def assets_of_claims(conn: Connection, claim_ids: Sequence[str]) -> list[str]:
    """The things these takings and releases are about; of a release by its taking."""
    found = bulk.rows_of(conn, AssetClaim, claim_ids)
    items = [str(row["item"]) for row in found if row["item"]]
    taken = [str(row["releases"]) for row in found if row["releases"]]
    return list(dict.fromkeys([*items, *map(str, bulk.values_of(conn, AssetClaim, taken, "item"))]))


def _rebuild(u: Unit, asset_ids: Sequence[str]) -> None:
    takings = _rows(u.conn, _C, _C.c.item, asset_ids)
    releases = _rows(u.conn, _C, _C.c.releases, [row["id"] for row in takings])
    events = _rows(u.conn, _E, _E.c.asset_id, asset_ids)
    took, gave, happened = _by(takings, "item"), _by(releases, "releases"), _by(events, "asset_id")
    loans, things = dict[str, dict[str, Any]](), dict[str, dict[str, Any]]()
    for asset_id in asset_ids:
        steps = [_happened(row) for row in happened.get(asset_id, ()) if row["kind"] in KINDS]
        back = [_release(row) for one in took.get(asset_id, ()) for row in gave.get(one["id"], ())]
        stand = [loan(_taking(row), back, steps) for row in took.get(asset_id, ()) if row["due_at"] is not None]
        loans |= {one.taking.id: loan_row(one) for one in stand}
        if stand or steps:
            things[asset_id] = thing_row(thing(stand, back, steps))
    _put(u, Loan, loans)
    _put(u, AssetNow, things)


def _rows(conn: Connection, table: Any, column: Any, ids: Sequence[str]) -> list[Mapping[Any, Any]]:
    found = list[Mapping[Any, Any]]()
    for start in range(0, len(ids), CHUNK):
        found += conn.execute(select(table).where(column.in_(list(ids[start : start + CHUNK])))).mappings()
    return found


def _by(rows: Iterable[Mapping[Any, Any]], name: str) -> dict[str, list[Mapping[Any, Any]]]:
    found: dict[str, list[Mapping[Any, Any]]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


def _put(u: Unit, table: type[Base], rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Written over what stands, in the order of ids where it is new."""
    columns = table.__table__.columns
    known = set(bulk.values_of(u.conn, table, list(rows), "id"))
    for eid in rows.keys() & known:
        u.conn.execute(update(table).where(columns["id"] == eid).values(**rows[eid]))
    top = int(u.conn.execute(select(func.max(columns["num"]))).scalar() or 0)
    fresh = sorted(rows.keys() - known)
    bulk.insert_many(u.conn, table, [{"num": top + n, "id": eid, **rows[eid]} for n, eid in enumerate(fresh, 1)])


def loan_row(now: LoanNow) -> dict[str, Any]:
    """Columns of a loan as its facts make it."""
    one = now.taking
    return {
        "asset_id": one.asset_id, "borrower_id": one.borrower_id, "state": now.state.value,
        "open_state": now.state.value if now.state is LoanState.OUT else None, "at": one.at,
        "due_at": min(now.due_at, _DUE_LATEST), "extended": now.extended, "level": now.level,
        "reminded_at": now.reminded_at, "emergency": one.emergency, "away": one.away, "over": one.over,
        "returned_at": now.returned_at, "returned_gate_id": now.returned_gate_id, "condition": now.condition,
        "missing": [asdict(gone) for gone in now.missing], "clock_uncertain": one.clock_quality == UNCERTAIN,
        "gate_id": one.gate_id, "operator_id": one.operator_id,
    }  # fmt: skip


def thing_row(now: ThingNow) -> dict[str, Any]:
    """Columns of how a thing stands."""
    return {
        "condition": now.condition.value, "missing": [asdict(gone) for gone in now.missing], "since": now.since,
        "loan_id": now.holder, "disputed": now.disputed,
    }  # fmt: skip


def _taking(row: Mapping[Any, Any]) -> Taking:
    return Taking(
        row["id"], row["item"], row["at"], row["due_at"], row["borrower_id"], row["emergency"], row["away"],
        row["over"], row["gate_id"], row["operator_id"], row["clock_quality"],
    )  # fmt: skip


def _release(row: Mapping[Any, Any]) -> Release:
    said = Condition(row["condition"]) if row["condition"] in CONDITIONS else None
    return Release(
        row["id"], row["releases"], row["at"], said, used_of(row["missing"]), row["over"] == UNDONE, row["gate_id"]
    )


def _happened(row: Mapping[Any, Any]) -> Happened:
    return Happened(
        row["id"], row["asset_id"], Step(row["kind"]), row["at"], row["loan_id"] or "", row["due_at"], row["level"],
        row["corrects"] or "", used_of(row["missing"]),
    )  # fmt: skip
