"""The unattended hut: a mask, a thing from a locker, help. Joins what a code means with machines, lending, matters, alarms.

Every verb answers once, on the caller's loop, with what the screen may say; nothing of a person is in an answer. What moves is
written down first, then done, then what the sensor said; a jam or an outcome nobody knows becomes a matter with a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.core.errors import Fault
from desk.devices.acting import Acted, Acts, Ended, Purpose
from desk.hut_reads import Borrowed, back_into, borrow_for, call_for_help, damaged, returned, undo_borrowed
from desk.hut_set import HutSet
from desk.hut_ticket import Ticket, Wrong, note_wrong
from desk.lockers import Door, open_door

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.core.events import ScanSeen
    from desk.dispensing import Dispensing
    from desk.store.unit import Unit

# acts by itself: nobody signed on stands behind what is pressed here
HUT = Actor("", "hut", frozenset({"scan", "lending", "matters.note", "alarms.raise", "device.use"}))
BUG = "hut.not_done"


@dataclass(frozen=True)
class Told:
    """What came of a wish. code and facts: why it was not done, or not surely; ticket: of the matter it became.

    door: the compartment that stands open; due_at: until when (UTC ms); place: where the thing belongs. asset_id, loan_id: what was
    borrowed or came back; alarm_id: of a call for help.
    """

    outcome: Ended
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    ticket: Ticket | None = None
    door: int = 0
    due_at: int = 0
    place: str = ""
    asset_id: str = ""
    loan_id: str = ""
    alarm_id: str = ""


Answer = Callable[[Told], None]


class Hut:
    """One desk as a hut. All methods on the caller's loop."""

    def __init__(self, desk: Desk, devices: Acts, dispensing: Dispensing) -> None:
        self._desk, self._devices, self._dispensing = desk, devices, dispensing

    def note_scan(self, seen: ScanSeen, answer: Identified, purpose: str) -> None:
        """Good or not, it is on record."""
        from desk.codes.service import record_scan

        self._desk.write(lambda u: record_scan(u, seen, answer, purpose), None, lambda _: None, HUT)

    # --- masks -------------------------------------------------------------------------------------------------------

    def mask(self, household_id: str, done: Answer) -> None:
        """One for the household whose code was shown, or one of whom was recognised. Codes: of desk.dispensing, of the machine."""
        self._dispensing.for_household(household_id, partial(self._vended, done), actor=HUT)

    def courier(self, done: Answer) -> None:
        """One for somebody without a name; with a wait between two, and so many a day."""
        self._dispensing.courier(partial(self._vended, done), actor=HUT)

    def _vended(self, done: Answer, acted: Acted) -> None:
        if acted.outcome is Ended.DONE or not acted.action_id:
            done(Told(acted.outcome, acted.code, acted.fields))
        else:
            self._wrong(Wrong.MASK, acted, Told(acted.outcome, acted.code), done)

    # --- things ------------------------------------------------------------------------------------------------------

    def borrow(self, lending_id: str, household_id: str, asset_id: str, allowed: HutSet, done: Answer) -> None:
        """Lend a thing to a household, then open its door. lending_id: made with the press, so that two presses lend once.

        Codes: hut.has_enough(most), hut.lent_already, those of lending, and of the locker.
        """
        self._desk.write(
            lambda u: borrow_for(u, lending_id, household_id, asset_id, allowed.things),
            lambda lent: self._lent(lent, done), partial(self._fell, done), HUT,
        )  # fmt: skip

    def _lent(self, lent: Borrowed, done: Answer) -> None:
        told = Told(
            Ended.DONE,
            door=lent.door,
            due_at=lent.due_at,
            place=lent.place,
            asset_id=lent.asset_id,
            loan_id=lent.loan_id,
        )
        self._open(lent, told, lambda acted: self._opened_to_take(lent, told, acted, done))

    def _opened_to_take(self, lent: Borrowed, told: Told, acted: Acted, done: Answer) -> None:
        said = replace(told, outcome=acted.outcome, code=acted.code)
        if acted.outcome is Ended.DONE:
            done(said)
        elif acted.outcome is Ended.UNKNOWN:  # it may be gone: the loan stands until somebody has looked
            self._wrong(Wrong.DOOR, acted, said, done)
        else:
            self._undo(lambda u: undo_borrowed(u, lent.lending_id), acted, said, done)

    def give_back(self, asset_id: str, done: Answer) -> None:
        """A thing is here again, whoever brings it; its door opens to put it in. Codes: those of lending, and of the locker."""
        self._desk.write(
            lambda u: returned(u, asset_id), lambda back: self._came(back, done), partial(self._fell, done), HUT
        )

    def _came(self, back: Borrowed, done: Answer) -> None:
        told = Told(Ended.DONE, door=back.door, place=back.place, asset_id=back.asset_id, loan_id=back.loan_id)
        self._open(back, told, lambda acted: self._opened_to_put(back, told, acted, done))

    def _opened_to_put(self, back: Borrowed, told: Told, acted: Acted, done: Answer) -> None:
        said = replace(told, outcome=acted.outcome, code=acted.code)
        if acted.outcome is Ended.DONE:
            done(said)
        elif acted.outcome is Ended.UNKNOWN:
            self._wrong(Wrong.DOOR, acted, said, done)
        else:
            self._undo(lambda u: back_into(u, back.loan_id), acted, said, done)

    def damaged(self, told: Told, done: Answer) -> None:
        """What has just come back is broken, or something of it is gone: somebody sees to it before it is lent again."""
        self._desk.write(
            lambda u: damaged(u, told.asset_id, told.loan_id), lambda _: done(told), partial(self._fell, done), HUT
        )

    def _open(self, thing: Borrowed, told: Told, then: Callable[[Acted], None]) -> None:
        if not thing.locker_id:
            then(Acted("", Ended.DONE))
            return
        door = Door(thing.asset_id, thing.locker_id, thing.door)
        open_door(self._devices, door, Purpose("loan", thing.loan_id), then, HUT)

    def _undo(self, work: Callable[[Unit], None], acted: Acted, told: Told, done: Answer) -> None:
        """The door surely stayed shut: what was written down before is taken back, and somebody looks at the door."""

        def then(_: object) -> None:
            if acted.action_id:
                self._wrong(Wrong.DOOR, acted, told, done)
            else:
                done(told)

        self._desk.write(work, then, lambda _: then(None), HUT)

    # --- help --------------------------------------------------------------------------------------------------------

    def help(self, done: Answer) -> None:
        """Call somebody: rings here and, over the line, at the named desk. Pressed again it rings again."""
        self._desk.write(
            call_for_help, lambda alarm_id: done(Told(Ended.DONE, alarm_id=alarm_id)), partial(self._fell, done), HUT
        )

    # --- inside ------------------------------------------------------------------------------------------------------

    def _wrong(self, what: Wrong, acted: Acted, told: Told, done: Answer) -> None:
        """Somebody has to look: a matter with a number. Where not even that can be written, the answer goes without."""
        self._desk.write(
            lambda u: note_wrong(u, what, acted), lambda ticket: done(replace(told, ticket=ticket)),
            lambda _: done(told), HUT,
        )  # fmt: skip

    @staticmethod
    def _fell(done: Answer, error: Exception) -> None:
        if isinstance(error, Fault):
            done(Told(Ended.FAILED, error.code, error.facts))
        else:
            done(Told(Ended.FAILED, BUG))
