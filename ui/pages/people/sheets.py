"""Bringing residents in from a sheet: checked and written by `python -m desk import-people` in its own process. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui.pages.people.model import Issue, Sheet
from ui.shell.ports import Ports


class SheetImport:
    """`told(sheet)` after every change. Nothing is written before `write`, and then all rows or none."""

    def __init__(self, ports: Ports, told: Callable[[Sheet], None]) -> None:
        self._ports, self._told = ports, told
        self.sheet = Sheet()
        self._path = Path()
        self._child: Any = None
        self._report: Mapping[str, Any] = {}
        self._issues: list[Issue] = []
        self._stopped = False

    def check(self, path: Path) -> None:
        """Read the sheet and say what would happen; nothing is written."""
        self._path = path
        self._set(Sheet("checking", path.name))
        self._start("--dry-run")

    def write(self) -> None:
        """Take over what was checked."""
        if self.sheet.stage == "checked":
            self._set(replace(self.sheet, stage="writing", done=0, total=0))
            self._start()

    def cancel(self) -> None:
        """Stop; nothing is half imported."""
        if self._child is not None:
            self._stopped = True
            self._child.cancel()

    def forget(self) -> None:
        """Choose another file."""
        if not self.sheet.busy:
            self._set(Sheet())

    def report(self, path: Path, sentence: Callable[[Issue], str]) -> None:
        """Save what was said about the rows as a sheet. Raises OSError."""
        from desk.people import importing
        from desk.people.import_values import Issue as Told

        told = tuple(Told(one.row, one.column, one.field, one.code, one.grade) for one in self.sheet.issues)
        counts = self.sheet.counts
        whole = importing.Report(
            counts.get("rows", 0), counts.get("households_new", 0), counts.get("people_new", 0),
            counts.get("people_changed", 0), counts.get("doors_new", 0), counts.get("unchanged", 0), told, True, "",
        )  # fmt: skip
        said = {(one.row, one.column, one.code): sentence(one) for one in self.sheet.issues}
        path.write_bytes(importing.report_csv(whole, lambda one: said[(one.row, one.column, one.code)]))

    def _start(self, *more: str) -> None:
        operator = self._ports.desk.session.state.active_id
        words = ("import-people", str(self._path), "--json", "--progress", "--operator", operator, *more)
        self._report, self._issues, self._stopped = {}, [], False
        self._child = self._ports.extras["child"]()
        self._child.start(words, self._on_line, self._on_end)

    def _on_line(self, line: Mapping[str, Any]) -> None:
        if "report" in line:
            self._report = line["report"]
        elif "issue" in line:
            one = line["issue"]
            self._issues.append(Issue(one["row"], one["column"], one["field"], one["grade"], one["code"]))
        elif "stage" in line:
            self._set(replace(self.sheet, done=int(line["done"]), total=int(line["total"])))

    def _on_end(self, error: Exception | None) -> None:
        self._child = None
        if not self._report:
            self._set(Sheet("stopped", self.sheet.file) if self._stopped else Sheet())
            if error is not None and not self._stopped:
                self._ports.say.problem(error)
            return
        report = self._report
        counts = {name: value for name, value in report.items() if type(value) is int}
        samples = tuple(
            (one["place"], one["masked_name"], one["masked_phone"], one["role"]) for one in report["samples"]
        )
        stage = "checked" if self.sheet.stage == "checking" else "done"
        if stage == "done":
            self._ports.say.tone("good")
        columns = dict(report["columns"])
        self._set(
            Sheet(stage, self.sheet.file, counts=counts, columns=columns, samples=samples, issues=tuple(self._issues))
        )

    def _set(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._told(sheet)
