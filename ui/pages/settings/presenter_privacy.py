"""Requests of people about their own data, their answers on paper, and the notice on the wall. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk.core.masking import mask_name
from ui import moments
from ui.pages.settings.model import AnswerModel, Match, PrivacyModel, RequestRow
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

MATCHES = 5


class PrivacyPresenter:
    """`show` draws the list; what forms ask for comes back by the call they give along."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[PrivacyModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore

    def refresh(self) -> None:
        self._turns.read("privacy", self._model, self.show)

    def find(self, text: str, then: Callable[[tuple[Match, ...]], None]) -> None:
        """Residents by name, telephone or room, masked."""
        actor = self.ports.desk.actor

        def read(r: Any) -> tuple[Match, ...]:
            from desk.people.reads import search_residents

            return tuple(
                Match(one.id, f"{one.masked_name} {one.masked_phone}".strip(), "、".join(tie.place for tie in one.ties))
                for one in search_residents(r, actor, text, MATCHES)
            )

        self._turns.read("find", read, then)

    def take(self, fields: Mapping[str, str], done: Callable[[], None]) -> None:
        """fields: of desk.records.service_privacy.Asking."""
        from desk.records.service_privacy import Asking, take_request

        asking = Asking(**fields)
        self._write(lambda u: take_request(u, asking), lambda _: done())

    def look(self, request_id: str, then: Callable[[AnswerModel], None]) -> None:
        """What one has to know to answer."""
        self._turns.read("look", lambda r: self._look(r, request_id), then)

    def answer(self, request_id: str, fields: Mapping[str, Any], done: Callable[[int], None]) -> None:
        """fields: of desk.asking.Answering. done(how many sorts were kept back)."""
        from desk.asking import Answering, answer

        said = Answering(**fields)
        self._write(lambda u: answer(u, request_id, said), lambda kept: done(len(kept)))

    def paper(self, request_id: str, then: Callable[[Any, str], None]) -> None:
        """What goes on paper, and the estate's name; who asked for it stands in the trail."""
        from desk.asking import open_answer
        from desk.store.identity import here

        self._turns.write(
            "paper", lambda u: (open_answer(u, request_id), here(u).site_name), lambda made: then(*made), self.wrong
        )

    def open_record(self, person_id: str) -> None:
        """Where a resident's data is put right."""
        self.ports.go.to("people", person_id=person_id)

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

    def _write(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        def answered(result: Any) -> None:
            done(result)
            self.refresh()

        self._turns.write("privacy", work, answered, self.wrong)

    def _model(self, r: Any) -> PrivacyModel:
        from desk.records.reads_privacy import requests
        from desk.store.identity import house

        time, actor = self.ports.desk.time, self.ports.desk.actor
        found = requests(r, limit=200)
        return PrivacyModel(
            tuple(
                RequestRow(
                    one.id, moments.day(time.local(one.at)), one.kind, mask_name(one.asked_by),
                    moments.day(time.local(one.due_at)), one.outcome, one.overdue(r.now),
                )
                for one in sorted(found, key=lambda one: (bool(one.outcome), one.due_at if not one.outcome else 0))
            ),
            actor.may("privacy.settle"), house(r).handler,
        )  # fmt: skip

    def _look(self, r: Any, request_id: str) -> AnswerModel:
        from desk import asking
        from desk.records.reads_privacy import request
        from desk.records.rules_requests import Kind, Subject

        one, actor = request(r, request_id), self.ports.desk.actor
        held = asking.about(r, request_id)
        consents = asking.standing_consents(r, request_id) if one.kind in (Kind.WITHDRAW, Kind.DELETE) else ()
        return AnswerModel(
            one.id, one.kind, one.asked_by, one.identified, one.note,
            moments.day(self.ports.desk.time.local(one.due_at)), one.overdue(r.now),
            tuple((kind.kind, kind.count) for kind in held),
            one.subject_id if one.subject_kind == Subject.PERSON else "", consents,
            one.kind == Kind.DELETE and bool(held) and actor.may("retention.run"),
        )  # fmt: skip
