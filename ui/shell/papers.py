"""Printing as every page does it: `send(job, parent)` prints and says in the program's voice what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk.core.errors import Fault
from ui.hardware.printing import Outcome, Printing, System
from ui.paper.job import Job
from ui.shell.rolls import Printers, Rolls, Then

OWN = "prints"  # in the data folder: papers with names on them, and all of a throw-away one


class Voice(Protocol):
    """ui.shell.voice.Voice, as far as paper speaks."""

    def done(self, text: str) -> None: ...

    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None: ...

    def problem(self, error: Exception) -> None: ...


class Papers:
    """One for the program. own: the data folder; throwaway: nothing may be left outside of it."""

    def __init__(
        self,
        voice: Voice,
        chosen: Callable[[], str],
        own: Path,
        throwaway: bool = False,
        system: System | None = None,
        show_folder: Callable[[Path], object] | None = None,
    ) -> None:
        self._voice = voice
        self._own, self._throwaway = own / OWN, throwaway
        self._show_folder = show_folder or _show_folder
        self._printing = Printing(chosen, self._folder, system)
        self.rolls = Rolls(voice)

    def names(self) -> list[str]:
        """The printers of this computer."""
        return self._printing.names()

    def send(self, job: Job, parent: QWidget | None = None, then: Then | None = None) -> bool:
        """True when it lies on paper or in a file, or waits for an attached printer; what happens is said.

        then: told once whether it came out.
        """
        if self.rolls.send(job, then):
            return True
        done = self._send(job, parent)
        if then is not None:
            then(done)
        return done

    def _send(self, job: Job, parent: QWidget | None) -> bool:
        try:
            outcome = self._printing.send(job, parent)
        except Fault as fault:
            self._voice.problem(fault)
            return False
        if outcome.done:
            self._tell(outcome)
        return outcome.done

    def _tell(self, outcome: Outcome) -> None:
        if outcome.path is None:
            words = (
                QCoreApplication.translate("Papers", "已送到打印机「{name}」，印的是副本")
                if outcome.copy
                else QCoreApplication.translate("Papers", "已送到打印机「{name}」")
            )
            self._voice.done(words.format(name=outcome.printer))
            return
        folder, name = outcome.path.parent, outcome.path.name
        words = QCoreApplication.translate("Papers", "这台电脑没有打印机，已存成文件「{name}」，可以拿去打印")
        action = QCoreApplication.translate("Papers", "打开文件夹")
        self._voice.offer(words.format(name=name), action, lambda: self._show_folder(folder))

    def _folder(self, job: Job) -> Path:
        """Names stay at home, and yesterday's lists do not pile up there."""
        if not job.private and not self._throwaway:
            return documents()
        for old in self._own.glob(f"{job.name}*.pdf"):
            old.unlink(missing_ok=True)
        return self._own


def documents() -> Path:
    """Where people look for what they saved."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


_papers: Papers | None = None


def install(papers: Papers | None) -> None:
    """By the composition root, once; tests put theirs in its place."""
    global _papers
    _papers = papers


def send(job: Job, parent: QWidget | None = None, then: Then | None = None) -> bool:
    """Print this now; the caller's work is committed. False when nothing lies on paper or in a file, or waits to.

    On the attached printer for slips or labels where there is one, else on a printer of the computer.
    """
    return _papers is not None and _papers.send(job, parent, then)


def attach(printers: Printers | None) -> None:
    """The desk's own printers are there, or gone."""
    if _papers is not None:
        _papers.rolls.printers = printers


def prints_at_once(job: Job) -> bool:
    """Whether an attached printer would take this, so that nobody need be asked where to."""
    return _papers is not None and _papers.rolls.has(job)


def names() -> list[str]:
    """The printers of this computer."""
    return _papers.names() if _papers is not None else []
