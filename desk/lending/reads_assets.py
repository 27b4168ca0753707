"""Things: what can be lent here and how it stands, what a search finds, one thing with its history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from desk.codes import reads_lists as codes
from desk.codes.rules import Kind
from desk.core.errors import Refused
from desk.lending.drafts import AssetDraft, To
from desk.lending.reads_loans import loans, of_asset, reservations
from desk.lending.reads_rows import CLASSES, KINDS, Standing, standings
from desk.lending.rules import Bar, expired, parts_of, used_of
from desk.lending.rules_asset import AssetClass, AssetKind, Step
from desk.lending.tables import Asset, AssetStock, Loan, LoanEvent
from desk.lending.views import AssetCard, AssetRow, KeptRow, LoanRow, StepRow
from desk.operators.reads import labels
from desk.store.identity import gate_names
from desk.store.unit import Reading

_A, _L, _E, _S = Asset.__table__, Loan.__table__, LoanEvent.__table__, AssetStock.__table__
STEPS, ENOUGH = 60, 300


def assets(r: Reading, *, all_gates: bool = False, retired: bool = False, to: To | None = None) -> tuple[AssetRow, ...]:
    """Things of this gate (or of all) in the order of the book. to: for whom it is asked, so that their reservation counts."""
    found = standings(r)
    rows = asset_rows(r, [one for one in found.values() if all_gates or one.here], to)
    return tuple(row for row in rows if retired or not row.retired)


def asset(r: Reading, asset_id: str, to: To | None = None) -> AssetRow | None:
    """One thing."""
    return next(iter(asset_rows(r, list(standings(r, [asset_id]).values()), to)), None)


def find(rows: Sequence[AssetRow], text: str) -> tuple[AssetRow, ...]:
    """Of these, what fits the words typed so far: number, name, place or its code's number, free things first."""
    asked = _plain(text)
    found = [
        row
        for row in rows
        if not asked or any(asked in _plain(one) for one in (row.tag, row.name, row.place, row.serial))
    ]
    return tuple(sorted(found, key=lambda row: not row.free))


def card(r: Reading, asset_id: str) -> AssetCard:
    """Everything about one thing. Raises Refused("store.gone")."""
    found = standings(r, [asset_id]).get(asset_id)
    if found is None:
        raise Refused("store.gone", kind="asset")
    row = found.row
    return AssetCard(
        asset_rows(r, [found])[0], parts_of(row["contents"]), row["lend_min"], row["inspection_due"], row["value_fen"],
        row["low"], row["note"], row["photo"], row["locker_id"] or "", row["compartment"],
        reservations(r, asset_id), steps(r, asset_id), dict(row["versions"]),
    )  # fmt: skip


def draft_of(r: Reading, asset_id: str) -> AssetDraft:
    """Its line of the book as it stands, for whoever changes some of it. Raises Refused("store.gone")."""
    row = r.conn.execute(select(_A).where(_A.c.id == asset_id, _A.c.deleted_at.is_(None))).mappings().first()
    if row is None:
        raise Refused("store.gone", kind="asset")
    return AssetDraft(
        row["name"], AssetKind(row["kind"]) if row["kind"] in KINDS else AssetKind.OTHER,
        AssetClass(row["cls"]) if row["cls"] in CLASSES else AssetClass.RETURNABLE, row["tag"], row["gate_id"],
        row["place"], row["lend_min"], row["hygiene"], row["emergency"], parts_of(row["contents"]),
        row["inspection_due"], row["value_fen"], row["low"], row["photo"], row["note"], row["locker_id"], row["compartment"],
    )  # fmt: skip


