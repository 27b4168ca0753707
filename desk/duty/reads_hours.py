"""Service records as they stand: per person, month or everything that waits for a word. Frozen views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, Text, and_, cast, or_, select

from desk.core.clock import DAY_MS
from desk.duty import reads_team
from desk.duty.rules import month_bounds
from desk.duty.rules_hours import Act, Close, Credit, Recorded, credit, last_word, standing
from desk.duty.tables import ServiceAct, ServiceRecord
from desk.store.unit import CHUNK, Reading

MOVED_MS = DAY_MS  # so far a correction may move a record
WINDOWS = 100  # in one statement
_R, _A = ServiceRecord.__table__.c, ServiceAct.__table__.c

# What rules_hours.credit may find waiting, and perhaps a little more: nothing settled was said of it, and it is more than
# plain clocking, or something else was said. What another stands for is left out.
_SAID = select(_A.record_id)
_MAY_WAIT = select(_R.id, _R.member_id, _R.start_at).where(
    or_(
        and_(or_(_R.close_source != Close.CLOCK.value, cast(_R.flags, Text) != "[]"), _R.id.not_in(_SAID)),
        _R.id.in_(_SAID.where(_A.kind.not_in((Act.VERIFIED.value, Act.REFUSED.value)))),
    ),
    _R.id.not_in(select(_R.supersedes).where(_R.supersedes.is_not(None))),
)


@dataclass(frozen=True)
class RecordView:
    """One record that stands; fields as in tables.ServiceRecord. said: what its owner or whoever refused it said."""

    id: str
    member_id: str
    shift_id: str
    start_at: int
    end_at: int
    minutes: int
    capacity: str
    content: str
    place: str
    organiser: str
    beneficiary: str
    close: str
    flags: tuple[str, ...]
    clock_ids: tuple[str, ...]
    supersedes: str
    reason: str
    at: int
    operator_id: str
    doubtful: bool
    credit: Credit
    said: str = ""
    said_by: str = ""

    @property
    def counts(self) -> bool:
        return self.credit is Credit.COUNTS

    @property
    def recorded(self) -> Recorded:
        return Recorded(
            self.id, self.member_id, self.shift_id, self.start_at, self.end_at, self.minutes, self.close, self.flags,
            self.clock_ids, self.supersedes, self.at,
        )  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """A member's hours of some time. counted: minutes that count; waiting: minutes that wait; times: records that count."""

    member_id: str
    label: str
    name: str
    capacity: str
    counted: int
    waiting: int
    times: int
    waits: int


def records(r: Reading, member_id: str = "", since: int = 0, until: int | None = None) -> list[RecordView]:
    """Records that begin within [since, until) (UTC ms) and stand, the earliest first; of one member or of everybody."""
    where: list[object] = []
    if member_id:
        where.append(_R.member_id == member_id)
    if since:
        where.append(_R.start_at >= since - MOVED_MS)
    if until is not None:
        where.append(_R.start_at < until + MOVED_MS)
    found = _stand(r, where)
    return [one for one in found if one.start_at >= since and (until is None or one.start_at < until)]


def of_shift(r: Reading, member_id: str, shift_id: str) -> list[RecordView]:
    """What stands of a member's hours in a shift ("": without one, and by the clock)."""
    same = _R.shift_id == shift_id if shift_id else _R.shift_id.is_(None)
    return _stand(r, [_R.member_id == member_id, same])


def record(r: Reading, record_id: str) -> RecordView | None:
    """A record that stands; None when another stands for it."""
    row = r.conn.execute(select(_R.member_id, _R.start_at).where(_R.id == record_id)).first()
    if row is None:
        return None
    around = records(r, row.member_id, max(1, row.start_at - MOVED_MS), row.start_at + MOVED_MS)
    return next((one for one in around if one.id == record_id), None)


def by_ids(r: Reading, ids: Sequence[str]) -> list[RecordView]:
    """These records as they were written, the earliest first, whether another stands for them by now or not."""
    rows: list[RowMapping] = []
    for start in range(0, len(ids), CHUNK):
        some = select(ServiceRecord.__table__).where(_R.id.in_(ids[start : start + CHUNK]))
        rows += r.conn.execute(some).mappings()
    return sorted(_views(r, rows), key=lambda one: (one.start_at, one.id))


def story(r: Reading, record_id: str) -> list[RecordView]:
    """A record and those it stands for, the newest first."""
    found, seen = list[RecordView](), set[str]()
    while record_id and record_id not in seen:
        seen.add(record_id)
        one = next(iter(by_ids(r, [record_id])), None)
        if one is None:
            break
        found.append(one)
        record_id = one.supersedes
    return found


