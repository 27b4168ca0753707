"""Ending the hut: somebody with the right says who they are, by PIN; then the desk opens as a desk again. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault
from desk.core.lanes import WRITE
from ui.hut.model import Person

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.operators.reads import Chip

Draw = Callable[[tuple[Person, ...], Person | None, str], None]


class Leaving:
    """Wrong PINs are counted and slowed down as at the sign-on."""

    def __init__(self, desk: Desk, draw: Draw, left: Callable[[], None]) -> None:
        self._desk, self._draw, self._left = desk, draw, left
        self._people: tuple[Person, ...] = ()
        self._asking: Person | None = None
        self._busy = False

    def begin(self) -> None:
        """Look up who may."""
        self._desk.read(_who_may, self._found, lambda _: None)

    def wipe(self) -> None:
        self._asking = None

    def choose(self, operator_id: str) -> None:
        self._asking = next((one for one in self._people if one.operator_id == operator_id), None)
        self._draw(self._people, self._asking, "")

    def pin(self, pin: str) -> None:
        """A PIN was typed for the one chosen."""
        person = self._asking
        if person is None or self._busy:
            return
        self._busy = True
        self._desk.lanes.run(WRITE, lambda: self._end(person.operator_id, pin), self._ended, self._refused)

    def _end(self, operator_id: str, pin: str) -> None:
        """On the disk-write lane."""
        from dataclasses import replace

        from desk.hut_set import hut_set, keep
        from desk.operators.reads import chip
        from desk.operators.rules import actor_of

        self._desk.session.check_pin(operator_id, pin)
        with self._desk.store.reading() as r:
            found = chip(r, operator_id)
        actor = actor_of(operator_id, found.role if found is not None else "")
        keep(self._desk.settings, replace(hut_set(self._desk.settings.now.extra), on=False), actor)
        with self._desk.store.unit(actor) as u:
            u.audit("hut.ended")

    def _found(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self._asking = people[0] if len(people) == 1 else None
        self._draw(people, self._asking, "")

    def _ended(self, _: object) -> None:
        self._busy = False
        self._left()

    def _refused(self, error: Exception) -> None:
        from ui.texts import of_error

        self._busy = False
        self._draw(self._people, self._asking, of_error(error) if isinstance(error, Fault) else "hut.not_done")


def _who_may(r: Any) -> tuple[Person, ...]:
    from desk.hut_set import RIGHT
    from desk.operators.reads import sign_on_list
    from desk.operators.rules import rights_of

    def may(one: Chip) -> bool:
        return one.has_pin and RIGHT in rights_of(one.role)

    return tuple(Person(one.operator_id, one.label) for one in sign_on_list(r) if may(one))
