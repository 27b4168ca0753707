"""How sites and their desks are, as frozen views without personal data: for the admin page and the officer's page."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, and_, func, select

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import is_id
from desk.hub import figures
from desk.hub.enrolment import LIVE
from desk.hub.incoming import REFUSED
from desk.hub.members import SITE_SORT
from desk.hub.places import hex_of
from desk.hub.project import unpack_fields
from desk.hub.tables import CLASH, CURSOR, DEVICE, ENTITY, PARKED, SITE, TASK
from desk.hub.tables_admin import ENROL_CODE, PAPERS

SILENT_MS = HOUR_MS
TODAY_MS = MINUTE_MS
CLOCK_MS = 5 * MINUTE_MS
FACES = ("face", "faces", "face_template")  # under which of these a desk counts them


Condition = Literal["live", "silent", "never", "clock", "revoked"]


@dataclass(frozen=True)
class Desk:
    """One enrolled desk. All times hub's UTC ms, 0 or None: never. behind: lines of its site it has not applied yet;
    clock_off: its clock minus the hub's; waiting, oldest_at, conflicts, refused: as it said last."""

    device_id: str
    name: str
    state: str
    act: str
    told_at: int | None
    app: str
    max_op: int
    clock_off: int
    waiting: int
    oldest_at: int
    conflicts: int
    refused: int
    faces: int | None
    enrolled_at: int
    seen_at: int
    pushed_at: int
    pulled_at: int
    behind: int
    revoked_at: int

    @property
    def heard_at(self) -> int:
        return max(self.seen_at, self.pushed_at, self.pulled_at)

    def condition(self, now_ms: int) -> Condition:
        """`revoked`, `never` (enrolled, not heard yet), `silent`, `clock` (far off), `live`."""
        if self.state != LIVE:
            return "revoked"
        if not self.heard_at:
            return "never"
        if now_ms - self.heard_at > SILENT_MS:
            return "silent"
        return "clock" if abs(self.clock_off) > CLOCK_MS else "live"


@dataclass(frozen=True)
class Site:
    """One site. own_name: what its desks call it; codes: enrolment codes that are open; tasks, clashes, refused, aside: see reads.Overview."""

    site_id: str
    name: str
    own_name: str
    state: str
    district_id: str
    head: int
    head_at: int
    floor: int
    tasks: int
    clashes: int
    refused: int
    aside: int
    codes: int
    desks: tuple[Desk, ...] = field(default=())


def sites(conn: Connection, now_ms: int, *, district_id: str = "", site_id: str = "") -> list[Site]:
    """All sites, those of a district, or one; by name. Nine questions, however many sites."""
    where: list[Any] = [SITE.c.sort == SITE_SORT]
    where += [SITE.c.district_id == _raw(district_id)] if district_id else []
    where += [SITE.c.site_id == _raw(site_id)] if site_id else []
    rows = conn.execute(select(SITE).where(*where).order_by(SITE.c.name, SITE.c.site_id)).all()
    ids = [bytes(row.site_id) for row in rows]
    heads = {bytes(row.site_id): int(row.head) for row in rows}
    desks, counts, names = _desks(conn, ids, heads), _counts(conn, now_ms, ids), _own_names(conn, ids)
    return [
        Site(
            hex_of(row.site_id), row.name, names.get(bytes(row.site_id), ""), row.state, hex_of(row.district_id), row.head, row.head_at, row.floor,
            *counts[bytes(row.site_id)], tuple(desks[bytes(row.site_id)]),
        )
        for row in rows
    ]  # fmt: skip


