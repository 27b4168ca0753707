"""The part of a push that holds the site's row: what is new is numbered, projected and logged (SYNC 2.6, step 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from desk.hub import attached, bulk, effects, rights
from desk.hub.batch import Batch
from desk.hub.incoming import Incoming, digest_of, erased_eids
from desk.hub.project import COLUMNS as ENTITY_COLUMNS
from desk.hub.project import ERASED_KIND, Pictures
from desk.hub.tables import CLAMPED, DUP_LINE, ENTITY, LIFE, OP_LOG, PARKED, SITE
from desk.wire import chain, merge, stamp
from desk.wire.kinds import Kinds

LOG_COLUMNS = ("site_id", "seq", "op_id", "life", "dseq", "dhash", "clock", "recv_at", "eid", "body", "chain")
PARKED_COLUMNS = ("site_id", "op_id", "seq", "device_id", "kind", "code", "state", "digest", "at")
DAY_MS = 86_400_000
KEPT_AHEAD_MS = 2 * DAY_MS  # a clock value kept from before may be this far ahead of a hub whose own clock went back
FailAt = Callable[[str], None]

# Made once: building a statement takes longer than running it.
_LOCK_SITE = select(SITE).where(SITE.c.site_id == bindparam("site")).with_for_update()
_MOVE_LIFE = (
    update(LIFE)
    .where(LIFE.c.site_id == bindparam("site"), LIFE.c.life == bindparam("which"))
    .values(last_seq=bindparam("seq"), last_hash=bindparam("hash"))
)
_HEAD = ("head", "head_chain", "head_at", "newest_ms", "newest_clock", "clamped")
_MOVE_SITE = (
    update(SITE).where(SITE.c.site_id == bindparam("site")).values({name: bindparam(f"new_{name}") for name in _HEAD})
)


class Entry:
    """Writes batches into the logs of sites, those of desks and the hub's own."""

    def __init__(self, kinds: Kinds, fail_at: FailAt) -> None:
        self._kinds = kinds
        self._fail_at = fail_at

    def enter(self, conn: Connection, batch: Batch) -> tuple[int, bool]:
        """Whatever of the batch is new goes into the log. Returns (the log's head, whether it grew)."""
        site = conn.execute(_LOCK_SITE, {"site": batch.caller.site}).one()
        head = self._log(conn, batch, site)
        self._fail_at("push.6_head")
        return head, head > site.head

    def _log(self, conn: Connection, batch: Batch, site: Any) -> int:
        """Everything new of the batch into log and pictures; returns the log's new head."""
        fresh, dups = self._sorted(conn, batch)
        if not fresh and not dups:
            return int(site.head)
        if not batch.push.offered:
            self._begin_life(conn, batch)
        batch.start = (int(site.head), bytes(site.head_chain).hex())
        hub_ms, batch.newest_clock = max(batch.now, site.newest_ms), site.newest_clock
        head, head_chain = self._number(batch, fresh, site.head, bytes(site.head_chain), hub_ms)
        bases = self._bases(conn, batch, fresh, site.clamped)
        self._fail_at("push.3_numbered")
        self._project(conn, batch, fresh, bases)
        self._fail_at("push.4_projected")
        self._write(conn, batch, dups)
        self._fail_at("push.5_logged")
        if not batch.push.offered and batch.end > batch.last:
            batch.last, batch.last_hash = batch.end, batch.hash_at(batch.end)
            place = {"site": batch.caller.site, "which": batch.life, "seq": batch.last, "hash": batch.last_hash}
            conn.execute(_MOVE_LIFE, place)
        if head > site.head:
            clamped = site.clamped + len(batch.written)
            moved = (head, head_chain, batch.now, hub_ms, batch.newest_clock, clamped)
            changes = {f"new_{name}": value for name, value in zip(_HEAD, moved, strict=True)}
            conn.execute(_MOVE_SITE, {"site": batch.caller.site, **changes})
        return head

    def _sorted(self, conn: Connection, batch: Batch) -> tuple[list[Incoming], list[Incoming]]:
        """(lines whose operation is new here, lines of the device that are only another copy)."""
        lines = [line for line in batch.lines if batch.push.offered or line.dseq > batch.last]
        ids = (line.op_id for line in lines)
        rows = [*bulk.find(conn, OP_LOG, ("op_id", "seq", "clock"), batch.caller.site, "op_id", ids)]
        known = {bytes(row[0]) for row in rows}
        if batch.push.offered:
            batch.known = [(bytes(row[0]).hex(), (int(row[1]), str(row[2]))) for row in rows]
        fresh: list[Incoming] = []
        dups: list[Incoming] = []
        for line in lines:
            (dups if line.op_id in known else fresh).append(line)
            known.add(line.op_id)
        return fresh, dups

    def _begin_life(self, conn: Connection, batch: Batch) -> None:
        """The site's row is locked: numbers of lives are given one by one."""
        if batch.life:
            return
        site = batch.caller.site
        query = select(LIFE.c.life).where(LIFE.c.site_id == site).order_by(LIFE.c.life.desc()).limit(1)
        batch.life = (conn.execute(query).scalar() or 0) + 1
        conn.execute(
            insert(LIFE).values(
                site_id=site,
                life=batch.life,
                device_id=batch.caller.device,
                incarnation=bytes.fromhex(batch.push.incarnation),
                last_seq=0,
                last_hash=batch.last_hash,
                made_at=batch.now,
            )
        )

    def _number(
        self, batch: Batch, fresh: list[Incoming], head: int, head_chain: bytes, hub_ms: int
    ) -> tuple[int, bytes]:
        """Give each new line its effective clock value, its number and its link; rows for the log."""
        site, last = batch.caller.site, batch.newest_clock
        for line in fresh:
            line.clock = _clock(line, batch, hub_ms, last)
            last = max(last, line.clock)
            head += 1
            head_chain = chain.link(head_chain, line.clock.encode() + b" " + line.sent)
            dseq = line.dseq or None
            life = batch.life if dseq else 0
            row = [
                site,
                head,
                line.op_id,
                life,
                dseq,
                line.dhash,
                line.clock,
                batch.now,
                line.eid,
                line.body,
                head_chain,
            ]
            batch.rows.append(row)
            if line.op is not None and line.op.hlc != line.clock:
                batch.written[stamp.stamp(line.op.hlc, line.op.id)] = stamp.stamp(line.clock, line.op.id)
        batch.newest_clock = last
        return head, head_chain

    def _bases(self, conn: Connection, batch: Batch, fresh: list[Incoming], clamped: int) -> dict[str, str]:
        """Stamps that authors saw before the hub had given the effective one -> the effective one."""
        if not clamped and not batch.written:
            return {}
        seen = {base for line in fresh if line.op for base in line.op.base.values() if base}
        rows = bulk.find(conn, CLAMPED, ("written", "counts"), batch.caller.site, "written", seen) if clamped else []
        return {row[0]: row[1] for row in rows} | batch.written

    def _project(self, conn: Connection, batch: Batch, fresh: list[Incoming], bases: dict[str, str]) -> None:
        pictures = Pictures(batch.caller.site)
        applied = [(line.op, line.eid, line.clock) for line in fresh if line.op and line.eid and not line.state]
        redacted = [eid for op, _, _ in applied if op.act == merge.REDACT for eid in erased_eids(op)]
        pictures.load(conn, [line.eid for line in fresh if line.eid] + redacted)
        for op, eid, clock in applied:
            written = stamp.stamp(clock, op.id)
            if op.act == merge.REDACT:
                pictures.erase(erased_eids(op), written)
                continue
            base = {name: bases.get(seen, seen) for name, seen in op.base.items()} if bases else op.base
            pictures.apply(op, eid, written, base)
        for row in batch.rows:
            if row[8] in pictures.erased:
                row[9] = None
        pictures.store(conn, batch.now)
        if pictures.newly_erased:
            erase(conn, batch.caller.site, pictures.newly_erased)
            attached.forget(conn, pictures, self._kinds)
            rights.forget(conn, pictures, batch.now)
        effects.store(conn, pictures, self._kinds, batch.now)
        rights.look(conn, pictures, applied, batch.now)

    def _write(self, conn: Connection, batch: Batch, dups: list[Incoming]) -> None:
        site = batch.caller.site
        bulk.insert(conn, OP_LOG, LOG_COLUMNS, [tuple(row) for row in batch.rows])
        again = [(site, batch.life, line.dseq, line.dhash) for line in dups if line.dseq]
        bulk.insert(conn, DUP_LINE, ("site_id", "life", "dseq", "dhash"), again)
        clamped = [(site, written, counts) for written, counts in batch.written.items()]
        bulk.keep(conn, CLAMPED, ("site_id", "written", "counts"), clamped)
        numbers = {row[2]: row[1] for row in batch.rows}
        parked = [
            (site, line.op_id, numbers[line.op_id], batch.caller.device, line.kind, line.code, line.state,
             digest_of(line.sent), batch.now)
            for line in batch.lines
            if line.state and line.op_id in numbers
        ]  # fmt: skip
        bulk.keep(conn, PARKED, PARKED_COLUMNS, parked)

    def refused(self, conn: Connection, batch: Batch) -> tuple[tuple[str, str], ...]:
        """Every line of the batch that does not apply, also when an earlier answer that said so was lost."""
        doubtful = [line.op_id for line in batch.lines if line.state]
        rows = bulk.find(conn, PARKED, ("op_id", "code"), batch.caller.site, "op_id", doubtful)
        return tuple((bytes(op_id).hex(), str(code)) for op_id, code in rows)


def erase(conn: Connection, site: bytes, eids: dict[bytes, str]) -> None:
    """Bodies of all lines on these things, and the pictures of them; marks keep later lines from coming back."""
    for start in range(0, len(eids), bulk.CHUNK):
        part = list(eids)[start : start + bulk.CHUNK]
        conn.execute(update(OP_LOG).where(OP_LOG.c.site_id == site, OP_LOG.c.eid.in_(part)).values(body=None))
        conn.execute(delete(ENTITY).where(ENTITY.c.site_id == site, ENTITY.c.eid.in_(part)))
    marks = [(site, eid, ERASED_KIND, b"{}", "", written, "", 0) for eid, written in eids.items()]
    bulk.put(conn, ENTITY, ENTITY_COLUMNS, marks)


def _clock(line: Incoming, batch: Batch, hub_ms: int, last: str) -> str:
    """A clock value that an earlier hub gave is kept; a new one is never later than this hub's now."""
    if line.kept and line.kept[:16] <= f"{hub_ms + KEPT_AHEAD_MS:012x}ffff":
        return line.kept
    if line.op is None:
        return f"{hub_ms:012x}0000-{batch.caller.device_id[:8]}"
    return stamp.effective(line.op.hlc, hub_ms, last)
