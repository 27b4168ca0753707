"""Taking in a scope's log page by page: checked against the chain, applied, and the position moved, in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from desk.core.actor import Actor
from desk.core.errors import Trouble
from desk.store import applying, blob_rows, outbox, restating, sync_conflicts, sync_rows
from desk.store.applying import Arrival
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.asking import answered, heard, said
from desk.sync.pieces import Pieces
from desk.sync.telling import ROOM_FAILED, Hooks, tell
from desk.sync.transport import FIND, OK, PULL, REWIND, SNAPSHOT, Answer, Eager, Tables, Transport
from desk.wire import chain
from desk.wire.answers import MAX_POINTS, FindAnswer, FindAsk, NoPage, PullAsk, pack
from desk.wire.merge import REDACT
from desk.wire.messages import MAX_PAGE, BadMessage, Logged, Page, page_start, unpack_page
from desk.wire.ops import BadOp, Op, parse
from desk.wire.stamp import clock_of, stamp


@dataclass(frozen=True)
class Taken:
    """One exchange. more: the hub has further lines; rewound: the hub had gone back; floor: only a snapshot helps."""

    lines: int
    more: bool
    rewound: bool = False
    floor: int = 0


class _Read(msgspec.Struct, frozen=True):
    """A pulled line with its chain value; op None: erased or unreadable (code says why)."""

    line: Logged
    value: bytes
    op: Op | None
    code: str = ""


class Receiver:
    """The pulling half of the engine. hooks: kind -> what its room does once rows of it came from elsewhere.

    tables: kind -> table; None: all that the program's rooms declare.
    """

    def __init__(
        self, store: Store, transport: Transport, actor: Actor, hooks: Hooks, tables: Tables | None = None
    ) -> None:
        self.store = store
        self.transport = transport
        self.actor = actor
        self.hooks = hooks
        self.tables = tables
        self.limit = self.most = MAX_PAGE
        self._pieces = Pieces()

    def pull(self, scope: str) -> Taken:
        """Ask for the next page and apply it. Raises Trouble (`sync.no_line`, `sync.hub_trouble`, `sync.page_broken`)."""
        with self.store.reading() as r:
            seq, value, snapshot_end = sync_rows.place(r, scope)
        answer = self.transport.ask(PULL, pack(PullAsk(scope, seq, value.hex(), self.limit)))
        if answer.status == REWIND:
            return self._rewind(scope, seq)
        if answer.status == SNAPSHOT:
            return Taken(0, False, floor=said(NoPage, answer.body).floor)
        try:
            page = unpack_page(answered(answer))
        except BadMessage:
            raise Trouble("sync.page_broken") from None
        if page.scope != scope or page.start != (seq, value.hex()):
            return Taken(0, True)  # an answer to an older question
        reads = list(_read(page))
        if page.end[0] < page.head and isinstance(self.transport, Eager):
            self.transport.ahead(PULL, pack(PullAsk(scope, *page.end, self.limit)))
        done = 0
        while done < len(reads):
            count = self._apply(scope, reads[done:])
            if not count:
                return Taken(0, True)  # somebody else moved the position meanwhile
            done += count
        if snapshot_end:
            with self.store.unit(self.actor) as u:
                sync_rows.snapshot_overtaken(u, scope, page.head)
        return Taken(len(reads), page.end[0] < page.head)

    def handed(self, scope: str, page: bytes) -> None:
        """The ear has heard a page: the answer to the question that comes next, unless the position has moved since."""
        if isinstance(self.transport, Eager):
            with suppress(BadMessage):
                place = page_start(page)
                self.transport.told(PULL, pack(PullAsk(scope, *place, self.limit)), Answer(OK, page))

    # --- applying ---------------------------------------------------------------------------------------------------

    def _apply(self, scope: str, reads: Sequence[_Read]) -> int:
        """Apply in one unit, which waits for the disk once: piece by piece, and no further than the piece at hand when
        somebody waits to write. Returns how many lines, 0 when they do not follow the position."""
        done = 0
        with self.store.unit(self.actor) as u:
            if sync_rows.cursor(u, scope)[0] != reads[0].line.seq - 1:
                return 0
            while done < len(reads) and not (done and self.store.awaited):
                piece = reads[done : done + self._pieces.size(len(reads) - done)]
                with self._pieces.timed(len(piece)):
                    self._merge(u, scope, piece)
                done += len(piece)
            sync_rows.set_cursor(u, scope, reads[done - 1].line.seq, reads[done - 1].value)
            sync_rows.set_link(u, last_pull_at=u.now)
        return done

    def _merge(self, u: Unit, scope: str, reads: Sequence[_Read]) -> None:
        ids = [read.line.op_id for read in reads]
        own, before = outbox.own(u.conn, ids), sync_rows.known(u.conn, scope, ids)
        outbox.confirm(u, list(own))
        sync_rows.seen_again(u, ids)
        known = [read for read in reads if read.line.op_id in own or read.line.op_id in before]  # almost always none
        for read in known:
            if read.op is not None and read.line.clock < before.get(read.line.op_id, ""):
                restating.say_again(u, read.op, before[read.line.op_id])
        self._count_otherwise(u, reads, own, before)
        returned = [read for read in known if read.line.op_id in own]
        mine, moved = _arrivals(returned), set(_different(known, before))
        moved |= {read.line.op_id for read in returned if _held_down(read)}
        still = {read.line.op_id for read in known} - moved
        fresh = _arrivals([read for read in reads if read.line.op_id not in still] if still else reads)
        passed = _passed_over(u, scope, returned)
        moved |= {one.op.id for one in passed}
        bases = sync_rows.clamped(u.conn, {seen for one in fresh if one.op.base for seen in one.op.base.values()})
        outcome = applying.apply(u, [*fresh, *passed], lambda written: bases.get(written, written), self.tables)
        sync_rows.append_log(
            u, scope, [(r.line, r.value, r.op.eid if r.op is not None else None, r.line.op_id in own) for r in reads]
        )
        outbox.erase(u, _to_erase(reads))
        outbox.erase_lines(u, [read.line.op_id for read in returned if not read.line.body])
        sync_conflicts.settle(u, [*mine, *fresh])
        sync_conflicts.found(u, [one for one in outcome.clashes if one.arrival.op.id not in moved])
        for written in sorted((one.stamp for one in fresh), reverse=True):
            if u.observe(clock_of(written)):
                break  # all others are earlier
        failed = tell(u, self.hooks, outcome.touched, self.tables)
        outcome.aside += [(one, ROOM_FAILED) for one in fresh if one.op.kind in failed]
        self._leave_aside(u, scope, reads, outcome)

    def _count_otherwise(
        self,
        u: Unit,
        reads: Sequence[_Read],
        own: Mapping[str, tuple[str, str, str, str]],
        before: Mapping[str, str],
    ) -> None:
        """Writes whose clock the hub held down: remember it for later bases, and mend this desk's own rows.

        before: by which clock value known operations counted until now.
        """
        pairs: dict[str, str] = {}
        for read in reads:
            op = read.op
            if op is None or op.hlc == read.line.clock == before.get(op.id, op.hlc):
                continue
            counted = max(read.line.clock, before.get(op.id, ""))
            written, counts = stamp(op.hlc, op.id), stamp(counted, op.id)
            pairs[written] = counts
            if op.id in own or before.get(op.id) == "":  # '': it came by hand and counted as written
                applying.restamp(u, op.kind, op.eid, written, counts, self.tables)
        sync_rows.clamp(u, pairs)

    def _leave_aside(self, u: Unit, scope: str, reads: Sequence[_Read], outcome: applying.Outcome) -> None:
        lines = {read.line.op_id: read.line for read in reads}
        waiting: list[tuple[Logged, str | None, str]] = []
        waiting += [(lines[one.op.id], one.op.eid, code) for one, code in outcome.aside]
        waiting += [(read.line, None, read.code) for read in reads if read.code]
        sync_rows.put_aside(u, scope, waiting)
        if waiting:
            u.changed("sync")

    # --- the hub went back --------------------------------------------------------------------------------------------

    def _rewind(self, scope: str, seq: int) -> Taken:
        """Find the newest line both know; what came after it is given back to the hub."""
        common, value = self._common(scope, seq + 1)
        with self.store.unit(self.actor) as u:
            count = sync_rows.step_back(u, scope, common, value)
            sync_rows.set_link(u, went_back_at=u.now)
            blob_rows.send_again(u)
            u.audit(
                "sync.hub_went_back",
                scope="site" if scope.startswith("s:") else "district",
                back_to=common,
                lines=count,
            )
            u.changed("sync")
        return Taken(0, True, rewound=True)

    def _common(self, scope: str, below: int) -> tuple[int, bytes]:
        above, best = 0, (0, sync_rows.scope_start(scope))
        while True:
            with self.store.reading() as r:
                points = sync_rows.points(r, scope, below, above, MAX_POINTS)
            if not points:
                return best
            ask = FindAsk(scope, [(seq, value.hex()) for seq, value in points])
            index = heard(FindAnswer, self.transport.ask(FIND, pack(ask))).index
            if 0 <= index < len(points):
                best = points[index]
                above = best[0]
                below = points[index - 1][0] if index else below
                if not index:
                    return best
            else:
                below = points[-1][0]


def _held_down(read: _Read) -> bool:
    """An own write that counts otherwise than written may win now over one that came by hand and counted as written."""
    return read.op is not None and read.op.hlc != read.line.clock


def _passed_over(u: Unit, scope: str, returned: Sequence[_Read]) -> list[Arrival]:
    """Writes of the log that lost against an own one as it was written, and are later than it counts now.

    A hub gives clock values that only grow; but a value it once gave is kept when the line comes back to it after it was
    restored, and then the line stands behind later writes in the log, with an earlier clock.
    """
    held = dict[str, str]()
    for read in returned:
        if read.op is not None and _held_down(read):
            held[read.op.eid] = min(read.line.clock, held.get(read.op.eid, read.line.clock))
    lines = sync_rows.lines_about(u, scope, held) if held else []
    passed: list[Arrival] = []
    for eid, clock, body in lines:
        with suppress(BadOp):  # it was put aside when it came
            if clock > held[eid]:
                op = parse(body)
                passed.append(Arrival(op, stamp(clock, op.id)))
    return passed


def _to_erase(reads: Iterable[_Read]) -> list[str]:
    """Also when the redaction itself is known: a hub that went back may have brought bodies with it again."""
    return [eid for read in reads if read.op is not None and read.op.act == REDACT for eid in applying.erasing(read.op)]


def _different(reads: Iterable[_Read], before: Mapping[str, str]) -> Iterator[str]:
    """Known operations that count by another clock value now."""
    for read in reads:
        if before.get(read.line.op_id, read.line.clock) != read.line.clock:
            yield read.line.op_id


def _arrivals(reads: Iterable[_Read]) -> list[Arrival]:
    return [Arrival(read.op, stamp(read.line.clock, read.op.id)) for read in reads if read.op is not None]


def _read(page: Page) -> Iterator[_Read]:
    """Every line with its chain value. Raises Trouble("sync.page_broken") when the page does not hang together."""
    value, seq = bytes.fromhex(page.start[1]), page.start[0]
    for line in page.lines:
        seq += 1
        if line.seq != seq:
            raise Trouble("sync.page_broken")
        value = bytes.fromhex(line.chain) if line.chain else chain.link(value, line.clock.encode() + b" " + line.body)
        if not line.body:
            yield _Read(line, value, None)
            continue
        try:
            op = parse(line.body)
        except BadOp as bad:
            yield _Read(line, value, None, "sync.newer_op" if bad.code == "wire.too_new" else "sync.malformed")
        else:
            same = op.id == line.op_id
            yield _Read(line, value, op if same else None, "" if same else "sync.malformed")
    if (seq, value.hex()) != page.end:
        raise Trouble("sync.page_broken")
