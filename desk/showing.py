"""What joins the public screen to the rest: who serves and receives in words that may stand in public, and counts.

Nobody stands there by name who did not agree to it: surname and 老师 do instead. A moment once seen is kept, so that what
has ended stays ended when the clock steps back.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from datetime import timedelta

from desk.app import Desk
from desk.core.clock import SiteTime
from desk.core.events import Changed, Event
from desk.core.ids import derived_id
from desk.core.lanes import WRITE
from desk.core.masking import surname
from desk.duty import reads_shifts, reads_team
from desk.duty.reads_team import Member
from desk.hearings import reads as hearings
from desk.operators.rules import COMMAND, SYSTEM, chip_labels
from desk.screen import reads, service_lines
from desk.screen.rules import Line, LineKind, Named
from desk.store.unit import Reading, Unit

log = logging.getLogger("desk.screen")
TOPICS = frozenset({"duty", "hearings", "matters", "session", "operators", "arrived", "site"})
AHEAD = timedelta(days=14)
NEAR_MS = 2_000  # smaller steps of the clock are ordinary correction
KEPT = "screen_moment"  # in this machine's settings


def public_name(name: str, agreed: bool, minor: bool = False) -> str:
    """How somebody stands on the public screen: by name when they agreed to it, else by surname. A child never by name."""
    if minor:
        return f"{surname(name)}同学"
    return name if agreed else chip_labels(name)[0]


def roster(r: Reading, time: SiteTime) -> list[Line]:
    """Shifts of published months from this Monday on, with who serves as things stand; the cancelled are left out."""
    day = time.day(max(r.now, r.newest_ms))
    monday = day - timedelta(days=day.weekday())
    found = reads_shifts.shifts_between(r, time.at(monday), time.at(monday + AHEAD))
    published = {month for month in {one.day[:7] for one in found} if reads_shifts.is_published(r, month)}
    shifts = [one for one in found if one.cancelled_at is None and one.day[:7] in published]
    team = {one.id: one for one in reads_team.members(r, left=True)}
    held = reads_shifts.by_shift(reads_shifts.serving(r, [one.id for one in shifts]))
    return [
        Line(
            LineKind.SHIFT, one.id, one.start_at, one.end_at, one.name,
            tuple(_named(team.get(who.member_id), who.capacity) for who in held.get(one.id, ())),
            one.place, one.gate_id,
        )
        for one in shifts
    ]  # fmt: skip


def sittings(r: Reading) -> list[Line]:
    """Today's receptions of this gate, and who receives."""
    team = {one.id: one for one in reads_team.members(r, left=True)}
    return [
        Line(
            LineKind.SITTING, one.id, one.start_at, one.end_at, "",
            tuple(_receiver(team.get(who.member), who.label, who.capacity) for who in one.receivers), one.place,
            r.gate_id,
        )
        for one in hearings.today(r)
        if one.here
    ]  # fmt: skip


def counts(r: Reading) -> list[Line]:
    """How many matters are open; a number and nothing else."""
    n = len(hearings.open_matters(r, COMMAND))
    return [Line(LineKind.OPEN, derived_id(0, "screen", "open"), 0, 0, gate_id=r.gate_id, number=n)]


def officers(r: Reading, labels: Iterable[str]) -> list[Line]:
    """Who is signed on at this desk, for the hours no roster speaks of."""
    names = tuple(Named(chip_labels(label)[0]) for label in dict.fromkeys(labels))
    key = derived_id(0, "screen", "officer")
    return [Line(LineKind.OFFICER, key, 0, 0, names=names, gate_id=r.gate_id)] if names else []


def feed(u: Unit, time: SiteTime, signed_on: Sequence[str] = ()) -> bool:
    """Have the screen's lines say what holds now; answers whether anything changed."""
    lines = [*roster(u, time), *sittings(u), *counts(u), *officers(u, signed_on)]
    return service_lines.replace_lines(u, tuple(LineKind), lines)


class Showing:
    """Keeps the screen's lines fresh while the program runs, and the newest moment it has seen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._waits = self._ended = False
        self._day = ""
        kept = desk.settings.now.extra.get(KEPT)
        self._kept = kept if isinstance(kept, int) else 0
        self._seen: tuple[int, float] | None = None
        self._leave = desk.bus.subscribe(self._hear)

    def start(self) -> None:
        """Say everything once."""
        self._ask()

    def stop(self) -> None:
        self._ended = True
        self._leave()

    def moment(self) -> int:
        """The wall's time, or what it was before it stepped back and the seconds that have passed since (UTC ms)."""
        wall, mono = max(self._desk.clock.now_ms(), self._kept), self._desk.clock.monotonic_s()
        if self._seen is not None:
            before, then = self._seen
            wall = max(wall, before + round((mono - then) * 1000))
        self._seen = wall, mono
        return wall

    def tick(self) -> None:
        """Once a minute, on the disk-write lane: a new day, or something that ended just now and must stay ended."""
        late = self.moment()
        day = self._desk.time.day(late).isoformat()
        if day != self._day:
            self._day = day
            self.feed()
        with self._desk.store.reading() as r:
            over = reads.has_ended(r, r.newest_ms, late)
        if over and self._desk.clock.now_ms() >= late - NEAR_MS:
            with self._desk.store.unit(SYSTEM):
                pass  # the store notes the moment of every commit
        elif over and late > self._kept:
            self._keep(late)

    def feed(self) -> None:
        """Belongs on the disk-write lane; writes only what changed."""
        with self._lock:
            self._waits = False
        chips = self._desk.session.state.chips
        with self._desk.store.unit(SYSTEM) as u:
            feed(u, self._desk.time, [chip.label for chip in chips])

    def _keep(self, moment: int) -> None:
        """While the wall is behind, the store cannot note the moment; this machine's settings can."""
        if moment != self._kept:
            self._kept = moment
            self._desk.settings.change(extra={**self._desk.settings.now.extra, KEPT: moment})

    def _hear(self, event: Event) -> None:
        if not isinstance(event, Changed):
            return
        if "clock" in event.topics:
            self._seen = None  # a manager has looked: the wall is right now
            self._keep(0)
        if event.topics & TOPICS:
            self._ask()

    def _ask(self) -> None:
        """One turn on the lane however much was written meanwhile."""
        with self._lock:
            if self._waits or self._ended:
                return
            self._waits = True
        self._desk.lanes.run(WRITE, self.feed, None, self._failed)

    def _failed(self, error: Exception) -> None:
        log.warning("screen not fed: %s", getattr(error, "code", type(error).__name__))


def _named(member: Member | None, capacity: str) -> Named:
    words = public_name(member.name, member.show_name, member.minor) if member is not None else ""
    return Named(words, capacity)


def _receiver(member: Member | None, label: str, capacity: str) -> Named:
    """Somebody written in by hand has agreed to nothing."""
    return Named(chip_labels(label)[0], capacity) if member is None else _named(member, capacity)
