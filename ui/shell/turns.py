"""Numbered turns: a presenter asks, and only the newest answer of each kind is let through. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Works(Protocol):
    """The two verbs of the desk that presenters use (see desk/app.py)."""

    def read(self, work: Callable[[Any], Any], done: Done, failed: Failed) -> None: ...

    def write(self, work: Callable[[Any], Any], done: Done, failed: Failed) -> None: ...


class Turns:
    """Asks for one presenter. All methods are called, and all answers arrive, on the Qt thread."""

    def __init__(self, desk: Works, problem: Failed) -> None:
        self._desk = desk
        self._problem = problem
        self._turn: dict[str, int] = {}
        self._writing: set[str] = set()
        self._epoch = 0
        self._closed = False

    def read(self, what: str, work: Callable[[Any], Any], done: Done, failed: Failed | None = None) -> None:
        """Run `work(reading)` on the disk-read lane; its answer is dropped when a newer question of `what` was asked."""
        turn = self._turn[what] = self._turn.get(what, 0) + 1
        epoch = self._epoch

        def fresh() -> bool:
            return self._turn.get(what) == turn and self._epoch == epoch

        self._desk.read(
            work,
            lambda value: done(value) if fresh() else None,
            lambda error: (failed or self._problem)(error) if fresh() else None,
        )

    def write(self, what: str, work: Callable[[Any], Any], done: Done, failed: Failed | None = None) -> bool:
        """Run `work(unit)` as one unit of work. False, and nothing done, while the last write of `what` is under way."""
        if what in self._writing:
            return False
        self._writing.add(what)

        def answered(value: Any) -> None:
            self._writing.discard(what)
            if not self._closed:
                done(value)

        def refused(error: Exception) -> None:
            self._writing.discard(what)
            if not self._closed:
                (failed or self._problem)(error)

        self._desk.write(work, answered, refused)
        return True

    def busy(self, what: str) -> bool:
        """True while a write of `what` has not answered."""
        return what in self._writing

    def forget(self, what: str = "") -> None:
        """Drop every read that is still under way, or those of `what`: the page was left or cleared. Writes still answer."""
        if what:
            self._turn[what] = self._turn.get(what, 0) + 1
        else:
            self._epoch += 1

    def close(self) -> None:
        """What the answers would be shown on is gone: from now on nothing is let through, writes neither."""
        self._epoch += 1
        self._closed = True
