"""The hub: what desks ask of it, each answer made in one short transaction. No HTTP in here (see doors and web)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from desk.core.clock import DAY_MS, Clock
from desk.core.errors import Refused
from desk.hub import digest, incoming, members, pull, reads, rebuild, snapshot
from desk.hub.along import Along
from desk.hub.batch import Batch, Caller, Taken
from desk.hub.db import Db
from desk.hub.entering import Entry
from desk.hub.places import audit
from desk.hub.publish import Words, erasing, publish
from desk.hub.push import Pusher
from desk.hub.safety import Safety
from desk.hub.seen import Seen
from desk.wire import ops
from desk.wire.answers import FindAnswer, FindAsk, Hello, HelloAnswer, NoPage, PullAsk, PushAnswer, Refusal, SnapshotAsk
from desk.wire.digest import DigestAnswer, DigestAsk
from desk.wire.kinds import Kinds
from desk.wire.messages import PROTO, Page, Push

log = logging.getLogger("desk.hub")
MIN_OP = 1
Woken = Callable[[str, int, Along | None], None]


def _go_on(_step: str) -> None:
    """No failpoint."""


class Hub:
    """One hub on one database; any number of threads, and of processes beside it.

    fail_at is called with the name of each step of a push (tests stop there); on_grown with (site id, head, what came in)
    after a log has grown, on the thread that pushed.
    """

    def __init__(
        self,
        db: Db,
        kinds: Kinds,
        clock: Clock,
        *,
        safety: Safety | None = None,
        fail_at: Callable[[str], None] = _go_on,
    ) -> None:
        self.db = db
        self.kinds = kinds
        self.clock = clock
        self.seen = Seen()
        self._safety = safety or Safety()
        self._fail_at = fail_at
        self._entry = Entry(kinds, fail_at)
        self._pusher = Pusher(self._entry, self._safety, fail_at)
        self._woken: list[Woken] = []
        self._lock = threading.Lock()
        self._backs: dict[str, int] = {}

    def now(self) -> int:
        return self.clock.now_ms()

    def on_grown(self, woken: Woken) -> None:
        with self._lock:
            self._woken.append(woken)

    # --- what desks ask ---------------------------------------------------------------------------------------------

    def push(self, caller: Caller, push: Push) -> PushAnswer:
        """Raises BadMessage, Refused("hub.device_unknown" | "hub.revoked"), Trouble of the database."""
        lines = incoming.read(push, self.kinds)
        now = self.now()
        taken, new = self.db.write(lambda conn: self._pusher.take(conn, Batch(caller, push, lines, now)))
        self._fail_at("push.7_committed")
        if taken.grew:
            self._wake(caller.site_id, taken.head, new)
        return _answer(taken, self.now())

    def pull(self, caller: Caller, ask: PullAsk) -> Page | NoPage:
        """A page, or why there is none. Raises Refused("hub.scope" | "hub.revoked" | "hub.device_unknown")."""
        now = self.now()

        def look(conn: Connection) -> Page | NoPage:
            members.may_read(conn, caller, ask.scope)
            return pull.page(conn, ask, self._safety, now)

        found = self.db.read(look)
        if isinstance(found, Page):
            self.seen.pulled(caller, ask.scope, ask.seq, now)
        elif found.result == "rewind":
            self._perhaps_went_back(ask, now)
        return found

    def _perhaps_went_back(self, ask: PullAsk, now: int) -> None:
        """A desk that has seen more of a log than there is knows that this hub was put back from an old copy."""
        head = self.db.read(lambda conn: members.heads(conn, [ask.scope]))[ask.scope]
        with self._lock:
            news = ask.seq > head and now >= self._backs.get(ask.scope, 0) + DAY_MS  # once a day is enough
            self._backs |= {ask.scope: now} if news else {}
        if news:
            log.info("this hub went back: %s ended at %d or later, now at %d", ask.scope, ask.seq, head)
            self.db.write(lambda conn: audit(conn, now, "", "hub.went_back", ask.scope, was=ask.seq, now=head))

    def find(self, caller: Caller, ask: FindAsk) -> FindAnswer:
        def look(conn: Connection) -> int:
            members.may_read(conn, caller, ask.scope)
            return pull.find(conn, ask)

        return FindAnswer(self.db.read(look), self.now())

    def snapshot(self, caller: Caller, ask: SnapshotAsk) -> snapshot.RawPage:
        """Raises BadMessage for a token that is none, and as `pull` does."""

        def look(conn: Connection) -> snapshot.RawPage:
            members.may_read(conn, caller, ask.scope)
            return snapshot.page(conn, ask, self.kinds)

        return self.db.read(look)

    def digest(self, caller: Caller, ask: DigestAsk) -> DigestAnswer:
        """Reads everything of the scope: once a week is often."""

        def look(conn: Connection) -> DigestAnswer:
            members.may_read(conn, caller, ask.scope)
            return digest.digest(conn, ask, self.kinds, self.now())

        return self.db.read(look, steady=True)

    def hello(self, caller: Caller, said: Hello) -> HelloAnswer:
        """Raises Refused("hub.version") for a desk of another protocol."""
        if said.proto != PROTO:
            raise Refused("hub.version")
        now = self.now()
        self.seen.flush(self.db)
        heads = self.db.write(lambda conn: members.heard(conn, caller, said, now))
        return HelloAnswer(self.now(), PROTO, MIN_OP, ops.VERSION, list(heads), heads)

    # --- what whoever runs the hub asks -------------------------------------------------------------------------------

    def admit(self, site_id: str, device_id: str, *, name: str = "", pubkey: str = "", district_id: str = "") -> None:
        """Know this device (and its site) from now on; may be repeated. A revoked device stays revoked."""
        now = self.now()
        self.db.write(lambda conn: members.admit(conn, site_id, device_id, name, pubkey, district_id, now))

    def publish(self, place_id: str, words: Sequence[Words]) -> list[str]:
        """Write into the log of a site or district in the hub's own name; returns the ids of what was written on.

        Raises Refused("hub.scope"), Refused of Kind.fault.
        """
        now = self.now()
        head, eids = self.db.write(lambda conn: publish(conn, self._entry, self.kinds, place_id, words, now))
        self._wake(place_id, head)
        return eids

    def carried(self, caller: Caller, push: Push) -> None:
        """Offered lines of a file that came by hand: a device that was revoked since may have left it behind."""
        lines, now = incoming.read(push, self.kinds), self.now()
        head, grew = self.db.write(lambda conn: self._entry.enter(conn, Batch(caller, push, lines, now)))
        if grew:
            self._wake(caller.site_id, head)

    def erase(self, site_id: str, eids: Sequence[str]) -> None:
        """Erase everything on these things, here and on every desk of the site."""
        self.publish(site_id, erasing(eids))

    def upgraded(self) -> int:
        """Apply what had to wait for this version; to be called once at start. Returns how many lines."""
        return rebuild.apply_waiting(self.db, self.kinds, self.now)

    def rebuild(self, site_id: str) -> int:
        """Make a site's pictures anew from its log; returns the lines read. Its pushes wait meanwhile."""
        now = self.now()
        return self.db.write(lambda conn: rebuild.rebuild(conn, self.kinds, bytes.fromhex(site_id), now))

    def overview(self, site_id: str) -> reads.Overview:
        """Raises Refused("hub.scope") for a site that is not known."""
        return self.db.read(lambda conn: reads.overview(conn, site_id))

    def _wake(self, site_id: str, head: int, new: Along | None = None) -> None:
        with self._lock:
            woken = list(self._woken)
        for call in woken:
            call(site_id, head, new)


def _answer(taken: Taken, hub_ms: int) -> PushAnswer:
    refused = [Refusal(op_id, code) for op_id, code in taken.refused]
    last_hash = taken.last_hash.hex()
    return PushAnswer(taken.result, hub_ms, taken.acked, taken.last, last_hash, taken.head, refused, dict(taken.known))
