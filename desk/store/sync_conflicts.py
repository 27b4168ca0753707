"""Two people changed one thing: kept with both values until an ordinary edit settles it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select, update

from desk.store import sync_rows
from desk.store.applying import Arrival, Found
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncConflict, SyncLog
from desk.store.unit import Reading, Unit
from desk.wire.ops import BadOp, parse
from desk.wire.stamp import stamp

_C = SyncConflict.__table__
_OPEN = select(func.count()).where(_C.c.state == "open")


def found(u: Unit, clashes: Sequence[Found]) -> None:
    """Keep each clash once."""
    rows = []
    for one in clashes:
        authors = _authors(u, one)
        rows.append(
            {"kind": one.kind, "eid": one.eid, "field": one.clash.name, "winner": one.clash.winner, "loser": one.clash.loser,
             "standing": one.clash.standing, "lost": one.clash.lost, "winner_by": authors.get(one.clash.winner, ""),
             "loser_by": authors.get(one.clash.loser, ""), "found_at": u.now, "state": "open"}
        )  # fmt: skip
    if rows:
        u.conn.execute(insert(SyncConflict).prefix_with("OR IGNORE"), rows)
        u.changed("sync")


def taken_twice(u: Unit, kind: str, eid: str, field: str, first: str, second: str, about: Mapping[str, Any]) -> None:
    """Two desks gave away one scarce thing: both entries stand, and a person hears of it. first, second: their ids.

    about: {"first": ..., "second": ...}, each with the operator as `by`, without personal data. Kept once, however often
    either comes in.
    """
    row = {
        "kind": kind, "eid": eid, "field": field, "winner": first, "loser": second, "standing": about["first"],
        "lost": about["second"], "winner_by": about["first"]["by"], "loser_by": about["second"]["by"],
        "found_at": u.now, "state": "open",
    }  # fmt: skip
    if u.conn.execute(insert(SyncConflict).prefix_with("OR IGNORE"), [row]).rowcount:
        u.changed("sync")


def noted(u: Unit, num: int) -> None:
    """A person has seen this one, and there is nothing to choose."""
    if u.conn.execute(
        update(SyncConflict).where(_C.c.num == num, _C.c.state == "open").values(state="settled")
    ).rowcount:
        u.changed("sync")


def settle(u: Unit, arrivals: Iterable[Arrival]) -> None:
    """A later write by someone who knew both values settles what it touches."""
    if open_count(u) == 0:
        return
    for arrival in arrivals:
        for name in arrival.op.f:
            settle_field(u, arrival.op.eid, name, arrival.op.base.get(name, ""))


def settle_field(u: Unit, eid: str, name: str, seen: str) -> None:
    """`seen`: the stamp its author had in front of them. Stamps are compared as they count: the hub may have held one down
    after the conflict was found."""
    mine = (_C.c.eid == eid, _C.c.field == name, _C.c.state == "open")
    rows = u.conn.execute(select(_C.c.num, _C.c.winner).where(*mine)).all()
    counts = sync_rows.clamped(u.conn, {seen, *(row.winner for row in rows)})
    known = [row.num for row in rows if counts.get(row.winner, row.winner) <= counts.get(seen, seen)]
    if known:
        u.conn.execute(update(SyncConflict).where(_C.c.num.in_(known)).values(state="settled"))
        u.changed("sync")


def open_count(r: Reading) -> int:
    return int(r.conn.execute(_OPEN).scalar_one())


def open_conflicts(r: Reading, limit: int = 200) -> list[Mapping[str, Any]]:
    """The open ones, newest first."""
    query = select(_C).where(_C.c.state == "open").order_by(_C.c.num.desc()).limit(limit)
    return [{str(name): value for name, value in row.items()} for row in r.conn.execute(query).mappings()]


def _authors(u: Unit, one: Found) -> dict[str, str]:
    """Stamp -> operator who wrote it, as far as its operation is still here."""
    bodies = u.conn.execute(select(Outbox.body).where(Outbox.eid == one.eid, Outbox.body.is_not(None))).scalars().all()
    pulled = select(SyncLog.body).where(SyncLog.eid == one.eid, SyncLog.body.is_not(None))
    authors = {one.arrival.stamp: one.arrival.op.by}
    for body in [*bodies, *u.conn.execute(pulled).scalars().all()]:
        try:
            op = parse(body or b"")
        except BadOp:
            continue
        written = stamp(op.hlc, op.id)
        for known in (one.clash.winner, one.clash.loser):
            if known == written or known[-8:] == written[-8:]:
                authors.setdefault(known, op.by)
    return authors
