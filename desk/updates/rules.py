"""What an update is, which one is for this computer, and when it may disturb. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime

DEB, APPIMAGE, SETUP, MSI, SOURCES = "deb", "appimage", "setup", "msi", "sources"
KINDS = (DEB, APPIMAGE, SETUP)  # what a release carries and a desk can hand over
BUSY_HOURS = frozenset({7, 8, 11, 12, 16, 17, 18, 19})  # of the site's day: to work, to lunch, home again
LONGEST_MS = 7 * DAY_MS  # an update is put off no longer than this after it was found; then it reminds
SOONEST_MS = HOUR_MS
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,118}")


@dataclass(frozen=True)
class Offer:
    """A newer version for this computer, as the publisher signed it. size: bytes; made_on: ISO day; notes by language."""

    version: str
    file: str
    kind: str
    size: int
    security: bool = False
    made_on: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


def is_version(text: object) -> bool:
    return isinstance(text, str) and _VERSION.fullmatch(text) is not None


def ordered(version: str) -> tuple[int, ...]:
    """`0.10.0` stands above `0.9.2`, and `1.0` is `1.0.0`."""
    parts = [int(part) for part in version.split(".")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return tuple(parts)


def offer_of(file: str, size: int, custom: object) -> Offer | None:
    """What a signed target says of itself; None for one that is no release we understand."""
    if not isinstance(custom, Mapping) or not _FILE.fullmatch(file):
        return None
    version, kind = custom.get("version"), custom.get("kind")
    if not is_version(version) or kind not in KINDS:
        return None
    said: Any = custom.get("notes")
    notes = {str(lang): str(text)[:4000] for lang, text in said.items()} if isinstance(said, Mapping) else {}
    return Offer(
        str(version), file, str(kind), size, custom.get("security") is True, str(custom.get("made_on", ""))[:10], notes
    )


def best(offers: Iterable[Offer], kind: str, now: str) -> Offer | None:
    """The newest version for a computer of this kind that is above the one it runs. What lies between counts for security."""
    above = [one for one in offers if one.kind == kind and ordered(one.version) > ordered(now)]
    if not above:
        return None
    found = max(above, key=lambda one: ordered(one.version))
    urgent = any(one.security for one in above)
    return Offer(found.version, found.file, found.kind, found.size, urgent, found.made_on, found.notes)


def busy(time: SiteTime, at_ms: int) -> bool:
    """Whether many come and go at this hour of the site."""
    return time.local(at_ms).hour in BUSY_HOURS


def next_quiet(time: SiteTime, at_ms: int) -> int:
    """The next start of an hour in which few come, at least an hour from now (UTC ms)."""
    hour = time.hour_start(at_ms + SOONEST_MS + HOUR_MS - 1)
    while busy(time, hour):
        hour += HOUR_MS
    return hour


def tomorrow(time: SiteTime, at_ms: int) -> int:
    """Ten in the morning of the next day of the site."""
    return time.at(time.day(time.day_start(at_ms) + 36 * HOUR_MS), 10)


def may_put_off(found_at: int, till: int) -> bool:
    """An update may be put off until a week after it was found."""
    return till <= found_at + LONGEST_MS


def reminds(found_at: int, till: int, now: int) -> bool:
    """Whether the desk says by itself that an update waits: when what it was put off to has come, or the week is over."""
    return now >= min(till, found_at + LONGEST_MS)
