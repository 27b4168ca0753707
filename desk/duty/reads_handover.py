"""Handovers as they lie in the store: which is due, which waits for its second signature, those of before; what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, exists, select

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.duty import reads_clock, reads_shifts
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules_assignments import Held, State
from desk.duty.rules_handover import AHEAD_MS, Body, Count, How, Kind, Side, due, held_minutes, stays_on, unpacked
from desk.duty.tables import CountedItem, Handover, HandoverSign
from desk.store.unit import Reading

LOOK_MS = 36 * HOUR_MS  # a shift that ended before this asks for nothing
NEXT_MS = DAY_MS
AHEAD_OF_US_MS = 5 * MINUTE_MS  # clocks of two desks are never quite the same
_H, _S, _I = Handover.__table__.c, HandoverSign.__table__.c, CountedItem.__table__.c


@dataclass(frozen=True)
class Item:
    """A thing that is counted; fields as in tables.CountedItem."""

    id: str
    name: str
    kind: str
    expected: int
    sort: int

    def count(self) -> Count:
        """Ready to be counted."""
        return Count(self.id, self.name, self.expected, kind=self.kind)


@dataclass(frozen=True)
class Signed:
    """A signature. at: UTC ms."""

    side: Side
    at: int
    member_id: str
    operator_id: str
    how: str
    note: str = ""


@dataclass(frozen=True)
class HandoverView:
    """A handover with its signatures. at: UTC ms."""

    id: str
    kind: Kind
    at: int
    gate_id: str
    shift_id: str
    next_shift_id: str
    outgoing_id: str
    operator_id: str
    held_minutes: int
    body: Body
    signs: tuple[Signed, ...] = ()
    clock_uncertain: bool = False

    def sign(self, side: Side) -> Signed | None:
        """The first signature of a side; two desks may each have taken one."""
        return next((one for one in self.signs if one.side is side), None)

    @property
    def accepted(self) -> bool:
        return self.sign(Side.IN) is not None


@dataclass(frozen=True)
class Due:
    """A shift whose handover is to be made. next: who relieves it, if anybody; held: since when its people stay on (UTC ms).

    over_minutes: how long its end is past.
    """

    shift: ShiftView
    members: tuple[str, ...]
    next: ShiftView | None = None
    next_members: tuple[str, ...] = ()
    held: int | None = None
    over_minutes: int = 0


def items(r: Reading) -> list[Item]:
    """What is counted at this gate, in its order."""
    here = (_I.gate_id == r.gate_id, _I.deleted_at.is_(None))
    rows = r.conn.execute(select(CountedItem.__table__).where(*here).order_by(_I.sort, _I.id))
    return [Item(row.id, row.name, row.kind, row.expected, row.sort) for row in rows]


def due_now(r: Reading) -> Due | None:
    """The shift of this gate that is to be handed over now: it ends within 20 minutes, or has ended and nobody took over.

    Shifts in which residents are received have no post to hand over; nor has one whose people all stay for the next.
    """
    for shift, members in reversed(_serving(r)):
        held_by = held(r, shift.id)
        if not due(r.now, shift.start_at, shift.end_at, held_by is not None) or _made_for(r, shift):
            continue
        after, next_members = _after(r, shift)
        if after is not None and stays_on(members, next_members) and after.start_at <= shift.end_at + AHEAD_MS:
            continue
        return Due(
            shift, members, after, next_members, held_by.at if held_by is not None else None,
            held_minutes(r.now, shift.end_at),
        )  # fmt: skip
    return None


def running(r: Reading) -> Due | None:
    """The shift of this gate somebody serves in now, for a handover before its time."""
    for shift, members in reversed(_serving(r)):
        if shift.start_at <= r.now < shift.end_at:
            after, next_members = _after(r, shift)
            return Due(shift, members, after, next_members)
    return None


def waiting(r: Reading) -> HandoverView | None:
    """The newest handover of this gate, while nobody has signed to take it over."""
    newest_id = newest(r)
    found = handover(r, newest_id) if newest_id else None
    return None if found is None or found.accepted else found


def is_waiting(r: Reading) -> bool:
    """Is there one that nobody has taken over? Without reading what stands in it."""
    newest_id = newest(r)
    taken = exists().where(_S.handover_id == newest_id, _S.side == Side.IN.value)
    return bool(newest_id) and not r.conn.execute(select(taken)).scalar()


def newest(r: Reading) -> str:
    """Id of the newest handover of this gate, "" before the first; one that says somebody stays is none.

    What was put down while the clock stood in the future does not hold up those after it.
    """
    here = (_H.gate_id == r.gate_id, _H.kind == Kind.MADE.value, _H.at <= r.now + AHEAD_OF_US_MS)
    found = r.conn.execute(select(_H.id).where(*here).order_by(_H.at.desc(), _H.id.desc()).limit(1)).scalar()
    return str(found or "")


def last_at(r: Reading) -> int | None:
    """When this gate was last handed over, UTC ms."""
    here = (_H.gate_id == r.gate_id, _H.kind == Kind.MADE.value, _H.at <= r.now + AHEAD_OF_US_MS)
    return r.conn.execute(select(_H.at).where(*here).order_by(_H.at.desc()).limit(1)).scalar()


def held(r: Reading, shift_id: str) -> HandoverView | None:
    """That the people of a shift stay on: what was said of it last."""
    mine = (_H.shift_id == shift_id, _H.kind == Kind.HELD_OVER.value)
    return next(
        iter(_views(r, select(Handover.__table__).where(*mine).order_by(_H.at.desc(), _H.id.desc()).limit(1))), None
    )


def handover(r: Reading, handover_id: str) -> HandoverView | None:
    return next(iter(_views(r, select(Handover.__table__).where(_H.id == handover_id))), None)


def history(r: Reading, limit: int = 60, everywhere: bool = False) -> list[HandoverView]:
    """Those of before, the newest first; of this gate, or of all."""
    query = select(Handover.__table__).order_by(_H.at.desc(), _H.id.desc()).limit(limit)
    return _views(r, query if everywhere else query.where(_H.gate_id == r.gate_id))


def on_duty(r: Reading) -> set[str]:
    """Members who are clocked on at this gate."""
    return {one.member_id for one in reads_clock.on_duty(r) if one.gate_id == r.gate_id}


def _serving(r: Reading) -> list[tuple[ShiftView, tuple[str, ...]]]:
    """Shifts of this gate's post around now in which somebody serves, by their end."""
    whole = [
        one
        for one in reads_shifts.shifts_between(r, r.now - LOOK_MS, r.now + AHEAD_MS)
        if one.cancelled_at is None and not one.sitting and one.gate_id == r.gate_id
    ]
    held_by = reads_shifts.by_shift(reads_shifts.serving(r, [one.id for one in whole]))
    found = [(one, _members(held_by.get(one.id, ()))) for one in whole]
    return sorted(((one, who) for one, who in found if who), key=lambda pair: (pair[0].end_at, pair[0].id))


