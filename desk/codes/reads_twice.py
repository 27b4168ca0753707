"""Passes that were used at two gates before the gates heard of each other, until a person has taken note."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.codes.reads_lists import views
from desk.codes.reads_rows import by_ids
from desk.codes.service_twice import ALREADY_USED
from desk.store.identity import gate_names
from desk.store.tables_sync import SyncConflict
from desk.store.unit import Reading

_S = SyncConflict.__table__.c


@dataclass(frozen=True)
class UsedTwice:
    """num: give it to desk.store.sync_conflicts.noted. Times UTC ms; gates by name; household: its masked label."""

    num: int
    code_id: str
    serial: str
    household: str
    first_at: int
    first_gate: str
    second_at: int
    second_gate: str


def used_twice(r: Reading, limit: int = 50) -> tuple[UsedTwice, ...]:
    """Entries one too many that nobody has taken note of, the newest first."""
    query = select(SyncConflict.__table__).where(_S.field == ALREADY_USED, _S.state == "open")
    rows = r.conn.execute(query.order_by(_S.num.desc()).limit(limit)).all()
    gates = gate_names(r) if rows else {}
    codes = {view.code_id: view for view in views(r, by_ids(r, [row.eid for row in rows]))}
    return tuple(
        UsedTwice(
            row.num, row.eid, codes[row.eid].serial, codes[row.eid].household, row.standing["at"],
            gates.get(row.standing["gate_id"], ""), row.lost["at"], gates.get(row.lost["gate_id"], ""),
        )
        for row in rows
        if row.eid in codes
    )  # fmt: skip
