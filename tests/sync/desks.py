"""A desk of the simulation: a real store in a real file, a clock that can be wrong, and the real engine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from sqlalchemy import text

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Fault
from desk.core.ids import new_id
from desk.store import outbox, sync_rows
from desk.store.engine import raw_connection
from desk.store.store import Founding, Store
from desk.store.tables_sync import SyncLink
from desk.sync.engine import Engine
from desk.sync.transport import Transport
from desk.wire import chain
from desk.wire.kinds import Kinds
from tests.fakes.clock import FakeClock
from tests.sync import made_up
from tests.sync.made_up import CANARY, Entry, Fact_, Later, Note, Taking, Vote
from tests.sync.quick import share

KEY = bytes(range(32))
OPEN_LEAK = "LEAK-of-a-sealed-value"
ME = Actor("0" * 31 + "1", "manager")


class DeskClock:
    """The world's time, seen through this desk's error."""

    def __init__(self, world: FakeClock, off_ms: int = 0) -> None:
        self.world = world
        self.off_ms = off_ms

    def now_ms(self) -> int:
        return self.world.now_ms() + self.off_ms

    def monotonic_s(self) -> float:
        return self.world.monotonic_s()


def found_template(folder: Path) -> Path:
    """One founded store with the made-up tables, to be copied for every desk of every world."""
    path = folder / "template.db"
    if not path.exists():
        store = Store.found(path, KEY, FakeClock(), Founding("推演", "南门", throwaway=True))
        with store.unit() as u:
            u.conn.execute(SyncLink.__table__.insert().values(one=1, hub_key=bytes(32)))
            made_up.MadeUp.metadata.create_all(u.conn)
            u.conn.execute(text("DELETE FROM outbox"))
            u.conn.execute(text("DELETE FROM audit_line"))
        store.checkpoint()
        store.close()
    return path


@dataclass
class Sim:
    """One desk. known: operations that must not be lost while this desk lives -> their entity; backup: (file, known then)."""

    name: str
    path: Path
    clock: DeskClock
    transport: Transport
    rng: Random
    known: dict[str, str] = field(default_factory=dict)
    backup: tuple[Path, dict[str, str]] | None = None
    tables: dict[str, Any] = field(default_factory=lambda: made_up.TABLES)
    wrong: set[str] = field(default_factory=set)
    kinds: ClassVar[Kinds] = made_up.KINDS  # what the hub knows, and what it knows after an upgrade
    newer_kinds: ClassVar[Kinds] = made_up.NEWER_KINDS
    has_rooms: ClassVar[bool] = False

    def __post_init__(self) -> None:
        self.open()

    @classmethod
    def fresh(cls, name: str, template: Path, folder: Path, clock: DeskClock, transport: Transport, rng: Random) -> Sim:
        path = folder / f"{name}.db"
        shutil.copyfile(template, path)
        device, life = new_id(clock.now_ms()), new_id(clock.now_ms())
        conn = raw_connection(path, KEY)
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute(
            "UPDATE sync_self SET device_id=?, incarnation=?, last_seq=0, last_hash=?, newest_ms=0, hlc_last=?",
            (bytes.fromhex(device), bytes.fromhex(life), chain.start(life), f"{0:016x}-{device[-8:]}"),
        )
        conn.close()
        return cls(name, path, clock, transport, rng)

    def open(self) -> None:
        self.store = Store(self.path, KEY, self.clock)
        share("desk", self.store._writer, self.store._reader)
        self.engine = self.make_engine()

    def make_engine(self) -> Engine:
        return Engine(self.store, self.transport, self.clock, {}, tables=self.tables)

    def upgrade(self) -> None:
        """A newer program is installed."""
        self.tables = made_up.NEWER_TABLES
        self.engine = self.make_engine()
        self.engine.upgraded()

    @property
    def device_id(self) -> str:
        with self.store.reading() as r:
            return r.device_id

    @property
    def scope(self) -> str:
        with self.store.reading() as r:
            return f"s:{r.site_id}"

    def begin(self) -> None:
        """What the first desk of a world finds to do before anything goes wrong."""

    def chores(self) -> None:
        """What a desk does by itself."""

    # --- a person's day ------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """One act of a person: something new, something changed, something deleted, taken, paid or voted."""
        act = self.rng.choices(
            [self._add, self._change, self._delete, self._fact, self._pay, self._take, self._give_back, self._vote],
            [3, 8, 1, 3, 2, 3, 2, 2],
        )[0]
        act()
        self.learn()

    def learn(self) -> None:
        """Note what this desk now has, so that its loss would be seen."""
        conn = raw_connection(self.path, KEY)
        try:
            for table in ("outbox", "sync_log"):
                for op_id, eid in conn.execute(f"SELECT op_id, eid FROM {table}"):
                    self.known.setdefault(bytes(op_id).hex(), bytes(eid or b"").hex())
        finally:
            conn.close()

    def _pick(self, table: str, where: str = "1") -> str | None:
        with self.store.reading() as r:
            ids = [
                bytes(row[0]).hex() for row in r.conn.execute(text(f"SELECT id FROM {table} WHERE {where} ORDER BY id"))
            ]
        return self.rng.choice(ids) if ids else None

    def _add(self) -> None:
        with self.store.unit(ME) as u:
            u.add(Note, title=f"t{self.rng.randrange(4)}", phone=f"1{self.rng.randrange(4)}", secret=CANARY)

    def _change(self) -> None:
        eid = self._pick("sim_note", "deleted_at IS NULL")
        if eid is None:
            return self._add()
        values = {"title": f"t{self.rng.randrange(9)}", "phone": f"1{self.rng.randrange(9)}"}
        some = self.rng.sample(sorted(values), self.rng.randint(1, 2))
        with self.store.unit(ME) as u:
            u.set(Note, eid, **{name: values[name] for name in some})
        return None

    def _delete(self) -> None:
        eid = self._pick("sim_note", "deleted_at IS NULL")
        if eid is not None:
            with self.store.unit(ME) as u:
                u.drop(Note, eid)

    def _fact(self) -> None:
        with self.store.unit(ME) as u:
            for _ in range(self.rng.choice((1, 1, 3))):
                u.add(Fact_, text=f"{self.name} {self.rng.randrange(1000)}", secret=CANARY)

    def _pay(self) -> None:
        with self.store.unit(ME) as u:
            u.add(Entry, account=self.rng.choice("ab"), amount=self.rng.randint(-5, 5))

    def _take(self) -> None:
        with self.store.unit(ME) as u:
            u.add(Taking, item=self.rng.choice(("chair", "drill")))

    def _give_back(self) -> None:
        eid = self._pick("sim_claim", "releases IS NULL")
        if eid is not None:
            with self.store.unit(ME) as u:
                u.add(Taking, item=self._item(eid), releases=eid)

    def _item(self, eid: str) -> str:
        with self.store.reading() as r:
            found = r.conn.execute(text("SELECT item FROM sim_claim WHERE id = :id"), {"id": bytes.fromhex(eid)})
            return str(found.scalar_one())

    def _vote(self) -> None:
        with self.store.unit(ME) as u:
            u.add(Vote, poll="p", voter=f"v{self.rng.randrange(3)}", choice=self.rng.choice(("yes", "no")))

    def erase(self) -> str | None:
        """Retention is due for one thing: its bodies go everywhere."""
        eid = self._pick("sim_note") or self._pick("sim_fact")
        if eid is not None:
            with self.store.unit(ME) as u:
                outbox.redact(u, [eid])
        return eid

    def write_newer(self) -> None:
        """A newer program than the others' writes a kind they do not know."""
        with self.store.unit(ME) as u:
            u.add(Later, text=f"{self.name} later")
        self.learn()

    def write_wrong(self) -> None:
        """A faulty program lets a sealed value out in the open: the hub must not keep it, and must say so."""
        with self.store.unit(ME) as u:
            op = u._op(Note, "add", u.new_id(), {"phone": OPEN_LEAK})
            assert op.f == {"phone": OPEN_LEAK}
            self.wrong.add(op.id)
        self.learn()

    def tidy(self) -> None:
        """What the nights of two months do to the copies of operations."""
        with self.store.unit(ME) as u:
            sync_rows.forget_log(u, u.now - 60 * DAY_MS, keep_every=4)
            outbox.thin(u, u.now - 45 * DAY_MS)

    # --- exchanges with the hub --------------------------------------------------------------------------------------

    def exchange(self, what: str) -> None:
        """One exchange, or a whole round; a fault of the line is the world's business, not an error."""
        try:
            if what == "push":
                self.engine.sender.push()
            elif what == "offer":
                self.engine.sender.offer()
            elif what == "pull":
                self.engine.receiver.pull(self.scope)
            else:
                self.engine.once()
        except Fault:
            pass
        finally:
            self.learn()

    # --- what happens to machines ------------------------------------------------------------------------------------

    def save(self, folder: Path, number: int) -> None:
        """Somebody copies the disk."""
        copy = folder / f"{self.name}-{number}.copy"
        self.store.checkpoint()
        shutil.copyfile(self.path, copy)
        self.backup = (copy, dict(self.known))

    def restore(self) -> None:
        """The copy is put back, and nobody tells the program."""
        if self.backup is None:
            return
        self.close()
        copy, known = self.backup
        shutil.copyfile(copy, self.path)
        self.known = dict(known)
        self.open()

    def clone(self, name: str, folder: Path, clock: DeskClock, transport: Transport) -> Sim:
        """The disk goes into a second machine; both go on."""
        self.store.checkpoint()
        path = folder / f"{name}.db"
        shutil.copyfile(self.path, path)
        twin = type(self)(name, path, clock, transport, Random(self.rng.random()))
        twin.known, twin.tables, twin.wrong = dict(self.known), self.tables, self.wrong
        return twin

    def close(self) -> None:
        self.store.close()
        for tail in ("-wal", "-shm"):
            self.path.with_name(self.path.name + tail).unlink(missing_ok=True)

    # --- for the invariants --------------------------------------------------------------------------------------------

    def position(self) -> tuple[int, bytes]:
        with self.store.reading() as r:
            return sync_rows.cursor(r, self.scope)

    def waiting(self) -> int:
        with self.store.reading() as r:
            return outbox.waiting(r)
