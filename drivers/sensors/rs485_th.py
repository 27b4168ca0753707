"""RS485-TH: temperature and humidity in holding registers 0 and 1 (DEVICES 8)."""

from __future__ import annotations

from drivers import modbus
from drivers.sensors.climate import ClimateDriver


class Rs485Th(ClimateDriver):
    """The white shutter box, function 03."""

    NAME = "rs485_th"
    FUNCTION = modbus.READ_HOLDING
    FIRST = 0
