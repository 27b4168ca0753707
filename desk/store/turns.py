"""Writers of one program take turns, first come first served: SQLite lets whoever asks at the right moment go first.

A thread that writes again and again (syncing after a month away) would else keep a person's one write out for seconds:
SQLite's own waiting is a sleep between tries, and the lock is hardly ever free at the moment of a try.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from desk.core.errors import Trouble


class Turns:
    """A lock that is handed on in the order of asking."""

    def __init__(self, longest_s: float) -> None:
        self._longest_s = longest_s
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Raises Trouble("store.busy") when it was nobody's turn to end for too long."""
        self._take()
        try:
            yield
        finally:
            self._pass_on()

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for the turn to end."""
        return bool(self._waiting)

    def _take(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = threading.Event()
            self._waiting.append(called)
        if called.wait(self._longest_s):
            return
        with self._guard:
            if called in self._waiting:
                self._waiting.remove(called)
                raise Trouble("store.busy")
        # called at the very last moment: the turn is ours

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
