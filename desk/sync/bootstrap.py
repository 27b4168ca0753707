"""A new desk, or one away too long: the estate as it stands, in resumable pages; then the log from where they began."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.core.actor import Actor
from desk.store import applying, outbox, sync_rows
from desk.store.applying import Arrival
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.asking import heard
from desk.sync.telling import ROOM_FAILED, Hooks, tell
from desk.sync.transport import TAKE, Tables, Transport
from desk.wire.answers import SnapshotAsk, SnapshotPage, Thing, pack
from desk.wire.messages import Logged
from desk.wire.stamp import clock_of

PAGE = 500
TURN = 100  # entities in a unit


class Bootstrap:
    """Takes a snapshot in. A cut loses at most one page; merging makes a page taken twice harmless."""

    def __init__(
        self, store: Store, transport: Transport, actor: Actor, hooks: Hooks, tables: Tables | None = None
    ) -> None:
        self.store = store
        self.transport = transport
        self.actor = actor
        self.hooks = hooks
        self.tables = tables

    def run(self, scope: str, going: Callable[[], bool] = lambda: True, since_ms: int = 0) -> int:
        """All pages from where the last run was cut off; returns how many entities came."""
        count = 0
        with self.store.reading() as r:
            token = sync_rows.snapshot_token(r, scope)
        while going():
            ask = SnapshotAsk(scope, token, PAGE, since_ms)
            page = heard(SnapshotPage, self.transport.ask(TAKE, pack(ask)))
            self._take(scope, page)
            count += len(page.things)
            token = page.token
            if not token:
                break
        return count

    def _take(self, scope: str, page: SnapshotPage) -> None:
        """In short units: whoever stands at the window writes in between. A page cut off is taken again whole."""
        for start in range(0, len(page.things), TURN):
            with self.store.unit(self.actor) as u:
                self._merge(u, scope, page.things[start : start + TURN])
        with self.store.unit(self.actor) as u:
            if page.token:
                seq, value = sync_rows.cursor(u, scope)
            else:
                seq, value = page.start[0], bytes.fromhex(page.start[1])
            sync_rows.set_cursor(u, scope, seq, value, page.token)
            sync_rows.snapshot_made(u, scope, (page.end[0], bytes.fromhex(page.end[1])))

    def _merge(self, u: Unit, scope: str, things: Sequence[Thing]) -> None:
        outcome = applying.take_in(u, things, self.tables)
        outbox.erase(u, outcome.erased)  # its redaction lies behind the snapshot: no pull brings it
        sync_rows.put_aside(u, scope, [(_as_line(one), one.op.eid, code) for one, code in outcome.aside])
        newest = max((stamp for thing in things for stamp in thing.stamps.values()), default="")
        if newest:
            u.observe(clock_of(newest))
        failed = tell(u, self.hooks, outcome.touched, self.tables)
        again = [one for thing in things if thing.kind in failed for one in applying.said_again(u, thing)]
        sync_rows.put_aside(u, scope, [(_as_line(one), one.op.eid, ROOM_FAILED) for one in again])


def _as_line(arrival: Arrival) -> Logged:
    return Logged(0, arrival.op.id, clock_of(arrival.stamp), "", arrival.op.canonical())
