"""Long work in a process of its own: `python -m desk ...`, heard line by line, stopped by a word."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from desk.app import Desk
from desk.commands.output import KEY_VARIABLE
from desk.core.errors import Refused, Trouble

CODE = re.compile(r"^([a-z_]+(?:\.[a-z_]+)+)( \{.*\})?$", re.MULTILINE)
PATIENCE_MS = 4000  # between asking it to stop and ending it
ROOT = Path(__file__).resolve().parents[2]

Line = Callable[[Mapping[str, Any]], None]
Ended = Callable[[Exception | None], None]


def command(words: Sequence[str], module: str = "desk") -> tuple[str, list[str]]:
    """The program and its words, in a checkout and in a packaged program. module: `desk` or `ui`."""
    if getattr(sys, "frozen", False):
        return sys.executable, [*(["desk"] if module == "desk" else []), *words]
    return sys.executable, ["-m", module, *words]


class Child(QObject):
    """One run. `line(object)` for each JSON line, then `ended(None)` or `ended(error)` once."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line: Line = lambda line: None
        self._ended: Ended = lambda error: None
        self._cancelled = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._process.kill)

    def start(self, words: Sequence[str], line: Line, ended: Ended) -> None:
        """Run `desk WORDS` on this desk's data."""
        self._line, self._ended = line, ended
        program, arguments = command(words)
        if self._desk.home.private:
            arguments += ["--home", str(self._desk.home.root)]
        self._process.setProcessEnvironment(self._environment())
        if not getattr(sys, "frozen", False):
            self._process.setWorkingDirectory(str(ROOT))
        self._process.start(program, arguments)

    def cancel(self) -> None:
        """Ask it to stop; end it when it does not listen."""
        self._cancelled = True
        self._process.write(b"cancel\n")
        self._process.terminate()
        self._patience.start()

    def close(self) -> None:
        """The program ends: so does the child, at once."""
        self._ended = lambda error: None
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(2000)

    def _environment(self) -> QProcessEnvironment:
        """A key that only a passphrase opens is handed to the child; nobody but this user's processes can read it."""
        from desk.store.key import where_key

        found = QProcessEnvironment.systemEnvironment()
        found.insert("PYTHONUTF8", "1")
        if where_key(self._desk.home) == "wrapped":
            found.insert(KEY_VARIABLE, self._desk.store.key.hex())
        return found

    def _on_output(self) -> None:
        while self._process.canReadLine():
            text = bytes(self._process.readLine().data()).decode("utf-8", "replace").strip()
            if text.startswith("{"):
                self._line(json.loads(text))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(Trouble("program.child_failed"))

    def _on_finished(self, code: int) -> None:
        self._patience.stop()
        self._on_output()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        found = CODE.search(said)
        if code == 0 and not self._cancelled:
            self._end(None)
        elif self._cancelled:
            self._end(Refused("program.child_stopped"))
        elif found is not None:
            facts = ast.literal_eval(found[2].strip()) if found[2] else {}
            self._end(Refused(found[1], **facts))
        else:
            self._end(Trouble("program.child_failed"))

    def _end(self, error: Exception | None) -> None:
        ended, self._ended = self._ended, lambda _: None
        ended(error)
        self.deleteLater()
