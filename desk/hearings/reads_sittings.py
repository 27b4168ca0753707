"""Reception days: today's, those to come, one with everybody who was heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from desk.codes.reads import site_time
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.hearings.reads_matters import of_sitting
from desk.hearings.reads_rows import reporter_row
from desk.hearings.rules import MatterState, SittingState, receivers_of
from desk.hearings.rules_matter import settled
from desk.hearings.tables import Hearing, Matter, Sitting
from desk.hearings.views import MatterRow, SittingCard, SittingRow, VisitRow
from desk.store.identity import gate_names
from desk.store.unit import Reading

_S, _H, _M = Sitting.__table__, Hearing.__table__, Matter.__table__
_MANY = 100


def today(r: Reading) -> tuple[SittingRow, ...]:
    """Sittings of the site's day, and any that is still open from before; this gate's first."""
    day = site_time(r).day(r.now).isoformat()
    found = _sittings(r, (_S.c.day == day) | (_S.c.state == SittingState.OPEN.value))
    return tuple(sorted(found, key=lambda row: (not row.here, row.start_at)))


def coming(r: Reading, limit: int = 6) -> tuple[SittingRow, ...]:
    """The next ones after today."""
    day = site_time(r).day(r.now).isoformat()
    return _sittings(r, (_S.c.day > day) & (_S.c.state == SittingState.PLANNED.value))[:limit]


def past(r: Reading, limit: int = 12) -> tuple[SittingRow, ...]:
    """Those before today, the newest first."""
    day = site_time(r).day(r.now).isoformat()
    return tuple(reversed(_sittings(r, (_S.c.day < day) & (_S.c.state != SittingState.OPEN.value), newest=True)))[
        :limit
    ]


def sitting(r: Reading, actor: Actor, sitting_id: str) -> SittingCard:
    """One with everybody who was heard, in order. Raises Refused("sitting.gone")."""
    found = _sittings(r, _S.c.id == sitting_id)
    if not found:
        raise Refused("sitting.gone")
    by_hearing: dict[str, list[MatterRow]] = {}
    for row in of_sitting(r, actor, sitting_id):
        by_hearing.setdefault(row.hearing_id, []).append(row)
    heard = r.conn.execute(
        select(_H).where(_H.c.sitting_id == sitting_id, _H.c.deleted_at.is_(None)).order_by(_H.c.at, _H.c.id)
    ).mappings()
    visits = tuple(VisitRow(reporter_row(row), row["at"], tuple(by_hearing.get(row["id"], ()))) for row in heard)
    return SittingCard(found[0], visits)


def _sittings(r: Reading, where: ColumnElement[bool], newest: bool = False) -> tuple[SittingRow, ...]:
    order = _S.c.start_at.desc() if newest else _S.c.start_at
    asked = select(_S).where(where, _S.c.deleted_at.is_(None)).order_by(order, _S.c.id).limit(_MANY)
    rows = list(r.conn.execute(asked).mappings())
    if newest:
        rows.reverse()
    ids = [row["id"] for row in rows]
    counted = select(_H.c.sitting_id, func.count()).where(_H.c.sitting_id.in_(ids)).group_by(_H.c.sitting_id)
    heard: dict[str | None, int] = dict(r.conn.execute(counted).all())
    matters, left = _matters(r, ids)
    gates = gate_names(r) if rows else {}
    return tuple(
        SittingRow(
            row["id"], row["day"], row["start_at"], row["end_at"], row["place"], SittingState(row["state"]),
            receivers_of(row["receivers"]), row["gate_id"] == r.gate_id, gates.get(row["gate_id"], ""),
            heard.get(row["id"], 0), matters[row["id"]], left[row["id"]], row["opened_at"], row["closed_at"],
        )
        for row in rows
    )  # fmt: skip


def _matters(r: Reading, sitting_ids: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How many matters each sitting has, and how many of them are not settled."""
    rows = r.conn.execute(
        select(_M.c.sitting_id, _M.c.state, _M.c.owner_body, _M.c.due_at, _M.c.repeat_of).where(
            _M.c.sitting_id.in_(sitting_ids), _M.c.state != MatterState.WITHDRAWN.value
        )
    ).all()
    loose = (
        row for row in rows if not row.repeat_of and not settled(MatterState(row.state), row.owner_body, row.due_at)
    )
    return Counter(row.sitting_id for row in rows), Counter(row.sitting_id for row in loose)
