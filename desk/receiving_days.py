"""What joins the reception room to the rest: sittings from the roster, photos kept, clocks that count without a line."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from desk.app import Desk
from desk.core.clock import MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import reads_shifts, reads_team
from desk.hearings import service
from desk.hearings.reads_matters import pressing
from desk.hearings.rights import NOTE
from desk.hearings.rules import Receiver
from desk.hearings.rules_clocks import Beat
from desk.hearings.service_clocks import due
from desk.hearings.views import Pressing
from desk.operators.rules import COMMAND, SYSTEM
from desk.store.unit import Reading, Unit
from desk.sync.blobs import Blobs

log = logging.getLogger("desk.hearings")
PICTURE = "picture"
DAYS_AHEAD, DAYS_BACK = 14, 1


def keep_picture(desk: Desk, u: Unit, data: bytes) -> str:
    """Keep a photo or a signature, sealed; returns the name an event refers to it by. Right matters.note, before anything
    lies on the disk. Raises as desk.sync.blobs does."""
    u.actor.require(NOTE)
    return Blobs(desk.store, desk.home.root).put(u, PICTURE, data)


def picture(desk: Desk, r: Reading, name: str) -> bytes | None:
    """A kept picture, or None while it has not come here."""
    try:
        return Blobs(desk.store, desk.home.root).read(r, PICTURE, name)
    except Refused:
        return None


def plan_sittings(u: Unit, time: SiteTime) -> int:
    """Have a sitting for every published shift in which residents are received, from yesterday to two weeks ahead.

    A shift that was cancelled before anybody came takes its sitting with it. Returns how many were written.
    """
    today = time.day(u.now)
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    shifts = [one for one in reads_shifts.shifts_between(u, time.at(first), time.at(last)) if one.sitting]
    served = _receivers(u, [one.id for one in shifts])
    plans = [
        service.Plan(one.id, one.day, one.start_at, one.end_at, one.place, one.gate_id, served[one.id])
        for one in shifts
        if one.cancelled_at is None and one.id in served
    ]
    dropped = service.drop_planned(u, [one.id for one in shifts if one.cancelled_at is not None])
    return service.plan(u, plans) + dropped


def _receivers(r: Reading, shift_ids: list[str]) -> dict[str, tuple[Receiver, ...]]:
    """Who serves in each of these shifts as things stand; a shift in no published month is in no list."""
    labels = reads_team.labels(r)
    found: dict[str, tuple[Receiver, ...]] = {}
    for one in sorted(reads_shifts.serving(r, shift_ids), key=lambda held: (held.capacity, held.member_id)):
        receiver = Receiver(one.member_id, labels.get(one.member_id, ""), one.capacity)
        found[one.shift_id] = (*found.get(one.shift_id, ()), receiver)
    return found


@dataclass(frozen=True)
class Tick:
    """What the clocks of this site said a moment ago. raised: matters that reached a level just now."""

    pressing: Pressing
    raised: tuple[service.Raised, ...] = ()
    jumped: bool = False


class Clockwork:
    """Counts on this desk, with or without a line. One for a run of the program; `tick` belongs on the disk-write lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._beat: Beat | None = None
        self._planned_on = 0

    def tick(self) -> Tick:
        """Raise what is due by the steadier of both clocks, note a jump of the wall, have today's sittings."""
        wall, mono = self._desk.clock.now_ms(), self._desk.clock.monotonic_s()
        beat = self._beat or Beat(wall, mono)
        now, jumped = beat.steady(wall, mono), beat.jumped(wall, mono)
        self._beat = Beat(now, mono)
        with self._desk.store.reading() as r:
            found = pressing(r, COMMAND)
            late = max(now, r.newest_ms)
            waits = bool(due(r, late))
        if jumped:
            log.info("the wall clock jumped: running matters are marked")
        raised: tuple[service.Raised, ...] = ()
        if jumped or waits:
            with self._desk.store.unit(SYSTEM) as u:
                if jumped:
                    service.doubt(u)
                raised = service.escalate(u, late)
            with self._desk.store.reading() as r:
                found = pressing(r, COMMAND)
        self._plan(wall)
        return Tick(found, raised, jumped)

    def _plan(self, wall: int) -> None:
        """Once in ten minutes: a roster is published now and then."""
        slot = wall // (10 * MINUTE_MS)
        if slot == self._planned_on:
            return
        self._planned_on = slot
        with self._desk.store.unit(SYSTEM) as u:
            plan_sittings(u, self._desk.time)
