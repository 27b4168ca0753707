"""On which monitor the public screen stands: the one that was chosen, and never over the work. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Monitor:
    """name: of its socket (`HDMI-1`); serial, model: as the monitor says them, often empty; x, y, width, height: its
    part of the desktop in px."""

    name: str
    serial: str = ""
    model: str = ""
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080

    def covers(self, other: Monitor) -> bool:
        """Do they show the same part of the desktop, as mirrored ones do?"""
        apart = (
            self.x >= other.x + other.width
            or other.x >= self.x + self.width
            or self.y >= other.y + other.height
            or other.y >= self.y + self.height
        )
        return not apart


@dataclass(frozen=True)
class Chosen:
    """The monitor a person chose. on: the screen is to be shown at all; scheme: its colours, "" for those of the desk."""

    on: bool = False
    name: str = ""
    serial: str = ""
    model: str = ""
    scheme: str = ""

    def to_settings(self) -> dict[str, Any]:
        return dict(vars(self))


def chosen_of(kept: object) -> Chosen:
    """From the machine's settings; anything odd counts as nothing chosen."""
    if not isinstance(kept, Mapping):
        return Chosen()
    words = {name: str(kept.get(name, "")) for name in ("name", "serial", "model", "scheme")}
    return Chosen(kept.get("on") is True, **words)


def find(monitors: Sequence[Monitor], chosen: Chosen) -> Monitor | None:
    """The chosen one among those that are plugged in: by its serial wherever it is plugged, else by socket and model."""
    if chosen.serial:
        same = [one for one in monitors if one.serial == chosen.serial and one.model == chosen.model]
        return next((one for one in same if one.name == chosen.name), same[0] if same else None)
    return next(
        (one for one in monitors if one.name == chosen.name and (one.model == chosen.model or not chosen.model)), None
    )


def place(monitors: Sequence[Monitor], chosen: Chosen, desk: Monitor | None) -> Monitor | None:
    """Where it stands now. None: it is off, unplugged, or would stand over the work."""
    found = find(monitors, chosen) if chosen.on else None
    if found is None or desk is None or found.covers(desk):
        return None
    return found
