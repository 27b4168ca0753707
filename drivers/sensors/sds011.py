"""The role `sensor` with a Nova SDS011: dust in the air, every second or once in a working period (DEVICES 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drivers.api import Action, Decoder, DriverError, Option, Options, Outcome, Result, Simulated, Value
from drivers.options import PORT, baud
from drivers.sensors.dust import SILENT, WARM_UP, DustSensor
from drivers.sensors.sds_frames import MODE, PERIOD, QUERY, SLEEP, SdsDecoder, encode

NUMBERS = {"active": (MODE, 0), "passive": (MODE, 1), "sleep": (SLEEP, 0), "wake": (SLEEP, 1)}


class Sds011(DustSensor):
    """Tells `level`s pm2_5 and pm10. Its laser lasts some 8,000 hours: a working period makes years of them."""

    NAME = "sds011"
    OPTIONS = (
        PORT,
        baud(9600),
        Option("sensor_id", "FFFF", help="four hex digits; FFFF speaks to any"),
        WARM_UP,
        SILENT,
    )
    ACTIONS = (
        Action("read", help="one measurement, in passive mode"),
        Action("passive", help="measure only when asked"),
        Action("active", help="measure by itself"),
        Action("sleep", help="fan and laser off"),
        Action("wake", help="fan and laser on"),
        Action(
            "period", (Option("minutes", 30, low=0, high=30),), help="measure every so many minutes; 0: all the time"
        ),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return SdsDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        address = sensor_id(str(options["sensor_id"]))
        if action == "read":
            return encode(QUERY, address=address)
        if action == "period":
            return encode(PERIOD, 1, int(params["minutes"]), address=address)
        command, value = NUMBERS[action]
        return encode(command, 1, value, address=address)

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.dust import SimulatedSds011

        return SimulatedSds011()

    def perform(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        code = (
            "" if action.name == "read" else f"{(PERIOD if action.name == 'period' else NUMBERS[action.name][0]):02X}"
        )
        data = self.frame(action.name, params, self.options)
        result = self.say(data, lambda said: said.fields.get("command", "") == code, until_s)
        if action.name in ("sleep", "passive", "wake", "active") and result.outcome is not Outcome.FAILED:
            self.slept(action.name in ("sleep", "passive"))
        return result


def sensor_id(text: str) -> int:
    """Four hex digits as a number. Raises DriverError."""
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", text):
        raise DriverError("option.type", option="sensor_id")
    return int(text, 16)
