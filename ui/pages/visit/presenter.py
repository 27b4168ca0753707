"""Opens one visit and does what may be done about it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desk.codes.serials import show_serial
from desk.core.clock import DAY_MS, SiteTime
from desk.operators.reads import labels
from desk.people.rules import REVEAL_MS
from desk.reception import reads, service
from desk.reception.rules import OutSource
from desk.reception.service_events import visit_row
from desk.reception.views import EventRow, VisitDetail, VisitFull
from desk.store.identity import gate_names
from ui import moments
from ui.pages.visit.model import BEFORE, INSIDE, Event, Full, Held, VisitModel
from ui.shell.ports import Ports, Question, ignore
from ui.shell.turns import Turns

SHOWN = ("name", "phone", "plate", "company", "room", "purpose", "items_in", "items_out", "note", "override_reason")
UNDOABLE = ("admitted", "left", "auto_closed", "refused", "no_show", "cancelled", "arrived")


class VisitPresenter:
    """`show(model)`, `full(values or None)`, `done(act, undo or None)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[VisitModel], None] = ignore
        self.full: Callable[[Full | None], None] = ignore
        self.done: Callable[[str, Callable[[], None] | None], None] = ignore
        self._visit_id = ""

    def open(self, visit_id: str) -> None:
        """Another visit, or the same anew."""
        if visit_id != self._visit_id:
            self.full(None)
        self._visit_id = visit_id
        self.refresh()

    def refresh(self) -> None:
        visit_id, time, actor = self._visit_id, self._ports.desk.time, self._ports.desk.actor
        if visit_id:
            self._turns.read("visit", lambda r: load(r, time, actor, visit_id), lambda model: self.show(model))

    def leave(self) -> None:
        self._ports.go.back()

    def enter(self) -> None:
        """They are here: the form, filled with what was announced."""
        self._ports.go.to("admit", visit_id=self._visit_id)

    def check_out(self, items_out: str = "") -> None:
        visit_id = self._visit_id
        self._act("left", lambda u: service.checkout(u, visit_id, OutSource.DESK, items_out), undoable=True)

    def undo(self) -> None:
        """Take back the newest act."""
        visit_id = self._visit_id
        self._act("undone", lambda u: service.undo(u, visit_id))

    def correct(self, reason: str, fields: dict[str, Any]) -> None:
        """New values beside the old ones, with a reason."""
        visit_id = self._visit_id
        self._act("corrected", lambda u: service.correct(u, visit_id, reason, **fields))

    def stays(self, nights: int) -> None:
        """They sleep here: until noon after so many nights."""
        visit_id, time = self._visit_id, self._ports.desk.time
        until = time.day_start(self._ports.clock.now_ms()) + nights * DAY_MS + DAY_MS // 2
        self._act("overnight", lambda u: service.stays_overnight(u, visit_id, until))

    def watch(self, reason: str, advice: str, owner: str, days: int) -> None:
        """Put this visitor on the watch list."""
        visit_id = self._visit_id
        self._act("watched", lambda u: _watch(u, visit_id, reason, advice, owner, days))

    def hold(self, authority: str, reason: str, until: date) -> None:
        """Keep this visit past its time, to the end of a day, as an authority has ordered."""
        from desk.records.service_holds import place_hold

        visit_id, end = self._visit_id, self._ports.desk.time.at(until) + DAY_MS - 1
        self._act("held", lambda u: place_hold(u, "visit", visit_id, authority, reason, end))

    def release(self, hold_id: str, question: Question) -> None:
        """Lift a hold, once it was asked: what is past its time goes with the next cleaning."""
        from desk.records.service_holds import release_hold

        self._ports.say.ask(question, lambda: self._act("released", lambda u: release_hold(u, hold_id)))

    def today(self) -> date:
        """Of the site."""
        return self._ports.desk.time.day(self._ports.clock.now_ms())

    def reveal(self, reason: str) -> None:
        """In full for 30 s, with a reason, written into the trail."""
        visit_id = self._visit_id
        self._turns.write("reveal", lambda u: service.reveal(u, visit_id, reason), self._revealed)

    def show_pass(self, code_id: str) -> None:
        self._ports.go.to("passcard", code_id=code_id)

    def offer_undo(self, words: str, undo: Callable[[], None] | None) -> None:
        """What was done, in the view's words."""
        if undo is None:
            self._ports.say.done(words)
        else:
            self._ports.say.undo(words, undo)

    def _act(self, name: str, work: Callable[[Any], Any], undoable: bool = False) -> None:
        visit_id = self._visit_id

        def back() -> None:
            self._turns.write("act", lambda u: service.undo(u, visit_id), ignore)

        self._turns.write("act", work, lambda _: self._acted(name, back if undoable else None))

    def _acted(self, name: str, undo: Callable[[], None] | None) -> None:
        self._ports.say.tone("good")
        self.done(name, undo)
        self.refresh()

    def _revealed(self, full: VisitFull) -> None:
        if full.id == self._visit_id:
            pairs = tuple((name, str(getattr(full, name))) for name in SHOWN if getattr(full, name))
            self.full(Full(pairs, REVEAL_MS // 1000))


def load(r: Any, time: SiteTime, actor: Any, visit_id: str) -> VisitModel:
    """The card of a visit, with names of operators and gates."""
    seen = reads.visit(r, visit_id)
    row, state = seen.row, seen.row.state.value
    people, gates = labels(r), gate_names(r)
    moment = moments.teller(time, r.now)
    code_id = _live_code(r, visit_id)
    may = not row.anonymised
    return VisitModel(
        row.id, row.visitor_type.value, state, row.presence.value, row.name, row.phone, row.plate, row.company,
        seen.place if seen.place.strip("*") else "",
        row.party_size, row.purpose_code, seen.proof.value, moment(row.in_at), moment(row.out_at),
        moment(row.due_at) if state == "admitted" else "", moment(row.expected_at) if state in BEFORE else "",
        None if seen.stay_ms is None else seen.stay_ms // 60_000, seen.badge_no,
        show_serial(seen.pass_serial) if seen.pass_serial else "", seen.id_kind, seen.id_masked,
        seen.declined, row.minor_alone, row.watched, row.overnight, row.anonymised, row.clock_uncertain, seen.waiting,
        tuple(_event(event, moment, people, gates) for event in seen.events), code_id,
        may and state in INSIDE and actor.may("visit.checkout"), may and state in BEFORE and actor.may("visit.admit"),
        may and _undoable(seen) and actor.may("visit.checkout"),
        may and state != "draft" and actor.may("visit.correct"), may and actor.may("people.reveal"),
        may and bool(row.name or row.phone or row.plate) and actor.may("watch.edit"),
        _holds(r, time, actor, visit_id, people), may and actor.may("retention.hold"),
    )  # fmt: skip


def _holds(r: Any, time: SiteTime, actor: Any, visit_id: str, people: Any) -> tuple[Held, ...]:
    from desk.records.reads_holds import holds_of

    told = actor.may("retention.hold")
    return tuple(
        Held(
            one.id, moments.day(time.local(one.expires_at)), moments.day(time.local(one.placed_at)),
            people.get(one.placed_by, ""), one.authority if told else "", one.reason if told else "",
        )
        for one in holds_of(r, "visit", visit_id)
    )  # fmt: skip


def _undoable(seen: VisitDetail) -> bool:
    return any(event.kind in UNDOABLE and not event.undone for event in seen.events)


def _event(event: EventRow, moment: moments.Teller, people: Any, gates: dict[str, str]) -> Event:
    who = people.get(event.operator_id or "", "")
    return Event(
        moment(event.at), event.kind, who, gates.get(event.gate_id, "") if len(gates) > 1 else "", event.source,
        event.reason, event.undone, event.fields if event.kind == "corrected" else (),
    )  # fmt: skip


def _live_code(r: Any, visit_id: str) -> str:
    from desk.codes.reads_lists import live_passes

    return next((one.code_id for one in live_passes(r) if one.visitor_ref == visit_id), "")


def _watch(u: Any, visit_id: str, reason: str, advice: str, owner: str, days: int) -> None:
    row = visit_row(u.conn, visit_id) or {}
    service.watch_add(
        u, reason=reason, owner=owner, expires_at=u.now + days * DAY_MS, advice=advice, name=str(row.get("name", "")),
        phone=str(row.get("phone", "")), plate=str(row.get("plate", "")),
    )  # fmt: skip
