"""Who signs on, switches, goes off duty, locks. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from desk.core.errors import Fault, Refused
from desk.core.lanes import WRITE
from desk.operators.reads import sign_on_list
from ui.clocked import Clocked
from ui.pages.signon.model import Person, SignonModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns
from ui.texts import sentence

if TYPE_CHECKING:
    from desk.clocking import Turned
    from desk.core.events import ScanSeen

VOUCH = "operators.vouch"


class SignonPresenter:
    """`show(model)` draws; `wrong(error)` says on the pad what was not right."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[SignonModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self._people: tuple[Person, ...] = ()
        self._asking: Person | None = None
        self._wanted = ""
        self._busy = False
        self._thanks = ("", 0)
        self._clocked, self._turned = Clocked(ports), cast("Turned | None", None)

    def open(self, operator_id: str = "") -> None:
        """Look up who may sign on; with an id, go on as if that one had been chosen."""
        self._asking, self._wanted = None, operator_id
        self.refresh()

    def refresh(self) -> None:
        self._turns.read("people", sign_on_list, self._found)

    def choose(self, operator_id: str) -> None:
        """A name was pressed: switch when that is enough, else ask for the PIN."""
        person = next((p for p in self._people if p.operator_id == operator_id), None)
        if person is None:
            return
        locked = self._ports.desk.session.state.locked
        if person.acting and not locked:
            self._ports.go.back()
        elif person.on_duty and not locked:
            self._run(lambda: self._ports.desk.session.switch(operator_id), person)
        else:
            self._ask(person)

    def pin(self, pin: str) -> None:
        """A PIN was typed for the one chosen."""
        person = self._asking
        if person is None:
            return
        session, locked = self._ports.desk.session, self._ports.desk.session.state.locked
        if person.on_duty and not locked:
            self._run(lambda: session.switch(person.operator_id, pin), person)
        else:
            self._run(lambda: session.sign_on_pin(person.operator_id, pin), person)

    def badge(self, seen: ScanSeen) -> bool:
        """A scan while this page is in front of a locked desk is a card or badge; any other scan goes its usual way."""
        if not self._ports.desk.session.state.locked:
            return False
        self._run(lambda: self._by_card(seen.text), None)
        return True

    def _by_card(self, text: str) -> Any:
        """A badge opens the desk; so does a duty card, which clocks its owner on as well."""
        from desk.clocking import Clocking
        from desk.codes.reads import identify
        from desk.codes.rules import Answer, Kind

        desk = self._ports.desk
        with desk.store.reading() as r:
            seen = identify(r, text)
        if seen.kind is Kind.DUTY and seen.answer is Answer.VALID:
            self._turned = Clocking(desk).by_code(seen)
            return None
        return desk.session.sign_on_badge(text)

    def vouch(self, name: str) -> None:
        """Answer for a first-timer until midnight."""
        self._run(lambda: self._ports.desk.session.vouch(name), None)

    def sign_off(self) -> None:
        """The acting one goes off duty."""
        self._run(self._leave, None)

    def _leave(self) -> Any:
        """Off duty at the desk, and what the day came to."""
        from desk.thanking import helped

        desk = self._ports.desk
        leaving = desk.session.state.active
        left = desk.session.sign_off()
        with desk.store.reading() as r:
            self._thanks = (leaving.label if leaving else "", helped(r, desk.time.day_start(r.now)))
        return left

    def lock(self) -> None:
        self._run(self._ports.desk.session.lock, None, stay=True)

    def practise(self) -> None:
        """The practice estate, in a window of its own; in that window, its first morning."""
        if (practise := self._ports.extras.get("practise")) is not None:
            practise()

    def again(self) -> bool:
        """Back from the PIN to the names. False when one stands at the names already."""
        was, self._asking = self._asking is not None, None
        self._draw()
        return was

    def leave(self) -> None:
        """Back to where one was."""
        self._ports.go.back()

    def _found(self, chips: Any) -> None:
        state = self._ports.desk.session.state
        here = {chip.operator_id for chip in state.chips}
        self._people = tuple(
            Person(c.operator_id, c.label, c.role, c.has_pin, c.operator_id in here, c.operator_id == state.active_id)
            for c in sorted(chips, key=lambda c: c.operator_id not in here)
        )
        wanted, self._wanted = self._wanted, ""
        self._draw()
        if wanted:
            self.choose(wanted)

    def _ask(self, person: Person) -> None:
        self._asking = person
        self._draw()

    def _draw(self) -> None:
        desk = self._ports.desk
        self.show(SignonModel(self._people, desk.session.state.locked, self._asking, desk.actor.may(VOUCH)))

    def _run(self, call: Callable[[], Any], person: Person | None, stay: bool = False) -> None:
        if self._busy:
            return
        self._busy = True
        locked = self._ports.desk.session.state.locked  # then the shell itself goes back to where one was

        def done(_: Any) -> None:
            self._busy, self._asking = False, None
            self._ports.say.tone("good")
            self._thank()
            turned, self._turned = self._turned, None
            if turned is not None:  # the card clocked its owner on: said, and taken back like everywhere
                self._clocked.told(turned)
            if not stay and not locked:
                self._ports.go.back()

        def failed(error: Exception) -> None:
            self._busy = False
            self._failed(error, person)

        self._ports.desk.lanes.run(WRITE, call, done, failed)

    def _thank(self) -> None:
        """Once, when somebody has just left."""
        (label, count), self._thanks = self._thanks, ("", 0)
        if label and count:
            self._ports.say.done(sentence("clocking.thanks", {"label": label, "n": count}))

    def _failed(self, error: Exception, person: Person | None) -> None:
        if isinstance(error, Refused) and error.code == "operator.pin_needed" and person is not None:
            self._ask(person)
        elif isinstance(error, Fault) and self._asking is not None:
            self._ports.say.tone("bad")
            self.wrong(error)
        else:
            self._ports.say.problem(error)
