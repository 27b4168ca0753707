"""Every consent and withdrawal on one list, newest first. Raw facts: who they mean is masked by whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.masking import mask_name
from desk.people.tables import Consent, Person
from desk.store.schema import newest_first
from desk.store.unit import Reading

MOST = 2000


@dataclass(frozen=True)
class ConsentView:
    """One act. who: masked, "" once the resident was erased; act: `given` or `withdrawn`; at: UTC ms, 0 when unknown."""

    at: int
    who: str
    purpose: str
    act: str
    notice_version: str = ""
    guardian: bool = False
    operator_id: str = ""


def acts(r: Reading, actor: Actor, limit: int = MOST) -> list[ConsentView]:
    """Right people.read."""
    actor.require("people.read")
    table = Consent.__table__.c
    query = select(Consent.__table__, Person.name).outerjoin(Person, Person.id == table.person_id)
    return [
        ConsentView(
            row.at,
            mask_name(row.name or ""),
            row.purpose,
            row.act,
            row.notice_version,
            row.guardian,
            row.operator_id or "",
        )
        for row in r.conn.execute(query.order_by(*newest_first(table)).limit(limit))
    ]
