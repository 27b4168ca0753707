"""Lists who is announced, writes down new ones, gives them passes. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from desk.codes.reads_lists import live_passes
from desk.codes.rules import Window as CodeWindow
from desk.codes.service_passes import issue_pass
from desk.codes.views import Issued, PassRequest
from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.core.ids import new_id
from desk.people.reads_doors import Door, door, find_doors
from desk.reception import reads, service
from desk.reception.reads_expected import LATE_MS
from desk.reception.rules import Draft, VisitorType, VisitState
from desk.reception.rules_windows import Window
from desk.reception.service_events import visit_row
from desk.reception.views import StandingRow, VisitRow
from ui import moments
from ui.pages.expected.model import Announced, ExpectedModel, Standing
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class ExpectedPresenter:
    """`show(model)`, `doors(rows)`, `done(act, undo or None)`, `kept()` (a form was written) are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[ExpectedModel], None] = ignore
        self.doors: Callable[[tuple[Door, ...]], None] = ignore
        self.done: Callable[[str, Callable[[], None] | None], None] = ignore
        self.kept: Callable[[], None] = ignore
        self._new_visit = ""

    def refresh(self) -> None:
        time, actor = self._ports.desk.time, self._ports.desk.actor
        flags = (actor.may("pass.issue"), actor.may("pass.revoke"))
        self._turns.read("lists", lambda r: load(r, time, *flags), lambda model: self.show(model))

    def begin(self) -> None:
        """A new form: its visit is named now, so that two presses write one."""
        self._new_visit = new_id(self._ports.clock.now_ms())

    def now(self) -> tuple[date, int]:
        """Today and the minute of the day, in the site's time."""
        local = self._ports.desk.time.local(self._ports.clock.now_ms())
        return local.date(), local.hour * 60 + local.minute

    def find_door(self, text: str) -> None:
        actor = self._ports.desk.actor
        if text.strip():
            self._turns.read("doors", lambda r: find_doors(r, actor, text), lambda rows: self.doors(rows))
        else:
            self.doors(())

    def scanned_door(self, household_id: str, then: Callable[[Door], None]) -> None:
        self._turns.read("door", lambda r: door(r, household_id), then)

    def announce(self, day: date, start_min: int, end_min: int, fields: dict[str, Any], with_pass: bool) -> None:
        """Write down who comes; an end before the beginning is on the next day."""
        time, visit_id = self._ports.desk.time, self._new_visit
        start = time.at(day) + start_min * MINUTE_MS
        end = time.at(day if end_min > start_min else day + timedelta(days=1)) + end_min * MINUTE_MS
        draft = Draft(VisitorType(fields.pop("kind")), **fields)
        if with_pass:
            self._turns.write(
                "new", lambda u: service.expect_with_pass(u, visit_id, draft, start, end), self._on_announced_pass
            )
        else:
            self._turns.write(
                "new", lambda u: service.expect(u, visit_id, draft, start, end), lambda _: self._on_kept("announced")
            )

    def arrive(self, one: Announced) -> None:
        """They are here: the form, filled in."""
        self._ports.go.to("admit", visit_id=one.id)

    def open(self, one: Announced) -> None:
        self._ports.go.to("visit", visit_id=one.id)

    def give_pass(self, one: Announced) -> None:
        """Its live pass again, or a new one."""
        if one.code_id:
            self._ports.go.to("passcard", code_id=one.code_id)
        else:
            self._turns.write("pass", lambda u: _pass(u, one.id), self._show_pass)

    def cancel(self, one: Announced) -> None:
        self._turn(one, "cancelled", lambda u: service.cancel_expected(u, one.id))

    def no_show(self, one: Announced) -> None:
        self._turn(one, "no_show", lambda u: service.mark_no_show(u, one.id))

    def give_standing(
        self,
        fields: dict[str, Any],
        first: date,
        last: date,
        days: tuple[int, ...],
        start_min: int,
        end_min: int,
        with_code: bool,
    ) -> None:
        """A household vouches for somebody who comes again and again; at most 90 days."""
        time = self._ports.desk.time
        window = Window(time.at(first), time.at(last + timedelta(days=1)), days, start_min, end_min)
        kind = VisitorType(fields.pop("kind"))
        self._turns.write(
            "new",
            lambda u: service.give_standing(u, visitor_type=kind, window=window, with_code=with_code, **fields),
            self._on_standing,
        )

    def show_code(self, one: Standing) -> None:
        self._ports.go.to("passcard", code_id=one.code_id)

    def revoke(self, one: Standing) -> None:
        """The household takes it back."""
        self._turns.write("act", lambda u: service.revoke_standing(u, one.id), lambda _: self._on_revoked())

    def leave(self) -> None:
        self._ports.go.back()

    def offer_undo(self, words: str, undo: Callable[[], None] | None) -> None:
        if undo is None:
            self._ports.say.done(words)
        else:
            self._ports.say.undo(words, undo)

    def _turn(self, one: Announced, name: str, work: Callable[[Any], Any]) -> None:
        def back() -> None:
            self._turns.write("act", lambda u: service.undo(u, one.id), ignore)

        self._turns.write("act", work, lambda _: self.done(name, back))

    def _on_kept(self, name: str) -> None:
        self._ports.say.tone("good")
        self.kept()
        self.done(name, None)
        self.refresh()

    def _on_announced_pass(self, issued: Issued) -> None:
        self._on_kept("announced")
        self._show_pass(issued)

    def _on_standing(self, answer: tuple[str, Issued | None]) -> None:
        self._on_kept("standing")
        if answer[1] is not None:
            self._show_pass(answer[1])

    def _on_revoked(self) -> None:
        self.done("revoked", None)
        self.refresh()

    def _show_pass(self, issued: Issued) -> None:
        self._turns.read(
            "place",
            lambda r: door(r, issued.subject_id).label if issued.subject_id else "",
            lambda place: self._ports.go.to("passcard", issued=issued, place=place),
        )


