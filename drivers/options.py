"""What a driver can be set to and told: options with choices and limits, checked before anything is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Value = str | int | float | bool
Options = Mapping[str, Value]


class DriverError(ValueError):
    """A wrong option, action or parameter; `code` is one of `option.*`, `action.*`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True)
class Option:
    """A setting of a driver, or a parameter of an action.

    `choices` empty: anything of the type of `default`; low, high: limits of a number, both allowed; help: one line for
    the command line (the face has its own sentences).
    """

    name: str
    default: Value
    choices: tuple[Value, ...] = ()
    required: bool = False
    low: float | None = None
    high: float | None = None
    help: str = ""


def complete(known: Sequence[Option], given: Mapping[str, Value], partial: bool = False) -> dict[str, Value]:
    """Given options with defaults filled in and texts turned into numbers; partial: required ones may be missing.

    Raises DriverError for what does not fit.
    """
    names = {option.name for option in known}
    if extra := sorted(set(given) - names):
        raise DriverError("option.unknown", option=extra[0], known=",".join(sorted(names)))
    return {option.name: _fit(option, given, partial) for option in known}


def _fit(option: Option, given: Mapping[str, Value], partial: bool) -> Value:
    if option.name not in given:
        if option.required and not partial:
            raise DriverError("option.missing", option=option.name)
        return option.default
    value = _typed(option, given[option.name])
    if option.choices and value not in option.choices:
        raise DriverError("option.choice", option=option.name, choices=",".join(map(str, option.choices)))
    if not isinstance(value, str) and not _within(value, option):
        raise DriverError("option.limit", option=option.name, low=option.low, high=option.high)
    return value


def _within(value: float, option: Option) -> bool:
    return (option.low is None or value >= option.low) and (option.high is None or value <= option.high)


def _typed(option: Option, value: Value) -> Value:
    if isinstance(option.default, bool):
        if str(value).lower() not in ("true", "false", "1", "0", "yes", "no"):
            raise DriverError("option.type", option=option.name)
        return str(value).lower() in ("true", "1", "yes")
    try:
        if isinstance(option.default, int):
            return int(value)
        if isinstance(option.default, float):
            return float(value)
    except ValueError:
        raise DriverError("option.type", option=option.name) from None
    return str(value)


# --- the ones that many drivers have ---------------------------------------------------------------------------------

BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
PORT = Option("port", "", required=True, help="an address of `drivers.ports`, a device path, COM3, socket://host:port")
PARITY = Option("parity", "N", ("N", "E", "O"), help="N for nearly everything; some RS-485 sensors want E")
ECHO = Option("local_echo", False, help="the RS-485 adapter hands back what was sent")


def baud(default: int) -> Option:
    return Option("baud", default, BAUDS, help="speed of the line, as set on the device")


def address(default: int, low: int, high: int) -> Option:
    return Option("address", default, low=low, high=high, help="the device's number on the bus")


def poll_ms(default: int, low: int = 20, high: int = 600_000) -> Option:
    return Option("poll_ms", default, low=low, high=high, help="how often the device is asked, in milliseconds")


def timeout_ms(default: int, low: int = 20, high: int = 10_000) -> Option:
    return Option("timeout_ms", default, low=low, high=high, help="how long an answer may take, in milliseconds")
