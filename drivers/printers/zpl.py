"""Label printers that speak ZPL: Zebra and likes (DEVICES 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from drivers.api import Action, Decoder, Noise, Option, Options, Reading, Simulated, Value
from drivers.options import complete
from drivers.printers import label
from drivers.printers import zpl_frames as frames
from drivers.printers.job import Code, Job
from drivers.printers.label import TEXT, LabelPrinter, X, Y
from drivers.printers.printer import DOTS_PER_MM, Fields
from drivers.several import SeveralDecoder
from drivers.wire import Ask


class Zpl(LabelPrinter):
    """Labels as pictures, with native QR codes. It counts what it has still to print."""

    NAME = "zpl"
    OPTIONS = label.options(
        Option("dots_per_mm", DOTS_PER_MM, (6, 8, 12, 24), help="152, 203, 300 or 600 dpi"),
        Option("level", "M", ("L", "M", "Q", "H"), help="how much of a code may be lost"),
    )
    FRAMES = (
        Action("status"),
        Action("text", (TEXT, X, Y, Option("size", 24, low=8, high=400))),
        Action("qr", (TEXT, X, Y, label.SIZE)),
    )
    SILENCE_IS_LOSS = False  # "no answer while MEDIA OUT or HEAD OPEN"

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Decoder()

    @classmethod
    def question(cls, options: Options) -> bytes:
        return frames.ASK

    @classmethod
    def element(cls, action: str, params: Options, options: Options) -> bytes:
        words, x, y, size = str(params["text"]), int(params["x"]), int(params["y"]), int(params["size"])
        if action == "text":
            return frames.text(words, x, y, size)
        return frames.qr(Code(words, size, x, y), str(options["level"]))

    @classmethod
    def bytes_of(cls, job: Job, options: Options) -> bytes:
        given = complete(cls.OPTIONS, options, partial=True)
        dots = int(given["dots_per_mm"])
        return frames.label(job, int(given["width_mm"]) * dots, int(given["height_mm"]) * dots, str(given["level"]))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.label_printers import SimulatedZpl

        return SimulatedZpl()

    def proof(self) -> Ask:
        return Ask(frames.ASK, _Report, timeout_s=self.timeout_s)

    def busy(self, fields: Fields) -> bool:
        return bool(fields["waiting"] or fields["left"])


class _Report(SeveralDecoder):
    """The first two lines of a report as one reading; the third says nothing of printing."""

    START, MAX = frames.Decoder.START, frames.Decoder.MAX

    def __init__(self) -> None:
        super().__init__()
        self._lines = frames.Decoder()
        self._first: dict[str, Value] = {}

    def size(self, buffer: bytearray, at: int) -> int:
        return self._lines.size(buffer, at)

    def parse_all(self, frame: bytes) -> Sequence[Reading | Noise] | None:
        line = self._lines.parse(frame)
        if line is None:
            return None
        fields = dict(line.fields)
        number = fields.pop("line")
        if number == 1:
            self._first = fields
        if number != 2 or not self._first:
            return ()
        return (Reading("printer", {**self._first, **fields}),)
