"""A whole desk whose lanes answer at once, and ports that write down what was said: for first run, opening and settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk import app as desk_app
from desk.core.lanes import Lanes
from tests.fakes.clock import FakeClock
from ui.shell.ports import Ports


class AtOnce(Lanes):
    """Every lane is the caller's own thread; the answer comes before `run` returns."""

    def run(
        self,
        lane: str,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            value = work()
        except Exception as error:  # becomes the caller's answer, as on a real lane
            if failed is None:
                raise
            failed(error)
        else:
            if done is not None:
                done(value)


class Voice:
    """Say and Go: keeps what it was told. `yes` answers every question."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.asked: list[Any] = []
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.undos: list[Callable[[], None]] = []
        self.yes = True

    def done(self, text: str) -> None: ...

    def undo(self, text: str, undo: Callable[[], None], seconds: int = 10) -> None:
        self.undos.append(undo)

    def problem(self, error: Exception) -> None:
        self.problems.append(getattr(error, "code", repr(error)))

    def ask(self, question: Any, yes: Callable[[], None], no: Callable[[], None] = lambda: None) -> None:
        self.asked.append(question)
        (yes if self.yes else no)()

    def tone(self, name: str) -> None: ...

    def to(self, page: str, **arguments: Any) -> None:
        self.went.append((page, arguments))

    def back(self) -> None:
        self.went.append(("", {}))

    def result(self, answer: Any) -> None: ...

    def found(self, text: str) -> None: ...

    def digits(self, digits: str) -> None: ...


class ChildNow:
    """A process that was: tells its lines and ends when it is started."""

    def __init__(self, lines: list[dict[str, Any]], error: Exception | None = None) -> None:
        self.lines, self.error = lines, error
        self.words: tuple[str, ...] = ()
        self.cancelled = False

    def start(self, words: Any, line: Callable[[Any], None], ended: Callable[[Exception | None], None]) -> None:
        self.words = tuple(words)
        for one in self.lines:
            line(one)
        ended(self.error)

    def cancel(self) -> None:
        self.cancelled = True


class Looks:
    """What ui.shell.looks.Looks would change."""

    def __init__(self) -> None:
        self.did: list[tuple[str, Any]] = []

    def __getattr__(self, name: str) -> Callable[[Any], None]:
        return lambda value: self.did.append((name, value))


def desk_at(root: Path, clock: FakeClock | None = None) -> Any:
    """A desk over a folder, not opened."""
    desk = desk_app.build(root, clock=clock or FakeClock())
    desk.lanes.close()
    desk.lanes = AtOnce()
    return desk


def ports_of(desk: Any, voice: Voice, **extras: Any) -> Ports:
    return Ports(desk, voice, voice, desk.clock, "zh_CN", extras)
