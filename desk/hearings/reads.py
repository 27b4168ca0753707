"""Everything screens ask this room: lists and cards of matters, reception days, who waits to hear, the month."""

from __future__ import annotations

from desk.hearings.reads_matters import (
    call_backs,
    card,
    find,
    of_sitting,
    open_matters,
    owed,
    pressing,
    recent,
    similar,
)
from desk.hearings.reads_sittings import coming, past, sitting, today
from desk.hearings.reads_summary import bounds, month_of, summary

__all__ = [
    "bounds", "call_backs", "card", "coming", "find", "month_of", "of_sitting", "open_matters", "owed", "past", "pressing", "recent",
    "similar", "sitting", "summary", "today",
]  # fmt: skip
