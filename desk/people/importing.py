"""Import of residents from a sheet: read, check every row, compare, and switch in one unit. Runs in its own process.

Nothing is written before the switch, and the switch is one transaction: a cancel, a fault or a power cut leaves the
store as it was. The rows and search documents are made before it, so that the desk waits as short as can be.
"""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.masking import mask_name, mask_phone
from desk.people import import_plan, reads_import, service_import, sheet
from desk.people.import_plan import Existing, Plan
from desk.people.import_rules import read_rows
from desk.people.import_values import PARTLY, REFUSED, SKIPPED, Entry, Issue, Outcome
from desk.people.service_import import Ready
from desk.store.store import Store

READING, PREPARING, WRITING, DONE = "reading", "preparing", "writing", "done"
Progress = Callable[[str, int, int], None]  # stage, done, total (0: not known)
STEP = 200
SAMPLES = 5


@dataclass(frozen=True)
class Sample:
    """One good row for the preview, masked."""

    row: int
    place: str
    masked_name: str
    masked_phone: str
    role: str


@dataclass(frozen=True)
class Report:
    """What an import did, or would do (`dry_run`). `columns`: field -> letters of the columns it was read from."""

    rows: int
    households_new: int
    people_new: int
    people_changed: int
    doors_new: int
    unchanged: int
    issues: tuple[Issue, ...]
    dry_run: bool
    encoding: str
    columns: dict[str, str] = field(default_factory=dict)
    samples: tuple[Sample, ...] = ()

    def count(self, grade: str) -> int:
        """Rows refused, rows skipped, or cells left out (`partly`)."""
        return sum(issue.grade == grade for issue in self.issues)

    def totals(self) -> dict[str, int]:
        return {
            "rows": self.rows, "households_new": self.households_new, "people_new": self.people_new,
            "people_changed": self.people_changed, "doors_new": self.doors_new, "unchanged": self.unchanged,
            "refused": self.count(REFUSED), "partly": self.count(PARTLY), "skipped": self.count(SKIPPED),
        }  # fmt: skip


class _Steps:
    """Tells how far it is and stops when asked. Raises Refused("people.import_cancelled")."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled

    def at(self, stage: str, done: int, total: int = 0) -> None:
        if done % STEP == 0 or done == total:
            if self._progress is not None:
                self._progress(stage, done, total)
            if stage != DONE and self._cancelled is not None and self._cancelled():
                raise Refused("people.import_cancelled")


def run(
    store: Store,
    actor: Actor,
    path: Path,
    *,
    dry_run: bool = False,
    on_known: str = import_plan.UPDATE,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Import a CSV or XLSX sheet of residents and households, or say what would happen.

    `cancelled` is asked every 200 rows until the switch begins. Raises Refused: right.missing, people.sheet_*,
    people.header_missing, people.header_twice, people.import_cancelled; Trouble from the store.
    """
    actor.require("people.import")
    steps = _Steps(progress, cancelled)
    steps.at(READING, 0)
    opened = sheet.read(path)
    outcome = read_rows(opened.rows, lambda number: steps.at(READING, number))
    return _compare_and_switch(store, actor, outcome, dry_run, on_known, steps, opened.encoding)


def bring_in(store: Store, actor: Actor, entries: list[Entry], progress: Progress | None = None) -> Report:
    """Import rows that are already read (the demonstration, a directory). Raises Refused("right.missing")."""
    actor.require("people.import")
    outcome = Outcome(entries=entries, rows=len(entries))
    return _compare_and_switch(store, actor, outcome, False, import_plan.UPDATE, _Steps(progress, None), "")


def _compare_and_switch(
    store: Store, actor: Actor, outcome: Outcome, dry_run: bool, on_known: str, steps: _Steps, encoding: str
) -> Report:
    with store.reading() as r:
        mark, existing = reads_import.mark(r), reads_import.existing(r)
    plan = import_plan.make(outcome.entries, existing, on_known)
    if not dry_run and not plan.is_empty:
        plan = _switch(store, actor, outcome, plan, existing, mark, on_known, steps)
    steps.at(DONE, outcome.rows, outcome.rows)
    return _report(outcome, plan, dry_run, encoding)


def _switch(
    store: Store,
    actor: Actor,
    outcome: Outcome,
    plan: Plan,
    existing: Existing,
    mark: int,
    on_known: str,
    steps: _Steps,
) -> Plan:
    ready = _ready(plan, steps)
    steps.at(WRITING, 0, 1)
    with _no_collections(), store.unit(actor) as u:
        if reads_import.changed_since(u, mark):  # someone edited people meanwhile: compare again, under the lock
            existing = reads_import.existing(u)
            plan = import_plan.make(outcome.entries, existing, on_known)
            ready = _ready(plan, _Steps(None, None))
        service_import.apply(u, ready, existing.households)
    return plan


@contextmanager
def _no_collections() -> Iterator[None]:
    """No garbage collection while the lock is held: with 10,000 rows alive it took a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _ready(plan: Plan, steps: _Steps) -> Ready:
    plan.households[:] = service_import.sort_doors(plan.households)
    people = []
    for index in range(len(plan.people)):
        steps.at(PREPARING, index, len(plan.people))
        people.append(service_import.person_row_of(plan, index))
    return Ready(plan, [service_import.household_row(place) for place in plan.households], people)


def _report(outcome: Outcome, plan: Plan, dry_run: bool, encoding: str) -> Report:
    columns = outcome.columns.of if outcome.columns is not None else {}
    return Report(
        outcome.rows, len(plan.households), len(plan.people), len(plan.changes),
        sum(len(one.doors) for one in plan.people) + len(plan.bindings), plan.unchanged,
        tuple(sorted([*outcome.issues, *plan.issues], key=lambda issue: (issue.row, issue.column))), dry_run, encoding,
        {name: " ".join(map(sheet.column_name, at)) for name, at in columns.items()},
        tuple(
            Sample(one.row, one.address.label, mask_name(one.name), mask_phone(one.phone), one.role)
            for one in outcome.entries[:SAMPLES]
        ),
    )  # fmt: skip


def report_csv(report: Report, sentence: Callable[[Issue], str] = lambda issue: issue.code) -> bytes:
    """The report as a sheet (UTF-8 with its mark, so that spreadsheets read it): where, what, and what to do about it.

    `sentence` puts words to an issue (ui/texts.py). Holds row and column only, never what stood there.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["行 row", "列 column", "项 field", "结果 result", "代码 code", "说明 explanation"])
    for one in report.issues:
        writer.writerow([one.row, one.column, one.field, one.grade, one.code, sentence(one)])
    return out.getvalue().encode("utf-8-sig")