def load(r: Any, time: SiteTime, may_pass: bool, may_revoke: bool) -> ExpectedModel:
    """Both lists as they stand."""
    codes = {one.visitor_ref: one.code_id for one in live_passes(r) if one.visitor_ref}
    return ExpectedModel(
        tuple(_announced(row, time, r.now, codes) for row in reads.expected(r)),
        tuple(_standing(r, row, time) for row in reads.standing(r)), may_pass, may_revoke, loaded=True,
    )  # fmt: skip


def _announced(row: VisitRow, time: SiteTime, now: int, codes: dict[str, str]) -> Announced:
    at = row.expected_at or row.at
    when = moments.told(time, at, now)
    late = row.state is VisitState.EXPECTED and at + LATE_MS < now
    return Announced(
        row.id, when, row.name, row.visitor_type.value, row.building, row.party_size,
        row.phone or row.plate or row.company, late, row.state is VisitState.ARRIVED, codes.get(row.id, ""),
        max(0, (now - at) // MINUTE_MS),
    )  # fmt: skip


def _standing(r: Any, row: StandingRow, time: SiteTime) -> Standing:
    hours, until = moments.hours(row.start_min, row.end_min), moments.month_day(time.local(row.until_at - 1))
    return Standing(
        row.id, row.alias, row.visitor_type.value, door(r, row.household_id).label, row.weekdays, hours, until, row.says,
        row.code_id or "",
    )  # fmt: skip


def _pass(u: Any, visit_id: str) -> Issued:
    """A single-entry pass for the hours that were announced."""
    row = visit_row(u.conn, visit_id) or {}
    end = max(row.get("expected_until") or 0, u.now + HOUR_MS)
    start = min(row.get("expected_at") or u.now, u.now)
    return issue_pass(u, PassRequest(CodeWindow(start, end), row.get("household_id") or "", 1, visit_id))