def hung(r: Reading, asset_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Locker and compartment of those things that hang in one, by thing."""
    rows = r.conn.execute(select(_A.c.id, _A.c.locker_id, _A.c.compartment).where(_A.c.id.in_(list(asset_ids))))
    return {row.id: (row.locker_id, row.compartment) for row in rows if row.locker_id and row.compartment}


def in_locker(r: Reading, locker_id: str, compartment: int) -> str:
    """The thing that hangs in a compartment, "" for an empty one."""
    for one in standings(r).values():
        if (one.row["locker_id"], one.row["compartment"]) == (locker_id, compartment) and not one.row["retired_at"]:
            return one.id
    return ""


def asset_rows(r: Reading, found: Sequence[Standing], to: To | None = None) -> tuple[AssetRow, ...]:
    """Things as lists show them."""
    ids = [one.id for one in found]
    out = {
        row.asset_id: row for row in reversed(loans(r, (_L.c.asset_id.in_(ids), _L.c.open_state.is_not(None)), _L.c.at))
    }
    kept = dict[str, KeptRow]()
    for one in reservations(r):
        kept.setdefault(one.asset_id, one)
    live = codes.live_of(r, Kind.ASSET, ids)
    serials = {
        view.subject_id: view.serial for view in (codes.code(r, one) for one in live.values()) if view is not None
    }
    gates = gate_names(r)
    return tuple(_row(r, one, out.get(one.id), kept.get(one.id), serials, gates, to) for one in found)


def _row(
    r: Reading, one: Standing, out: LoanRow | None, kept: KeptRow | None, serials: dict[str, str], gates: dict[str, str],
    to: To | None,
) -> AssetRow:  # fmt: skip
    row, usual = one.row, one.due_at(0)
    return AssetRow(
        one.id, row["tag"], row["name"], one.kind, one.cls, one.condition, one.bars(r.now, r.now + usual, to),
        row["gate_id"], gates.get(row["gate_id"], ""), row["place"], usual, one.here, row["hygiene"], row["emergency"],
        row["retired_at"] is not None, out, one.disputed, kept, one.left,
        one.cls is AssetClass.CONSUMABLE and one.left <= row["low"], one.missing,
        expired(parts_of(row["contents"]), one.day), one.since, serials.get(one.id, ""),
    )  # fmt: skip


def for_these(r: Reading, asset_ids: Sequence[str], to: To, due_at: int | None) -> dict[str, tuple[Bar, ...]]:
    """What speaks against handing these to somebody until a moment (None: as usual), by thing."""
    found = standings(r, asset_ids)
    return {eid: one.bars(r.now, due_at or one.due_at(r.now), to) for eid, one in found.items()}


def steps(r: Reading, asset_id: str) -> tuple[StepRow, ...]:
    """What happened to a thing, the newest first: lent, returned, cleaned, pieces booked."""
    gates, words = gate_names(r), labels(r)
    found = list[StepRow]()
    for one in of_asset(r, asset_id):
        found.append(StepRow("lent", one.at, one.who.label, one.gate, one.operator))
        if one.returned_at is not None:
            found.append(StepRow("returned", one.returned_at, "", one.returned_gate, "", one.condition, one.missing))
    done = r.conn.execute(
        select(_E).where(_E.c.asset_id == asset_id, _E.c.kind.in_([*Step])).order_by(_E.c.at, _E.c.id).limit(ENOUGH)
    ).mappings()
    found += [_step(row, gates, words) for row in done]
    booked = r.conn.execute(
        select(_S).where(_S.c.account == asset_id).order_by(_S.c.at.desc(), _S.c.id).limit(STEPS)
    ).mappings()
    found += [
        StepRow(row["why"], row["at"], "", gates.get(row["gate_id"], ""), words.get(row["operator_id"] or "", ""),
                words=f"{row['amount']:+d}")
        for row in booked
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.at, row.what, row.words), reverse=True)[:STEPS])


def _step(row: Any, gates: dict[str, str], words: dict[str, str]) -> StepRow:
    return StepRow(
        row["kind"], row["at"], "", gates.get(row["gate_id"], ""), words.get(row["operator_id"] or "", ""),
        missing=used_of(row["missing"]), words=row["text"], kind=Step(row["kind"]),
    )  # fmt: skip


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
