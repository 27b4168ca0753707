"""What Today says of matters and reception days: whose answer is due, who waits for a call, who receives today. No Qt."""

from __future__ import annotations

from typing import Any

from ui import moments
from ui.pages.today.model import Kind, Matter

SHOWN = 3


def matters_of(r: Any, desk: Any) -> tuple[Matter, ...]:
    """Late first replies and those within the hour, today's sitting, call-backs."""
    from desk.hearings import reads
    from desk.hearings.service_bodies import bodies

    actor, time = desk.actor, desk.time
    if not actor.may("matters.note"):
        return ()
    found, names = reads.pressing(r, actor), {body.code: body.name for body in bodies(r)}
    rows = [
        Matter(
            Kind.REPLY_LATE if row.first.value == "over" else Kind.REPLY_SOON, "matter", {"matter_id": row.id}, who=row.category.value, n=row.level,
            name=moments.told(time, row.told_at, r.now), over_min=-(row.first_left or 0), building=row.owner, shelf=names.get(row.owner, ""),
        )
        for row in found.rows[:SHOWN]
    ]  # fmt: skip
    if len(found.rows) > SHOWN:
        rows.append(Matter(Kind.REPLIES_MORE, "hearings", {"room": "matters"}, n=len(found.rows) - SHOWN))
    for sitting in reads.today(r):
        if sitting.here and sitting.state.value in ("planned", "open") and sitting.end_at > r.now:
            start, end = time.local(sitting.start_at), time.local(sitting.end_at)
            who = "、".join(one.label for one in sitting.receivers)
            hours = f"{start:%H:%M}-{end:%H:%M}"
            rows.append(
                Matter(Kind.SITTING, "hearings", {"room": "today"}, who=sitting.state.value, name=who, at=hours)
            )
    calls = len(reads.call_backs(r, actor))
    if calls:
        rows.append(Matter(Kind.CALL_BACKS, "hearings", {"room": "calls"}, n=calls))
    return tuple(rows)
