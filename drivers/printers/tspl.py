"""Label printers that speak TSPL: Gprinter, TSC, HPRT (DEVICES 3.3)."""

from __future__ import annotations

from drivers.api import Action, Decoder, Option, Options, Simulated
from drivers.options import complete
from drivers.printers import label
from drivers.printers import tspl_frames as frames
from drivers.printers.job import Code, Job
from drivers.printers.label import TEXT, LabelPrinter, X, Y
from drivers.printers.one_byte import OneByte
from drivers.printers.printer import Fields
from drivers.wire import Ask


class Tspl(LabelPrinter):
    """Labels as pictures, with native QR codes. It says itself when it has finished."""

    NAME = "tspl"
    OPTIONS = label.options(
        Option("gap_mm", 2, low=0, high=20, help="between two labels; 0 for endless paper"),
        Option("direction", 1, (0, 1), help="which edge comes out first"),
        Option("black", 0, (0, 1), help="which bit of a picture prints; 0 by the manuals"),
        Option("level", "L", ("L", "M", "Q", "H"), help="how much of a code may be lost"),
        Option("question", "short", ("short", "long"), help="<ESC>!? one byte, <ESC>!S eight (TSC)"),
    )
    FRAMES = (
        Action("status"),
        Action("text", (TEXT, X, Y)),
        Action("qr", (TEXT, X, Y, label.SIZE)),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.LongDecoder() if options["question"] == "long" else frames.Decoder()

    @classmethod
    def question(cls, options: Options) -> bytes:
        return frames.ASK_LONG if options["question"] == "long" else frames.ASK

    @classmethod
    def element(cls, action: str, params: Options, options: Options) -> bytes:
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

    def proof(self) -> Ask:
        if self.options["question"] == "long":
            return Ask(frames.ASK_LONG, frames.LongDecoder, timeout_s=self.timeout_s)
        return Ask(frames.ASK, lambda: OneByte(frames.SAID.__getitem__), timeout_s=self.timeout_s)

    def busy(self, fields: Fields) -> bool:
        return bool(fields["printing"])
