"""A gate with two shifts a day and somebody in each, published: what handing over begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.codes.service import issue_duty
from desk.duty import service_publish, service_roster, service_team, service_templates
from desk.duty.reads_shifts import shifts
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.operators import service as operators
from desk.people.service_households import add_household
from desk.store.unit import Unit

PINS = {"王秀兰": "7153", "李志强": "8264"}
SHIFTS = {"门岗": (840, "王秀兰"), "晚班": (1020, "李志强")}  # from 14 and from 17 o'clock, three hours each


@dataclass(frozen=True)
class TwoShifts:
    """signs: operators by name; who: members by name; cards: text of their duty cards; home: of a household, 3-1-1202."""

    signs: dict[str, str]
    who: dict[str, str]
    cards: dict[str, str]
    home: str


def two_shifts(u: Unit, day: date, *others: str) -> TwoShifts:
    """The two of PINS sign on with theirs and serve that day; others are of the team and sign on nowhere."""
    home = add_household(u, "3", "1", "1202")
    signs = {name: operators.add_operator(u, name, "volunteer", pin).operator_id for name, pin in PINS.items()}
    who = {name: service_team.add_member(u, About(name, operator_id=signs.get(name, ""))) for name in (*PINS, *others)}
    cards = {name: issue_duty(u, member).text for name, member in who.items()}
    for name, (start, _) in SHIFTS.items():
        days = (1, 2, 3, 4, 5, 6, 7)
        service_templates.save_template(u, Template(name, start, start + 180, days, least=1, most=2, gate_id=u.gate_id))
    month = day.isoformat()[:7]
    service_roster.open_month(u, month)
    today = {one.name: one.id for one in shifts(u, month) if one.day == day.isoformat()}
    service_roster.apply(u, [Edit(today[name], who[one]) for name, (_, one) in SHIFTS.items()])
    service_publish.publish(u, month, in_spite=True)
    return TwoShifts(signs, who, cards, home)
