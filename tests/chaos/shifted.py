"""Another time of day for one process: libfaketime, where it is installed (Debian: libfaketime)."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

PLACES = ("/usr/lib/*/faketime", "/usr/lib/faketime", "/usr/local/lib/faketime")
THREADED = "libfaketimeMT.so.1"


@cache
def library() -> Path | None:
    """The one for programs with threads, or None."""
    if sys.platform != "linux":
        return None
    found = [path for place in PLACES for path in Path("/").glob(f"{place[1:]}/{THREADED}")]
    return found[0] if found else None


def by(offset_s: int) -> dict[str, str]:
    """What to add to a process's environment: its wall clock is off by so many seconds, monotonic time goes right.

    Raises LookupError where the library is missing (see `library`).
    """
    found = library()
    if found is None:
        raise LookupError("no libfaketime here")
    return {
        "LD_PRELOAD": str(found), "FAKETIME": f"{offset_s:+d}s", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_RESET": "1",
    }  # fmt: skip


def fixed(moment: str) -> dict[str, str]:
    """As `by`, starting at a moment such as `2000-01-01 00:00:00` (a clock whose battery is dead) and running on."""
    return {**by(0), "FAKETIME": f"@{moment}"}
