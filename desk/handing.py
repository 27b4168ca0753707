"""Handing the desk over: proved by PIN or code, signed by both, the one who goes clocked off, the one who comes at the desk.

What duty (the handover, the clock), operators (PIN, who acts) and the scan of a code do together. Everything here opens its
own units and belongs on the disk-write lane.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.duty import reads_clock, reads_handover, reads_team, service_clock, service_handover
from desk.duty.rules_clock import Method, shift_for
from desk.duty.rules_handover import Body, How, Side, relief_near
from desk.duty.service_handover import HAND_OVER, Signer
from desk.operators import reads as operators
from desk.operators.rules import rights_of
from desk.store.unit import Reading, Unit
from desk.thanking import helped

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.duty.reads_handover import Due

CLOCK = "duty.clock"
OURS = frozenset({HAND_OVER, CLOCK})


@dataclass(frozen=True)
class Proof:
    """Somebody who has shown who they are. label: their word; role: of their sign-on, "" without one."""

    signer: Signer
    label: str
    role: str = ""
    in_team: bool = False
    pin: str = field(default="", repr=False)  # of their sign-on, to sign them on with

    @property
    def actor(self) -> Actor:
        """Whoever is of the team may hand over and take over; others by their role."""
        rights = OURS if self.in_team else OURS & rights_of(self.role)
        return Actor(self.signer.operator_id, "handover", rights)


@dataclass(frozen=True)
class Done:
    """What came of a signature. label: who signed; left: word of who was clocked off by it, and how many they helped.

    signed: the one who took over acts at the desk now; again: they had signed before, nothing was written.
    """

    handover_id: str
    label: str
    left: str = ""
    helped: int | None = None
    signed: bool = False
    again: bool = False


class Handing:
    """One desk's handovers. All raise Refused (handover.*, clock.*, operator.*) and Trouble from the store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- who it is ------------------------------------------------------------------------------------------------

    def by_pin(self, pin: str, member_id: str = "", operator_id: str = "") -> Proof:
        """By their own PIN of the team, or the one they sign on with. Refused: handover.stranger, handover.no_pin(label),
        handover.pin_wrong(tries_left), operator.pin_wait."""
        with self._desk.store.reading() as r:
            proof = _known(r, How.PIN, member_id, operator_id)
            own = reads_clock.pin_hash_of(r, proof.signer.member_id) if proof.signer.member_id else ""
            chip = operators.chip(r, proof.signer.operator_id) if proof.signer.operator_id else None
        if not own and (chip is None or not chip.has_pin):
            raise Refused("handover.no_pin", label=proof.label)
        try:
            if own:
                self._desk.session.check_other_pin(proof.signer.member_id, own, pin)
                return proof
            self._desk.session.check_pin(proof.signer.operator_id, pin)
        except Refused as refused:
            if refused.code == "operator.pin_wrong":  # there nobody signed on; here nobody signed
                raise Refused("handover.pin_wrong", **refused.facts) from None
            raise
        return replace(proof, pin=pin)

    def by_code(self, answer: Identified) -> Proof:
        """A scanned card of the team. Refused: handover.code_not_good, handover.stranger."""
        from desk.codes.rules import Answer
        from desk.codes.rules import Kind as CodeKind

        if answer.answer is not Answer.VALID or answer.kind is not CodeKind.DUTY:
            raise Refused("handover.code_not_good")
        with self._desk.store.reading() as r:
            return _known(r, How.CODE, answer.subject_id)

    def by_badge(self, text: str) -> Proof | None:
        """The card or badge somebody signs on with; None when it is none. Refused: handover.stranger."""
        with self._desk.store.reading() as r:
            owner = operators.owner_of_badge(r, text)
            return None if owner is None else _known(r, How.CODE, operator_id=owner)

    # --- what they do ---------------------------------------------------------------------------------------------

    def hand_over(self, body: Body, proof: Proof, due: Due | None) -> Done:
        """Put it down, signed by who goes. Where nobody comes soon they are off duty by it."""
        shift_id = due.shift.id if due is not None else ""
        after = due.next if due is not None else None
        left: Done | None = None
        with self._desk.store.unit(proof.actor) as u:
            eid = service_handover.make(u, body, proof.signer, shift_id, after.id if after is not None else "")
            near = due is None or relief_near(due.shift.end_at, after.start_at if after is not None else None)
            if not near:
                left = _clock_off(u, eid, proof.signer, proof.label)
        if left is None:
            return Done(eid, proof.label)
        self._off_the_desk(proof.signer.operator_id)
        return left

    def take_over(self, handover_id: str, proof: Proof, note: str = "") -> Done:
        """Signed by who comes: they act at the desk from now on, and whoever handed over is off duty."""
        done = Done(handover_id, proof.label)
        gone = ""
        with self._desk.store.unit(proof.actor) as u:
            again = not service_handover.accept(u, handover_id, proof.signer, note)
            found = reads_handover.handover(u, handover_id)
            out = found.sign(Side.OUT) if found is not None else None
            if not again and out is not None:
                left = Signer(How(out.how), out.member_id, out.operator_id)
                gone = left.operator_id
                done = _clock_off(u, handover_id, left, reads_team.labels(u).get(left.member_id, "")) or done
                _clock_on(u, proof.signer)
        signed = self._at_the_desk(proof)
        if gone and signed:
            self._off_the_desk(gone)
        return replace(done, label=proof.label, signed=signed, again=again)

    def stay_on(self, shift_id: str, body: Body | None = None) -> str:
        """Nobody came: whoever acts at the desk stays. Right handover; returns the id of what was written down."""
        actor = self._desk.actor
        with self._desk.store.unit(actor) as u:
            member = reads_team.member_of_operator(u, actor.operator_id)
            signer = Signer(How.DESK, member.id if member is not None else "", actor.operator_id)
            return service_handover.hold_over(u, shift_id, signer, body)

    def _at_the_desk(self, proof: Proof) -> bool:
        """They took over all the same when the desk has no room for another, or they have no sign-on."""
        session, operator_id = self._desk.session, proof.signer.operator_id
        if not operator_id:
            return False
        with suppress(Refused):
            if proof.pin:
                session.sign_on_pin(operator_id, proof.pin)
            else:
                session.sign_on_code(operator_id)
            return True
        return False

    def _off_the_desk(self, operator_id: str) -> None:
        session = self._desk.session
        if operator_id in {chip.operator_id for chip in session.state.chips}:
            with suppress(Refused):
                session.sign_off(operator_id)


