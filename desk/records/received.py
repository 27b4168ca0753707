"""What the records room makes of rows from other desks: holds protect from now on, lists are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.store.unit import Unit


def _told(topic: str) -> Callable[[Unit, Sequence[str]], None]:
    return lambda u, ids: u.changed(topic)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "legal_hold": _told("retention"),
    "disclosure": _told("disclosures"),
    "privacy_request": _told("privacy"),
    "privacy_answer": _told("privacy"),
    "register_entry": _told("disclosures"),
    "data_request": _told("privacy"),
    "data_answer": _told("privacy"),
}
