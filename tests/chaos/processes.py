"""Real processes of the desk and the hub for tests to talk to, kill and start again."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
LONGEST_S = 40.0
BEAT_S = 0.02
KILLED = -signal.SIGKILL if hasattr(signal, "SIGKILL") else 1


class Gone(Exception):
    """A process ended that should not have, or did not do in time what it was waited for; its last words."""


class Process:
    """One child. Its output goes to `log`; it is killed, if need be, at the end of the block."""

    def __init__(self, words: Sequence[str], log: Path, extra: Mapping[str, str] | None = None) -> None:
        self.log = log
        with log.open("ab") as out:
            self._child = subprocess.Popen(
                [sys.executable, *words], stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=ROOT,
                env={**os.environ, **(extra or {})},
            )  # fmt: skip

    def __enter__(self) -> Process:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def code(self) -> int | None:
        """None while it runs; KILLED after kill -9."""
        return self._child.poll()

    def words(self) -> str:
        """All it said so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """kill -9."""
        if self.code is None:
            self._child.kill()
        self._child.wait(LONGEST_S)

    def stop(self) -> int:
        """Ask it to end, as a service manager does; returns its code."""
        if self.code is None:
            self._child.terminate()
        return self._child.wait(LONGEST_S)

    def freeze(self, frozen: bool) -> None:
        """SIGSTOP or SIGCONT: a machine that hangs."""
        self._child.send_signal(signal.SIGSTOP if frozen else signal.SIGCONT)

    def until(self, holds: Callable[[], bool], what: str = "", longest_s: float = LONGEST_S) -> None:
        """Wait while the process lives. Raises Gone."""
        end = time.monotonic() + longest_s
        while not holds():
            if self.code is not None or time.monotonic() > end:
                raise Gone(f"waited for {what or 'something'}, code {self.code}: {self.words()[-2000:]}")
            self.rest(BEAT_S)

    def rest(self, seconds: float) -> None:
        """Let it work for so long, or until it ends."""
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(seconds)

    def ended(self, longest_s: float = LONGEST_S) -> int:
        """Its code, once it has ended by itself. Raises Gone."""
        try:
            return self._child.wait(longest_s)
        except subprocess.TimeoutExpired:
            raise Gone(f"still runs: {self.words()[-2000:]}") from None


def answers(port: int, path: str = "/readyz") -> bool:
    """Whether somebody on this port says 200 to it."""
    line = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        line.request("GET", path)
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def free_port() -> int:
    """A port nobody has at this moment."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
