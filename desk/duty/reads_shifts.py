"""Shifts, the plan, what was published and who serves: the rows of a roster as frozen views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, exists, func, or_, select

from desk.core.clock import SiteTime
from desk.duty.rules import Need, Span, days_of, minutes_long, needs_of
from desk.duty.rules_assignments import CAME, COUNTING, Cell, Clocked, Held, Hours, Source, State
from desk.duty.rules_changes import Change
from desk.duty.rules_issues import Issue, Standing, standing
from desk.duty.rules_roster import Slot
from desk.duty.tables import Assignment, ClockEvent, DutyChange, DutyMember, RosterAct, RosterCell, RosterIssue, Shift
from desk.store.unit import CHUNK, Reading

_S, _C, _I, _R = Shift.__table__.c, RosterCell.__table__.c, RosterIssue.__table__.c, RosterAct.__table__.c
_H, _D, _K = Assignment.__table__.c, DutyChange.__table__.c, ClockEvent.__table__.c
_M = DutyMember.__table__.c


@dataclass(frozen=True)
class ShiftView:
    """One shift; fields as in tables.Shift. Moments in UTC ms."""

    id: str
    template_id: str
    day: str
    name: str
    post: str
    gate_id: str
    place: str
    start_at: int
    end_at: int
    least: int
    most: int
    mix: tuple[Need, ...]
    needs: tuple[str, ...]
    capacities: tuple[str, ...]
    minors: bool
    heavy: bool
    sitting: bool
    content: str
    cancelled_at: int | None
    cancelled_why: str

    @property
    def hours(self) -> Hours:
        return Hours(self.id, self.start_at, self.end_at, self.cancelled_at is not None)

    def slot(self, time: SiteTime) -> Slot:
        """The shift as the rules of a roster see it."""
        span = Span(self.start_at, self.end_at)
        start = time.local(self.start_at)
        start_min = start.hour * 60 + start.minute
        end = time.local(self.end_at)
        end_min = (end.hour * 60 + end.minute) % 1440
        if minutes_long(start_min, end_min) > 1440:
            end_min = start_min
        return Slot(
            self.id, self.day, span, start_min, end_min, self.least, self.most, self.mix, self.needs, self.capacities,
            self.minors, self.heavy, self.sitting,
        )  # fmt: skip


@dataclass(frozen=True)
class CellView:
    """Somebody in the plan."""

    id: str
    shift_id: str
    member_id: str
    capacity: str
    source: str
    locked: bool

    @property
    def cell(self) -> Cell:
        return Cell(self.shift_id, self.member_id, self.capacity)


def shift(r: Reading, shift_id: str) -> ShiftView | None:
    row = r.conn.execute(select(Shift.__table__).where(_S.id == shift_id)).mappings().first()
    return None if row is None or row["deleted_at"] is not None else _shift(row)


def shifts(r: Reading, month: str) -> list[ShiftView]:
    """The shifts of a month in the order they are worked, the cancelled among them."""
    days = days_of(month)
    return _shifts(r, _S.day >= days[0], _S.day <= days[-1])


def shifts_between(r: Reading, since: int, until: int) -> list[ShiftView]:
    """Shifts that are worked at any moment of [since, until) (UTC ms)."""
    return _shifts(r, _S.start_at < until, _S.end_at > since)


def shifts_by_id(r: Reading, ids: Iterable[str]) -> dict[str, ShiftView]:
    whole, found = list(dict.fromkeys(ids)), dict[str, ShiftView]()
    for start in range(0, len(whole), CHUNK):
        found |= {one.id: one for one in _shifts(r, _S.id.in_(whole[start : start + CHUNK]))}
    return found


def cells(r: Reading, month: str) -> list[CellView]:
    """The plan of a month: one row a shift and member."""
    alive = (_C.month == month, _C.deleted_at.is_(None))
    rows = r.conn.execute(select(RosterCell.__table__).where(*alive).order_by(_C.id))
    found = {(row.shift_id, row.member_id): row for row in rows}
    return [
        CellView(row.id, row.shift_id, row.member_id, row.capacity, row.source, row.locked) for row in found.values()
    ]


def issues(r: Reading, month: str) -> list[Issue]:
    rows = r.conn.execute(select(RosterIssue.__table__).where(_I.month == month).order_by(_I.num))
    return [issue_of(row) for row in rows.mappings()]


def issue(r: Reading, issue_id: str) -> Issue | None:
    row = r.conn.execute(select(RosterIssue.__table__).where(_I.id == issue_id)).mappings().first()
    return None if row is None else issue_of(row)


def acts(r: Reading, issue_ids: Sequence[str]) -> dict[str, list[str]]:
    """What was said of issues: issue id -> kinds."""
    found: dict[str, list[str]] = {}
    for row in r.conn.execute(select(_R.issue_id, _R.kind).where(_R.issue_id.in_(issue_ids))):
        found.setdefault(row.issue_id, []).append(row.kind)
    return found


def what_stands(r: Reading, month: str) -> Standing:
    """The issue of a month that holds, and the proposals beside it."""
    known = issues(r, month)
    return standing(known, acts(r, [one.id for one in known]))


def assignments(r: Reading, shift_ids: Sequence[str]) -> list[Held]:
    """Who serves in these shifts as things stand."""
    found: list[Held] = []
    for start in range(0, len(shift_ids), CHUNK):
        some = _H.shift_id.in_(shift_ids[start : start + CHUNK])
        rows = r.conn.execute(select(Assignment.__table__).where(some).order_by(_H.start_at, _H.id))
        found += [held_of(row) for row in rows.mappings()]
    return found


def serving(r: Reading, shift_ids: Sequence[str]) -> list[Held]:
    """Who fills a place in these shifts: nobody waits for somebody who is no longer of the team, unless they came."""
    away = gone(r)
    found = assignments(r, shift_ids)
    return [one for one in found if one.state in COUNTING and (one.member_id not in away or one.state in CAME)]


def gone(r: Reading) -> frozenset[str]:
    """Ids of those who left the team, here or at another desk."""
    return frozenset(r.conn.execute(select(_M.id).where(_M.left_at.is_not(None))).scalars())


def changes(r: Reading, shift_ids: Sequence[str]) -> list[Change]:
    """Every change that names one of these shifts, and all steps of the swaps among them."""
    found: dict[str, Change] = {}
    for start in range(0, len(shift_ids), CHUNK):
        some = shift_ids[start : start + CHUNK]
        named = or_(_D.shift_id.in_(some), _D.other_shift_id.in_(some))
        found |= _changes(r, named)
    ids = list(found)
    for start in range(0, len(ids), CHUNK):
        found |= _changes(r, _D.swap_id.in_(ids[start : start + CHUNK]))
    return list(found.values())


def clocked(r: Reading, shift_ids: Sequence[str]) -> list[Clocked]:
    """Clock events of these shifts."""
    found: list[Clocked] = []
    for start in range(0, len(shift_ids), CHUNK):
        some = _K.shift_id.in_(shift_ids[start : start + CHUNK])
        for row in r.conn.execute(select(ClockEvent.__table__).where(some)):
            moment = row.at if row.said_at is None else row.said_at
            found.append(Clocked(row.id, row.kind, moment, row.member_id, row.shift_id, row.corrects or ""))
    return found


def worked(r: Reading, shift_id: str) -> bool:
    """Has anybody clocked on for this shift?"""
    return bool(worked_among(r, [shift_id]))


def worked_among(r: Reading, shift_ids: Sequence[str]) -> set[str]:
    """Those of these shifts that anybody has clocked on for."""
    found = set[str]()
    for start in range(0, len(shift_ids), CHUNK):
        some = _K.shift_id.in_(shift_ids[start : start + CHUNK])
        found |= set(r.conn.execute(select(_K.shift_id).where(some).distinct()).scalars())
    return found


def is_published(r: Reading, month: str) -> bool:
    return bool(r.conn.execute(select(exists().where(_I.month == month))).scalar())


def published(r: Reading, wanted: Iterable[str]) -> set[str]:
    """Which of these months were published."""
    return set(r.conn.execute(select(_I.month).where(_I.month.in_(list(wanted))).distinct()).scalars())


def months(r: Reading) -> list[str]:
    """Months that have shifts, the earliest first."""
    month = func.substr(_S.day, 1, 7)
    return list(r.conn.execute(select(month).where(_S.deleted_at.is_(None)).distinct().order_by(month)).scalars())


def by_shift(held: Iterable[Held]) -> Mapping[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for one in held:
        found.setdefault(one.shift_id, []).append(one)
    return found


def issue_of(row: RowMapping) -> Issue:
    whole = tuple(Cell(*map(str, cell)) for cell in row["cells"] or () if isinstance(cell, list) and len(cell) == 3)
    return Issue(
        row["id"], row["month"], row["version"], row["based_on"] or "", whole, row["at"], row["device_id"],
        row["operator_id"] or "", row["why"],
    )  # fmt: skip


def held_of(row: RowMapping) -> Held:
    return Held(
        row["shift_id"], row["member_id"], row["capacity"], row["start_at"], row["end_at"], State(row["state"]),
        Source(row["source"]), row["in_at"], row["out_at"],
    )  # fmt: skip


def change_of(row: RowMapping) -> Change:
    return Change(
        row["id"], row["kind"], row["at"], row["shift_id"], row["member_id"] or "", row["other_id"] or "",
        row["other_shift_id"] or "", row["swap_id"] or "", row["capacity"],
    )  # fmt: skip


def _changes(r: Reading, where: object) -> dict[str, Change]:
    rows = r.conn.execute(select(DutyChange.__table__).where(where)).mappings()  # type: ignore[arg-type]
    return {row["id"]: change_of(row) for row in rows}


def _shifts(r: Reading, *where: object) -> list[ShiftView]:
    query = select(Shift.__table__).where(_S.deleted_at.is_(None), *where)  # type: ignore[arg-type]
    return [_shift(row) for row in r.conn.execute(query.order_by(_S.start_at, _S.id)).mappings()]


def _shift(row: RowMapping) -> ShiftView:
    return ShiftView(
        row["id"], row["template_id"] or "", row["day"], row["name"], row["post"], row["gate_id"], row["place"],
        row["start_at"], row["end_at"], row["least"], row["most"], needs_of(row["mix"] or ()),
        tuple(map(str, row["needs"] or ())), tuple(map(str, row["capacities"] or ())), row["minors"], row["heavy"],
        row["sitting"], row["content"], row["cancelled_at"], row["cancelled_why"],
    )  # fmt: skip
