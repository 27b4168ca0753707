"""One round of agreeing with the hub: hello, give back, push, pull, until both have everything of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.store import outbox, sync_conflicts, sync_rows
from desk.store.store import Store
from desk.sync.asking import heard
from desk.sync.bootstrap import Bootstrap
from desk.sync.receiving import Receiver
from desk.sync.restating import Restater
from desk.sync.sending import Sender
from desk.sync.telling import Hooks
from desk.sync.transport import HELLO, Tables, Transport
from desk.sync.upgrading import take_up
from desk.wire import ops
from desk.wire.answers import Hello, HelloAnswer, pack
from desk.wire.messages import PROTO

SYNC = Actor("", "sync", frozenset())


@dataclass(frozen=True)
class Round:
    """What a round did: lines sent, given back and taken in; forked: this desk began a new life."""

    sent: int
    offered: int
    taken: int
    forked: bool = False


class Engine:
    """Drives one desk's side. Everything it needs from outside is handed in, so that a simulation can drive it."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        clock: Clock,
        hooks: Hooks,
        *,
        app_version: str = "",
        name: str = "",
        tables: Tables | None = None,
    ) -> None:
        self.store = store
        self.transport = transport
        self.clock = clock
        self.hooks = hooks
        self.tables = tables
        self.app_version = app_version
        self.name = name
        self.scopes: list[str] = []  # as the last greeting told
        self.sender = Sender(store, transport, SYNC, tables)
        self.receiver = Receiver(store, transport, SYNC, hooks, tables)
        self.restater = Restater(store, transport, SYNC, tables)
        self.bootstrap = Bootstrap(store, transport, SYNC, hooks, tables)

    def upgraded(self) -> int:
        """Once a start: what waited for a newer program, applied as far as this one can."""
        return take_up(self.store, SYNC, self.hooks, self.tables)

    def hello(self) -> HelloAnswer:
        """Say how this desk is, hear the hub's time and which scopes are ours."""
        asked = self.clock.now_ms()
        with self.store.reading() as r:
            incarnation, _, _ = outbox.end(r)
            message = Hello(
                PROTO, self.app_version, ops.VERSION, incarnation, asked, outbox.waiting(r),
                outbox.oldest_waiting(r) or 0, sync_conflicts.open_count(r), sync_rows.refusal_count(r), self.name,
            )  # fmt: skip
        answer = heard(HelloAnswer, self.transport.ask(HELLO, pack(message)))
        answered_at = self.clock.now_ms()
        self.scopes = list(answer.scopes)
        with self.store.unit(SYNC) as u:
            offset = answer.hub_ms - (asked + answered_at) // 2
            sync_rows.set_offset(u, offset)
            sync_rows.set_link(u, max_op=answer.max_op)
        return answer

    def once(self, going: Callable[[], bool] = lambda: True) -> Round:
        """A whole round. `going` is asked between exchanges: False ends it early, in a good state."""
        answer = self.hello()
        taken = self._pull_all(answer.scopes, going)
        offered = self.sender.offer().lines
        sent, forked = self._push_all(going)
        taken += self._pull_all(answer.scopes, going)
        if going() and self.sender.acked_unseen():
            offered += self.sender.offer(acked=True).lines
            taken += self._pull_all(answer.scopes, going)
        offered += self._restate(answer.scopes, going)
        if going():
            self._agreed()
        return Round(sent, offered, taken, forked)

    def _restate(self, scopes: list[str], going: Callable[[], bool]) -> int:
        """Once everything of our own is confirmed: what a hub that went back lacks and no line here can mend."""
        if self.sender.unseen() or not sum(self.restater.run(scope, going) for scope in scopes):
            return 0
        offered = self.sender.offer().lines
        self._pull_all(scopes, going)
        return offered

    def _push_all(self, going: Callable[[], bool]) -> tuple[int, bool]:
        sent, forked = 0, False
        while going() and (self.sender.anything() or (not sent and self.sender.unseen())):
            one = self.sender.push()
            sent += one.lines
            if one.forked:
                forked = True
                sent += self.sender.offer().lines
            if not one.more and not one.lines:
                break
        return sent, forked

    def _pull_all(self, scopes: list[str], going: Callable[[], bool]) -> int:
        taken = 0
        for scope in scopes:
            while going():
                one = self.receiver.pull(scope)
                if one.floor:
                    taken += self.bootstrap.run(scope, going)
                    continue
                taken += one.lines
                if one.rewound:
                    self.sender.offer()
                if not one.more:
                    break
        return taken

    def _agreed(self) -> None:
        with self.store.unit(SYNC) as u:
            if outbox.waiting(u) == 0:
                sync_rows.set_link(u, last_agreed_at=u.now)
            u.changed("sync")
