"""Giving the hub what this desk wrote, and giving back what a restored hub forgot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk.core.actor import Actor
from desk.core.errors import Trouble
from desk.store import applying, blob_rows, carrying, outbox, sync_rows
from desk.store.store import Store
from desk.store.unit import Reading, Unit
from desk.sync.asking import heard
from desk.sync.transport import PUSH, Eager, Tables, Transport
from desk.wire.answers import PushAnswer
from desk.wire.messages import MAX_LINES, Line, Push, pack_push
from desk.wire.stamp import stamp

MAX_PUSH_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Sent:
    """One exchange. more: lines are left to send; forked: this desk began a new life; hub_ms: the hub's now."""

    lines: int
    more: bool
    hub_ms: int
    forked: bool = False


@dataclass(frozen=True)
class _Ready:
    """A batch as it is sent. known: life, newest line, place and limit it was made for; once one of them is another, so is
    the batch: what is erased here is not sent from memory, and an erasure is a new line."""

    known: tuple[str, int, int, int]
    batch: outbox.Batch
    body: bytes


def at_once() -> None:
    """No rest."""


class Sender:
    """The pushing half of the engine. limit: lines in a batch; it halves with every failure and grows back."""

    def __init__(self, store: Store, transport: Transport, actor: Actor, tables: Tables | None = None) -> None:
        self.store = store
        self.transport = transport
        self.actor = actor
        self.tables = tables
        self.limit = self.most = MAX_LINES
        self._ready: _Ready | None = None  # made ahead, for the place after what is being acknowledged
        self._looked: _Ready | None = None  # what the last look found

    def push(self, rest: Callable[[], None] = at_once) -> Sent:
        """Send the next batch of this life of the desk, or ask whether the hub still has what it had.

        rest: called before a lone batch is noted as acknowledged. Raises Trouble (`sync.no_line`, `sync.hub_trouble`), Refused (`sync.revoked`, `sync.too_old`).
        """
        ready, self._looked = self._looked, None
        if ready is None:
            with self.store.reading() as r:
                ready = self._next(r)
        self._ready = None
        following = self._following(ready)
        answer = heard(PushAnswer, self.transport.ask(PUSH, ready.body))
        if answer.result == "need":
            return self._step_back(answer)
        if answer.result == "fork":
            return self._fork(answer)
        if following and answer.acked >= following.batch.base and self._stands(following):
            self._ready = following
            self._ahead(following)  # the hub works on it while this one is noted here
        else:
            rest()
        return self._acknowledge(ready.batch, answer)

    def _next(self, r: Reading) -> _Ready:
        known = self._known(r, self._held(r))
        return self._ready if self._ready and self._ready.known == known else self._prepared(r, known)

    def _known(self, r: Reading, base: int) -> tuple[str, int, int, int]:
        incarnation, last, _ = outbox.end(r)
        return incarnation, last, base, self.limit

    def _prepared(self, r: Reading, known: tuple[str, int, int, int]) -> _Ready:
        _, _, base, limit = known
        batch = outbox.batch(r, base, limit, MAX_PUSH_BYTES)
        message = Push(batch.incarnation, batch.base, batch.base_hash.hex(), batch.lines)
        return _Ready(known, batch, pack_push(message))

    def _stands(self, ready: _Ready) -> bool:
        """Whether it would be made so again."""
        with self.store.reading() as r:
            return self._known(r, ready.batch.base) == ready.known

    def _ahead(self, ready: _Ready) -> None:
        if isinstance(self.transport, Eager):
            self.transport.ahead(PUSH, ready.body)

    def _following(self, ready: _Ready) -> _Ready | None:
        """The batch after this one, made while the hub looks at this one."""
        batch, end = ready.batch, ready.batch.base + len(ready.batch.lines)
        if not batch.lines or ready.known[1] <= end or not isinstance(self.transport, Eager):
            return None
        self._ahead(ready)
        with self.store.reading() as r:
            return self._prepared(r, self._known(r, end)) if outbox.end(r)[0] == batch.incarnation else None

    def offer(self, acked: bool = False) -> Sent:
        """Give back, from the oldest on, everything that no pull has shown in the hub's log yet.

        acked: also what a hub acknowledged in this life, when a whole round has not shown it: it lies behind a snapshot
        (then the hub says where), or the hub has forgotten it since.
        """
        done, hub_ms, after_offer, after_line = 0, 0, 0, 0
        while True:
            with self.store.reading() as r:
                offers = sync_rows.offers(r, after_offer, self.limit)
                unseen = outbox.unseen(r, after_line, self.limit, acked) if not offers else []
            lines = tuple(Line(body, op_id, clock) for _, op_id, clock, body in offers)
            lines = _within(lines + tuple(Line(body, op_id) for _, op_id, body in unseen))
            if not lines:
                return Sent(done, False, hub_ms)
            answer = self._exchange(Push(self._incarnation(), 0, "", lines, offered=True))
            self._heard(answer)
            if offers:
                after_offer = offers[len(lines) - 1][0]
            else:
                after_line = unseen[len(lines) - 1][0]
            hub_ms, done = answer.hub_ms, done + len(lines)

    def acked_unseen(self) -> bool:
        """Whether something acknowledged has not come back."""
        with self.store.reading() as r:
            return outbox.acked_count(r) > 0

    def anything(self) -> bool:
        """Whether a line waits that the hub does not hold yet; `push` right after it sends what was found."""
        with self.store.reading() as r:
            waits = outbox.end(r)[1] > self._held(r)
            self._looked = self._next(r) if waits else None
        return waits

    def unseen(self) -> bool:
        """Whether something is not confirmed yet: then even an empty push is worth its answer."""
        with self.store.reading() as r:
            return outbox.waiting(r) > 0

    def _exchange(self, message: Push) -> PushAnswer:
        return heard(PushAnswer, self.transport.ask(PUSH, pack_push(message)))

    def _held(self, r: Reading) -> int:
        found = sync_rows.link(r)
        if found is None:
            raise Trouble("sync.not_linked")
        return int(found["pushed_seq"])

    def _incarnation(self) -> str:
        with self.store.reading() as r:
            return outbox.end(r)[0]

    def _acknowledge(self, batch: outbox.Batch, answer: PushAnswer) -> Sent:
        upto = self._trusted(batch, answer)
        with self.store.unit(self.actor) as u:
            outbox.acked(u, batch.incarnation, upto, batch.base)
            if batch.incarnation == outbox.end(u)[0]:
                sync_rows.set_link(u, pushed_seq=upto, last_push_at=u.now)
            _park(u, answer)
            more = outbox.end(u)[1] > upto
        return Sent(len(batch.lines), more, answer.hub_ms)

    def _trusted(self, batch: outbox.Batch, answer: PushAnswer) -> int:
        """Never believe more than what was sent and so compared."""
        return max(batch.base, min(answer.acked, batch.base + len(batch.lines)))

    def _step_back(self, answer: PushAnswer) -> Sent:
        """The hub was restored and knows less: send again from there, if it is still our own past."""
        with self.store.reading() as r:
            ours = outbox.hash_at(r, answer.last)
        if ours is None or ours.hex() != answer.last_hash:
            return self._fork(answer)
        with self.store.unit(self.actor) as u:
            sync_rows.set_link(u, pushed_seq=answer.last, went_back_at=u.now)
            blob_rows.send_again(u)
        return Sent(0, True, answer.hub_ms)

    def _fork(self, answer: PushAnswer) -> Sent:
        """Somebody else lives this life too (a copied or restored disk): begin a new one; nothing unsent is lost."""
        self.store.new_incarnation()
        with self.store.unit(self.actor) as u:
            sync_rows.set_link(u, forked_at=u.now)
            u.audit("sync.forked")
            u.changed("sync")
        return Sent(0, True, answer.hub_ms, forked=True)

    def _heard(self, answer: PushAnswer) -> None:
        """What of the offered lines is refused, and what stands in the log behind this desk's position already."""
        if not (answer.refused or answer.known):
            return
        with self.store.unit(self.actor) as u:
            _park(u, answer)
            behind = sync_rows.cursor(u, f"s:{u.site_id}")[0]
            seen = {op_id: clock for op_id, (seq, clock) in answer.known.items() if seq <= behind}
            self._count_otherwise(u, seen)
            outbox.confirm(u, list(seen))
            sync_rows.seen_again(u, list(seen))

    def _count_otherwise(self, u: Unit, seen: Mapping[str, str]) -> None:
        """The hub held their clock down, and no pull will say so any more."""
        theirs = carrying.came(u.conn, list(seen))  # by hand: their rows count as written until now
        for op_id, (hlc, kind, eid, _) in (outbox.own(u.conn, list(seen)) | theirs).items():
            if hlc != seen[op_id]:
                written, counts = stamp(hlc, op_id), stamp(seen[op_id], op_id)
                applying.restamp(u, kind, eid, written, counts, self.tables)
                sync_rows.clamp(u, {written: counts})


def _park(u: Unit, answer: PushAnswer) -> None:
    """Lines the hub keeps but does not apply: shown to a person, never in the way of the rest."""
    if answer.refused:
        sync_rows.refused(u, {line.id: line.code for line in answer.refused})
        u.changed("sync")


def _within(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    size, kept = 0, 0
    for line in lines:
        size += len(line.body)
        if kept and size > MAX_PUSH_BYTES:
            break
        kept += 1
    return lines[:kept]
