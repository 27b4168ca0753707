"""A door that is opened, or stands open, when it should be shut. Pure; minutes of the site's day."""

from __future__ import annotations

from dataclasses import dataclass

DAY_MIN = 24 * 60


@dataclass(frozen=True)
class Hours:
    """Shut from from_min until until_min, over midnight where that is smaller; both equal: the whole day."""

    from_min: int = 22 * 60
    until_min: int = 6 * 60

    def holds(self, minute: int) -> bool:
        """Whether the door should be shut at this minute of the day."""
        if self.from_min == self.until_min:
            return True
        if self.from_min < self.until_min:
            return self.from_min <= minute < self.until_min
        return minute >= self.from_min or minute < self.until_min


@dataclass(frozen=True)
class DoorNow:
    """is_open: None until the door has said so; told: for this opening somebody was alarmed already."""

    is_open: bool | None = None
    told: bool = False


def moved(hours: Hours, now: DoorNow, is_open: bool, minute: int) -> tuple[DoorNow, bool]:
    """The door was opened or shut: how it stands, and whether that is an alarm."""
    if not is_open:
        return DoorNow(False), False
    told = now.told and bool(now.is_open)
    alarm = not told and hours.holds(minute)
    return DoorNow(True, told or alarm), alarm


def looked(hours: Hours, now: DoorNow, minute: int) -> tuple[DoorNow, bool]:
    """Time goes on: a door that still stands open when it should be shut is an alarm once."""
    if now.is_open is None:
        return now, False
    return moved(hours, now, now.is_open, minute)
