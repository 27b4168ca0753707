"""Who answers for what, with phones by level, and how long that may take: a manager's settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.ids import derived_id
from desk.hearings import rights
from desk.hearings.rules import LIFE, Category, Limits, checked_limits, limits_of, text_of
from desk.hearings.rules_clocks import Level
from desk.hearings.tables import OwnerBody
from desk.store.unit import Reading, Unit

LIMITS = "matters.limits"
NAME_LONGEST, MOST_PHONES = 40, 6


@dataclass(frozen=True)
class Phone:
    who: str
    phone: str


@dataclass(frozen=True)
class Body:
    """code: stable; name: as the site calls it, "" for the usual word; level: of escalation it stands at.

    categories: what it is asked first about.
    """

    code: str
    name: str = ""
    level: int = Level.PROPERTY
    phones: tuple[Phone, ...] = ()
    categories: tuple[str, ...] = ()
    sort: int = 0


_COMMITTEE = (Category.NOISE, Category.DISPUTE)
_PROPERTY = tuple(c.value for c in Category if c not in _COMMITTEE)
USUAL = (
    Body("property", categories=_PROPERTY, sort=0),
    Body("committee", level=Level.COMMUNITY, categories=tuple(c.value for c in _COMMITTEE), sort=1),
    Body("owners", sort=2),
    Body("sub_district", level=Level.SUB_DISTRICT, sort=3),
)


def bodies(r: Reading) -> tuple[Body, ...]:
    """Every body, those asked first in front; the usual ones as long as the site has said nothing of them."""
    b = OwnerBody.__table__.c
    rows = r.conn.execute(select(OwnerBody.__table__).where(b.deleted_at.is_(None)).order_by(b.id)).mappings()
    own: dict[str, Body] = {}
    for row in rows:
        phones = tuple(Phone(str(p.get("who", "")), str(p.get("phone", ""))) for p in row["phones"] or ())
        own.setdefault(
            row["code"],
            Body(row["code"], row["name"], row["level"], phones, tuple(row["categories"] or ()), row["sort"]),
        )
    found = {body.code: body for body in USUAL} | own
    return tuple(sorted(found.values(), key=lambda body: (body.sort, body.code)))


def body_of(r: Reading, category: Category) -> str:
    """Who is asked first about this; the first body of all when nobody claims it (DOMAIN C2: no matter is nobody's)."""
    found = bodies(r)
    return next((body.code for body in found if category.value in body.categories), found[0].code)


def save_body(u: Unit, code: str, name: str, level: int, phones: Sequence[Phone], categories: Sequence[str]) -> None:
    """Change a body, or add one. Right matters.settings. Raises Refused("matter.body_name" | "matter.phones")."""
    u.actor.require(rights.SETTINGS)
    name = text_of(name, NAME_LONGEST)
    usual = next((body for body in USUAL if body.code == code), None)
    if not name and usual is None:
        raise Refused("matter.body_name")
    kept = [{"who": one.who.strip(), "phone": one.phone.strip()} for one in phones if one.phone.strip()]
    if len(kept) > MOST_PHONES:
        raise Refused("matter.phones", most=MOST_PHONES)
    values: dict[str, Any] = {
        "code": code, "name": name, "level": level, "phones": kept,
        "categories": [c for c in categories if c in frozenset(Category)], "sort": usual.sort if usual else 9,
    }  # fmt: skip
    body_id = derived_id(0, "owner_body", u.site_id, code)
    b = OwnerBody.__table__.c
    row = u.conn.execute(select(b.id).where(b.code == code, b.deleted_at.is_(None)).order_by(b.id)).first()
    if row is None:
        u.add(OwnerBody, id=body_id, **values)
    else:
        u.set(OwnerBody, row.id, **values)
    u.audit("matter.body_saved", "owner_body", row.id if row else body_id, code=code, level=level)
    u.changed("matters")


def limits(r: Reading, category: Category) -> Limits:
    """How long an answer to this may take at this site."""
    said = r.setting(LIMITS, {})
    return limits_of(said if isinstance(said, dict) else {}, category)


def save_limits(u: Unit, category: Category, wanted: Limits) -> None:
    """For matters noted from now on. Right matters.settings. Raises Refused("matter.limits")."""
    u.actor.require(rights.SETTINGS)
    checked_limits(wanted)
    said = u.setting(LIMITS, {})
    u.put_setting(LIMITS, {**(said if isinstance(said, dict) else {}), category.value: dict(vars(wanted))})
    u.audit("matter.limits_saved", category=category.value, first_min=wanted.first_min, resolve_h=wanted.resolve_h)
    u.changed("matters")


def is_life(category: Category) -> bool:
    """110, 119 and 120 come before anything is written down."""
    return category in LIFE
