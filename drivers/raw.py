"""Printers that are no serial port: `lan:HOST` (raw TCP, port 9100) and Linux' `/dev/usb/lpN`, with the face of a port.

A printer in the network takes one connection at a time, so ours is let go as soon as nothing is said.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import time
from collections.abc import Callable

import serial

LAN, LP = "lan:", "/dev/usb/lp"
RAW_PORT = 9100
TICK_S = 0.1
CONNECT_S = 2.0
WRITE_S = 0.6
LET_GO_S = 1.0  # without a word in either direction; another desk may want the printer
CHUNK = 4096


def is_raw(name: str) -> bool:
    return name.startswith((LAN, LP))


def open_raw(name: str) -> LanPort | LpPort:
    """Raises OSError."""
    if name.startswith(LP):
        return LpPort(name)
    host, _, port = name.removeprefix(LAN).strip("/").rpartition(":")
    if not host:
        return LanPort(port, RAW_PORT)
    if not port.isdigit():
        raise OSError(errno.ENODEV, "no such address")
    return LanPort(host, int(port))


class LanPort:
    """Implements drivers.line.Port over TCP. Connects when something is to be said, after having tried once."""

    def __init__(self, host: str, port: int, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._address, self._monotonic_s = (host, port), monotonic_s
        self._peer: socket.socket | None = None
        self._spoke_s = 0.0
        self._connected()

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read at once. Lets the printer go when it has long been quiet."""
        if self._peer is None:
            return 0
        if self._readable(0):
            return 1
        if self._monotonic_s() - self._spoke_s > LET_GO_S:
            self.close()
        return 0

    def read(self, size: int = 1) -> bytes:
        """What has come; nothing after a tick, or when the printer has hung up."""
        if not size:
            return b""
        if self._peer is None:
            time.sleep(TICK_S)
            return b""
        if not self._readable(TICK_S):
            return b""
        try:
            data = self._peer.recv(CHUNK)
        except ConnectionError:
            data = b""
        self._spoke_s = self._monotonic_s()
        if not data:  # many hang up after each job
            self.close()
        return data

    def write(self, data: bytes) -> int:
        peer = self._connected()
        try:
            peer.sendall(data)
        except TimeoutError:
            raise serial.SerialTimeoutException("the printer takes no more") from None
        self._spoke_s = self._monotonic_s()
        return len(data)

    def close(self) -> None:
        if self._peer is not None:
            self._peer.close()
            self._peer = None

    def _connected(self) -> socket.socket:
        """Raises OSError: whatever the reason, no printer is there."""
        if self._peer is not None and self._hung_up():
            self.close()
        if self._peer is None:
            try:
                self._peer = socket.create_connection(self._address, CONNECT_S)
            except OSError as error:
                raise OSError(errno.ENODEV, "no printer at this address") from error
            self._peer.settimeout(WRITE_S)
            self._spoke_s = self._monotonic_s()
        return self._peer

    def _readable(self, seconds: float) -> bool:
        return self._peer is not None and bool(select.select([self._peer], [], [], seconds)[0])

    def _hung_up(self) -> bool:
        """The other side has closed, with nothing left to read."""
        if self._peer is None or not self._readable(0):
            return False
        try:
            return not self._peer.recv(1, socket.MSG_PEEK)
        except OSError:
            return True


class LpPort:
    """Implements drivers.line.Port on a USB printer of Linux."""

    def __init__(self, name: str) -> None:
        self._file = os.open(name, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))

    @property
    def in_waiting(self) -> int:
        return 1 if select.select([self._file], [], [], 0)[0] else 0

    def read(self, size: int = 1) -> bytes:
        if not size or not select.select([self._file], [], [], TICK_S)[0]:
            return b""
        try:
            data = os.read(self._file, CHUNK)
        except BlockingIOError:
            data = b""
        if not data:  # it says that there is something, and there is nothing
            time.sleep(TICK_S)
        return data

    def write(self, data: bytes) -> int:
        until_s, left = time.monotonic() + WRITE_S, data
        while left:
            wait_s = until_s - time.monotonic()
            if wait_s <= 0 or not select.select([], [self._file], [], wait_s)[1]:
                raise serial.SerialTimeoutException("the printer takes no more")
            try:
                left = left[os.write(self._file, left) :]
            except BlockingIOError:
                continue
        return len(data)

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
