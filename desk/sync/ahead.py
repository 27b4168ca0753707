"""Asking ahead: the next question goes to the hub while this desk still writes what the last one brought."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic

from desk.sync.transport import Answer

FRESH_S = 5.0  # an answer that nobody came for is no longer how things stand


class Ahead:
    """One question at a time, for one thread that asks. Whoever asks something else waits for the one under way."""

    def __init__(self, ask: Callable[[str, bytes], Answer]) -> None:
        self._ask = ask
        self._thread: ThreadPoolExecutor | None = None
        self._begun: tuple[str, bytes, float, Future[Answer]] | None = None

    def begin(self, door: str, body: bytes) -> None:
        """Ask on another thread; `ask` with the same words brings the answer. An answer nobody came for is dropped."""
        if self._begun is not None and self._begun[:2] == (door, body):
            return
        self.settle()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "lane-net-ahead")
        self._begun = (door, body, monotonic(), self._thread.submit(self._ask, door, body))

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        """Somebody else has heard the answer to this question already."""
        self.settle()
        known = Future[Answer]()
        known.set_result(answer)
        self._begun = (door, body, monotonic(), known)

    def ask(self, door: str, body: bytes) -> Answer:
        """The answer, begun before or asked for now; raises what asking raises."""
        self.settle()
        begun, self._begun = self._begun, None
        if begun is not None and begun[:2] == (door, body) and monotonic() - begun[2] < FRESH_S:
            return begun[3].result()
        return self._ask(door, body)

    def settle(self) -> None:
        """Wait until nothing is under way: the line is for one thread."""
        if self._begun is not None:
            wait([self._begun[3]])

    def close(self) -> None:
        """The line is closed: what is under way ends by that."""
        if self._thread is not None:
            self._thread.shutdown(wait=False)
