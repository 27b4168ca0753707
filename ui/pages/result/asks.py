"""What the desk knows of a scanned code, on the disk-read lane: the visit, the standing pass, the household and its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk.codes.reads import site_time
from desk.codes.views import Identified
from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.lending.reads import of_household
from desk.lending.views import LoanRow
from desk.people import reads as people
from desk.reception import reads
from desk.reception.views import HistoryFilter, StandingRow, VisitDetail, VisitRow

RECENT = 20


@dataclass(frozen=True)
class Home:
    """A household as the card may show it: residents masked; today: visits to it since midnight, newest first."""

    residents: tuple[str, ...] = ()
    people: int = 0
    today: tuple[VisitRow, ...] = ()
    permits: int = 0
    lent: tuple[LoanRow, ...] = ()  # what it still has of ours


@dataclass(frozen=True)
class Known:
    visit: VisitDetail | None = None
    standing: StandingRow | None = None
    home: Home | None = None
    been: int = -1  # visits of the same known person since midnight, the one on the pass apart; -1: not a known one


def known(r: Any, actor: Actor, answer: Identified) -> Known:
    """Everything for the card in one reading."""
    code = answer.code
    if code is None:
        return Known()
    visit = _visit(r, code.visitor_ref) if code.visitor_ref else None
    standing = reads.standing_by_code(r, code.code_id) if code.visitor_ref and visit is None else None
    home = _home(r, actor, code.subject_id) if code.subject_kind == "household" and code.household else None
    return Known(visit, standing, home, _been(r, visit))


def _been(r: Any, visit: VisitDetail | None) -> int:
    if visit is None or not visit.person_id:
        return -1
    time = site_time(r)
    day = time.day(r.now)
    rows = reads.history(r, HistoryFilter(person_id=visit.person_id), limit=RECENT).rows
    return sum(row.in_at is not None and time.day(row.in_at) == day and row.id != visit.row.id for row in rows)


def _visit(r: Any, visit_id: str) -> VisitDetail | None:
    try:
        return reads.visit(r, visit_id)
    except Refused:  # a standing pass refers to itself
        return None


def _home(r: Any, actor: Actor, household_id: str) -> Home:
    names = people.residents_of(r, actor, household_id) if actor.may("people.read") else ()
    time = site_time(r)
    day = time.day(r.now)
    rows = reads.recent_of(r, household_id, RECENT)
    today = tuple(row for row in rows if row.in_at is not None and time.day(row.in_at) == day)
    permits = len(reads.permits(r, household_id))
    lent = of_household(r, household_id) if actor.may("lending") else ()
    return Home(tuple(one.masked_name for one in names), len(names), today, permits, lent)


def left_in(r: Any, machine: str) -> str:
    """What the machine hands out, by name; "" when nothing of it is left or nobody has said what is in it."""
    from desk.devices.reads import stock

    return next((one.name for one in stock(r) if one.device_id == machine and one.left > 0), "")
