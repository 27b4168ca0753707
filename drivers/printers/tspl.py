"""Label printers that speak TSPL: Gprinter, TSC, HPRT (DEVICES 3.3)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Option, Options, Simulated
from drivers.bus import Talk
from drivers.options import complete
from drivers.printers import printer
from drivers.printers import tspl_frames as frames
from drivers.printers.job import Code, Job, unpacked
from drivers.printers.one_byte import OneByte
from drivers.printers.printer import PRINT, Fields, Printer
from drivers.wire import Ask

TEXT = Option("text", "", required=True)
X, Y = Option("x", 0, low=0, high=4096), Option("y", 0, low=0, high=16_384)


class Tspl(Printer):
    """Labels as pictures, with native QR codes. It says itself when it has finished."""

    NAME = "tspl"
    OPTIONS = printer.options(
        9600,
        Option("width_mm", 60, low=10, high=200),
        Option("height_mm", 40, low=10, high=300),
        Option("gap_mm", 2, low=0, high=20, help="between two labels; 0 for endless paper"),
        Option("direction", 1, (0, 1), help="which edge comes out first"),
        Option("black", 0, (0, 1), help="which bit of a picture prints; 0 by the manuals"),
        Option("level", "L", ("L", "M", "Q", "H"), help="how much of a code may be lost"),
        Option("question", "short", ("short", "long"), help="<ESC>!? one byte, <ESC>!S eight (TSC)"),
    )
    ACTIONS = (PRINT,)
    FRAMES = (
        Action("status"),
        Action("text", (TEXT, X, Y)),
        Action("qr", (TEXT, X, Y, Option("size", 5, low=1, high=10))),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.LongDecoder() if options["question"] == "long" else frames.Decoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        if action == "print":
            return cls.bytes_of(unpacked(str(params["job"])), options)
        if action == "status":
            return frames.ASK_LONG if options["question"] == "long" else frames.ASK
        words, x, y = str(params["text"]), int(params["x"]), int(params["y"])
        if action == "text":
            return frames.text(words, x, y)
        return frames.qr(Code(words, int(params["size"]), x, y), str(options["level"]))

    @classmethod
    def bytes_of(cls, job: Job, options: Options) -> bytes:
        given = complete(cls.OPTIONS, options, partial=True)
        size = int(given["width_mm"]), int(given["height_mm"]), int(given["gap_mm"])
        return frames.label(job, size, str(given["level"]), int(given["direction"]), int(given["black"]))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.label_printers import SimulatedTspl

        return SimulatedTspl(black=int(options["black"]))

    def status(self, talk: Talk) -> Fields:
        return dict(talk(self.proof()).fields)

    def proof(self) -> Ask:
        if self.options["question"] == "long":
            return Ask(frames.ASK_LONG, frames.LongDecoder, timeout_s=self.timeout_s)
        return Ask(frames.ASK, lambda: OneByte(frames.SAID.__getitem__), timeout_s=self.timeout_s)

    def busy(self, fields: Fields) -> bool:
        return bool(fields["printing"])

    def paper_s(self, job: Job) -> float:
        return int(self.options["height_mm"]) * job.copies / self.speed_mm_s()
