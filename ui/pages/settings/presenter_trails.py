"""Exports, the audit trail, and what people ask about their own data. No Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.core.lanes import READ
from ui import moments
from ui.pages.settings.model import AuditModel, AuditRow, DisclosureRow, ExportModel, PrivacyModel, RequestRow
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
        time = self.ports.desk.time
        begin = time.at(date.fromisoformat(since)) if since else 0

        def read(r: Any) -> list[AuditRow]:
            from desk.operators.reads import labels
            from desk.records.reads_audit import AuditFilter, lines

            self._labels = labels(r)
            wanted = AuditFilter(since=begin, operator_id=who, device_id=r.device_id if here else "")
            found = lines(r, wanted, count, after.num if after else None)
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


class PrivacyPresenter:
    """Requests of people about their own data, the disclosure register, and the notice on the wall."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[PrivacyModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore

    def refresh(self) -> None:
        self._turns.read("privacy", self._model, self.show)

    def take(self, kind: str, asked_by: str, contact: str, note: str, done: Callable[[], None]) -> None:
        from desk.records.service_privacy import take_request

        self._write(lambda u: take_request(u, kind, asked_by=asked_by, contact=contact, note=note), done)

    def answer(self, request_id: str, outcome: str, reason: str, done: Callable[[], None]) -> None:
        from desk.records.service_privacy import answer_request

        self._write(lambda u: answer_request(u, request_id, outcome, reason), done)

    def disclose(self, fields: Mapping[str, str], done: Callable[[], None]) -> None:
        """fields: authority, officer, document, scope, given."""
        from desk.records.service_privacy import note_disclosure

        self._write(lambda u: note_disclosure(u, **fields), done)

    def facts(self, then: Callable[[Mapping[str, str]], None]) -> None:
        """What the privacy notice says of this place."""

        def read(r: Any) -> dict[str, str]:
            from desk.erasing import rules
            from desk.records.retention import days_of
            from desk.store.identity import here, house

            place, more = here(r), house(r)
            visitors = [days_of(r, one) for one in rules() if one.kind.startswith("visitor.")]
            return {
                "estate": place.site_name, "address": place.address, "gate": place.gate_name,
                "phone": place.gate_phone, "handler": more.handler or place.site_name, "days": str(max(visitors, default=30)),
                "updated": moments.day(self.ports.desk.time.local(r.now)),
            }  # fmt: skip

        self._turns.read("facts", read, then)

    def _write(self, work: Callable[[Any], Any], done: Callable[[], None]) -> None:
        def answered(_: Any) -> None:
            done()
            self.refresh()

        self._turns.write("privacy", work, answered, self.wrong)

    def _model(self, r: Any) -> PrivacyModel:
        from desk.records.reads_privacy import disclosures, requests
        from desk.store.identity import house

        time, actor = self.ports.desk.time, self.ports.desk.actor
        found = requests(r, limit=200)
        return PrivacyModel(
            tuple(
                RequestRow(
                    one.id, moments.day(time.local(one.at)), one.kind, one.asked_by,
                    moments.day(time.local(one.due_at)), one.outcome, one.overdue(r.now),
                )
                for one in sorted(found, key=lambda one: bool(one.outcome))
            ),
            tuple(
                DisclosureRow(moments.day(time.local(one.at)), one.authority, one.scope) for one in disclosures(r, 200)
            ) if actor.may("disclosure") else (),
            actor.may("privacy.settle"), actor.may("disclosure"), house(r).handler,
        )  # fmt: skip
