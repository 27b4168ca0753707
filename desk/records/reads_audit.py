"""The audit trail: reading it, and proving that nobody changed it. Lines are written by the unit of work alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select

from desk.core.actor import Actor
from desk.store.tables import AuditLine, SyncSelf
from desk.store.unit import Reading, audit_hash
from desk.wire.chain import SIZE

PAGE = 1000
_OWN = AuditLine.hash != b""  # a link is made where a line is written, and never travels


@dataclass(frozen=True)
class AuditReport:
    """What verifying found. first_break: number of the first line that does not follow, None when the trail is whole.

    why: "" | `changed` (the line is not what was written) | `missing` (lines before it are gone) |
    `cut` (lines at the end are gone; first_break is then the number after the last line).
    others: lines that came from other desks, or back from the hub after this one was restored. Their links stand where
    they were written (and in the hub's chain), so that nothing is said of them here.
    """

    lines: int
    first_break: int | None
    why: str = ""
    at: int | None = None
    action: str = ""
    others: int = 0

    @property
    def whole(self) -> bool:
        return self.first_break is None


@dataclass(frozen=True)
class AuditView:
    """One line as a screen shows it. operator_id: see desk.operators.reads.labels for the word on the chip.

    here: it is a link of this desk's own chain; False for a line that came from elsewhere.
    """

    num: int
    id: str
    at: int
    clock_quality: str
    operator_id: str
    role: str
    device_id: str
    action: str
    subject_kind: str
    subject_id: str
    detail: dict[str, Any]
    here: bool = True


@dataclass(frozen=True)
class AuditFilter:
    """Which lines are wanted; empty values want all. since/until: UTC ms, until not included."""

    since: int = 0
    until: int | None = None
    operator_id: str = ""
    action: str = ""
    subject_id: str = ""
    device_id: str = ""


def verify(r: Reading) -> AuditReport:
    """Follow this desk's chain from its first line to the hash the store remembers as the last."""
    previous, count, last_num = bytes(SIZE), 0, 0
    others = int(r.conn.execute(select(func.count()).where(~_OWN)).scalar_one())
    for row in _own_lines(r):
        line = dict(row._mapping)
        count += 1
        last_num = row.num
        if row.prev_hash != previous:
            return AuditReport(count, row.num, "missing", row.at, row.action, others)
        if audit_hash(previous, line) != row.hash:
            return AuditReport(count, row.num, "changed", row.at, row.action, others)
        previous = row.hash
    end = bytes(r.conn.execute(select(SyncSelf.audit_hash)).scalar_one())
    if end != previous:
        return AuditReport(count, last_num + 1, "cut", others=others)
    return AuditReport(count, None, others=others)


def lines(r: Reading, wanted: AuditFilter, limit: int = PAGE, before_num: int | None = None) -> list[AuditView]:
    """Newest first; `before_num` continues a list."""
    query = _filtered(wanted).order_by(AuditLine.num.desc()).limit(limit)
    if before_num is not None:
        query = query.where(AuditLine.num < before_num)
    return [_view(row) for row in r.conn.execute(query)]


def trail(
    r: Reading, actor: Actor, wanted: AuditFilter, limit: int = PAGE, before_num: int | None = None
) -> list[AuditView]:
    """`lines`, for a person who looks. Right audit.read."""
    actor.require("audit.read")
    return lines(r, wanted, limit, before_num)


def each_line(r: Reading, wanted: AuditFilter) -> Iterator[AuditView]:
    """All wanted lines, oldest first, a page in memory at a time: for exports."""
    query = _filtered(wanted).order_by(AuditLine.num).execution_options(yield_per=PAGE)
    for row in r.conn.execute(query):
        yield _view(row)


def any_elsewhere(r: Reading) -> bool:
    """Whether lines of other desks stand here."""
    query = select(AuditLine.num).where(AuditLine.device_id != r.device_id).limit(1)
    return r.conn.execute(query).first() is not None


def count_lines(r: Reading, since: int, until: int) -> int:
    """How many lines stand in [since, until) (UTC ms)."""
    query = select(func.count()).where(AuditLine.at >= since, AuditLine.at < until)
    return int(r.conn.execute(query).scalar_one())


def _own_lines(r: Reading) -> Iterator[Row[Any]]:
    table = AuditLine.__table__
    query = select(table).where(_OWN).order_by(table.c.num)
    yield from r.conn.execute(query.execution_options(yield_per=PAGE))


def _filtered(wanted: AuditFilter) -> Select[Any]:
    table = AuditLine.__table__
    query = select(table).where(table.c.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(table.c.at < wanted.until)
    for column in ("operator_id", "action", "subject_id", "device_id"):
        if value := getattr(wanted, column):
            query = query.where(table.c[column] == value)
    return query


def _view(row: Row[Any]) -> AuditView:
    return AuditView(
        row.num, row.id, row.at, row.clock_quality, row.operator_id or "", row.role, row.device_id, row.action,
        row.subject_kind, row.subject_id or "", dict(row.detail), here=row.hash != b"",
    )  # fmt: skip
