"""Asks the desk what today looks like and counts the fast lane. No Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from ui import moments
from ui.pages.today import devices, duty, handover, lending, sticks
from ui.pages.today.hearings import matters_of
from ui.pages.today.model import Kind, Last, Matter, TodayModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.reception.views import TodayView, VisitRow

    Found = tuple[
        TodayView, tuple[Matter, ...] | None, tuple[Matter, ...], dict[str, tuple[str, ...]], tuple[Matter, ...]
    ]

OVERSTAYS_SHOWN = 4
LOOK_AGAIN_S = 600.0  # backups and the disk change slowly
BACKUP_LATE_MS = 48 * HOUR_MS
LOW_SPACE = 1 << 30
FAST = ("rider", "courier")


class TodayPresenter:
    """`show(model)` and `counted(last, tally_id)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[TodayModel], None] = ignore
        self.counted: Callable[[Last, str], None] = ignore
        self._health: tuple[Matter, ...] = ()
        self._doubt: tuple[Matter, ...] = ()
        self._hearings: tuple[Matter, ...] = ()
        self._looked_s: float | None = None
        self._known = False

    def refresh(self) -> None:
        """Fresh figures; every ten minutes a look at backups and disk too. Until the first answer only the greeting."""
        if not self._known:
            hour = self._ports.desk.time.local(self._ports.clock.now_ms()).hour
            self.show(TodayModel(hour=hour, known=False))
        now_s = self._ports.clock.monotonic_s()
        look = self._looked_s is None or now_s - self._looked_s >= LOOK_AGAIN_S
        if look:
            self._looked_s = now_s
        self._turns.read("today", lambda r: self._ask(r, look), self._answered)

    def look_again(self) -> None:
        """A backup was written: look at it with the next refresh."""
        self._looked_s = None

    def open(self, matter: Matter) -> None:
        """The one action of a row."""
        self._ports.go.to(matter.page, **matter.arguments)

    def go(self, page: str, **arguments: Any) -> None:
        """A tile or a button."""
        self._ports.go.to(page, **arguments)

    def count(self, kind: str, platform: str = "") -> None:
        """One rider or courier; every press counts, also while the last one is still being written."""
        tally_id = new_id(self._ports.clock.now_ms())

        def work(u: Any) -> str:
            from desk.reception.rules import VisitorType
            from desk.reception.service import count

            return count(u, VisitorType(kind), platform, tally_id)

        self._turns.write(tally_id, work, lambda counted: self._done(Last(kind, platform), counted))

    def offer_undo(self, words: str, tally_id: str) -> None:
        """What was counted, in the view's words, and ten seconds to take it back."""
        self._ports.say.undo(words, lambda: self._take_back(tally_id))

    def _done(self, last: Last, tally_id: str) -> None:
        self._ports.say.tone("good")
        self.counted(last, tally_id)

    def _take_back(self, tally_id: str) -> None:
        def work(u: Any) -> bool:
            from desk.reception.service import undo_count

            return undo_count(u, tally_id)

        self._turns.write("undo", work, ignore)

    def _ask(self, r: Any, look: bool) -> Found:
        from desk.reception import reads

        health = tuple(_health(self._ports.desk, r)) if look else None
        words = {kind: _words(r, kind) for kind in FAST}
        return (
            reads.today(r),
            health,
            self._clock_matter(r),
            words,
            (
                *handover.matters_of(r, self._ports.desk),
                *matters_of(r, self._ports.desk),
                *devices.matters_of(r, self._ports),
                *lending.matters_of(r, self._ports.desk),
                *duty.matters_of(r, self._ports.desk),
            ),
        )

    def _clock_matter(self, r: Any) -> tuple[Matter, ...]:
        """The clock stands before what was written: passes hold back and nothing is erased until somebody looks."""
        from desk.store.wall import wall

        stands = wall(r)
        if not stands.doubt:
            return ()
        page = "settings" if self._ports.desk.actor.may("clock.confirm") else ""  # the others tell the manager
        newest = moments.moment(self._ports.desk.time.local(stands.newest))
        return (Matter(Kind.CLOCK, page, {"section": "keeping"}, at=newest),)

    def _answered(self, found: Found) -> None:
        view, health, self._doubt, platforms, self._hearings = found
        self._known = True
        if health is not None:
            self._health = health
        self.show(replace(self._model(view), platforms=platforms))

    def _model(self, view: TodayView) -> TodayModel:
        passes = sum(view.tally.today.values())
        oldest = view.goods_oldest_at
        return TodayModel(
            hour=self._ports.desk.time.local(view.now).hour, inside=view.inside, overstays=len(view.overstays),
            unregistered=view.unregistered, uncertain=view.uncertain, admitted=view.admitted_today,
            expected=view.expected_total, next_at=self._next(view), late=view.late, passes=passes,
            passes_hour=sum(view.tally.this_hour.values()), hours=view.tally.hours, goods=view.goods_waiting,
            goods_overdue=view.goods_overdue,
            goods_oldest_h=max(0, view.now - oldest) // HOUR_MS if oldest is not None else 0,
            last=Last(*view.tally.last) if view.tally.last else None, matters=self._matters(view),
        )  # fmt: skip

    def _next(self, view: TodayView) -> str:
        coming = [row.expected_at for row in view.expected if row.expected_at and row.expected_at >= view.now]
        return self._clock(min(coming)) if coming else ""

    def _matters(self, view: TodayView) -> tuple[Matter, ...]:
        found: list[Matter] = [*self._doubt]
        if view.roll_call_id:
            found.append(Matter(Kind.ROLL_CALL, "rollcall"))
        roster = (Kind.SHIFTS_AT_RISK, Kind.SWAPS)
        found += (one for one in self._hearings if one.kind not in roster)
        found += self._overstays(view)
        found += (one for one in self._hearings if one.kind in roster)
        if view.night:
            people = sum(row.party_size for row in view.night)
            found.append(Matter(Kind.NIGHT, "inside", {"section": "night"}, n=people))
        if view.late:
            found.append(Matter(Kind.LATE, "expected", n=view.late))
        if view.goods_overdue and view.goods_oldest_at is not None:
            hours = (view.now - view.goods_oldest_at) // HOUR_MS
            found.append(Matter(Kind.GOODS, "goods", n=view.goods_overdue, hours=hours))
        if view.watch_due and self._ports.desk.actor.may("watch.review"):
            found.append(Matter(Kind.WATCH_DUE, "settings", {"section": "watch"}, n=view.watch_due))
        return (*found, *self._health)

    def _overstays(self, view: TodayView) -> list[Matter]:
        rows = sorted(view.overstays, key=lambda row: (not row.minor_alone, not row.watched, row.due_at or 0))
        shown = [self._overstay(row, view.now) for row in rows[:OVERSTAYS_SHOWN]]
        more = len(rows) - len(shown)
        if more:
            shown.append(Matter(Kind.OVERSTAYS_MORE, "inside", {"section": "here"}, n=more))
        return shown

    def _overstay(self, row: VisitRow, now: int) -> Matter:
        due = row.due_at or now
        who = "minor" if row.minor_alone else "watched" if row.watched else row.visitor_type.value
        return Matter(
            Kind.OVERSTAY, "visit", {"visit_id": row.id}, who=who, name=row.name, building=row.building,
            at=self._clock(due), n=row.party_size, over_min=max(0, (now - due) // MINUTE_MS),
        )  # fmt: skip

    def _clock(self, at_ms: int) -> str:
        return moments.told(self._ports.desk.time, at_ms, self._ports.clock.now_ms())


def _words(r: Any, kind: str) -> tuple[str, ...]:
    """Platforms the site has named for itself; none means the usual ones."""
    return tuple(str(word) for word in r.setting(f"fast.{kind}", ()))


def _health(desk: Any, r: Any) -> list[Matter]:
    """No backup for two days (or since the desk was founded), less than 1 GB left on the disk."""
    from desk.store import backup

    found = []
    page = "settings" if desk.actor.may("backup") else ""  # the others tell the manager
    made = [info.made_at for info in backup.listed(desk.home.backups)]
    newest = max(made, default=0)
    founded = int(r.site_id[:12], 16)  # an id begins with its moment
    if r.now - max(newest, founded) > BACKUP_LATE_MS:
        hours = (r.now - newest) // HOUR_MS if newest else 0
        found.append(Matter(Kind.NO_BACKUP, page, {"section": "backup"}, hours=hours))
    else:
        found += sticks.matters(desk, r)
    if shutil.disk_usage(desk.home.root).free < LOW_SPACE:
        found.append(Matter(Kind.LITTLE_SPACE, page, {"section": "backup"}))
    return found
