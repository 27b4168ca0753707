"""Requests of people about their own data: what every room holds of somebody, and erasing it where nothing stands against it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.about import CARES
from desk.alarms import service_retention as alarms
from desk.alarms.service_wearers import drop_wearer
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import service_retention as duty
from desk.erasing import rules
from desk.hearings import service_retention as hearings
from desk.lending import service_retention as lending
from desk.people import reads as people_reads
from desk.people import service as people
from desk.people.rules import PURPOSES
from desk.people.service_bindings import withdraw_consent
from desk.people.service_visitors import forget_visitor
from desk.people.tokens import phone_digits
from desk.reception import service_retention as reception
from desk.reception.rules import OPEN_STATES, VisitorType
from desk.records.reads_about import Rows, held_about, rows_about
from desk.records.reads_holds import held_ids
from desk.records.reads_privacy import Kept, RequestView, request
from desk.records.retention import days_of
from desk.records.rules_about import HeldKind, Person
from desk.records.rules_requests import SHOWS, Kind, Outcome, Subject, Why
from desk.records.service_privacy import answer_request
from desk.store.unit import Reading, Unit

NOTICE = "1"  # a consent taken back names the notice that hangs at the gate
STANDS_BY_LAW = ("service_record", "service_certificate", "consent", "data_request")
Verb = Callable[[Unit, int, Collection[str], Collection[str]], int]


@dataclass(frozen=True)
class Answering:
    """What the form says. erase: with a deletion, do it now; withdraw: purposes of consents to take back."""

    outcome: str = Outcome.GRANTED.value
    reason: str = ""
    said: str = ""
    erase: bool = False
    withdraw: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """What the printed answer says. held: empty unless it was asked to be shown; days: rule -> how long, in days."""

    request: RequestView
    held: tuple[HeldKind, ...] = field(default=(), repr=False)
    days: Mapping[str, int] = field(default_factory=dict)


def person_of(r: Reading, asked: RequestView) -> Person:
    """Whom to look for. A resident who is known no more is looked for by the telephone alone."""
    if asked.subject_kind == Subject.PERSON:
        row = rows_about(r, {"person": CARES["person"]}, Person(asked.subject_id)).get("person", [{}])[0]
        phones = {text for text in (str(row.get("phone", "")),) if text}
        return Person(asked.subject_id, frozenset(phones), frozenset({str(row.get("name", ""))} - {""}))
    if asked.subject_kind == Subject.VISITOR:
        phones = {text for text in (clean_line(asked.about), phone_digits(asked.about)) if text}
        by_phone = rows_about(
            r, {kind: CARES[kind] for kind in ("known_visitor", "visit")}, Person(phones=frozenset(phones))
        )
        names = {str(row["name"]) for rows in by_phone.values() for row in rows if row["name"]}
        return Person("", frozenset(phones), frozenset(names))
    return Person()


def about(r: Reading, request_id: str) -> tuple[HeldKind, ...]:
    """Everything held of whom a request is about, kind by kind. Screens use `open_answer`, which is audited."""
    return held_about(r, CARES, person_of(r, request(r, request_id)))


def open_answer(u: Unit, request_id: str) -> Paper:
    """What goes on paper, in full for the person themselves; the trail says who printed it. Right privacy.settle."""
    u.actor.require("privacy.settle")
    asked = request(u, request_id)
    held = about(u, request_id) if asked.kind in SHOWS and asked.outcome != Outcome.REFUSED else ()
    u.audit("privacy.answer_shown", "data_request", request_id, kinds=len(held), rows=sum(one.count for one in held))
    return Paper(asked, held, {one.kind: days_of(u, one) for one in rules()})


def answer(u: Unit, request_id: str, by: Answering) -> tuple[Kept, ...]:
    """Settle a request; returns what was kept of an erasing. Right privacy.settle; erasing retention.run and people.edit as well.

    What is kept makes a granted deletion one in part, with the reason on paper. Raises Refused as records.answer_request,
    and consent.purpose.
    """
    u.actor.require("privacy.settle")
    asked = request(u, request_id)
    erased, kept = 0, tuple[Kept, ...]()
    if asked.subject_kind == Subject.PERSON and by.outcome != Outcome.REFUSED:
        for purpose in by.withdraw:
            withdraw_consent(u, asked.subject_id, purpose, NOTICE)
    if by.erase and asked.kind == Kind.DELETE and by.outcome != Outcome.REFUSED:
        erased, kept = erase_about(u, person_of(u, asked))
    answer_request(
        u, request_id, by.outcome, by.reason, by.said, erased, [{"kind": one.kind, "why": one.why, "count": one.count} for one in kept]
    )  # fmt: skip
    return kept


def standing_consents(r: Reading, request_id: str) -> tuple[str, ...]:
    """Purposes this person agreed to and has not taken back."""
    asked = request(r, request_id)
    if asked.subject_kind != Subject.PERSON:
        return ()
    said = people_reads.consents(r, asked.subject_id)
    return tuple(purpose for purpose in PURPOSES if said.get(purpose))


def erase_about(u: Unit, person: Person) -> tuple[int, tuple[Kept, ...]]:
    """Erase what is held of somebody, by the verbs that retention uses; returns (how many, what was kept and why).

    Kept: what an authority holds, what is not over yet, what a law keeps. Rights retention.run and people.edit.
    """
    u.actor.require("retention.run")
    if not (person.person_id or person.phones):
        raise Refused("privacy.subject")
    found = rows_about(u, CARES, person)
    held = held_ids(u, tuple(CARES))
    erased = sum(_each(u, found, held, kind, verb) for kind, verb in _verbs().items())
    erased += _drop(u, found, held)
    return erased, tuple(_kept(found, _left(u, person), held))


def _verbs() -> dict[str, Verb]:
    """Kind -> the purge that retention uses for it, over these ids alone."""

    def visits(u: Unit, before: int, held: Collection[str], only: Collection[str]) -> int:
        return sum(reception.anonymise_visits(u, kind, before, held, only) for kind in VisitorType)

    return {
        "visit": visits, "watch_entry": reception.scrub_watch, "recurring_pass": reception.scrub_standing,
        "hearing": hearings.forget_reporters, "matter": hearings.forget_words, "borrower": lending.forget_borrowers,
        "reservation": lending.forget_reservations, "alarm": alarms.forget_words, "duty_member": duty.scrub_members,
    }  # fmt: skip


def _each(u: Unit, found: Rows, held: frozenset[str], kind: str, verb: Verb) -> int:
    rows = found.get(kind, [])
    ids = [str(row["id"]) for row in rows if row.get("state") not in list(OPEN_STATES)]
    return verb(u, u.now + 1, held, ids) if ids else 0


def _drop(u: Unit, found: Rows, held: frozenset[str]) -> int:
    """What has a verb of its own for one row: the resident, the remembered visitor, the wearer."""
    drops: dict[str, Callable[[Unit, str], Any]] = {
        "wearer": drop_wearer, "known_visitor": forget_visitor, "person": people.erase_person
    }  # fmt: skip
    done = 0
    for kind, verb in drops.items():
        for eid in (str(row["id"]) for row in found.get(kind, []) if row["id"] not in held):
            verb(u, eid)
            done += 1
    return done


def _left(u: Unit, person: Person) -> Rows:
    return rows_about(u, CARES, person)


def _kept(before: Rows, after: Rows, held: frozenset[str]) -> list[Kept]:
    """What can still be found and was meant to go."""
    kinds = [*_verbs(), "person", "wearer", *STANDS_BY_LAW]
    kept = []
    for kind in kinds:
        rows = after.get(kind, before.get(kind, []) if kind in STANDS_BY_LAW else [])
        by_order = sum(1 for row in rows if row["id"] in held)
        if by_order:
            kept.append(Kept(kind, Why.HOLD.value, by_order))
        if len(rows) > by_order:
            why = Why.LAW if kind in STANDS_BY_LAW else Why.OPEN
            kept.append(Kept(kind, why.value, len(rows) - by_order))
    return kept
