"""The one way to paper: the desk's chosen printer at once, else the system's dialog, and without any printer a PDF."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QWidget

from desk.core.errors import Fault, Trouble
from ui.paper.files import whole
from ui.paper.job import Job

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

log = logging.getLogger("ui.printing")

PDF_DPI = 600


@dataclass(frozen=True)
class Outcome:
    """What became of a job: printed (on `printer`), saved (as `path`), or neither when the person thought better of it."""

    printer: str = ""
    path: Path | None = None
    copy: bool = False

    @property
    def done(self) -> bool:
        return bool(self.printer) or self.path is not None


class System(Protocol):
    """The printers of this computer; tests bring their own."""

    def names(self) -> list[str]: ...

    def open(self, name: str) -> QPrinter:
        """The printer of that name; "" the one the system thinks of first."""
        ...

    def ask(self, printer: QPrinter, parent: QWidget | None) -> bool:
        """The system's dialog: which printer, how many. False when it was left."""
        ...


class QtSystem:
    """Asked each time: printers come and go. QtPrintSupport is loaded by the first question, never at the start."""

    def names(self) -> list[str]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return sorted(QPrinterInfo.availablePrinterNames())

    def open(self, name: str) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
        mode = QPrinter.PrinterMode.HighResolution
        return QPrinter(mode) if info.isNull() else QPrinter(info, mode)

    def ask(self, printer: QPrinter, parent: QWidget | None) -> bool:
        from PySide6.QtPrintSupport import QPrintDialog

        return QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted


class Printing:
    """chosen(): the name of the desk's printer, "" for none; folder(job): where a PDF goes. On the Qt thread."""

    def __init__(self, chosen: Callable[[], str], folder: Callable[[Job], Path], system: System | None = None) -> None:
        self._chosen, self._folder = chosen, folder
        self._system = system or QtSystem()
        self._printed: set[str] = set()

    def names(self) -> list[str]:
        """Every printer this computer knows; may take a second where printers are looked for on the network."""
        return self._system.names()

    def send(self, job: Job, parent: QWidget | None = None) -> Outcome:
        """Print, or save. A second print of the same key in this run is marked as a copy.

        Raises Trouble("paper.not_printed", what=title, printer=name) and Trouble("paper.not_written").
        """
        names = self._system.names()
        copy = bool(job.key) and job.key in self._printed
        outcome = Outcome(path=self._save(job, copy), copy=copy) if not names else self._print(job, names, copy, parent)
        if outcome.done and job.key:
            self._printed.add(job.key)
        return outcome

    def _print(self, job: Job, names: list[str], copy: bool, parent: QWidget | None) -> Outcome:
        chosen = self._chosen()
        printer = self._system.open(chosen if chosen in names else "")
        if chosen not in names and not self._system.ask(printer, parent):
            return Outcome()
        name = printer.printerName() or chosen
        printer.setDocName(job.title)
        try:
            job.draw(printer, copy)
        except Fault as fault:
            log.warning("not printed: %s", fault.code)
            raise Trouble("paper.not_printed", what=job.title, printer=name) from fault
        if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
            log.warning("not printed: %s", printer.printerState().name)
            raise Trouble("paper.not_printed", what=job.title, printer=name)
        return Outcome(printer=name or "?", copy=copy)

    def _save(self, job: Job, copy: bool) -> Path:
        path = _free(self._folder(job), job.name)
        save(job, path, copy)
        return path


def save(job: Job, path: Path, copy: bool = False) -> None:
    """The same paper as a PDF. Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(PDF_DPI)
        writer.setTitle(job.title)
        job.draw(writer, copy)


def _free(folder: Path, name: str) -> Path:
    """A name in the folder that takes no older file's place. Raises Trouble("paper.not_written")."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("paper.not_written") from error
    path, n = folder / f"{name}.pdf", 2
    while path.exists():
        path, n = folder / f"{name}-{n}.pdf", n + 1
    return path