def check_accepted(r: Reading) -> None:
    """Reports and exports wait for the signature of who took over; admitting nobody ever does. Refused: handover.unaccepted."""
    if reads_handover.is_waiting(r):
        raise Refused("handover.unaccepted")


def _known(r: Reading, how: How, member_id: str = "", operator_id: str = "") -> Proof:
    """Of the team, or with a sign-on that has not ended. Refused: handover.stranger."""
    member = reads_team.member(r, member_id) if member_id else reads_team.member_of_operator(r, operator_id)
    if member is not None and member.left_at is not None:
        member = None
    chip = operators.chip(r, operator_id or (member.operator_id if member is not None else ""))
    if chip is not None and chip.expired(r.now):
        chip = None
    if member is None and chip is None:
        raise Refused("handover.stranger")
    label = member.label if member is not None else chip.label if chip is not None else ""
    signer = Signer(how, member.id if member is not None else "", chip.operator_id if chip is not None else "")
    return Proof(signer, label, chip.role if chip is not None else "", member is not None)


def _clock_off(u: Unit, handover_id: str, signer: Signer, label: str) -> Done | None:
    """Off duty by their own signature, when they are clocked on."""
    if not signer.member_id or reads_clock.open_of(u, signer.member_id) is None:
        return None
    method = Method.CODE if signer.how is How.CODE else Method.PIN
    off = service_clock.clock_off(u, signer.member_id, method)
    return Done(handover_id, label, left=off.label, helped=helped(u, off.since))


def _clock_on(u: Unit, signer: Signer) -> None:
    """Whoever takes over in time for their own shift is on duty by it."""
    if not signer.member_id or reads_clock.open_of(u, signer.member_id) is not None:
        return
    around = service_clock.AROUND_MS
    mine = reads_clock.assignments_of(u, signer.member_id, u.now - around, u.now + around)
    if shift_id := shift_for(u.now, mine):
        method = Method.CODE if signer.how is How.CODE else Method.PIN
        service_clock.clock_on(u, signer.member_id, shift_id, method)