class TodayCounts:
    """Visitors let in since midnight, with those of the fast lane; counted anew after a minute. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[int, int]] = {}

    def of(self, conn: Connection, now_ms: int, site_ids: Sequence[str]) -> dict[str, int]:
        """Site -> how many."""
        with self._lock:
            known = {one: n for one, (at, n) in self._known.items() if now_ms - at < TODAY_MS}
        fresh = {one: _today(conn, now_ms, one) for one in site_ids if one not in known}
        with self._lock:
            self._known.update({one: (now_ms, n) for one, n in fresh.items()})
        return known | fresh


def _today(conn: Connection, now_ms: int, site_id: str) -> int:
    counted = figures.count(conn, bytes.fromhex(site_id), figures.TIME.day(now_ms))
    fast = sum(amount for what, amount in counted.items() if what.startswith(figures.FAST))
    return counted.get(figures.VISITS, 0) + fast


def _desks(conn: Connection, ids: list[bytes], heads: dict[bytes, int]) -> dict[bytes, list[Desk]]:
    same = and_(PAPERS.c.site_id == DEVICE.c.site_id, PAPERS.c.device_id == DEVICE.c.device_id)
    rows = conn.execute(
        select(DEVICE, PAPERS.c.told_at)
        .select_from(DEVICE.outerjoin(PAPERS, same))
        .where(DEVICE.c.site_id.in_(ids), DEVICE.c.pubkey != "")
        .order_by(DEVICE.c.name, DEVICE.c.device_id)
    ).all()
    pulled = _pulled(conn, ids)
    found: dict[bytes, list[Desk]] = defaultdict(list)
    for row in rows:
        site = bytes(row.site_id)
        seq, at = pulled.get((site, bytes(row.device_id)), (0, 0))
        found[site].append(_desk(row, at, max(0, heads[site] - seq)))
    return found


def _desk(row: Any, pulled_at: int, behind: int) -> Desk:
    counts = json.loads(row.counts)
    faces = next((int(counts[name]) for name in FACES if isinstance(counts.get(name), int)), None)
    return Desk(
        hex_of(row.device_id), row.name, row.state, row.act, row.told_at, row.app, row.max_op, row.clock_off,
        row.waiting, row.oldest_at, row.conflicts, row.refused, faces, row.made_at, row.seen_at, row.pushed_at,
        pulled_at, behind, row.revoked_at,
    )  # fmt: skip


def _own_names(conn: Connection, ids: list[bytes]) -> dict[bytes, str]:
    """The site's record has the site's id."""
    c = ENTITY.c
    rows = conn.execute(
        select(c.site_id, c.fields).where(c.site_id.in_(ids), c.eid == c.site_id, c.kind == "site")
    ).all()
    return {bytes(row.site_id): str(unpack_fields(bytes(row.fields)).get("name", "")) for row in rows}


def _pulled(conn: Connection, ids: list[bytes]) -> dict[tuple[bytes, bytes], tuple[int, int]]:
    """(site, device) -> (how far it has applied its site's log, when it asked last)."""
    found: dict[tuple[bytes, bytes], tuple[int, int]] = {}
    for row in conn.execute(select(CURSOR).where(CURSOR.c.site_id.in_(ids))):
        key = (bytes(row.site_id), bytes(row.device_id))
        seq, at = found.get(key, (0, 0))
        own = row.scope.startswith("s:")
        found[key] = (int(row.seq) if own else seq, max(at, int(row.at)))
    return found


def _counts(conn: Connection, now_ms: int, ids: list[bytes]) -> dict[bytes, tuple[int, int, int, int, int]]:
    """Site -> open tasks, clashes, refused lines, lines aside, open codes."""
    open_codes = (ENROL_CODE.c.used_at.is_(None), ENROL_CODE.c.expires_at >= now_ms)
    columns = (
        _per_site(conn, TASK, ids, TASK.c.closed_at.is_(None)),
        _per_site(conn, CLASH, ids),
        _per_site(conn, PARKED, ids, PARKED.c.state == REFUSED),
        _per_site(conn, PARKED, ids, PARKED.c.state != REFUSED),
        _per_site(conn, ENROL_CODE, ids, *open_codes),
    )
    return {site: tuple(column.get(site, 0) for column in columns) for site in ids}  # type: ignore[misc]


def _per_site(conn: Connection, table: Any, ids: list[bytes], *where: Any) -> dict[bytes, int]:
    query = select(table.c.site_id, func.count()).where(table.c.site_id.in_(ids), *where).group_by(table.c.site_id)
    return {bytes(row[0]): int(row[1]) for row in conn.execute(query)}


def _raw(place_id: str) -> bytes:
    return bytes.fromhex(place_id) if is_id(place_id) else b""
