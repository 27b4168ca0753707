"""A serial line that comes back: one thread per bus, re-opening with growing waits, gone within a second of stop."""

from __future__ import annotations

import errno
import logging
import random
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

import serial

from drivers import ports, raw
from drivers.api import Outcome, State

log = logging.getLogger("drivers.line")

TICK_S = 0.1  # how long a read waits: the idle gap that ends an unterminated code, and the longest a stop waits
WRITE_TIMEOUT_S = 0.6  # for one piece; no flush after it: where a device holds the line, draining would never end
PIECE = 64  # bytes written at a time, so that a stop and a held line are noticed; under 0.6 s from 1200 baud up
GONE_S = 1.0  # looking whether an unplugged device is back costs little: it must work again within 5 s

try:  # reopening a pty with other settings raises termios.error, which is no OSError
    import termios
except ImportError:  # Windows
    LINE_ERRORS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    LINE_ERRORS = (OSError, ValueError, termios.error)


class Port(Protocol):
    """The part of serial.Serial in use. `serial.SerialException` is an OSError."""

    @property
    def in_waiting(self) -> int: ...
    def read(self, size: int = 1) -> bytes: ...
    def write(self, data: bytes) -> int | None: ...
    def close(self) -> None: ...


class Closes(Protocol):
    """All that is asked of what a thread keeps open: a port, or the socket of one that listens."""

    def close(self) -> None: ...


Open = Callable[[], Port]
Kept = TypeVar("Kept", bound=Closes)


class LineTold(Protocol):
    """What a line tells, from its thread."""

    def received(self, data: bytes) -> None: ...
    def idle(self, quiet_s: float) -> None: ...
    def state(self, state: State, reason: str) -> None: ...


class Backoff:
    """How long to wait before the next try: 1, 2, 4 ... 30 s with a little spread, from the start after a good minute."""

    def __init__(self, first_s: float = 1.0, top_s: float = 30.0, good_s: float = 60.0, spread: float = 0.1) -> None:
        self.first_s, self.top_s, self.good_s, self.spread = first_s, top_s, good_s, spread
        self._next_s = first_s

    def failed(self, up_s: float = 0.0) -> float:
        """Seconds to wait now; up_s: how long the line had stood before it went."""
        if up_s >= self.good_s:
            self._next_s = self.first_s
        wait_s = self._next_s
        self._next_s = min(self.top_s, wait_s * 2)
        return wait_s * random.uniform(1 - self.spread, 1 + self.spread)  # noqa: S311 - spreads retries, no secret

    def fresh(self) -> Backoff:
        """Another of the same pace, from the start."""
        return Backoff(self.first_s, self.top_s, self.good_s, self.spread)


def open_serial(port: str, baud: int, parity: str = "N", stop_bits: int = 1) -> Port:
    """Open a port (`/dev/ttyUSB0`, `COM3`, `usb:...` of drivers.ports, `socket://host:port`) for ourselves alone, 8 bits.

    `memory:NAME` is a simulated device of this process, `lan:HOST` and `/dev/usb/lpN` are printers (drivers.raw).
    Raises LINE_ERRORS.
    """
    try:
        return _opened(ports.name_of(port), baud, parity, stop_bits)
    except LINE_ERRORS as error:
        if ports.brltty_has(port):
            raise ports.TakenByBrltty from error
        raise


def _opened(name: str, baud: int, parity: str, stop_bits: int) -> Port:
    if name.startswith("memory:"):
        from drivers.simulated.memory import open_memory

        return open_memory(name)
    if raw.is_raw(name):
        return raw.open_raw(name)
    return serial.serial_for_url(
        name,
        baudrate=baud,
        parity=parity,
        stopbits=stop_bits,
        timeout=TICK_S,
        write_timeout=WRITE_TIMEOUT_S,
        exclusive=None if "://" in name else True,
    )


def reason_of(error: Exception) -> str:
    """The code for why a port would not open or went away (texts measured with pyserial 3.5)."""
    number, text = getattr(error, "errno", None), str(error)
    if isinstance(error, ports.PortError):
        return error.code
    if number in (errno.ENOENT, errno.ENXIO, errno.ENODEV) or "FileNotFoundError" in text:
        return "port_gone"
    if number == errno.EBUSY or "exclusively lock" in text:
        return "port_taken"
    if number == errno.EACCES or "PermissionError" in text:
        # Windows says "access denied" when another program holds the port, Linux when the user lacks a group
        return "port_taken" if sys.platform == "win32" else "port_denied"
    return "port_gone" if "returned no data" in text or number == errno.EIO else "port_failed"


