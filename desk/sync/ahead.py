"""Asking ahead: the next question goes to the hub while this desk still writes what the last one brought."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from time import monotonic

from desk.core.errors import Fault
from desk.sync.transport import Answer

FRESH_S = 5.0  # an answer that nobody came for is no longer how things stand


@dataclass
class _Question:
    """came_at: when its answer came; one that is still under way is never too old, however slow the line."""

    words: tuple[str, bytes]
    answer: Future[Answer] = field(default_factory=Future[Answer])
    came_at: float = float("inf")

    def came(self, answer: Answer) -> None:
        self.came_at = monotonic()
        self.answer.set_result(answer)

    def failed(self, error: BaseException) -> None:
        self.came_at = monotonic()
        self.answer.set_exception(error)


class Ahead:
    """One question at a time, for one thread that asks. Whoever asks something else waits for the one under way."""

    def __init__(self, ask: Callable[[str, bytes], Answer]) -> None:
        self._ask = ask
        self._begun: _Question | None = None

    def begin(self, door: str, body: bytes) -> None:
        """Ask on another thread; `ask` with the same words brings the answer. An answer nobody came for is dropped."""
        if self._begun is not None and self._begun.words == (door, body):
            return
        self.settle()
        self._begun = _Question((door, body))
        # A thread of its own that is a daemon: those of an executor are waited for when the program ends, and a
        # resolver without an answer cannot be cut.
        threading.Thread(target=self._find_out, args=(self._begun,), name="lane-net-ahead", daemon=True).start()

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        """Somebody else has heard the answer to this question already."""
        self.settle()
        self._begun = _Question((door, body))
        self._begun.came(answer)

    def ask(self, door: str, body: bytes) -> Answer:
        """The answer, begun before or asked for now; raises what asking raises."""
        begun = self._begun
        fresh = begun is not None and begun.words == (door, body) and monotonic() - begun.came_at < FRESH_S
        self.settle()
        self._begun = None
        return begun.answer.result() if begun is not None and fresh else self._ask(door, body)

    def settle(self) -> None:
        """Wait until nothing is under way: the line is for one thread."""
        if self._begun is not None:
            wait([self._begun.answer])

    def _find_out(self, question: _Question) -> None:
        try:
            question.came(self._ask(*question.words))
        except Fault as fault:
            question.failed(fault)
        except BaseException as error:  # a bug: told to whoever asks, and where it happened
            question.failed(error)
            raise
