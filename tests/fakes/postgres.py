"""A throw-away PostgreSQL from the system's own binaries, started as an unprivileged user, also by root."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

LOOSE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
START_S = 30.0


@dataclass(frozen=True)
class Server:
    """A running server. folder: its sockets, data and log; pid: the postmaster's."""

    folder: Path
    pid: int

    def url(self, database: str) -> str:
        return f"postgresql://test@/{database}?host={self.folder}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """Outside of a transaction."""
        import psycopg

        return psycopg.connect(host=str(self.folder), user="test", dbname=database, autocommit=True)

    def run(self, sql: str, database: str = "postgres") -> None:
        """One statement, or several that are one transaction."""
        with self.connect(database) as conn:
            conn.execute(sql)  # type: ignore[arg-type]


def binaries() -> Path | None:
    """The folder of initdb and postgres; Debian keeps them off the path."""
    if sys.platform == "win32":
        return None
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def _as_whom() -> dict[str, Any]:
    """What subprocess needs to drop root's rights, which PostgreSQL refuses to run with."""
    if os.geteuid() != 0:
        return {}
    import pwd

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    who = names.get("postgres") or names["nobody"]
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def serving(bin_folder: Path, *, loose: bool = True, within: Path | None = None, **settings: str) -> Iterator[Server]:
    """A server without network, in a folder of its own. loose: no fsync, for tests that kill nothing."""
    folder = Path(tempfile.mkdtemp(prefix="gatehouse-pg-", dir=within))
    who = _as_whom()
    if who:
        os.chown(folder, who["user"], who["group"])
    env = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    data = folder / "data"
    made = [bin_folder / "initdb", "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL, env=env, **who)
    lines = {"listen_addresses": "''", "unix_socket_directories": f"'{folder}'", "max_connections": "120"}
    lines |= {"shared_buffers": "'128MB'", **(LOOSE if loose else {}), **settings}
    with (data / "postgresql.conf").open("a") as file:
        file.writelines(f"{name} = {value}\n" for name, value in lines.items())
    try:
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([bin_folder / "postgres", "-D", data], stdout=log, stderr=log, env=env, **who)
        try:
            _wait(bin_folder, folder, process)
            yield Server(folder, process.pid)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(bin_folder: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    asked = [bin_folder / "pg_isready", "-h", folder, "-q"]
    while subprocess.run(asked, check=False).returncode != 0:
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError("PostgreSQL did not start: " + (folder / "log").read_text()[-2000:])
