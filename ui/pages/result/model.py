"""What the result card draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Next(StrEnum):
    """The main act of a card."""

    ADMIT = "admit"
    CHECK_OUT = "check_out"
    REGISTER = "register"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ResultModel:
    """mark: shape of the big sign (ui.widgets.result_mark.KINDS); sentence codes are those of ui/texts_codes.py.

    Times are local to the site, already cut into text by the presenter: `08:00` on the day of the scan, `11-22 08:00` on
    others; until is an hour alone when it lies on the day of from_. visitor and place are masked.
    """

    mark: str
    headline: str
    advice: str
    next: Next
    why: str = ""
    kind: str = ""
    serial: str = ""
    visitor: str = ""
    visitor_type: str = ""
    party_size: int = 1
    place: str = ""
    plate: str = ""
    from_: str = ""
    until: str = ""
    today: bool = False  # both lie on the day of the scan
    uses: int = -1  # entries it is good for, 0 any number, -1 not a pass
    uses_left: int | None = None
    used_at: str = ""
    used_gate: str = ""
    revoked_at: str = ""
    revoked_why: str = ""
    foreign: str = ""
    in_since: str = ""
    clock_doubt: bool = False
    watched: bool = False
    residents: tuple[str, ...] = ()  # masked
    visits_today: int = 0  # visits to the household since midnight
    last_at: str = ""
    last_who: str = ""
    last_type: str = ""
    permits: int = 0
    lent: tuple[str, ...] = ()  # names of things the household still has of ours
    hands_out: str = ""  # what a machine here has for the household, by name
    lent_late: int = 0  # of these, past their end
    standing: bool = False  # the pass of somebody who comes again and again
    made_at: str = ""  # a pass: when and at which gate it was announced
    made_gate: str = ""
    been: int = -1  # visits of the same person since midnight, this one apart; -1: nobody can say
    household: bool = False  # the household's card may be opened
    answer: str = ""  # desk.codes.rules.Answer; empty where nobody has to be told anything
    may_confirm: bool = False  # the clock is in doubt, and who is on duty may say that it is right


@dataclass(frozen=True)
class Outcome:
    """What was done, for the undo bar. act: admit or check_out."""

    act: Next
    visit_id: str
    repeated: bool = False
