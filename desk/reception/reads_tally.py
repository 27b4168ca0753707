"""Fast lane figures and the shelf of goods."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func, select

from desk.codes.reads import site_time
from desk.core.clock import HOUR_MS
from desk.core.errors import Refused
from desk.people import query
from desk.reception.rules import FAST_LANE
from desk.reception.rules_windows import GOODS_REMIND_MS, goods_overdue
from desk.reception.tables import Goods, Tally
from desk.reception.views import GoodsRow, TallyView
from desk.store import search
from desk.store.search import DocKind
from desk.store.unit import Reading

_T, _G = Tally.__table__.c, Goods.__table__.c
HOURS = 24
_PASSED = func.coalesce(func.sum(_T.n).filter(_T.n > 0), 0)
_TAKEN_BACK = func.count(_T.corrects.distinct()).filter(_T.n < 0)  # two desks may take back the same one


def tally(r: Reading) -> TallyView:
    """Counts of this hour and of this day of the site, and what was counted last at this gate."""
    time = site_time(r)
    day, hour = time.day_start(r.now), time.hour_start(r.now)
    rows = r.conn.execute(
        select(_T.kind, (_T.at - day) // HOUR_MS, _PASSED - _TAKEN_BACK)
        .where(_T.at >= day, _T.at < day + HOURS * HOUR_MS)
        .group_by(_T.kind, (_T.at - day) // HOUR_MS)
    ).all()
    this_hour = dict.fromkeys((kind.value for kind in FAST_LANE), 0)
    today, hours = dict(this_hour), [0] * HOURS
    for kind, nth, n in rows:
        today[kind] = today.get(kind, 0) + n
        hours[int(nth)] += n
        if day + int(nth) * HOUR_MS == hour:
            this_hour[kind] = this_hour.get(kind, 0) + n
    mine = select(_T.id, _T.kind, _T.platform).where(_T.n > 0, _T.gate_id == r.gate_id)
    last = r.conn.execute(mine.order_by(Tally.num.desc()).limit(1)).first()
    return TallyView(
        this_hour, today, tuple(hours), (last.kind, last.platform) if last else None, last.id if last else None
    )  # fmt: skip


def shelf(r: Reading, limit: int = 200) -> tuple[GoodsRow, ...]:
    """What waits to be taken, the oldest first, without codes or names."""
    rows = r.conn.execute(
        select(Goods.__table__)
        .where(_G.taken_at.is_(None), _G.deleted_at.is_(None))
        .order_by(_G.at, _G.id)
        .limit(limit)
    )
    return tuple(_row(row, r.now) for row in rows)


def goods_by_code(r: Reading, code: str) -> tuple[GoodsRow, ...]:
    """What waits under a pick-up code: nearly always one."""
    said = "".join(code.split())
    rows = r.conn.execute(
        select(Goods.__table__).where(_G.taken_at.is_(None), _G.deleted_at.is_(None), _G.code == said)
    )
    return tuple(_row(row, r.now) for row in rows) if said else ()


def find_goods(r: Reading, text: str, limit: int = 20) -> tuple[GoodsRow, ...]:
    """What waits and matches what was typed so far: pick-up code, room, what it is, who left it, shelf."""
    asked = query.parse(text)
    if not asked.match:
        return ()
    nums = search.find(r.conn, asked.match, DocKind.GOODS, limit)
    rows = r.conn.execute(
        select(Goods.__table__).where(Goods.num.in_(nums), _G.taken_at.is_(None)).order_by(_G.at, _G.id)
    )
    return tuple(_row(row, r.now) for row in rows)


def goods_card(r: Reading, goods_id: str) -> GoodsRow:
    """One thing opened, with its code for the slip. Raises Refused("goods.gone")."""
    row = r.conn.execute(select(Goods.__table__).where(_G.id == goods_id, _G.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("goods.gone")
    return _row(row, r.now, row.code)


def goods_for(r: Reading, household_id: str) -> tuple[GoodsRow, ...]:
    """What waits for a household: said when someone of it stands at the window."""
    rows = r.conn.execute(
        select(Goods.__table__).where(_G.taken_at.is_(None), _G.deleted_at.is_(None), _G.household_id == household_id)
    )
    return tuple(_row(row, r.now) for row in rows)


def goods_figures(r: Reading) -> tuple[int, int, int | None]:
    """(waiting, longer than 48 h, when the oldest was left)."""
    waiting, overdue, oldest = r.conn.execute(
        select(
            func.count(), func.count().filter(_G.at < r.now - GOODS_REMIND_MS), func.min(_G.at)
        ).where(_G.taken_at.is_(None), _G.deleted_at.is_(None))
    ).one()  # fmt: skip
    return int(waiting), int(overdue), oldest


def _row(row: Row[Any], now: int, code: str = "") -> GoodsRow:
    v = row._mapping
    return GoodsRow(
        v["id"], v["shelf"], v["what"], v["building"], v["at"], v["taken_at"] is None and goods_overdue(v["at"], now),
        v["reminded_at"], v["taken_at"], v["taken_how"], code,
    )  # fmt: skip
