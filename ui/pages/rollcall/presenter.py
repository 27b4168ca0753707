"""Freezes the roll, writes the marks, ends with a report. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.ids import new_id
from ui import moments
from ui.pages.rollcall.model import LEFT, SAFE, PastCall, RollModel, RollRow
from ui.shell.ports import Ports, Question, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.reception.views import RollEntry, RollReport

PAST = 5


class RollCallPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[RollModel], None] = ignore
        self._model = RollModel()

    def begin(self) -> None:
        """Freeze the roll of this moment; while one is going on, that one is shown."""

        def work(u: Any) -> Any:
            from desk.reception.service import open_call

            return open_call(u), *_place(u)

        self._turns.write("begin", work, self._report)

    def look(self) -> None:
        """The one that is going on; without one, the last ended or how to begin."""
        if self._model.closed:
            self.show(self._model)
            return
        self._turns.read("look", _look, self._looked)

    def again(self) -> None:
        """Ask the desk for the figures of this moment."""
        if self._model.running:
            self._turns.read("look", _look, self._looked)

    def mark(self, visit_id: str, how: str) -> None:
        """Someone was seen, was not found, or has left. The line is ticked at once; the desk's answer follows."""
        call_id = self._model.call_id
        if not self._model.running:
            return
        self._model = self._model.with_mark(visit_id, how)
        self.show(self._model)

        def work(u: Any) -> Any:
            from desk.reception.service import mark

            return mark(u, call_id, visit_id, how), *_place(u)

        self._turns.write(new_id(self._ports.clock.now_ms()), work, self._report, self._unmarked)

    def drill(self) -> None:
        """This one is an exercise."""
        call_id = self._model.call_id

        def work(u: Any) -> Any:
            from desk.reception.service import as_drill

            return as_drill(u, call_id), *_place(u)

        self._turns.write("drill", work, self._report)

    def close(self, question: Question) -> None:
        """End it; asked for first while people are missing, for it cannot be taken back."""
        if self._model.missing:
            self._ports.say.ask(question, self._close)
        else:
            self._close()

    def leave(self) -> None:
        self._ports.go.back()

    def problem(self, error: Exception) -> None:
        """Paper refused."""
        self._ports.say.problem(error)

    def done(self, text: str) -> None:
        self._ports.say.done(text)

    def prints(self) -> Any:
        """The folder of printed lists, in the desk's own home; those of earlier days are taken away."""
        folder = self._ports.desk.home.root / "prints"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("roll-*.pdf"):
            old.unlink(missing_ok=True)
        return folder

    def _close(self) -> None:
        call_id = self._model.call_id

        def work(u: Any) -> Any:
            from desk.reception.service import close_call

            return close_call(u, call_id), *_place(u)

        self._turns.write("close", work, self._on_closed)

    def _on_closed(self, found: tuple[RollReport, str, str]) -> None:
        self._turns.forget("look")  # figures asked for before would put the report away as soon as it is shown
        self._report(found)

    def _unmarked(self, error: Exception) -> None:
        self._ports.say.problem(error)
        self.again()

    def _looked(self, found: Any) -> None:
        running, past, estate, gate = found
        if running is not None:
            self._report((running, estate, gate))
            return
        self._model = RollModel(past=tuple(self._past(one) for one in past), estate=estate, gate=gate)
        self.show(self._model)

    def _report(self, found: tuple[RollReport, str, str]) -> None:
        report, estate, gate = found
        rows = sorted((self._row(entry) for entry in report.entries), key=_order)
        if report.closed_at is not None:
            rows.sort(key=lambda row: row.mark in (SAFE, LEFT))
        self._model = RollModel(
            report.call_id, self._time(report.opened_at), self._time(report.closed_at), report.drill, report.people,
            report.safe, report.left, report.not_found, report.open, report.uncertain, tuple(rows),
            estate=estate, gate=gate, stamp=self._stamp(report),
        )  # fmt: skip
        self.show(self._model)

    def _stamp(self, report: RollReport) -> tuple[str, str]:
        time = self._ports.desk.time
        begun = moments.moment(time.local(report.opened_at))
        if report.closed_at is None:
            return begun, ""
        same = time.day(report.closed_at) == time.day(report.opened_at)
        return begun, moments.near(time.local(report.closed_at), today=same)

    def _row(self, entry: RollEntry) -> RollRow:
        return RollRow(
            entry.visit_id, entry.certain, entry.visitor_type.value, entry.name, entry.phone, entry.place,
            entry.party_size, self._since(entry.in_at), entry.minor_alone, entry.mark,
        )  # fmt: skip

    def _since(self, at_ms: int | None) -> str:
        """Stands on paper too, where nothing is `yesterday`."""
        time = self._ports.desk.time
        today = at_ms is not None and time.day(at_ms) == time.day(self._ports.clock.now_ms())
        return moments.near(time.local(at_ms), today=today) if at_ms is not None else ""

    def _past(self, report: RollReport) -> PastCall:
        return PastCall(
            self._time(report.opened_at), report.drill, report.people, report.safe, report.left,
            report.open + report.not_found,
        )  # fmt: skip

    def _time(self, at_ms: int | None) -> str:
        return moments.told(self._ports.desk.time, at_ms, self._ports.clock.now_ms())


def _look(r: Any) -> tuple[Any, Any, str, str]:
    from desk.reception import reads

    call_id = reads.newest_open(r)
    past = [one for one in reads.past(r, PAST + 1) if one.closed_at is not None][:PAST]
    return reads.report(r, call_id) if call_id else None, past, *_place(r)


def _place(r: Any) -> tuple[str, str]:
    from desk.store.identity import here

    place = here(r)
    return place.site_name, place.gate_name


def _order(row: RollRow) -> tuple[bool, list[tuple[int, str]]]:
    """Door by door as one walks; those of whom it is not sure at the end."""
    parts = re.findall(r"\d+|\D+", row.place)
    return not row.certain, [(int(part), "") if part.isdigit() else (0, part) for part in parts]
