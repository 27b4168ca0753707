"""The thank-you at the end of a shift: how many people were helped, out of the rooms that know."""

from __future__ import annotations

from desk.core.clock import DAY_MS
from desk.reception.reads_served import served
from desk.store.unit import Reading


def helped(r: Reading, since: int) -> int:
    """People helped at this gate since somebody came (UTC ms), a day at most: let in, or counted through."""
    return served(r, max(since, r.now - DAY_MS), r.now)
