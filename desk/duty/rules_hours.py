"""Hours out of clock events: paired by shift and never by date, in whole minutes, the same in every order they arrive.

Early is not credited, late counts from arrival. What the program had to guess (nobody clocked off, a clock in doubt,
somebody else did it) makes a record that waits: it counts for nothing until a person has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.duty.rules import CONSECUTIVE_MAX_MS, ClockKind
from desk.duty.rules_assignments import LATE_MS, Hours

GRACE_MS = (
    15 * MINUTE_MS
)  # about the end of a shift: talk at the door is no overtime, and going a little early no fault
FORGOTTEN_MS = HOUR_MS  # after the end of the shift somebody who is still clocked on has forgotten
LATEST_OUT_MS = 12 * HOUR_MS  # a clock-off later than this after the end closes nothing any more
LOG_MAX_MS = 12 * HOUR_MS  # a helper without a shift who is on longer has forgotten
CARRIED_MS = 15_000  # two cards from one pocket follow each other this closely


class Flag(StrEnum):
    """What is to be known of a record. The values are stored."""

    LATE = "late"
    LEFT_EARLY = "left_early"
    PAUSE = "pause"
    DOUBLE = "double"  # clocked on (or off) twice; the first holds
    FORGOT = "forgot"  # nobody clocked off
    NO_IN = "no_in"  # clocked off and never on
    STAYED = "stayed"  # well past the end: relief did not come, or it was forgotten for a while
    LONG = "long"  # more than twelve hours
    SAID = "said"  # somebody told the time afterwards
    DOUBT = "doubt"  # by a clock that may have been wrong
    FRIEND = "friend"  # somebody else did it for them
    CARRIED = "carried"  # came and went within seconds of the same other card
    CANCELLED = "cancelled"  # the shift was, after work began
    GONE = "gone"  # the shift is not known any more
    NO_SHIFT = "no_shift"
    OVERLAP = "overlap"  # at the same time as another record of theirs


HARMLESS = frozenset({Flag.LATE, Flag.LEFT_EARLY, Flag.PAUSE, Flag.DOUBLE})
"""Facts, nothing to decide; every other flag makes a record wait."""


class Close(StrEnum):
    """Where the end of a record comes from. The values are stored."""

    CLOCK = "clock"
    LOG = "log"  # a helper without a shift, written down
    AUTO = "auto"  # nobody clocked off
    CORRECTION = "correction"


class Act(StrEnum):
    """What may be said of a record. The values are stored."""

    VERIFIED = "verified"
    REFUSED = "refused"
    ASKED = "asked"  # its owner says it is wrong


class Credit(StrEnum):
    """Whether a record counts."""

    COUNTS = "counts"
    WAITS = "waits"
    ASKED = "asked"
    REFUSED = "refused"


@dataclass(frozen=True)
class Event:
    """A clock event. at, said_at: UTC ms; said_at is when they say it was; doubtful: by a clock in doubt."""

    id: str
    kind: str
    at: int
    member_id: str
    shift_id: str = ""
    said_at: int | None = None
    method: str = "desk"
    by_self: bool = True
    corrects: str = ""
    device_id: str = ""
    doubtful: bool = False
    gate_id: str = ""

    @property
    def moment(self) -> int:
        return self.at if self.said_at is None else self.said_at


@dataclass(frozen=True)
class Stretch:
    """From coming to going; one of both may be missing."""

    came: Event | None
    went: Event | None


@dataclass(frozen=True)
class Worked:
    """What a member did in one shift (shift_id "": without one), as a record would say it. Moments in UTC ms."""

    member_id: str
    shift_id: str
    start_at: int
    end_at: int
    minutes: int
    close: Close
    flags: tuple[Flag, ...]
    clock_ids: tuple[str, ...]


@dataclass(frozen=True)
class Recorded:
    """A record as the rules see it."""

    id: str
    member_id: str
    shift_id: str
    start_at: int
    end_at: int
    minutes: int
    close: str
    flags: tuple[str, ...] = ()
    clock_ids: tuple[str, ...] = ()
    supersedes: str = ""
    at: int = 0


def real(events: Iterable[Event]) -> list[Event]:
    """Each event once, without those that were corrected, in the order they happened."""
    whole = {event.id: event for event in events}
    wrong = {event.corrects for event in whole.values() if event.corrects}
    left = [event for event in whole.values() if event.id not in wrong and event.kind in (ClockKind.IN, ClockKind.OUT)]
    return sorted(left, key=lambda event: (event.moment, event.kind != ClockKind.IN, event.id))


def stretches(events: Iterable[Event]) -> tuple[list[Stretch], bool]:
    """Comings paired with goings, and whether somebody pressed twice. The first of two holds."""
    found, came, double = list[Stretch](), None, False
    for event in real(events):
        if event.kind == ClockKind.IN:
            double |= came is not None
            came = came or event
        elif came is not None:
            found.append(Stretch(came, event))
            came = None
        elif found:
            double = True
        else:
            found.append(Stretch(None, event))
    if came is not None:
        found.append(Stretch(came, None))
    return found, double


def on_since(events: Iterable[Event]) -> Event | None:
    """The event somebody is on duty by, None when they are not."""
    found, _ = stretches(events)
    last = found[-1] if found else None
    return last.came if last is not None and last.went is None else None


def worked(shift: Hours, events: Iterable[Event], now: int, beside: Iterable[Event] = ()) -> Worked | None:
    """The hours of one member in one shift; None while they are still at it, or when nothing is to be credited.

    events: theirs of this shift; beside: those of others on the same devices, to see cards carried together.
    """
    found, double = stretches(events)
    if not found or (found[-1].went is None and now < shift.end_at + FORGOTTEN_MS):
        return None
    flags = {Flag.DOUBLE} if double else set[Flag]()
    spans = [_credited(shift, one, flags) for one in found]
    spans = [span for span in spans if span[1] > span[0]] or [(shift.start_at, shift.start_at)]
    ms = sum(end - start for start, end in spans)
    if ms < MINUTE_MS and not flags & {Flag.FORGOT, Flag.NO_IN}:
        return None
    _about(shift, found, spans, flags)
    if any(_carried(one, beside) for one in found):
        flags.add(Flag.CARRIED)
    close = Close.AUTO if flags & {Flag.FORGOT, Flag.NO_IN} else Close.CLOCK
    events_of = [event for one in found for event in (one.came, one.went) if event is not None]
    return Worked(
        events_of[0].member_id, shift.id, spans[0][0], spans[-1][1], ms // MINUTE_MS, close, _sorted(flags),
        tuple(event.id for event in events_of),
    )  # fmt: skip


def without_shift(events: Iterable[Event], now: int, gone: bool = False) -> list[Worked]:
    """Hours of a helper without a shift, one record a stretch; what was forgotten is of no length until somebody says.

    gone: they did have a shift, which nobody knows any more; the hours stay.
    """
    found = []
    for one in _split(real(events)):
        pairs, double = stretches(one)
        for pair in pairs:
            made = _logged(pair, now, Flag.GONE if gone else Flag.NO_SHIFT, double)
            if made is not None:
                found.append(made)
    return found


def standing(records: Iterable[Recorded]) -> list[Recorded]:
    """The records that hold, whatever order they came in: one a shift and member, and none that another stands for.

    Two desks may have made a record of one shift each: a correction holds before what a clock said, then whichever knew
    more clock events.
    """
    whole = {one.id: one for one in records}
    roots: dict[tuple[str, str], list[Recorded]] = {}
    instead = {one.supersedes for one in whole.values() if one.supersedes}
    for one in whole.values():
        if one.id not in instead:
            roots.setdefault(_root(one, whole), []).append(one)
    best = [max(group, key=_weight) for group in roots.values()]
    left = [one for one in best if not any(_covers(other, one) for other in best)]
    return sorted(left, key=lambda one: (one.start_at, one.id))


def credit(close: str, flags: Iterable[str], acts: Iterable[tuple[int, str, str]]) -> Credit:
    """Whether a record counts. acts: (moment, id, kind); the last word holds."""
    said = last_word(acts)
    if said is not None and said[2] in _SAID:
        return _SAID[Act(said[2])]
    waits = close != Close.CLOCK or any(flag not in HARMLESS for flag in flags)
    return Credit.WAITS if waits else Credit.COUNTS


def last_word(acts: Iterable[tuple[int, str, str]]) -> tuple[int, str, str] | None:
    """What was said last of a record; of two words of one moment the one that counts less."""
    return max(acts, key=lambda act: (act[0], _CAUTION.get(act[2], 0), act[1]), default=None)


def overlaps(one: Worked | Recorded, others: Iterable[Recorded]) -> bool:
    """Is there another record of theirs at the same time?"""
    return any(
        one.start_at < other.end_at and other.start_at < one.end_at and one.member_id == other.member_id
        for other in others
    )


def hours_text(minutes: int) -> str:
    """Minutes as hours for print: 150 is 2.5, 100 is 1.67."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


