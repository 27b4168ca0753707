"""A scan, one mask: what a code means (codes) and what a machine hands out (devices) together.

Answers come as those of desk.devices.acting.Acts: `done` once, on the caller's loop, also for a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.devices.acting import NO_PURPOSE, Acted, Answer, Ended, Role
from desk.devices.doing import Order
from desk.devices.rules import Taker

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.core.actor import Actor
    from desk.devices.driven import Driven
    from desk.devices.runtime import Devices
    from desk.devices.views import Begun
    from desk.store.unit import Unit


@dataclass(frozen=True)
class _Wish:
    household_id: str
    who: Taker


class Dispensing:
    """One desk's machines that hand something out. machine "": the first that works, else the first."""

    def __init__(self, desk: Desk, devices: Devices) -> None:
        self._desk, self._devices = desk, devices

    def by_code(self, answer: Identified, done: Answer, machine: str = "", actor: Actor | None = None) -> None:
        """For the household whose code was scanned. Codes beside those of `hand_out`: dispense.code_not_good (expired,
        revoked, forged...), dispense.not_household (a pass, a gate's own code...)."""
        from desk.codes.rules import Answer as Verdict
        from desk.codes.rules import Kind

        if answer.kind is not Kind.INDOOR:
            return self._refuse("dispense.not_household", done)
        if answer.answer is not Verdict.VALID or not answer.subject_id:
            return self._refuse("dispense.code_not_good", done)
        return self.for_household(answer.subject_id, done, machine, actor)

    def for_household(self, household_id: str, done: Answer, machine: str = "", actor: Actor | None = None) -> None:
        """For a household that is known to stand there: by its code, or by the face of somebody who lives in it."""
        self._hand_out(_Wish(household_id, Taker.HOUSEHOLD), done, machine, actor)

    def courier(self, done: Answer, machine: str = "", actor: Actor | None = None) -> None:
        """For somebody without a name: with a wait between two, and so many a day of one machine."""
        self._hand_out(_Wish("", Taker.COURIER), done, machine, actor)

    def by_hand(self, done: Answer, machine: str = "") -> None:
        """Because somebody at the desk says so. Right device.use."""
        self._hand_out(_Wish("", Taker.DESK), done, machine, None)

    def _hand_out(self, wish: _Wish, done: Answer, machine: str, actor: Actor | None) -> None:
        """Codes: dispense.no_machine, and those of desk.devices.service_dispense.hand_out, and the machine's own."""
        machine = machine or self._machine()
        if not machine:
            return self._refuse("dispense.no_machine", done)
        order = Order(
            "vend", {}, NO_PURPOSE, dict, actor or self._desk.actor, done, lambda u, one: self._begin(u, one, wish)
        )
        return self._devices.give(machine, order)

    def _machine(self) -> str:
        found = self._devices.attached(Role.DISPENSER)
        return next((one.id for one in found if one.ok), found[0].id if found else "")

    def _begin(self, u: Unit, one: Driven, wish: _Wish) -> Begun:
        from desk.devices import service_dispense, service_stock

        takes = any(
            option.name == "selection"
            for action in one.kind.ACTIONS
            if action.name == "vend"
            for option in action.params
        )
        selection = service_stock.slot_of(u, one.id) if takes else 0
        return service_dispense.hand_out(u, one.set_up, selection, self._desk.time, wish.household_id, wish.who)

    def _refuse(self, code: str, done: Answer) -> None:
        self._desk.lanes.post(lambda: done(Acted("", Ended.FAILED, code)))
