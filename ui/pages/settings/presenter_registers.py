"""The register of what others were given, and the register of consents. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui import moments
from ui.pages.settings.model import ConsentRow, EntryRow, RegisterModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

MOST = 200


class RegistersPresenter:
    """`show(model)`; purpose: which consents are listed, "" for all."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.purpose = ""
        self.show: Callable[[RegisterModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore

    def refresh(self) -> None:
        if self.ports.desk.actor.may("disclosure"):
            self._turns.read("registers", self._model, self.show)
        else:
            self.show(RegisterModel())

    def only(self, purpose: str) -> None:
        """Consents to one purpose."""
        self.purpose = purpose
        self.refresh()

    def disclose(self, fields: Mapping[str, Any], done: Callable[[], None]) -> None:
        """fields: of desk.records.rules_register.Wish."""
        from desk.records.rules_register import Wish
        from desk.records.service_privacy import note_disclosure

        wish = Wish(**fields)

        def answered(_: Any) -> None:
            done()
            self.refresh()

        self._turns.write("registers", lambda u: note_disclosure(u, wish), answered, self.wrong)

    def papers(self, then: Callable[[Any], None]) -> None:
        """Both registers as they are printed: ui.paper.registers.Registers."""
        actor = self.ports.desk.actor

        def read(r: Any) -> Any:
            from desk.consenting import register
            from desk.operators.reads import labels
            from desk.records.reads_privacy import disclosures
            from desk.store.identity import here, house

            actor.require("disclosure")
            place = here(r)
            return {
                "estate": place.site_name, "handler": house(r).handler or place.site_name, "made_at": r.now,
                "phone": place.gate_phone, "entries": disclosures(r), "names": labels(r),
                "consents": register(r, actor, self.purpose),
            }  # fmt: skip

        self._turns.read("papers", read, then)

    def review(self, then: Callable[[Any], None]) -> None:
        """The figures of the compliance review: desk.reviewing.Review."""
        from desk.reviewing import review

        actor = self.ports.desk.actor
        backups = self.ports.desk.home.backups
        self._turns.read("review", lambda r: review(r, actor, backups), then)

    def _model(self, r: Any) -> RegisterModel:
        from desk.consenting import register
        from desk.records.reads_privacy import disclosures

        time = self.ports.desk.time
        return RegisterModel(
            tuple(
                EntryRow(one.id, moments.day(time.local(one.at)), one.entry, one.recipient, one.purpose or one.given)
                for one in disclosures(r, MOST)
            ),
            tuple(
                ConsentRow(
                    moments.day(time.local(one.at)) if one.at else "", one.who, one.purpose, one.act, one.guardian,
                    one.notice_version,
                )
                for one in register(r, self.ports.desk.actor, self.purpose)[:MOST]
            ),
        )  # fmt: skip
