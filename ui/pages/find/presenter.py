"""Finds while one types, pages through the history, and starts the export. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from ui.pages.find import asks
from ui.pages.find.model import DRAWN, FindModel, HistoryRow, Hit
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class FindPresenter:
    """`show(model)`, `renewed()` (the history has changed) and `progress(done, total)`, `ended(ok, path)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[FindModel], None] = ignore
        self.renewed: Callable[[], None] = ignore
        self.progress: Callable[[int, int], None] = ignore
        self.ended: Callable[[bool, int], None] = ignore
        self._query = self._field = ""
        self._open_single = False
        self._wanted = asks.wanted_of("all", "", None)
        self._states, self._kind = "all", ""
        self._until: int | None = None
        self._child: Any = None
        self._cancelled = False
        self._rows = 0

    @property
    def may_export(self) -> bool:
        return self._ports.desk.actor.may("export.visits") and "child" in self._ports.extras

    # -- finding

    def search(self, text: str, field: str = "", live: bool = True) -> None:
        """What stands in the line now. Enter (not live) opens the only thing that was found."""
        self._query, self._field, self._open_single = text.strip(), field, not live
        if not self._query:
            self._turns.forget("find")  # not the page of the history, which may be on its way
            self.show(FindModel())
            return
        query, actor, time = self._query, self._ports.desk.actor, self._ports.desk.time
        self._turns.read("find", lambda r: asks.everything(r, actor, time, query, field), self._found)

    def refresh(self) -> None:
        """Something was written meanwhile: ask again what is asked for."""
        if self._query:
            self.search(self._query, self._field)

    def open(self, hit: Hit) -> None:
        """Open what was found."""
        go = self._ports.go
        if hit.group == "visit":
            go.to("visit", visit_id=hit.id)
        elif hit.group == "expected":
            go.to("admit", visit_id=hit.id)
        elif hit.group == "visitor":
            go.to("admit", type=hit.kind, name=hit.id)
        elif hit.group == "household":
            go.to("people", household_id=hit.id)
        elif hit.group == "person":
            go.to("people", person_id=hit.id)
        elif hit.group == "matter":
            go.to("matter", matter_id=hit.id)
        elif hit.group == "goods":
            go.to("goods", goods_id=hit.id)
        elif hit.more:
            go.to("visit", visit_id=hit.more)
        else:
            go.to("codes", code_id=hit.id)

    def open_visit(self, visit_id: str) -> None:
        self._ports.go.to("visit", visit_id=visit_id)

    def register(self) -> None:
        """Nobody was found: the form, with the name that was typed."""
        named = self._query if self._query and not any(c.isdigit() for c in self._query) else ""
        self._ports.go.to("admit", type="guest", name=named)

    def leave(self) -> None:
        self._ports.go.back()

    def _found(self, hits: Sequence[Hit]) -> None:
        if self._open_single and len(hits) == 1:
            self.open(hits[0])
        groups: dict[str, int] = {}
        for hit in hits:
            groups[hit.group] = groups.get(hit.group, 0) + 1
        full = any(count > DRAWN for count in groups.values())
        self.show(FindModel(self._query, self._field, tuple(hits), full))

    # -- history

    def narrow(self, states: str | None = None, kind: str | None = None) -> None:
        """Only these states or this type; None leaves one as it is."""
        self._states = self._states if states is None else states
        self._kind = self._kind if kind is None else kind
        self._again()

    def jump(self, day: date | None) -> None:
        """The list begins with this day; None: with now."""
        self._until = None if day is None else self._ports.desk.time.at(day + timedelta(days=1))
        self._again()

    def fetch(self, after: HistoryRow | None, reply: Callable[[Sequence[HistoryRow]], None], limit: int) -> None:
        """The rows after one, for the table."""
        time, wanted = self._ports.desk.time, self._wanted
        before = after.num if after is not None else None
        self._turns.read("history", lambda r: asks.history_page(r, time, wanted, before, limit), reply)

    def today(self) -> date:
        return self._ports.desk.time.day(self._ports.clock.now_ms())

    def _again(self) -> None:
        self._wanted = asks.wanted_of(self._states, self._kind, self._until)
        self.renewed()

    # -- export

    def export(self, path: str, first: date, last: date, titles: str) -> None:
        """Visits of these days into a sheet, in a process of its own; what it says comes back as progress."""
        operator = self._ports.desk.actor.operator_id
        words = ["export", "visits", "--format", "csv" if path.lower().endswith(".csv") else "xlsx", "--out", path]
        words += ["--since", first.isoformat(), "--until", last.isoformat(), "--titles", titles, "--progress-json"]
        self._child, self._cancelled = self._ports.extras["child"](), False
        self._child.start([*words, "--operator", operator] if operator else words, self._on_line, self._on_end)

    def cancel(self) -> None:
        if self._child is not None:
            self._cancelled = True
            self._child.cancel()

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def said(self, words: str) -> None:
        self._ports.say.done(words)

    def _on_line(self, line: Any) -> None:
        if "done" in line:
            self.progress(int(line["done"]), int(line.get("total") or 0))
        elif "rows" in line:
            self._rows = int(line["rows"])

    def _on_end(self, error: Exception | None) -> None:
        self._child = None
        self.ended(error is None, self._rows)
        if error is not None and not self._cancelled:
            self._ports.say.problem(error)