class PortLost(Exception):
    """The port went away under our hands; reason: a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_some(port: Port) -> bytes:
    """What has come, at least one byte, or nothing after a tick. Raises PortLost."""
    try:
        data = port.read(1)
        return data + port.read(port.in_waiting) if data else data
    except LINE_ERRORS as error:
        raise PortLost(reason_of(error)) from None


def write_all(port: Port, data: bytes) -> None:
    """Piece by piece. Raises LINE_ERRORS, among them serial.SerialTimeoutException when the device holds the line."""
    for at in range(0, len(data), PIECE):
        port.write(data[at : at + PIECE])


def survived(work: Callable[[], None]) -> bool:
    """Whether a device's turn went without a bug: on a shared bus the others go on. PortLost passes."""
    try:
        work()
    except PortLost:
        raise
    except Exception:
        log.exception("a driver failed at its turn on the bus")
        return False
    return True


class KeptPort(ABC, Generic[Kept]):
    """A thread that keeps one port open for as long as it runs. State changes are told once each way, never each try."""

    def __init__(
        self,
        open_port: Callable[[], Kept],
        name: str,
        backoff: Backoff | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_port, self._monotonic_s = open_port, monotonic_s
        self._backoff = backoff or Backoff()
        self._stopping = threading.Event()
        self._hurry = threading.Event()  # ends a wait between tries; set together with _stopping
        self._port: Kept | None = None
        self._state = State.STOPPED
        self._reason = self._rumour = ""
        self._thread = threading.Thread(target=self._run, name=f"driver-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        """Ask the thread to end and wait for it; True when it is gone."""
        self._stopping.set()
        self._hurry.set()
        self._interrupt()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def hurry(self) -> None:
        """Try again now instead of waiting: somebody says that the fault is mended."""
        self._hurry.set()

    @abstractmethod
    def _pump(self, port: Kept) -> None:
        """Work on the open port until stopping, or raise PortLost when it is gone."""

    @abstractmethod
    def _told_state(self, state: State, reason: str) -> None:
        """A change, on the thread."""

    def _interrupt(self) -> None:
        """End a read or write that blocks: pyserial can, a socket cannot and waits out its tick."""
        for name in ("cancel_read", "cancel_write"):
            try:
                getattr(self._port, name, lambda: None)()
            except LINE_ERRORS as error:
                log.debug("%s on a port that is gone: %s", name, type(error).__name__)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                wait_s = self._backoff.failed(self._one_life())
                self._hurry.wait(min(wait_s, GONE_S) if self._rumour == "port_gone" else wait_s)
                self._hurry.clear()
        except Exception:  # the promise of a driver: it never dies silently
            log.exception("a driver thread failed")
            self._stopping.set()
            self._tell(State.LOST, "driver_bug")
        else:
            self._tell(State.STOPPED, "")

    def _one_life(self) -> float:
        """Open, work until the port goes or we stop; returns how many seconds it stood."""
        if self._state is State.STOPPED:
            self._tell(State.OPENING, "")
        try:
            port = self._open_port()
        except LINE_ERRORS as error:
            self._tell(State.LOST, self._why(error))
            return 0.0
        since_s = self._monotonic_s()
        self._port = port
        self._tell(State.READY, "")
        try:
            self._pump(port)
        except PortLost as lost:
            self._tell(State.LOST, lost.reason)
        finally:
            self._port = None
            self._close(port)
        return self._monotonic_s() - since_s

    def _why(self, error: Exception) -> str:
        """The code for why it would not open."""
        return reason_of(error)

    def _close(self, port: Kept) -> None:
        try:  # without the close Linux gives the device another name when it returns
            port.close()
        except LINE_ERRORS as error:
            log.debug("closing a port that is gone: %s", type(error).__name__)

    def _tell(self, state: State, reason: str) -> None:
        """Another state is told at once; another reason for the same loss when it was found twice running: a device
        that comes back is for a moment forbidden before udev has given it to our group."""
        settled = state is not self._state or (reason != self._reason and reason in (self._rumour, "driver_bug"))
        self._rumour = reason
        if settled:
            self._state, self._reason = state, reason
            self._told_state(state, reason)


class Line(KeptPort[Port]):
    """Reads whatever comes and hands it on; writes from any thread."""

    def __init__(
        self,
        open_port: Open,
        told: LineTold,
        name: str = "line",
        backoff: Backoff | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(open_port, name, backoff, monotonic_s)
        self._told = told
        self._write_lock = threading.Lock()

    def send(self, data: bytes) -> Outcome:
        """Write from any thread. FAILED: nothing left the computer; UNKNOWN: part of it may have."""
        with self._write_lock:
            port = self._port
            if port is None:
                return Outcome.FAILED
            try:
                write_all(port, data)
            except LINE_ERRORS:
                return Outcome.UNKNOWN
        return Outcome.DONE

    def _pump(self, port: Port) -> None:
        heard_s = self._monotonic_s()
        while not self._stopping.is_set():
            data = read_some(port)
            if data:
                heard_s = self._monotonic_s()
                self._told.received(data)
            else:
                self._told.idle(self._monotonic_s() - heard_s)

    def _told_state(self, state: State, reason: str) -> None:
        self._told.state(state, reason)

    def _close(self, port: Port) -> None:
        with self._write_lock:  # a write in another thread ends first
            super()._close(port)
