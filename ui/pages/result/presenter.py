"""Looks up what belongs to an identified scan, and admits or checks out on Enter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.codes.rules import Answer, Kind
from desk.codes.serials import show_serial
from desk.codes.views import Identified
from desk.core.ids import new_id
from desk.reception import service
from desk.reception.rules import Draft, OutSource, Proof, VisitorType, VisitState, missing_fields
from desk.reception.service_events import visit_row
from desk.reception.service_exits import draft_of
from desk.reception.views import AdmitRequest, Admitted, StandingRow, VisitDetail
from ui import moments
from ui.pages.result.asks import Home, Known, known, left_in
from ui.pages.result.model import Next, Outcome, ResultModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

MARKS = {
    Answer.VALID: "valid",
    Answer.EXPIRED: "expired",
    Answer.NOT_YET: "expired",
    Answer.USED: "used",
    Answer.REVOKED: "revoked",
    Answer.UNKNOWN: "unknown",
    Answer.FORGED: "forged",
    Answer.FOREIGN: "forged",
}
OURS_STILL = (Answer.EXPIRED, Answer.NOT_YET, Answer.USED)  # the door it was for is still a good guess
AWAY = (VisitState.EXPECTED, VisitState.ARRIVED, VisitState.NO_SHOW)


class ResultPresenter:
    """One card at a time. `show(model)`, `done(outcome)` and `gone()` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[ResultModel], None] = ignore
        self.done: Callable[[Outcome], None] = ignore
        self._answer: Identified | None = None
        self._visit: VisitDetail | None = None
        self._known = Known()
        self._visit_id, self._hands_out = "", ""

    def open(self, answer: Identified) -> None:
        """A scan was identified: show it at once, and again with what the desk knows of it."""
        self._turns.forget()
        self._hands_out = ""
        self._answer, self._visit, self._known = answer, None, Known()
        self._visit_id = new_id(self._ports.clock.now_ms())
        self.show(self._model())
        if answer.code is not None:
            actor = self._ports.desk.actor
            self._turns.read("card", lambda r: known(r, actor, answer), self._on_known)
            self._ask_machine(answer)

    def act(self) -> None:
        """The main button."""
        if self._answer is None:
            return
        match self._next():
            case Next.ADMIT:
                self._admit()
            case Next.CHECK_OUT:
                self._check_out()
            case Next.REGISTER:
                self.register()
            case Next.NOTHING:
                self._ports.go.back()

    def register(self) -> None:
        """Not on this code: fill in the form, with the household it names when it is a good one of ours."""
        answer = self._answer
        if answer is None or not answer.subject_id:
            self._ports.go.to("admit")
        elif answer.answer is Answer.VALID:
            self._ports.go.to("admit", household_id=answer.subject_id, seen=answer)
        elif answer.answer in OURS_STILL:
            self._ports.go.to("admit", household_id=answer.subject_id)
        else:
            self._ports.go.to("admit")

    def open_household(self) -> None:
        """The household the code belongs to."""
        if self._answer is not None and self._answer.subject_id:
            self._ports.go.to("people", household_id=self._answer.subject_id)

    def open_lent(self) -> None:
        """What the household still has."""
        if self._known.home is not None and self._known.home.lent:
            self._ports.go.to("lending", asset_id=self._known.home.lent[0].asset_id)

    def hand_out(self) -> None:
        """One for this household out of the machine; what came of it is said by whoever drives the machine."""
        flows, answer = self._ports.extras.get("flows"), self._answer
        if flows is not None and answer is not None and self._hands_out:
            flows.hand_out(answer, self._hands_out)
            self._ports.go.back()

    def check_clock(self) -> None:
        """Where a manager says that the computer's time is right."""
        self._ports.go.to("settings", section="keeping")

    def leave(self) -> None:
        """Back to where one was."""
        self._ports.go.back()

    def speak(self, words: str) -> None:
        """Aloud, where that is switched on; everybody in the room hears it."""
        if speech := self._ports.extras.get("speech"):
            speech.say(words)

    def offer_undo(self, words: str, outcome: Outcome) -> None:
        """What was done, in the view's words, and ten seconds to take it back."""
        if outcome.repeated:
            self._ports.say.done(words)
        else:
            self._ports.say.undo(words, lambda: self._undo(outcome))

    def _undo(self, outcome: Outcome) -> None:
        self._turns.write("undo", lambda u: service.undo(u, outcome.visit_id), lambda _: None)

    def _on_known(self, found: Known) -> None:
        self._known, self._visit = found, found.visit
        visit = found.visit
        if visit is not None and visit.row.state in (*AWAY, VisitState.ADMITTED):
            self._visit_id = visit.row.id
        self.show(self._model())

    def _ask_machine(self, answer: Identified) -> None:
        flows = self._ports.extras.get("flows")
        machine = flows.dispenser() if flows is not None else ""
        if machine and answer.kind is Kind.INDOOR and answer.answer is Answer.VALID:
            self._turns.read("stock", lambda r: left_in(r, machine), self._on_stock)

    def _on_stock(self, name: str) -> None:
        self._hands_out = name
        self.show(self._model())

    def _next(self) -> Next:
        answer = self._answer
        assert answer is not None
        inside = self._visit is not None and self._visit.row.state is VisitState.ADMITTED
        if inside and answer.kind is Kind.PASS and answer.answer in (Answer.VALID, Answer.USED, Answer.EXPIRED):
            return Next.CHECK_OUT
        if answer.answer is Answer.VALID and answer.kind is Kind.PASS:
            return Next.ADMIT
        if answer.answer is Answer.VALID and answer.kind in (Kind.ASSET, Kind.LOCKER, Kind.SHIFT):
            return Next.NOTHING
        return Next.REGISTER

    def _admit(self) -> None:
        answer = self._answer
        assert answer is not None
        visit_id, standing = self._visit_id, self._known.standing
        self._turns.write(
            "act",
            lambda u: _admit(u, visit_id, answer, standing),
            lambda admitted: self._finish(Outcome(Next.ADMIT, admitted.visit_id, admitted.repeated)),
        )

    def _check_out(self) -> None:
        assert self._visit is not None
        visit_id = self._visit.row.id
        self._turns.write(
            "act",
            lambda u: service.checkout(u, visit_id, OutSource.SCAN),
            lambda _: self._finish(Outcome(Next.CHECK_OUT, visit_id)),
        )

    def _finish(self, outcome: Outcome) -> None:
        self._ports.say.tone("good")
        self.done(outcome)
        if not outcome.repeated and (flows := self._ports.extras.get("flows")):
            flows.passed("visit", outcome.visit_id)
        self._ports.go.back()

    def _model(self) -> ResultModel:
        answer = self._answer
        assert answer is not None
        row = self._visit.row if self._visit is not None else None
        used = answer.first_use
        model = ResultModel(
            MARKS[answer.answer], self._headline(answer), self._headline(answer).replace("code.", "code.next.", 1),
            self._next(), f"code.why.{answer.why.value}" if answer.why.value else "",
            answer.kind.value if answer.kind else "", show_serial(answer.serial) if answer.serial else "",
            row.name if row else "", row.visitor_type.value if row else "", row.party_size if row else 1,
            self._place(answer), row.plate if row else "",
            *self._window(answer),
            answer.uses if answer.kind is Kind.PASS and answer.code is not None else -1, answer.uses_left,
            self._time(used.at if used else None), used.gate if used else "",
            self._time(answer.code.revoked_at if answer.code else None),
            f"code.revoked.{answer.code.revoked_reason}" if answer.code and answer.code.revoked_reason else "",
            answer.foreign.kind if answer.foreign else "",
            self._time(row.in_at) if row and row.state is VisitState.ADMITTED else "", answer.clock_doubt,
            bool(row and row.watched),
        )  # fmt: skip
        if answer.code is not None and answer.kind is Kind.PASS:
            model = replace(model, made_at=self._time(answer.code.issued_at), made_gate=answer.code.issuing_gate)
        if model.next is Next.REGISTER and answer.answer is not Answer.VALID:
            model = replace(model, answer=answer.answer.value)
        if answer.clock_doubt:
            model = replace(model, may_confirm=self._ports.desk.actor.may("clock.confirm"))
        if model.next is Next.CHECK_OUT:
            model = replace(model, mark="leaving")
        model = replace(model, been=self._known.been, hands_out=self._hands_out)
        return self._with_home(self._with_standing(model))

    def _with_standing(self, model: ResultModel) -> ResultModel:
        one = self._known.standing
        if one is None:
            return model
        return replace(model, visitor=one.alias, visitor_type=one.visitor_type.value, standing=True)

    def _with_home(self, model: ResultModel) -> ResultModel:
        home: Home | None = self._known.home
        if home is None:
            return model
        own = self._visit.row.id if self._visit is not None else ""
        others = tuple(row for row in home.today if row.id != own)
        last = others[0] if others else None
        return replace(
            model, residents=home.residents, visits_today=len(others), permits=home.permits,
            last_at=self._time(last.in_at if last else None), last_who=last.name if last else "",
            lent=tuple(dict.fromkeys(row.name for row in home.lent)), lent_late=sum(row.overdue for row in home.lent),
            last_type=last.visitor_type.value if last else "", household=self._ports.desk.actor.may("people.read"),
        )  # fmt: skip

    def _place(self, answer: Identified) -> str:
        told = self._visit.place if self._visit is not None else ""
        shown = answer.code.household if answer.code is not None and not told.strip("*") else told
        return shown if shown.strip("*") else ""

    def _headline(self, answer: Identified) -> str:
        plain = answer.kind in (None, Kind.PASS) or answer.answer is not Answer.VALID
        return f"code.{answer.answer.value}" if plain or answer.kind is None else f"code.valid.{answer.kind.value}"

    def _window(self, answer: Identified) -> tuple[str, str, bool]:
        start, end, time = answer.window.not_before, answer.window.expires_at, self._ports.desk.time
        if start is None or end is None or time.day(start) != time.day(end):
            return self._time(start), self._time(end), False
        return self._time(start), f"{time.local(end):%H:%M}", self._is_today(start)

    def _is_today(self, at_ms: int) -> bool:
        return self._ports.desk.time.day(at_ms) == self._ports.desk.time.day(self._ports.clock.now_ms())

    def _time(self, at_ms: int | None) -> str:
        return moments.told(self._ports.desk.time, at_ms, self._ports.clock.now_ms())


def _admit(u: Any, visit_id: str, answer: Identified, standing: StandingRow | None = None) -> Admitted:
    """Let in on a pass, with what was told beforehand; what is missing counts as not given, it never blocks entry."""
    known = visit_row(u.conn, visit_id)
    kind = standing.visitor_type if standing is not None else VisitorType.GUEST
    fresh = Draft(kind, household_id=answer.subject_id or None)
    draft = fresh if known is None else draft_of(known)
    draft = replace(draft, declined=(*draft.declined, *missing_fields(draft)))
    recurring_id = standing.id if standing is not None else None
    return service.admit(u, AdmitRequest(visit_id, draft, Proof.PASS, seen=answer, recurring_id=recurring_id))
