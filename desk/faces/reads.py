"""Whose face may be known here: worked out of the consents of people, so that whatever ends a consent ends the template."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import exists, func, select

from desk.core.clock import DAY_MS
from desk.faces.rules_kept import LONGEST_DAYS, MOVED_OUT_DAYS, Held, held
from desk.faces.rules_lane import Why
from desk.people.rules import GIVEN
from desk.people.tables import Binding, BindingEnd, Consent, Person
from desk.store.unit import Reading

PURPOSE = "face"
_ENDED = exists().where(BindingEnd.binding_id == Binding.id)


@dataclass(frozen=True)
class Said:
    """One act of somebody's consent to be recognised."""

    id: str
    person_id: str
    given: bool
    at: int
    notice_version: str
    guardian: bool


def acts(r: Reading) -> list[Said]:
    """All of them, oldest first; of two at one moment the withdrawal is the newer, at every desk."""
    asked = select(
        Consent.id, Consent.person_id, Consent.act, Consent.at, Consent.notice_version, Consent.guardian
    ).where(Consent.purpose == PURPOSE)
    rows = r.conn.execute(asked.order_by(Consent.at, Consent.act != GIVEN, Consent.id))
    return [Said(row.id, row.person_id, row.act == GIVEN, row.at, row.notice_version, row.guardian) for row in rows]


def agreed(r: Reading, person_id: str) -> Said | None:
    """The consent of one person that stands."""
    stands = {person: consent for consent, person in standing(r).items()}.get(person_id)
    return next((one for one in acts(r) if one.id == stands), None)


def standing(r: Reading) -> dict[str, str]:
    """The consent's id -> the person, of everybody who agreed to be recognised, did not take it back and is no former resident.

    Whoever was erased or moved out a month ago has none; nobody's lasts longer than three years.
    """
    given = _given(r)
    if not given:
        return {}
    known = set(r.conn.scalars(select(Person.id).where(Person.deleted_at.is_(None))))
    here = _live_here(r)
    return {consent: person for person, consent in given.items() if person in known and person in here}


def reasons(r: Reading, enrolment_ids: Iterable[str]) -> dict[str, Why]:
    """Why the templates of these consents go. Of one that still stands, or whose person is not known here: its time is over."""
    said = acts(r)
    newest = {one.person_id: one for one in said}
    persons = {one.id: one.person_id for one in said}
    known = set(r.conn.scalars(select(Person.id).where(Person.deleted_at.is_(None))))
    here = _live_here(r)

    def why(consent: str) -> Why:
        person = persons.get(consent)
        if person is None:
            return Why.GONE
        if not newest[person].given:
            return Why.WITHDRAWN
        if newest[person].id != consent:
            return Why.ANEW
        if person not in known:
            return Why.PERSON_ERASED
        return Why.OVER if person in here else Why.MOVED_OUT

    return {one: why(one) for one in enrolment_ids}


def meter(r: Reading) -> Held:
    """The live count of distinct people: whoever agreed counts, at whichever gate of the site their template is."""
    return held(len(set(standing(r).values())))


def among(r: Reading, person_ids: Collection[str], household_id: str) -> str:
    """The one of these people who lives in a household; empty when none or several of them do."""
    asked = select(Binding.person_id).where(
        Binding.household_id == household_id, Binding.person_id.in_(person_ids), ~_ENDED
    )
    here = set(r.conn.scalars(asked))
    return here.pop() if len(here) == 1 else ""


def _given(r: Reading) -> dict[str, str]:
    newest = {one.person_id: one for one in acts(r)}
    since = r.now - LONGEST_DAYS * DAY_MS
    return {person: one.id for person, one in newest.items() if one.given and one.at > since}


def _live_here(r: Reading) -> set[str]:
    """Whoever has a home here, or had one until less than a month ago."""
    live = set(r.conn.scalars(select(Binding.person_id).where(~_ENDED).distinct()))
    ends = (
        select(Binding.person_id)
        .join(BindingEnd, BindingEnd.binding_id == Binding.id)
        .group_by(Binding.person_id)
        .having(func.max(BindingEnd.until_at) > r.now - MOVED_OUT_DAYS * DAY_MS)
    )
    return live | set(r.conn.scalars(ends))
