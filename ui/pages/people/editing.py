"""Writing about people: a person added or corrected, moved out, merged; doors, consents, standing passes. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.core.clock import DAY_MS
from desk.people import reads as people
from desk.people import service
from desk.reception.rules import VisitorType
from desk.reception.rules_windows import Window
from desk.reception.service_standing import give_standing
from ui.pages.people.model import Door, Form, Panel, PersonLine
from ui.shell.ports import Ports
from ui.shell.turns import Turns

NOTICE = "1"  # version of the privacy notice that hangs at the gate
BETWEEN = re.compile(r"[\s,，;；、/]+")
WORKDAYS = (1, 2, 3, 4, 5)
HOURS = {"day": (6 * 60, 22 * 60), "all": (0, 1440), "work": (7 * 60, 19 * 60)}

Tell = Callable[..., None]


class Editing:
    """`tell(**fields)` changes the page's model; `opened(household_id)` shows a household's card again."""

    def __init__(self, ports: Ports, turns: Turns, tell: Tell, opened: Callable[[str], None]) -> None:
        self._ports, self._turns, self._tell, self._opened = ports, turns, tell, opened

    # -- a person

    def add(self) -> None:
        """A form for somebody new in the household that is shown."""
        self._tell(panel=Panel.PERSON, form=Form())

    def edit(self, line: PersonLine) -> None:
        """A form with somebody's full values; the trail says who looked."""

        def work(u: Any) -> Form:
            draft = service.open_draft(u, line.id)
            return Form(
                line.id, line.binding_id, draft.name, draft.phone, " ".join(draft.plates), line.role, line.since,
                draft.seen, people.consents(u, line.id),
            )  # fmt: skip

        self._turns.write("open", work, lambda form: self._tell(panel=Panel.PERSON, form=form))

    def save(self, form: Form, household_id: str) -> None:
        """Write the form: who it is, the role in the household, and what they agreed to."""
        plates = [one for one in BETWEEN.split(form.plates) if one]

        def work(u: Any) -> None:
            if not form.person_id:
                person_id = service.add_person(u, form.name, form.phone, plates)
                service.bind(u, person_id, household_id, form.role)
            else:
                person_id = form.person_id
                service.edit_person(u, person_id, form.name, form.phone, plates, form.seen)
                self._change_role(u, form, household_id)
            self._consents(u, person_id, form)

        self._turns.write("act", work, lambda _: self._done(household_id))

    def _change_role(self, u: Any, form: Form, household_id: str) -> None:
        ties = people.resident(u, u.actor, form.person_id).ties
        tie = next((one for one in ties if one.binding_id == form.binding_id), None)
        if tie is not None and tie.role != form.role:
            service.unbind(u, tie.binding_id, "mistake")
            service.bind(u, form.person_id, household_id, form.role, tie.since)

    def _consents(self, u: Any, person_id: str, form: Form) -> None:
        before = people.consents(u, person_id)
        for purpose, given in form.consents.items():
            if given != before.get(purpose, False):
                act = service.give_consent if given else service.withdraw_consent
                act(u, person_id, purpose, NOTICE)

    def move_out(self, form: Form, household_id: str, said: Callable[[Callable[[], None]], None]) -> None:
        """They no longer live here; `said(undo)` offers ten seconds to take it back."""

        def back() -> None:
            self._turns.write(
                "undo", lambda u: service.bind(u, form.person_id, household_id, form.role, form.since),
                lambda _: self._opened(household_id),
            )  # fmt: skip

        def done(_: object) -> None:
            self._done(household_id)
            said(back)

        self._turns.write("act", lambda u: service.unbind(u, form.binding_id), done)

    def merge(self, keep_id: str, other_id: str, household_id: str) -> None:
        """Two entries of one person become one; the view has asked before."""
        self._turns.write("act", lambda u: service.merge(u, keep_id, other_id), lambda _: self._done(household_id))

    # -- a door

    def save_door(self, door: Door) -> None:
        """Add or correct a household's address."""

        def work(u: Any) -> str:
            if door.id:
                service.edit_household(u, door.id, door.building, door.unit, door.room)
                return door.id
            return service.add_household(u, door.building, door.unit, door.room)

        self._turns.write("act", work, self._done)

    def edit_door(self, household_id: str) -> None:
        """A form with the household's whole address."""

        def work(r: Any) -> Door:
            place = people.household(r, household_id).address
            return Door(household_id, place.building, place.unit, place.room)

        self._turns.read("door", work, lambda door: self._tell(panel=Panel.DOOR, door=door))

    def remove_door(self, household_id: str) -> None:
        """Take an empty household off the list; the view has asked before."""

        def done(_: object) -> None:
            self._ports.say.tone("good")
            self._tell(panel=Panel.HOME, card=None)

        self._turns.write("act", lambda u: service.remove_household(u, household_id), done)

    # -- a standing pass

    def give_standing(
        self, household_id: str, alias: str, kind: str, days: int, hours: str, with_code: bool, place: str
    ) -> None:
        """The household vouches for somebody who comes again and again."""
        start, end = HOURS[hours]
        weekdays = WORKDAYS if hours == "work" else (1, 2, 3, 4, 5, 6, 7)

        def work(u: Any) -> Any:
            window = Window(u.now, u.now + days * DAY_MS, weekdays, start, end)
            return give_standing(
                u, household_id=household_id, alias=alias, visitor_type=VisitorType(kind), window=window,
                with_code=with_code,
            )  # fmt: skip

        def done(given: Any) -> None:
            self._done(household_id)
            if given[1] is not None:
                self._ports.go.to("passcard", issued=given[1], place=place)

        self._turns.write("act", work, done)

    def _done(self, household_id: str) -> None:
        self._ports.say.tone("good")
        self._tell(panel=Panel.HOUSEHOLD, form=replace(Form()))
        self._opened(household_id)
