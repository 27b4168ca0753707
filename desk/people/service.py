"""Verbs on residents. This module is the room's door: verbs on households, bindings and visitors stand here too.

Each verb takes an open unit; none opens or commits one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.people import reads
from desk.people.rules import REVEAL_MS, REVEAL_REASONS, PersonDraft, Revealed
from desk.people.service_bindings import bind, give_consent, move_out, unbind, withdraw_consent
from desk.people.service_erased import blank_people
from desk.people.service_households import add_household, edit_household, remove_household
from desk.people.service_rows import (
    IS_OPEN,
    bind_row,
    end_row,
    index_people,
    index_person,
    person_row,
    person_values,
    places,
)
from desk.people.service_visitors import forget_visitor, forget_visitors, remember_visitor
from desk.people.tables import Binding, BindingEnd, Person
from desk.store import outbox
from desk.store.unit import Unit

__all__ = [
    "add_household", "add_person", "bind", "edit_household", "edit_person", "erase_person", "forget_moved_out",
    "forget_visitor", "forget_visitors", "give_consent", "merge", "move_out", "open_draft", "remember_visitor",
    "remove_household", "reveal", "unbind", "withdraw_consent",
]  # fmt: skip


def add_person(u: Unit, name: str, phone: str = "", plates: Iterable[str] = ()) -> str:
    """A new resident; returns the id. Bind them to a household with `bind`.

    Raises Refused: right.missing, people.name_*, people.phone_*, people.plate_odd, people.plates_many.
    """
    u.actor.require("people.edit")
    eid = u.add(Person, **person_values(name, phone, plates))
    index_person(u, eid)
    u.audit("person.added", "person", eid)
    u.changed("people")
    return eid


def edit_person(
    u: Unit,
    person_id: str,
    name: str,
    phone: str = "",
    plates: Iterable[str] = (),
    seen: Mapping[str, str] | None = None,
) -> None:
    """Replace a resident's values. `seen`: the clock values of reads.draft. Raises Refused as add_person, store.gone."""
    u.actor.require("people.edit")
    u.set(Person, person_id, seen, **person_values(name, phone, plates))
    index_person(u, person_id)
    u.audit("person.edited", "person", person_id)
    u.changed("people")


def merge(u: Unit, keep_id: str, other_id: str) -> None:
    """Two entries of one person become one: bindings, plates and a missing phone move over, the other is removed.

    Raises Refused: right.missing, store.gone, people.merge_same.
    """
    u.actor.require("people.edit")
    if keep_id == other_id:
        raise Refused("people.merge_same")
    keep, other = person_row(u, keep_id), person_row(u, other_id)
    held = set(u.conn.scalars(select(Binding.household_id).where(Binding.person_id == keep_id, IS_OPEN)).all())
    for row in u.conn.execute(select(Binding).where(Binding.person_id == other_id, IS_OPEN)).mappings().all():
        end_row(u, row["id"], "merged", u.now)
        if row["household_id"] not in held:
            bind_row(u, keep_id, row["household_id"], row["role"], row["from_at"])
    plates = list(dict.fromkeys([*keep["plates"], *other["plates"]]))
    u.set(Person, keep_id, **person_values(keep["name"], keep["phone"] or other["phone"], plates))
    u.drop(Person, other_id)
    index_people(u, [keep_id, other_id])
    u.audit("person.merged", "person", keep_id, other=other_id)
    u.changed("people")


def erase_person(u: Unit, person_id: str) -> None:
    """Delete a resident for good on their wish: bindings end, values are blanked here and in the outbox's bodies."""
    u.actor.require("people.edit")
    _erase(u, person_id)
    u.audit("person.erased", "person", person_id)
    u.changed("people")


def forget_moved_out(u: Unit, before: int, held: frozenset[str] = frozenset()) -> int:
    """Erase residents whose last binding ended before a moment (UTC ms), for retention; returns how many. What was merged
    into another entry before then loses its words too.

    held: ids of persons a legal hold keeps. Needs retention.run.
    """
    u.actor.require("retention.run")
    gone = (
        select(Binding.person_id)
        .join(Person, Person.id == Binding.person_id)
        .outerjoin(BindingEnd, BindingEnd.binding_id == Binding.id)
        .where(Person.deleted_at.is_(None))
        .group_by(Binding.person_id)
        .having(func.sum(BindingEnd.id.is_(None)) == 0, func.max(BindingEnd.until_at) < before)
    )
    found = [person_id for person_id in u.conn.scalars(gone).all() if person_id not in held]
    for person_id in found:
        _erase(u, person_id)
    merged = select(Person.id).where(Person.deleted_at < before, Person.name != "", Person.id.not_in(held))
    if left := list(u.conn.scalars(merged)):
        outbox.redact(u, left)
        blank_people(u, left)
        found += left
    if found:
        u.audit("residents.forgotten", count=len(found))
        u.changed("people")
    return len(found)


def _erase(u: Unit, person_id: str) -> None:
    person_row(u, person_id)
    for binding_id in u.conn.scalars(select(Binding.id).where(Binding.person_id == person_id, IS_OPEN)).all():
        end_row(u, binding_id, "erased", u.now)
    outbox.redact(u, [person_id])
    u.drop(Person, person_id)
    blank_people(u, [person_id])


def open_draft(u: Unit, person_id: str) -> PersonDraft:
    """Full values for the editing form, written into the trail as a reveal for correction.

    Needs people.edit and people.reveal. Raises Refused("right.missing" | "store.gone").
    """
    found = reads.draft(u, u.actor, person_id)
    u.audit("person.revealed", "person", person_id, reason="correction")
    return found


def reveal(u: Unit, person_id: str, reason: str) -> Revealed:
    """Full values of one resident for 30 s, with a reason of rules.REVEAL_REASONS, written into the trail.

    Raises Refused: right.missing, people.reason_missing, store.gone.
    """
    u.actor.require("people.reveal")
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    row = person_row(u, person_id)
    u.audit("person.revealed", "person", person_id, reason=reason)
    return Revealed(
        person_id, row["name"], row["phone"], tuple(row["plates"]), tuple(places(u, person_id)), u.now + REVEAL_MS
    )
