"""The handover page: fills in the draft, takes two signatures, shows those of before, keeps the list of counted things. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault, Refused
from desk.core.lanes import WRITE
from ui.pages.handover import asks
from ui.pages.handover.model import Drafted, Filled, HandoverModel, Panel, Person, Put
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from desk.duty.reads_handover import Due
    from desk.handing import Done, Handing, Proof

MANY = 999


class HandoverPresenter:
    """`show(model)` draws; `wrong(error)` says on the pad what was not right; `lack(what, ref)`: shows what is missing."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[HandoverModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.lack: Callable[[str, str], None] = ignore
        self.model = HandoverModel()
        self._due: Due | None = None
        self._busy = False

    def open(self, panel: str = "", handover_id: str = "") -> None:
        """Came to the front: the one that waits, or the draft."""
        if handover_id:
            self.look(handover_id)
        elif panel in (Panel.PAST, Panel.ITEMS):
            self.go(Panel(panel))
        else:
            self._change(panel=Panel.DRAFT, put=None, took="", left="", asking=None)
            self._ask(settle=True)

    def refresh(self) -> None:
        """Something was written: fresh figures, and what was answered stays."""
        if self.model.panel in (Panel.DRAFT, Panel.ITEMS):
            self._ask(settle=False)
        elif self.model.panel is Panel.READ and self.model.put is not None:
            shown, time = self.model.put.id, self._ports.desk.time
            self._turns.read("again", lambda r: asks.put(r, shown, time), self._on_again)

    # -- the draft

    def tick(self, topic: str, tick: bool) -> None:
        answer = self.model.body.answers.get(topic)
        self._answer(topic, tick, answer.note if answer is not None else "")

    def note(self, topic: str, note: str) -> None:
        answer = self.model.body.answers.get(topic)
        self._answer(topic, answer is not None and answer.tick, note)

    def count(self, item_id: str, counted: int | None, note: str | None = None) -> None:
        """So many were counted; note None: the words stay."""
        filled = self.model.filled
        before = filled.counts.get(item_id, (None, ""))
        counted = None if counted is None else max(0, min(MANY, counted))
        counts = {**filled.counts, item_id: (counted, before[1] if note is None else note)}
        self._change(filled=replace(filled, counts=counts))

    def words(self, note: str) -> None:
        """What else there is to say; not drawn again while one types."""
        self.model = replace(self.model, filled=replace(self.model.filled, note=note))

    def ready_to_sign(self) -> None:
        """All is ticked and counted: the one who goes signs. Else the first thing that is missing is shown."""
        missing = self.model.lacks
        if missing:
            self._ports.say.tone("bad")
            self.lack(missing[0][0].value, missing[0][1])
        else:
            self._sign(taking=False)

    def stay_on(self) -> None:
        """Nobody came: whoever is here stays, and the minutes are written down."""
        shift_id, body = self.model.drafted.shift_id, self.model.body
        self._run(lambda handing: handing.stay_on(shift_id, body), self._on_stayed)

    # -- signing

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

    # -- the ways between panels

    def go(self, panel: Panel) -> None:
        self._change(panel=panel, asking=None)
        if panel is Panel.PAST:
            time = self._ports.desk.time
            self._turns.read("past", lambda r: asks.past(r, time), lambda rows: self._change(past=rows))
        elif panel in (Panel.DRAFT, Panel.ITEMS):
            self._ask(settle=False)

    def look(self, handover_id: str, **fields: Any) -> None:
        """One that was put down; the fields of the model change with it."""
        time = self._ports.desk.time
        self._turns.read("put", lambda r: asks.put(r, handover_id, time), lambda found: self._on_put(found, fields))

    def correct(self) -> None:
        """A new one instead: nothing that was put down is changed."""
        found = self.model.put
        if found is not None:
            counts = {one.item_id: (one.counted, one.note) for one in found.body.items}
            self._change(filled=Filled(dict(found.body.answers), counts, found.body.note), took="")
        self.go(Panel.DRAFT)

    def back(self) -> bool:
        """One step back; False when the page itself may be left."""
        model = self.model
        if model.panel is Panel.SIGN and model.asking is not None:
            self._change(asking=None)
        elif model.panel is Panel.SIGN and model.taking and model.put is not None:
            self._change(panel=Panel.READ)
        elif (
            model.panel is Panel.READ
            and model.past
            and model.put is not None
            and not model.put.waits
            and not model.took
        ):
            self.go(Panel.PAST)
        elif model.panel in (Panel.SIGN, Panel.PAST, Panel.ITEMS):
            self.open()
        else:
            return False
        return True

    def leave(self) -> None:
        if not self.back():
            self._ports.go.back()

    def begin_duty(self) -> None:
        """Taken over: to the day."""
        self._ports.go.to("today")

    def look_at(self, page: str, **arguments: Any) -> None:
        """What a group is about."""
        self._ports.go.to(page, **arguments)

    def read_aloud(self, words: str) -> None:
        """Without names: the room hears it."""
        speech = self._ports.extras.get("speech")
        if speech is None or not speech.read(words):
            self._ports.say.problem(Refused("speech.none"))

    # -- things that are counted

    def add_item(self, name: str, expected: int, kind: str = "item") -> None:
        self._item(lambda u, service: service.add_item(u, name, expected, kind))

    def edit_item(self, item_id: str, name: str, expected: int, kind: str) -> None:
        self._item(lambda u, service: service.edit_item(u, item_id, name, expected, kind))

    def drop_item(self, item_id: str, words: str) -> None:
        """Taken off the list; undone by putting it on again."""
        found = self.model.count(item_id)

        def done(_: Any) -> None:
            if found is not None:
                self._ports.say.undo(words, lambda: self.add_item(found.name, found.expected, found.kind))

        self._item(lambda u, service: service.drop_item(u, item_id), done)

    def _item(self, verb: Callable[[Any, Any], Any], done: Callable[[Any], None] = ignore) -> None:
        def work(u: Any) -> Any:
            from desk.duty import service_items

            return verb(u, service_items)

        self._turns.write("item", work, done)

    # -- drafts over a lock or another language

    def draft(self) -> dict[str, Any]:
        return self.model.filled.as_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._change(filled=Filled.of(draft))

    # -- inside

    def _answer(self, topic: str, tick: bool, note: str) -> None:
        from desk.duty.rules_handover import Answer

        filled = self.model.filled
        self._change(filled=replace(filled, answers={**filled.answers, topic: Answer(tick, note)}))

    def _ask(self, settle: bool) -> None:
        desk = self._ports.desk
        actor, time = desk.actor, desk.time

        def found(answer: tuple[Drafted, Put | None, Due | None]) -> None:
            drafted, waiting, self._due = answer
            may = actor.may("items.edit")
            if settle and waiting is not None and self.model.filled.empty:
                self._change(panel=Panel.READ, put=waiting, known=True, drafted=drafted, may_items=may, past=())
            else:
                self._change(known=True, drafted=drafted, may_items=may)

        self._turns.read("draft", lambda r: asks.everything(r, actor, time), found)

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

    def _on_stayed(self, _: Any) -> None:
        self._ports.say.tone("good")
        self._ask(settle=False)

    def _on_put(self, found: Put | None, fields: Mapping[str, Any]) -> None:
        if found is None:
            self._ports.say.problem(Refused("handover.gone"))
        else:
            self._change(**{"took": "", "left": "", "panel": Panel.READ, "put": found, "known": True, **fields})

    def _on_again(self, found: Put | None) -> None:
        """The same one, fresh; whoever has gone on meanwhile is left alone."""
        put = self.model.put
        if found is not None and self.model.panel is Panel.READ and put is not None and put.id == found.id:
            self._change(put=found)

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
