"""Label printers, whatever their language: labels as pictures with native codes, and one question about how they are."""

from __future__ import annotations

from abc import abstractmethod

from drivers.api import Option, Options
from drivers.bus import Talk
from drivers.printers import printer
from drivers.printers.job import Job, unpacked
from drivers.printers.printer import PRINT, Fields, Printer

TEXT = Option("text", "", required=True)
X, Y = Option("x", 0, low=0, high=4096), Option("y", 0, low=0, high=16_384)
SIZE = Option("size", 5, low=1, high=10, help="dots of one module of a code")


def options(*more: Option) -> tuple[Option, ...]:
    """The settings every label printer has."""
    size = Option("width_mm", 60, low=10, high=200), Option("height_mm", 40, low=10, high=300)
    return printer.options(9600, *size, *more)


class LabelPrinter(Printer):
    """A subclass gives the bytes of a job, of the question and of one thing on a label."""

    ACTIONS = (PRINT,)

    @classmethod
    @abstractmethod
    def question(cls, options: Options) -> bytes:
        """How are you?"""

    @classmethod
    @abstractmethod
    def element(cls, action: str, params: Options, options: Options) -> bytes:
        """A `text` or a `qr` at its place."""

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        if action == "print":
            return cls.bytes_of(unpacked(str(params["job"])), options)
        return cls.question(options) if action == "status" else cls.element(action, params, options)

    def status(self, talk: Talk) -> Fields:
        return dict(talk(self.proof()).fields)

    def paper_s(self, job: Job) -> float:
        return int(self.options["height_mm"]) * job.copies / self.speed_mm_s()
