"""To another computer, the settings for the next gate, and the file for whoever helps. No Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.core.actor import Actor
from desk.core.errors import Fault, Refused
from ui.pages.settings.model import StickRow
from ui.pages.settings.presenter_backup import GB, LANE
from ui.shell.ports import Ports, ignore


@dataclass(frozen=True)
class ChangeRow:
    """What an import would change. part: `machine` | `site` | `device`."""

    part: str
    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class MovingModel:
    """busy: `packing` | `taking` | `gathering` | "". code: of the parcel just written, in `file`; faces: a vault is here, which does not move.

    changes: of the file at hand (asking), left_out: settings only a manager takes; can_undo: the last import can be taken back.
    moved: `packed` (can be taken back) | `heard` (another computer has opened it) | "".
    parts: what the file for whoever helps will hold, name and text; said: `gate.written` | `gate.taken` | `gate.undone` |
    `gate.same` | `help.saved`.
    """

    sticks: tuple[StickRow, ...] = ()
    busy: str = ""
    done: int = 0
    total: int = 0
    code: str = ""
    moved: str = ""
    file: str = ""
    faces: bool = False
    asking: bool = False
    changes: tuple[ChangeRow, ...] = ()
    left_out: int = 0
    can_undo: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    said: str = ""
    may_move: bool = False
    may_carry: bool = False
    may_help: bool = False


class MovingPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[MovingModel], None] = ignore
        self.wrong: Callable[[str, Exception], None] = lambda where, error: None
        self.unsure: Callable[[], None] = ignore
        self.model = MovingModel()
        self._so_far = (0, 0)
        self._wanted = Path()
        self._gathered: Path | None = None

    def refresh(self) -> None:
        actor = self.ports.desk.actor
        rights = {
            "may_move": actor.may("desk.move"),
            "may_carry": actor.may("gate.carry"),
            "may_help": actor.may("diagnose"),
        }
        self.ports.desk.lanes.run(LANE, self._look, lambda found: self._draw(**found, **rights), self.ports.say.problem)

    def progress(self) -> None:
        """Called by the view's clock."""
        if self.model.busy == "packing" and self._so_far[1]:
            self._draw(done=self._so_far[0], total=self._so_far[1])

    def leave(self) -> None:
        """What was read or gathered does not stay on the screen; a code that was not put away does."""
        self._forget()
        self._draw(asking=False, changes=(), parts=(), said="")

    # -- to another computer

    def pack(self, folder: Path) -> None:
        """Write the parcel and let this computer only read from then on; the view has asked. Right desk.move."""
        if self.model.busy:
            return
        actor = self.ports.desk.actor
        self._so_far = (0, 0)
        self._draw(busy="packing", said="", done=0, total=0)

        def done(packed: Any) -> None:
            self.ports.say.tone("good")
            self._draw(busy="", code=packed.code, file=packed.path.name)

        self.ports.desk.lanes.run(
            LANE, lambda: self._pack(folder, actor), done, lambda error: self._failed("move", error)
        )

    def take_back(self, sure: bool = False) -> None:
        """This computer goes on after all. Right desk.move. `unsure()` is called when nobody can be asked."""
        actor = self.ports.desk.actor
        self._draw(busy="taking")

        def failed(error: Exception) -> None:
            if isinstance(error, Refused) and error.code == "moving.not_asked" and not sure:
                self._draw(busy="")
                self.unsure()
            else:
                self._failed("move", error)

        self.ports.desk.lanes.run(
            LANE, lambda: self._take_back(actor, sure), lambda _: self.ports.extras["anew"](), failed
        )

    def clear(self) -> None:
        """Delete what is left here; the view has asked. Right desk.move."""
        from desk import moving

        try:
            moving.clear(self.ports.desk)
        except Fault as error:
            self._failed("move", error)
            return
        self.ports.extras["anew"]()

    def noted(self) -> None:
        """The code is written down: the program begins anew and says that this desk has moved."""
        self._draw(code="")
        self.ports.extras["anew"]()

    def to_faces(self) -> None:
        """Their vault has a backup of its own."""
        self.ports.go.to("settings", section="faces")

    # -- for the next gate

    def export(self, path: Path) -> None:
        """Right gate.carry."""
        from desk import moving_gate

        actor = self.ports.desk.actor
        path = path if path.suffix else path.with_suffix(moving_gate.SUFFIX)
        self._carry(
            lambda: moving_gate.export(self.ports.desk, path, actor),
            lambda _: self._draw(said="gate.written", file=path.name),
        )

    def read(self, path: Path) -> None:
        """Say what a file would change. Right gate.carry."""
        from desk import moving_gate

        actor = self.ports.desk.actor
        self._wanted = path

        def done(found: Any) -> None:
            rows = tuple(ChangeRow(one.part, one.name, one.before, one.after) for one in found.changes)
            self._draw(asking=bool(rows), changes=rows, left_out=found.left_out, said="" if rows else "gate.same")

        self._carry(lambda: moving_gate.plan(self.ports.desk, path, actor), done)

    def take(self) -> None:
        """Do what was shown. Right gate.carry."""
        from desk import moving_gate

        actor = self.ports.desk.actor
        self._carry(lambda: moving_gate.take(self.ports.desk, self._wanted, actor), lambda _: self._taken("gate.taken"))

    def drop(self) -> None:
        """Not after all."""
        self._draw(asking=False, changes=())

    def undo(self) -> None:
        """As before the last import. Right gate.carry."""
        from desk import moving_gate

        actor = self.ports.desk.actor
        self._carry(lambda: moving_gate.undo(self.ports.desk, actor), lambda _: self._taken("gate.undone"))

    def _taken(self, said: str) -> None:
        now = self.ports.desk.settings.now
        looks = self.ports.extras.get("looks")
        self._draw(asking=False, changes=(), said=said)
        self.refresh()
        if looks is not None:
            looks.set_scheme(now.scheme)
            looks.set_base_px(now.base_px)
            looks.set_language(now.language)

    # -- for whoever helps

    def gather(self) -> None:
        """In a process of its own; what comes is shown before anything is saved. Right diagnose."""
        if self.model.busy or not self.model.may_help:
            return
        self._forget()
        self._gathered = self.ports.desk.home.staging / "help.zip"
        self._gathered.parent.mkdir(parents=True, exist_ok=True)
        self._draw(busy="gathering", parts=(), said="")
        words = ("diagnose", str(self._gathered), "--no-face", "--show", "--json")
        self.ports.extras["child"]().start(words, self._on_line, self._on_end)

    def save(self, path: Path) -> None:
        """Where the person wants it."""
        if self._gathered is None or not self.model.parts:
            return
        try:
            shutil.copyfile(self._gathered, path if path.suffix else path.with_suffix(".zip"))
        except OSError:
            self.wrong("help", Refused("diagnosis.not_saved"))
            return
        self._forget()
        self._draw(parts=(), said="help.saved", file=path.name)

    def _on_line(self, line: Mapping[str, Any]) -> None:
        if "part" in line:
            self._draw(parts=(*self.model.parts, (str(line["part"]), str(line["text"]))))

    def _on_end(self, error: Exception | None) -> None:
        if error is not None:
            self._failed("help", error)
        else:
            self._draw(busy="")

    def let_go(self) -> None:
        """What the answers would be shown on is gone."""
        self.show = ignore
        self.wrong = lambda where, error: None

    # -- inside

    def _forget(self) -> None:
        gathered, self._gathered = self._gathered, None
        if gathered is not None:
            gathered.unlink(missing_ok=True)

    def _carry(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._draw(said="")
        self.ports.desk.lanes.run(LANE, work, done, lambda error: self._failed("gate", error))

    def _failed(self, where: str, error: Exception) -> None:
        self._draw(busy="")
        self.wrong(where, error)

    def _look(self) -> dict[str, Any]:
        from desk import moving, moving_gate
        from desk.core import sticks
        from desk.faces import vault

        found = tuple(StickRow(str(one.folder), one.label, one.free / GB, one.read_only) for one in sticks.seen())
        desk = self.ports.desk
        away = moving.where(desk)
        moved = "" if away is None else "heard" if away.heard else "packed"
        return {
            "sticks": found, "faces": vault.exists(desk.home), "can_undo": moving_gate.can_undo(desk), "moved": moved,
        }  # fmt: skip

    def _pack(self, folder: Path, actor: Actor) -> Any:
        from desk import moving

        return moving.pack(self.ports.desk, folder, actor, self._told)

    def _take_back(self, actor: Actor, sure: bool) -> None:
        from desk import moving

        moving.take_back(self.ports.desk, actor, sure)

    def _told(self, done: int, total: int) -> None:
        """From the lane."""
        self._so_far = (done, total)

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