_SAID = {Act.VERIFIED: Credit.COUNTS, Act.REFUSED: Credit.REFUSED, Act.ASKED: Credit.ASKED}


_CAUTION = {Act.VERIFIED.value: 0, Act.ASKED.value: 1, Act.REFUSED.value: 2}


def _credited(shift: Hours, one: Stretch, flags: set[Flag]) -> tuple[int, int]:
    """What of a stretch counts; says in `flags` what had to be guessed."""
    start = shift.start_at
    if one.came is None:
        flags.add(Flag.NO_IN)
    else:
        start = max(start, one.came.moment)
    if one.went is None or one.went.moment > shift.end_at + LATEST_OUT_MS:
        flags.add(Flag.FORGOT)
        return start, max(start, shift.end_at)
    end = one.went.moment
    if end > shift.end_at + GRACE_MS:
        flags.add(Flag.STAYED)
    else:
        end = min(end, shift.end_at)
    return start, max(start, end)


def _about(shift: Hours, found: Sequence[Stretch], spans: Sequence[tuple[int, int]], flags: set[Flag]) -> None:
    """What else is to be known."""
    events = [event for one in found for event in (one.came, one.went) if event is not None]
    if len(spans) > 1:
        flags.add(Flag.PAUSE)
    if found[0].came is not None and found[0].came.moment > shift.start_at + LATE_MS:
        flags.add(Flag.LATE)
    if found[-1].went is not None and found[-1].went.moment < shift.end_at - GRACE_MS:
        flags.add(Flag.LEFT_EARLY)
    if max(end - start for start, end in spans) > CONSECUTIVE_MAX_MS:
        flags.add(Flag.LONG)
    if shift.cancelled:
        flags.add(Flag.CANCELLED)
    flags |= _how(events)


