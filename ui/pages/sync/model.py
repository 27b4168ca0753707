"""What the sync page draws, and what it asks of the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from desk.codes.reads_twice import UsedTwice
    from desk.sync.enrolling import Invitation
    from desk.sync.reads_conflicts import Conflict, Values
    from desk.sync.reads_now import AsideLines, RefusedLine, SyncNow, WaitingKind
    from desk.sync.reads_site import Other

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Line(Protocol):
    """What the composition root offers as extras["line"] (ui.line.Line). All methods on the Qt thread, all answers too."""

    carries: bool  # this program can carry changes on a stick

    def agree(self, done: Done, failed: Failed) -> None:
        """A round with the hub, now. done(None)."""
        ...

    def enrol(self, ticket: str, done: Done, failed: Failed) -> None:
        """Link this desk to the hub of a ticket. done(None)."""
        ...

    def invite(self, done: Done, failed: Failed) -> None:
        """A ticket for one further desk. done(Invitation)."""
        ...

    def unlink(self, done: Done, failed: Failed) -> None:
        """No hub from now on; everything stays here. done(None)."""
        ...

    def write_stick(self, folder: Path, done: Done, failed: Failed) -> None:
        """What other desks need, encrypted, on a stick. done(lines written: int)."""
        ...

    def invite_by_file(self, folder: Path, done: Done, failed: Failed) -> None:
        """A file that lets one further desk in, for a site without a hub. done(FileInvitation)."""
        ...

    def read_stick(self, path: Path, done: Done, failed: Failed) -> None:
        """What another desk wrote. done(lines taken in: int)."""
        ...


class Panel(StrEnum):
    HOME = "home"
    CONFLICT = "conflict"
    REASON = "reason"
    LINK = "link"
    INVITE = "invite"
    HAND = "hand"  # an invitation by a file


@dataclass(frozen=True)
class FileInvitation:
    """A file on a stick and the code that opens it; the code is shown, never stored."""

    file: str
    code: str


@dataclass(frozen=True)
class Double:
    """A door or a resident entered twice. household_id: where to look, "" unknown."""

    kind: str
    label: str
    count: int
    household_id: str = ""


@dataclass(frozen=True)
class Found:
    """What the desk knew at one moment."""

    now: SyncNow
    queue: tuple[WaitingKind, ...] = ()
    refused: tuple[RefusedLine, ...] = ()
    aside: tuple[AsideLines, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    passes: tuple[UsedTwice, ...] = ()
    doubles: tuple[Double, ...] = ()
    others: tuple[Other, ...] = ()


@dataclass(frozen=True)
class SyncModel:
    """found None: not asked yet. busy: what is under way ("", `agree`, `enrol`, `invite`, `hand`, `unlink`, `out`, `in`); wrong:
    code of what did not work last, with its facts; told: a sentence code of what went well, with how many lines.

    values: a conflict in full, for left_s seconds.
    """

    panel: Panel = Panel.HOME
    found: Found | None = None
    busy: str = ""
    wrong: Exception | None = None
    chosen: int = 0  # number of the conflict that is open
    values: Values | None = None
    left_s: int = 0
    invitation: Invitation | None = None
    by_hand: FileInvitation | None = None
    ticket: str = ""
    may_link: bool = False
    may_note: bool = False
    may_reveal: bool = False
    has_line: bool = False
    may_carry: bool = False  # on a stick

    def conflict(self) -> Conflict | None:
        """The one that is open."""
        rows = self.found.conflicts if self.found is not None else ()
        return next((one for one in rows if one.num == self.chosen), None)


__all__ = ["Any", "Double", "FileInvitation", "Found", "Line", "Panel", "SyncModel"]
