"""A real hub process on a free port of the loopback, on SQLite or PostgreSQL, and the desks it is told to know."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desk.bench.sync_line import Who
from desk.core.clock import SystemClock
from desk.core.errors import Trouble
from desk.hub import db as hub_db
from desk.hub import schema
from desk.hub.hub import Hub
from desk.store.kinds import kinds
from desk.wire.statements import key_text

HOST = "127.0.0.1"
START_S, STOP_S = 30, 20


@dataclass(frozen=True)
class Running:
    """A hub that answers."""

    port: int
    processes: tuple[subprocess.Popen[bytes], ...]
    log: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> tuple[str, int]:
        return HOST, self.port

    def body_bytes(self, door: str, way: str) -> int:
        """Bytes of bodies that went through a door so far, as sent. way: `in` or `out`."""
        mark = f'hub_body_bytes_total{{door="{door}",way="{way}"}} '
        page = got(self.port, "/metrics").decode()
        return sum(int(float(line.removeprefix(mark))) for line in page.splitlines() if line.startswith(mark))

    def cpu_s(self) -> float:
        """Processor time of the hub so far (not of a database server beside it), where the system tells; else 0."""
        with suppress(OSError):
            return sum(_cpu_s(one.pid) for one in self.processes)
        return 0.0

    def peak_mb(self) -> float | None:
        """The most memory it ever held (resident; of several processes the sum), where the system tells."""
        with suppress(OSError):
            return round(sum(_peak_mb(one.pid) for one in self.processes), 1)
        return None


def _cpu_s(pid: int) -> float:
    words = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def know(database: str, *desks: Who) -> None:
    """Enter devices into a hub's database, as enrolment would."""
    db = hub_db.open_db(database)
    try:
        schema.prepare(db)
        hub = Hub(db, kinds(), SystemClock())
        for who in desks:
            hub.admit(who.site_id, who.device_id, pubkey=key_text(who.key.public_key()))
    finally:
        db.close()


@contextmanager
def running(database: str, folder: Path, processes: int = 1) -> Iterator[Running]:
    """Serve this database until the end of the block; several processes share the port (PostgreSQL only).

    Raises Trouble("bench.child_failed").
    """
    port, log = free_port(), folder / "hub.log"
    begun: list[subprocess.Popen[bytes]] = []
    try:
        with log.open("ab") as out:
            for _ in range(processes):
                begun.append(subprocess.Popen(command(database, port, processes > 1), stdout=out, stderr=out))
                _await(begun[-1], port)
        yield Running(port, tuple(begun), log)
    finally:
        for process in begun:
            process.send_signal(signal.SIGTERM)
        for process in begun:
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def command(database: str, port: int, shared: bool = False) -> list[str]:
    """How the hub of this very program is started."""
    made = [sys.executable, "-m", "desk.hub", "serve", "--db", database, "--port", str(port), "--insecure-http"]
    return [*made, "--shared-port"] if shared else made


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def got(port: int, path: str) -> bytes:
    """The whole answer to a plain GET, head and body."""
    with socket.create_connection((HOST, port), timeout=5) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: line.recv(65_536), b""))


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_S
    while True:
        with suppress(OSError):
            if b" 200 " in got(port, "/readyz")[:20]:
                return
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            raise Trouble("bench.child_failed", probe="hub", why=process.returncode)
        time.sleep(0.02)
