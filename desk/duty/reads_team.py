"""The team as the desk sees it: members, when they can, who goes with whom, templates and days. Frozen views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, or_, select

from desk.core.clock import SiteTime
from desk.duty.rules import needs_of
from desk.duty.rules_availability import Line
from desk.duty.rules_days import DayRule, Template
from desk.duty.rules_roster import Person
from desk.duty.tables import Availability, DayException, DutyMember, Pair, ShiftTemplate
from desk.store.tables import Site
from desk.store.unit import Reading

_M, _A, _P = DutyMember.__table__.c, Availability.__table__.c, Pair.__table__.c
_T, _D = ShiftTemplate.__table__.c, DayException.__table__.c
_AS_SAID = (_A.from_day, _A.weekday, _A.start_min, _A.id)  # what holds every week first, then day by day


@dataclass(frozen=True)
class Member:
    """Somebody who takes shifts; fields as in tables.DutyMember. name, phone, guardian and note are for an opened card."""

    id: str
    name: str
    label: str
    phone: str
    capacity: str
    body_name: str
    skills: tuple[str, ...]
    person_id: str
    operator_id: str
    show_name: bool
    minor: bool
    guardian: str
    guardian_at: int | None
    insured_until: int | None
    trained_at: int | None
    has_pin: bool
    volunteer_no: str
    id_kind: str
    id_no: str
    most_a_month: int
    note: str
    joined_at: int
    left_at: int | None

    @property
    def person(self) -> Person:
        """The member as the rules of a roster see them."""
        return Person(
            self.id, self.capacity, frozenset(self.skills), self.minor, self.guardian_at, self.most_a_month,
            self.left_at is not None,
        )  # fmt: skip


@dataclass(frozen=True)
class PairView:
    id: str
    one_id: str
    other_id: str
    kind: str


def site_time(r: Reading) -> SiteTime:
    """The zone of the site, which days and shifts follow."""
    zone = r.conn.execute(select(Site.zone).where(Site.id == r.site_id)).scalar()
    return SiteTime(zone) if zone else SiteTime()


def members(r: Reading, left: bool = False) -> list[Member]:
    """The team by capacity and label; with `left`, those who are no longer of it as well."""
    query = select(DutyMember.__table__).where(_M.deleted_at.is_(None))
    if not left:
        query = query.where(_M.left_at.is_(None))
    rows = r.conn.execute(query.order_by(_M.label, _M.id)).mappings()
    return sorted((_member(row) for row in rows), key=lambda one: _ORDER.get(one.capacity, len(_ORDER)))


def member(r: Reading, member_id: str) -> Member | None:
    row = r.conn.execute(select(DutyMember.__table__).where(_M.id == member_id)).mappings().first()
    return None if row is None or row["deleted_at"] is not None else _member(row)


def member_of_operator(r: Reading, operator_id: str) -> Member | None:
    """The member who signs on as this operator."""
    if not operator_id:
        return None
    found = (_M.operator_id == operator_id, _M.deleted_at.is_(None), _M.left_at.is_(None))
    row = r.conn.execute(select(DutyMember.__table__).where(*found).order_by(_M.id)).mappings().first()
    return None if row is None else _member(row)


def member_of_person(r: Reading, person_id: str) -> Member | None:
    """The member who is this resident."""
    if not person_id:
        return None
    found = (_M.person_id == person_id, _M.deleted_at.is_(None), _M.left_at.is_(None))
    row = r.conn.execute(select(DutyMember.__table__).where(*found).order_by(_M.id)).mappings().first()
    return None if row is None else _member(row)


def labels(r: Reading) -> dict[str, str]:
    """Every member that ever was, id -> label."""
    return {row.id: row.label for row in r.conn.execute(select(_M.id, _M.label))}


def lines(r: Reading, member_ids: Iterable[str] | None = None) -> dict[str, list[Line]]:
    """Availability by member id: what holds every week, then day by day."""
    query = select(Availability.__table__).where(_A.deleted_at.is_(None)).order_by(*_AS_SAID)
    if member_ids is not None:
        query = query.where(_A.member_id.in_(list(member_ids)))
    found: dict[str, list[Line]] = {}
    for row in r.conn.execute(query).mappings():
        found.setdefault(row["member_id"], []).append(line_of(row))
    return found


def pairs(r: Reading) -> list[PairView]:
    rows = r.conn.execute(select(Pair.__table__).where(_P.deleted_at.is_(None)).order_by(_P.id))
    return [PairView(row.id, row.one_id, row.other_id, row.kind) for row in rows]


def templates(r: Reading) -> list[Template]:
    """The shifts of a week as they are set up, in their order."""
    rows = r.conn.execute(
        select(ShiftTemplate.__table__).where(_T.deleted_at.is_(None)).order_by(_T.sort, _T.start_min, _T.id)
    )
    return [template_of(row) for row in rows.mappings()]


def day_rules(r: Reading, first: str = "", last: str = "") -> list[DayRule]:
    """Days unlike their weekday from `first` to `last` (ISO days, empty: without end)."""
    query = select(DayException.__table__).where(_D.deleted_at.is_(None)).order_by(_D.day, _D.id)
    if first:
        query = query.where(_D.day >= first)
    if last:
        query = query.where(_D.day <= last)
    return [
        DayRule(row.day, row.kind, row.template_id or "", row.name, row.least, row.id) for row in r.conn.execute(query)
    ]


def skills(r: Reading) -> list[str]:
    """Every skill somebody of the team has or a shift asks for, for choosing."""
    found = {skill for one in members(r) for skill in one.skills}
    return sorted(found | {skill for one in templates(r) for skill in one.needs})


def namesakes(r: Reading, name: str, but: str = "") -> Sequence[str]:
    """Ids of present members of this very name."""
    found = (_M.name == name, _M.deleted_at.is_(None), or_(_M.left_at.is_(None), _M.left_at > r.now))
    return [row.id for row in r.conn.execute(select(_M.id).where(*found)) if row.id != but]


def line_of(row: RowMapping) -> Line:
    return Line(
        row["member_id"], row["says"], row["weekday"], row["from_day"], row["until_day"], row["start_min"],
        row["end_min"], row["source"], row["reason"], row["id"],
    )  # fmt: skip


def template_of(row: RowMapping) -> Template:
    return Template(
        name=row["name"], start_min=row["start_min"], end_min=row["end_min"], weekdays=_numbers(row["weekdays"]),
        id=row["id"], post=row["post"], place=row["place"], least=row["least"], most=row["most"],
        needs_mix=needs_of(row["mix"]), needs=_texts(row["needs"]), capacities=_texts(row["capacities"]),
        minors=row["minors"], heavy=row["heavy"], sitting=row["sitting"], content=row["content"],
        from_day=row["from_day"], until_day=row["until_day"], sort=row["sort"], gate_id=row["gate_id"],
    )  # fmt: skip


def _member(row: RowMapping) -> Member:
    return Member(
        row["id"], row["name"], row["label"], row["phone"], row["capacity"], row["body_name"], _texts(row["skills"]),
        row["person_id"] or "", row["operator_id"] or "", row["show_name"], row["minor"], row["guardian"],
        row["guardian_at"], row["insured_until"], row["trained_at"], row["pin_hash"] is not None, row["volunteer_no"],
        row["id_kind"], row["id_no"], row["most_a_month"], row["note"], row["joined_at"], row["left_at"],
    )  # fmt: skip


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(one for one in value or () if isinstance(one, str))


def _numbers(value: Any) -> tuple[int, ...]:
    return tuple(one for one in value or () if isinstance(one, int))


_ORDER = {
    capacity: nth
    for nth, capacity in enumerate(("branch", "committee", "owners", "property", "volunteer", "unit", "deputy"))
}
