"""What an import has to know of the store."""

from __future__ import annotations

from sqlalchemy import func, select

from desk.people.import_plan import Bound, Existing
from desk.people.rooms import Address
from desk.people.service_rows import IS_OPEN
from desk.people.tables import Binding, BindingEnd, Household, Person
from desk.store.tables import Outbox
from desk.store.unit import Reading

KINDS = tuple(table.__tablename__ for table in (Household, Person, Binding, BindingEnd))


def existing(r: Reading) -> Existing:
    """Every door, every bound resident, every resident with a phone."""
    found = Existing()
    doors = select(Household.id, Household.building, Household.unit, Household.room)
    for eid, *parts in r.conn.execute(doors.where(Household.deleted_at.is_(None)).order_by(Household.id.desc())):
        found.households[Address(*parts)] = eid
    people = {
        row.id: row
        for row in r.conn.execute(
            select(Person.id, Person.name_key, Person.phone, Person.plates).where(Person.deleted_at.is_(None))
        )
    }
    for row in people.values():
        if row.phone:
            found.by_phone.setdefault((row.name_key, row.phone), row.id)
    bound = select(Binding.id, Binding.person_id, Binding.household_id, Binding.role).where(IS_OPEN)
    for row in r.conn.execute(bound):
        who = people.get(row.person_id)
        if who is not None:
            tie = Bound(row.person_id, row.id, row.role, who.phone, tuple(who.plates))
            found.by_door.setdefault((row.household_id, who.name_key), tie)
    return found


def mark(r: Reading) -> int:
    """Where the outbox stands: a plan made now fits as long as nothing about people `changed_since`."""
    return int(r.conn.scalar(select(func.max(Outbox.num))) or 0)


def changed_since(r: Reading, mark: int) -> bool:
    """Whether households, residents or bindings were written after a mark; looks at the newer lines only."""
    newer = select(Outbox.num).where(Outbox.num > mark, Outbox.kind.in_(KINDS)).limit(1)
    return r.conn.scalar(newer) is not None
