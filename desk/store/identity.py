"""Which estate and gate this desk stands at, as frozen views; and their editing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.store.outbox import waiting
from desk.store.tables import Gate, Site
from desk.store.unit import Reading, Unit


@dataclass(frozen=True)
class Here:
    """What the bar, labels and prints say of this desk. waiting: changes not yet confirmed by a hub."""

    site_id: str
    site_name: str
    zone: str
    address: str
    url_prefix: str
    gate_id: str
    gate_name: str
    gate_phone: str
    waiting: int


def here(r: Reading) -> Here:
    """This desk's site and gate."""
    site = r.conn.execute(select(Site.__table__).where(Site.__table__.c.id == r.site_id)).one()
    gate = r.conn.execute(select(Gate.__table__).where(Gate.__table__.c.id == r.gate_id)).one()
    return Here(
        r.site_id, site.name, site.zone, site.address, site.url_prefix, r.gate_id, gate.name, gate.phone, waiting(r)
    )  # fmt: skip


def gate_names(r: Reading) -> dict[str, str]:
    """Every gate of the site, id -> name."""
    rows = r.conn.execute(select(Gate.id, Gate.name).where(Gate.deleted_at.is_(None))).all()
    return {row.id: row.name for row in rows}


def edit_site(u: Unit, *, name: str, address: str, url_prefix: str) -> None:
    """Change what the site is called and what its labels say. Raises Refused("site.name_empty" | "site.url_prefix")."""
    u.actor.require("settings.site")
    if not clean_line(name):
        raise Refused("site.name_empty")
    if url_prefix and not url_prefix.startswith(("https://", "http://")):
        raise Refused("site.url_prefix")
    u.set(Site, u.site_id, name=clean_line(name), address=clean_line(address), url_prefix=url_prefix.strip())
    u.audit("site.edited", "site", u.site_id)
    u.changed("site")


def edit_gate(u: Unit, *, name: str, phone: str) -> None:
    """Change this gate's name and the phone printed on labels. Raises Refused("site.name_empty")."""
    u.actor.require("settings.site")
    if not clean_line(name):
        raise Refused("site.name_empty")
    u.set(Gate, u.gate_id, name=clean_line(name), phone=clean_line(phone))
    u.audit("gate.edited", "gate", u.gate_id)
    u.changed("site")


AED, CONTACTS, HANDLER = "urgent.aed", "urgent.contacts", "notice.handler"


@dataclass(frozen=True)
class House:
    """What the urgent card and the privacy notice say beside the address. contacts: (name, phone), to be called in turn;
    handler: who answers for personal data here (the notice must name them)."""

    aed: str = ""
    contacts: tuple[tuple[str, str], ...] = ()
    handler: str = ""


def house(r: Reading) -> House:
    """What the manager wrote; anything odd in it is left out."""
    rows = r.setting(CONTACTS, ())
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list | tuple) else []
    pairs = tuple((str(row.get("name", "")), str(row.get("phone", ""))) for row in found)
    return House(str(r.setting(AED, "") or ""), pairs, str(r.setting(HANDLER, "") or ""))


def edit_house(u: Unit, wanted: House) -> None:
    """Write it. Contacts without a phone are left out. Right settings.site."""
    u.actor.require("settings.site")
    pairs = [{"name": clean_line(name), "phone": clean_line(phone)} for name, phone in wanted.contacts]
    u.put_setting(AED, clean_line(wanted.aed))
    u.put_setting(CONTACTS, [pair for pair in pairs if pair["phone"]])
    u.put_setting(HANDLER, clean_line(wanted.handler))
    u.audit("house.edited", "site", u.site_id)
    u.changed("site")
