"""What this room makes of rows that came from another desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.lending.service_facts import assets_of_claims, rebuild
from desk.lending.tables import LoanEvent
from desk.store.bulk import values_of
from desk.store.unit import Unit


def claims(u: Unit, claim_ids: Sequence[str]) -> None:
    """The things that left or came back, made again from all that is known of them."""
    rebuild(u, assets_of_claims(u.conn, claim_ids))


def events(u: Unit, event_ids: Sequence[str]) -> None:
    rebuild(u, values_of(u.conn, LoanEvent, event_ids, "asset_id"))


def _told(u: Unit, ids: Sequence[str]) -> None:
    """Lists are worked out of the rows when they are asked for: it is enough to tell the screens."""
    u.changed("lending")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "asset": _told,
    "borrower": _told,
    "asset_claim": claims,
    "loan_event": events,
    "asset_stock": _told,
    "reservation": _told,
}
