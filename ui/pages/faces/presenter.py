"""One person's enrolment, and taking it back. What stands before the camera is in presenter_live. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault, Refused
from desk.faces import rights
from desk.faces.views import Enrolment, Found, Lane, LaneNow, Receipt, State, Withdrawn
from ui.pages.faces.model import Check, FacesModel, Panel, Who
from ui.pages.faces.presenter_live import Live
from ui.shell.aloud import read_aloud
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns
from ui.texts import of_error

if TYPE_CHECKING:
    from desk.faces_lane import Faces

BEFORE = {
    Panel.NOTICE: Panel.PERSON,
    Panel.CONSENT: Panel.NOTICE,
    Panel.AGE: Panel.CONSENT,
    Panel.CAPTURE: Panel.PERSON,
}
BEFORE |= {Panel.RECEIPT: Panel.PERSON, Panel.ASK: Panel.PERSON, Panel.GONE: Panel.PERSON}


class FacesPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[FacesModel], None] = ignore
        self.model = FacesModel()
        self.live = Live(ports, self)
        self._leave: Callable[[], None] | None = None
        self._by_code = False  # came with a receipt: Esc goes to where the code was typed
        self._site = ""

    @property
    def faces(self) -> Faces:
        """Raises Refused faces.off where the program has no such lane."""
        found: Faces | None = self.ports.extras.get("faces")
        if found is None:
            raise Refused("faces.off")
        return found

    # -- coming and going

    def open(self, person_id: str = "", section: str = "") -> None:
        """Came to the front. section: check, clock; with a person, their enrolment."""
        may = self.ports.desk.actor.may
        self.change(may_enrol=may(rights.ENROL), may_minor=may(rights.MINOR), may_link=may("duty.edit"))
        self._listen()
        self._turns.read("lane", self._lane, self._on_recorded)
        if section in ("check", "clock"):
            self.live.check(section == "clock")
        elif person_id:
            self._by_code = False
            self.person(person_id)

    def leave(self) -> None:
        """Another page is in front: nobody is looked at any more, and who was open is nobody's business."""
        self.live.stop()
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._turns.forget()
        self.change(
            panel=Panel.HOME, who=Who(), enrolment=None, receipt=None, gone=None, like=Who(), wrong="", busy=False
        )

    def refresh(self) -> None:
        """Somebody agreed or took it back, here or at another desk."""
        self._turns.read("lane", self._lane, self._on_recorded)
        if self.model.panel is Panel.PERSON:
            self._ask_person(self.model.who.person_id)
        elif self.model.panel is Panel.GONE and self.model.gone is not None:
            self.faces.results(self.model.gone.consent_id, self._on_gone, self._on_wrong)

    def back(self) -> bool:
        """One panel back; False when the page may be left."""
        panel = self.model.panel
        if panel is Panel.ASK and self.model.busy:
            return True  # it is being deleted: what came of it is shown in a moment
        if panel in (Panel.HOME, Panel.PERSON) and not (panel is Panel.PERSON and self._by_code):
            return False
        self.live.stop()
        after = BEFORE.get(panel, Panel.HOME)
        if self._by_code and panel in (Panel.PERSON, Panel.ASK, Panel.GONE):
            after = Panel.HOME
        self.change(panel=after, shot=None, seen=None, like=Who(), receipt=None, gone=None, wrong="")
        if after is Panel.PERSON:
            self._ask_person(self.model.who.person_id)
        return panel is not Panel.CHECK or not self.model.clocking

    def go_back(self) -> None:
        if not self.back():
            self.ports.go.back()

    def abandon(self) -> None:
        """The view is gone."""
        self.show = ignore
        self.leave()

    def change(self, **fields: Any) -> None:
        """Another state; the view draws it."""
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- one person

    def person(self, person_id: str) -> None:
        """Their enrolment."""
        self.change(panel=Panel.PERSON, who=Who(person_id), enrolment=None)
        self._ask_person(person_id)

    def begin(self) -> None:
        """The notice comes first."""
        self.change(panel=Panel.NOTICE)

    def noticed(self) -> None:
        self.change(panel=Panel.CONSENT)

    def refuse(self) -> None:
        """They would rather not: counted without a name, and nothing else changes for them."""
        self.faces.declined(done=None, failed=self.ports.say.problem)
        self.change(panel=Panel.PERSON)
        self._ask_person(self.model.who.person_id)

    def agreed(self) -> None:
        """Signed, on a screen of its own."""
        self.change(panel=Panel.AGE, wrong="")

    def of_age(self) -> None:
        self._agree("", False)

    def for_child(self, guardian: str) -> None:
        """guardian: who they are, whose identity was checked."""
        self._agree(guardian, True)

    def _agree(self, guardian: str, minor: bool) -> None:
        if self.model.busy:
            return
        self.change(busy=True, wrong="")
        self.faces.agree(self.model.who.person_id, guardian, minor, self._on_agreed, self._on_wrong)

    def _on_agreed(self, consent_id: str) -> None:
        self.change(busy=False)
        if self.model.panel is Panel.AGE:
            self.live.capture(self.model.who.person_id, consent_id)

    def go_on(self) -> None:
        """Agreed before, and nothing captured yet."""
        if self.model.enrolment is not None:
            self.live.capture(self.model.who.person_id, self.model.enrolment.consent_id)

    def suspend(self, suspended: bool) -> None:
        self.faces.suspend(self.model.who.person_id, suspended, lambda _: self._again(), self.ports.say.problem)

    def confirm(self) -> None:
        """They still want it; the receipt is new."""
        self.faces.confirm(self.model.who.person_id, done=self.on_receipt, failed=self.ports.say.problem)

    def receipt_again(self) -> None:
        if self.model.enrolment is not None:
            self.faces.receipt(self.model.enrolment.consent_id, self.on_receipt, self.ports.say.problem)

    def on_receipt(self, receipt: Receipt) -> None:
        """There is something to take home."""
        if self.model.who.person_id == receipt.person_id:
            self.change(panel=Panel.RECEIPT, receipt=receipt, shot=None, busy=False)

    # -- taking it back

    def by_code(self, typed: str) -> None:
        """What stands on the receipt, typed or scanned."""
        self.change(wrong="")
        self.faces.by_code(typed, self._on_found, self._on_wrong)

    def ask(self) -> None:
        self.change(panel=Panel.ASK, wrong="")

    def withdraw(self) -> None:
        """At once, in every state of the lane."""
        if not self.model.busy:
            self.change(busy=True, wrong="")
            self.faces.withdraw(self.model.who.person_id, self._on_gone, self._on_wrong)

    def _on_found(self, found: Found) -> None:
        if self.model.panel is not Panel.HOME:
            return
        self._by_code = True
        self.change(who=Who(found.person_id), panel=Panel.ASK)
        self._ask_who(found.person_id)
        if not found.stands:  # taken back before: what became of it
            self.faces.results(found.consent_id, self._on_gone, self._on_wrong)

    def _on_gone(self, gone: Withdrawn) -> None:
        if self.model.panel in (Panel.ASK, Panel.GONE):  # an answer that comes late pulls nobody back here
            self.change(panel=Panel.GONE, gone=gone, busy=False)

    def _on_wrong(self, error: Exception) -> None:
        self.change(busy=False, wrong=of_error(error) if isinstance(error, Fault) else "")
        if not isinstance(error, Fault):
            self.ports.say.problem(error)

    # -- the voice and other pages

    def read_aloud(self, words: str) -> None:
        """Words that are nobody's in particular: the room hears them."""
        read_aloud(self.ports, words)

    def hush(self) -> None:
        if speech := self.ports.extras.get("speech"):
            speech.stop()

    def find_person(self) -> None:
        """By document: their card among the residents."""
        self.ports.go.to("people")

    def settings(self) -> None:
        self.ports.go.to("settings", section="faces")

    def eyes(self) -> Any:
        return self.ports.extras.get("eyes")

    # -- answers

    def who(self, r: Any, person_id: str) -> Who:
        """A resident as far as the screen may know them."""
        from desk.people.reads import household, resident
        from desk.people.rules import place_label

        one = resident(r, self.ports.desk.actor, person_id)
        home = one.ties[0].household_id if one.ties else ""
        place = place_label(household(r, home).address, False) if home else ""
        return Who(person_id, one.masked_name, place, home)

    def _listen(self) -> None:
        found = self.ports.extras.get("faces")
        if found is None:
            self.change(now=LaneNow(State.OFF, "faces.off"))
        elif self._leave is None:
            self._leave = found.listen(self._on_lane)

    def _on_lane(self, now: LaneNow) -> None:
        self.change(now=now)
        if now.state is not State.READY and self.model.panel in (Panel.CAPTURE, Panel.CHECK):
            self.live.closed()

    def _lane(self, r: Any) -> tuple[Lane, str]:
        from desk.faces.reads_lane import lane_of
        from desk.store.identity import here

        return lane_of(r, r.gate_id), here(r).site_name

    def _on_recorded(self, found: tuple[Lane, str]) -> None:
        lane, self._site = found
        self.change(lane=lane)

    def _again(self) -> None:
        self._ask_person(self.model.who.person_id)

    def _ask_who(self, person_id: str) -> None:
        self._turns.read("who", lambda r: self.who(r, person_id), lambda who: self._on_who(who))

    def _on_who(self, who: Who) -> None:
        if who.person_id == self.model.who.person_id:
            self.change(who=who)

    def link(self, member_id: str) -> None:
        """This resident is that member of the team: then a face clocks them on."""
        from desk.duty.service_team import link_person

        person_id = self.model.who.person_id
        self._turns.write("link", lambda u: link_person(u, person_id, member_id), lambda _: self._again())

    def _team(self, r: Any, person_id: str) -> dict[str, Any]:
        from desk.duty.reads_team import member_of_person, members

        found = member_of_person(r, person_id)
        return {"team": tuple((one.id, one.label) for one in members(r)), "member": found.id if found else ""}

    def _ask_person(self, person_id: str) -> None:
        self._ask_who(person_id)
        if self.model.may_link:
            self._turns.read("team", lambda r: self._team(r, person_id), lambda found: self.change(**found))
        try:
            self.faces.person(person_id, self._on_enrolment, self.ports.say.problem)
        except Refused as no:
            self.ports.say.problem(no)

    def _on_enrolment(self, found: Enrolment) -> None:
        if found.person_id == self.model.who.person_id:
            self.change(enrolment=found)

    def check_again(self) -> None:
        self.change(check=Check.LOOKING)
        self.live.again()

    def other_way(self) -> None:
        """A code, a card or a PIN: the scan line listens, or the clock asks who it is."""
        self.live.stop()
        if self.model.clocking:
            self.ports.go.to("duty", panel="who")
        else:
            self.change(panel=Panel.HOME, seen=None, check=Check.LOOKING, who=Who())
            self.ports.go.to("today")

    def scanned(self, text: str) -> bool:
        """The square on a receipt; False for any other."""
        from desk.faces.rules_kept import clean_code

        try:
            is_one = clean_code(text) == text.strip()
        except Refused:
            return False
        if is_one:
            self.by_code(text)
        return is_one

    def estate(self) -> str:
        """Its name, for papers."""
        return self._site

    def local(self, at: int) -> Any:
        """A moment in the site's own time."""
        return self.ports.desk.time.local(at)
