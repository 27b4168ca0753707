"""Drivers of devices that only speak when asked: several of them may share a port, which this process opens once."""

from __future__ import annotations

import threading
import time
from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from drivers.acts import OneAtATime
from drivers.api import Action, Decoder, Noise, Options, Outcome, Reading, Result, State, Told, Value
from drivers.bus import Bus, Direct, Talk
from drivers.line import LINE_ERRORS, Backoff, PortLost, open_serial, reason_of
from drivers.wire import Ask, NoAnswer, Wire

Setting = tuple[int, str, int]  # baud, parity, stop bits
TOP_S = 8.0  # the longest between two looks for a device: behind an adapter that stays open nobody sees it come back
EXPIRES_S = 2.5  # what moves and could not be sent by then is not sent at all: the person has given up and walked on


class Buses:
    """The open ports of this process, each with its thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buses: dict[str, tuple[Bus, Setting]] = {}

    def join(self, port: str, setting: Setting, member: AskedDriver) -> Bus | None:
        """Its bus; None when the port is open with another speed or parity."""
        with self._lock:
            bus, standing = self._buses.get(port, (None, setting))
            if bus is not None and standing != setting and not bus.empty():
                return None
            if bus is not None and bus.join(member):
                return bus
            bus = Bus(lambda: open_serial(port, *setting), member.NAME, member.backoff.fresh())
            self._buses[port] = (bus, setting)
            bus.join(member)
            bus.start()
            return bus

    def forget(self, port: str, bus: Bus) -> None:
        """A bus whose last member has left."""
        with self._lock:
            if bus.empty() and self._buses.get(port, (None,))[0] is bus:
                del self._buses[port]


BUSES = Buses()


class AskedDriver(OneAtATime):
    """A device that answers. A subclass gives `hello`, `poll`, `frame`, `perform`, and a decoder.

    Options it reads itself: `port`, `baud`, `parity`, `stop_bits`, `local_echo`, `poll_ms`.
    """

    GAP_S: ClassVar[float] = 0.0  # rest after each exchange, where the device wants one

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None, buses: Buses = BUSES) -> None:
        super().__init__(options, told)
        self.backoff = backoff or Backoff(top_s=TOP_S)
        self._buses = buses
        self._bus: Bus | None = None
        self.ending = threading.Event()

    # --- for the subclass -------------------------------------------------------------------------------------------

    @abstractmethod
    def hello(self, talk: Talk) -> None:
        """A harmless question that proves the device is there; NoAnswer says it is not."""

    @abstractmethod
    def poll(self, talk: Talk) -> None:
        """Ask how things are and tell what is new. Raises NoAnswer: after three in a row the device is lost."""

    def opened(self, talk: Talk) -> None:
        """First words after it was found."""

    def closing(self, talk: Talk) -> None:
        """Last words before the port closes."""

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        """An action, on the caller's thread. NoAnswer becomes FAILED or UNKNOWN by what had left."""
        talk(Ask(self.frame(action.name, params, self.options), self.fresh_decoder, acts=action.moves))
        return Result(Outcome.DONE)

    def strays(self, event: Reading | Noise) -> None:
        """What came while an answer was awaited and was none."""
        if isinstance(event, Noise):
            self.told.reading(event)

    def heard(self, data: bytes) -> None:
        """What came while nothing was asked; it may be meant for another device on the bus."""

    def fresh_decoder(self) -> Decoder:
        return self.decoder(self.options)

    # --- the promise of a driver ------------------------------------------------------------------------------------

    def carry_out(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        talk = Acting(self, until_s)
        try:
            return self.perform(action, params, talk)
        except NoAnswer as none:
            return Result(Outcome.UNKNOWN if talk.acted else Outcome.FAILED, none.why)

    def start(self) -> None:
        self.told.state(State.OPENING, "")
        self._bus = self._buses.join(str(self.options["port"]), _setting(self.options), self)
        if self._bus is None:
            self.told.state(State.LOST, "port_settings")

    def stop(self, timeout_s: float = 1.0) -> bool:
        self.ending.set()
        bus = self._bus
        if bus is None:
            self.told.state(State.STOPPED, "")
            return True
        done = bus.leave(self, timeout_s)
        self._buses.forget(str(self.options["port"]), bus)
        return done

    def bus(self) -> Bus:
        """Raises NoAnswer before the start."""
        if self._bus is None:
            raise NoAnswer("not_ready", sent=False)
        return self._bus

    def hurry(self) -> None:
        if self._bus is not None:
            self._bus.hurry()

    @classmethod
    def probe(cls, options: Options) -> str:
        """Opens the port, says hello, and closes it."""
        asker = cls(options, _Nobody())
        try:
            port = open_serial(str(asker.options["port"]), *_setting(asker.options))
        except LINE_ERRORS as error:
            return reason_of(error)
        try:
            asker.hello(Direct(Wire(port), asker, bool))
        except NoAnswer as none:
            return none.why
        except PortLost as lost:
            return lost.reason
        finally:
            port.close()
        return ""

    # --- as a member of the bus -------------------------------------------------------------------------------------

    @property
    def echo(self) -> bool:
        return bool(self.options.get("local_echo", False))

    @property
    def gap_s(self) -> float:
        return self.GAP_S

    @property
    def poll_s(self) -> float:
        return int(self.options["poll_ms"]) / 1000

    @property
    def timeout_s(self) -> float:
        return int(self.options["timeout_ms"]) / 1000

    def state(self, state: State, reason: str) -> None:
        self.told.state(state, reason)


class Acting:
    """Talk for an action: keeps its deadline, ends with the line it began on, and remembers whether something that moves
    may have left."""

    def __init__(self, driver: AskedDriver, until_s: float) -> None:
        self._driver, self._until_s = driver, until_s
        self._life = driver.bus().life
        self.acted = False

    def __call__(self, ask: Ask) -> Reading:
        now_s = time.monotonic()
        by_s = self._until_s - ask.timeout_s if self._until_s - ask.timeout_s > now_s else self._until_s
        return self._ask(ask, min(by_s, now_s + EXPIRES_S) if ask.acts else by_s, self._life)

    def at_last(self, ask: Ask) -> Reading:
        """What must be said though the time is over: the off that follows an on."""
        return self._ask(ask, time.monotonic() + EXPIRES_S)

    def wait(self, seconds: float) -> None:
        if self._driver.ending.wait(seconds):
            raise NoAnswer("stopped", sent=False)

    def left_s(self) -> float:
        """Seconds to the deadline, not below 0."""
        return max(0.0, self._until_s - time.monotonic())

    def _ask(self, ask: Ask, by_s: float, life: int | None = None) -> Reading:
        try:
            reading = self._driver.bus().ask(self._driver, ask, by_s, life)
        except NoAnswer as none:
            self.acted = self.acted or (ask.acts and none.sent)
            raise
        self.acted = self.acted or ask.acts
        return reading


class _Nobody:
    """Told by a driver that only probes."""

    def reading(self, event: Reading | Noise) -> None: ...
    def state(self, state: State, reason: str) -> None: ...


def _setting(options: Options) -> Setting:
    return int(options["baud"]), str(options.get("parity", "N")), int(options.get("stop_bits", 1))
