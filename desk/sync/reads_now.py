"""How this desk stands with its hub, for the strip; what waits by kind, what was refused, what waits for a newer program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk.store import outbox, sync_conflicts, sync_rows
from desk.store.tables import Outbox, SyncSelf
from desk.store.tables_sync import SyncAside, SyncRefusal
from desk.store.unit import Reading
from desk.sync.rules_now import Ages, State, judge
from desk.wire.ops import BadOp, parse

_O, _A, _R = Outbox.__table__.c, SyncAside.__table__.c, SyncRefusal.__table__.c
MOST = 200


@dataclass(frozen=True)
class SyncNow:
    """state and ages as of desk.sync.rules_now; matters: conflicts, refused and set-aside lines nobody has settled.

    why: code of the last round that did not end well, "" when it did; hub: its address.
    """

    state: State
    ages: Ages
    conflicts: int = 0
    refused: int = 0
    aside: int = 0
    why: str = ""
    hub: str = ""

    @property
    def matters(self) -> int:
        return self.conflicts + self.refused

    @property
    def waiting(self) -> int:
        return self.ages.waiting


@dataclass(frozen=True)
class WaitingKind:
    """Changes of one kind that no hub has confirmed. sent: of these, those that the hub has and has not shown back yet."""

    kind: str
    count: int
    sent: int
    oldest_at: int


@dataclass(frozen=True)
class RefusedLine:
    """A line of this desk that the hub keeps but does not apply. by: operator id, "" for the desk itself."""

    op_id: str
    kind: str
    code: str
    at: int
    written_at: int | None = None
    by: str = ""


@dataclass(frozen=True)
class AsideLines:
    """Lines of one kind that wait here for a newer program, or are broken. code: `sync.*`, `wire.*`."""

    kind: str
    code: str
    count: int
    oldest_at: int


def now(r: Reading, noted_at: int = 0) -> SyncNow:
    """How it stands. noted_at: a person has read what happened before (a copied disk, a hub that went back)."""
    link = sync_rows.link(r)
    count = outbox.waiting(r)
    oldest = _wall(r, outbox.oldest_waiting(r)) if count else None
    if link is None:
        ages = Ages(r.now, linked=False, waiting=count, oldest_at=oldest)
        return SyncNow(judge(ages), ages)
    ages = Ages(
        r.now, True, link["state"] == "revoked" or link["fail_code"] == "sync.revoked", link["fail_code"] == "sync.too_old",
        count, oldest, link["last_agreed_at"], link["last_pull_at"], link["forked_at"], link["went_back_at"], noted_at,
    )  # fmt: skip
    aside = int(r.conn.execute(select(func.count()).select_from(SyncAside)).scalar_one())
    hub = r.conn.execute(select(SyncSelf.hub_url)).scalar_one_or_none() or ""
    return SyncNow(
        judge(ages), ages, sync_conflicts.open_count(r), sync_rows.refusal_count(r), aside, link["fail_code"], hub
    )


def queue(r: Reading) -> tuple[WaitingKind, ...]:
    """What waits, the most first."""
    sent = func.sum(_O.state == "acked")
    rows = r.conn.execute(
        select(_O.kind, func.count(), sent, func.min(_O.hlc)).where(_O.state != "confirmed").group_by(_O.kind)
    ).all()
    found = [WaitingKind(row[0], int(row[1]), int(row[2] or 0), _wall(r, int(row[3][:12], 16)) or 0) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.count, one.kind)))


def refused(r: Reading, limit: int = MOST) -> tuple[RefusedLine, ...]:
    """Refused lines that nobody has marked as seen, the newest first."""
    query = (
        select(_R.op_id, _R.kind, _R.code, _R.at, _O.body)
        .join(Outbox, Outbox.op_id == _R.op_id, isouter=True)
        .where(_R.seen_at.is_(None))
        .order_by(_R.at.desc(), _R.op_id)
        .limit(limit)
    )
    return tuple(
        RefusedLine(row.op_id, row.kind, row.code, row.at, **_author(row.body)) for row in r.conn.execute(query).all()
    )


def aside(r: Reading) -> tuple[AsideLines, ...]:
    """What waits for a newer program, by kind and reason."""
    counts: Counter[tuple[str, str]] = Counter()
    oldest: dict[tuple[str, str], int] = {}
    for row in r.conn.execute(select(_A.code, _A.at, _A.body).order_by(_A.num)).all():
        key = (_kind(row.body), row.code)
        counts[key] += 1
        oldest.setdefault(key, row.at)
    return tuple(AsideLines(kind, code, count, oldest[kind, code]) for (kind, code), count in counts.most_common())


def _author(body: bytes | None) -> Mapping[str, Any]:
    try:
        op = parse(body or b"")
    except BadOp:
        return {}
    return {"written_at": op.at, "by": op.by}


def _kind(body: bytes | None) -> str:
    try:
        return parse(body or b"").kind
    except BadOp:
        return ""


def _wall(r: Reading, clock_ms: int | None) -> int | None:
    """A moment of the hybrid clock, which runs in hub time, on this desk's own clock; never in the future."""
    if clock_ms is None:
        return None
    return min(r.now, clock_ms - int(r.identity["hub_offset_ms"] or 0))
