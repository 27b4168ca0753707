"""XY-MD02: temperature and humidity in input registers 1 and 2 (DEVICES 8)."""

from __future__ import annotations

from drivers import modbus
from drivers.api import Action, Option, Options
from drivers.sensors.climate import ClimateDriver

NEW = Option("new", 1, low=1, high=247, help="its address from then on")


class XyMd02(ClimateDriver):
    """The sensor with the little display or none, function 04."""

    NAME = "xy_md02"
    FUNCTION = modbus.READ_REGISTERS
    FIRST = 1
    FRAMES = (*ClimateDriver.FRAMES, Action("set_address", (NEW,), help="register 0101, valid after power is cut"))

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        if action == "set_address":
            return modbus.write_register(int(options["address"]), 0x0101, int(params["new"]))
        return super().frame(action, params, options)
