"""What this room makes of rows that came from another desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.store.unit import Unit


def _told(u: Unit, ids: Sequence[str]) -> None:
    u.changed("lending")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "asset": _told,
    "borrower": _told,
    "asset_claim": _told,
    "loan_event": _told,
    "asset_stock": _told,
    "reservation": _told,
}
