"""Looks up, issues, replaces and withdraws codes; long work is in runs.py. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desk.codes import service
from desk.codes.rules import Answer, Kind, RevokeReason
from desk.codes.views import Identified, Issued
from ui.pages.codes import asks
from ui.pages.codes.model import KINDS, CodeLine, CodesModel, Hit, Panel, Subject
from ui.pages.codes.runs import NewRun, Runs
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

REASONS = tuple(one.value for one in RevokeReason if one is not RevokeReason.REPLACED)
UNDER = {Panel.REVOKE: Panel.SUBJECT, Panel.HOME: Panel.HOME}  # where back leads; all others lead home


class CodesPresenter:
    """`show(model)`, `picture(issued)` and `issued(line)` are set by the view."""

    def __init__(self, ports: Ports, new_run: NewRun) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[CodesModel], None] = ignore
        self.picture: Callable[[Issued, str, Any], None] = ignore
        self.renewed: Callable[[str], None] = ignore
        self.model = CodesModel()
        self.runs = Runs(ports, self._turns, new_run, self.change)

    # -- coming and going

    def open(self, household_id: str = "", kind: str = "") -> None:
        """Came to the front; with a household, its codes at once."""
        self.model = replace(self.model, kind=kind if kind in KINDS else self.model.kind)
        self.refresh()
        if household_id:
            self.choose(household_id)

    def refresh(self) -> None:
        """Fresh figures, and the household that is shown."""
        kind, time, actor = self.model.kind, self._ports.desk.time, self._ports.desk.actor
        self.model = replace(
            self.model, may_issue=actor.may("codes.issue"), may_revoke=actor.may("codes.revoke"),
            may_revoke_pass=actor.may("pass.revoke"),
        )  # fmt: skip
        self._turns.read("overview", lambda r: asks.overview(r, kind, time), self._on_overview)
        shown = self.model.subject
        if shown is not None and shown.id:
            self._turns.read("again", lambda r: asks.subject(r, actor, shown.id, time), self._on_again)

    def back(self) -> bool:
        """One panel back; False when there is none and the page itself may be left."""
        panel = self.model.panel
        if panel is Panel.HOME:
            if not self.model.asked:
                return False
            self.find("")
            return True
        if panel is Panel.RUN and self.runs.busy():
            return False  # it goes on while one is elsewhere
        after = Panel.SUBJECT if panel is Panel.LABELS and self.model.chosen else UNDER.get(panel, Panel.HOME)
        self.change(panel=after, run=None, chosen=None if after is Panel.HOME else self.model.chosen)
        return True

    def go_back(self) -> None:
        """The button: one panel back, or to the page before while long work goes on here."""
        if not self.back():
            self._ports.go.back()

    def abandon(self) -> None:
        """The view is gone (another language, other colours): what is under way goes on, and draws nothing."""
        self.show = ignore
        self.picture, self.renewed = ignore, ignore

    def change(self, **fields: Any) -> None:
        """Another state; the view draws it."""
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- looking up

    def choose_kind(self, kind: str) -> None:
        """indoor, outdoor, asset, locker or shift."""
        self.change(kind=kind, fresh=0)
        self.refresh()

    def find(self, text: str) -> None:
        """What stands in the field so far."""
        actor, time = self._ports.desk.actor, self._ports.desk.time
        self.change(asked=text)
        if text.strip():
            self._turns.read("hits", lambda r: asks.hits(r, actor, text, time), lambda rows: self._on_hits(text, rows))
        else:
            self.change(hits=())

    def pick(self, hit: Hit) -> None:
        """A row of the list was opened."""
        if hit.kind == "code":
            self._show_code(hit.id)
        else:
            self.choose(hit.id)

    def choose(self, household_id: str) -> None:
        """Show a household's codes."""
        actor, time = self._ports.desk.actor, self._ports.desk.time
        self._turns.read("subject", lambda r: asks.subject(r, actor, household_id, time), self._on_subject)

    def scanned(self, answer: Identified) -> bool:
        """A code was held up on this page: is it ours? Passes and visitors' codes go to the result card."""
        if answer.kind is Kind.PASS or (answer.code is None and answer.answer is Answer.VALID):
            return False
        verdict = asks.verdict_of(answer)
        if answer.code is None:
            self.change(panel=Panel.SUBJECT, subject=Subject("", "", (), verdict), chosen=None)
            return True
        self._show_code(answer.code_id, verdict)
        return True

    def to_residents(self) -> None:
        """There is nobody yet to issue a code to."""
        self._ports.go.to("people")

    def open_line(self, line: CodeLine) -> None:
        """A row of the withdrawn ones or of the passes."""
        self._show_code(line.id)

    def _show_code(self, code_id: str, verdict: Any = None) -> None:
        actor, time = self._ports.desk.actor, self._ports.desk.time
        self._turns.read("subject", lambda r: asks.by_code(r, actor, code_id, time, verdict), self._on_subject)

    # -- acts on one code

    def issue(self) -> None:
        """A code of the chosen kind for the household that is shown."""
        shown = self.model.subject
        if shown is not None and shown.id:
            kind, household_id = Kind(self.model.kind), shown.id
            self._turns.write("act", lambda u: service.issue(u, kind, household_id), self._on_issued)

    def reissue(self, line: CodeLine) -> None:
        """Replace a code; the old one is revoked at once. The view has said so before."""
        self._turns.write("act", lambda u: service.reissue(u, line.id), self._on_issued)

    def ask_revoke(self, line: CodeLine) -> None:
        """Which reason?"""
        self.change(panel=Panel.REVOKE, chosen=line)

    def revoke(self, reason: str) -> None:
        """Withdraw the chosen code for good."""
        line = self.model.chosen
        if line is not None:
            self._turns.write(
                "act", lambda u: service.revoke(u, line.id, RevokeReason(reason)), lambda _: self._on_revoked()
            )

    def draw(self, line: CodeLine, captions: bool) -> None:
        """One label as a picture; the view asks where to."""
        actor = self._ports.desk.actor

        def work(u: Any) -> Any:
            found = service.for_print(u, [line.id])
            return found, asks.imprint(u, actor, captions)

        self._turns.write("picture", work, lambda answer: self._on_drawn(*answer))

    def print_one(self, line: CodeLine) -> None:
        """A sheet with one label."""
        self.change(panel=Panel.LABELS, chosen=line)

    def say_done(self, words: str) -> None:
        """A quiet line, in the view's words."""
        self._ports.say.done(words)

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def ask(self, question: Any, yes: Callable[[], None]) -> None:
        """A question in the view's words."""
        self._ports.say.ask(question, yes)

    # -- answers

    def _reload(self, shown: Subject) -> None:
        if shown.id:
            self.choose(shown.id)
        elif shown.lines:
            self._show_code(shown.lines[0].id)

    def _on_overview(self, found: asks.Overview) -> None:
        self.change(
            households=found.households, without=found.without, counts=found.counts, revoked=found.revoked,
            passes=found.passes,
        )  # fmt: skip

    def _on_hits(self, text: str, rows: tuple[Hit, ...]) -> None:
        if text == self.model.asked:
            self.change(hits=rows)

    def _on_subject(self, found: Subject) -> None:
        self.change(panel=Panel.SUBJECT, subject=found)

    def _on_again(self, found: Subject) -> None:
        """Fresh states of the codes that are shown; whoever has gone on is left in peace."""
        before = self.model.subject
        if before is not None and before.id == found.id:
            self.change(subject=replace(found, verdict=before.verdict))

    def _on_issued(self, issued: Issued) -> None:
        self._ports.say.tone("good")
        self.renewed(issued.code_id)
        if issued.subject_id and self.model.subject is not None and self.model.subject.id:
            self.choose(issued.subject_id)
        else:
            self._show_code(issued.code_id)

    def _on_revoked(self) -> None:
        self._ports.say.tone("good")
        self.change(panel=Panel.SUBJECT, chosen=None)
        if self.model.subject is not None:
            self._reload(self.model.subject)

    def _on_drawn(self, found: tuple[Issued, ...], place: tuple[Any, Mapping[str, str]]) -> None:
        if found:
            here, doors = place
            self.picture(found[0], doors.get(found[0].subject_id, ""), here)
        else:
            self.refresh()
