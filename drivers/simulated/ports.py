"""Somewhere to plug a simulated device in: a pseudo terminal (Linux), or a TCP port that pyserial opens as socket://."""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self


class Plug(Protocol):
    """The device's end of a line."""

    @property
    def port(self) -> str:
        """What to give the driver as `port`."""
        ...

    def ready(self) -> bool:
        """Whether the desk listens."""
        ...

    def send(self, data: bytes) -> bool:
        """False when nobody listens."""
        ...

    def heard(self, timeout_s: float) -> bytes:
        """What the desk sent, or nothing after the wait."""
        ...

    def replug(self) -> None:
        """Vanish and come back under the same name."""
        ...

    def close(self) -> None: ...


FULL_S = 0.5


class PtyPlug:
    """A pseudo terminal behind a link of a fixed name, so that it can vanish and return like a USB adapter."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._master = -1
        self._slave = -1
        self._lock = threading.RLock()  # pulled from another thread, a number of a closed end may be another's by then
        self.plug_in()

    @property
    def port(self) -> str:
        return str(self.link)

    def plug_in(self) -> None:
        import tty  # not on Windows

        # the slave stays open here: with no reader at all, what is sent before the driver opens would be lost
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        tty.setraw(self._slave)
        fresh = self.link.with_name(self.link.name + ".new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(os.ttyname(self._slave))
        fresh.replace(self.link)

    def unplug(self) -> None:
        """Close our ends: an open driver sees the line go, a new one finds no port."""
        self.link.unlink(missing_ok=True)
        with self._lock:
            for end in (self._slave, self._master):
                if end >= 0:
                    os.close(end)
            self._master = self._slave = -1

    def replug(self) -> None:
        self.unplug()
        self.plug_in()

    def ready(self) -> bool:
        return self._master >= 0  # what is sent early waits in the terminal

    def send(self, data: bytes) -> bool:
        with self._lock:
            if self._master < 0:
                return False
            while data:
                _, room, _ = select.select([], [self._master], [], FULL_S)
                if not room:  # nobody reads: a real line loses the bytes too
                    return False
                data = data[os.write(self._master, data) :]
        return True

    def heard(self, timeout_s: float) -> bytes:
        with self._lock:
            if self._master >= 0:
                ready, _, _ = select.select([self._master], [], [], timeout_s)
                return os.read(self._master, 4096) if ready else b""
        time.sleep(timeout_s)
        return b""

    def close(self) -> None:
        self.unplug()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


SETTLE_S = 0.3  # pyserial throws away what arrives while it is still opening a socket


class TcpPlug:
    """The same over TCP on this computer: works on every system."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.1)
        self._peer: socket.socket | None = None
        self._ready_s = 0.0

    @property
    def port(self) -> str:
        return f"socket://127.0.0.1:{self._server.getsockname()[1]}"

    def ready(self) -> bool:
        """True once a driver is connected and has had time to open."""
        if self._peer is None:
            try:
                self._peer, _ = self._server.accept()
            except TimeoutError:
                return False
            self._ready_s = time.monotonic() + SETTLE_S
        return time.monotonic() >= self._ready_s

    def send(self, data: bytes) -> bool:
        if not self.ready() or self._peer is None:
            return False
        try:
            self._peer.sendall(data)
        except OSError:
            self.replug()
            return False
        return True

    def heard(self, timeout_s: float) -> bytes:
        if not self.ready() or self._peer is None:
            time.sleep(min(timeout_s, 0.02))
            return b""
        ready, _, _ = select.select([self._peer], [], [], timeout_s)
        data = self._received() if ready else b""
        if ready and not data:  # the desk closed its end
            self.replug()
        return data

    def _received(self) -> bytes:
        try:
            return self._peer.recv(4096) if self._peer else b""
        except OSError:
            return b""

    def replug(self) -> None:
        if self._peer is not None:
            self._peer.close()
            self._peer = None

    def close(self) -> None:
        self.replug()
        self._server.close()
