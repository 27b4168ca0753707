"""The handover page: fills in the draft, takes two signatures, shows those of before, keeps the list of counted things. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui.pages.handover import asks
from ui.pages.handover.model import Drafted, Filled, Panel, Put
from ui.pages.handover.signing import Signing
from ui.shell.aloud import read_aloud
from ui.shell.ports import Ports, ignore

if TYPE_CHECKING:
    from desk.duty.reads_handover import Due

MANY = 999


class HandoverPresenter(Signing):
    """`lack(what, ref)` is set by the view as well: it shows what is missing."""

    def __init__(self, ports: Ports) -> None:
        super().__init__(ports)
        self.lack: Callable[[str, str], None] = ignore

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

    # -- the ways between panels

    def go(self, panel: Panel) -> None:
        self._change(panel=panel, asking=None)
        if panel is Panel.PAST:
            time = self._ports.desk.time
            self._turns.read("past", lambda r: asks.past(r, time), lambda rows: self._change(past=rows))
        elif panel in (Panel.DRAFT, Panel.ITEMS):
            self._ask(settle=False)

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
        read_aloud(self._ports, words)

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

        devices = self._ports.extras.get("devices")
        attached = devices.attached() if devices is not None else ()
        self._turns.read("draft", lambda r: asks.everything(r, actor, time, attached), found)

    def _on_stayed(self, _: Any) -> None:
        self._ports.say.tone("good")
        self._ask(settle=False)

    def _on_again(self, found: Put | None) -> None:
        """The same one, fresh; whoever has gone on meanwhile is left alone."""
        put = self.model.put
        if found is not None and self.model.panel is Panel.READ and put is not None and put.id == found.id:
            self._change(put=found)
