"""Temperature and humidity over Modbus: XY-MD02, and the white boxes sold as RS485-TH (DEVICES 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from drivers import modbus
from drivers.api import Action, Decoder, Noise, Option, Options, Reading, Simulated, Value
from drivers.asked import AskedDriver
from drivers.bus import Talk
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.wire import Ask, NoAnswer

COLDEST, HOTTEST = -40.0, 125.0  # what such a sensor can measure
SCALE = Option("scale", "auto", ("auto", "10", "100"), help="tenths or hundredths; auto: over 100 % means hundredths")


class ClimateDecoder:
    """Answers to a question for temperature, or for both (temperature first)."""

    def __init__(self, scale: str, function: int) -> None:
        self._scale, self._answers = scale, modbus.AnswerDecoder(function=function)
        self._known: dict[Value, Sequence[Reading | Noise]] = {}

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return [event for answer in self._answers.feed(data) for event in self._meaning(answer)]

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return [event for answer in self._answers.idle(quiet_s) for event in self._meaning(answer)]

    def _meaning(self, answer: Reading | Noise) -> Sequence[Reading | Noise]:
        values = answer.fields.get("values") if isinstance(answer, Reading) else None
        if values is None or not isinstance(answer, Reading):
            return (answer,)
        known = self._known.get(values)
        if known is None:
            known = levels(modbus.values_of(answer)[:2], self._scale) or [Noise("implausible", len(str(values)))]
            if len(self._known) < self._answers.REMEMBERS:
                self._known[values] = known
        return known


def levels(values: list[int], scale: str) -> list[Reading]:
    """What the registers mean; nothing when no such air exists."""
    hundredths = scale == "100" or (scale == "auto" and len(values) > 1 and values[1] > 1000)
    parts = 100 if hundredths else 10
    warmth = modbus.signed(values[0]) / parts
    if not COLDEST <= warmth <= HOTTEST or (len(values) > 1 and values[1] / parts > 100):
        return []
    said = [Reading("level", {"quantity": "temperature", "value": warmth, "unit": "C"})]
    if len(values) > 1:
        said.append(Reading("level", {"quantity": "humidity", "value": values[1] / parts, "unit": "%"}))
    return said


class ClimateDriver(AskedDriver):
    """A sensor with two registers, asked every ten seconds."""

    ROLE = "sensor"
    CAPABILITIES = ("level",)
    OPTIONS = (PORT, baud(9600), PARITY, address(1, 1, 247), SCALE, ECHO, poll_ms(10_000), timeout_ms(500))
    FRAMES: ClassVar[tuple[Action, ...]] = (Action("temperature"), Action("humidity"), Action("both"))
    FUNCTION: ClassVar[int] = modbus.READ_REGISTERS
    FIRST: ClassVar[int] = 1  # register of the temperature; the humidity is the next

    def hello(self, talk: Talk) -> None:
        self._levels(talk)

    def poll(self, talk: Talk) -> None:
        for event in self._levels(talk):
            self.told.reading(event)

    def _levels(self, talk: Talk) -> Sequence[Reading | Noise]:
        """Raises NoAnswer, also for a refusal: this is another device, or another register map."""
        at = int(self.options["address"])
        answer = talk(
            Ask(
                self.encode("both", {}, self.options),
                lambda: modbus.AnswerDecoder(at, self.FUNCTION),
                lambda r: r.kind == "refused" or len(modbus.values_of(r)) == 2,
                self.timeout_s,
                again=1,
            )
        )
        if answer.kind == "refused":
            raise NoAnswer("refused", sent=True)
        return levels(modbus.values_of(answer), str(self.options["scale"])) or [Noise("implausible", 4)]

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return ClimateDecoder(str(options["scale"]), cls.FUNCTION)

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        first = cls.FIRST + (action == "humidity")
        return modbus.read(int(options["address"]), cls.FUNCTION, first, 2 if action == "both" else 1)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.climate import SimulatedClimate

        return SimulatedClimate(int(options["address"]), cls.FUNCTION, cls.FIRST)
