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
from ui.pages.settings.model import BackupModel, CopyRow, StickRow
from ui.shell.ports import Ports, ignore

LANE = "chores"  # minutes of copying must not hold up an admission
SHOWN = 14
ELSEWHERE = "backup_elsewhere"  # as desk.backing has it: when the last one went to a stick, whose files are not here
DAYS = (3, 7, 14, 30, 0)  # how often somebody is reminded of a stick; 0: never
GB = 1_000_000_000


class BackupPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[BackupModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.model = BackupModel()
        self._so_far = (0, 0)  # written by the lane, read by the window's clock

    def refresh(self) -> None:
        self.ports.desk.lanes.run(LANE, self._look, lambda found: self._draw(**found), self.ports.say.problem)

    def write(self, folder: Path) -> None:
        """A backup into a folder or onto a stick. Right backup."""
        if not self._begin("writing", "backup"):
            return
        actor = self.ports.desk.actor

        def done(info: Any) -> None:
            self._draw(busy="", said="backup.done", facts={"file": info.path.name})
            self.ports.say.tone("good")
            self.refresh()

        self.ports.desk.lanes.run(LANE, lambda: self._write(folder, actor), done, self._failed)

    def progress(self) -> None:
        """How far the copy to the stick is. Called by the view's clock."""
        done, total = self._so_far
        if total:
            self._draw(done=done, total=total)

    def look_at_sticks(self) -> None:
        """A stick may have come or gone. Called by the view's clock."""
        if not self.model.busy:
            self.ports.desk.lanes.run(LANE, self._sticks, self._on_sticks, ignore)

    def remind(self, days: int) -> None:
        """How often a copy belongs on a stick. Right backup."""
        from desk import backing

        if self._may("backup"):
            backing.set_every(self.ports.desk, days)
            self.refresh()

    def drill(self, path: str = "", code: str = "") -> None:
        """Try a backup (the newest one): opened aside, looked through, thrown away. Right backup."""
        if not self._begin("checking", "backup"):
            return
        actor = self.ports.desk.actor

        def done(found: Any) -> None:
            facts = {} if found is None else {
                "when": self._moment(found.made_at), "gate": found.gate, "until": self._moment(found.until),
                "visits": found.visits, "people": found.people,
            }  # fmt: skip
            self._draw(busy="", said="backup.good" if found is not None else "backup.none", facts=facts)
            self.refresh()

        self.ports.desk.lanes.run(LANE, lambda: self._drill(path, code, actor), done, self._failed)

    def restore(self, path: str, code: str = "") -> None:
        """Put a backup in the place of the store; the program begins anew afterwards. Right restore."""
        if self._may("restore"):
            self.ports.extras["restore"](Path(path), code)

    def chosen(self, path: Path) -> CopyRow | None:
        """What a file says of itself, None (and said) when it is no backup."""
        from desk import drilling

        try:
            return self._row(drilling.inspected(path))
        except Refused as error:
            self.wrong(error)
            return None

    def renew_code(self) -> None:
        """Another recovery code; shown until it is put away. Right settings.site."""
        desk = self.ports.desk
        desk.lanes.run(WRITE, desk.renew_recovery_code, lambda code: self._draw(code=code, said=""), self.wrong)

    def hide_code(self) -> None:
        self._draw(code="")

    def let_go(self) -> None:
        """What the answers would be shown on is gone."""
        self.show = ignore
        self.wrong = ignore

    # -- inside

    def _begin(self, what: str, right: str) -> bool:
        if self.model.busy or not self._may(right):
            return False
        self._so_far = (0, 0)
        self._draw(busy=what, said="", done=0, total=0)
        return True

    def _may(self, right: str) -> bool:
        actor = self.ports.desk.actor
        if not actor.may(right):
            self.wrong(Refused("right.missing", right=right, role=actor.role))
        return actor.may(right)

    def _failed(self, error: Exception) -> None:
        self._draw(busy="")
        self.wrong(error)

    def _look(self) -> dict[str, Any]:
        from desk import backing, drilling
        from desk.store import backup
        from desk.store.key import where_key

        desk = self.ports.desk
        rows = backup.listed(desk.home.backups)
        now = desk.clock.now_ms()
        away, on = backing.last_elsewhere(desk)
        drilled = drilling.last_drill(desk)
        with desk.store.reading() as r:
            founded = int(r.site_id[:12], 16)  # an id begins with its moment
        last = max((at for at in (*(info.made_at for info in rows), away) if 0 < at <= now), default=0)
        return {
            "rows": tuple(self._row(info) for info in rows[:SHOWN]), "where_key": where_key(desk.home),
            "age_h": round((now - last) / HOUR_MS) if last else None, "last": self._moment(last) if last else "",
            "sticks": self._sticks(), "away": self._moment(away) if away else "", "away_on": on,
            "days": backing.every_days(desk), "late": backing.late_days(desk, founded) or 0,
            "drilled": self._moment(drilled) if drilled else "",
        }  # fmt: skip

    @staticmethod
    def _sticks() -> tuple[StickRow, ...]:
        from desk.core import sticks

        return tuple(StickRow(str(one.folder), one.label, one.free / GB, one.read_only) for one in sticks.seen())

    def _on_sticks(self, found: tuple[StickRow, ...]) -> None:
        if [one.folder for one in found] != [one.folder for one in self.model.sticks]:
            self._draw(sticks=found)

    def _row(self, info: Any) -> CopyRow:
        return CopyRow(
            str(info.path), self._moment(info.made_at), info.path.stat().st_size / 1_000_000, info.sealed
        )  # fmt: skip

    def _write(self, folder: Path, actor: Actor) -> Any:
        from desk import backing

        return backing.write(self.ports.desk, folder, actor, self._told)

    def _told(self, done: int, total: int) -> None:
        """From the lane."""
        self._so_far = (done, total)

    def _drill(self, path: str, code: str, actor: Actor) -> Any:
        from desk import drilling

        wanted = Path(path) if path else drilling.newest(self.ports.desk)
        return None if wanted is None else drilling.run(self.ports.desk, wanted, code, actor)

    def _moment(self, at: int) -> str:
        return moments.moment(self.ports.desk.time.local(at))

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
