"""What the sync page asks of the desk, on the reading lane. No Qt."""

from __future__ import annotations

from typing import Any

from ui.pages.sync.model import Double, Found


def everything(r: Any, actor: Any, noted_at: int) -> Found:
    """All that the home panel shows."""
    from desk.codes.reads_twice import used_twice
    from desk.sync import reads_now
    from desk.sync.reads_conflicts import conflicts
    from desk.sync.reads_site import others

    now = reads_now.now(r, noted_at)
    return Found(
        now,
        reads_now.queue(r),
        reads_now.refused(r),
        reads_now.aside(r),
        conflicts(r, actor),
        used_twice(r),
        doubles(r, actor),
        others(r),
    )


def doubles(r: Any, actor: Any) -> tuple[Double, ...]:
    """Doors and residents entered twice; a door is told in full only to who may browse."""
    from desk.core.masking import mask_room
    from desk.people import reads
    from desk.sync.reads import duplicates

    found = []
    for one in duplicates(r, actor):
        home, label = one.ids[0], one.label
        if one.kind == "person":
            ties = reads.resident(r, actor, one.ids[0]).ties
            home = ties[0].household_id if ties else ""
        elif not actor.may("people.browse"):
            place = reads.household(r, one.ids[0]).address
            label = mask_room(place.building, place.unit, place.room)
        found.append(Double(one.kind, label, len(one.ids), home))
    return tuple(found)
