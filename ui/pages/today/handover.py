"""What Today says of the handover: it is to be made, somebody stays on, or nobody has taken over. No Qt."""

from __future__ import annotations

from typing import Any

from ui.pages.today.model import Kind, Matter
from ui.shell.relief import RIGHT, Stand, stand


def matters_of(r: Any, desk: Any) -> tuple[Matter, ...]:
    """One row at most. who: how it stands; over_min: minutes past the end, negative before it."""
    if not desk.actor.may(RIGHT):
        return ()
    found = stand(r)
    if found.stand is Stand.NONE:
        return ()
    kind = Kind.HANDOVER_WAITS if found.stand is Stand.WAITING else Kind.HANDOVER
    minutes = -found.minutes if found.stand is Stand.DUE else found.minutes
    return (Matter(kind, "handover", who=found.stand.value, over_min=minutes),)
