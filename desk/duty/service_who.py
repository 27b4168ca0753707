"""Whom a verb is about, whether that is whoever acts, and why: asked by the verbs of the clock, of hours and of certificates."""

from __future__ import annotations

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_team
from desk.duty.reads_team import Member
from desk.duty.rules import TEXT_MAX
from desk.store.unit import Unit


def member_of(u: Unit, member_id: str) -> Member:
    """One of the team, those who left among them. Refused: clock.unknown."""
    who = reads_team.member(u, member_id)
    if who is None:
        raise Refused("clock.unknown")
    return who


def check_not_own(u: Unit, member_id: str, code: str) -> None:
    """Somebody else says what counts of one's own. Refused: `code`."""
    who = reads_team.member(u, member_id)
    if who is not None and who.operator_id and who.operator_id == u.actor.operator_id:
        raise Refused(code)


def reason_of(text: str) -> str:
    """One line why. Refused: hours.reason_empty."""
    clean = clean_line(text, TEXT_MAX)
    if not clean:
        raise Refused("hours.reason_empty")
    return clean
