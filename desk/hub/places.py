"""Districts and sites as people arrange them: planned at the admin page, live once their first desk has come."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from desk.core.errors import Refused
from desk.core.ids import is_id, new_id
from desk.core.text import clean_line
from desk.hub import pull
from desk.hub.members import DISTRICT_SORT, SITE_SORT
from desk.hub.tables import HUB_SITE, SITE
from desk.hub.tables_admin import AUDIT

LIVE, PLANNED = "live", "planned"
LONGEST_NAME = 80


@dataclass(frozen=True)
class Place:
    """A site or a district."""

    id: str
    name: str
    state: str
    district_id: str


def make_district(conn: Connection, now_ms: int, who: str, name: str) -> str:
    """A new district; returns its id. Raises Refused("place.name")."""
    place_id, clean = new_id(now_ms), _name(name)
    _insert(conn, now_ms, place_id, DISTRICT_SORT, clean, LIVE, None)
    audit(conn, now_ms, who, "district.made", place_id, name=clean)
    return place_id


def plan_site(conn: Connection, now_ms: int, who: str, district_id: str, name: str) -> str:
    """A site whose first desk is still to come; the id is only a placeholder until then. Raises Refused("place.*")."""
    place(conn, district_id, DISTRICT_SORT)
    place_id, clean = new_id(now_ms), _name(name)
    _insert(conn, now_ms, place_id, SITE_SORT, clean, PLANNED, district_id)
    audit(conn, now_ms, who, "site.planned", place_id, name=clean)
    return place_id


def adopt(conn: Connection, now_ms: int, planned: Place, site_id: str) -> None:
    """The first desk of a planned site has come and brings the site's own id."""
    conn.execute(delete(SITE).where(SITE.c.site_id == bytes.fromhex(planned.id)))
    _insert(conn, now_ms, site_id, SITE_SORT, planned.name, LIVE, planned.district_id)
    audit(conn, now_ms, "", "site.adopted", site_id)


def rename(conn: Connection, now_ms: int, who: str, place_id: str, name: str) -> None:
    """Raises Refused("place.name" | "place.unknown")."""
    where = SITE.c.site_id == _raw(place_id)
    if conn.execute(update(SITE).where(where).values(name=_name(name))).rowcount == 0:
        raise Refused("place.unknown")
    audit(conn, now_ms, who, "place.renamed", place_id)


def move_site(conn: Connection, now_ms: int, who: str, site_id: str, district_id: str) -> None:
    """The site belongs to another district from now on. Raises Refused("place.unknown")."""
    place(conn, site_id, SITE_SORT)
    place(conn, district_id, DISTRICT_SORT)
    conn.execute(update(SITE).where(SITE.c.site_id == _raw(site_id)).values(district_id=_raw(district_id)))
    audit(conn, now_ms, who, "site.moved", site_id, district=district_id)


def remove_planned(conn: Connection, now_ms: int, who: str, site_id: str) -> None:
    """Take back a site that no desk ever came to. Raises Refused("place.unknown" | "place.in_use")."""
    found = place(conn, site_id, SITE_SORT)
    if found.state != PLANNED:
        raise Refused("place.in_use")
    conn.execute(delete(SITE).where(SITE.c.site_id == _raw(site_id)))
    audit(conn, now_ms, who, "site.removed", site_id, name=found.name)


def place(conn: Connection, place_id: str, sort: str) -> Place:
    """Raises Refused("place.unknown")."""
    row = None
    if is_id(place_id):
        columns = (SITE.c.name, SITE.c.state, SITE.c.district_id)
        row = conn.execute(select(*columns).where(SITE.c.site_id == _raw(place_id), SITE.c.sort == sort)).one_or_none()
    if row is None:
        raise Refused("place.unknown")
    return Place(place_id, row.name, row.state, hex_of(row.district_id))


def all_of(conn: Connection, sort: str) -> list[Place]:
    """All districts, or all sites, by name."""
    rows = conn.execute(select(SITE).where(SITE.c.sort == sort).order_by(SITE.c.name, SITE.c.site_id)).all()
    return [Place(hex_of(row.site_id), row.name, row.state, hex_of(row.district_id)) for row in rows]


def meant_district(conn: Connection, now_ms: int, who: str, name: str) -> str:
    """The district of that name, or the only one there is when no name is given; made when there is none.

    Raises Refused("place.which_district") when several could be meant.
    """
    known = [d for d in all_of(conn, DISTRICT_SORT) if not name or d.name == clean_line(name)]
    if len(known) > 1:
        raise Refused("place.which_district")
    return known[0].id if known else make_district(conn, now_ms, who, name or "本街道")


def audit(conn: Connection, now_ms: int, who: str, action: str, subject: str = "", **detail: object) -> None:
    """One line of what a person did here. who: the account's name, '' for a desk; no personal data in detail."""
    said = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    line = {"line_id": bytes.fromhex(new_id(now_ms)), "at": now_ms, "who": who, "action": action}
    conn.execute(insert(AUDIT).values(site_id=HUB_SITE, subject=subject, detail=said, **line))


def hex_of(raw: bytes | None) -> str:
    return "" if raw is None else bytes(raw).hex()


def _raw(place_id: str) -> bytes:
    return bytes.fromhex(place_id) if is_id(place_id) else b""


def _name(name: str) -> str:
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST_NAME:
        raise Refused("place.name", longest=LONGEST_NAME)
    return clean


def _insert(
    conn: Connection, now_ms: int, place_id: str, sort: str, name: str, state: str, district_id: str | None
) -> None:
    district = None if district_id is None else _raw(district_id)
    head_chain = pull.start(("d:" if sort == DISTRICT_SORT else "s:") + place_id)
    values = {"sort": sort, "name": name, "state": state, "made_at": now_ms, "district_id": district}
    conn.execute(insert(SITE).values(site_id=_raw(place_id), head_chain=head_chain, **values))