def _how(events: Iterable[Event]) -> set[Flag]:
    flags = set[Flag]()
    for event in events:
        if event.doubtful:
            flags.add(Flag.DOUBT)
        if not event.by_self:
            flags.add(Flag.FRIEND)
        if event.said_at is not None:
            flags.add(Flag.SAID)
    return flags


def _carried(one: Stretch, beside: Iterable[Event]) -> bool:
    """Did the same other card come and go within seconds, on the same devices?"""
    if one.came is None or one.went is None:
        return False
    whole = list(beside)
    return bool(_near(one.came, whole) & _near(one.went, whole))


def _near(event: Event, beside: Sequence[Event]) -> set[str]:
    if event.method != "code":
        return set()
    return {
        other.member_id
        for other in beside
        if other.member_id != event.member_id
        and (other.kind, other.device_id, other.method) == (event.kind, event.device_id, "code")
        and abs(other.at - event.at) <= CARRIED_MS
    }


def _split(events: Sequence[Event]) -> list[list[Event]]:
    """Without a shift nothing says which going belongs to which coming: what lies half a day apart does not."""
    found = list[list[Event]]()
    came = None
    for event in events:
        fresh = event.kind == ClockKind.IN and (came is None or event.moment - came.moment > LOG_MAX_MS)
        stray = event.kind == ClockKind.OUT and came is not None and event.moment - came.moment > LOG_MAX_MS
        if fresh or stray or not found:
            found.append([])
        found[-1].append(event)
        came = (event if fresh else came) if event.kind == ClockKind.IN else None
    return found


def _logged(one: Stretch, now: int, kind: Flag, double: bool) -> Worked | None:
    came, went = one.came, one.went
    first = came or went
    if first is None or (came is not None and went is None and now - came.moment < LOG_MAX_MS):
        return None
    events = [event for event in (came, went) if event is not None]
    flags = {kind, *([Flag.DOUBLE] if double else ()), *_how(events)}
    if came is None:
        flags.add(Flag.NO_IN)
    if went is None:
        flags.add(Flag.FORGOT)
    start, end = first.moment, went.moment if went is not None else first.moment
    close = Close.CLOCK if len(events) == 2 else Close.AUTO
    minutes = (end - start) // MINUTE_MS
    if not minutes and close is Close.CLOCK:
        return None
    ids = tuple(event.id for event in events)
    return Worked(first.member_id, first.shift_id, start, end, minutes, close, _sorted(flags), ids)


def _root(one: Recorded, whole: dict[str, Recorded]) -> tuple[str, str]:
    """What a record is about: the shift of the first of its line, or that first record itself."""
    seen = set[str]()
    while one.supersedes in whole and one.id not in seen:
        seen.add(one.id)
        one = whole[one.supersedes]
    by_clock = one.shift_id and one.clock_ids and Flag.GONE not in one.flags
    return (one.member_id, one.shift_id) if by_clock else ("", one.id)


def _weight(one: Recorded) -> tuple[bool, int, bool, int, str]:
    return one.close == Close.CORRECTION, len(one.clock_ids), one.close == Close.CLOCK, one.at, one.id


def _covers(other: Recorded, one: Recorded) -> bool:
    """Does another record tell of the same events and more?"""
    return (
        other.id != one.id
        and other.member_id == one.member_id
        and bool(one.clock_ids)
        and one.close != Close.CORRECTION
        and set(one.clock_ids) <= set(other.clock_ids)
        and _weight(other) > _weight(one)
    )


def _sorted(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags))
