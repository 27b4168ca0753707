"""The encrypted store of one desk: found it, open it, and open units of work and readings on it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from desk.core.actor import NOBODY, Actor
from desk.core.clock import Clock
from desk.core.errors import Refused, Trouble
from desk.core.events import Bus, Changed
from desk.core.ids import new_id
from desk.store import migrate
from desk.store.engine import BUSY_MS, open_engine
from desk.store.faults import as_trouble
from desk.store.outbox import drop_unsent
from desk.store.tables import Gate, Secret, Site, SyncSelf
from desk.store.tables_sync import SyncLink
from desk.store.turns import Turns
from desk.store.unit import Reading, Unit
from desk.wire import chain
from desk.wire.hlc import Hlc

TRAIL = frozenset(
    {"audit_line", "redaction"}
)  # what a desk that its hub sent away still writes: who looked, what was erased
REVOKED = "revoked"  # SyncLink.state
MOVED = "moved-away"  # a secret's name, and the topic told with it: this desk lives on another computer (desk.moving)
_SELF = select(SyncSelf.__table__)
SECRETS = {"code-check": 32, "pass-sign": 32, "id-hash": 32, "site-seal": 32, "digits": 32}


@dataclass(frozen=True)
class Founding:
    """What the first-run wizard asks: enough to be a desk of a site. `throwaway`: a demo or benchmark store."""

    site_name: str
    gate_name: str
    gate_phone: str = ""
    address: str = ""
    throwaway: bool = False


class Store:
    """One writer engine and one reader engine over the same file, so that a search never waits for a write."""

    def __init__(self, path: Path, key: bytes, clock: Clock, bus: Bus | None = None) -> None:
        """Open an existing store at the program's revision.

        Raises Trouble("store.damaged") (wrong key or broken file), Refused("store.newer") when a newer program
        wrote it, and migrates an older one (call `backup` first: desk.app does).
        """
        if not path.exists():
            raise Trouble("store.missing")
        self.path = path
        self.key = key
        self.clock = clock
        self.bus = bus or Bus()
        with as_trouble():
            migrate.upgrade(path, key)
        self._writer: Engine = open_engine(path, key)
        self._reader: Engine = open_engine(path, key, read_only=True)
        self._turns = Turns(BUSY_MS / 1000)
        self.sent_away = self.moved = False
        with suppress(Trouble), self.reading() as r:  # a store that is being founded has no identity yet
            self.moved = r.conn.execute(select(Secret.name).where(Secret.name == MOVED)).first() is not None
            self.sent_away = r.conn.execute(select(SyncLink.state)).scalar_one_or_none() == REVOKED

    @classmethod
    def found(cls, path: Path, key: bytes, clock: Clock, founding: Founding, bus: Bus | None = None) -> Store:
        """Make a new store: schema, identity, the site's keys, site and gate records."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with as_trouble():
            migrate.upgrade(path, key)
            store = cls(path, key, clock, bus)
            ids = store._write_identity(founding)
            with store.unit() as u:
                u.add(Site, id=ids["site_id"], name=founding.site_name, address=founding.address)
                u.add(Gate, id=ids["gate_id"], name=founding.gate_name, phone=founding.gate_phone)
                u.audit("store.founded", "site", ids["site_id"])
        return store

    @contextmanager
    def unit(self, actor: Actor = NOBODY) -> Iterator[Unit]:
        """A writing transaction: commits on leaving, rolls back on any exception, then publishes what changed.

        Raises Refused("sync.read_only") for a desk that its hub has sent away, Refused("desk.moved") for one that lives on
        another computer.
        """
        with self._turns.mine(), as_trouble(), self._writer.begin() as conn:
            u = Unit(conn, self.clock.now_ms(), _identity(conn), actor)
            yield u
            if self.sent_away and u.kinds_written - TRAIL:
                raise Refused("sync.read_only")
            if self.moved and u.kinds_written - TRAIL:
                raise Refused("desk.moved")
            u.flush()
        self.moved = self.moved or MOVED in u.topics
        if u.topics:
            self.bus.publish(Changed(frozenset(u.topics)))

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for the unit under way to end."""
        return self._turns.awaited

    @contextmanager
    def founding(self) -> Iterator[Connection]:
        """A bare writing transaction, for a store that has no identity yet."""
        with self._turns.mine(), as_trouble(), self._writer.begin() as conn:
            yield conn

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A read-only transaction on its own connection."""
        with as_trouble(), self._reader.begin() as conn:
            yield Reading(conn, self.clock.now_ms(), _identity(conn))

    def new_incarnation(self) -> None:
        """Begin a new life after a restore or a copy: its outbox chain starts again (SYNC 2.6).

        What former lives wrote and no hub has confirmed is offered to the hub without numbers.
        """
        fresh = new_id(self.clock.now_ms())
        with self._turns.mine(), as_trouble(), self._writer.begin() as conn:
            conn.execute(update(SyncSelf).values(incarnation=fresh, last_seq=0, last_hash=chain.start(fresh)))
            conn.execute(update(SyncLink).values(pushed_seq=0))
            drop_unsent(conn, fresh)

    def close_to_writing(self) -> None:
        """The hub has sent this desk away: what is here stays readable, and nothing but its trail is written on."""
        self.sent_away = True

    def open_to_writing(self) -> None:
        """It was taken in again."""
        self.sent_away = False

    def settle_here(self, here: bool) -> None:
        """Whether this desk lives on this computer: the row that says so is written by desk.store.moved."""
        self.moved = not here

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file."""
        with as_trouble():
            raw = self._writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def rest(self) -> None:
        """Close the connections nobody uses now, and with them their page caches; the next unit opens its own (0.1 ms)."""
        self._reader.dispose()
        self._writer.dispose()

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()

    def _write_identity(self, founding: Founding) -> dict[str, str]:
        now = self.clock.now_ms()
        ids = {name: new_id(now) for name in ("site_id", "gate_id", "device_id", "incarnation")}
        with self._writer.begin() as conn:
            conn.execute(
                insert(SyncSelf).values(
                    one=1, **ids, hlc_last=str(Hlc(0, 0, ids["device_id"][-8:])), last_seq=0, newest_ms=0,
                    last_hash=chain.start(ids["incarnation"]), audit_hash=bytes(chain.SIZE),
                    throwaway=founding.throwaway, instance_token=secrets.token_hex(16),
                )
            )  # fmt: skip
            conn.execute(
                insert(Secret), [{"name": n, "value": secrets.token_bytes(size)} for n, size in SECRETS.items()]
            )
        return ids


def _identity(conn: Connection) -> Mapping[str, Any]:
    row = conn.execute(_SELF).mappings().first()
    if row is None:
        raise Trouble("store.unfounded")
    return {str(name): value for name, value in row.items()}
