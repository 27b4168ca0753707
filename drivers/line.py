"""A serial line that comes back: one thread per bus, re-opening with growing waits, gone within a second of stop."""

from __future__ import annotations

import errno
import logging
import random
import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

import serial

from drivers.api import Outcome, State
from drivers.ports import name_of

log = logging.getLogger("drivers.line")

TICK_S = 0.1  # how long a read waits: the idle gap that ends an unterminated code, and the longest a stop waits
WRITE_TIMEOUT_S = 2.0

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
    def flush(self) -> None: ...
    def close(self) -> None: ...


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


def open_serial(port: str, baud: int) -> Port:
    """Open a port (`/dev/ttyUSB0`, `COM3`, `usb:...` of drivers.ports, `socket://host:port`) for ourselves alone, 8N1.

    Raises LINE_ERRORS.
    """
    return serial.serial_for_url(
        name_of(port),
        baudrate=baud,
        timeout=TICK_S,
        write_timeout=WRITE_TIMEOUT_S,
        exclusive=None if "://" in port else True,
    )


def reason_of(error: Exception) -> str:
    """The code for why a port would not open or went away (texts measured with pyserial 3.5)."""
    number, text = getattr(error, "errno", None), str(error)
    if number in (errno.ENOENT, errno.ENXIO, errno.ENODEV) or "FileNotFoundError" in text:
        return "port_gone"
    if number == errno.EBUSY or "exclusively lock" in text:
        return "port_taken"
    if number == errno.EACCES or "PermissionError" in text:
        # Windows says "access denied" when another program holds the port, Linux when the user lacks a group
        return "port_taken" if sys.platform == "win32" else "port_denied"
    return "port_gone" if "returned no data" in text or number == errno.EIO else "port_failed"


class Line:
    """Keeps one port open for as long as it runs. State changes are told once each way, never each try."""

    def __init__(
        self,
        open_port: Callable[[], Port],
        told: LineTold,
        name: str = "line",
        backoff: Backoff | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_port, self._told, self._monotonic_s = open_port, told, monotonic_s
        self._backoff = backoff or Backoff()
        self._stopping = threading.Event()
        self._port: Port | None = None
        self._port_lock = threading.Lock()
        self._state = State.STOPPED
        self._thread = threading.Thread(target=self._run, name=f"driver-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        """Ask the thread to end and wait for it; True when it is gone."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def send(self, data: bytes) -> Outcome:
        """Write from any thread. FAILED: nothing left the computer; UNKNOWN: part of it may have."""
        with self._port_lock:
            if self._port is None:
                return Outcome.FAILED
            try:
                self._port.write(data)
                self._port.flush()
            except LINE_ERRORS:
                return Outcome.UNKNOWN
        return Outcome.DONE

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                self._stopping.wait(self._backoff.failed(self._one_life()))
        except Exception:  # the promise of a driver: it never dies silently
            log.exception("a driver thread failed")
            self._tell(State.LOST, "driver_bug")
        else:
            self._tell(State.STOPPED, "")

    def _one_life(self) -> float:
        """Open, read until the port goes or we stop; returns how many seconds it stood."""
        if self._state is State.STOPPED:
            self._tell(State.OPENING, "")
        try:
            port = self._open_port()
        except LINE_ERRORS as error:
            self._tell(State.LOST, reason_of(error))
            return 0.0
        since_s = self._monotonic_s()
        with self._port_lock:
            self._port = port
        self._tell(State.READY, "")
        try:
            self._pump(port)
        finally:
            with self._port_lock:
                self._port = None
            self._close(port)
        return self._monotonic_s() - since_s

    def _pump(self, port: Port) -> None:
        heard_s = self._monotonic_s()
        while not self._stopping.is_set():
            try:
                data = port.read(1)
                if data:
                    data += port.read(port.in_waiting)
            except LINE_ERRORS as error:
                self._tell(State.LOST, reason_of(error))
                return
            if data:
                heard_s = self._monotonic_s()
                self._told.received(data)
            else:
                self._told.idle(self._monotonic_s() - heard_s)

    def _close(self, port: Port) -> None:
        try:  # without the close Linux gives the device another name when it returns
            port.close()
        except LINE_ERRORS as error:
            log.debug("closing a port that is gone: %s", type(error).__name__)

    def _tell(self, state: State, reason: str) -> None:
        if state is not self._state:
            self._state = state
            self._told.state(state, reason)
