"""The role `id_reader`: a resident identity card reader on a serial port, read once for each time a card is laid
down (DEVICES 1)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from drivers.api import Action, Decoder, Option, Options, Outcome, Reading, Result, Simulated, Told, Value
from drivers.asked import BUSES, Acting, AskedDriver, Buses
from drivers.bus import Talk
from drivers.cards.placement import MISSES, TRIES, Placement
from drivers.cards.resident_frames import COMMANDS, SPEEDS, ResidentDecoder, encode, encode_speed
from drivers.line import Backoff
from drivers.options import ECHO, PORT, poll_ms, timeout_ms
from drivers.wire import Ask, NoAnswer

LOOK = "find"  # the question that nobody waits for


class IdReader(AskedDriver):
    """Tells `identity` (personal: name, number, birth, ... of drivers.cards.resident_text) and `identity_failed` (reason).

    The number goes to whoever is told, and nowhere else: into no log and no file. The photo is dropped as it comes.
    """

    NAME = "resident_id"
    ROLE = "id_reader"
    CAPABILITIES = ("identity", "identity_failed")
    OPTIONS = (
        PORT,
        Option("baud", 115200, tuple(SPEEDS), help="speed of the line, as set in the module"),
        ECHO,
        poll_ms(300, low=50, high=5000),
        timeout_ms(1000),
        Option("read_timeout_ms", 3000, low=100, high=20_000, help="how long a card's 1.3 kB may take; longer at 9600"),
        Option("tries", TRIES, low=1, high=10, help="of one placement, before it is told that the card cannot be read"),
        Option("misses", MISSES, low=1, high=20, help="`no card` so many times in a row: it was lifted"),
        Option(
            "repeat_ms", 0, low=0, high=60_000, help="the same card again so soon is not told; for modules that lose it"
        ),
    )
    ACTIONS = (
        Action("status", help="does the module work?"),
        Action("sam_id", help="the number of the module inside"),
        Action("reset", help="start the module anew"),
    )
    FRAMES = (
        Action("find"),
        Action("select"),
        Action("read"),
        Action("read_with_fingerprint", help="never asked: what comes is dropped"),
        Action("read_new_address", help="never asked by itself"),
        Action("set_speed", (Option("baud", 115200, tuple(SPEEDS)),), help="never asked: the line would be lost"),
    )

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None, buses: Buses = BUSES) -> None:
        super().__init__(options, told, backoff, buses)
        self._placement = Placement(
            int(self.options["tries"]), int(self.options["misses"]), int(self.options["repeat_ms"]) / 1000
        )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return ResidentDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        return encode(action) if action in COMMANDS else encode_speed(int(params["baud"]))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.id_reader import SimulatedIdReader

        return SimulatedIdReader()

    def hello(self, talk: Talk) -> None:
        status = str(talk(self._question("status")).fields.get("status", ""))
        if status != "ok":
            raise NoAnswer(status, sent=True)

    def opened(self, talk: Talk) -> None:
        self._placement.interrupted()

    def poll(self, talk: Talk) -> None:
        """Looks for a card; the questions that read it follow at once, for a person waits."""
        while True:
            news = self._placement.heard(self._answer(talk, self._placement.command), time.monotonic())
            if news is not None:
                self.told.reading(news)
            if self._placement.waits:
                return

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        reply = talk(self._question(action.name))
        status = str(reply.fields.get("status", ""))
        if status != "ok":
            return Result(Outcome.FAILED, status)
        return Result(Outcome.DONE, fields={name: value for name, value in reply.fields.items() if name != "status"})

    def _answer(self, talk: Talk, command: str) -> Reading | None:
        try:
            return talk(self._question(command))
        except NoAnswer as none:
            if command == LOOK or none.why == "stopped":
                raise
            return None

    def _question(self, command: str) -> Ask:
        wait_ms = int(self.options["read_timeout_ms" if command == "read" else "timeout_ms"])
        return Ask(self.encode(command, {}, self.options), self.fresh_decoder, _fits(command), wait_ms / 1000)


def _fits(command: str) -> Callable[[Reading], bool]:
    """Whether a reply can be that question's: a late answer to `find` is no answer to anything else."""
    if command == LOOK:
        return lambda reply: reply.kind == "reply"
    return lambda reply: reply.fields.get("status") not in ("card_found", "no_card")
