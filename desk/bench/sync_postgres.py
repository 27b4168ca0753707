"""A throw-away PostgreSQL from whatever binaries the machine has: a socket, no port, gone afterwards. Root or not."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from desk.core.errors import Trouble

START_S, STOP_S = 30, 30
USER = "gatehouse"
SETTINGS = {"listen_addresses": "''", "max_connections": "100", "shared_buffers": "'128MB'"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def binaries() -> Path | None:
    """The folder of the newest `initdb` and `postgres`, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return Path(there).resolve().parent if there else None


@contextmanager
def running(*, fsync: bool = True) -> Iterator[str]:
    """The SQLAlchemy address of a fresh server. fsync False: for tests, which fear no power cut.

    Raises Trouble("bench.no_postgres") without binaries, Trouble("bench.child_failed") when it does not start.
    """
    place = binaries()
    if place is None or os.name != "posix":
        raise Trouble("bench.no_postgres")
    folder = Path(tempfile.mkdtemp(prefix="gatehouse-pg-"))
    try:
        who = _unprivileged(folder)
        server = _started(place, folder, who, SETTINGS | ({} if fsync else FAST))
        try:
            yield f"postgresql+psycopg://{USER}@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)  # fast shutdown: disconnects everyone
            server.wait(STOP_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh(server: str) -> str:
    """The address of a new, empty database on a running server."""
    name = f"bench_{time.time_ns()}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as conn:
        conn.execute(text(f"CREATE DATABASE {name}"))
    return server.replace("/postgres?", f"/{name}?")


def _unprivileged(folder: Path) -> dict[str, Any]:
    """How to start a program as somebody else: PostgreSQL refuses root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _started(place: Path, folder: Path, who: dict[str, Any], settings: dict[str, str]) -> subprocess.Popen[bytes]:
    data, env = folder / "data", {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    made = subprocess.run(
        [str(place / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env, check=False, **who,
    )  # fmt: skip
    if made.returncode:
        raise Trouble("bench.child_failed", probe="initdb", why=made.returncode)
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.writelines(f"{key} = {value}\n" for key, value in settings.items())
        file.write(f"unix_socket_directories = '{folder}'\n")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(place / "postgres"), "-D", str(data)], stdout=log, stderr=log, env=env, **who,
        )  # fmt: skip
    _await(place, folder, server)
    return server


def _await(place: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    while subprocess.run([str(place / "pg_isready"), "-h", str(folder), "-q"], check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            server.kill()
            server.wait()
            raise Trouble("bench.child_failed", probe="postgres", why=server.returncode)
        time.sleep(0.02)
