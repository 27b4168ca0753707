"""Finds residents and households, opens one, and shows somebody in full for half a minute. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.people import service
from desk.people.rules import Revealed
from ui.pages.people import asks
from ui.pages.people.editing import Editing
from ui.pages.people.model import Card, Door, Form, Found, Panel, PeopleModel, Sheet, Shown
from ui.pages.people.sheets import SheetImport
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

OVER = {Panel.REASON: Panel.HOUSEHOLD, Panel.PERSON: Panel.HOUSEHOLD, Panel.MERGE: Panel.PERSON}
OVER |= {Panel.STANDING: Panel.HOUSEHOLD}


class PeoplePresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[PeopleModel], None] = ignore
        self.model = PeopleModel()
        self.editing = Editing(ports, self._turns, self.change, self.open_household)
        self.importing = SheetImport(ports, self._on_sheet)
        self._full: Revealed | None = None
        self._until = 0.0

    # -- coming and going

    def open(self, household_id: str = "", section: str = "") -> None:
        """Came to the front; with a household, its card at once. section `import`: the sheet."""
        self.refresh()
        if household_id:
            self.open_household(household_id)
        elif section == "import" and self.model.may_import:
            self.change(panel=Panel.IMPORT)

    def leave(self) -> None:
        """Another page is in front: nothing in full stays behind."""
        self.hide()

    def refresh(self) -> None:
        """Fresh figures, the list and the card that are shown."""
        actor = self._ports.desk.actor
        self._take_rights()
        self._turns.read("overview", lambda r: asks.overview(r, actor), self._on_overview)
        if self.model.panel is Panel.HOUSEHOLD and self.model.card is not None:
            household_id, time = self.model.card.id, self._ports.desk.time
            self._turns.read("again", lambda r: asks.card(r, actor, household_id, time), self._on_card_again)
        elif self.model.panel is Panel.HOME:
            self._list_again()

    def _take_rights(self) -> None:
        """Somebody else may be on duty by now: what only the one before might see is gone."""
        may = self._ports.desk.actor.may
        self.model = replace(
            self.model, may_edit=may("people.edit"), may_reveal=may("people.reveal"), may_import=may("people.import"),
            may_issue=may("codes.issue"), may_pass=may("pass.issue"), may_admit=may("visit.admit"),
            may_face=may("faces.withdraw"),
        )  # fmt: skip
        if self.model.building and not may("people.browse"):
            self.model = replace(self.model, building="", found=())

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        panel = self.model.panel
        if panel is Panel.HOME:
            if not (self.model.asked or self.model.building):
                return False
            self.find("")
            return True
        if self.model.sheet.busy:
            return False  # it goes on while one is elsewhere
        after = OVER.get(panel, Panel.HOME)
        if panel is Panel.DOOR and self.model.door.id:
            after = Panel.HOUSEHOLD
        if after is Panel.HOME:
            self.hide()
            self.change(card=None, chosen="")
        if panel is Panel.IMPORT:
            self.importing.forget()
        self.change(panel=after)
        return True

    def go_back(self) -> None:
        """The button: one panel back, or to the page before while long work goes on here."""
        if not self.back():
            self._ports.go.back()

    def abandon(self) -> None:
        """The view is gone (another language, other colours): what is under way goes on, and draws nothing."""
        self.show = ignore

    def change(self, **fields: Any) -> None:
        """Another state; the view draws it."""
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- finding

    def find(self, text: str) -> None:
        """What stands in the field so far."""
        self.change(asked=text, building="", found=self.model.found if text.strip() else ())
        self._list_again()

    def browse(self, building: str) -> None:
        """The doors of a building."""
        self.change(building=building, asked="")
        self._list_again()

    def _list_again(self) -> None:
        actor, asked, building = self._ports.desk.actor, self.model.asked, self.model.building
        if asked.strip():
            self._turns.read("list", lambda r: asks.search(r, actor, asked), self._on_found)
        elif building:
            self._turns.read("list", lambda r: asks.doors_of(r, actor, building), self._on_found)

    def pick(self, row: Found) -> None:
        """A row was opened: the household's card, with the resident marked."""
        if row.id:
            self.open_household(row.id, row.person_id)

    # -- a household

    def open_household(self, household_id: str, person_id: str = "", then: Form | None = None) -> None:
        """Show a household's card; `then`: a half-filled form of somebody new in it."""
        actor, time = self._ports.desk.actor, self._ports.desk.time
        self._turns.read(
            "card", lambda r: asks.card(r, actor, household_id, time), lambda card: self._on_card(card, person_id, then)
        )

    def mark(self, person_id: str) -> None:
        """Another resident is marked."""
        if person_id != self.model.chosen:
            self.change(chosen=person_id)

    def register(self) -> None:
        """A visitor to this household."""
        if self.model.card is not None:
            self._ports.go.to("admit", household_id=self.model.card.id)

    def codes(self) -> None:
        """The household's codes."""
        if self.model.card is not None:
            self._ports.go.to("codes", household_id=self.model.card.id, kind="indoor")

    def face(self) -> None:
        """The marked resident's face: enrolled or not, and the way out of it."""
        if self.model.chosen:
            self._ports.go.to("faces", person_id=self.model.chosen)

    def faces(self) -> None:
        """Recognising somebody, and taking a face back with the receipt."""
        self._ports.go.to("faces")

    def open_note(self, kind: str, ref: str) -> None:
        """A visit, a standing pass or a permit on the card; Esc comes back to it."""
        if kind == "visit":
            self._ports.go.to("visit", visit_id=ref)
        else:
            self._ports.go.to("grant", kind=kind, ref=ref)

    def new_door(self) -> None:
        self.change(panel=Panel.DOOR, door=Door())

    # -- in full, for half a minute

    def reveal(self, reason: str) -> None:
        """Show the marked resident in full; the reason goes into the trail."""
        person_id = self.model.chosen
        if person_id:
            self._turns.write("reveal", lambda u: service.reveal(u, person_id, reason), self._on_revealed)

    def tick(self) -> None:
        """A moment has passed: count down, and take it off the screen at the end."""
        if self._full is None:
            return
        left = self._until - self._ports.clock.monotonic_s()
        if left <= 0:
            self.hide()
        elif self.model.shown is not None and self.model.shown.left_s != -int(-left // 1):
            self.change(shown=replace(self.model.shown, left_s=-int(-left // 1)))

    def hide(self) -> None:
        """Take it off the screen now."""
        self._full = None
        if self.model.shown is not None:
            self.change(shown=None)

    # -- merging

    def look_for_other(self, text: str) -> None:
        """Who is the same person?"""
        actor, but = self._ports.desk.actor, self.model.form.person_id
        if text.strip():
            self._turns.read(
                "others", lambda r: tuple(asks.residents(r, actor, text, but)), lambda rows: self.change(others=rows)
            )
        else:
            self.change(others=())

    # -- the voice, for the view's words

    def say_done(self, words: str) -> None:
        self._ports.say.done(words)

    def say_undo(self, words: str, undo: Callable[[], None]) -> None:
        self._ports.say.undo(words, undo)

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def ask(self, question: Any, yes: Callable[[], None]) -> None:
        self._ports.say.ask(question, yes)

    # -- answers

    def _on_overview(self, found: asks.Overview) -> None:
        self.change(households=found.households, residents=found.residents, buildings=found.buildings)

    def _on_found(self, rows: tuple[Found, ...]) -> None:
        self.change(found=rows)

    def _on_card(self, card: Card, person_id: str, then: Form | None = None) -> None:
        ids = [one.id for one in card.residents]
        wanted = person_id or self.model.chosen
        chosen = wanted if wanted in ids else (ids[0] if ids else "")
        if self.model.card is None or self.model.card.id != card.id:
            self.hide()
        self.change(panel=Panel.HOUSEHOLD, card=card, chosen=chosen)
        if then is not None:
            self.change(panel=Panel.PERSON, form=then)

    def _on_card_again(self, card: Card) -> None:
        """Fresh figures of the card that is open; whoever has gone on to a form is left in peace."""
        if self.model.card is not None and self.model.card.id == card.id:
            self.change(card=card)

    def _on_revealed(self, full: Revealed) -> None:
        self._full = full
        span_s = (full.until - self._ports.clock.now_ms()) / 1000
        self._until = self._ports.clock.monotonic_s() + min(span_s, 30.0)
        place = full.places[0] if full.places else ""
        shown = Shown(full.person_id, full.name, full.phone, " ".join(full.plates), place, round(span_s))
        self.change(panel=Panel.HOUSEHOLD, shown=shown)

    def _on_sheet(self, sheet: Sheet) -> None:
        self.change(sheet=sheet)
