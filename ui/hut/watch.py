"""The watchdog of the hut: starts the program, and starts it again when it dies or its window stops answering.

Standard library alone, so that it keeps standing where the program cannot. The program says over a loopback socket, from the
loop of its window, that it is there (`Pulse` in ui/hut/pulse.py); an end of its own (code 0) ends the watch too.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

log = logging.getLogger("ui.watch")
VARIABLE = "GATEHOUSE_DESK_WATCH"  # port and token; a program that has it runs under watch
LOOK_S = 1.0
ASLEEP_S = 10.0  # a longer gap between two looks: the computer itself has slept


@dataclass(frozen=True)
class Patience:
    """Seconds: until the first word of a fresh program, between two words, for a program that was asked to end, and between
    starts (doubled each time it lives less than `settled`)."""

    first: float = 180.0
    silent: float = 30.0
    ending: float = 10.0
    rest: float = 1.0
    most: float = 60.0
    settled: float = 600.0


class Watch:
    """`run()` answers the exit code once the program has ended by itself, or the watch was asked to end."""

    def __init__(self, command: Sequence[str], patience: Patience = Patience(), cwd: Path | None = None) -> None:
        self._command, self._patience, self._cwd = list(command), patience, cwd
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(LOOK_S)
        self._token = ""  # of this life: what a former one still says does not count
        self._rest = patience.rest
        self._asked = False
        self.starts = 0
        self.program: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Watch until the end."""
        try:
            while True:
                code = self._once()
                if code == 0 or self._asked:
                    return code if not self._asked else 0
                self._pause()
        finally:
            self._socket.close()

    def stop(self) -> None:
        """From a signal: end the program, then the watch."""
        self._asked = True

    def _once(self) -> int:
        """One life of the program; its exit code, 1 for one that had to be ended."""
        self.starts += 1
        begun, self._token = time.monotonic(), secrets.token_hex(16)
        environment = {**os.environ, VARIABLE: f"{self._socket.getsockname()[1]}:{self._token}"}
        self.program = subprocess.Popen(self._command, env=environment, cwd=self._cwd)
        log.info("started, process %d", self.program.pid)
        code = self._look(self.program, begun)
        if time.monotonic() - begun >= self._patience.settled:
            self._rest = self._patience.rest
        return code

    def _look(self, program: subprocess.Popen[bytes], begun: float) -> int:
        until, looked = begun + self._patience.first, begun
        while (code := program.poll()) is None:
            if self._asked:
                return self._end(program)
            heard, now = self._heard(), time.monotonic()
            if heard or now - looked > ASLEEP_S:
                until = now + self._patience.silent
            looked = now
            if now > until:
                log.warning("the window does not answer: ended, to be started again")
                self._kill(program)
                return 1
        log.info("ended with code %d", code)
        return code

    def _heard(self) -> bool:
        """Waits a moment for a word of our own program."""
        try:
            return secrets.compare_digest(self._socket.recv(64), self._token.encode())
        except TimeoutError:
            return False
        except OSError:  # Windows tells here of a port that nobody listens on
            return False

    def _end(self, program: subprocess.Popen[bytes]) -> int:
        program.terminate()
        try:
            program.wait(self._patience.ending)
        except subprocess.TimeoutExpired:
            self._kill(program)
        return 0

    @staticmethod
    def _kill(program: subprocess.Popen[bytes]) -> None:
        program.kill()
        program.wait()

    def _pause(self) -> None:
        """Rest before the next start, longer each time, so that a program that cannot start heats nobody's room."""
        by = time.monotonic() + self._rest
        self._rest = min(self._rest * 2, self._patience.most)
        while time.monotonic() < by and not self._asked:
            self._heard()


def watched(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this program runs under watch already."""
    return VARIABLE in environment


def watch(words: Sequence[str]) -> int:
    """Run the program with these words of the command line under watch."""
    whole = [sys.executable, *words] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui", *words]
    one = Watch(whole, cwd=None if getattr(sys, "frozen", False) else Path(__file__).resolve().parents[2])
    _on_signals(one.stop)
    return one.run()


def _on_signals(stop: Callable[[], None]) -> None:
    def told(number: int, frame: FrameType | None) -> None:
        stop()

    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), told)
