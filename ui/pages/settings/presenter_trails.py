"""Exports and the audit trail. No Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.core.lanes import READ
from ui import moments
from ui.pages.settings.model import AuditModel, AuditRow, ExportModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class ExportPresenter:
    """Runs in a process of its own."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[ExportModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = ExportModel()
        self._child: Any = None

    def refresh(self) -> None:
        self.show(self.model)

    def kinds(self) -> tuple[str, ...]:
        """What this person may export."""
        rights = {
            "visits": "export.visits", "people": "export.people", "service": "export.service", "audit": "audit.read",
        }  # fmt: skip
        return tuple(kind for kind, right in rights.items() if self.ports.desk.actor.may(right))

    def start(
        self, kind: str, form: str, target: Path, since: str, until: str, reason: str, titles: Mapping[str, str]
    ) -> None:
        """since, until: `YYYY-MM-DD`, "" for all. A reason given means: in full."""
        if self._child is not None:
            return
        who = self.ports.desk.session.state.active_id
        words = ["export", kind, "--format", form, "--out", str(target), "--operator", who, "--progress-json", "--json"]
        for name, day in (("--since", since), ("--until", until)):
            words += [name, day] if day else []
        if reason:
            words += ["--full", "--reason", reason]
        if titles:
            words += ["--titles", json.dumps(dict(titles), ensure_ascii=False)]
        self._draw(ExportModel("running", file=target.name))
        self._child = self.ports.extras["child"]()
        self._child.start(words, self._on_line, self._on_end)

    def cancel(self) -> None:
        if self._child is not None:
            self._child.cancel()

    def columns(self, kind: str) -> tuple[str, ...]:
        """Keys of the columns, for their heads."""
        from desk.exporting import kinds

        return tuple(kinds()[kind].columns)

    def _on_line(self, line: Mapping[str, Any]) -> None:
        if "rows" in line:
            self._draw(replace(self.model, rows=int(line["rows"])))
        elif "done" in line:
            self._draw(replace(self.model, done=int(line["done"]), total=int(line["total"] or 0)))

    def _on_end(self, error: Exception | None) -> None:
        self._child = None
        if error is None:
            self._draw(replace(self.model, stage="done"))
            self.ports.say.tone("good")
        else:
            self._draw(ExportModel())
            self.wrong(error)

    def _draw(self, model: ExportModel) -> None:
        self.model = model
        self.show(model)


class AuditPresenter:
    """Lines are read page by page; verifying follows the whole chain."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[AuditModel], None] = ignore
        self.model = AuditModel()
        self._labels: dict[str, str] = {}

    def refresh(self) -> None:
        def read(r: Any) -> tuple[dict[str, str], bool]:
            from desk.operators.reads import labels
            from desk.records.reads_audit import any_elsewhere

            return labels(r), any_elsewhere(r)

        def done(found: tuple[dict[str, str], bool]) -> None:
            self._labels, elsewhere = found
            people = tuple(sorted(self._labels.items(), key=lambda one: one[1]))
            self._draw(people=people, elsewhere=elsewhere)

        if self.ports.desk.actor.may("audit.read"):
            self._turns.read("labels", read, done)

    def page(
        self, after: AuditRow | None, since: str, who: str, reply: Callable[[Sequence[AuditRow]], None], count: int,
        here: bool = False,
    ) -> None:  # fmt: skip
        """The rows after a row, newest first. since: `YYYY-MM-DD`; here: only what this desk wrote."""
        from datetime import date

        if not self.ports.desk.actor.may("audit.read"):
            reply([])
            return
        time, actor = self.ports.desk.time, self.ports.desk.actor
        begin = time.at(date.fromisoformat(since)) if since else 0

        def read(r: Any) -> list[AuditRow]:
            from desk.operators.reads import labels
            from desk.records.reads_audit import AuditFilter, trail

            self._labels = labels(r)
            wanted = AuditFilter(since=begin, operator_id=who, device_id=r.device_id if here else "")
            found = trail(r, actor, wanted, count, after.num if after else None)
            places = {device: _place(r, device) for device in {one.device_id for one in found}}
            return [self._row(one, places[one.device_id]) for one in found]

        self.ports.desk.read(read, reply, self.ports.say.problem)

    def verify(self) -> None:
        def read() -> Any:
            from desk.records.reads_audit import verify

            with self.ports.desk.store.reading() as r:
                return verify(r)

        def done(found: Any) -> None:
            self._draw(
                verified="whole" if found.whole else found.why, lines=found.lines, first_break=found.first_break or 0,
                others=found.others,
            )  # fmt: skip

        self._draw(verified="busy")
        self.ports.desk.lanes.run(READ, read, done, self.ports.say.problem)

    def _row(self, line: Any, where: str) -> AuditRow:
        who = self._labels.get(line.operator_id, "") or line.role
        when = moments.moment(self.ports.desk.time.local(line.at))
        return AuditRow(line.num, when, who, line.action, line.clock_quality == "trusted", where)

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)


def _place(r: Any, device: str) -> str:
    """Where a desk stands; "" for this one."""
    from desk.sync.reads_site import gate_of

    return "" if device == r.device_id else gate_of(r, device) or device[-4:]
