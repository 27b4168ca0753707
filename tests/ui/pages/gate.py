"""A desk for presenters: the real store, lanes that answer at once, and a shell that writes down what it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.errors import Fault
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from ui.shell.ports import Ports, Question, ignore


class DeskNow:
    """The two verbs of a desk, done on the spot."""

    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.store, self.clock, self.actor = store, clock, actor
        self.time = SiteTime()

    def read(
        self, work: Callable[[Any], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self._answer(lambda: self._reading(work), done, failed)

    def write(
        self, work: Callable[[Any], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self._answer(lambda: self.do(work), done, failed)

    def do(self, work: Callable[[Any], Any]) -> Any:
        with self.store.unit(self.actor) as u:
            return work(u)

    def _reading(self, work: Callable[[Any], Any]) -> Any:
        with self.store.reading() as r:
            return work(r)

    def ask(self, question: Callable[..., Any], *args: Any) -> Any:
        return self._reading(lambda r: question(r, *args))

    def _answer(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            value = work()
        except Exception as error:
            failed(error)
        else:
            done(value)


@dataclass
class Shell:
    """Go and Say: everything asked for, in order."""

    went: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo_: list[Callable[[], None]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    tones: list[str] = field(default_factory=list)

    def to(self, page: str, **arguments: Any) -> None:
        self.went.append((page, arguments))

    def back(self) -> None:
        self.went.append(("back", {}))

    def result(self, answer: Any) -> None:
        self.went.append(("result", {"answer": answer}))

    def found(self, text: str) -> None:
        self.went.append(("found", {"text": text}))

    def digits(self, digits: str) -> None:
        self.went.append(("digits", {"digits": digits}))

    def done(self, text: str) -> None:
        self.said.append(text)

    def undo(self, text: str, undo: Callable[[], None], seconds: int = 10) -> None:
        self.said.append(text)
        self.undo_.append(undo)

    def problem(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self.problems.append(error.code)

    def ask(self, question: Question, yes: Callable[[], None], no: Callable[[], None] = ignore) -> None:
        yes()

    def tone(self, name: str) -> None:
        self.tones.append(name)


def ports_of(desk: DeskNow, shell: Shell) -> Ports:
    """Ports over both."""
    return Ports(desk, shell, shell, desk.clock)  # type: ignore[arg-type]
