"""Words of the sub-district for this gate: what stands now, and that it was shown."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from desk.store.tables_sync import DistrictNotice, NoticeDelivered
from desk.store.unit import Reading, Unit

_N, _D = DistrictNotice.__table__.c, NoticeDelivered.__table__.c
EMERGENCY = "emergency"


@dataclass(frozen=True)
class Notice:
    """One notice that stands. Times UTC ms, until None: till it is withdrawn; shown: this gate has shown it."""

    id: str
    emergency: bool
    text: str
    from_at: int
    until: int | None
    shown: bool


def notices(r: Reading) -> tuple[Notice, ...]:
    """What stands for this site now: emergencies first, then the newest."""
    standing = select(DistrictNotice.__table__).where(
        _N.deleted_at.is_(None), _N.from_at <= r.now, or_(_N.until_at.is_(None), _N.until_at > r.now)
    )
    rows = [row for row in r.conn.execute(standing) if not row.sites or r.site_id in row.sites]
    shown = select(_D.notice_id).where(_D.gate_id == r.gate_id, _D.notice_id.in_([row.id for row in rows]))
    done = set(r.conn.execute(shown).scalars()) if rows else set()
    found = [
        Notice(row.id, row.level == EMERGENCY, row.text, row.from_at, row.until_at, row.id in done) for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (not one.emergency, -one.from_at, one.id)))


def shown(u: Unit, notice_id: str) -> None:
    """This gate has shown it; told to the district once."""
    known = select(_D.id).where(_D.notice_id == notice_id, _D.gate_id == u.gate_id).limit(1)
    if u.conn.execute(known).first() is None:
        u.add(NoticeDelivered, notice_id=notice_id, gate_id=u.gate_id, at=u.now)
        u.changed("notices")
