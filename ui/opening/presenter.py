"""The desk will not open: what can be done about it, one thing at a time. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault, Refused
from desk.core.lanes import WRITE
from ui.opening.model import Copy, OpeningModel
from ui.shell.ports import ignore

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.store.backup import BackupInfo

PASSPHRASE = ("key.passphrase_needed",)
KEY_LOST = ("key.missing", "key.damaged")
STORE_LOST = ("store.damaged", "store.missing", "store.unfounded")


class OpeningPresenter:
    """`show(model)`; `wrong(error)` at the field; `again()` opens anew; `opened()`; `welcome()` begins a first run."""

    def __init__(self, desk: Desk, again: Callable[[], None], opened: Callable[[], None], welcome: Callable[[], None]):
        self._desk, self._again, self._opened, self._welcome = desk, again, opened, welcome
        self.show: Callable[[OpeningModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = OpeningModel()
        self._passphrase: str | None = None
        self._copy: BackupInfo | None = None

    def trouble(self, error: Exception) -> None:
        """What `Desk.open` said."""
        code, facts = (error.code, error.facts) if isinstance(error, Fault) else ("", {})
        self._copy = None
        if code in PASSPHRASE:
            self._draw(OpeningModel(code, facts, "passphrase"))
        elif code in KEY_LOST:
            self._draw(OpeningModel(code, facts, "code", looking=True))
            self._run(self._newest_sealed, self._on_sealed)
        elif code in STORE_LOST:
            self._draw(OpeningModel(code, facts, "restore", looking=True, fresh=code == "store.missing"))
            self._look()
        else:
            self._draw(OpeningModel(code, facts, folder=str(self._desk.home.root)))

    def again(self) -> None:
        self._again()

    def fresh(self) -> None:
        """Begin a first run; the backups stay where they are."""
        self._welcome()

    def passphrase(self, text: str) -> None:
        """Open with a passphrase."""
        if not text or self.model.busy:
            return

        def failed(error: Exception) -> None:
            if isinstance(error, Fault) and error.code == "key.code_wrong":
                self._wrong(error)
            else:
                self._passphrase = text
                self.trouble(error)

        self._busy("opening")
        self._desk.lanes.run(WRITE, lambda: self._desk.open(text), lambda _: self._opened(), failed)

    def lost_passphrase(self) -> None:
        """The recovery code opens it as well."""
        self._draw(replace(self.model, form="code", looking=True))
        self._run(self._newest_sealed, self._on_sealed)

    def code(self, text: str) -> None:
        """A recovery code: the key out of the newest backup opens the store; when the store is gone too, the backup is
        put in its place."""
        copy = self._copy
        if copy is None or self.model.busy:
            return
        self._busy("opening")
        self._desk.lanes.run(WRITE, lambda: self._by_code(copy, text), lambda _: self._opened(), self._wrong)

    def restore(self) -> None:
        """Put the offered backup in the place of the store."""
        copy = self._copy
        if copy is None or self.model.busy:
            return
        self._busy("restoring")
        self._desk.lanes.run(WRITE, lambda: self._restore(copy), lambda _: self._opened(), self._on_unrestored)

    def choose(self, path: Path) -> None:
        """A backup file from a stick."""
        self._run(lambda: self._inspect(path), self._on_chosen)

    # -- on the lane

    def _look(self) -> None:
        def failed(error: Exception) -> None:
            lost = isinstance(error, Fault) and error.code in (*KEY_LOST, "key.passphrase_needed")
            if lost:  # neither key nor store: only a recovery code helps
                self._draw(replace(self.model, form="code"))
                self._run(self._newest_sealed, self._on_sealed)
            else:
                self._on_copy(None)

        self._desk.lanes.run(WRITE, self._newest_good, self._on_copy, failed)

    def _newest_good(self) -> BackupInfo | None:
        from desk.restoring import newest_good

        return newest_good(self._desk, self._passphrase)

    def _newest_sealed(self) -> BackupInfo | None:
        from desk.store import backup

        return next((info for info in backup.listed(self._desk.home.backups) if info.sealed), None)

    def _inspect(self, path: Path) -> BackupInfo:
        from desk.store import backup

        return backup.inspect(path)

    def _by_code(self, copy: BackupInfo, text: str) -> None:
        from desk import restoring

        if not self._desk.founded:
            restoring.restore(self._desk, copy, text)
            return
        try:
            restoring.unlock(self._desk, copy, text)
        except Fault as fault:
            if fault.code not in STORE_LOST:
                raise
            restoring.restore(self._desk, copy, text)

    def _restore(self, copy: BackupInfo) -> None:
        from desk.restoring import restore

        restore(self._desk, copy, passphrase=self._passphrase)

    # -- answers

    def _on_copy(self, copy: BackupInfo | None) -> None:
        self._copy = copy
        self._draw(
            replace(self.model, looking=False, busy="", copy=self._said(copy), form="restore" if copy else "file")
        )

    def _on_sealed(self, copy: BackupInfo | None) -> None:
        self._copy = copy
        self._draw(replace(self.model, looking=False, busy="", copy=self._said(copy), form="code" if copy else "file"))

    def _on_chosen(self, copy: BackupInfo) -> None:
        """With a key at hand it is tried with that; else its recovery code is asked."""
        self._copy = copy
        keyless = self.model.code in KEY_LOST or self.model.form == "code" or self._without_key()
        self._draw(replace(self.model, looking=False, copy=self._said(copy), form="code" if keyless else "restore"))

    def _without_key(self) -> bool:
        from desk.store.key import where_key

        try:
            return where_key(self._desk.home) == "none"
        except Fault:
            return True

    def _on_unrestored(self, error: Exception) -> None:
        """A backup of another computer needs its own recovery code."""
        damaged = isinstance(error, Fault) and error.code in ("backup.damaged", "backup.no_key")
        if damaged and self._copy is not None and self._copy.sealed:
            self._draw(replace(self.model, form="code", busy=""))
            self.wrong(Refused("backup.other_key"))
        else:
            self._wrong(error)

    def _said(self, copy: BackupInfo | None) -> Copy | None:
        if copy is None:
            return None
        local = self._desk.time.local(copy.made_at)
        return Copy(local.strftime("%Y-%m-%d"), local.strftime("%H:%M"), copy.path.name)

    def _wrong(self, error: Exception) -> None:
        self._draw(replace(self.model, busy=""))
        self.wrong(error)

    def _busy(self, what: str) -> None:
        self._draw(replace(self.model, busy=what))

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.lanes.run(WRITE, work, done, self._wrong)

    def _draw(self, model: OpeningModel) -> None:
        self.model = model
        self.show(model)
