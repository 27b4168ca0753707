"""The processes of a soak: the program from its folder or from the sources, a hub that goes down and up, a screen nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import launch
import setup_venv
from setup_venv import ROOT
from talk import Stop

HOST = "127.0.0.1"
START_S, STOP_S, WORK_S = 60.0, 30.0, 600.0
SCREEN = "1366x768x24"
Environment = Mapping[str, str]


@dataclass(frozen=True)
class Program:
    """How its faces are started: `ui` the window, `desk` and `desk.hub` the command lines."""

    start: tuple[str, ...]
    packaged: bool
    env: Environment = field(default_factory=dict)

    def words(self, face: str, *rest: str) -> list[str]:
        if self.packaged:
            return [*self.start, *([] if face == "ui" else [face]), *rest]
        return [*self.start, "-m", face, *rest]

    def ask(self, *rest: str) -> dict[str, Any]:
        """Run a command of the desk and return the last JSON object it tells, whatever its exit code. Raises Stop."""
        done = subprocess.run(
            self.words("desk", *rest), cwd=str(ROOT), env=dict(self.env), stdin=subprocess.DEVNULL, capture_output=True,
            text=True, check=False, timeout=WORK_S,
        )  # fmt: skip
        lines = done.stdout.strip().splitlines()
        try:
            return dict(json.loads(lines[-1]))
        except (IndexError, ValueError):
            raise Stop(f"`desk {' '.join(rest[:3])}` told nothing (exit code {done.returncode}): {done.stderr[-800:]}") from None  # fmt: skip

    def begin(self, face: str, *rest: str, out: Path) -> subprocess.Popen[bytes]:
        """Start it in a group of its own, so that a kill takes its children along; its words go to `out`.out and .err."""
        with Path(f"{out}.out").open("ab") as said, Path(f"{out}.err").open("ab") as complained:
            return subprocess.Popen(
                self.words(face, *rest), cwd=str(ROOT), env=dict(self.env), stdin=subprocess.DEVNULL, stdout=said,
                stderr=complained, start_new_session=True,
            )  # fmt: skip


def program(path: Path | None, env: Environment) -> Program:
    """A built program, or with None the sources, set up if they are not yet."""
    if path is None:
        return Program((str(setup_venv.ensure(setup_venv.RUNTIME)),), False, env)
    if not path.is_file():
        raise Stop(f"There is no program at {path}; `python3 packaging/dev.py build linux` makes one.")
    return Program((str(path.resolve()),), True, env)


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for it and everything it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(STOP_S)


class Hub:
    """A real hub on a free port of the loopback. Context: killed at the end."""

    def __init__(self, owner: Program, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.database, self.downs, self.ticket = folder / "hub.db", 0, ""
        self._owner, self._folder, self._port = owner, folder, free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Hub:
        self.up()
        said = next(line for line in (self._folder / "hub.out").read_text("utf-8").splitlines() if '"serving"' in line)
        self.ticket = str(json.loads(said)["code"]["ticket"])
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            kill(self._process)

    @property
    def is_up(self) -> bool:
        return self._process is not None

    def up(self) -> None:
        """Returns once it answers. Raises Stop."""
        words = ("serve", "--db", str(self.database), "--port", str(self._port), "--insecure-http", "--json")
        self._process = self._owner.begin("desk.hub", *words, out=self._folder / "hub")
        until_s = time.monotonic() + START_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until_s:
                raise Stop(f"The hub did not come up; its words stand in {self._folder}.")
            time.sleep(0.1)

    def down(self, hard: bool = False) -> None:
        """As a service manager ends it, or hard: kill -9."""
        process, self._process = self._process, None
        if process is None:
            return
        self.downs += 1
        if not hard:
            process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_S)
        kill(process)

    def turn(self) -> None:
        """Down when it is up (every second time hard), up when it is down."""
        if self.is_up:
            self.down(hard=self.downs % 2 == 1)
        else:
            self.up()

    def _answers(self) -> bool:
        with suppress(OSError), urllib.request.urlopen(f"http://{HOST}:{self._port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
        return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


@contextmanager
def screen(wanted: bool) -> Iterator[dict[str, str]]:
    """The environment with a display of Xvfb, or offscreen where there is none or it is not wanted."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        server = shutil.which("Xvfb") if wanted else None
        if server is None:
            yield launch.offscreen(os.environ, Path(scratch))
            return
        reading, writing = os.pipe()
        words: Sequence[str] = (server, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp")
        shown = subprocess.Popen(words, pass_fds=(writing,), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            yield {**launch.offscreen(os.environ, Path(scratch)), "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            shown.terminate()
            shown.wait(STOP_S)
