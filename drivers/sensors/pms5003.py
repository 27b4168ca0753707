"""The role `sensor` with a Plantower PMS5003 or PMSA003: dust in the air, several times a second to every two
seconds (DEVICES 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drivers.api import Action, Decoder, Options, Outcome, Reading, Result, Simulated, Value
from drivers.options import PORT, baud
from drivers.sensors.dust import SILENT, WARM_UP, DustSensor
from drivers.sensors.pms_frames import COMMANDS, PmsDecoder, encode


class Pms5003(DustSensor):
    """Tells `level`s pm1, pm2_5 and pm10, and `status` warming_up."""

    NAME = "pms5003"
    OPTIONS = (PORT, baud(9600), WARM_UP, SILENT)
    ACTIONS = (
        Action("read", help="one measurement, in passive mode"),
        Action("passive", help="measure only when asked"),
        Action("active", help="measure all the time"),
        Action("sleep", help="fan and laser off"),
        Action("wake", help="fan and laser on"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return PmsDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        return encode(action)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.dust import SimulatedPms5003

        return SimulatedPms5003()

    def perform(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        result = self.say(encode(action.name), _proof(action.name), until_s)
        if action.name in ("sleep", "passive") and result.outcome is not Outcome.FAILED:
            self.slept(True)  # silent because it was asked to be
        elif action.name in ("wake", "active") and result.outcome is not Outcome.FAILED:
            self.slept(False)
        return result


def _proof(action: str) -> Callable[[Reading], bool]:
    """A measurement proves that it reads or is awake; the others are answered with their own number."""
    if action in ("read", "wake"):
        return lambda said: said.kind in ("level", "status")
    code = f"{COMMANDS[action][0]:02X}"
    return lambda said: said.kind == "reply" and said.fields["command"] == code
