"""The comparisons that keep desks and hub from losing what the other has: each was shown to lose data when left out.

They stand here one by one so that the simulation can switch one off and must then see the loss (SYNC 2.6, 2.7).
"""

from __future__ import annotations


class Safety:
    """The whole set. Chain values are 16 bytes; None: this hub does not know that place."""

    def same_at_base(self, told: bytes, known: bytes | None) -> bool:
        """The line before the batch is the one this hub has."""
        return told == known

    def same_at_end(self, told: bytes, known: bytes | None) -> bool:
        """The last line of the batch that this hub already has is the same, also when it has all of them."""
        return told == known

    def same_chain(self, told: bytes, known: bytes | None) -> bool:
        """The desk's place in the log is a place in this log."""
        return told == known

    def acked(self, last: int, end: int) -> int:
        """Up to where lines are safe: never more than what was compared (a twin may have pushed `last` further)."""
        return min(last, end)
