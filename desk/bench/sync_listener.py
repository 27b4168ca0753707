"""The desk that waits, in a process of its own as at another gate: it tells the moment at which something has arrived.

Run by `bench sync` only: `python -m desk.bench.sync_listener FOLDER URL`. A line on stdin is answered by `idle` once nothing
is under way; every arrival by its nanoseconds on the system's monotonic clock, which all processes share.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.bench import sync_desks
from desk.core.errors import Trouble
from desk.core.events import Bus, Changed, Event
from desk.sync.rhythm import Rhythm

LONGEST_S = 120.0
IDLE = "idle"


class Listener:
    """A desk in another process, from this one's side."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def settle(self) -> None:
        """Wait until nothing is under way there; what has arrived so far does not count any more. Raises Trouble."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        while self._line() != IDLE:
            pass

    def arrived(self) -> float:
        """Seconds on this system's monotonic clock at which the next change had arrived. Raises Trouble."""
        while (line := self._line()) == IDLE:
            pass
        return int(line) / 1e9

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise Trouble("bench.child_failed", probe="sync_listener", why="ended")
        return line.strip()


@contextmanager
def listening(folder: Path, url: str) -> Iterator[Listener]:
    """The desk of this folder, syncing with this hub by itself until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desk.bench.sync_listener", str(folder), url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Listener(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()  # ends it


def main(folder: str, url: str) -> None:
    """The other side."""
    bus = Bus()
    bus.subscribe(_tell)
    desk = sync_desks.reopened(Path(folder), bus)
    with sync_desks.collecting(), desk.running(url, Rhythm()) as runner:
        for _ in sys.stdin:
            if not runner.wait_idle(LONGEST_S):
                break
            sys.stdout.write(f"{IDLE}\n")
            sys.stdout.flush()
    desk.store.close()


def _tell(event: Event) -> None:
    if isinstance(event, Changed) and "arrived" in event.topics:
        sys.stdout.write(f"{time.monotonic_ns()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
