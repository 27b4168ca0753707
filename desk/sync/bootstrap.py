"""A new desk, or one away too long: the estate as it stands, in resumable pages; then the log from where they began."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk.core.actor import Actor
from desk.store import applying, outbox, sync_rows
from desk.store.applying import Arrival
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.asking import heard
from desk.sync.pieces import Pieces
from desk.sync.telling import ROOM_FAILED, Hooks, tell
from desk.sync.transport import TAKE, Eager, Tables, Transport
from desk.wire.answers import SnapshotAsk, SnapshotPage, Thing, pack
from desk.wire.messages import Logged
from desk.wire.stamp import clock_of

PAGE = 1000
TURN_MS = 60  # a new desk has nobody at its window yet who would notice


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
        self._pieces = Pieces(TURN_MS)

    def run(self, scope: str, going: Callable[[], bool] = lambda: True, since_ms: int = 0) -> int:
        """All pages from where the last run was cut off; returns how many entities came."""
        count = 0
        with self.store.reading() as r:
            token = sync_rows.snapshot_token(r, scope)
        while going():
            page = heard(SnapshotPage, self.transport.ask(TAKE, pack(SnapshotAsk(scope, token, PAGE, since_ms))))
            if page.token and isinstance(self.transport, Eager):
                self.transport.ahead(TAKE, pack(SnapshotAsk(scope, page.token, PAGE, since_ms)))
            self._take(scope, page)
            count += len(page.things)
            token = page.token
            if not token:
                break
        return count

    def _take(self, scope: str, page: SnapshotPage) -> None:
        """In units that end as soon as somebody else waits to write. A page cut off is taken again whole."""
        done = 0
        while True:
            with self.store.unit(self.actor) as u:
                done += self._merge_pieces(u, scope, page.things[done:])
                if done == len(page.things):
                    self._turn(u, scope, page)
                    return

    def _turn(self, u: Unit, scope: str, page: SnapshotPage) -> None:
        """The page is in: the next one is due."""
        seq, value = sync_rows.cursor(u, scope) if page.token else (page.start[0], bytes.fromhex(page.start[1]))
        sync_rows.set_cursor(u, scope, seq, value, page.token)
        sync_rows.snapshot_made(u, scope, (page.end[0], bytes.fromhex(page.end[1])))

    def _merge_pieces(self, u: Unit, scope: str, things: Sequence[Thing]) -> int:
        """Returns how many were merged: all of them, or fewer when somebody waits."""
        done = 0
        while done < len(things) and not (done and self.store.awaited):
            piece = things[done : done + self._pieces.size(len(things) - done)]
            with self._pieces.timed(len(piece)):
                self._merge(u, scope, piece)
            done += len(piece)
        return done

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
