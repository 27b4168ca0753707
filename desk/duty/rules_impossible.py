"""Rules of a shift that a team can never keep, whoever has time: said before anybody plans. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.duty.rules import may_serve
from desk.duty.rules_roster import Person, Slot


class Cannot(StrEnum):
    """Rules of a shift that this team can never keep, whoever has time."""

    NOBODY = "nobody"  # no member of the capacities one of which it must have
    TOO_FEW = "too_few"  # fewer members than it needs at once
    SKILL = "skill"  # nobody has the skill
    MINORS = "minors"  # only minors could, and it takes none


@dataclass(frozen=True)
class Impossible:
    """A rule nobody can keep. have: how many there are, need: how many it takes."""

    why: Cannot
    name: str
    template_id: str
    capacities: tuple[str, ...] = ()
    skill: str = ""
    need: int = 0
    have: int = 0


def impossible(name: str, template_id: str, slot: Slot, people: Iterable[Person]) -> list[Impossible]:
    """The rules of one shift that the team as it is can never keep."""
    team = [one for one in people if not one.left and may_serve(one.capacity, slot.capacities)]
    grown = [one for one in team if not one.minor or (slot.minors and one.guardian_at is not None)]
    found = []
    if len(grown) < slot.least:
        why = Cannot.MINORS if len(team) >= slot.least else Cannot.TOO_FEW
        found.append(Impossible(why, name, template_id, slot.capacities, need=slot.least, have=len(grown)))
    for need in slot.mix:
        have = sum(one.capacity in need.of for one in grown)
        if have < need.least:
            found.append(Impossible(Cannot.NOBODY, name, template_id, need.of, need=need.least, have=have))
    for skill in slot.skills:
        if not any(skill in one.skills for one in grown):
            found.append(Impossible(Cannot.SKILL, name, template_id, skill=skill, need=1))
    return found
