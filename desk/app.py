"""Wires the Qt-free half of the program. Tests, the command line and ui/app.py all call `build`.

`build` is light (no SQLAlchemy) so that the window can be painted first; `Desk.open` does the heavy part and
belongs on the disk-write lane.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import pkgutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import desk
from desk.assisting import Assisting
from desk.core import private
from desk.core.actor import NOBODY, Actor
from desk.core.clock import Clock, SiteTime, SystemClock
from desk.core.errors import Refused, Trouble
from desk.core.events import Bus
from desk.core.lanes import READ, WRITE, Lanes, Post, run_here
from desk.core.paths import Home, home
from desk.core.settings import SettingsFile

if TYPE_CHECKING:
    from desk.operators.session import Session
    from desk.store.store import Founding, Store
    from desk.store.unit import Reading, Unit

log = logging.getLogger("desk.app")
T = TypeVar("T")
Done = Callable[[T], None] | None
Failed = Callable[[Exception], None] | None
Received = Callable[["Unit", Sequence[str]], None]


class Desk:
    """The desk without a face. `store` and `session` are there once `open` or `found` has returned."""

    def __init__(self, where: Home, clock: Clock, post: Post) -> None:
        self.home = where
        self.clock = clock
        self.bus = Bus()
        self.lanes = Lanes(post)
        self.settings = SettingsFile(where.settings_file)
        self.time = SiteTime()
        self.practice = False  # once opened: everything in this store is invented (desk.store.practice)
        self.assisting = Assisting(self)
        self._store: Store | None = None
        self._session: Session | None = None

    @property
    def founded(self) -> bool:
        """False on a first run: the wizard calls `found`. An update that broke off while it brought the data back will go on."""
        return self.home.exists or self.home.updating.exists()

    @property
    def store(self) -> Store:
        if self._store is None:
            raise Refused("desk.not_open")
        return self._store

    @property
    def session(self) -> Session:
        if self._session is None:
            raise Refused("desk.not_open")
        return self._session

    @property
    def actor(self) -> Actor:
        """Who acts now; nobody before anyone signed on."""
        return self._session.actor if self._session is not None else NOBODY

    def open(self, passphrase: str | None = None, key: bytes | None = None) -> None:
        """Open the store of this home: key (given, or looked up), backup before a migration, migration, session.

        Raises Refused (`desk.not_founded`, `store.newer`, `update.failed`, `key.passphrase_needed`, `key.code_wrong`) or Trouble
        (`key.missing`, `store.damaged`, `store.disk_full`, `store.read_only`).
        """
        if not self.founded:
            raise Refused("desk.not_founded")
        from desk.store import key as keys
        from desk.store.faults import as_trouble

        import_rooms()
        key = key or keys.load_key(self.home, passphrase)
        if self.home.updating.exists():
            from desk.updates.trial import settle

            settle(self.home, key, self.clock)
        with as_trouble():
            self._backup_before_migration(key)
        self._adopt(key)

    def found(self, founding: Founding, passphrase: str | None = None) -> str:
        """First run: make key, store and recovery code; returns the code, which is shown once and typed back."""
        from desk.store import backup
        from desk.store import key as keys
        from desk.store.faults import as_trouble
        from desk.store.store import Store

        if self.founded:
            raise Refused("desk.already_founded")
        import_rooms()
        key = keys.make_key()
        code = keys.make_recovery_code()
        fresh = self.home.root / "founding.db"
        with as_trouble():
            self.home.root.mkdir(parents=True, exist_ok=True)
            for name in ("founding.db*", "joining.db*"):  # begun and given up, here or in desk.joining
                for leftover in self.home.root.glob(name):
                    leftover.unlink()
            store = Store.found(fresh, key, self.clock, founding)
            backup.seal_with(store, code)
            store.checkpoint()
            store.close()
            keys.save_key(self.home, key, passphrase)
            fresh.replace(self.home.database)
        self._adopt(key)
        return code

    def renew_recovery_code(self) -> str:
        """Make another recovery code; the former one opens no backup made from now on. Right settings.site."""
        from desk.store import backup
        from desk.store import key as keys

        self.actor.require("settings.site")
        code = keys.make_recovery_code()
        backup.seal_with(self.store, code, self.actor)
        return code

    def write(
        self, work: Callable[[Unit], T], done: Done[T] = None, failed: Failed = None, actor: Actor | None = None
    ) -> None:
        """Run a service's verb as one unit of work on the disk-write lane, by whoever is on duty now."""
        who = actor or self.actor

        def turn() -> T:
            with self.store.unit(who) as u:
                return work(u) if actor is not None else self.assisting.noting(u, work)

        self.lanes.run(WRITE, turn, done, failed)

    def read(self, work: Callable[[Reading], T], done: Done[T] = None, failed: Failed = None) -> None:
        """Run a query on the disk-read lane."""

        def turn() -> T:
            with self.store.reading() as r:
                return work(r)

        self.lanes.run(READ, turn, done, failed)

    def close(self) -> None:
        """Finish what is queued, end the lanes, close the store."""
        self.lanes.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _adopt(self, key: bytes) -> None:
        from desk.operators.session import Session
        from desk.store import identity, instance, practice
        from desk.store.store import Store

        private.tighten(self.home.root)
        self._store = Store(self.home.database, key, self.clock, self.bus)
        instance.settle(self._store, self.home.root)
        with self._store.reading() as r:
            self.time = SiteTime(identity.here(r).zone)
            self.practice = practice.is_practice(r)
        self._session = Session(self._store, self.clock, self.bus, self.time, self.settings)

    def _backup_before_migration(self, key: bytes) -> None:
        from desk.store import backup, migrate

        if migrate.needs_upgrade(self.home.database, key):
            info = backup.write(self.home.database, key, self.home.backups, self.clock.now_ms())
            log.info("backup before migration: %s", info.path.name)


def build(where: Path | Home | None = None, *, clock: Clock | None = None, post: Post = run_here) -> Desk:
    """A desk over a data folder (None: the user's own). `post` brings answers back to the caller's loop."""
    return Desk(where if isinstance(where, Home) else home(where), clock or SystemClock(), post)


def import_rooms() -> None:
    """Import every room's tables, so that the schema is whole before a store is opened."""
    for room in pkgutil.iter_modules(desk.__path__):
        if room.ispkg and importlib.util.find_spec(f"desk.{room.name}.tables"):
            importlib.import_module(f"desk.{room.name}.tables")


def hooks() -> dict[str, Received]:
    """What each room does once rows of its kinds came from another desk: kind -> call(unit, entity ids).

    A room says it in `received.py` as RECEIVED; a new kind needs no other place.
    """
    found: dict[str, Received] = {}
    for room in pkgutil.iter_modules(desk.__path__):
        if room.ispkg and importlib.util.find_spec(f"desk.{room.name}.received"):
            for kind, told in importlib.import_module(f"desk.{room.name}.received").RECEIVED.items():
                found[kind] = _both(found[kind], told) if kind in found else told
    return found


def _both(first: Received, second: Received) -> Received:
    """Two rooms want to hear of one kind (an erasure, say)."""

    def told(u: Unit, ids: Sequence[str]) -> None:
        first(u, ids)
        second(u, ids)

    return told


__all__ = ["Desk", "Refused", "Trouble", "build", "hooks", "import_rooms"]
