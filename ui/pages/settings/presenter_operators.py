"""Who may work here: adding, roles, PINs, badges. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.core.lanes import WRITE
from ui import moments
from ui.pages.settings.model import OperatorsModel, Person
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class OperatorsPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[OperatorsModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = OperatorsModel()

    def refresh(self) -> None:
        if self.ports.desk.actor.may("operators.edit"):
            self._turns.read("people", self._people, lambda people: self._draw(people=people))

    def open(self, operator_id: str) -> None:
        """Somebody's card; "" for the list."""
        self._draw(open_id=operator_id, badge="")

    def add(self, name: str, role: str, pin: str) -> None:
        from desk.operators.service import add_operator

        self._change(lambda u: add_operator(u, name, role, pin), lambda chip: self.open(chip.operator_id))

    def vouch(self, name: str) -> None:
        """A first-timer until midnight; they are on duty at once."""
        session = self.ports.desk.session
        self.ports.desk.lanes.run(WRITE, lambda: session.vouch(name), lambda _: self.refresh(), self.wrong)

    def set_role(self, operator_id: str, role: str) -> None:
        from desk.operators.service import edit_operator

        self._change(lambda u: edit_operator(u, operator_id, role=role))

    def set_active(self, operator_id: str, active: bool) -> None:
        from desk.operators.service import edit_operator

        def done(_: Any) -> None:
            if not active:
                self.ports.say.undo("", lambda: self.set_active(operator_id, True))

        self._change(lambda u: edit_operator(u, operator_id, active=active), None if active else done)

    def set_pin(self, operator_id: str, pin: str, done: Callable[[], None]) -> None:
        from desk.operators.service import set_pin

        self._change(lambda u: set_pin(u, operator_id, pin), lambda _: done())

    def make_badge(self, operator_id: str) -> None:
        """A fresh badge; the former one signs nobody on any more. Its text is shown once, to be printed."""
        from desk.operators.service import issue_badge

        self._change(lambda u: issue_badge(u, operator_id), lambda text: self._draw(badge=text))

    def note_photo(self, operator_id: str) -> None:
        """Its owner agreed to a photo on this card: on record, the photo is not."""
        from desk.operators.service import note_badge_photo

        self._change(lambda u: note_badge_photo(u, operator_id))

    def clear_badge(self, operator_id: str) -> None:
        from desk.operators.service import clear_badge

        self._change(lambda u: clear_badge(u, operator_id))

    def _change(self, work: Callable[[Any], Any], then: Callable[[Any], None] | None = None) -> None:
        def done(value: Any) -> None:
            self.refresh()
            if then is not None:
                then(value)

        self._turns.write("operator", work, done, self.wrong)

    def _people(self, r: Any) -> tuple[Person, ...]:
        from desk.operators.reads import everyone

        time = self.ports.desk.time
        return tuple(
            Person(
                one.operator_id, one.display_name, one.label, one.role, one.has_pin, one.has_badge, one.active,
                moments.moment(time.local(one.valid_until)) if one.valid_until else "",
            )
            for one in everyone(r)
            if one.valid_until is None or one.valid_until > r.now
        )  # fmt: skip

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
