"""Words of a district to its gates: written into the district's log, ticked where they have come and been shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.hub import bulk, places
from desk.hub.enrolment import LIVE
from desk.hub.hub import Hub
from desk.hub.members import DISTRICT_SORT, SITE_SORT
from desk.hub.project import unpack_fields
from desk.hub.publish import Words
from desk.hub.reads import entities
from desk.hub.tables import CURSOR, DEVICE, ENTITY, OP_LOG
from desk.hub.tables_admin import NOTICE_SHOWN
from desk.wire import merge

KIND, GATE = "district_notice", "gate"
NOTICE, EMERGENCY = "notice", "emergency"
LONGEST = 200
OPEN_NOTICES = 20  # of a district; an emergency always finds room


@dataclass(frozen=True)
class Tick:
    """How far a notice came at a site. desks: live ones; have: desks that have it; shown: gates that have shown it."""

    site_id: str
    site_name: str
    desks: int
    have: int
    shown: tuple[str, ...]
    first_shown_at: int | None


@dataclass(frozen=True)
class Notice:
    """until_at None: until it is taken back."""

    notice_id: str
    level: str
    text: str
    site_ids: tuple[str, ...]
    from_at: int
    until_at: int | None
    ticks: tuple[Tick, ...] = ()

    def stands(self, now_ms: int) -> bool:
        return self.until_at is None or self.until_at > now_ms


def post(
    hub: Hub, who: str, district_id: str, level: str, text: str, site_ids: Sequence[str], until_at: int | None
) -> str:
    """Say it to these sites ([]: all of the district). Raises Refused: `notice.level`, `notice.text`, `notice.until`,
    `notice.many`, `place.unknown`."""
    now, clean = hub.now(), clean_line(text, LONGEST + 1)
    if level not in (NOTICE, EMERGENCY):
        raise Refused("notice.level")
    if not clean or len(clean) > LONGEST:
        raise Refused("notice.text", longest=LONGEST)
    if until_at is not None and until_at <= now:
        raise Refused("notice.until")
    hub.db.read(lambda conn: _check(conn, now, district_id, site_ids, level))
    fields = {"level": level, "text": clean, "sites": sorted(set(site_ids)), "from_at": now, "until_at": until_at}
    (notice_id,) = hub.publish(district_id, [Words(KIND, merge.ADD, "", fields)])
    hub.db.write(lambda conn: places.audit(conn, now, who, "notice.posted", notice_id, level=level))
    return notice_id


def withdraw(hub: Hub, who: str, district_id: str, notice_id: str) -> None:
    """It stands no longer. Raises Refused("notice.unknown")."""
    now = hub.now()
    known = {one.notice_id: one for one in hub.db.read(lambda conn: standing(conn, district_id))}
    if notice_id not in known:
        raise Refused("notice.unknown")
    if known[notice_id].stands(now):
        hub.publish(district_id, [Words(KIND, merge.SET, notice_id, {"until_at": now})])
        hub.db.write(lambda conn: places.audit(conn, now, who, "notice.withdrawn", notice_id))


def standing(conn: Connection, district_id: str) -> list[Notice]:
    """All notices of a district, the newest first, without their ticks."""
    found = []
    for (eid, _), thing in entities(conn, district_id, KIND).items():
        if thing.gone:
            continue
        said = thing.fields
        sites = tuple(str(one) for one in said.get("sites") or ())
        until = said.get("until_at")
        found.append(Notice(eid.hex(), str(said["level"]), str(said["text"]), sites, int(said["from_at"]), until))
    return sorted(found, key=lambda one: (one.from_at, one.notice_id), reverse=True)


def listed(conn: Connection, district_id: str, most: int = 30) -> list[Notice]:
    """The newest notices, each with how far it came at every site it is for."""
    sites = [site for site in places.all_of(conn, SITE_SORT) if site.district_id == district_id and site.state == LIVE]
    return [
        Notice(
            one.notice_id, one.level, one.text, one.site_ids, one.from_at, one.until_at,
            tuple(_tick(conn, district_id, one, site) for site in sites if not one.site_ids or site.id in one.site_ids),
        )
        for one in standing(conn, district_id)[:most]
    ]  # fmt: skip


def _check(conn: Connection, now: int, district_id: str, site_ids: Sequence[str], level: str) -> None:
    places.place(conn, district_id, DISTRICT_SORT)
    for site_id in site_ids:
        if places.place(conn, site_id, SITE_SORT).district_id != district_id:
            raise Refused("place.unknown")
    if level == NOTICE and sum(one.stands(now) for one in standing(conn, district_id)) >= OPEN_NOTICES:
        raise Refused("notice.many", most=OPEN_NOTICES)


def _tick(conn: Connection, district_id: str, notice: Notice, site: places.Place) -> Tick:
    raw = bytes.fromhex(site.id)
    seq = _seq(conn, district_id, notice.notice_id)
    live = select(DEVICE.c.device_id).where(DEVICE.c.site_id == raw, DEVICE.c.state == LIVE, DEVICE.c.pubkey != "")
    desks = {bytes(row.device_id) for row in conn.execute(live)}
    cursor = select(CURSOR.c.device_id).where(
        CURSOR.c.site_id == raw, CURSOR.c.scope == f"d:{district_id}", CURSOR.c.seq >= seq
    )
    have = desks & {bytes(row.device_id) for row in conn.execute(cursor)}
    shown = _shown(conn, raw, notice)
    names = _gate_names(conn, raw, [gate for gate, _ in shown])
    return Tick(site.id, site.name, len(desks), len(have), names, min((at for _, at in shown), default=None))


def _shown(conn: Connection, site: bytes, notice: Notice) -> list[tuple[bytes, int]]:
    """(gate id, when) of the gates that said they have shown it."""
    c = NOTICE_SHOWN.c
    where = (c.site_id == site, c.notice_id == bytes.fromhex(notice.notice_id))
    return [(bytes(row.gate_id), int(row.at)) for row in conn.execute(select(c.gate_id, c.at).where(*where))]


def _gate_names(conn: Connection, site: bytes, gates: Sequence[bytes]) -> tuple[str, ...]:
    rows = bulk.find(conn, ENTITY, ("eid", "kind", "fields"), site, "eid", gates) if gates else []
    names = {
        bytes(eid): str(unpack_fields(bytes(fields)).get("name", "")) for eid, kind, fields in rows if kind == GATE
    }
    return tuple(sorted(names.get(gate, "") for gate in gates))


def _seq(conn: Connection, district_id: str, notice_id: str) -> int:
    """Where the notice first stands in the district's log."""
    where = (OP_LOG.c.site_id == bytes.fromhex(district_id), OP_LOG.c.eid == bytes.fromhex(notice_id))
    return int(conn.execute(select(OP_LOG.c.seq).where(*where).order_by(OP_LOG.c.seq)).scalar() or 0)
