"""The first residents: a file is checked in a process of its own, then taken over; and the practice estate. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui.pages.welcome.model import Imported
from ui.shell.ports import Ports

Told = Callable[[Imported], None]


class Importer:
    """`told(state)` after every change. A file that is not good leaves the state as it was before."""

    def __init__(self, ports: Ports, told: Told) -> None:
        self._ports, self._told = ports, told
        self.state = Imported()
        self._path = Path()
        self._child: Any = None
        self._report: Mapping[str, Any] = {}

    def check(self, path: Path) -> None:
        """Read the file and say what would happen; nothing is written."""
        self._path = path
        self._set(Imported("checking", path.name))
        self._start("--dry-run")

    def write(self) -> None:
        """Take over what was checked."""
        if self.state.stage == "checked":
            self._set(replace(self.state, stage="writing", done=0, total=0))
            self._start()

    def cancel(self) -> None:
        """Stop; nothing is half imported."""
        if self._child is not None:
            self._child.cancel()

    def forget(self) -> None:
        """Choose another file."""
        self._set(Imported())

    def practise(self) -> None:
        """Open the practice estate in a window of its own, with a data folder of its own."""
        self._ports.extras["practise"]()

    def move_here(self) -> None:
        """The desk of another computer comes here: a page of its own."""
        arrive = self._ports.extras.get("arrive")
        if arrive is not None:
            arrive()

    def _start(self, *more: str) -> None:
        operator = self._ports.desk.session.state.active_id
        words = ("import-people", str(self._path), "--json", "--progress", "--operator", operator, *more)
        self._report = {}
        self._child = self._ports.extras["child"]()
        self._child.start(words, self._on_line, self._on_end)

    def _on_line(self, line: Mapping[str, Any]) -> None:
        if "report" in line:
            self._report = line["report"]
        elif "stage" in line:
            self._set(replace(self.state, done=int(line["done"]), total=int(line["total"])))

    def _on_end(self, error: Exception | None) -> None:
        self._child = None
        report = self._report
        if not report:
            self._set(Imported())
            if error is not None:
                self._ports.say.problem(error)
            return
        stage = "checked" if self.state.stage == "checking" else "done"
        self._set(
            Imported(
                stage, self.state.file, rows=int(report["rows"]), homes=int(report["households_new"]),
                people=int(report["people_new"]), left_out=int(report["refused"]),
            )
        )  # fmt: skip

    def _set(self, state: Imported) -> None:
        self.state = state
        self._told(state)
