"""A month as the generator sees it, read from the store: team, shifts, who is away, what is fixed, what lies behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import reads_roster, reads_shifts, reads_team
from desk.duty.problem import Count, Member, Options, Pair, Problem, Shift, Stood
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import CellSource, PairKind, Span, days_of, is_night, month_after, month_bounds, weekday_of
from desk.duty.rules_availability import Free, free
from desk.duty.rules_days import Days
from desk.store.unit import Reading

NEAR_MS = 4 * DAY_MS  # so far back reach rest after a night and demanding shifts in a row
_WEEKEND = 5
BEFORE = 2  # months, which with the one to fill make the rolling three


@dataclass(frozen=True)
class _Known:
    """What is read once. holidays: days that count as a weekend."""

    time: SiteTime
    month: str
    team: Sequence[reads_team.Member]
    shifts: Sequence[ShiftView]
    holidays: frozenset[str]
    begun: frozenset[str] = field(default_factory=frozenset)  # published and no longer to be planned


def problem(r: Reading, month: str, keep: bool = False, options: Options | None = None) -> Problem:
    """The problem of a month. keep: what stands in the plan stays, only holes are filled.

    Locked cells and what people agreed on among themselves stay in any case; a published shift that has begun is as it is.
    Refused("duty.not_opened") when the month has no shifts yet.
    """
    known = _known(r, month)
    planned = reads_shifts.cells(r, month)
    open_ = {shift.id for shift in known.shifts} - known.begun
    fixed = [c.cell for c in planned if c.shift_id in open_ and (keep or c.locked or c.source == CellSource.SELF)]
    fixed += reads_roster.effective(r, [shift for shift in known.shifts if shift.id in known.begun])
    away, gone, likes = _availability(r, known)
    served = reads_roster.served_before(r, month)
    return Problem(
        _members(r, known), tuple(_shift(known, one) for one in known.shifts), away, gone, likes,
        tuple(Pair(one.one_id, one.other_id, one.kind == PairKind.APART) for one in reads_team.pairs(r)),
        tuple(fixed), frozenset((c.member_id, c.shift_id) for c in planned if c.shift_id in open_),
        frozenset((c.member_id, _pattern(one.template_id, one.day)) for one in served for c in one.cells),
        tuple(_stood(r, known)), options or Options(),
    )  # fmt: skip


def _known(r: Reading, month: str) -> _Known:
    shifts = [one for one in reads_shifts.shifts(r, month) if one.cancelled_at is None]
    if not shifts:
        raise Refused("duty.not_opened")
    rules = Days(tuple(reads_team.day_rules(r)))
    days = [day for n in range(BEFORE + 1) for day in days_of(month_after(month, -n))]
    published = reads_shifts.is_published(r, month)
    return _Known(
        reads_team.site_time(r), month, reads_team.members(r), shifts,
        frozenset(day for day in days if rules.holiday(day) is not None),
        frozenset(one.id for one in shifts if published and one.start_at <= r.now),
    )  # fmt: skip


def _shift(known: _Known, one: ShiftView) -> Shift:
    """What has begun wants nobody more: whoever is in it is fixed."""
    begun = one.id in known.begun
    return Shift(
        one.id, one.day, one.start_at, one.end_at, 0 if begun else one.least, max(one.most, one.least),
        () if begun else one.mix, () if begun else one.needs, frozenset(one.capacities), one.minors, one.heavy,
        is_night(known.time, Span(one.start_at, one.end_at)), _is_weekend(known, one.day), one.gate_id,
        _pattern(one.template_id, one.day),
    )  # fmt: skip


def _members(r: Reading, known: _Known) -> tuple[Member, ...]:
    """The team with its shifts of the two months before, newcomers credited with what they were not there for."""
    history = [one for n in range(BEFORE, 0, -1) for one in reads_shifts.shifts(r, month_after(known.month, -n))]
    whole = {one.id: one for one in history if one.cancelled_at is None}
    cells = [cell for cell in reads_roster.effective(r, list(whole.values())) if cell.shift_id in whole]
    nights = {one.id for one in whole.values() if is_night(known.time, Span(one.start_at, one.end_at))}
    weekends = {one.id for one in whole.values() if _is_weekend(known, one.day)}
    served = [Counter(c.member_id for c in cells if c.shift_id in some) for some in (whole, weekends, nights)]
    absent = {one.id: _absent(known, one.joined_at) for one in known.team}
    usual = [_usual(known.team, count, absent) for count in served]
    return tuple(
        Member(
            one.id, one.capacity, frozenset(one.skills), one.minor, one.guardian_at is not None, one.most_a_month,
            *(count[one.id] + round(mean.get(one.capacity, 0.0) * absent[one.id]) for count, mean in zip(served, usual, strict=True)),
        )
        for one in known.team
    )  # fmt: skip


def _absent(known: _Known, joined_at: int) -> float:
    """The share of the two months before in which somebody was not of the team yet."""
    since, _ = month_bounds(known.time, month_after(known.month, -BEFORE))
    until, _ = month_bounds(known.time, known.month)
    return min(1.0, max(0.0, (joined_at - since) / (until - since)))


def _usual(
    team: Iterable[reads_team.Member], served: Mapping[str, int], absent: Mapping[str, float]
) -> dict[str, float]:
    """What those of each capacity served who were there all the time, on average."""
    counts: dict[str, list[int]] = {}
    for one in team:
        if absent[one.id] == 0:
            counts.setdefault(one.capacity, []).append(served.get(one.id, 0))
    return {capacity: sum(each) / len(each) for capacity, each in counts.items()}


_Pairs = frozenset[tuple[str, str]]


def _availability(r: Reading, known: _Known) -> tuple[_Pairs, _Pairs, _Pairs]:
    """(away, gone, likes) as pairs of member and shift."""
    away, gone, likes = set(), set(), set()
    lines = reads_team.lines(r)
    slots = [(one, one.slot(known.time)) for one in known.shifts]
    for member in known.team:
        said = lines.get(member.id, ())
        joined = known.time.day(member.joined_at).isoformat()
        for shift, slot in slots:
            if shift.day < joined and shift.start_at < member.joined_at:
                gone.add((member.id, shift.id))
            if said:
                answer = free(said, slot.day, slot.start_min, slot.end_min)
                if answer is Free.LIKES:
                    likes.add((member.id, shift.id))
                elif answer is not Free.FREE:
                    away.add((member.id, shift.id))
    return frozenset(away), frozenset(gone), frozenset(likes)


def _stood(r: Reading, known: _Known) -> Iterable[Stood]:
    """Shifts near the month, on both sides of it."""
    start, end = month_bounds(known.time, known.month)
    near = {
        one.id: one
        for since, until in ((start - NEAR_MS, start), (end, end + NEAR_MS))
        for one in reads_shifts.shifts_between(r, since, until)
        if one.day[:7] != known.month and one.cancelled_at is None
    }
    for cell in reads_roster.effective(r, list(near.values())):
        if cell.shift_id in near:
            one = near[cell.shift_id]
            night = is_night(known.time, Span(one.start_at, one.end_at))
            yield Stood(cell.member_id, one.day, one.start_at, one.end_at, night, one.heavy)


def _is_weekend(known: _Known, day: str) -> bool:
    return weekday_of(day) > _WEEKEND or day in known.holidays


def _pattern(template_id: str, day: str) -> str:
    return f"{template_id} {weekday_of(day)}" if template_id else ""


def counts(r: Reading, month: str) -> tuple[Count, ...]:
    """Everybody's shifts over the rolling three months, this one as it is planned or published now.

    Refused("duty.not_opened") when the month has no shifts yet.
    """
    known = _known(r, month)
    begun = [one for one in known.shifts if one.id in known.begun]
    ahead = {one.id for one in known.shifts} - known.begun  # of these the plan speaks, published or not
    now = Counter(c.member_id for c in reads_shifts.cells(r, month) if c.shift_id in ahead)
    now.update(c.member_id for c in reads_roster.effective(r, begun) if c.shift_id in known.begun)
    return tuple(
        Count(one.id, one.capacity, one.served, now[one.id], max(0, now[one.id] - one.most) if one.most else 0)
        for one in _members(r, known)
    )
