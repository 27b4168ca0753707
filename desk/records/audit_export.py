"""The audit trail as an export for auditors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from desk.core.clock import SiteTime
from desk.records.exports import ExportKind
from desk.records.reads_audit import AuditFilter, count_lines, each_line
from desk.records.sheets import Cell
from desk.store.identity import here
from desk.store.unit import Reading

COLUMNS = (
    "number", "time", "clock_quality", "operator", "role", "device", "action", "subject_kind", "subject_id", "detail",
)  # fmt: skip


def audit_export(labels: Callable[[Reading], Mapping[str, str]]) -> ExportKind:
    """labels: operator id -> word on the chip (wired in the composition: operators are a room beside this one)."""

    def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[list[Cell]]:
        names, time = labels(r), SiteTime(here(r).zone)
        for line in each_line(r, AuditFilter(since, until)):
            detail = json.dumps(line.detail, ensure_ascii=False, sort_keys=True)
            yield [
                line.num, time.local(line.at).strftime("%Y-%m-%d %H:%M:%S"), line.clock_quality, names.get(line.operator_id, line.operator_id), line.role,
                line.device_id, line.action, line.subject_kind, line.subject_id, detail,
            ]  # fmt: skip

    return ExportKind("audit", "audit.read", COLUMNS, rows, count_lines)
