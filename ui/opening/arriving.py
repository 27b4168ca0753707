"""The desk of another computer comes here: its parcel, its code, and what is left to do. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.core.lanes import WRITE
from ui import moments
from ui.shell.ports import ignore

if TYPE_CHECKING:
    from desk.app import Desk

PASSPHRASE_LEAST = 8


@dataclass(frozen=True)
class ArrivingModel:
    """stage: `choose` (no parcel yet) | `code` | `working` | `done`. gate, when, path: of the parcel; passphrase: this system cannot
    keep a key, so one is asked for; ports: devices to be connected anew; waiting: changes that go to the hub from here."""

    stage: str = "choose"
    path: str = ""
    gate: str = ""
    site: str = ""
    when: str = ""
    passphrase: bool = False
    ports: tuple[str, ...] = ()
    waiting: int = 0
    linked: bool = False


class ArrivingPresenter:
    """`show(model)`; `wrong(where, error)` at `file`, `code` or `passphrase`; `arrived()` opens the desk; `back()`."""

    def __init__(self, desk: Desk, arrived: Callable[[], None], back: Callable[[], None]) -> None:
        self._desk, self._arrived, self._back = desk, arrived, back
        self.show: Callable[[ArrivingModel], None] = ignore
        self.wrong: Callable[[str, Exception], None] = lambda where, error: None
        self.model = ArrivingModel()

    def begin(self) -> None:
        """Whether this system keeps keys, and whether a stick with a parcel is there."""
        self._desk.lanes.run(WRITE, self._can_keep, lambda yes: self._draw(passphrase=not yes))
        self.look()

    def look(self) -> None:
        """A stick may have come. Called by the view's clock."""
        if self.model.stage == "choose":
            self._desk.lanes.run(WRITE, self._parcel, self._on_parcel)

    def choose(self, path: Path) -> None:
        """A file that the person named."""

        def look() -> Any:
            from desk import moving_parcel

            return moving_parcel.look(path)

        self._desk.lanes.run(WRITE, look, self._on_parcel, lambda error: self.wrong("file", error))

    def another(self) -> None:
        """Not this parcel."""
        self._draw(stage="choose", path="")

    def go(self, code: str, passphrase: str = "", again: str = "") -> None:
        """Move in."""
        if self.model.stage != "code":
            return
        if self.model.passphrase and len(passphrase) < PASSPHRASE_LEAST:
            self.wrong("passphrase", Refused("key.passphrase_short", least=PASSPHRASE_LEAST))
            return
        if passphrase != again:
            self.wrong("passphrase", Refused("key.passphrase_differs"))
            return
        self._draw(stage="working")
        path = Path(self.model.path)
        self._desk.lanes.run(WRITE, lambda: self._arrive(path, code, passphrase), self._on_arrive, self._failed)

    def open(self) -> None:
        """Everything is here: to the desk."""
        self._arrived()

    def leave(self) -> None:
        """Back to the first run."""
        if self.model.stage in ("choose", "code"):
            self._back()

    def _can_keep(self) -> bool:
        from desk.store import key as keys

        return self._desk.home.private or keys.keyring_usable(self._desk.home)

    @staticmethod
    def _parcel() -> Any:
        from desk import moving_parcel
        from desk.core import sticks

        return next(iter(moving_parcel.parcels(sticks.seen())), None)

    def _arrive(self, path: Path, code: str, passphrase: str) -> Any:
        from desk import moving

        return moving.arrive(self._desk, path, code, passphrase or None)

    def _on_parcel(self, found: Any) -> None:
        if found is not None and self.model.stage in ("choose", "code"):
            when = moments.moment(self._desk.time.local(found.made_at))
            self._draw(stage="code", path=str(found.path), gate=found.gate, site=found.site, when=when)

    def _on_arrive(self, came: Any) -> None:
        self._draw(stage="done", gate=came.gate, ports=came.ports, waiting=came.waiting, linked=came.linked)

    def _failed(self, error: Exception) -> None:
        self._draw(stage="code")
        self.wrong("code", error)

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)
