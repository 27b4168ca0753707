"""How much happened at a site, day by day, as numbers without persons: what an officer's page and monthly sheet show.

Counted from the things that the hub holds (by the time in their ids) and kept, because the things are erased after
their time while the numbers stay. Only what a desk may tell its district goes in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from desk.core.clock import DAY_MS, SiteTime
from desk.hub import bulk
from desk.hub.members import SITE_SORT
from desk.hub.project import unpack_fields
from desk.hub.tables import ENTITY, SITE
from desk.hub.tables_admin import DAY_FIGURE

TIME = SiteTime()
VISIT, TALLY = "visit_event", "tally"
ADMITTED, TURNED_AWAY, UNDONE = "admitted", "refused", "undone"
VISITS, PEOPLE, AWAY, FAST = "visits", "people", "turned_away", "fast"
VISITOR_TYPES = ("guest", "courier", "rider", "domestic", "contractor", "agent", "official", "works", "other")
FAST_TYPES = ("rider", "courier")
BACK_DAYS = 40  # a desk that was away for a month still brings its days
COLUMNS = ("site_id", "day", "what", "amount")
Figures = dict[str, int]


def days_of(month: str) -> list[date]:
    """All days of `2026-11`. Raises ValueError."""
    first = date.fromisoformat(f"{month}-01")
    following = (first + timedelta(days=31)).replace(day=1)
    return [first + timedelta(days=n) for n in range((following - first).days)]


def of_days(conn: Connection, site: bytes, days: Iterable[date]) -> dict[date, Figures]:
    """What is kept, or what the hub holds now where that is more."""
    found = {}
    for day in days:
        counted, kept = count(conn, site, day), _kept(conn, site, day)
        found[day] = {what: max(counted.get(what, 0), kept.get(what, 0)) for what in {*counted, *kept}}
    return found


def total(figures: Iterable[Mapping[str, int]]) -> Figures:
    found: Counter[str] = Counter()
    for one in figures:
        found.update(one)
    return dict(found)


def count(conn: Connection, site: bytes, day: date) -> Figures:
    """What the things of this day come to."""
    found: Counter[str] = Counter()
    undone: set[str] = set()
    visits: list[tuple[str, Mapping[str, Any]]] = []
    for eid, kind, fields in _things(conn, site, day):
        if kind == TALLY:
            found[f"{FAST}.{_known(fields.get('kind'), FAST_TYPES)}"] += _number(fields.get("n"))
        elif fields.get("kind") == UNDONE:
            undone.add(str(fields.get("corrects")))
        else:
            visits.append((eid, fields))
    for eid, fields in visits:
        if eid not in undone:
            found.update(_visit(fields))
    return dict(+found)


def keep(conn: Connection, site: bytes, days: Sequence[date]) -> None:
    """Write down what these days come to; a number never falls because things were erased."""
    rows = [
        (site, _day(day), what, amount)
        for day, figures in of_days(conn, site, days).items()
        for what, amount in figures.items()
    ]
    bulk.put(conn, DAY_FIGURE, COLUMNS, rows)


def recent(now_ms: int) -> list[date]:
    """The days that may still change."""
    return [TIME.day(now_ms - n * DAY_MS) for n in range(BACK_DAYS)]


def sites(conn: Connection) -> list[bytes]:
    """Every site, for the nightly run."""
    return [bytes(row.site_id) for row in conn.execute(select(SITE.c.site_id).where(SITE.c.sort == SITE_SORT))]


def _visit(fields: Mapping[str, Any]) -> Figures:
    if fields.get("kind") == TURNED_AWAY:
        return {AWAY: 1}
    if fields.get("kind") != ADMITTED:
        return {}
    what = _known(fields.get("visitor_type"), VISITOR_TYPES)
    return {VISITS: 1, f"{VISITS}.{what}": 1, PEOPLE: max(1, _number(fields.get("party_size")))}


def _things(conn: Connection, site: bytes, day: date) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """(id, kind, fields) of the visits' events and tallies made on this day: ids begin with their milliseconds."""
    first, last = (_eid(TIME.at(one)) for one in (day, day + timedelta(days=1)))
    query = select(ENTITY.c.eid, ENTITY.c.kind, ENTITY.c.fields).where(
        ENTITY.c.site_id == site, ENTITY.c.eid >= first, ENTITY.c.eid < last, ENTITY.c.kind.in_((VISIT, TALLY))
    )
    for row in conn.execute(query):
        yield bytes(row.eid).hex(), row.kind, unpack_fields(bytes(row.fields))


def _kept(conn: Connection, site: bytes, day: date) -> Figures:
    where = (DAY_FIGURE.c.site_id == site, DAY_FIGURE.c.day == _day(day))
    return {row.what: row.amount for row in conn.execute(select(DAY_FIGURE.c.what, DAY_FIGURE.c.amount).where(*where))}


def _known(value: Any, words: Sequence[str]) -> str:
    return value if isinstance(value, str) and value in words else "other"


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10_000 else 0


def _eid(at_ms: int) -> bytes:
    return at_ms.to_bytes(6, "big") + bytes(10)


def _day(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
