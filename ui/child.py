"""Long work in a process of its own: the command line with `--json`, line by line, so that the desk never waits."""

from __future__ import annotations

import ast
import json
import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from desk.app import Desk
from desk.core.errors import Refused, Trouble
from desk.core.events import Bus, Changed
from ui import i18n

log = logging.getLogger("ui.child")

Line = Callable[[Mapping[str, Any]], None]
End = Callable[[Exception | None], None]
_CODE = re.compile(r"[a-z_]+\.[a-z_]+")
KEY_VARIABLE = "GATEHOUSE_DESK_KEY"  # desk/commands/output.py takes it out of its environment at once
GRACE_MS = 5000  # a child that was asked to stop is given this long to clean up
TOUCHED = frozenset({"people", "households", "codes", "visits", "outbox"})


def command(words: Sequence[str]) -> list[str]:
    """How this program starts its own command line, packaged or from a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "desk", *words]
    return [sys.executable, "-m", "desk", *words]


def start_program(words: Sequence[str]) -> bool:
    """Start another window of this program and leave it alone."""
    program = os.environ.get("APPIMAGE") or sys.executable  # an AppImage's own folder goes when it ends
    start = [program, *words] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui", *words]
    process = QProcess()
    process.setProgram(start[0])
    process.setArguments(start[1:])
    process.setWorkingDirectory(str(Path(__file__).resolve().parents[1]))
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


class Child(QObject):
    """One piece of work. `on_line` hears every JSON object; `on_end` None when it went well, else a Refused or Trouble."""

    def __init__(self, home: Path, bus: Bus, key: Callable[[], str] = str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._bus, self._key = home, bus, key
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(Path(__file__).resolve().parents[1]))
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._rest = b""
        self._on_line: Line = _ignore
        self._on_end: End | None = None

    def start(self, words: Sequence[str], on_line: Line, on_end: End) -> None:
        """Run `python -m desk WORDS --home ...`."""
        self._on_line, self._on_end = on_line, on_end
        if key := self._key():  # only where a passphrase alone opens the store: the child cannot ask for it
            environment = QProcessEnvironment.systemEnvironment()
            environment.insert(KEY_VARIABLE, key)
            self._process.setProcessEnvironment(environment)
        whole = command([*words, "--home", str(self._home)])
        self._process.start(whole[0], whole[1:])

    def cancel(self) -> None:
        """Ask it to stop; after a while it is ended. Either way nothing is half done: it writes in one unit."""
        pid = self._process.processId()
        if os.name == "posix" and pid:
            os.kill(pid, signal.SIGINT)
        else:
            self._process.kill()
        QTimer.singleShot(GRACE_MS, self, self._process.kill)

    def _on_output(self) -> None:
        data = self._rest + bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = data.split(b"\n")
        for line in lines:
            self._tell(line)

    def _tell(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            return
        if not isinstance(said, dict):
            return
        self._on_line(said)

    def _on_finished(self, code: int) -> None:
        self._on_output()
        self._bus.publish(Changed(TOUCHED))  # another process has written: what stands on the screen may be old
        self._finish(None if code == 0 else self._error())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            log.error("the command line did not start")
            self._finish(Trouble("program.child"))

    def _error(self) -> Exception:
        """The last line of stderr names a code of ours, with its facts behind it; anything else is a fault of the child."""
        lines = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
        code, _, facts = (lines[-1] if lines else "").partition(" ")
        if not _CODE.fullmatch(code):
            if lines:  # a command may also end with 1 because it found something to say
                log.error("the command line ended badly: %s", lines[-1])
            return Trouble("program.child")
        try:
            known = ast.literal_eval(facts) if facts else {}
        except (ValueError, SyntaxError):
            known = {}
        return Refused(code, **known)

    def _finish(self, error: Exception | None) -> None:
        end, self._on_end = self._on_end, None
        if end is not None:
            end(error)
            self.deleteLater()


class Children:
    """What pages get to start: children over this desk's data, and the practice estate."""

    def __init__(self, desk: Desk, problem: Callable[[Exception], None], parent: QObject) -> None:
        self._desk, self._problem, self._parent = desk, problem, parent

    def child(self) -> Child:
        """A fresh one for one piece of work."""
        return Child(self._desk.home.root, self._desk.bus, self._key, self._parent)

    def practise(self) -> None:
        """The practice estate: a window and a data folder of its own."""
        if not start_program(
            ["--home", str(self._desk.home.root / "practice"), "--practice", "--lang", i18n.current()]
        ):
            self._problem(Trouble("program.child"))

    def _key(self) -> str:
        from desk.store.key import where_key

        return self._desk.store.key.hex() if where_key(self._desk.home) == "wrapped" else ""


def _ignore(_: Mapping[str, Any]) -> None:
    """Nobody listens yet."""
