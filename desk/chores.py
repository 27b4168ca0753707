"""What a desk does by itself, once a day: erase what is due, close what was forgotten, back up in the small hours."""

from __future__ import annotations

import logging
from pathlib import Path

from desk.app import Desk
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Fault
from desk.core.events import HealthChanged
from desk.duty.service_publish import settle_issues, to_settle
from desk.duty.service_settle import settle_due
from desk.erasing import erase
from desk.operators.rules import SYSTEM
from desk.reception.service import nightly
from desk.reception.service_exits import CLOSE_BATCH
from desk.records.retention import reports
from desk.store import backup

log = logging.getLogger("desk.chores")
LANE = "chores"  # its own thread: a backup of minutes must not hold up an admission
NIGHT_HOUR = 3  # of the site's day
LATE_MS = 30 * HOUR_MS  # a computer that is off at night backs up when it is on


def run_due(desk: Desk, why: str = "night") -> list[str]:
    """Do what is due now and say what was done; a Fault is told as health and tried again at the next call.

    Call it on the lane LANE: at start, and every few minutes.
    """
    if desk.store.moved:  # this computer only reads; what is due is done where the desk lives
        return []
    done = []
    for name, due, work in (
        ("erase", erasing_due(desk), lambda: erase(desk, why)),
        ("close", True, lambda: close_forgotten(desk)),
        ("backup", backup_due(desk), lambda: back_up(desk)),
        ("prints", prints_due(desk), lambda: sweep_prints(desk)),
        ("rosters", rosters_due(desk), lambda: settle_rosters(desk)),
    ):
        if not due:
            continue
        try:
            work()
        except Fault as fault:
            log.warning("chore %s not done: %s", name, fault.code)
            desk.bus.publish(HealthChanged(f"chore.{name}", fault.code, ok=False))
        else:
            desk.bus.publish(HealthChanged(f"chore.{name}", "chore.done", ok=True))
            done.append(name)
    if done != ["close"]:
        desk.store.rest()  # what went through the caches once a night is not worth keeping all day
    return done


def erasing_due(desk: Desk) -> bool:
    """True when retention has not run on this day of the site (or was put off)."""
    with desk.store.reading() as r:
        last = next(iter(reports(r, 1)), None)
        return last is None or bool(last.postponed) or desk.time.day(last.at) != desk.time.day(r.now)


def backup_due(desk: Desk) -> bool:
    """True in the small hours of a day that has no backup yet, or when the newest one is more than 30 h old."""
    now = desk.clock.now_ms()
    made = [info.made_at for info in backup.listed(desk.home.backups) if info.made_at <= now]
    if not made or now - made[0] > LATE_MS:
        return True
    local = desk.time.local(now)
    return NIGHT_HOUR <= local.hour < NIGHT_HOUR + 2 and desk.time.day(made[0]) != local.date()


def close_forgotten(desk: Desk) -> int:
    """Close visits past their limit, in portions, note no-shows, end old watch entries; shifts nobody clocked off.

    Returns how many visits were closed.
    """
    with desk.store.unit(SYSTEM) as u:
        settle_due(u)
    total = 0
    while True:
        with desk.store.unit(SYSTEM) as u:
            count = nightly(u)["auto_closed"]
        total += count
        if count < CLOSE_BATCH:
            return total


def rosters_due(desk: Desk) -> bool:
    """True when a month published here has reached the hub before any other desk's."""
    with desk.store.reading() as r:
        return bool(to_settle(r))


def settle_rosters(desk: Desk) -> int:
    """Such months stand from now on, at every desk; returns how many."""
    with desk.store.unit(SYSTEM) as u:
        return settle_issues(u)


def settle_arrived(desk: Desk, hours: bool = True) -> None:
    """What came from other gates, looked through: hours of their clock events, and whether a month published here stands.

    Belongs on the lane LANE, a moment after the round in which it came. What fails is done by the next chore.
    """
    if hours:
        with desk.store.unit(SYSTEM) as u:
            settle_due(u)
    if rosters_due(desk):
        settle_rosters(desk)


def back_up(desk: Desk) -> backup.BackupInfo:
    """Write tonight's backup into the data folder, drop those older than 14 days, and say so in the trail."""
    now = desk.clock.now_ms()
    info = backup.write(desk.home.database, desk.store.key, desk.home.backups, now)
    gone = backup.rotate(desk.home.backups, now, aside_in=desk.home.root)
    with desk.store.unit(SYSTEM) as u:
        u.audit("backup.written", sealed=info.sealed, dropped=len(gone))
        u.changed("backup")
    return info


def old_prints(desk: Desk) -> list[Path]:
    """Papers in the data folder that are older than a day."""
    limit_s = (desk.clock.now_ms() - DAY_MS) / 1000
    found = desk.home.prints.iterdir() if desk.home.prints.is_dir() else ()
    return [path for path in found if path.is_file() and path.stat().st_mtime < limit_s]


def prints_due(desk: Desk) -> bool:
    return bool(old_prints(desk))


def sweep_prints(desk: Desk) -> int:
    """Delete papers with names on them that nobody can still need here; returns how many."""
    found = old_prints(desk)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
