"""Joining an estate that stands: the ticket, the long work on the disk lane, and going on after a cut. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desk.core.errors import Refused
from desk.core.lanes import WRITE
from ui.pages.welcome.model import Joining

if TYPE_CHECKING:
    from desk.app import Desk

NEEDS_A_TICKET = frozenset(
    {"sync.nothing_begun", "sync.no_invitation", "sync.box_closed", "sync.not_a_ticket", "sync.newer_ticket"}
)


class Joiner:
    """`tell(joining)` draws how far it is; `done(recovery code)`; `failed(error)`. All on the Qt thread."""

    def __init__(
        self,
        desk: Desk,
        tell: Callable[[Joining], None],
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk, self._tell, self._done, self._failed = desk, tell, done, failed
        self._going = False
        self.ticket = ""
        self.passphrase = ""
        self._path = Path()

    def begun(self) -> bool:
        """A join was begun on this computer and not brought to its end."""
        from desk.joining import unfinished

        return unfinished(self._desk)

    def start(self, ticket: str, gate_name: str, gate_phone: str) -> None:
        """With a ticket, or "" to go on with what was begun."""
        self._going = True
        self.ticket = ticket = ticket or self.ticket
        self._tell(Joining("working"))
        self._desk.lanes.run(WRITE, lambda: self._join(ticket, gate_name, gate_phone), self._on_done, self._on_failed)

    def choose(self, path: Path) -> None:
        """A file from a computer of the estate, for a site without a line."""
        self._path = path
        self._tell(Joining("file", file=path.name))

    def start_file(self, code: str, gate_name: str, gate_phone: str) -> None:
        """With the chosen file and its code."""
        self._tell(Joining("reading", file=self._path.name))
        self._desk.lanes.run(
            WRITE, lambda: self._read(code, gate_name, gate_phone), self._on_done, self._on_file_failed
        )

    def give_up(self, done: Callable[[], None]) -> None:
        """Throw away what has come so far."""
        from desk.joining import give_up

        self.ticket = ""
        self._desk.lanes.run(WRITE, lambda: give_up(self._desk), lambda _: done(), self._failed)

    def pause(self) -> None:
        """Stop after this page; what has come stays."""
        self._going = False

    def _join(self, ticket: str, gate_name: str, gate_phone: str) -> str:
        """On the lane."""
        from desk import joining
        from desk.sync.enrolling import ticket_of

        found = ticket_of(ticket) if ticket else None
        return joining.join(
            self._desk, found, gate_name=gate_name, gate_phone=gate_phone, passphrase=self.passphrase or None,
            told=self._on_told, going=lambda: self._going,
        )  # fmt: skip

    def _read(self, code: str, gate_name: str, gate_phone: str) -> str:
        """On the lane."""
        from desk.joining import join_by_file

        passphrase = self.passphrase or None
        return join_by_file(
            self._desk, self._path, code, gate_name=gate_name, gate_phone=gate_phone, passphrase=passphrase
        )

    def _on_told(self, count: int) -> None:
        """From the lane."""
        self._desk.lanes.post(lambda: self._tell(Joining("working", count)) if self._going else None)

    def _on_done(self, code: str) -> None:
        self._going = False
        self.passphrase = self.ticket = ""
        self._done(code)

    def _on_file_failed(self, error: Exception) -> None:
        self.choose(self._path)
        self._failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._going = False
        code = error.code if isinstance(error, Refused) else ""
        anew = code.startswith("enrol.") or code in NEEDS_A_TICKET
        if anew:
            self.ticket = ""
        self._tell(Joining("paused" if self.begun() and not anew else ""))
        if code != "sync.join_paused":
            self._failed(error)
