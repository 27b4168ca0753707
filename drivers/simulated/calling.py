"""A simulated device that calls the desk over the network, as watches do, instead of being opened by it."""

from __future__ import annotations

import select
import socket
import time

TRY_S = 0.5  # how long a call may take, and the pause after one that nobody took


class CallingPlug:
    """A drivers.simulated.ports.Plug that connects to `host:port`, and again when the desk hangs up."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._address = (host, int(port))
        self._line: socket.socket | None = None
        self._pulled = False
        self._next_s = 0.0

    @property
    def port(self) -> str:
        return "{}:{}".format(*self._address)

    def ready(self) -> bool:
        """True once the desk has taken the call."""
        if self._line is None and not self._pulled and time.monotonic() >= self._next_s:
            try:
                self._line = socket.create_connection(self._address, TRY_S)
            except OSError:
                self._next_s = time.monotonic() + TRY_S
        return self._line is not None

    def send(self, data: bytes) -> bool:
        if not self.ready() or self._line is None:
            return False
        try:
            self._line.sendall(data)
        except OSError:
            self.replug()
            return False
        return True

    def heard(self, timeout_s: float) -> bytes:
        if not self.ready() or self._line is None:
            time.sleep(min(timeout_s, 0.02))
            return b""
        ready, _, _ = select.select([self._line], [], [], timeout_s)
        try:
            data = self._line.recv(4096) if ready else b""
        except OSError:
            data = b""
        if ready and not data:  # the desk hung up
            self.replug()
        return data

    def replug(self) -> None:
        """Hang up; the next word calls again."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def unplug(self) -> None:
        """Out of reach of the network."""
        self._pulled = True
        self.replug()

    def plug_in(self) -> None:
        """Back in reach."""
        self._pulled = False

    def close(self) -> None:
        self.unplug()
