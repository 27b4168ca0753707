"""A copy on a stick: asked for gently once it is due, and offered when a stick is there. Only to who may make one."""

from __future__ import annotations

from typing import Any

from desk.core.clock import HOUR_MS
from ui.pages.today.model import Kind, Matter

FRESH_MS = 20 * HOUR_MS  # a stick that was written to today asks for nothing


def matters(desk: Any, r: Any, found: Any = None) -> list[Matter]:
    """At most one row. found: sticks that are plugged in, looked for when None."""
    from desk import backing
    from desk.core import sticks

    if not desk.actor.may("backup") or desk.practice or not backing.every_days(desk):
        return []
    there = [one for one in (sticks.seen() if found is None else found) if not one.read_only]
    last = backing.last_elsewhere(desk)[0]
    way = {"section": "backup"}
    if there and r.now - last > FRESH_MS:
        return [Matter(Kind.STICK_HERE, "settings", way, name=there[0].label)]
    days = backing.late_days(desk, int(r.site_id[:12], 16))  # an id begins with its moment
    return [Matter(Kind.STICK_LATE, "settings", way, n=days)] if days else []
