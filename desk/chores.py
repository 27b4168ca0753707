"""What a desk does by itself: erase what is due, back up at night, close what was forgotten."""

from __future__ import annotations

from desk.app import Desk


def erase(desk: Desk) -> None:
    """Run retention now (at start, every night, after a restore)."""
