"""Printers for tests: a list one writes oneself, and paper that is a PDF in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ui import texts
from ui.shell.papers import Papers

A6 = QPageSize(QPageSize.PageSizeId.A6)
A4 = QPageSize(QPageSize.PageSizeId.A4)


class Printers:
    """The edge: what QtSystem asks of the computer. accept: what the person answers in the dialog."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.folder, self.known, self.accept, self.page = folder, list(names), True, A4
        self.opened: list[str] = []
        self.asked = 0
        self.made: list[QPrinter] = []

    def names(self) -> list[str]:
        return self.known

    def open(self, name: str) -> QPrinter:
        self.opened.append(name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"paper-{len(self.opened)}.pdf"))
        printer.setPageSize(self.page)
        self.made.append(printer)
        return printer

    def ask(self, printer: QPrinter, parent: QWidget | None) -> bool:
        self.asked += 1
        return self.accept


class Told:
    """What the voice was asked to say."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.acts: list[Callable[[], object]] = []
        self.problems: list[str] = []

    def done(self, text: str) -> None:
        self.lines.append(text)

    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None:
        self.lines.append(text)
        self.acts.append(act)

    def problem(self, error: Exception) -> None:
        self.problems.append(texts.of_error(error))


class PaperNow:
    """A desk's paper: `printers`, `told`, and where the files went."""

    def __init__(self, folder: Path, *names: str, chosen: str = "") -> None:
        self.chosen, self.told = chosen, Told()
        self.printers = Printers(folder, *names)
        self.own = folder / "home"
        self.shown: list[Path] = []
        self.papers = Papers(
            self.told,
            lambda: self.chosen,
            self.own,
            throwaway=True,
            system=self.printers,
            show_folder=self.shown.append,
        )

    def titles(self) -> list[str]:
        """What was sent to the printer, by the words in its queue."""
        return [printer.docName() for printer in self.printers.made]

    def pdfs(self) -> list[Path]:
        """What came out."""
        return [Path(printer.outputFileName()) for printer in self.printers.made]
