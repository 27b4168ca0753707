"""One scan clocks somebody on and signs them in at the desk; the next one takes both back and says thank you.

What duty (who comes and goes), operators (who acts at the desk) and reception (how many people were helped) do together.
Everything here opens its own units and belongs on the disk-write lane.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.thanking import helped

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.duty.reads_team import Member
    from desk.duty.rules_clock import Method
    from desk.duty.service_clock import Clocked
    from desk.operators.board import DutyState

CLOCK = frozenset({"duty.clock"})


@dataclass(frozen=True)
class Turned:
    """What came of a scan. signed: they act at the desk now; helped: how many people, when they went off duty.

    before: who was at the desk when the scan signed them on, for taking it back.
    """

    clocked: Clocked
    signed: bool = False
    helped: int | None = None
    before: DutyState | None = None


class Clocking:
    """One desk's clock. `by_*` answer what was done; all raise Refused(clock.*), and what signing on raises."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def by_code(self, answer: Identified) -> Turned:
        """A scanned code: somebody's card, or the code that hangs at the post, for whoever is signed on.

        Refused: clock.code_not_good, clock.nobody_here, clock.not_in_team.
        """
        from desk.codes.rules import Answer, Kind
        from desk.duty.rules_clock import Method

        if answer.answer is not Answer.VALID or answer.kind not in (Kind.DUTY, Kind.SHIFT):
            raise Refused("clock.code_not_good")
        if answer.kind is Kind.SHIFT:
            return self.by_post()
        return self._turn(self._member(answer.subject_id), Method.CODE)

    def by_post(self) -> Turned:
        """Whoever is signed on at this desk comes or goes."""
        from desk.duty import reads_team
        from desk.duty.rules_clock import Method

        actor = self._desk.actor
        if not actor.operator_id or not actor.may("duty.clock"):
            raise Refused("clock.nobody_here")
        with self._desk.store.reading() as r:
            member = reads_team.member_of_operator(r, actor.operator_id)
        if member is None:
            raise Refused("clock.not_in_team")
        return self._turn(member, Method.CODE, sign=False)

    def by_pin(self, member_id: str, pin: str) -> Turned:
        """By their own PIN of the team, or the one they sign on with. Refused: clock.no_pin, operator.pin_wrong, .pin_wait."""
        from desk.duty.rules_clock import Method

        member = self._member(member_id)
        if member.has_pin:
            self._check(member, pin)
        elif member.operator_id:
            self._desk.session.check_pin(member.operator_id, pin)
        else:
            raise Refused("clock.no_pin", label=member.label)
        return self._turn(member, Method.PIN)

    def by_face(self, person_id: str) -> Turned:
        """A resident of the team whom several frames agree on comes or goes; a face signs nobody on. Refused: clock.face_not_linked."""
        from desk.duty import reads_team
        from desk.duty.rules_clock import Method

        with self._desk.store.reading() as r:
            member = reads_team.member_of_person(r, person_id)
        if member is None:
            raise Refused("clock.face_not_linked")
        return self._turn(member, Method.DESK, sign=False)

    def by_desk(self, member_id: str, said_at: int | None = None) -> Turned:
        """Whoever acts at the desk presses it for them; it waits to be confirmed unless it is their own name.

        said_at: when they say they came or went, UTC ms; that waits in any case. Refused besides: clock.said_ahead,
        clock.said_long_ago, clock.said_before_in.
        """
        from desk.duty import reads_clock
        from desk.duty.rules_clock import Method
        from desk.duty.service_clock import clock_off, clock_on, scan

        with self._desk.store.unit(self._desk.actor) as u:
            if said_at is None:
                found = scan(u, member_id, Method.DESK)
            elif reads_clock.open_of(u, member_id) is None:
                found = clock_on(u, member_id, said_at=said_at)
            else:
                found = clock_off(u, member_id, said_at=said_at)
        return self._thanks(Turned(found))

    def take_back(self, turned: Turned) -> None:
        """What was just written counts for nothing, and who was signed on by it is at the desk no more; also on a desk
        that has locked itself since. Refused: clock.too_late. Who was signed off shows anew who they are.
        """
        from desk.duty import service_clock

        actor = self._desk.actor
        with self._desk.store.unit(actor if actor.may("duty.clock") else Actor("", "duty_card", CLOCK)) as u:
            service_clock.take_back(u, turned.clocked.events)
        if turned.before is not None:
            self._desk.session.take_back(turned.clocked.operator_id, turned.before)

    def _turn(self, member: Member, method: Method, sign: bool = True) -> Turned:
        from desk.duty.rules_clock import Step
        from desk.duty.service_clock import scan

        with self._desk.store.unit(Actor(member.operator_id, "duty_card", CLOCK)) as u:
            found = scan(u, member.id, method)
        turned = Turned(found)
        if sign and member.operator_id:
            turned = self._sign(turned, going=found.step is Step.OFF)
        return self._thanks(turned)

    def _sign(self, turned: Turned, going: bool) -> Turned:
        """They came all the same when the desk has no room for another, or their sign-on has ended."""
        session, operator_id = self._desk.session, turned.clocked.operator_id
        before = session.state
        try:
            if not going:
                session.sign_on_code(operator_id)
            elif operator_id in {chip.operator_id for chip in session.state.chips}:
                session.sign_off(operator_id)
        except Refused:
            return turned
        return replace(turned, signed=not going, before=None if going else before)

    def _thanks(self, turned: Turned) -> Turned:
        from desk.duty.rules_clock import Step

        if turned.clocked.step is not Step.OFF:
            return turned
        with self._desk.store.reading() as r:
            return replace(turned, helped=helped(r, turned.clocked.since))

    def _member(self, member_id: str) -> Member:
        from desk.duty import reads_team

        with self._desk.store.reading() as r:
            member = reads_team.member(r, member_id)
        if member is None:
            raise Refused("clock.unknown")
        return member

    def _check(self, member: Member, pin: str) -> None:
        from desk.duty import reads_clock

        with self._desk.store.reading() as r:
            stored = reads_clock.pin_hash_of(r, member.id)
        self._desk.session.check_other_pin(member.id, stored or "", pin)
