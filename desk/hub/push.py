"""Taking in a push: one transaction that compares, numbers, logs and projects a batch (SYNC 2.6)."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from desk.core.errors import Refused
from desk.hub import along
from desk.hub.along import Along
from desk.hub.batch import Batch, Caller, Taken
from desk.hub.entering import Entry, FailAt
from desk.hub.safety import Safety
from desk.hub.tables import DEVICE, DUP_LINE, LIFE, OP_LOG
from desk.wire import chain

_OF_DEVICE = (DEVICE.c.site_id == bindparam("site"), DEVICE.c.device_id == bindparam("device"))
_LOCK_DEVICE = select(DEVICE.c.state).where(*_OF_DEVICE).with_for_update()
_PUSHED = update(DEVICE).where(*_OF_DEVICE).values(pushed_at=bindparam("at"))
_LIFE = select(LIFE.c.life, LIFE.c.last_seq, LIFE.c.last_hash).where(
    LIFE.c.site_id == bindparam("site"),
    LIFE.c.device_id == bindparam("device"),
    LIFE.c.incarnation == bindparam("incarnation"),
)

__all__ = ["Batch", "Caller", "Pusher", "Taken"]


class Pusher:
    """Pushes of desks into one database. `fail_at` is called with the name of each step, for tests that stop there."""

    def __init__(self, entry: Entry, safety: Safety, fail_at: FailAt) -> None:
        self._entry = entry
        self._safety = safety
        self._fail_at = fail_at

    def take(self, conn: Connection, batch: Batch) -> tuple[Taken, Along | None]:
        """What came of it, and what is to go along with the news of it. Raises Refused("hub.device_unknown" | "hub.revoked")."""
        self._device(conn, batch)
        self._fail_at("push.1_device")
        if not batch.push.offered:
            self._find_life(conn, batch)
            if answer := self._compared(conn, batch):
                return answer, None
        self._fail_at("push.2_compared")
        head, grew = self._entry.enter(conn, batch)
        conn.execute(_PUSHED, {**_who(batch), "at": batch.now})
        refused = self._entry.refused(conn, batch)
        taken = Taken("ok", self._acked(batch), batch.last, batch.last_hash, head, refused, grew, tuple(batch.known))
        return taken, along.made(conn, batch) if grew else None

    # --- who is it, and does this go on from what is known ----------------------------------------------------------

    def _device(self, conn: Connection, batch: Batch) -> None:
        row = conn.execute(_LOCK_DEVICE, _who(batch)).first()
        if row is None:
            raise Refused("hub.device_unknown")
        if row.state != "live":
            raise Refused("hub.revoked")

    def _find_life(self, conn: Connection, batch: Batch) -> None:
        row = conn.execute(_LIFE, {**_who(batch), "incarnation": bytes.fromhex(batch.push.incarnation)}).first()
        if row:
            batch.life, batch.last, batch.last_hash = row.life, row.last_seq, bytes(row.last_hash)
        else:
            batch.last_hash = chain.start(batch.push.incarnation)

    def _compared(self, conn: Connection, batch: Batch) -> Taken | None:
        """None when the batch goes on from what this hub has; else what the desk must know."""
        base, last = batch.push.base, batch.last
        if base > last:
            return Taken("need", 0, last, batch.last_hash)
        common = min(last, batch.end)
        same = self._safety.same_at_base(batch.hash_at(base), self._known(conn, batch, base))
        if same and self._safety.same_at_end(batch.hash_at(common), self._known(conn, batch, common)):
            return None
        return Taken("fork", 0, last, batch.last_hash)

    def _known(self, conn: Connection, batch: Batch, dseq: int) -> bytes | None:
        """This hub's chain value of the device's life at a place up to `last`."""
        if dseq == batch.last:
            return batch.last_hash
        if dseq == 0:
            return chain.start(batch.push.incarnation)
        for table in (OP_LOG, DUP_LINE):
            query = select(table.c.dhash).where(
                table.c.site_id == batch.caller.site, table.c.life == batch.life, table.c.dseq == dseq
            )
            if found := conn.execute(query).scalar():
                return bytes(found)
        return None

    def _acked(self, batch: Batch) -> int:
        return 0 if batch.push.offered else self._safety.acked(batch.last, batch.end)


def _who(batch: Batch) -> dict[str, bytes]:
    return {"site": batch.caller.site, "device": batch.caller.device}
