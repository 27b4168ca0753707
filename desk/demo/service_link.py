"""A link to a hub that does not exist, for pictures of the practice estate: no hub is asked and nothing leaves the desk."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.operators.tables import Operator
from desk.people.tables import Person
from desk.store.tables import Outbox, SyncSelf
from desk.store.tables_sync import SyncConflict, SyncLink
from desk.store.unit import Unit
from desk.wire.stamp import TAIL, stamp

HUB = "https://demo.example"  # RFC 2606: nobody answers there
PHONES = ("10400009999", "10400008888")


def make_up(u: Unit) -> None:
    """As if the line had gone three hours ago: what was written since waits, and two people changed one phone.

    Raises Refused("demo.real_estate") anywhere but in a practice estate.
    """
    take_away(u)
    then = u.now - 3 * HOUR_MS
    u.conn.execute(
        insert(SyncLink).values(
            one=1, hub_key=bytes(32), last_agreed_at=then, last_pull_at=then, fail_code="sync.no_line"
        )
    )
    u.conn.execute(update(SyncSelf).values(hub_url=HUB))
    u.conn.execute(update(Outbox).where(Outbox.hlc < f"{then:012x}").values(state="confirmed"))
    u.audit("demo.link_made_up")
    person = u.conn.execute(
        select(Person.id).where(Person.deleted_at.is_(None)).order_by(Person.num).limit(1)
    ).scalar_one()
    written = u.conn.execute(select(Outbox.op_id).where(Outbox.eid == person).limit(1)).scalar() or "0" * TAIL
    who = [*u.conn.execute(select(Operator.id).order_by(Operator.num).limit(2)).scalars(), "", ""]
    winner, loser = _stamp(u.now - MINUTE_MS, written), _stamp(then)
    u.conn.execute(
        insert(SyncConflict).values(
            kind="person", eid=person, field="phone", winner=winner, loser=loser, standing=PHONES[0],
            lost=PHONES[1], winner_by=who[1], loser_by=who[0], found_at=u.now, state="open",
        )
    )  # fmt: skip
    u.changed("sync")


def agree(u: Unit) -> None:
    """As if it had just agreed with the hub of `make_up`. Raises Refused("demo.real_estate")."""
    if not u.is_throwaway:
        raise Refused("demo.real_estate")
    u.conn.execute(delete(SyncConflict))
    u.conn.execute(update(SyncLink).values(last_agreed_at=u.now, last_pull_at=u.now, fail_code=""))
    u.conn.execute(update(Outbox).values(state="confirmed"))
    u.changed("sync")


def take_away(u: Unit) -> None:
    """Alone again, as practice estates are. Raises Refused("demo.real_estate")."""
    if not u.is_throwaway:
        raise Refused("demo.real_estate")
    u.conn.execute(delete(SyncLink))
    u.conn.execute(delete(SyncConflict))
    u.conn.execute(update(SyncSelf).values(hub_url=None))
    u.changed("sync")


def _stamp(ms: int, op_id: str = "0" * TAIL) -> str:
    return stamp(f"{ms:012x}0000-{'0' * 8}", op_id)
