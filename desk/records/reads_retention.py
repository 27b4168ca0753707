"""The reports of retention runs, and whether they still say what they said."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Row, exists, select

from desk.records.rules import LastRun
from desk.records.tables import RetentionRun
from desk.store.tables import Outbox
from desk.store.unit import Reading


@dataclass(frozen=True)
class Erased:
    """What a run did for one kind. cutoff: UTC ms; held: how many subjects holds protected; complete: nothing left."""

    kind: str
    days: int
    cutoff: int
    erased: int
    held: int
    complete: bool


@dataclass(frozen=True)
class RetentionReport:
    """One run. postponed: "" or the code of why nothing was erased. digest stands in the audit trail too."""

    id: str
    at: int
    why: str
    postponed: str
    results: tuple[Erased, ...]
    digest: str

    @property
    def erased(self) -> int:
        return sum(line.erased for line in self.results)

    @property
    def complete(self) -> bool:
        return not self.postponed and all(line.complete for line in self.results)


_R = RetentionRun.__table__.c
_HERE = exists().where(Outbox.eid == _R.id)  # what this desk wrote; other desks' reports come by syncing


def reports(r: Reading, limit: int = 60) -> list[RetentionReport]:
    """This desk's own, newest first. What another desk erased says nothing of what still lies here."""
    query = select(RetentionRun.__table__).where(_HERE).order_by(_R.num.desc()).limit(limit)
    return [_report(row) for row in r.conn.execute(query)]


def last_run(r: Reading) -> LastRun | None:
    """The newest run of this desk, None before the first."""
    query = select(_R.at, _R.postponed, _R.postponed_since).where(_HERE).order_by(_R.num.desc()).limit(1)
    row = r.conn.execute(query).first()
    return None if row is None else LastRun(row.at, row.postponed, row.postponed_since)


def is_genuine(report: RetentionReport) -> bool:
    """True when the report still says what it said when its digest went into the audit trail."""
    return report.digest == digest_of(
        report.at, report.why, report.postponed, [asdict(line) for line in report.results]
    )


def _report(row: Row[Any]) -> RetentionReport:
    results = tuple(Erased(**line) for line in row.results)
    return RetentionReport(row.id, row.at, row.why, row.postponed, results, row.digest)


def digest_of(at: int, why: str, reason: str, lines: Sequence[Mapping[str, Any]]) -> str:
    """BLAKE2b-128 over what a report says; the same stands in the audit trail."""
    body = json.dumps([at, why, reason, list(lines)], sort_keys=True, separators=(",", ":")).encode()
    return blake2b(body, digest_size=16).hexdigest()
