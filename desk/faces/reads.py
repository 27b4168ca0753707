"""Whose face may be known here: worked out of the consents of people, so that whatever ends a consent ends the template."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from desk.core.clock import DAY_MS
from desk.faces.rules_kept import MOVED_OUT_DAYS, Held, held
from desk.people.rules import GIVEN
from desk.people.tables import Binding, BindingEnd, Consent, Person
from desk.store.unit import Reading

PURPOSE = "face"
_ENDED = exists().where(BindingEnd.binding_id == Binding.id)


def standing(r: Reading) -> dict[str, str]:
    """The consent's id -> the person, of everybody who agreed to be recognised, did not take it back and is no former resident.

    Of two acts at one moment the withdrawal counts, at every desk. Whoever was erased or moved out a month ago has none.
    """
    acts = select(Consent.id, Consent.person_id, Consent.act).where(Consent.purpose == PURPOSE)
    newest = {row.person_id: row for row in r.conn.execute(acts.order_by(Consent.at, Consent.act != GIVEN, Consent.id))}
    given = {person: row.id for person, row in newest.items() if row.act == GIVEN}
    if not given:
        return {}
    known = set(r.conn.scalars(select(Person.id).where(Person.deleted_at.is_(None))))
    here = _live_here(r)
    return {consent: person for person, consent in given.items() if person in known and person in here}


def meter(r: Reading) -> Held:
    """The live count of distinct people: whoever agreed counts, at whichever gate of the site their template is."""
    return held(len(set(standing(r).values())))


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
