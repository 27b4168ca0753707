"""Fills the admit form from what is typed, scanned and known, and lets the visitor in. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk.codes.rules import Answer, Kind
from desk.codes.views import Identified
from desk.core.clock import SiteTime
from desk.core.ids import new_id
from desk.people.reads_doors import Door, door, find_doors
from desk.reception.rules import VisitorType
from desk.reception.rules_card import Card
from desk.reception.rules_windows import crowded
from ui.pages.admit import acts, asks, cards, fast
from ui.pages.admit.form import Filled, from_draft
from ui.pages.admit.model import FAST, AdmitModel, CardAsks, Done, PermitLine, Suggestion
from ui.pages.admit.passes import Passes
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

FORM = "admit"
HELD = "admit.held"  # in ports.extras: the form over a change of language, with what a draft may not hold
WITH_PERMIT = ("contractor", "works")
LOOKED_AT = ("name", "phone", "plate")


class AdmitPresenter:
    """`show(model)`, `doors(rows)`, `counted(kind, undo)`, `admitted(done)`, `refused(visit_id)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[AdmitModel], None] = ignore
        self.doors: Callable[[tuple[Door, ...]], None] = ignore
        self.counted: Callable[[str, Callable[[], None]], None] = ignore
        self.admitted: Callable[[Done], None] = ignore
        self.refused: Callable[[Callable[[], None]], None] = ignore
        self._form = self._fresh()
        self._suggestions: tuple[Suggestion, ...] = ()
        self._permits: tuple[PermitLine, ...] = ()
        self._keep_id = self._restored = self._wrong = self._kept = self._keep_again = False
        self._done: Done | None = None
        self.passes = Passes(ports, self._turns, self._tell)
        self._asked: Card | None = None  # a document that says something else than the form

    # -- coming and going

    def start(self) -> None:
        """The page was made: is there a form that a crash or a power cut interrupted?"""
        self._turns.read("kept", acts.kept, self._on_kept)

    def open(self, arguments: Mapping[str, Any]) -> None:
        """Came to the front. Arguments: type, household_id, seen (Identified), name; visit_id (an expected visit),
        standing_id, permit_id, card."""
        self._turns.read("keep_id", asks.keeps_id, self._on_keep_id)
        if self._done is not None:
            self.again()
        if kind := str(arguments.get("type", "")):
            self.choose(kind)
        if name := str(arguments.get("name", "")):
            self._form.values["name"] = name
        seen, household = arguments.get("seen"), arguments.get("household_id")
        if isinstance(seen, Identified) and seen.kind is Kind.INDOOR:
            self.scanned(seen)
        elif household:
            self._ask("door", lambda r: door(r, household), self.pick)
        if isinstance(card := arguments.get("card"), Card):
            self.placed(card)
        self._open_known(arguments)
        self._tell()

    def _open_known(self, arguments: Mapping[str, Any]) -> None:
        """An expected visit, a standing pass or a permit brings what it says of its visitor."""
        form = self._form.copy()
        ways = {"visit_id": asks.announced, "standing_id": asks.with_standing, "permit_id": asks.with_permit}
        for name, way in ways.items():
            if ref := str(arguments.get(name, "")):
                self._ask("take", lambda r, way=way, ref=ref: way(r, form, ref), self._take)

    def scanned(self, seen: Identified) -> bool:
        """A code while the form is open: a good household code names and vouches for its door. True when used."""
        if seen.kind is not Kind.INDOOR or seen.answer is not Answer.VALID or seen.code is None or self._done:
            return False
        form = self._form
        form.kind = form.kind or VisitorType.GUEST.value
        form.door, form.code = Door(seen.subject_id, seen.code.household), seen
        form.proof = "code" if not form.minor else form.proof
        self._moved()
        return True

    def placed(self, card: Card) -> bool:
        """A document was laid on the reader. True when there is a form for it, or one is being begun."""
        if self._done is not None:
            return False
        self._ask("card", asks.keeps_id, lambda keeps: self._on_card(card, keeps))
        return True

    def take_card(self) -> None:
        """A person said: what the document says is right."""
        if (card := self._asked) is not None:
            self._take(cards.taken(self._form, card, self._keep_id))

    def leave_card(self) -> None:
        """A person said: what was typed stands."""
        self._asked = None
        self._tell()

    def draft(self) -> dict[str, Any]:
        self._ports.extras[HELD] = self._form
        return self._form.as_draft()

    def restore(self, kept: Mapping[str, Any]) -> None:
        held = self._ports.extras.pop(HELD, None)
        self._form = held if isinstance(held, Filled) else from_draft(kept)
        self._moved()

    # -- filling

    def choose(self, kind: str) -> None:
        """A type was chosen; the fast lane only counts."""
        if kind in FAST:
            fast.count(self._ports, self._turns, kind, lambda *counted: self.counted(*counted))
            return
        self._form.kind = kind
        self._weigh_permit()
        if kind not in ("guest", "other"):
            self._form.minor = False
        self._moved()

    def change_type(self) -> None:
        """Back to the tiles; what was typed stands."""
        self._form.kind = ""
        self._tell()

    def put(self, name: str, text: str) -> None:
        """A field was typed into; the view asks look() a moment later."""
        if self._form.values.get(name, "") != text:
            self._form.values[name] = text
            self._tell()

    def change(self, **fields: Any) -> None:
        """party, nights, minor, purpose_code, id_kind, proof, reason, permit."""
        for name, value in fields.items():
            setattr(self._form, name, value)
        if fields.get("id_kind") == "":  # no document was seen after all
            self.decline("id_number", on=False)
            self._form.values["id_number"] = ""
        self._weigh_permit()
        self._tell()

    def decline(self, name: str, on: bool) -> None:
        """The visitor does not want to give a field: that never blocks entry."""
        declined = [one for one in self._form.declined if one != name]
        self._form.declined = [*declined, name] if on else declined
        if on:
            self._form.values[name] = ""
        self._tell()

    def find_door(self, text: str) -> None:
        """What stands in the household picker so far."""
        actor = self._ports.desk.actor
        if text.strip():
            self._ask("doors", lambda r: find_doors(r, actor, text), lambda rows: self.doors(rows))
        else:
            self.doors(())

    def pick(self, door: Door | None) -> None:
        """A household was picked, or taken back."""
        self._form.door = door
        self._form.settle()
        self._moved()

    def look(self) -> None:
        """Who may this be? Asked a moment after the last key."""
        words = {name: self._form.values.get(name, "") for name in LOOKED_AT}
        form, time = self._form.copy(), self._ports.desk.time
        if any(words.values()) and form.kind:
            self._ask("look", lambda r: asks.suggestions(r, time, form, words), self._on_suggestions)
        else:
            self._on_suggestions(())
        if form.kind in WITH_PERMIT:
            by = form.door.id if form.door else "", form.values.get("company", ""), form.permit
            self._ask("permits", lambda r: asks.permit_lines(r, time, *by), self._on_permits)

    def confirm(self, one: Suggestion) -> None:
        """A person said: this is the one."""
        form = self._form.copy()
        if one.kind == "watch":
            self._form.watch_id, self._form.watch = one.ref, one.advice
            self._moved()
        elif one.kind == "person":
            self._ask("take", lambda r: asks.with_person(r, form, one.ref), self._take)
        elif one.kind == "inside":
            self._ask("take", lambda r: asks.with_inside(r, form, one.ref), self._take)
        elif one.kind == "pass":
            self._ask("take", lambda r: asks.with_standing(r, form, one.ref), self._take)
        else:
            self._ask("take", lambda r: asks.announced(r, form, one.ref), self._take)

    def dismiss(self, one: Suggestion) -> None:
        """A person said: somebody else."""
        self._form.dismissed.append(one.ref)
        self._suggestions = tuple(other for other in self._suggestions if other.ref != one.ref)
        self._tell()

    def add_permit(self, **fields: Any) -> None:
        """Enter a permit shown on paper; it is picked at once. dates: first and last day; hours: minutes of the day."""
        time, door = self._ports.desk.time, self._form.door.id if self._form.door else None
        self._turns.write("permit", lambda u: acts.add_permit(u, time, door, fields), self._on_permit)

    # -- acts

    def admit(self) -> None:
        """The main button. What is missing is marked; pressed twice it is still one visit."""
        form = self._form
        if not form.kind:  # nobody has said yet who came
            return
        if form.lacks():
            self._wrong = True
            self._tell()
            self._ports.say.tone("bad")
            return
        request = acts.request(form, self._ports.desk.time, self._ports.clock.now_ms())
        read = found.kind if (found := cards.shown(form)) is not None else ""
        self._turns.write("admit", lambda u: acts.admit(u, request, FORM, read), self._on_admitted)

    def refuse(self, reason: str) -> None:
        """The household does not want the visit: nobody was let in, and that is written down."""
        visit_id, draft = self._form.visit_id, self._form.draft()
        self._turns.write(
            "admit", lambda u: acts.refuse(u, visit_id, reason, draft, FORM), lambda _: self._on_refused(visit_id)
        )

    def clear(self) -> Callable[[], None]:
        """Empty the form; answers how to take that back."""
        before = self._form
        self.again()
        self.keep()

        def back() -> None:
            self._form = before
            self._moved()

        return back

    def again(self) -> None:
        """The next visitor."""
        self._form, self._done, self._asked = self._fresh(), None, None
        self._turns.forget("card")
        self._suggestions, self._permits = (), ()
        self.passes.forget()
        self._wrong = self._restored = False
        self._tell()

    def leave(self) -> None:
        """Done with this one."""
        if self._done is not None:
            self.again()
        self._ports.go.back()

    def open_visit(self) -> None:
        if self._done is not None:
            self._ports.go.to("visit", visit_id=self._done.visit_id)

    def undo(self, visit_id: str) -> None:
        """Take the entry back; the form is there again to be put right."""
        self._turns.write("undo", lambda u: acts.undo(u, visit_id), lambda _: self._on_undone(visit_id))

    def time(self) -> SiteTime:
        """The site's calendar, for what stands on a pass."""
        return self._ports.desk.time

    def offer_undo(self, words: str, undo: Callable[[], None]) -> None:
        """The undo bar, in the view's words."""
        self._ports.say.undo(words, undo)

    def keep(self) -> None:
        """Keep what stands in the form in the encrypted store, so that a power cut does not cost it."""
        if self._turns.busy("admit") or not self._ports.desk.actor.may("visit.admit"):
            return
        body = self._form.as_draft() if self._done is None else {}
        if not body and not self._kept:
            return
        self._kept = bool(body)
        if not self._turns.write("keep", lambda u: acts.keep(u, FORM, body), lambda _: self._on_keep(), ignore):
            self._keep_again = True

    # -- answers

    def _on_keep(self) -> None:
        again, self._keep_again = self._keep_again, False
        if again:
            self.keep()

    def _on_keep_id(self, keeps: bool) -> None:
        self._keep_id = keeps
        self._tell()

    def _on_kept(self, body: Mapping[str, Any]) -> None:
        if body and not self._form.is_begun():
            self._form, self._kept, self._restored = from_draft(body), True, True
            self._moved()

    def _on_suggestions(self, found: tuple[Suggestion, ...]) -> None:
        self._suggestions = found
        self._tell()

    def _on_permits(self, found: tuple[PermitLine, ...]) -> None:
        self._permits = found
        self._weigh_permit()
        self._tell()

    def _weigh_permit(self) -> None:
        """Does the permit that was picked hold now, for so many? Of one not among those found only the desk can tell."""
        form = self._form
        picked = next((one for one in self._permits if one.id == form.permit), None)
        if picked is None or form.kind not in WITH_PERMIT:
            form.permit_says = ""
        else:
            form.permit_says = picked.says or ("permit.crowd" if crowded(picked.workers, form.party) else "")
        form.settle()

    def _on_permit(self, permit_id: str) -> None:
        self._form.permit = permit_id
        self._moved()

    def _on_admitted(self, done: Done) -> None:
        self._done, self._kept = done, False
        self._ports.say.tone("good")
        self.passes.admitted(done)
        self._tell()
        self.admitted(done)

    def _on_refused(self, visit_id: str) -> None:
        self._kept = False
        self.again()
        self.refused(lambda: self.undo(visit_id))

    def _on_undone(self, visit_id: str) -> None:
        if self._done is not None and self._done.visit_id == visit_id:
            self._done = None
            self.passes.forget()
            if not self._form.announced:
                self._form.visit_id = new_id(self._ports.clock.now_ms())
            self._tell()

    def _on_card(self, card: Card, keeps: bool) -> None:
        self._keep_id = keeps
        if self._done is not None:
            return
        if cards.clashes(self._form, card, keeps):
            self._asked = card
            self._tell()
        else:
            self._take(cards.taken(self._form, card, keeps))

    def _take(self, form: Filled) -> None:
        self._form, self._asked = form, None
        self._moved()

    def _moved(self) -> None:
        """A door, a type or a person changed: say so, and look again."""
        self._tell()
        self.look()

    def _asks_card(self) -> CardAsks | None:
        card = self._asked
        return CardAsks(card.kind.value, card.name, self._form.values.get("name", "").strip()) if card else None

    def _fresh(self) -> Filled:
        return Filled(new_id(self._ports.clock.now_ms()))

    def _ask(self, what: str, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._turns.read(what, work, done)

    def _tell(self) -> None:
        form = self._form
        required, optional = form.fields() if form.kind else ((), ())
        self.show(
            AdmitModel(
                form.kind, dict(form.values), required, optional, tuple(form.declined), form.door, form.party, form.minor,
                form.nights, form.purpose_code, form.id_kind, form.proof, form.proofs(), form.reason, self._suggestions, form.known,
                form.watch, self._permits if form.kind in WITH_PERMIT else (), form.permit, form.permit_says,
                self._ports.desk.actor.may("permit.edit"), self._keep_id, form.lacks() if form.kind else (), self._wrong,
                self._restored, self._done, cards.shown(form), self._asks_card(),
                self.passes.state,
            )
        )  # fmt: skip
