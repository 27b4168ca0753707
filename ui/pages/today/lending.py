"""What Today says of things that are lent: past their end, nobody written down, lent twice, to be cared for. No Qt."""

from __future__ import annotations

from typing import Any

from ui.pages.today.model import Kind, Matter

SHOWN = 2


def matters_of(r: Any, desk: Any) -> tuple[Matter, ...]:
    """A row each for the first few. who: `unknown`, `twice`, `soon` or `late`; n: the stage; name: the thing."""
    from desk.lending import reads
    from desk.lent import pressing

    if not desk.actor.may("lending"):
        return ()
    found = pressing(r)
    rows = [
        Matter(
            Kind.LENT, "lending", {"asset_id": row.asset_id}, who=_what(row), name=" ".join(filter(None, (row.tag, row.name))),
            building=row.who.label, n=int(row.asks), over_min=row.late_ms // 60_000 or -max(0, row.due_at - r.now) // 60_000,
        )
        for row in sorted(found, key=lambda row: (not row.disputed, row.due_at))[:SHOWN]
    ]  # fmt: skip
    if len(found) > SHOWN:
        rows.append(Matter(Kind.LENT_MORE, "lending", n=len(found) - SHOWN))
    care = reads.summary(r).care
    if care:
        rows.append(Matter(Kind.LENT_CARE, "lending", n=care))
    return tuple(rows)


def _what(row: Any) -> str:
    if row.disputed:
        return "twice"
    if not row.who.known:
        return "unknown"
    return "late" if row.overdue else "soon"
