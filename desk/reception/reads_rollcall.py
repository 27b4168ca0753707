"""A roll call as it stands: the frozen roll with its marks, and the report."""

from __future__ import annotations

from sqlalchemy import exists, select

from desk.core.errors import Refused
from desk.reception.reads_rows import Row
from desk.reception.rules import VisitorType
from desk.reception.tables import RollCall, RollCallMark, Visit
from desk.reception.views import RollEntry, RollReport
from desk.store.unit import Reading

_R, _M, _V = RollCall.__table__, RollCallMark.__table__, Visit.__table__
CHUNK = 500


def newest_open(r: Reading) -> str | None:
    """The roll call that is going on at this gate, or None: the newest that nobody has ended, at whichever desk."""
    ended = _R.alias()
    going_on = ~exists().where(ended.c.call_id == _R.c.call_id, ended.c.kind == "closed")
    opened = select(_R.c.call_id).where(_R.c.gate_id == r.gate_id, _R.c.kind == "opened", going_on)
    return r.conn.execute(opened.order_by(_R.c.at.desc(), _R.c.num.desc()).limit(1)).scalar()


def past(r: Reading, limit: int = 20) -> tuple[RollReport, ...]:
    """Roll calls, the newest first, without their entries."""
    newest = select(_R.c.call_id).where(_R.c.kind == "opened").order_by(_R.c.at.desc(), _R.c.num.desc()).limit(limit)
    return tuple(_report(r, call_id, with_entries=False) for call_id in r.conn.execute(newest).scalars().all())


def report(r: Reading, call_id: str) -> RollReport:
    """The roll in full (opening it was logged) and its figures. Raises Refused("rollcall.gone")."""
    return _report(r, call_id, with_entries=True)


def _report(r: Reading, call_id: str, with_entries: bool) -> RollReport:
    first_last = select(_R).where(_R.c.call_id == call_id).order_by(_R.c.at.desc(), _R.c.num.desc())
    rows = {row.kind: row for row in r.conn.execute(first_last)}  # two desks may have ended it: the earlier end counts
    if "opened" not in rows:
        raise Refused("rollcall.gone")
    opened, closed = rows["opened"], rows.get("closed")
    marks = _marks(r, call_id)
    entries = [
        *_entries(r, opened.body["certain"], marks, certain=True),
        *_entries(r, opened.body["uncertain"], marks, certain=False),
    ]

    def heads(mark: str) -> int:
        return sum(e.party_size for e in entries if e.mark == mark and (mark or e.certain))

    return RollReport(
        call_id, opened.at, closed.at if closed else None, bool(opened.drill) or "drill" in rows, int(opened.body["people"]),
        heads("safe"), heads("left"), heads("not_found"), heads(""),
        sum(e.party_size for e in entries if not e.certain and not e.mark), tuple(entries) if with_entries else (),
    )  # fmt: skip


def _marks(r: Reading, call_id: str) -> dict[str, tuple[str, int]]:
    rows = r.conn.execute(select(_M).where(_M.c.call_id == call_id).order_by(_M.c.at, _M.c.num))
    return {row.visit_id: (row.mark, row.at) for row in rows}


def _entries(r: Reading, ids: list[str], marks: dict[str, tuple[str, int]], certain: bool) -> list[RollEntry]:
    rows: dict[str, Row] = {}
    for start in range(0, len(ids), CHUNK):
        found = r.conn.execute(select(_V).where(_V.c.id.in_(ids[start : start + CHUNK]))).mappings()
        rows.update({row["id"]: row for row in found})
    return [_entry(rows[i], certain, *marks.get(i, ("", None))) for i in ids if i in rows]


def _entry(row: Row, certain: bool, mark: str, marked_at: int | None) -> RollEntry:
    place = "-".join(part for part in (row["building"], row["unit"], row["room"]) if part)
    return RollEntry(
        row["id"], certain, VisitorType(row["visitor_type"]), row["name"], row["phone"], place, row["party_size"],
        row["in_at"], bool(row["minor_alone"]), mark, marked_at,
    )  # fmt: skip
