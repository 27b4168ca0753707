"""A dispenser with a dry contact and a sensor in its chute, both on one Modbus board: simple, and it cannot lie
(DEVICES 6).

The relay turns the motor once; only what the sensor saw fall was handed out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from drivers import modbus
from drivers.api import Action, Decoder, Option, Options, Outcome, Reading, Result, Simulated, Told, Value
from drivers.asked import Acting
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.relays.boarded import BoardDriver
from drivers.relays.boards import ModbusBoard

LOOK_S = 0.01  # between two looks at the chute: what falls is before the sensor for a moment only
PASSES_S = 1.0  # the longest a piece that has just been handed out may be before the sensor


class RelayDrop(BoardDriver):
    """Vend: a pulse on the relay, then the sensor. Nothing seen is UNKNOWN: a person looks into the chute."""

    NAME = "relay_drop"
    ROLE = "dispenser"
    CAPABILITIES = ("vend", "contact", "alarm")
    GAP_S = 0.0
    OPTIONS = (
        PORT,
        baud(9600),
        PARITY,
        address(1, 1, 255),
        Option("board", "waveshare", ("waveshare", "lc", "modbus"), help="waveshare times the pulse itself"),
        Option("channels", 8, low=1, high=64, help="relays on the board"),
        Option("inputs", 8, low=1, high=64, help="contacts on the board"),
        Option("relay", 1, low=1, high=64, help="the relay that turns the motor"),
        Option("sensor", 1, low=1, high=64, help="the contact of the sensor in the chute"),
        Option("falls", "closes", ("closes", "opens"), help="what the contact does when something falls past"),
        Option("pulse_ms", 500, low=100, high=5000, help="how long the relay is on for one piece"),
        Option("drop_ms", 5000, low=500, high=30_000, help="how long after the pulse something may still fall"),
        ECHO,
        poll_ms(1000),
        timeout_ms(500),
    )
    ACTIONS = (Action("vend", (), moves=True, deadline_s=40.0, help="hand out one piece"),)
    FRAMES = (Action("sensor", (), help="ask for the contacts"),)

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self._seen: bool | None = None
        self._blocked = 0

    def mine(self) -> list[int]:
        return [int(self.options["relay"])]

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return modbus.AnswerDecoder(int(options["address"]))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        given = cls.board_of(options)
        assert isinstance(given, ModbusBoard), "no other is among the choices"
        if action == "sensor":
            return modbus.read(int(options["address"]), modbus.READ_INPUTS, 0, int(options["inputs"]))
        relay = int(options["relay"])
        return (given.pulse(relay, int(options["pulse_ms"])) or given.switch(relay, True)).data

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.chute import SimulatedChute

        return SimulatedChute(options)

    # --- as asked by the bus ----------------------------------------------------------------------------------------

    def opened(self, talk: Talk) -> None:
        self._seen, self._blocked = None, 0
        super().opened(talk)

    def poll(self, talk: Talk) -> None:
        """The chute is free between two vends; what stays before the sensor is told, once."""
        self.end_overdue(talk)
        before = self.before_sensor(talk)
        if before is not self._seen:
            self._seen = before
            self.told.reading(Reading("contact", {"channel": self.options["sensor"], "closed": before is self._closes}))
        self._blocked = self._blocked + 1 if before else 0
        if self._blocked == 2:
            self.told.reading(Reading("alarm", {"sort": "blocked"}))

    @property
    def _closes(self) -> bool:
        return self.options["falls"] == "closes"

    def before_sensor(self, talk: Talk) -> bool:
        """Something is before the sensor now."""
        return self.contact_states(talk).get(int(self.options["sensor"])) is self._closes

    # --- actions ----------------------------------------------------------------------------------------------------

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        if not self._free(talk):
            return Result(Outcome.FAILED, "blocked")
        chute = _Chute(talk, self.before_sensor)
        pulsed = self.pulse(talk, int(self.options["relay"]), int(self.options["pulse_ms"]), chute.watch)
        if pulsed.outcome is Outcome.FAILED:
            return pulsed
        if not chute.fell:
            chute.watch(int(self.options["drop_ms"]) / 1000, enough=True)
        result = self._result(chute.fell, pulsed)
        self.told.reading(Reading("vend", {"code": result.code or "success"}))
        return result

    def _free(self, talk: Acting) -> bool:
        """Nothing is before the sensor, or it was only the last piece, still on its way."""
        until_s = time.monotonic() + PASSES_S
        while self.before_sensor(talk):
            if time.monotonic() >= until_s:
                return False
            talk.wait(LOOK_S)
        return True

    def _result(self, fell: bool, pulsed: Result) -> Result:
        if not fell:
            return pulsed if pulsed.outcome is Outcome.UNKNOWN else Result(Outcome.UNKNOWN, "nothing_fell")
        return Result(Outcome.DONE, fields={"proof": "sensor"})


class _Chute:
    """Looks whether something falls."""

    def __init__(self, talk: Acting, look: Callable[[Talk], bool]) -> None:
        self._talk, self._look = talk, look
        self.fell = False

    def watch(self, seconds: float, enough: bool = False) -> None:
        """For so long; enough: or until something has fallen. Raises NoAnswer."""
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s and self._talk.left_s() > LOOK_S:
            self.fell = self.fell or self._look(self._talk)
            if enough and self.fell:
                return
            self._talk.wait(LOOK_S)
