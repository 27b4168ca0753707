"""A barrier on two or three relays: pulses with a longest time, an interlock, a rest between moves; nothing closes by itself."""

from __future__ import annotations

import time
from collections.abc import Mapping

from drivers import modbus
from drivers.api import Action, Decoder, Option, Options, Outcome, Reading, Result, Simulated, Told, Value
from drivers.asked import Acting
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.relays.boarded import BoardDriver
from drivers.relays.boards import BOARD, FEEDBACK, Board, LcusBoard, board
from drivers.relays.lcus_frames import LcusDecoder

LOOK_S = 0.25  # how often the end contacts are looked at while the arm moves
POSITIONS = {"open": "open", "close": "closed"}


class Barrier(BoardDriver):
    """A gate arm on the dry contacts of a relay board: open, close, stop, each a short pulse (DEVICES 4.2)."""

    NAME = "barrier"
    ROLE = "barrier"
    CAPABILITIES = ("barrier",)
    OPTIONS = (
        PORT, baud(9600), PARITY, BOARD, address(1, 1, 255), FEEDBACK, ECHO,
        Option("open_channel", 1, low=1, high=64, help="relay on the gate's OPEN"),
        Option("close_channel", 2, low=0, high=64, help="relay on CLOSE; 0: the gate closes by its own rules"),
        Option("stop_channel", 0, low=0, high=64, help="relay on STOP; 0: none"),
        Option("open_contact", 0, low=0, high=64, help="input that is closed when the arm is up; 0: none"),
        Option("closed_contact", 0, low=0, high=64, help="input that is closed when the arm is down; 0: none"),
        Option("pulse_ms", 700, low=200, high=2000, help="how long a relay closes: see the gate's manual"),
        Option("rest_ms", 3000, low=0, high=60_000, help="after a move, so long no other but stop"),
        Option("travel_ms", 6000, low=500, high=30_000, help="so long the arm may take until its contact says so"),
        poll_ms(1000), timeout_ms(500),
    )  # fmt: skip
    ACTIONS = (
        Action("open", moves=True, deadline_s=35.0),
        Action("close", moves=True, deadline_s=35.0, help="only when a person says so: nothing here closes by itself"),
        Action("stop", moves=True, deadline_s=5.0),
    )

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self._rest_until_s = 0.0
        self._position = ""

    @classmethod
    def board_of(cls, options: Options) -> Board:
        counts = {
            "channels": max(int(options[f"{name}_channel"]) for name in ("open", "close", "stop")),
            "inputs": max(int(options[f"{name}_contact"]) for name in ("open", "closed")),
        }
        return board({**options, **counts})

    def mine(self) -> list[int]:
        return [channel for name in ("open", "close", "stop") if (channel := self._channel(name))]

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        channel = self._channel(action.name)
        if not channel:
            return Result(Outcome.FAILED, "not_wired")
        left_s = self._rest_until_s - time.monotonic()
        if action.name != "stop" and left_s > 0:
            return Result(Outcome.FAILED, "resting", {"left_ms": int(left_s * 1000)})
        if not self._apart(talk, channel):
            return Result(Outcome.FAILED, "interlocked")
        try:
            result = self.pulse(talk, channel, int(self.options["pulse_ms"]))
        finally:
            if talk.acted:  # also when it is not known whether the arm moved
                self._rest_until_s = time.monotonic() + int(self.options["rest_ms"]) / 1000
        return self._seen(talk, POSITIONS.get(action.name, "")) if result.outcome is Outcome.DONE else result

    def poll(self, talk: Talk) -> None:
        self.end_overdue(talk)
        self._tell(self._look(talk))

    def contact_states(self, talk: Talk) -> dict[int, bool]:
        question = self.board.inputs()
        answer = talk(question) if question else None
        if answer is None or answer.kind != "inputs":
            return {}
        return {number: bit == "1" for number, bit in enumerate(str(answer.fields["bits"]), 1)}

    def _channel(self, name: str) -> int:
        return int(self.options[f"{name}_channel"])

    def _apart(self, talk: Talk, channel: int) -> bool:
        """Whether every other relay of the gate is off: two at once can burn a motor."""
        others = [other for other in self.mine() if other != channel]
        if not self.board.proves:  # what cannot be asked is switched off first
            return all(self.switch(talk, other, False).outcome is not Outcome.FAILED for other in others)
        states = self.relay_states(talk)
        for other in [other for other in others if states.get(other, True)]:
            if self.switch(talk, other, False).outcome is not Outcome.DONE:
                return False
        return True

    def _seen(self, talk: Acting, wanted: str) -> Result:
        """The pulse was given; where the arm has a contact for it, that is the proof."""
        if not wanted or not self._contact(wanted):
            return Result(Outcome.DONE, fields={"proof": "relay"})
        until_s = time.monotonic() + int(self.options["travel_ms"]) / 1000
        while self._look(talk) != wanted:
            if time.monotonic() > until_s or not talk.left_s():
                return Result(Outcome.UNKNOWN, "not_seen", {"proof": "relay"})
            talk.wait(LOOK_S)
        return Result(Outcome.DONE, fields={"proof": "contact"})

    def _contact(self, position: str) -> int:
        return int(self.options[f"{position}_contact"])

    def _look(self, talk: Talk) -> str:
        """open, closed, between, or unknown when no contact says."""
        if not self._contact("open") and not self._contact("closed"):
            return "unknown"
        closed = self.contact_states(talk)
        for position in ("open", "closed"):
            if self._contact(position) and closed.get(self._contact(position)):
                return position
        return "between" if self._contact("open") and self._contact("closed") else "unknown"

    def _tell(self, position: str) -> None:
        if position != self._position:
            self._position = position
            self.told.reading(Reading("barrier", {"position": position}))

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return LcusDecoder() if options["board"] == "lcus" else modbus.AnswerDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        channel, made = int(options[f"{action}_channel"]), cls.board_of(options)
        timed = made.pulse(channel, int(options["pulse_ms"]))
        return (timed or made.switch(channel, True)).data

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.relays import SimulatedBarrier, SimulatedLcus

        made = cls.board_of(options)
        if isinstance(made, LcusBoard):
            return SimulatedLcus(made.channels, made.feedback)
        channels = (int(options["open_channel"]), int(options["close_channel"]), int(options["stop_channel"]))
        contacts = (int(options["open_contact"]), int(options["closed_contact"]))
        return SimulatedBarrier(int(options["address"]), channels, contacts, str(options["board"]))
