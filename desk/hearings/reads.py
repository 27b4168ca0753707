"""Everything screens ask this room: lists and cards of matters, reception days, who waits to hear, the month."""

from __future__ import annotations

from desk.hearings.reads_matters import call_backs, card, of_sitting, open_matters, pressing, recent, similar
from desk.hearings.reads_sittings import coming, past, sitting, today
from desk.hearings.reads_summary import bounds, month_of, summary

__all__ = [
    "bounds", "call_backs", "card", "coming", "month_of", "of_sitting", "open_matters", "past", "pressing", "recent",
    "similar", "sitting", "summary", "today",
]  # fmt: skip
