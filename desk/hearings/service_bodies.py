"""Who answers for what, with phones by level, and how long that may take: a manager's settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.ids import derived_id
from desk.hearings import rights
from desk.hearings.rules import LIFE, Category, Limits, checked_limits, limits_of, text_of
from desk.hearings.rules_clocks import Level
from desk.hearings.tables import Matter, OwnerBody
from desk.store.unit import Reading, Unit

LIMITS = "matters.limits"
NAME_LONGEST, MOST_PHONES = 40, 6
OWN_SORT = 9  # behind the usual ones
_B, _M = OwnerBody.__table__.c, Matter.__table__.c


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
    rows = r.conn.execute(select(OwnerBody.__table__).where(_B.deleted_at.is_(None)).order_by(_B.id)).mappings()
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


def save_body(u: Unit, code: str, name: str, level: int, phones: Sequence[Phone], categories: Sequence[str]) -> str:
    """Change a body, or add one (code ""); returns its code. What it is asked first about, no other body is any longer.

    Right matters.settings. Raises Refused("matter.body_name" | "matter.phones").
    """
    u.actor.require(rights.SETTINGS)
    name = text_of(name, NAME_LONGEST)
    usual = next((body for body in USUAL if body.code == code), None)
    if not name and usual is None:
        raise Refused("matter.body_name")
    kept = tuple(Phone(one.who.strip(), one.phone.strip()) for one in phones if one.phone.strip())
    if len(kept) > MOST_PHONES:
        raise Refused("matter.phones", most=MOST_PHONES)
    asked = tuple(c.value for c in Category if c.value in categories)
    body = Body(code or u.new_id(), name, level, kept, asked, usual.sort if usual else OWN_SORT)
    body_id = _write(u, body)
    for other in bodies(u):
        rest = tuple(c for c in other.categories if c not in asked)
        if other.code != body.code and rest != other.categories:
            _write(u, replace(other, categories=rest))
    u.audit("matter.body_saved", "owner_body", body_id, code=body.code, level=level)
    u.changed("matters")
    return body.code


def drop_body(u: Unit, code: str) -> None:
    """A body the site added is there no longer; what it was asked about goes to the first of all. Right matters.settings.

    Raises Refused("matter.body_gone") for one that nobody added, Refused("matter.body_busy", n) while it has open matters.
    """
    u.actor.require(rights.SETTINGS)
    ids = u.conn.execute(select(_B.id).where(_B.code == code, _B.deleted_at.is_(None))).scalars().all()
    if not ids or any(body.code == code for body in USUAL):
        raise Refused("matter.body_gone")
    owed = select(func.count()).where(_M.owner_body == code, _M.open_state.is_not(None))
    if n := int(u.conn.execute(owed).scalar_one()):
        raise Refused("matter.body_busy", n=n)
    for body_id in ids:
        u.drop(OwnerBody, body_id)
    u.audit("matter.body_dropped", "owner_body", ids[0], code=code)
    u.changed("matters")


def _write(u: Unit, body: Body) -> str:
    """The row of a body, the same one at every desk; returns its id."""
    values: dict[str, Any] = {
        "code": body.code, "name": body.name, "level": body.level, "phones": [vars(one) for one in body.phones],
        "categories": list(body.categories), "sort": body.sort,
    }  # fmt: skip
    row = u.conn.execute(select(_B.id).where(_B.code == body.code, _B.deleted_at.is_(None)).order_by(_B.id)).first()
    if row is not None:
        u.set(OwnerBody, row.id, **values)
        return str(row.id)
    return u.add(OwnerBody, id=derived_id(0, "owner_body", u.site_id, body.code), **values)


def limits(r: Reading, category: Category) -> Limits:
    """How long an answer to this may take at this site."""
    said = r.setting(LIMITS, {})
    return limits_of(said if isinstance(said, dict) else {}, category)


def all_limits(r: Reading) -> dict[Category, Limits]:
    """The same for everything one may say."""
    said = r.setting(LIMITS, {})
    return {category: limits_of(said if isinstance(said, dict) else {}, category) for category in Category}


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
