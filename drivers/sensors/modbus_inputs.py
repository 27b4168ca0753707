"""Doors, manhole covers, smoke and water: dry contacts on a Modbus input board (DEVICES 8).

A program on a computer is no fire alarm system. A board that is silent is a lost device, never "no alarm".
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping

from drivers import modbus
from drivers.api import Action, Decoder, Option, Options, Outcome, Reading, Result, Simulated, Told, Value
from drivers.asked import Acting, AskedDriver
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.relays.boards import ModbusBoard, bits
from drivers.sensors.contact_rules import Change, Contact
from drivers.wire import NoAnswer

OTHER = "contact"  # the sort of a contact that nobody named


class ModbusInputs(AskedDriver):
    """A board of contacts: each change as `contact`, and `alarm` when one is not as it should be."""

    NAME = "modbus_inputs"
    ROLE = "contact"
    CAPABILITIES = ("contact", "alarm")
    OPTIONS = (
        PORT, baud(9600), PARITY, address(1, 1, 255), Option("inputs", 8, low=1, high=64, help="contacts on the board"),
        Option("sorts", "", help="what each contact watches, from the first: door,manhole,smoke,water"),
        Option("normal", "closed", ("closed", "open"), help="how a contact is when all is well; closed alarms on a cut wire"),
        Option("steady", 2, low=1, high=20, help="polls in a row that must agree"),
        Option("latch", True, help="an alarm stands until it is acknowledged"),
        ECHO, poll_ms(250), timeout_ms(500),
    )  # fmt: skip
    ACTIONS = (
        Action("acknowledge", (Option("channel", 0, low=0, high=64, help="which contact, 0 for all"),)),
    )  # fmt: skip
    FRAMES = (Action("read_inputs"),)

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        count, normal = int(self.options["inputs"]), self.options["normal"] == "closed"
        steady, latch = int(self.options["steady"]), bool(self.options["latch"])
        self._contacts = {n: Contact(n, normal, steady, latch) for n in range(1, count + 1)}
        self._sorts = [sort.strip() for sort in str(self.options["sorts"]).split(",")]
        self._board = ModbusBoard("modbus", int(self.options["address"]), 0, count, self.timeout_s)
        self._lock = threading.Lock()  # looks come on the bus thread, acknowledgements on any

    def hello(self, talk: Talk) -> None:
        self._look(talk)

    def poll(self, talk: Talk) -> None:
        states = self._look(talk)
        with self._lock:
            changes = [change for n, closed in states.items() for change in self._contacts[n].look(closed)]
        self._tell(changes)

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        channel = int(params["channel"])
        with self._lock:
            contacts = [c for n, c in self._contacts.items() if channel in (0, n)]
            changes = [change for contact in contacts for change in contact.acknowledge()]
        self._tell(changes)
        return Result(Outcome.DONE)

    def _look(self, talk: Talk) -> dict[int, bool]:
        question = self._board.inputs()
        assert question is not None
        answer = talk(question)
        if answer.kind == "refused":
            raise NoAnswer("refused", sent=True)
        return bits(answer, len(self._contacts))

    def _tell(self, changes: Iterable[Change]) -> None:
        for change in changes:
            about: dict[str, Value] = {"channel": change.channel, "sort": self._sort(change.channel)}
            if change.closed is not None:
                self.told.reading(Reading("contact", {**about, "closed": change.closed}))
            if change.alarm is not None:
                self.told.reading(Reading("alarm", {**about, "active": change.alarm}))

    def _sort(self, channel: int) -> str:
        return self._sorts[channel - 1] or OTHER if channel <= len(self._sorts) else OTHER

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return modbus.AnswerDecoder(function=modbus.READ_INPUTS)

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        if action == "read_inputs":
            return modbus.read(int(options["address"]), modbus.READ_INPUTS, 0, int(options["inputs"]))
        return super().frame(action, params, options)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.climate import SimulatedContacts

        return SimulatedContacts(int(options["address"]), int(options["inputs"]), options["normal"] == "closed")
