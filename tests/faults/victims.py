"""Programs that a test kills: each does one kind of work on a real store and says on stdout what has been committed."""

from __future__ import annotations

import sys
from pathlib import Path

from desk import app
from desk.core.actor import Actor
from desk.core.clock import SystemClock
from desk.core.ids import new_id
from desk.operators.rules import rights_of
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.service_admit import admit
from desk.reception.views import AdmitRequest
from desk.store import backup, migrate
from desk.store.store import Founding

MANAGER = Actor("0" * 31 + "1", "manager", rights_of("manager"))


def request(visit_id: str, name: str) -> AdmitRequest:
    """Someone the operator lets in on their own word."""
    draft = Draft(VisitorType.OTHER, name=name, phone="10000001234", purpose="送材料")
    return AdmitRequest(visit_id, draft, Proof.OVERRIDE, reason="演练")


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def admitting(home: Path) -> None:
    """Admits visitors until killed."""
    desk = app.build(home)
    desk.open()
    while True:
        visit = new_id(SystemClock().now_ms())
        with desk.store.unit(MANAGER) as u:
            admit(u, request(visit, f"访客{visit[-4:]}"))
        say(visit)


def backing_up(home: Path) -> None:
    """Writes backups until killed."""
    desk = app.build(home)
    desk.open()
    now = desk.clock.now_ms()
    while True:
        now += 1000
        say(backup.write(desk.home.database, desk.store.key, desk.home.backups, now).path.name)


def founding(home: Path) -> None:
    """Founds desks (all migrations) until killed."""
    number = 0
    while True:
        number += 1
        desk = app.build(home / str(number))
        say(str(number))
        desk.found(Founding("锦绣苑", "南门"))
        desk.close()


def migrating(home: Path) -> None:
    """Opens a store of an older program: backup, then a migration of many steps (`home/scripts`), each said."""
    migrate.SCRIPTS = home / "scripts"
    say("opening")
    desk = app.build(home)
    desk.open()
    say("open")
    desk.close()


if __name__ == "__main__":
    kinds = {"admitting": admitting, "backing_up": backing_up, "founding": founding, "migrating": migrating}
    kinds[sys.argv[1]](Path(sys.argv[2]))
