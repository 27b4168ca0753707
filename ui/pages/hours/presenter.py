"""Hours per person and month, what waits, corrections, statements and certificates. No Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui.pages.hours import asks
from ui.pages.hours.forms import Forms
from ui.pages.hours.model import Ask, HoursModel, Panel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class HoursPresenter:
    """`show(model)` draws; `wrong(error)`: the form was refused; `done(what, n)` in words; `print(words)`: a paper."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[HoursModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.done: Callable[[str, int], None] = ignore
        self.print: Callable[[Any], None] = ignore
        self.model = HoursModel()
        self._forms = Forms(self)
        self._child: Any = None

    def open(self, month: str = "", panel: str = "") -> None:
        """Came to the front."""
        wanted = month or self.model.month or self.ports.desk.time.day(self.ports.clock.now_ms()).isoformat()[:7]
        self.change(month=wanted)
        if panel and Panel(panel) is not self.model.panel:
            self.go(Panel(panel))
        else:
            self.refresh()

    def refresh(self) -> None:
        """What the panel in front shows, anew."""
        desk, model = self.ports.desk, self.model
        may, time, operator = desk.actor.may, desk.time, desk.actor.operator_id
        self.change(
            may_clock=may("duty.clock"), may_verify=may("duty.verify"), may_certify=may("duty.certify"),
            may_export=may("export.service"), may_card=may("duty.edit"),
        )  # fmt: skip
        if not model.month:
            return
        self.turns.read("month", lambda r: asks.month(r, model.month, time, operator), self._on_month)
        if model.person is not None:
            who = model.person.member_id
            self.turns.read(
                "person", lambda r: asks.of_person(r, who, model.month, time), lambda rows: self.change(records=rows)
            )
        if model.card is not None:
            record_id = model.card.record.id
            self.turns.read("card", lambda r: asks.card(r, record_id, operator, time), self._on_card)
        if model.panel in (Panel.PAPERS, Panel.PAPER):
            self.turns.read("papers", lambda r: asks.papers(r, operator, time), self._on_papers)

    # -- coming and going

    def go(self, panel: Panel) -> None:
        """One panel deeper."""
        self.change(panel=panel, back=(*self.model.back, self.model.panel))
        self.refresh()

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        if not self.model.back:
            return False
        *before, last = self.model.back
        fields: dict[str, Any] = {"panel": last, "back": tuple(before), "form": None}
        if last is Panel.MONTH:
            fields |= {"person": None, "card": None, "paper": None}
        self.change(**fields)
        self.refresh()
        return True

    def leave(self) -> None:
        if not self.back():
            self.ports.go.back()

    def step(self, by: int) -> None:
        """The month before or after."""
        from desk.duty.rules import month_after

        self.change(month=month_after(self.model.month, by))
        self.refresh()

    def open_person(self, member_id: str) -> None:
        person = next((one for one in self.model.sums if one.member_id == member_id), None)
        if person is not None:
            self.change(person=person, records=())
            self.go(Panel.PERSON)

    def open_record(self, record_id: str) -> None:
        desk = self.ports.desk
        operator, time = desk.actor.operator_id, desk.time
        self.turns.read("card", lambda r: asks.card(r, record_id, operator, time), self._on_opened)

    def open_paper(self, paper_id: str) -> None:
        found = next((one for one in self.model.papers if one.id == paper_id), None)
        if found is not None:
            self.change(paper=found)
            self.go(Panel.PAPER)

    # -- what is said of records

    def verify(self) -> None:
        """The opened record counts as it is."""
        if self.model.card is not None:
            self._verify([self.model.card.record.id])

    def verify_all(self) -> None:
        """Everything that waits, but for what its owner has questioned, and one's own."""
        self._verify([one.id for one in self.model.waits if one.sure])

    def _verify(self, ids: list[str]) -> None:
        from desk.duty import service_hours

        self.turns.write("verify", lambda u: service_hours.verify(u, ids), self._on_verified)

    # -- papers

    def step_paper(self, what: str) -> None:
        """accept or post the opened paper."""
        from desk.duty import service_certificates

        verb = {"accept": service_certificates.accept, "post": service_certificates.post}[what]
        paper = self.model.paper
        if paper is not None:
            self.turns.write("paper", lambda u: verb(u, paper.id), lambda _: self.after(what))

    def print_paper(self) -> None:
        """The opened paper, as it was issued."""
        paper, time = self.model.paper, self.ports.desk.time
        if paper is not None:
            self.turns.read("print", lambda r: asks.words_of(r, paper.id, time), self._on_words)

    def print_card(self, lost: bool = False, photo: bool = False) -> None:
        """The duty card of the person in front: the one they have once more, or another when it was lost.

        photo: they agreed to have theirs on it.
        """
        person = self.model.person
        if person is not None:
            self.turns.write("card_print", lambda u: asks.duty_card(u, person, lost, photo), self._on_words)

    # -- forms

    def ask(self, what: Ask) -> None:
        """Open a form."""
        self._forms.open(what)

    def submit(self, values: Mapping[str, str]) -> None:
        """The form was filled in."""
        self._forms.submit(values)

    def after(self, what: str, n: int = 1) -> None:
        """Something was done: say it, and show things as they are."""
        self.ports.say.tone("good")
        self.done(what, n)
        self.refresh()

    # -- export

    def columns(self) -> tuple[str, ...]:
        """Keys of the columns of a table, for their heads."""
        from desk.duty.reads_export import COLUMNS

        return COLUMNS

    def export(self, path: Path, titles: Mapping[str, str]) -> None:
        """The month in front as a table, masked, in a process of its own. titles: column -> head."""
        from desk.duty.rules import days_of

        if self._child is not None:
            return
        days = days_of(self.model.month)
        who = self.ports.desk.session.state.active_id
        words = ["export", "service", "--format", path.suffix.lstrip(".").lower() or "xlsx", "--out", str(path)]
        words += ["--since", days[0], "--until", days[-1], "--operator", who, "--progress-json", "--json"]
        words += ["--titles", json.dumps(dict(titles), ensure_ascii=False)]
        rows = [0]
        self._child = self.ports.extras["child"]()
        self._child.start(
            words,
            lambda line: rows.__setitem__(0, int(line.get("rows", rows[0]))),
            lambda error: self._exported(error, rows[0]),
        )

    def say(self, words: str) -> None:
        self.ports.say.done(words)

    def change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)

    def _exported(self, error: Exception | None, rows: int) -> None:
        self._child = None
        if error is not None:
            self.ports.say.problem(error)
        else:
            self.done("exported", rows)

    def _on_month(self, fields: dict[str, Any]) -> None:
        person = self.model.person
        if person is not None:
            fields["person"] = next((one for one in fields["sums"] if one.member_id == person.member_id), person)
        self.change(**fields)

    def _on_opened(self, card: Any) -> None:
        if card is not None:
            self.change(card=card)
            self.go(Panel.RECORD)

    def _on_card(self, card: Any) -> None:
        """None: another record stands for it by now, and the list shows that one."""
        if card is not None:
            self.change(card=card)
        elif self.model.panel is Panel.RECORD:
            self.change(card=None)
            self.back()

    def _on_papers(self, papers: tuple[Any, ...]) -> None:
        paper = self.model.paper
        self.change(
            papers=papers, paper=next((one for one in papers if paper is not None and one.id == paper.id), paper)
        )

    def _on_verified(self, n: int) -> None:
        if self.model.panel is Panel.RECORD:
            self.back()
        self.after("verified", n)

    def _on_words(self, words: Any) -> None:
        if words is not None:
            self.print(words)
