"""The line to the hub for the screens: syncing by itself while the desk is open, and what a manager does about it. No Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.app import Desk
from desk.core.errors import Refused, Trouble
from desk.core.lanes import NET
from ui.pages.sync.model import FileInvitation

if TYPE_CHECKING:
    from desk.sync.enrolling import Invitation
    from desk.sync.runner import Runner

log = logging.getLogger("ui.line")
PATIENCE_S = 120.0  # for a round a person waits for; it goes on behind the screen after that
RIGHT, LONGEST_NAME = "settings.site", 20
INVITATION = "-join"  # a file that lets a further computer in
REFUSED = frozenset({"sync.revoked", "sync.read_only", "sync.too_old", "sync.not_a_ticket"})

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Line:
    """Made once the desk is open. Everything slow happens on the lane `net` or on the runner's own threads."""

    carries = True

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runner: Runner | None = None
        self._closed = False

    def start(self) -> None:
        """Sync by itself from now on, when there is a hub."""
        self._desk.lanes.run(NET, self._begin)

    def stop(self) -> None:
        """Cut the line. Rounds that were under way are told as unfinished, and lose nothing."""
        self._closed = True
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.stop()

    def wake(self) -> None:
        """The network may be back: do not wait for the next turn."""
        if self._runner is not None:
            self._runner.now()

    # -- what a person asks for (ui.pages.sync.model.Line)

    def agree(self, done: Done, failed: Failed) -> None:
        self._desk.lanes.run(NET, self._agree, done, failed)

    def enrol(self, ticket: str, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> None:
            from desk import syncing
            from desk.sync.enrolling import ticket_of

            syncing.enrol(self._desk, ticket_of(ticket), actor)
            if self._runner is None:
                self._begin()
            else:
                self._runner.renew()

        self._desk.lanes.run(NET, work, done, failed)

    def invite(self, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> Invitation:
            from desk import syncing

            return syncing.invite(self._desk, actor)

        self._desk.lanes.run(NET, work, done, failed)

    def unlink(self, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> None:
            from desk.sync import service

            with self._desk.store.unit(actor) as u:
                service.unlink(u)
            runner, self._runner = self._runner, None
            if runner is not None:
                runner.stop()

        self._desk.lanes.run(NET, work, done, failed)

    def write_stick(self, folder: Path, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> int:
            from desk.sync import stick

            actor.require(RIGHT)
            written = stick.export(self._desk.store, folder / self._file_name())
            return written.lines + written.log

        self._desk.lanes.run(NET, work, done, failed)

    def invite_by_file(self, folder: Path, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> FileInvitation:
            from desk import syncing

            path = folder / self._file_name(INVITATION)
            written, code = syncing.invite_by_file(self._desk, path, actor)
            return FileInvitation(written.path.name, code)

        self._desk.lanes.run(NET, work, done, failed)

    def read_stick(self, path: Path, done: Done, failed: Failed) -> None:
        actor = self._desk.actor

        def work() -> int:
            from desk.app import hooks
            from desk.sync import stick_in

            actor.require(RIGHT)
            took = stick_in.take(self._desk.store, path, hooks())
            return took.lines + took.log

        self._desk.lanes.run(NET, work, done, failed)

    # -- on the lane

    def _file_name(self, more: str = "") -> str:
        """The gate and the site's own time: what a person looks for on a stick."""
        from desk.store.identity import here
        from desk.wire.carry import SUFFIX

        with self._desk.store.reading() as r:
            gate = here(r).gate_name
        day = self._desk.time.local(self._desk.clock.now_ms()).strftime("%Y-%m-%d-%H%M")
        name = "".join(c for c in gate if c.isalnum())[:LONGEST_NAME]
        return f"{name}-{day}{more}{SUFFIX}"

    def _begin(self) -> None:
        from desk import syncing

        if self._runner is not None or self._closed:
            return
        made = syncing.start(self._desk)
        self._runner = made
        if made is not None and self._is_closed():
            made.stop()

    def _is_closed(self) -> bool:
        """The program may have been closed meanwhile, on another thread."""
        return self._closed

    def _agree(self) -> None:
        from desk.sync.runner import WELL

        self._begin()
        if self._runner is None:
            raise Trouble("sync.not_linked")
        code = self._runner.round_now(PATIENCE_S)
        if code not in ("", WELL):
            raise Refused(code) if code in REFUSED else Trouble(code)
