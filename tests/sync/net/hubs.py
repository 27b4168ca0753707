"""A real hub process on loopback with real files, and desks in real homes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from desk import app, joining, syncing
from desk.app import Desk
from desk.core.clock import Clock
from desk.hub import enrolment, first, opening, places
from desk.hub.face import Where
from desk.operators.rules import COMMAND
from desk.store.store import Founding
from desk.store.tables import Gate
from desk.sync.enrolling import ticket_of
from desk.wire.enrol import Ticket
from tests.chaos.processes import Process, answers, free_port

T = TypeVar("T")


@dataclass
class HubProcess:
    """`python -m desk.hub serve`, to be killed and started again on the same port and file. at: a PostgreSQL instead."""

    folder: Path
    port: int = field(default_factory=free_port)
    extra: tuple[str, ...] = ()
    scheme: str = "http"
    pin: str = ""
    process: Process | None = None
    at: str = ""

    @property
    def db(self) -> str:
        return self.at or str(self.folder / "hub.db")

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def start(self) -> None:
        words = ["-m", "desk.hub", "serve", "--db", self.db, "--port", str(self.port), "--json"]
        words += self.extra or ("--insecure-http",)
        log = self.folder / "hub.log"
        before = log.read_text().count('"serving"') if log.exists() else 0
        made = Process(words, log)
        self.process = made
        if self.scheme == "http":
            made.until(lambda: answers(self.port), "the hub")
        else:
            made.until(lambda: made.words().count('"serving"') > before, "the hub")

    def stop(self) -> None:
        assert self.process is not None
        self.process.stop()

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()

    def change(self, work: Callable[[Connection, int], T]) -> T:
        """What the admin page or a command of the hub would do."""
        with opening.opened_hub(self.db) as hub:
            return hub.db.write(lambda conn: work(conn, hub.now()))

    def ticket(self, site: str = "") -> Ticket:
        """A code for a desk of this site; a new site is planned when none is named."""

        def make(conn: Connection, now: int) -> Ticket:
            site_id = site
            if not site_id:
                district = places.meant_district(conn, now, "test", "")
                site_id = places.plan_site(conn, now, "test", district, f"小区{now}")
            code = enrolment.make_code(conn, now, "test", site_id)
            return first.ticket(Where(self.url, self.pin), code)

        return self.change(make)

    def revoke(self, desk: Desk, act: str) -> None:
        from desk.hub import signing_key

        with opening.opened_hub(self.db) as hub:
            key = signing_key.load_or_make(hub.db)
            with desk.store.reading() as r:
                ids = (r.site_id, r.device_id)
            hub.db.write(lambda conn: enrolment.revoke(conn, hub.now(), key, "test", *ids, act))


def standing(folder: Path, name: str = "南门", clock: Clock | None = None) -> Desk:
    """A desk that has stood alone so far."""
    desk = app.build(folder, clock=clock)
    desk.found(Founding("锦绣苑", name, throwaway=True))
    return desk


def enrolled(hub: HubProcess, folder: Path, clock: Clock | None = None) -> Desk:
    """The first desk of a new site, agreed with the hub."""
    desk = standing(folder, clock=clock)
    syncing.enrol(desk, hub.ticket(), COMMAND)
    syncing.once(desk)
    return desk


def joined(first_one: Desk, folder: Path, name: str = "北门") -> Desk:
    """A further desk of its site."""
    ticket = ticket_of(syncing.invite(first_one, COMMAND).ticket)
    desk = app.build(folder)
    joining.join(desk, ticket, gate_name=name)
    return desk


def gates(desk: Desk) -> dict[str, str]:
    """Gate id -> phone, of everything the desk knows."""
    from sqlalchemy import select

    with desk.store.reading() as r:
        rows = r.conn.execute(select(Gate.id, Gate.name, Gate.phone)).all()
    return {row.id: f"{row.name} {row.phone}" for row in rows}


def write(desk: Desk, phone: str, count: int = 1) -> list[str]:
    """Something that travels: new gates, one a unit of work."""
    made = []
    for number in range(count):
        with desk.store.unit(COMMAND) as u:
            made.append(u.add(Gate, name=f"门{number}", phone=phone))
            u.changed("gates")
    return made


@contextmanager
def serving(folder: Path, at: str = "") -> Iterator[HubProcess]:
    hub = HubProcess(folder, at=at)
    hub.start()
    try:
        yield hub
    finally:
        hub.kill()


def said(line: str) -> dict[str, object]:
    """The last JSON object of what a command printed."""
    found = json.loads(line.strip().splitlines()[-1])
    assert isinstance(found, dict)
    return found
