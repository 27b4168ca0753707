"""Verbs of the handover: put it down, sign it, stay on when nobody comes. What was put down is never changed.

Who signs has been proved before a verb is called (desk.handing): by PIN or by code.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_handover, reads_shifts
from desk.duty.rules_handover import NOTE_MAX, Body, How, Kind, Lack, Side, held_minutes, lacks, packed
from desk.duty.tables import Handover, HandoverSign
from desk.store.unit import Unit

HAND_OVER = "handover"
HELD_AGAIN_MS = 5 * MINUTE_MS  # the same word within this is the same press
_LACKS = {
    Lack.TICK: "handover.group_open",
    Lack.COUNT: "handover.not_counted",
    Lack.REASON: "handover.difference",
}


@dataclass(frozen=True)
class Signer:
    """Who signs, and with what. member_id empty: an operator who is not of the team; operator_id empty: no sign-on here."""

    how: How
    member_id: str = ""
    operator_id: str = ""

    def is_one_with(self, other: Signer) -> bool:
        """The same person, known by either id."""
        return bool(
            (self.member_id and self.member_id == other.member_id)
            or (self.operator_id and self.operator_id == other.operator_id)
        )


def make(u: Unit, body: Body, by: Signer, shift_id: str = "", next_shift_id: str = "") -> str:
    """Put a handover down and sign it as the one who goes; returns its id. A correction is another one.

    Right handover. Refused: handover.group_open, handover.not_counted, handover.difference, store.gone.
    """
    u.actor.require(HAND_OVER)
    for lack, _ in lacks(body):
        raise Refused(_LACKS[lack])
    end_at = _end_of(u, shift_id)
    eid = u.add(
        Handover, kind=Kind.MADE.value, at=u.now, gate_id=u.gate_id, shift_id=shift_id or None,
        next_shift_id=next_shift_id or None, outgoing_id=by.member_id or None, body=packed(body),
        held_minutes=held_minutes(u.now, end_at), operator_id=by.operator_id or None,
        clock_quality=u.clock_quality.value,
    )  # fmt: skip
    _sign(u, eid, Side.OUT, by)
    u.audit("handover.made", "handover", eid, held_minutes=held_minutes(u.now, end_at))
    u.changed("handover", "duty")
    return eid


def accept(u: Unit, handover_id: str, by: Signer, note: str = "") -> bool:
    """The relief signs. False, and nothing written, when they have already.

    Right handover. Refused: handover.gone, handover.newer (another one came after it), handover.accepted (by somebody
    else), handover.same_person.
    """
    u.actor.require(HAND_OVER)
    found = reads_handover.handover(u, handover_id)
    if found is None or found.kind is not Kind.MADE:
        raise Refused("handover.gone")
    taken = found.sign(Side.IN)
    if taken is not None:
        if by.is_one_with(Signer(How.DESK, taken.member_id, taken.operator_id)):
            return False
        raise Refused("handover.accepted")
    if reads_handover.newest(u) != handover_id:
        raise Refused("handover.newer")
    left = found.sign(Side.OUT)
    if left is not None and by.is_one_with(Signer(How.DESK, left.member_id, left.operator_id)):
        raise Refused("handover.same_person")
    _sign(u, handover_id, Side.IN, by, note)
    u.audit("handover.accepted", "handover", handover_id, how=by.how.value)
    u.changed("handover", "duty")
    return True


def hold_over(u: Unit, shift_id: str, by: Signer, body: Body | None = None) -> str:
    """Nobody came: whoever is there stays, and since when is written down. Returns the fact's id, the same within 5 minutes.

    Right handover. Refused: handover.not_over (the shift has not ended), store.gone.
    """
    u.actor.require(HAND_OVER)
    end_at = _end_of(u, shift_id)
    if end_at is None or u.now < end_at:
        raise Refused("handover.not_over")
    before = reads_handover.held(u, shift_id)
    if before is not None and u.now - before.at < HELD_AGAIN_MS:
        return before.id
    minutes = held_minutes(u.now, end_at)
    eid = u.add(
        Handover, kind=Kind.HELD_OVER.value, at=u.now, gate_id=u.gate_id, shift_id=shift_id,
        outgoing_id=by.member_id or None, body=packed(body or Body()), held_minutes=minutes,
        operator_id=by.operator_id or None, clock_quality=u.clock_quality.value,
    )  # fmt: skip
    _sign(u, eid, Side.OUT, by)
    u.audit("handover.held_over", "handover", eid, held_minutes=minutes)
    u.changed("handover", "duty")
    return eid


def _sign(u: Unit, handover_id: str, side: Side, by: Signer, note: str = "") -> None:
    u.add(
        HandoverSign, handover_id=handover_id, side=side.value, at=u.now, member_id=by.member_id or None,
        operator_id=by.operator_id or None, how=by.how.value, note=clean_line(note, NOTE_MAX),
    )  # fmt: skip


def _end_of(u: Unit, shift_id: str) -> int | None:
    if not shift_id:
        return None
    shift = reads_shifts.shift(u, shift_id)
    if shift is None:
        raise Refused("store.gone", kind="shift")
    return shift.end_at
