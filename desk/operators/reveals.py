"""Showing what is masked: with a reason, for 30 seconds, with a line in the audit trail."""

from __future__ import annotations

from dataclasses import dataclass

from desk.core.errors import Refused
from desk.store.unit import Unit

SHOWN_S = 30
REASONS = ("call_host", "hand_over", "check_identity", "asked_by_person", "correct_record", "emergency", "authority")


@dataclass(frozen=True)
class Reveal:
    """Leave to show fields of one subject. until: UTC ms; a screen counts SHOWN_S by its own monotonic clock."""

    subject_kind: str
    subject_id: str
    fields: tuple[str, ...]
    until: int
    shown_s: int = SHOWN_S


def reveal(u: Unit, subject_kind: str, subject_id: str, reason: str, fields: tuple[str, ...] = ()) -> Reveal:
    """Write the line and give leave; read the values after it in the same unit.

    Right people.reveal. Refused("reveal.reason") for a reason that is not one of REASONS.
    """
    u.actor.require("people.reveal")
    if reason not in REASONS:
        raise Refused("reveal.reason")
    u.audit("reveal.shown", subject_kind, subject_id, reason=reason, fields=list(fields))
    return Reveal(subject_kind, subject_id, fields, u.now + SHOWN_S * 1000)
