"""Lanes: one thread per scarce thing; answers come back on the caller's loop through an injected `post`."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from desk.core.errors import Fault

log = logging.getLogger("desk.lanes")
T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]

WRITE, READ, PICTURE, NET = "disk-write", "disk-read", "picture", "net"


def run_here(call: Callable[[], None]) -> None:
    """The `post` of programs without a loop: the answer runs on the lane's own thread."""
    call()


class Lane:
    """A named thread that does one piece of work after the other."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, work: Callable[[], None]) -> None:
        self._queue.put(work)

    def stop(self, timeout_s: float = 10) -> None:
        """Finish what is queued; not waited for on the lane itself, which ends once its work there is done."""
        self._queue.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)

    def _loop(self) -> None:
        while (work := self._queue.get()) is not None:
            try:
                work()
            except Exception:  # the lane outlives any one piece of work
                log.exception("work on lane %s failed after its answer", self.name)


class Lanes:
    """All lanes of a desk. A presenter calls `run` and never waits."""

    def __init__(self, post: Post = run_here) -> None:
        self.post = post
        self._lanes: dict[str, Lane] = {}
        self._lock = threading.Lock()
        self._closed = False

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the lane, then post its result to `done` or its exception to `failed`.

        Without `failed` a Fault is logged at warning and anything else with its trace: nothing vanishes.
        """

        def turn() -> None:
            try:
                result = work()
            except Exception as error:  # becomes the caller's answer
                self._fail(lane, error, failed)
            else:
                if done is not None:
                    self.post(lambda: done(result))

        if not self._closed:
            self._lane(lane).put(turn)

    def _fail(self, lane: str, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if not isinstance(error, Fault):
            log.error("bug on lane %s", lane, exc_info=error)
        elif failed is None:
            log.warning("unanswered on lane %s: %s", lane, error.code)
        if failed is not None:
            self.post(lambda: failed(error))

    def drain(self, lane: str, timeout_s: float = 30) -> bool:
        """Wait until everything put on the lane so far is done; False when it took longer."""
        reached = threading.Event()
        self._lane(lane).put(reached.set)
        return reached.wait(timeout_s)

    def close(self) -> None:
        """Finish what is queued and end every thread."""
        self._closed = True
        with self._lock:
            lanes, self._lanes = list(self._lanes.values()), {}
        for lane in lanes:
            lane.stop()

    def _lane(self, name: str) -> Lane:
        with self._lock:
            if name not in self._lanes:
                self._lanes[name] = Lane(name)
            return self._lanes[name]
