"""What stands on the screen while the data cannot be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Copy:
    """A backup as it is offered. day, time: local, e.g. `2026-11-21`, `03:00`."""

    day: str
    time: str
    file: str


@dataclass(frozen=True)
class OpeningModel:
    """code, facts: of the fault. form: what can be done now: `again` | `passphrase` | `code` (a recovery code) |
    `restore` (the newest good backup) | `file` (no good backup here: choose one). looking: backups are being tried;
    busy: `opening` | `restoring` | "". fresh: one may also begin anew. folder: where the data lies.
    """

    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    form: str = "again"
    copy: Copy | None = None
    looking: bool = False
    busy: str = ""
    fresh: bool = False
    folder: str = ""
