"""A printer, whatever its language: what it is given goes out once, and "printed" is only said when it says so
itself (DEVICES 3).

One that never answers is served blind: its outcome is UNKNOWN, and nothing waits for it.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from drivers.api import Action, Option, Options, Outcome, Reading, Result, Told, Value
from drivers.asked import BUSES, Acting, AskedDriver, Buses
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.options import PARITY, baud, poll_ms, timeout_ms
from drivers.printers.job import Job, unpacked
from drivers.raw import is_raw
from drivers.wire import Ask, NoAnswer

Fields = dict[str, Value]
SILENT = ("no_answer", "garbled")
LOOK_S = 0.25  # between two questions while it prints
LAST_S = 0.5  # kept back from the deadline, for the last question
BUFFER = 16_384  # bytes that may still stand in the computer when the last one is written
BLIND_S = 0.05
TURN_S = 20.0  # what a printer may take to work off all that was sent before
DOTS_PER_MM = 8  # 203 dpi; a head of 300 only prints sooner than expected

PORT = Option("port", "", required=True, help="an address of `drivers.ports`, COM3, lan:HOST, /dev/usb/lp0")
STATUS = Option("status", "ask", ("ask", "never"), help="never: do not even ask, it prints the question")
SPEED = Option("mm_per_s", 80, low=10, high=500, help="how fast it prints, to know when it must be done")
PRINT = Action(
    "print",
    (Option("job", "", required=True, help="a job as `drivers.printers.job.Job.packed` writes it"),),
    moves=True,
    deadline_s=60.0,
    help="print it, once",
)


def options(speed: int, *more: Option) -> tuple[Option, ...]:
    """The settings every printer has."""
    return (PORT, baud(speed), PARITY, *more, STATUS, SPEED, poll_ms(5000), timeout_ms(500))


class Printer(AskedDriver):
    """A subclass gives the bytes, the questions, and what counts as trouble."""

    ROLE = "printer"
    CAPABILITIES = ("printer",)
    TROUBLES: ClassVar[tuple[str, ...]] = (
        "cover_open", "paper_out", "ribbon_out", "jam", "cutter", "error", "offline", "paused",
    )  # fmt: skip
    SILENCE_IS_LOSS: ClassVar[bool] = True  # False: this kind falls silent when it is out of paper

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None, buses: Buses = BUSES) -> None:
        super().__init__(options, told, backoff, buses)
        self.answers = False  # whether it ever did: one that has can be lost, one that never has is served blind
        self._told_fields: Fields = {}

    # --- for the subclass -------------------------------------------------------------------------------------------

    @classmethod
    @abstractmethod
    def bytes_of(cls, job: Job, options: Options) -> bytes:
        """Everything of a job. Raises DriverError for what cannot be said in this language."""

    @abstractmethod
    def status(self, talk: Talk) -> Fields:
        """How it is now. Raises NoAnswer."""

    @abstractmethod
    def proof(self) -> Ask:
        """The question that goes out behind a job."""

    @abstractmethod
    def paper_s(self, job: Job) -> float:
        """Seconds until it must be printed, by the length of the paper."""

    def busy(self, fields: Fields) -> bool:
        """It says itself that it has not finished."""
        return False

    # --- as asked by the bus ----------------------------------------------------------------------------------------

    @property
    def asks(self) -> bool:
        return self.options["status"] != "never"

    def hello(self, talk: Talk) -> None:
        """Nothing that comes back is no proof that it is not there: many never say a word."""
        self._told_fields = {}
        self.poll(talk)

    def poll(self, talk: Talk) -> None:
        if not self._greet(talk) and self.answers and self.SILENCE_IS_LOSS:
            raise NoAnswer("no_answer", sent=True)

    def _greet(self, talk: Talk) -> bool:
        """Whether it said how it is; what changed is told."""
        if not self.asks:
            return False
        try:
            self._look(talk)
        except NoAnswer as none:
            if none.why not in SILENT:
                raise
            return False
        return True

    def _look(self, talk: Talk) -> Fields:
        """Raises NoAnswer."""
        fields = self.status(talk)
        self.answers = True
        if fields != self._told_fields:
            self._told_fields = fields
            self.told.reading(Reading("printer", {**fields, "trouble": self.trouble(fields)}))
        return fields

    def trouble(self, fields: Fields) -> str:
        """The first thing in the way of printing, or nothing."""
        return next((name for name in self.TROUBLES if fields.get(name)), "")

    # --- actions ----------------------------------------------------------------------------------------------------

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        job = unpacked(str(params["job"]))
        return self.send(self.bytes_of(job, self.options), self.paper_s(job), talk)

    def send(self, data: bytes, paper_s: float, talk: Acting) -> Result:
        """Out with it, once, and then see what the printer says until it must be done."""
        if self.answers and (trouble := self._before(talk)):
            return Result(Outcome.FAILED, trouble)
        try:
            talk(self._delivery(data))
        except NoAnswer as none:
            if not none.sent or none.why not in SILENT:
                raise
            return Result(Outcome.UNKNOWN, "no_status", {"bytes": len(data)})
        return self._followed(time.monotonic() + paper_s, talk)

    def _before(self, talk: Acting) -> str:
        """What stands in the way already; a silence now does not."""
        try:
            return self.trouble(self._look(talk))
        except NoAnswer as none:
            if none.why not in SILENT:
                raise
            return ""

    def _delivery(self, data: bytes) -> Ask:
        if not self.asks:
            return Ask(data, self.fresh_decoder, lambda said: False, BLIND_S, acts=True)
        proof = self.proof()
        way_s = min(len(data), BUFFER) * 10 / int(self.options["baud"]) if self.answers and self._serial else 0.0
        return Ask(data + proof.data, proof.decoder, proof.wanted, proof.timeout_s + way_s, acts=True)

    @property
    def _serial(self) -> bool:
        port = str(self.options["port"])
        return not is_raw(port) and "://" not in port

    def _followed(self, until_s: float, talk: Acting) -> Result:
        while True:
            fields = self._look(talk)
            if trouble := self.trouble(fields):
                return Result(Outcome.FAILED, trouble, {"partly": True})
            if time.monotonic() >= until_s and not self.busy(fields):
                return Result(Outcome.DONE)
            if talk.left_s() < LAST_S:
                return Result(Outcome.UNKNOWN, "not_finished")
            talk.wait(LOOK_S)

    def speed_mm_s(self) -> int:
        return int(self.options["mm_per_s"])
