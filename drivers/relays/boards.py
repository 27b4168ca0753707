"""Relay boards as questions on a bus: what a relay, a barrier and a dispenser with a dry contact have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from drivers import modbus
from drivers.api import Option, Options, Reading
from drivers.relays.lcus_frames import QUERY, LcusDecoder, LcusQueryDecoder, lcus
from drivers.wire import Ask

FLASH, FLASH_OFF = 0x0200, 0x0400  # Waveshare: these coils plus a channel are on (off) for so many tenths of a second
EVERY = 0x00FF  # Waveshare: all coils at once
TENTH_MS = 100

KINDS = ("waveshare", "lc", "modbus", "lcus")
BOARD = Option(
    "board", "waveshare", KINDS, help="waveshare times pulses itself; lc, modbus: plain coils; lcus: 4 bytes"
)
FEEDBACK = Option(
    "feedback", "auto", ("auto", "yes", "ff", "no"),
    help="LCUS: yes = answers each command; ff = answers the FF query; no = never answers; auto = FF is tried at open",
)  # fmt: skip
ENDINGS = {"none": b"", "crlf": b"\r\n"}
ENDING = Option("ending", "none", tuple(ENDINGS), help="LCUS: what some boards want behind each command")
CHANNELS = Option("channels", 8, low=1, high=64, help="relays on the board")
INPUTS = Option("inputs", 0, low=0, high=64, help="contacts on the board, 0 for none")


class Board(ABC):
    """The questions of one kind of board. Channels count from 1."""

    channels: int

    @property
    def proves(self) -> bool:
        """Whether it answers commands."""
        return True

    @abstractmethod
    def switch(self, channel: int, on: bool) -> Ask:
        """On or off; what is answered is the proof, by `states`."""

    @abstractmethod
    def relays(self) -> Ask | None:
        """How the relays stand; None when it cannot be asked."""

    @abstractmethod
    def states(self, reading: Reading) -> dict[int, bool]:
        """What an answer says, channel -> on; nothing for a refusal."""

    def pulse(self, channel: int, ms: int) -> Ask | None:
        """On for so long, timed by the board; None when it cannot, and we switch it off ourselves."""
        return None

    def inputs(self) -> Ask | None:
        """How its contacts stand (answer: `bits`); None when it has none."""
        return None


class ModbusBoard(Board):
    """Coils and discrete inputs (DEVICES 4.2)."""

    def __init__(self, flavour: str, address: int, channels: int, inputs: int, timeout_s: float) -> None:
        self.flavour, self.address, self.channels, self.count = flavour, address, channels, inputs
        self.timeout_s = timeout_s

    def switch(self, channel: int, on: bool) -> Ask:
        return self.coil(channel - 1, modbus.ON if on else modbus.OFF)

    def coil(self, coil: int, value: int) -> Ask:
        """Write one coil; the board answers with the same words, or refuses."""
        data = modbus.write_coil(self.address, coil, value)
        return self.ask(
            data, modbus.WRITE_COIL, lambda r: (r.fields["number"], r.fields["value"]) == (coil, value), acts=True
        )

    def all(self, on: bool) -> Ask:
        """All coils in one request."""
        data = modbus.write_coils(self.address, 0, [on] * self.channels)
        return self.ask(data, modbus.WRITE_COILS, lambda r: r.fields["count"] == self.channels, acts=True)

    def pulse(self, channel: int, ms: int) -> Ask | None:
        return self.coil(FLASH + channel - 1, tenths(ms)) if self.flavour == "waveshare" else None

    def relays(self) -> Ask | None:
        return self._bits(modbus.READ_COILS, self.channels)

    def inputs(self) -> Ask | None:
        return self._bits(modbus.READ_INPUTS, self.count)

    def states(self, reading: Reading) -> dict[int, bool]:
        if reading.kind == "coil":
            return {int(reading.fields["number"]) + 1: reading.fields["value"] == modbus.ON}
        return bits(reading, self.channels) if reading.kind == "coils" else {}

    def ask(self, data: bytes, function: int, fits: Callable[[Reading], bool], acts: bool = False) -> Ask:
        """A question whose answer fits, or says no."""
        return Ask(
            data,
            lambda: modbus.AnswerDecoder(self.address, function),
            lambda r: r.kind == "refused" or fits(r),
            self.timeout_s,
            again=0 if acts else 1,
            acts=acts,
        )

    def _bits(self, function: int, count: int) -> Ask | None:
        if not count:
            return None
        data = modbus.read(self.address, function, 0, count)
        return self.ask(data, function, lambda r: len(str(r.fields["bits"])) == (count + 7) // 8 * 8)


class LcusBoard(Board):
    """`A0 channel op sum` (DEVICES 4.1). feedback `auto` becomes `ff` or `no` when the board was asked at open."""

    def __init__(self, feedback: str, channels: int, timeout_s: float, ending: bytes = b"") -> None:
        self.feedback, self.channels, self.timeout_s = feedback, channels, timeout_s
        self.ending = ending  # behind each command, for the boards that want a line end

    @property
    def proves(self) -> bool:
        return self.feedback in ("yes", "ff")

    def switch(self, channel: int, on: bool) -> Ask:
        if self.feedback != "yes":  # no answer comes to this one, so none is waited for
            return Ask(lcus(channel, int(on)) + self.ending, LcusDecoder, timeout_s=0.0, acts=True)
        data = lcus(channel, 3 if on else 2) + self.ending
        return Ask(data, LcusDecoder, lambda r: r.fields["channel"] == channel, self.timeout_s, acts=True)

    def relays(self) -> Ask | None:
        if self.feedback in ("yes", "no"):
            return None
        return Ask(QUERY + self.ending, lambda: LcusQueryDecoder(self.channels), timeout_s=self.timeout_s)

    def one(self, channel: int) -> Ask:
        """How one relay stands, of a board that answers commands."""
        data = lcus(channel, 5) + self.ending
        return Ask(data, LcusDecoder, lambda r: r.fields["channel"] == channel, self.timeout_s, again=1)

    def states(self, reading: Reading) -> dict[int, bool]:
        if reading.kind == "relay":
            return {int(reading.fields["channel"]): bool(reading.fields["on"])}
        return bits(reading, self.channels)


def board(options: Options) -> Board:
    """The board that the options `board`, `address`, `channels`, `inputs`, `feedback` and `timeout_ms` describe."""
    timeout_s = int(options["timeout_ms"]) / 1000
    channels = int(options.get("channels", 8))
    if options.get("board") == "lcus":
        ending = ENDINGS[str(options.get("ending", "none"))]
        return LcusBoard(str(options.get("feedback", "auto")), min(channels, 8), timeout_s, ending)
    inputs = int(options.get("inputs", 0))
    return ModbusBoard(str(options["board"]), int(options["address"]), channels, inputs, timeout_s)


def bits(reading: Reading, count: int) -> dict[int, bool]:
    """number -> on, of a reading with `bits`."""
    return {number: bit == "1" for number, bit in enumerate(str(reading.fields["bits"])[:count], 1)}


def tenths(ms: int) -> int:
    """Milliseconds as a board's tenths of a second, rounded up, at least one."""
    return max(1, -(-ms // TENTH_MS))