def waits(r: Reading) -> list[RecordView]:
    """Records that wait for somebody to confirm them, the oldest first. Only those that may, and what lies about them, is read."""
    may = {row.id: row for row in r.conn.execute(_MAY_WAIT)}
    around = [
        and_(_R.member_id == row.member_id, _R.start_at.between(row.start_at - MOVED_MS, row.start_at + MOVED_MS))
        for row in may.values()
    ]
    near = dict[str, RowMapping]()
    for start in range(0, len(around), WINDOWS):
        near |= _rows(r, [or_(*around[start : start + WINDOWS])])
    found = [one for one in _holding(r, near) if one.id in may]
    return [one for one in found if one.credit in (Credit.WAITS, Credit.ASKED)]


def month(r: Reading, wanted: str) -> list[Sum]:
    """Everybody's hours of a month, those of the team without any as well."""
    time = reads_team.site_time(r)
    start, end = month_bounds(time, wanted)
    return sums(r, records(r, since=start, until=end))


def near(r: Reading, member_id: str, start: int, end: int, but: str = "") -> list[Recorded]:
    """A member's records that may lie at the time from start to end (UTC ms), those that were refused left out."""
    found = records(r, member_id, max(1, start - 2 * MOVED_MS), end)
    return [one.recorded for one in found if one.id != but and one.credit is not Credit.REFUSED]


def sums(r: Reading, found: Iterable[RecordView]) -> list[Sum]:
    """Records added up by member, in the order of the team."""
    of: dict[str, list[RecordView]] = {}
    for one in found:
        of.setdefault(one.member_id, []).append(one)
    whole = []
    for member in reads_team.members(r, left=True):
        mine = of.get(member.id, [])
        if member.left_at is not None and not mine:
            continue
        counting = [one for one in mine if one.counts]
        waiting = [one for one in mine if one.credit in (Credit.WAITS, Credit.ASKED)]
        whole.append(
            Sum(
                member.id, member.label, member.name, member.capacity, sum(one.minutes for one in counting),
                sum(one.minutes for one in waiting), len(counting), len(waiting),
            )
        )  # fmt: skip
    return whole


def first_at(r: Reading, member_id: str) -> int | None:
    """When a member's first record begins, UTC ms."""
    return r.conn.execute(select(_R.start_at).where(_R.member_id == member_id).order_by(_R.start_at).limit(1)).scalar()


def _stand(r: Reading, where: Sequence[object]) -> list[RecordView]:
    return _holding(r, _rows(r, where))


def _rows(r: Reading, where: Sequence[object]) -> dict[str, RowMapping]:
    query = select(ServiceRecord.__table__).where(*where).order_by(_R.num)  # type: ignore[arg-type]
    return {row["id"]: row for row in r.conn.execute(query).mappings()}


def _holding(r: Reading, rows: Mapping[str, RowMapping]) -> list[RecordView]:
    """Those of the rows that stand, the earliest first."""
    kept = [one.id for one in standing(_recorded(row) for row in rows.values())]
    return _views(r, [rows[eid] for eid in kept])


def _views(r: Reading, rows: Sequence[RowMapping]) -> list[RecordView]:
    said: dict[str, list[RowMapping]] = {}
    ids = [row["id"] for row in rows]
    for start in range(0, len(ids), CHUNK):
        some = select(ServiceAct.__table__).where(_A.record_id.in_(ids[start : start + CHUNK]))
        for act in r.conn.execute(some).mappings():
            said.setdefault(act["record_id"], []).append(act)
    return [_view(row, said.get(row["id"], [])) for row in rows]


def _view(row: RowMapping, acts: Sequence[RowMapping]) -> RecordView:
    flags = tuple(row["flags"] or ())
    words = [(act["at"], act["id"], act["kind"]) for act in acts]
    said = last_word(words)
    last = next((act for act in acts if said is not None and act["id"] == said[1]), None)
    return RecordView(
        row["id"], row["member_id"], row["shift_id"] or "", row["start_at"], row["end_at"], row["minutes"],
        row["capacity"], row["content"], row["place"], row["organiser"], row["beneficiary"], row["close_source"], flags,
        tuple(row["clock_ids"] or ()), row["supersedes"] or "", row["reason"], row["at"], row["operator_id"] or "",
        row["clock_quality"] != "trusted",
        credit(row["close_source"], flags, words),
        last["reason"] if last is not None else "", (last["operator_id"] or "") if last is not None else "",
    )  # fmt: skip


def _recorded(row: RowMapping) -> Recorded:
    return Recorded(
        row["id"], row["member_id"], row["shift_id"] or "", row["start_at"], row["end_at"], row["minutes"],
        row["close_source"], tuple(row["flags"] or ()), tuple(row["clock_ids"] or ()), row["supersedes"] or "", row["at"],
    )  # fmt: skip
