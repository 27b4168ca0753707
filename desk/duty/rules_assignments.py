"""Who serves in a shift: what was published, what was said since, and who came. Pure, and the same in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import MINUTE_MS
from desk.duty.rules import ClockKind
from desk.duty.rules_changes import STANDING_SWAPS, Change, Kind, still_said, swaps

LATE_MS = 15 * MINUTE_MS  # later than this after the start is late


class State(StrEnum):
    """State of an assignment. The values are stored (in a projection) and shown."""

    PROPOSED = "proposed"  # in the plan, not published
    PUBLISHED = "published"
    CONFIRMED = "confirmed"
    CHECKED_IN = "checked_in"
    COMPLETED = "completed"
    LATE = "late"  # served, and came late
    NO_SHOW = "no_show"
    EXCUSED = "excused"
    SWAPPED = "swapped"  # somebody else serves instead
    CANCELLED = "cancelled"  # the shift was


COUNTING = frozenset({State.PUBLISHED, State.CONFIRMED, State.CHECKED_IN, State.COMPLETED, State.LATE})
"""Those who fill a place of the shift."""
AHEAD = frozenset({State.PUBLISHED, State.CONFIRMED})
_AWAY = frozenset({State.EXCUSED, State.NO_SHOW})
CAME = frozenset({State.CHECKED_IN, State.COMPLETED, State.LATE})


class Source(StrEnum):
    """How somebody came into a shift."""

    ISSUE = "issue"  # published so
    SWAP = "swap"
    STAND_IN = "stand_in"
    JOINED = "joined"
    CLOCK = "clock"  # stood there and clocked on


@dataclass(frozen=True)
class Hours:
    """What reduce needs of a shift. Moments in UTC ms."""

    id: str
    start_at: int
    end_at: int
    cancelled: bool = False


@dataclass(frozen=True)
class Cell:
    """Somebody in a shift, as published or planned."""

    shift_id: str
    member_id: str
    capacity: str


@dataclass(frozen=True)
class Clocked:
    """A clock event: kind `in` or `out`; moment: when, as said or as it was; corrects: an event that was wrong."""

    id: str
    kind: str
    moment: int
    member_id: str
    shift_id: str
    corrects: str = ""


@dataclass(frozen=True)
class Held:
    """One row of `assignment`."""

    shift_id: str
    member_id: str
    capacity: str
    start_at: int
    end_at: int
    state: State
    source: Source
    in_at: int | None = None
    out_at: int | None = None


@dataclass(frozen=True)
class _Place:
    capacity: str
    state: State
    source: Source


def reduce(
    shift: Hours, cells: Iterable[Cell], changes: Iterable[Change], clocks: Iterable[Clocked] = ()
) -> tuple[Held, ...]:
    """The assignments of one shift, by member id.

    cells: of the issue that stands; changes: every change that names this shift, as its own or as the one in return;
    clocks: of this shift. What belongs to other shifts is passed over. Coming counts more than any word.
    """
    places = {
        cell.member_id: _Place(cell.capacity, State.PUBLISHED, Source.ISSUE)
        for cell in cells
        if cell.shift_id == shift.id
    }
    for _, apply in sorted(_effects(shift.id, list(changes)), key=lambda effect: effect[0]):
        apply(places)
    if shift.cancelled:
        places = {who: _Place(p.capacity, State.CANCELLED, p.source) for who, p in places.items()}
    times = _times(shift.id, clocks)
    for who in times:
        places.setdefault(who, _Place("", State.PUBLISHED, Source.CLOCK))
    return tuple(_held(shift, who, place, *times.get(who, (None, None))) for who, place in sorted(places.items()))


class _Effect:
    """One change at work on the places of a shift."""

    def __init__(self, kind: str, who: str, other: str = "", capacity: str = "") -> None:
        self.kind, self.who, self.other, self.capacity = kind, who, other, capacity

    def __call__(self, places: dict[str, _Place]) -> None:
        place = places.get(self.who)
        if self.kind == Kind.JOIN:
            places[self.who] = _Place(self.capacity, State.CONFIRMED, Source.JOINED)
        elif place is None:
            return  # the published month knows of it already
        elif self.kind in (Kind.APPROVE, Kind.STAND_IN):
            source = Source.SWAP if self.kind == Kind.APPROVE else Source.STAND_IN
            gone = place.state if place.state in _AWAY else State.SWAPPED  # excused stays excused, with a stand-in
            places[self.who] = _Place(place.capacity, gone, place.source)
            places[self.other] = _Place(self.capacity, State.CONFIRMED, source)
        elif self.kind == Kind.LEAVE:
            del places[self.who]
        elif self.kind in _STATES and place.state is not State.SWAPPED:
            places[self.who] = _Place(place.capacity, _STATES[self.kind], place.source)


_STATES: dict[str, State] = {Kind.CONFIRM: State.CONFIRMED, Kind.EXCUSE: State.EXCUSED, Kind.NO_SHOW: State.NO_SHOW}


def _effects(shift_id: str, changes: list[Change]) -> list[tuple[tuple[int, str], _Effect]]:
    found = []
    for change in still_said(changes):
        if change.shift_id == shift_id and (change.kind in _STATES or change.kind in _ONE_STEP):
            effect = _Effect(change.kind, change.member_id, change.other_id, change.capacity)
            found.append(((change.at, change.id), effect))
    for swap in swaps(changes).values():
        if swap.state not in STANDING_SWAPS or not swap.other_id:
            continue
        if swap.shift_id == shift_id:
            found.append((swap.settled, _Effect(Kind.APPROVE, swap.member_id, swap.other_id, swap.other_capacity)))
        elif swap.other_shift_id == shift_id:
            found.append((swap.settled, _Effect(Kind.APPROVE, swap.other_id, swap.member_id, swap.member_capacity)))
    return found


_ONE_STEP = (Kind.STAND_IN, Kind.JOIN, Kind.LEAVE)


def _times(shift_id: str, clocks: Iterable[Clocked]) -> dict[str, tuple[int | None, int | None]]:
    """First in and last out of each member; an event that was corrected does not count."""
    whole = list(clocks)
    wrong = {event.corrects for event in whole if event.corrects}
    found: dict[str, tuple[int | None, int | None]] = {}
    for event in sorted(whole, key=lambda event: (event.moment, event.id)):
        if event.shift_id != shift_id or event.id in wrong:
            continue
        came, went = found.get(event.member_id, (None, None))
        if event.kind == ClockKind.IN:
            found[event.member_id] = (event.moment if came is None else came, went)
        elif event.kind == ClockKind.OUT:
            found[event.member_id] = (came, event.moment)
    return found


def _held(shift: Hours, who: str, place: _Place, came: int | None, went: int | None) -> Held:
    state = place.state
    if came is not None or went is not None:
        late = came is not None and came > shift.start_at + LATE_MS
        state = State.CHECKED_IN if went is None else State.LATE if late else State.COMPLETED
    return Held(shift.id, who, place.capacity, shift.start_at, shift.end_at, state, place.source, came, went)
