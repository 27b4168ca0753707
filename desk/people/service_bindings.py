"""Verbs on who belongs where, and on what they agreed to: facts that are added, never changed."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.errors import Refused
from desk.people.rules import (
    CONSENT_RIGHT,
    CONSENT_RIGHTS,
    END_REASONS,
    GIVEN,
    PURPOSES,
    WITHDRAWN,
    checked_role,
)
from desk.people.service_rows import IS_OPEN, bind_row, end_row, index_person, person_row
from desk.people.tables import Binding, Consent, Household
from desk.store.unit import Unit


def bind(u: Unit, person_id: str, household_id: str, role: str, from_at: int | None = None) -> str:
    """A person belongs to a household from `from_at` (UTC ms, now when left out); returns the binding's id.

    Raises Refused: right.missing, people.role_unknown, people.already_bound, store.gone.
    """
    u.actor.require("people.edit")
    checked_role(role)
    person_row(u, person_id)
    if u.conn.scalar(select(Household.id).where(Household.id == household_id, Household.deleted_at.is_(None))) is None:
        raise Refused("store.gone", kind="household")
    bound = select(Binding.id).where(Binding.person_id == person_id, Binding.household_id == household_id, IS_OPEN)
    if u.conn.scalar(bound.limit(1)) is not None:
        raise Refused("people.already_bound")
    eid = bind_row(u, person_id, household_id, role, u.now if from_at is None else from_at)
    index_person(u, person_id)
    u.audit("person.bound", "person", person_id, household=household_id, role=role)
    u.changed("people")
    return eid


def unbind(u: Unit, binding_id: str, reason: str = "moved_out", until_at: int | None = None) -> None:
    """End one binding (it stays on record). Raises Refused: right.missing, people.not_bound, people.reason_missing."""
    u.actor.require("people.edit")
    if reason not in END_REASONS:
        raise Refused("people.reason_missing")
    person_id = u.conn.scalar(select(Binding.person_id).where(Binding.id == binding_id, IS_OPEN))
    if person_id is None:
        raise Refused("people.not_bound")
    end_row(u, binding_id, reason, u.now if until_at is None else until_at)
    index_person(u, person_id)
    u.audit("person.unbound", "person", person_id, reason=reason)
    u.changed("people")


def move_out(u: Unit, person_id: str, until_at: int | None = None) -> int:
    """End every binding of a person; returns how many. Raises Refused: right.missing, people.not_bound."""
    u.actor.require("people.edit")
    open_ids = u.conn.scalars(select(Binding.id).where(Binding.person_id == person_id, IS_OPEN)).all()
    if not open_ids:
        raise Refused("people.not_bound")
    for binding_id in open_ids:
        unbind(u, binding_id, "moved_out", until_at)
    return len(open_ids)


def give_consent(u: Unit, person_id: str, purpose: str, notice_version: str, guardian: bool = False) -> str:
    """Record a consent to one purpose of rules.PURPOSES under one version of the notice; returns the fact's id."""
    return _consent(u, person_id, purpose, GIVEN, notice_version, guardian)


def withdraw_consent(u: Unit, person_id: str, purpose: str, notice_version: str, guardian: bool = False) -> str:
    """Record that a consent was taken back; the newest act of a purpose counts."""
    return _consent(u, person_id, purpose, WITHDRAWN, notice_version, guardian)


def _consent(u: Unit, person_id: str, purpose: str, act: str, notice_version: str, guardian: bool) -> str:
    u.actor.require(CONSENT_RIGHTS.get((purpose, act), CONSENT_RIGHT))
    if purpose not in PURPOSES:
        raise Refused("people.purpose_unknown")
    person_row(u, person_id)
    eid = u.add(
        Consent, person_id=person_id, purpose=purpose, act=act, notice_version=notice_version, guardian=guardian,
        at=u.now, operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit(f"consent.{act}", "person", person_id, purpose=purpose, notice=notice_version)
    u.changed("people")
    return eid
