"""A label run in its own process, as the window sees it: an order goes in, progress comes out, and it can be stopped."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess

from desk.core.errors import Refused, Trouble

log = logging.getLogger("ui.paper")

Progress = Callable[[int, int], None]
End = Callable[[Exception | None], None]
STOP_MS = 3000


def command() -> list[str]:
    """How this program starts its own label job, packaged or from a checkout."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]
    return [*start, "--job", "labels"]


class LabelRun(QObject):
    """One run. `progress(done, of)` after each page, then `ended(None)` or `ended(error)` once. No file unless it is whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        app = QCoreApplication.instance()
        super().__init__(parent or app)
        if app is not None:
            app.aboutToQuit.connect(self.close)
        self._progress: Progress = lambda done, of: None
        self._end: End | None = None
        self._error: Exception | None = Trouble("program.child")
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(Path(__file__).resolve().parents[2]))
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(lambda: self._finish(self._error))
        self._process.errorOccurred.connect(self._on_error)

    def start(self, order: str, progress: Progress, ended: End) -> None:
        """Carry out an order made by ui.paper.labels_job.order."""
        self._progress, self._end = progress, ended
        whole = command()
        self._process.start(whole[0], whole[1:])
        self._process.write(order.encode("utf-8"))
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Stop it; what was there before stays as it was. Raises nothing, ends with Refused("paper.stopped")."""
        self._error = Refused("paper.stopped")
        self._process.readyReadStandardOutput.disconnect()
        self._process.kill()

    def close(self) -> None:
        """The window goes away: so does the run, without a word."""
        self._end = None
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(STOP_MS)

    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._tell(bytes(self._process.readLine().data()))

    def _tell(self, line: bytes) -> None:
        said = json.loads(line)
        if "done" in said:
            self._progress(int(said["done"]), int(said["of"]))
        elif "fault" in said:
            self._error = Trouble(str(said["fault"]))
        elif said.get("written"):
            self._error = None

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("the label job did not start")
            self._finish(Trouble("program.child"))

    def _finish(self, error: Exception | None) -> None:
        end, self._end = self._end, None
        if end is not None:
            end(error)
            self.deleteLater()
