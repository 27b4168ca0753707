"""The two signatures of a handover: who, by PIN or by card, and what came of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault, Refused
from desk.core.lanes import WRITE
from ui.pages.handover import asks
from ui.pages.handover.model import Filled, HandoverModel, Panel, Person, Put
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from desk.duty.reads_handover import Due
    from desk.handing import Done, Handing, Proof


class Signing:
    """`show(model)` draws; `wrong(error)` says on the pad what was not right."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[HandoverModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = HandoverModel()
        self._due: Due | None = None
        self._busy = False

    def take_over(self) -> None:
        """The relief signs."""
        self._sign(taking=True)

    def choose(self, person: Person | None) -> None:
        """Whose PIN is typed; None: choose again."""
        if person is not None and not person.has_pin:
            self._ports.say.problem(Refused("handover.no_pin", label=person.label))
        else:
            self._change(asking=person)

    def pin(self, pin: str) -> None:
        person = self.model.asking
        if person is not None:
            self._signed_by(lambda handing: handing.by_pin(pin, person.member_id, person.operator_id))

    def scan(self, seen: ScanSeen) -> bool:
        """While a signature is asked for: a card or badge signs; what somebody else holds up goes its usual way."""
        if self.model.panel is not Panel.SIGN:
            return False
        self._turns.read("scan", lambda r: _identify(r, seen), self._on_seen)
        return True

    def card(self, answer: Any) -> bool:
        """A duty card before a handover that waits, or before a draft with nothing missing, is a signature."""
        taking = self.model.panel is Panel.READ and self.model.put is not None and self.model.put.waits
        giving = self.model.panel is Panel.DRAFT and self.model.known and not self.model.lacks
        if answer.kind is None or answer.kind.value != "duty" or not (taking or giving):
            return False
        self._change(taking=taking)
        self._signed_by(lambda handing: handing.by_code(answer))
        return True

    def look(self, handover_id: str, **fields: Any) -> None:
        """One that was put down; the fields of the model change with it."""
        time = self._ports.desk.time
        self._turns.read("put", lambda r: asks.put(r, handover_id, time), lambda found: self._on_put(found, fields))

    def _sign(self, taking: bool) -> None:
        self._change(panel=Panel.SIGN, taking=taking, asking=None, people=())
        state, due = self._ports.desk.session.state, self._due
        handover_id = self.model.put.id if taking and self.model.put is not None else ""

        def found(people: tuple[Person, ...]) -> None:
            mine = [one for one in people if one.mine and one.has_pin]
            self._change(people=people, asking=mine[0] if len(mine) == 1 else None)

        self._turns.read("people", lambda r: asks.people(r, state, taking, handover_id, due), found)

    def _signed_by(self, prove: Callable[[Handing], Proof | None]) -> None:
        model, due = self.model, self._due

        def work(handing: Handing) -> Done | None:
            proof = prove(handing)
            if proof is None:
                return None
            if model.taking and model.put is not None:
                return handing.take_over(model.put.id, proof)
            return handing.hand_over(model.body, proof, due)

        self._run(work, self._on_taken if model.taking else self._on_given)

    def _on_seen(self, found: tuple[bool, Any]) -> None:
        badge, answer = found
        if badge:
            self._signed_by(lambda handing: handing.by_badge(answer))
        elif answer.kind is not None and answer.kind.value != "duty" and answer.answer.value == "valid":
            self._ports.go.result(answer)  # a visitor does not wait for a handover
        else:
            self._signed_by(lambda handing: handing.by_code(answer))

    def _on_given(self, done: Done) -> None:
        self._ports.say.tone("good")
        self.look(done.handover_id, filled=Filled(), asking=None, left=done.left, thanks=done.helped)

    def _on_taken(self, done: Done) -> None:
        self._ports.say.tone("good")
        self.look(done.handover_id, asking=None, took=done.label, left=done.left, thanks=done.helped)

    def _on_put(self, found: Put | None, fields: Mapping[str, Any]) -> None:
        if found is None:
            self._ports.say.problem(Refused("handover.gone"))
        else:
            self._change(**{"took": "", "left": "", "panel": Panel.READ, "put": found, "known": True, **fields})

    def _run(self, work: Callable[[Handing], Any], done: Callable[[Any], None]) -> None:
        """One signature at a time."""
        if self._busy:
            return
        self._busy = True

        def turn() -> Any:
            from desk.handing import Handing

            return work(Handing(self._ports.desk))

        def answered(value: Any) -> None:
            self._busy = False
            if value is not None:
                done(value)

        self._ports.desk.lanes.run(WRITE, turn, answered, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Fault) and self.model.asking is not None:
            self._ports.say.tone("bad")
            self.wrong(error)
        else:
            self._ports.say.problem(error)

    def _change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)


def _identify(r: Any, seen: ScanSeen) -> tuple[bool, Any]:
    """(True, text) for the badge of a sign-on, else (False, what the code is)."""
    from desk.codes.reads import identify
    from desk.operators.reads import owner_of_badge

    if not seen.raw and owner_of_badge(r, seen.text) is not None:
        return True, seen.text
    return False, identify(r, seen.text, seen.raw)
