"""Lines of other desks that came by hand: merged by the clock they were written with, until a hub says how they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.store import applying, carrying, outbox, sync_conflicts, sync_rows
from desk.store.applying import Arrival
from desk.store.carrying import LIFE, Numbered
from desk.store.kinds import synced_tables
from desk.store.store import Store
from desk.store.unit import Unit
from desk.sync.engine import SYNC
from desk.sync.telling import ROOM_FAILED, Hooks, tell
from desk.sync.transport import Tables
from desk.wire import chain
from desk.wire.carry import BadCarry
from desk.wire.messages import Logged, Push
from desk.wire.ops import BadOp, Op, parse
from desk.wire.stamp import clock_of, stamp

TURN = 100  # lines in a unit


@dataclass(frozen=True)
class _Read:
    """A line and what it says; op None: erased or unreadable (code says why)."""

    line: Numbered
    op: Op | None
    code: str = ""

    @property
    def eid(self) -> str | None:
        return self.op.eid if self.op else None


def numbered(push: Push) -> list[Numbered]:
    """The lines with their numbers and chain values. Raises BadCarry."""
    try:
        value, found = bytes.fromhex(push.base_hash), []
        for seq, line in enumerate(push.lines, push.base + 1):
            value = chain.link(value, line.body) if line.body else bytes.fromhex(line.digest)
            found.append(Numbered(seq, line.id, line.body, value))
    except ValueError:
        raise BadCarry("stick.damaged") from None
    return found


class Lines:
    """Takes pushes in, one after the other."""

    def __init__(self, store: Store, hooks: Hooks, tables: Tables | None = None) -> None:
        self.store, self.hooks, self.tables = store, hooks, tables
        self._erased: set[str] = set()
        known = synced_tables() if tables is None else tables
        self._hubs = {name for name, table in known.items() if getattr(table, "__by_hub__", False)}

    def erased_in(self, pushes: Sequence[Push]) -> None:
        """What was erased here, or is by any line of the file, is not brought back by a line that comes later."""
        with self.store.reading() as r:
            self._erased = carrying.erased(r)
        for push in pushes:
            for read in map(_read, numbered(push)):
                if read.op is not None:
                    self._erased |= set(applying.erasing(read.op))

    def take(self, push: Push, device: str) -> int:
        """Returns how many were new."""
        rows = numbered(push)
        life = push.incarnation if not push.offered and self._fits(push, rows) else ""
        if life:
            rows = [row for row in rows if row.seq > self._end(life)]
        return sum(self._turn(rows[start : start + TURN], life, device) for start in range(0, len(rows), TURN))

    def _end(self, life: str) -> int:
        with self.store.reading() as r:
            known = carrying.lives(r).get(life)
        return known.seq if known else 0

    def _fits(self, push: Push, rows: Sequence[Numbered]) -> bool:
        """Whether it is the same life as the one known here. If not, its disk was copied: the lines count all the same,
        by their ids, without numbers."""
        end = push.base + len(rows)
        with self.store.reading() as r:
            life = carrying.lives(r).get(push.incarnation)
            if life is None or push.base > life.seq:
                return True
            at = min(life.seq, end)
            ours = carrying.value_at(r, push.incarnation, push.base), carrying.value_at(r, push.incarnation, at)
        theirs = bytes.fromhex(push.base_hash), rows[at - push.base - 1].value if at > push.base else None
        return all(a == b for a, b in zip(ours, theirs, strict=True) if a is not None and b is not None)

    def _turn(self, rows: Sequence[Numbered], life: str, device: str) -> int:
        with self.store.unit(SYNC) as u:
            known = carrying.known(u.conn, [row.op_id for row in rows])
            reads = [self._unless_erased(_read(row)) for row in rows]
            fresh = [read for read in reads if read.line.op_id not in known]
            self._merge(u, fresh)
            if life:
                carrying.keep(u, life, device, [(r.line, r.eid, r.op.hlc if r.op else "") for r in reads])
                sync_rows.set_cursor(u, LIFE + life, rows[-1].seq, rows[-1].value)
            carrying.offer(u, [(r.line.op_id, r.eid, r.line.body) for r in fresh if r.line.body])
        return len(fresh)

    def _unless_erased(self, read: _Read) -> _Read:
        if read.eid is None or read.eid not in self._erased:
            return read
        line = read.line
        return _Read(Numbered(line.seq, line.op_id, b"", line.value), None)

    def _merge(self, u: Unit, fresh: Sequence[_Read]) -> None:
        """As the pulling half does, but for the hub's clock values, which do not exist yet."""
        arrivals = [Arrival(read.op, stamp(read.op.hlc, read.op.id)) for read in fresh if read.op is not None]
        arrivals = [one for one in arrivals if one.op.kind not in self._hubs]  # a desk does not speak for the district
        bases = sync_rows.clamped(u.conn, {seen for one in arrivals for seen in one.op.base.values()})
        outcome = applying.apply(u, arrivals, lambda written: bases.get(written, written), self.tables)
        outbox.erase(u, [eid for one in arrivals for eid in applying.erasing(one.op)])
        sync_conflicts.settle(u, arrivals)
        sync_conflicts.found(u, outcome.clashes)
        for one in arrivals:
            u.observe(clock_of(one.stamp))
        failed = tell(u, self.hooks, outcome.touched, self.tables)
        outcome.aside += [(one, ROOM_FAILED) for one in arrivals if one.op.kind in failed]
        by_id = {read.line.op_id: read for read in fresh}
        aside: list[tuple[Logged, str | None, str]]
        aside = [(_logged(by_id[one.op.id]), one.op.eid, code) for one, code in outcome.aside]
        aside += [(_logged(read), None, read.code) for read in fresh if read.code]
        sync_rows.put_aside(u, f"s:{u.site_id}", aside)


def _read(row: Numbered) -> _Read:
    if not row.body:
        return _Read(row, None)
    try:
        op = parse(row.body)
    except BadOp as bad:
        return _Read(row, None, "sync.newer_op" if bad.code == "wire.too_new" else "sync.malformed")
    return _Read(row, op) if op.id == row.op_id else _Read(row, None, "sync.malformed")


def _logged(read: _Read) -> Logged:
    return Logged(read.line.seq, read.line.op_id, read.op.hlc if read.op else "", "", read.line.body)
