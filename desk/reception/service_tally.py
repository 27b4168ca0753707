"""The fast lane: a rider or a courier is one count, never a person inside. One key, no typing, undone by a correcting fact."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.reception import rights
from desk.reception.rules import FAST_LANE, VisitorType
from desk.reception.tables import Tally
from desk.store.unit import Unit

_T = Tally.__table__.c
PLATFORM_MAX = 20


def count(u: Unit, kind: VisitorType, platform: str = "", tally_id: str | None = None) -> str:
    """Count one passage now; returns its id for `undo_count`.

    platform: the word of a button (美团, 顺丰), never a person. tally_id: made by the key press, so that the same press
    told twice counts once. Raises Refused("tally.kind") for anyone who is not of the fast lane.
    """
    u.actor.require(rights.FAST)
    if kind not in FAST_LANE:
        raise Refused("tally.kind", kind=kind.value)
    if tally_id is not None and _known(u, tally_id):
        return tally_id
    values = {"id": tally_id} if tally_id else {}
    new = u.add(
        Tally, at=u.now, kind=kind.value, n=1, platform=clean_line(platform, PLATFORM_MAX), gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None, clock_quality=u.clock_quality.value, **values,
    )  # fmt: skip
    u.changed("tally")
    return new


def undo_count(u: Unit, tally_id: str) -> bool:
    """Take one count back, in the hour it was counted; False when it had been taken back already.

    Raises Refused("tally.gone").
    """
    u.actor.require(rights.FAST)
    row = u.conn.execute(select(Tally.__table__).where(_T.id == tally_id)).mappings().first()
    if row is None or row["n"] < 0:
        raise Refused("tally.gone")
    if u.conn.execute(select(_T.id).where(_T.at == row["at"], _T.corrects == tally_id)).first():
        return False
    u.add(
        Tally, at=row["at"], kind=row["kind"], n=-1, platform=row["platform"], corrects=tally_id, gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None, clock_quality=u.clock_quality.value,
    )  # fmt: skip
    u.changed("tally")
    return True


def _known(u: Unit, tally_id: str) -> bool:
    return u.conn.execute(select(_T.id).where(_T.id == tally_id)).first() is not None
