"""Forgetting in time: what the law asks to be kept for three years goes after three years, and not before."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from desk.faces import rights
from desk.faces.reads import standing
from desk.faces.reads_deeds import held_at
from desk.faces.reads_lane import speaking
from desk.faces.rules_lane import RECORD_YEARS
from desk.faces.tables import FaceDeed, FaceLane
from desk.faces.topics import FACES
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.unit import Unit

DAYS, BATCH = RECORD_YEARS * 366, 500
_L, _D = FaceLane.__table__.c, FaceDeed.__table__.c
NOTHING = dict.fromkeys(("purpose", "necessity", "handler", "contact", "place", "assessment", "assessed_on"), "")


def forget_records(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """The words of assessments and of guardians older than a moment (UTC ms), but those that still speak: at most 500.

    A gate's newest answers stay, and who agreed for a child whose consent stands or whose template is still somewhere.
    """
    u.actor.require(rights.RETENTION)
    live = set(standing(u)).union(*held_at(u).values())
    asked = select(_D.id, _D.enrolment_id).where(_D.at < before, _D.guardian != "")
    deeds = [row.id for row in u.conn.execute(asked) if row.enrolment_id not in live][:BATCH]
    answered = select(_L.id).where(_L.at < before, _L.purpose != "", _L.id.not_in(speaking(u)))
    lanes = list(u.conn.scalars(answered.limit(BATCH)))
    u.conn.execute(update(FaceDeed).where(_D.id.in_(deeds)).values(guardian=""))
    u.conn.execute(update(FaceLane).where(_L.id.in_(lanes)).values(**NOTHING))
    if deeds or lanes:
        outbox.redact(u, [*deeds, *lanes])
        u.changed(FACES)
    return len(deeds) + len(lanes)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (RetentionRule("consent.face", DAYS, forget_records),)
