"""Relay boards: LCUS on a USB port, Modbus boards on RS-485 (DEVICES 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from drivers import modbus
from drivers.api import Action, Decoder, DriverError, Option, Options, Outcome, Reading, Result, Simulated, Value
from drivers.asked import Acting
from drivers.bus import Talk
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.relays.boarded import BoardDriver
from drivers.relays.boards import (
    BOARD,
    CHANNELS,
    ENDING,
    ENDINGS,
    EVERY,
    FEEDBACK,
    FLASH,
    FLASH_OFF,
    INPUTS,
    LcusBoard,
    ModbusBoard,
    tenths,
)
from drivers.relays.lcus_frames import QUERY, LcusDecoder, LcusQueryDecoder, lcus

CHANNEL = Option("channel", 1, low=1, high=64, help="which relay, from 1")
PULSE_MS = Option("ms", 700, low=100, high=5000, help="how long it is on")
OFF_AT = (
    Option("off_at_open", True, help="all relays off when the board is found"),
    Option("off_at_close", True, help="all relays off when the program ends"),
)
ACTIONS = (
    Action("on", (CHANNEL,), moves=True),
    Action("off", (CHANNEL,), moves=True),
    Action("pulse", (CHANNEL, PULSE_MS), moves=True, deadline_s=8.0, help="on for so long, then surely off"),
    Action("all_off", moves=True),
)


class RelayDriver(BoardDriver):
    """What both have in common: actions, and telling each change."""

    ROLE = "relay"
    CAPABILITIES: ClassVar[tuple[str, ...]] = ("relay", "contact")

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        channel = int(params.get("channel", 1))
        if channel > self.board.channels:
            raise DriverError("option.limit", option="channel", low=1, high=self.board.channels)
        if action.name == "pulse":
            return self.pulse(talk, channel, int(params["ms"]))
        if action.name == "all_off":
            return self.all_off(talk)
        return self.switch(talk, channel, action.name == "on")

    def opened(self, talk: Talk) -> None:
        self._known: dict[tuple[str, int], bool] = {}
        super().opened(talk)

    def poll(self, talk: Talk) -> None:
        self.end_overdue(talk)
        self._tell("relay", "on", self.relay_states(talk))
        self._tell("contact", "closed", self.contact_states(talk))

    def _tell(self, kind: str, word: str, states: Mapping[int, bool]) -> None:
        for channel, value in states.items():
            if self._known.get((kind, channel)) is not value:
                self._known[kind, channel] = value
                self.told.reading(Reading(kind, {"channel": channel, word: value}))


class LcusRelay(RelayDriver):
    """LCUS and LC-Tech relay modules on a CH340: four bytes, and answers on some."""

    NAME = "lcus"
    CAPABILITIES = ("relay",)
    OPTIONS = (
        PORT, baud(9600), Option("channels", 2, low=1, high=8, help="relays on the board"), FEEDBACK, ENDING,
        poll_ms(2000), timeout_ms(300), *OFF_AT,
    )  # fmt: skip
    ACTIONS = ACTIONS
    FRAMES = (
        Action("op", (CHANNEL, Option("op", 1, low=0, high=6, help="0 off 1 on 2-5 with answer 6 pulse"))),
        Action("query"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return LcusQueryDecoder(int(options["channels"])) if options["feedback"] == "ff" else LcusDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        channel = int(params.get("channel", 1))
        ending = ENDINGS[str(options["ending"])]
        if action == "query":
            return QUERY + ending
        if action == "op":
            return lcus(channel, int(params["op"])) + ending
        if action == "all_off":
            channels = range(1, int(options["channels"]) + 1)
            return b"".join(cls.board_of(options).switch(n, False).data for n in channels)
        return cls.board_of(options).switch(channel, action != "off").data

    @classmethod
    def board_of(cls, options: Options) -> LcusBoard:
        timeout_s, ending = int(options["timeout_ms"]) / 1000, ENDINGS[str(options["ending"])]
        return LcusBoard(str(options["feedback"]), int(options["channels"]), timeout_s, ending)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.relays import SimulatedLcus

        return SimulatedLcus(int(options["channels"]), str(options["feedback"]))


class ModbusRelay(RelayDriver):
    """Modbus RTU relay boards with or without inputs: Waveshare, LC-Tech, and any with plain coils."""

    NAME = "modbus_relay"
    OPTIONS = (
        PORT, baud(9600), PARITY, address(1, 1, 255), Option("board", BOARD.default, ("waveshare", "lc", "modbus"), help=BOARD.help),
        CHANNELS, INPUTS, ECHO, poll_ms(500), timeout_ms(500), *OFF_AT,
    )  # fmt: skip
    ACTIONS = (*ACTIONS, Action("all_on", moves=True))
    FRAMES = (
        Action("toggle", (CHANNEL,), help="Waveshare"),
        Action("flash_on", (CHANNEL, PULSE_MS), help="Waveshare: on for so long"),
        Action("flash_off", (CHANNEL, PULSE_MS), help="Waveshare: off for so long"),
        Action("every_on", help="Waveshare: all coils by one word"),
        Action("every_off", help="Waveshare"),
        Action("read_coils"),
        Action("read_inputs"),
        Action("read_address", help="LC: to whatever address it has; alone on the line"),
        Action("read_baud", help="LC"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return modbus.AnswerDecoder()

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        if action.name == "all_on" and isinstance(self.board, ModbusBoard):
            answer = talk(self.board.all(True))
            return Result(Outcome.FAILED, "refused") if answer.kind == "refused" else Result(Outcome.DONE)
        return super().perform(action, params, talk)

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        made, at = cls.board_of(options), int(options["address"])
        assert isinstance(made, ModbusBoard)
        coil, ms = int(params.get("channel", 1)) - 1, int(params.get("ms", 100))
        if action in ("all_on", "all_off"):
            return made.all(action == "all_on").data
        if action in ("read_coils", "read_inputs"):
            function = modbus.READ_COILS if action == "read_coils" else modbus.READ_INPUTS
            return modbus.read(at, function, 0, made.channels if action == "read_coils" else made.count or 8)
        if action == "read_address":
            return modbus.read(0, modbus.READ_HOLDING, 0, 1)
        if action == "read_baud":
            return modbus.read(at, modbus.READ_HOLDING, 0x03E8, 1)
        if action == "pulse" and made.flavour == "waveshare":
            action = "flash_on"
        words = {
            "flash_on": (FLASH + coil, tenths(ms)), "flash_off": (FLASH_OFF + coil, tenths(ms)),
            "toggle": (coil, modbus.TOGGLE), "every_on": (EVERY, modbus.ON), "every_off": (EVERY, modbus.OFF),
            "off": (coil, modbus.OFF),
        }  # fmt: skip
        return modbus.write_coil(at, *words.get(action, (coil, modbus.ON)))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.relays import SimulatedRelayBoard

        return SimulatedRelayBoard(
            int(options["address"]), int(options["channels"]), int(options["inputs"]), str(options["board"])
        )
