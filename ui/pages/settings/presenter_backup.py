"""Backups: the last one, one to a stick, the drill, bringing one back, another recovery code. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.core.errors import Refused
from desk.core.lanes import WRITE
from ui import moments
from ui.pages.settings.model import BackupModel, CopyRow
from ui.shell.ports import Ports, ignore

LANE = "chores"  # minutes of copying must not hold up an admission
SHOWN = 14
ELSEWHERE = "backup_elsewhere"  # when the last one went to a stick: its file is not here to be counted


class BackupPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[BackupModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = BackupModel()
        self._folder: Path | None = None

    def refresh(self) -> None:
        self.ports.desk.lanes.run(LANE, self._look, lambda found: self._draw(**found), self.ports.say.problem)

    def write(self, folder: Path) -> None:
        """A backup into a folder or onto a stick. Right backup."""
        if not self._begin("writing", "backup"):
            return
        self._folder = folder
        actor = self.ports.desk.actor

        def done(info: Any) -> None:
            self._folder = None
            settings = self.ports.desk.settings
            settings.change(extra={**settings.now.extra, ELSEWHERE: info.made_at})
            self._draw(busy="", said="backup.done", facts={"file": info.path.name})
            self.ports.say.tone("good")
            self.refresh()

        self.ports.desk.lanes.run(LANE, lambda: self._write(folder, actor), done, self._failed)

    def progress(self) -> None:
        """Ask how far the copy is: the size of what lies in the folder so far. Called by the view's clock."""
        if self._folder is None:
            return
        try:
            done = max((path.stat().st_size for path in self._folder.glob(".*/desk.db")), default=0)
            total = self.ports.desk.home.database.stat().st_size
        except OSError:
            return
        self._draw(done=min(done, total), total=total)

    def drill(self, path: str = "") -> None:
        """Prove that a backup (the newest one) would open and is whole; nothing is changed. Right backup."""
        if not self._begin("checking", "backup"):
            return

        def done(info: Any) -> None:
            facts = {"when": self._moment(info.made_at)} if info is not None else {}
            self._draw(busy="", said="backup.good" if info is not None else "backup.none", facts=facts)

        self.ports.desk.lanes.run(LANE, lambda: self._drill(path), done, self._failed)

    def restore(self, path: str, code: str = "") -> None:
        """Put a backup in the place of the store; the program begins anew afterwards. Right restore."""
        if self._may("restore"):
            self.ports.extras["restore"](Path(path), code)

    def chosen(self, path: Path) -> CopyRow | None:
        """What a file says of itself, None (and said) when it is no backup."""
        from desk.store import backup

        try:
            return self._row(backup.inspect(path))
        except Refused as error:
            self.wrong(error)
            return None

    def renew_code(self) -> None:
        """Another recovery code; shown until it is put away. Right settings.site."""
        desk = self.ports.desk
        desk.lanes.run(WRITE, desk.renew_recovery_code, lambda code: self._draw(code=code, said=""), self.wrong)

    def hide_code(self) -> None:
        self._draw(code="")

    # -- inside

    def _begin(self, what: str, right: str) -> bool:
        if self.model.busy or not self._may(right):
            return False
        self._draw(busy=what, said="", done=0, total=0)
        return True

    def _may(self, right: str) -> bool:
        actor = self.ports.desk.actor
        if not actor.may(right):
            self.wrong(Refused("right.missing", right=right, role=actor.role))
        return actor.may(right)

    def _failed(self, error: Exception) -> None:
        self._folder = None
        self._draw(busy="")
        self.wrong(error)

    def _look(self) -> dict[str, Any]:
        from desk.store import backup
        from desk.store.key import where_key

        desk = self.ports.desk
        rows = backup.listed(desk.home.backups)
        now = desk.clock.now_ms()
        made = [info.made_at for info in rows]
        made.append(int(desk.settings.now.extra.get(ELSEWHERE, 0)))
        last = max((at for at in made if 0 < at <= now), default=0)
        return {
            "rows": tuple(self._row(info) for info in rows[:SHOWN]), "where_key": where_key(desk.home),
            "age_h": round((now - last) / HOUR_MS) if last else None, "last": self._moment(last) if last else "",
        }  # fmt: skip

    def _row(self, info: Any) -> CopyRow:
        return CopyRow(
            str(info.path), self._moment(info.made_at), info.path.stat().st_size / 1_000_000, info.sealed
        )  # fmt: skip

    def _write(self, folder: Path, actor: Actor) -> Any:
        from desk.store import backup

        actor.require("backup")
        desk = self.ports.desk
        info = backup.write(desk.home.database, desk.store.key, folder, desk.clock.now_ms())
        with desk.store.unit(actor) as u:
            u.audit("backup.written", sealed=info.sealed)
            u.changed("backup")
        return info

    def _drill(self, path: str) -> Any:
        from desk.store import backup

        desk = self.ports.desk
        rows = [backup.inspect(Path(path))] if path else backup.listed(desk.home.backups)
        if not rows:
            return None
        backup.check(rows[0], desk.home.root, desk.store.key)
        return rows[0]

    def _moment(self, at: int) -> str:
        return moments.moment(self.ports.desk.time.local(at))

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