def _members(held_by: Iterable[Held]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.member_id for one in held_by))


def _after(r: Reading, shift: ShiftView) -> tuple[ShiftView | None, tuple[str, ...]]:
    """The next shift of this gate's post, and who is to serve in it."""
    soon = reads_shifts.shifts_between(r, shift.end_at - AHEAD_MS, shift.end_at + NEXT_MS)
    able = [
        one
        for one in soon
        if one.id != shift.id and one.cancelled_at is None and not one.sitting and one.gate_id == shift.gate_id
        and one.start_at >= shift.end_at - AHEAD_MS
    ]  # fmt: skip
    after = min(able, key=lambda one: (one.start_at, one.id), default=None)
    if after is None:
        return None, ()
    return after, _members(reads_shifts.serving(r, [after.id]))


def missing(r: Reading, shift_id: str) -> tuple[int, int]:
    """(places nobody fills, people who said they cannot or did not come) of a shift."""
    shift = reads_shifts.shift(r, shift_id)
    if shift is None:
        return 0, 0
    held_by = reads_shifts.assignments(r, [shift_id])
    away = sum(one.state in (State.EXCUSED, State.NO_SHOW) for one in held_by)
    return max(0, shift.least - len(_members(held_by))), away


def _made_for(r: Reading, shift: ShiftView) -> bool:
    """It was handed over: for this shift, or at this gate since its end drew near."""
    near = (_H.gate_id == r.gate_id) & (_H.at >= max(shift.start_at, shift.end_at - AHEAD_MS))
    made = exists().where(_H.kind == Kind.MADE.value, (_H.shift_id == shift.id) | near)
    return bool(r.conn.execute(select(made)).scalar())


def _views(r: Reading, query: Any) -> list[HandoverView]:
    rows = r.conn.execute(query).all()
    signs: dict[str, list[Signed]] = {}
    found = r.conn.execute(select(HandoverSign.__table__).where(_S.handover_id.in_([row.id for row in rows])))
    for one in sorted(found, key=lambda sign: (sign.at, sign.id)):
        signs.setdefault(one.handover_id, []).append(_signed(one))
    return [_view(row, signs) for row in rows]


def _view(row: Row[Any], signs: Mapping[str, list[Signed]]) -> HandoverView:
    kind = Kind.HELD_OVER if row.kind == Kind.HELD_OVER.value else Kind.MADE
    return HandoverView(
        row.id, kind, row.at, row.gate_id, row.shift_id or "", row.next_shift_id or "", row.outgoing_id or "",
        row.operator_id or "", row.held_minutes, unpacked(row.body), tuple(signs.get(row.id, ())),
        row.clock_quality != "trusted",
    )  # fmt: skip


def _signed(row: Row[Any]) -> Signed:
    side = Side.IN if row.side == Side.IN.value else Side.OUT
    how = row.how if row.how in list(How) else How.DESK.value
    return Signed(side, row.at, row.member_id or "", row.operator_id or "", how, row.note or "")
