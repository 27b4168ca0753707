"""Receipt printers that speak ESC/POS (DEVICES 3.1, 3.2), on a serial or USB line or in the network."""

from __future__ import annotations

from collections.abc import Mapping

from drivers.api import Action, Decoder, DriverError, Option, Options, Outcome, Result, Simulated, Value
from drivers.asked import Acting
from drivers.bus import Talk
from drivers.options import complete
from drivers.printers import escpos_frames as frames
from drivers.printers import printer
from drivers.printers.job import Bitmap, Code, Job, unpacked
from drivers.printers.one_byte import OneByte
from drivers.printers.printer import DOTS_PER_MM, PRINT, SILENT, Fields, Printer
from drivers.wire import Ask, NoAnswer

ASKED = (frames.PRINTER, frames.OFFLINE, frames.PAPER)
KICK_S = 0.4  # after the pulse, for the contact in the drawer
CUT_MM = 25
SIZE = Option("size", 3, low=1, high=10, help="dots of one module")
LEVEL = Option("level", "L", tuple(frames.LEVELS), help="how much of the code may be lost")
PAPER = Option("paper_mm", 58, (58, 80), help="width of the roll: 384 or 576 dots are printed")
N = Option("n", frames.PAPER, (1, 2, 3, 4), help="1 printer, 2 why offline, 3 error, 4 paper")


class EscPos(Printer):
    """Pictures, native QR codes, cut and drawer; asked by DLE EOT."""

    NAME = "escpos"
    OPTIONS = printer.options(
        9600,
        PAPER,
        Option("cut", "full", frames.CUTS, help="how the knife of this printer is told"),
        Option("pin", 2, (2, 5), help="which contact opens the drawer"),
        Option("level", "M", tuple(frames.LEVELS), help="how much of a code may be lost"),
        Option("proof", "now", ("now", "in_turn"), help="in_turn: also ask GS r, answered when all before is printed"),
        Option("asked", "1,2,4", help="for captures: which questions the bytes answer, in turn"),
    )
    ACTIONS = (
        PRINT,
        Action("drawer", (), moves=True, deadline_s=5.0, help="open the cash drawer"),
        Action("cut", (), moves=True, deadline_s=5.0, help="feed and cut"),
    )
    FRAMES = (
        Action("init"),
        Action("status", (N,)),
        Action("status_in_turn"),
        Action("style", (Option("n", 0, low=0, high=255),), help="FS !: how Chinese letters look from here on"),
        Action("qr", (Option("text", "", required=True), SIZE, LEVEL)),
        Action("text", (Option("text", "", required=True), Option("double", False))),
        Action(
            "picture", (Option("width", 8, low=1, high=4096), Option("rows", "", required=True, help="hex, 1 = black"))
        ),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return frames.Decoder(_questions(str(options["asked"])))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        words = str(params.get("text", ""))
        if action == "print":
            return cls.bytes_of(unpacked(str(params["job"])), options)
        if action == "drawer":
            return frames.drawer(int(options["pin"]))
        if action == "cut":
            return frames.cut(str(options["cut"]))
        if action in ("status", "style"):
            return (frames.ask if action == "status" else frames.style)(int(params["n"]))
        if action == "qr":
            code = Code(words, int(params["size"]))
            return frames.qr(code.text, code.size, str(params["level"]))
        if action == "text":
            return frames.text(words, bool(params["double"]))
        if action == "picture":
            return frames.picture(Bitmap(int(params["width"]), _hex(str(params["rows"]))))
        return frames.ASK_IN_TURN if action == "status_in_turn" else frames.INIT

    @classmethod
    def bytes_of(cls, job: Job, options: Options) -> bytes:
        given = complete(cls.OPTIONS, options, partial=True)
        return frames.job(job, str(given["cut"]), int(given["pin"]), str(given["level"]))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.receipt_printer import SimulatedReceiptPrinter

        return SimulatedReceiptPrinter()

    # --- status -----------------------------------------------------------------------------------------------------

    def status(self, talk: Talk) -> Fields:
        """Each question by itself: some printers know only some. Raises NoAnswer when none is answered."""
        fields: Fields = {}
        missing: NoAnswer | None = None
        for n in ASKED:
            try:
                fields |= talk(self._asking(n)).fields
            except NoAnswer as none:
                if none.why not in SILENT:
                    raise
                missing = none
                if not fields:
                    break  # what says nothing to the first will say nothing
        if missing is not None and not fields:
            raise missing
        del fields["asked"]
        return fields

    def proof(self) -> Ask:
        if self.options["proof"] == "in_turn" and self.answers:
            return Ask(frames.ASK_IN_TURN, lambda: OneByte(frames.in_turn), timeout_s=self.timeout_s + printer.TURN_S)
        return self._asking(frames.PRINTER)

    def _asking(self, n: int) -> Ask:
        return Ask(frames.ask(n), lambda: OneByte(lambda byte: frames.SAID.get((n, byte))), timeout_s=self.timeout_s)

    def paper_s(self, job: Job) -> float:
        return (job.height / DOTS_PER_MM + CUT_MM) * job.copies / self.speed_mm_s()

    # --- actions ----------------------------------------------------------------------------------------------------

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        if action.name == "print":
            return super().perform(action, params, talk)
        if action.name == "cut":
            return self.send(frames.cut(str(self.options["cut"])), CUT_MM / self.speed_mm_s(), talk)
        return self._kick(talk)

    def _kick(self, talk: Acting) -> Result:
        """Only a drawer whose contact changes has proved that it opened."""
        before = self._drawer(talk) if self.answers else None
        sent = self.send(frames.drawer(int(self.options["pin"])), KICK_S, talk)
        if sent.outcome is not Outcome.DONE:
            return sent
        opened = before is not None and self._drawer(talk) != before
        return sent if opened else Result(Outcome.UNKNOWN, "unproven")

    def _drawer(self, talk: Acting) -> Value:
        return talk(self._asking(frames.PRINTER)).fields["drawer_high"]


def _questions(text: str) -> tuple[int, ...]:
    """Raises DriverError("option.type")."""
    asked = tuple(int(n) for n in text.split(",") if n in ("1", "2", "3", "4"))
    if not asked:
        raise DriverError("option.type", option="asked")
    return asked


def _hex(text: str) -> bytes:
    """Raises DriverError("option.type")."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise DriverError("option.type", option="rows") from None
