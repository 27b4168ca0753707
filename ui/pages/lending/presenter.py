"""Lending at the window: what is in and out, handing over, taking back, with one scan or by hand. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.core.ids import new_id
from ui.pages.lending.model import Back, Card, Done, Form, Full, Home, Weighed, Who
from ui.pages.lending.presenter_book import Book
from ui.pages.lending.presenter_loan import Loans
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.codes.views import Identified
    from desk.people.reads_doors import Door


class LendingPresenter:
    """Set by the view: `home`, `card(card, scanned)`, `weighed`, `handed(done)`, `back(back)` it is returned, `full`,
    `doors`, `door(door)` of a scanned household, `somebody(who)` of a scanned card, `blank(asset_id)` a label that stands
    for nothing yet. `loans` acts on what is out, `book` on the book and on reservations."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.home: Callable[[Home], None] = ignore
        self.card: Callable[[Card, bool], None] = ignore
        self.weighed: Callable[[Weighed], None] = ignore
        self.handed: Callable[[Done], None] = ignore
        self.back: Callable[[Back], None] = ignore
        self.full: Callable[[Full], None] = ignore
        self.doors: Callable[[tuple[Door, ...]], None] = ignore
        self.door: Callable[[Door], None] = ignore
        self.somebody: Callable[[Who], None] = ignore
        self.blank: Callable[[str], None] = ignore
        self.loans, self.book = Loans(ports, self._turns, self), Book(ports, self._turns, self)

    # --- looking ------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        actor, time = self._ports.desk.actor, self._ports.desk.time

        def work(r: Any) -> Home:
            from ui.pages.lending import asks

            return asks.home(r, actor, time)

        self._turns.read("home", work, lambda found: self.home(found))

    def open(self, asset_id: str, scanned: bool = False) -> None:
        """One thing; scanned: its label was held up, so it is here."""
        actor, time = self._ports.desk.actor, self._ports.desk.time

        def work(r: Any) -> Card | None:
            from ui.pages.lending import asks

            try:
                return asks.card(r, actor, time, asset_id)
            except Refused:
                return None

        def found(card: Card | None) -> None:
            if card is not None:
                self._opened(card, scanned)
            elif self._ports.desk.actor.may("lending.edit"):
                self.blank(asset_id)
            else:
                self._ports.say.problem(Refused("lending.unknown_asset"))

        self._turns.read("card", work, found)

    def _opened(self, card: Card, scanned: bool) -> None:
        """A plain thing that is out and stands here has come back: nobody is asked anything."""
        thing = card.thing
        if scanned and thing.out and not thing.hygiene and thing.cls == "returnable":
            self.loans.give_back(thing.id, "ok", {}, True)
        else:
            self.card(card, scanned)

    def scanned(self, answer: Identified) -> bool:
        """A code while this page is in front; False: it says nothing about lending."""
        kind = answer.kind.value if answer.kind is not None else ""
        if answer.screen.value != "valid" or kind not in ("asset", "indoor", "duty"):
            return False
        if kind == "asset":
            self.open(answer.subject_id, True)
        elif kind == "indoor":
            self._turns.read("door", lambda r: _door(r, answer.subject_id), lambda found: self.door(found))
        else:
            self._turns.read("member", lambda r: _member(r, answer.subject_id), self._on_member)
        return True

    def search_doors(self, text: str) -> None:
        actor = self._ports.desk.actor

        def work(r: Any) -> Any:
            from desk.people.reads_doors import find_doors

            return find_doors(r, actor, text)

        self._turns.read("doors", work, lambda found: self.doors(found))

    # --- handing over -------------------------------------------------------------------------------------------------

    def begin(self) -> Form:
        """A fresh form."""
        return Form(new_id(self._ports.clock.now_ms()))

    def weigh(self, form: Form) -> None:
        """What stands against it."""
        time = self._ports.desk.time

        def work(r: Any) -> Weighed:
            from ui.pages.lending import asks

            return asks.weigh(r, time, form)

        self._turns.read("weigh", work, lambda found: self.weighed(found))

    def lend(self, form: Form) -> None:
        """Hand it over."""
        self._hand(form, emergency=False)

    def take_now(self, asset_id: str) -> None:
        """It is theirs this minute; who they are is asked later."""
        self._hand(replace(self.begin(), things=(asset_id,), pieces=(1,)), emergency=True)

    def offer_undo(self, words: str, lending_id: str) -> None:
        self._ports.say.undo(words, lambda: self._take_back(lending_id))

    def sign(self, lending_id: str, picture: bytes, words: str) -> None:
        """The borrower signed on the screen."""

        def work(u: Any) -> None:
            from desk.lending.service import sign
            from desk.receiving_days import keep_picture

            sign(u, lending_id, keep_picture(self._ports.desk, u, picture))

        self._turns.write("sign", work, lambda _: self._ports.say.done(words))

    # --- the shell ----------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        self._ports.go.back()

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def tone(self, name: str) -> None:
        self._ports.say.tone(name)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _hand(self, form: Form, emergency: bool) -> None:
        time = self._ports.desk.time

        def work(u: Any) -> Done:
            return _lend(u, form, time, emergency)

        def done(handed: Done) -> None:
            self._ports.say.tone("good")
            self.handed(handed)
            if not handed.again:
                self.open_doors(form.things, "lending", handed.id)

        if not self._turns.busy("lend"):
            self._turns.write("lend", work, done)

    def open_doors(self, asset_ids: tuple[str, ...], kind: str, subject_id: str) -> None:
        """Of the lockers at this desk, if these things hang in one."""
        flows = self._ports.extras.get("flows")
        if flows is None or flows.devices is None:
            return

        def work(r: Any) -> Any:
            from desk.lockers import doors

            return doors(r, asset_ids)

        self._turns.read(f"doors {subject_id}", work, lambda found: flows.doors(found, kind, subject_id))

    def _take_back(self, lending_id: str) -> None:
        def work(u: Any) -> None:
            from desk.lending.service import undo_lend

            undo_lend(u, lending_id)

        self._turns.write("undo", work, lambda _: self.refresh())

    def _on_member(self, who: Who | None) -> None:
        if who is not None:
            self.somebody(who)


def _lend(u: Any, form: Form, time: Any, emergency: bool) -> Done:
    from desk.lending import reads
    from desk.lending.service import lend
    from desk.store.identity import here
    from ui import moments
    from ui.pages.lending import asks

    lent = lend(u, asks.draft(form, u.now, time, emergency))
    things: Mapping[str, Any] = {row.id: row for row in reads.assets(u, all_gates=True)}
    names = tuple(asks.title(things[one].tag, things[one].name) for one in form.things if one in things)
    place = here(u)
    due = moments.told(time, lent.due_at, u.now) if lent.loans else ""
    who = " ".join(part for part in (form.who.door, form.who.name) if part)
    return Done(form.id, names, due, who, emergency, lent.repeated, place.site_name, place.gate_phone)


def _door(r: Any, household_id: str) -> Any:
    from desk.people.reads_doors import door

    return door(r, household_id)


def _member(r: Any, member_id: str) -> Who | None:
    from desk.duty.reads_team import member

    found = member(r, member_id)
    return Who(name=found.label, how="card") if found is not None else None
