"""What the store makes of rows from other desks and of the district: screens are told; all else is read as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.store import moved
from desk.store.unit import Unit


def _told(*topics: str) -> Callable[[Unit, Sequence[str]], None]:
    return lambda u, ids: u.changed(*topics)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "site": _told("site"),
    "gate": _told("site"),
    "setting": _told("settings", "site"),
    "district_notice": _told("notices"),
    "notice_delivered": _told("notices"),
    "audit_line": moved.heard,
}
