"""What Today says of the roster to whoever plans it: shifts at risk, swaps that wait. No Qt."""

from __future__ import annotations

from typing import Any

from ui.pages.today.model import Kind, Matter


def matters_of(r: Any, desk: Any) -> tuple[Matter, ...]:
    """One row each: shifts of today and tomorrow that lack somebody, swaps nobody has answered."""
    from desk.duty import reads_changes

    if not desk.actor.may("duty.edit"):
        return ()
    rows = list[Matter]()
    risks = reads_changes.at_risk(r)
    if risks:
        first = risks[0].shift
        start = desk.time.local(first.start_at)
        rows.append(
            Matter(Kind.SHIFTS_AT_RISK, "roster", {"panel": "risk"}, n=len(risks), name=first.name, at=f"{start:%H:%M}")
        )
    waiting = reads_changes.waiting(r)
    if waiting:
        rows.append(Matter(Kind.SWAPS, "roster", {"panel": "swaps"}, n=waiting))
    return tuple(rows)
