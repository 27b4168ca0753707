"""Comparing what this desk holds with a hub that went back too far for the copy of the log to mend it."""

from __future__ import annotations

from collections.abc import Callable

from desk.core.actor import Actor
from desk.store import restating, sync_rows
from desk.store.kinds import synced_tables
from desk.store.store import Store
from desk.sync.asking import heard
from desk.sync.transport import TAKE, Tables, Transport
from desk.wire.answers import SnapshotAsk, SnapshotPage, pack

PAGE = 500


class Restater:
    """Pages through the hub's things and offers what is missing there."""

    def __init__(self, store: Store, transport: Transport, actor: Actor, tables: Tables | None = None) -> None:
        self.store = store
        self.transport = transport
        self.actor = actor
        self.tables = tables

    def run(self, scope: str, going: Callable[[], bool] = lambda: True) -> int:
        """Nothing to do unless a gap was noted; returns how many operations are offered."""
        with self.store.reading() as r:
            if not sync_rows.has_gap(r, scope):
                return 0
        count, token, above = 0, "", restating.FIRST
        while going():
            page = heard(SnapshotPage, self.transport.ask(TAKE, pack(SnapshotAsk(scope, token, PAGE))))
            upto = page.things[-1].eid if page.token and page.things else restating.LAST
            with self.store.unit(self.actor) as u:
                count += restating.restate(u, self.tables or synced_tables(), page.things, above, upto)
                if not page.token:
                    sync_rows.set_gap(u, scope, False)
                    return count
            token, above = page.token, upto
        return count
