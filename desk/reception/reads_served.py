"""How many people a gate has seen to: who came in, and what went through the fast lane."""

from __future__ import annotations

from sqlalchemy import func, select

from desk.reception.tables import Tally, Visit
from desk.store.unit import Reading

_V, _T = Visit.__table__.c, Tally.__table__.c


def served(r: Reading, since: int, until: int) -> int:
    """People let in at this gate and counted through it within [since, until] (UTC ms)."""
    came = (_V.at >= since, _V.at <= until, _V.in_at >= since, _V.gate_id == r.gate_id)
    visits = r.conn.execute(select(func.coalesce(func.sum(_V.party_size), 0)).where(*came)).scalar_one()
    passed = (_T.at >= since, _T.at <= until, _T.gate_id == r.gate_id)
    fast = r.conn.execute(select(func.coalesce(func.sum(_T.n), 0)).where(*passed)).scalar_one()
    return max(0, int(visits) + int(fast))
