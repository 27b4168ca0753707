"""A round with its hub for a desk that is enrolled: the line, the engine, and what is kept of how it ended."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass

from desk.core.clock import Clock
from desk.core.errors import Fault, Refused, Trouble
from desk.store import outbox, sync_rows
from desk.store.store import Store
from desk.sync import http, orders
from desk.sync.engine import SYNC, Engine, Round
from desk.sync.http import HttpTransport
from desk.sync.sending import at_once
from desk.sync.telling import Hooks
from desk.wire.messages import BadMessage

LEAST_LINES = 8


@dataclass(frozen=True)
class Myself:
    """How this desk calls itself at the hub."""

    name: str = ""
    app: str = ""


def _go_on() -> bool:
    return True


class Rounds:
    """Keeps its line between rounds; used by one thread, `cut` from any."""

    def __init__(self, store: Store, clock: Clock, hooks: Hooks, me: Myself) -> None:
        """Raises Trouble("sync.not_linked"), Refused("sync.insecure_url")."""
        self.store = store
        self.clock = clock
        self.transport: HttpTransport = http.opened(store, clock)
        self.engine = Engine(store, self.transport, clock, hooks, app_version=me.app, name=me.name)

    def once(self, going: Callable[[], bool] = _go_on) -> Round:
        """A whole round. What went wrong is noted beside the link, then raised as Refused or Trouble."""
        with self.store.unit(SYNC) as u:
            sync_rows.set_link(u, last_try_at=u.now)
        return self._noting(lambda: self.engine.once(going))

    def light(
        self,
        going: Callable[[], bool] = _go_on,
        only: Collection[str] | None = None,
        page: bytes = b"",
        rest: Callable[[], None] = at_once,
    ) -> Round:
        """A round without a greeting, while the last one still holds: what others wrote, then what was written here.

        only: the scopes that have news, as the ear heard at the hub (none: there is nothing to pull first); page: the
        first of the site's; rest: as in Sender.push. It becomes a whole round as soon as something is out of the ordinary.
        """
        return self._noting(lambda: self._light(going, only, page, rest))

    def places(self) -> tuple[dict[str, int], str]:
        """How far each scope has been taken in, and the chain value there of the site's."""
        with self.store.reading() as r:
            found = {scope: sync_rows.cursor(r, scope) for scope in self.engine.scopes}
            site = found.get(f"s:{r.site_id}")
        return {scope: seq for scope, (seq, _) in found.items()}, site[1].hex() if site else ""

    def another_line(self) -> HttpTransport:
        """A second line to the same hub, for listening."""
        return http.opened(self.store, self.clock)

    def cut(self) -> None:
        self.transport.cut()

    def close(self) -> None:
        self.transport.close()

    def _noting(self, work: Callable[[], Round]) -> Round:
        try:
            done = work()
        except BadMessage:
            self._failed(Trouble("sync.page_broken"))
            raise Trouble("sync.page_broken") from None
        except Fault as fault:
            self._failed(fault)
            raise
        self._well()
        return done

    def _light(
        self, going: Callable[[], bool], only: Collection[str] | None, page: bytes, rest: Callable[[], None]
    ) -> Round:
        sent = taken = 0
        for scope in self.engine.scopes:
            if only is not None and scope not in only:
                continue
            if page and scope.startswith("s:"):
                self.engine.receiver.handed(scope, page)
            while going():
                one = self.engine.receiver.pull(scope)
                if one.rewound or one.floor:
                    return self.engine.once(going)
                taken += one.lines
                if not one.more:
                    break
        while going() and self.engine.sender.anything():
            push = self.engine.sender.push(rest)
            if push.forked:
                return self.engine.once(going)
            sent += push.lines
        if self._carried():
            return self.engine.once(going)
        self._agreed()
        return Round(sent, 0, taken)

    def _carried(self) -> bool:
        """Whether lines wait that are to be given to the hub without numbers: they came by hand."""
        with self.store.reading() as r:
            return bool(sync_rows.offers(r, 0, 1))

    def _agreed(self) -> None:
        """A unit of work costs a turn of the disk: only when there is something to say."""
        with self.store.reading() as r:
            left = outbox.waiting(r)
        if left == 0:
            with self.store.unit(SYNC) as u:
                sync_rows.set_link(u, last_agreed_at=u.now)
                u.changed("sync")

    def _failed(self, fault: Fault) -> None:
        """Batches halve: what failed once may have been too much for this line."""
        if fault.code == "sync.stopped":
            return
        for part in (self.engine.sender, self.engine.receiver):
            part.limit = max(LEAST_LINES, part.limit // 2)
        if isinstance(fault, Refused) and fault.code == "sync.revoked":
            orders.obey(self.store, self.transport.order)
        with suppress(Trouble), self.store.unit(SYNC) as u:  # a full disk is told by itself
            link = sync_rows.link(u)
            sync_rows.set_link(u, fail_code=fault.code, fail_count=int(link["fail_count"]) + 1 if link else 1)
            u.changed("sync")

    def _well(self) -> None:
        for part in (self.engine.sender, self.engine.receiver):
            part.limit = min(part.most, part.limit * 2)
        with self.store.reading() as r:
            link = sync_rows.link(r)
        if link is not None and link["fail_code"]:
            with self.store.unit(SYNC) as u:
                sync_rows.set_link(u, fail_code="", fail_count=0)
                u.changed("sync")
