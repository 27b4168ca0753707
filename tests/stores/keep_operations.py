"""Keeps a day's operations of today's program for later ones to read: python -m tests.stores.keep_operations VERSION.

Written when a version is released, and never again: later hubs and desks must read what that version wrote.
"""

from __future__ import annotations

import json
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path

from desk import app
from desk.core.clock import DAY_MS
from desk.core.ids import new_id
from desk.hub import reads
from desk.hub.db import open_sqlite
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from desk.store.store import Founding, Store
from desk.store.unit import Unit
from desk.wire import ops
from desk.wire.kinds_list import KINDS
from desk.wire.merge import canonical
from tests.conftest import KEY
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk
from tests.reception.conftest import MORNING
from tests.sync.day import a_day
from tests.sync.pair import two

FOLDER = Path(__file__).parent / "operations"
BATCH = 100  # lines of a push


def written() -> tuple[list[bytes], bytes]:
    """The bodies of a day that touches every kind and of erasing one of its residents, and the key their words are sealed with."""
    app.import_rooms()
    clock = FakeClock(MORNING)
    with tempfile.TemporaryDirectory() as folder:
        founding = Founding("锦绣苑", "南门", gate_phone="0000-1234", throwaway=True)
        store = Store.found(Path(folder) / "desk.db", KEY, clock, founding)
        pair = two(store, Path(folder) / "other.db", clock)
        day = a_day(pair.a, clock)
        pair.a.do(lambda u: _erase(u, day.people[:1]))
        pair.a.sent = 0
        bodies, seal = pair.a.bodies(), pair.a.ask(lambda r: r.secret("site-seal"))
        for desk in (pair.a, pair.b):
            desk.store.close()
    return bodies, seal


def seal_of(version: str) -> bytes:
    """The key of the invented site whose day was kept."""
    return bytes.fromhex((FOLDER / f"{version}.seal").read_text())


def _erase(u: Unit, eids: list[str]) -> None:
    u.redact([*eids, new_id(u.now)])


def sum_of(hub: Hub, site_id: str) -> str:
    """One value for all that a hub makes of what it was given."""
    things = hub.db.read(lambda conn: reads.entities(conn, site_id))
    told = (
        [eid.hex(), kind, canonical(thing.fields), canonical(thing.stamps), thing.deleted, thing.revived]
        for (eid, kind), thing in sorted(things.items())
    )
    return blake2b("\n".join("\t".join(line) for line in told).encode(), digest_size=16).hexdigest()


def summed(bodies: list[bytes]) -> str:
    """What a hub of today makes of a desk's operations."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_sqlite(Path(folder) / "hub.db", KEY)
        prepare(db)
        clock = FakeClock(MORNING + 400 * DAY_MS)
        desk = ToyDesk.enrolled(Hub(db, KINDS, clock), clock)
        desk.ops = bodies
        for base in range(0, len(bodies), BATCH):
            assert desk.push(base, base + BATCH).refused == []
        found = sum_of(desk.hub, desk.site_id)
        db.close()
    return found


def fields() -> dict[str, list[str]]:
    """What may travel: kind -> its fields, those inside of a field as `field.name`."""
    return {
        kind.name: sorted([*kind.fields, *(f"{name}.{part}" for name, parts in kind.inner.items() for part in parts)])
        for kind in KINDS
    }


if __name__ == "__main__":
    lines, key = written()
    known = {"op_version": ops.VERSION, "kinds": fields()}
    (FOLDER / f"{sys.argv[1]}.ndjson").write_bytes(b"\n".join(lines) + b"\n")
    (FOLDER / f"{sys.argv[1]}.seal").write_text(key.hex() + "\n")
    (FOLDER / f"{sys.argv[1]}.sum").write_text(summed(lines) + "\n")
    (FOLDER / f"{sys.argv[1]}.kinds.json").write_text(json.dumps(known, indent=1) + "\n")
