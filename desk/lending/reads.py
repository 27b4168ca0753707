"""Everything screens ask this room: things, loans, reservations, what is open in numbers."""

from desk.lending.reads_assets import asset, asset_rows, assets, card, draft_of, find, for_these, in_locker
from desk.lending.reads_loans import (
    loan,
    of_household,
    of_lending,
    open_loans,
    recent,
    reservations,
    summary,
)
from desk.lending.service_assets import left_of

__all__ = [
    "asset", "asset_rows", "assets", "card", "draft_of", "find", "for_these", "in_locker", "left_of", "loan", "of_household", "of_lending",
    "open_loans", "recent", "reservations", "summary",
]  # fmt: skip
