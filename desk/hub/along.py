"""What a push has just brought, as the page that whoever waits at the long poll would ask for next: made from memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, bindparam, select

from desk.hub.batch import Batch
from desk.hub.tables import DEVICE
from desk.wire.messages import Logged, Page, pack_page

MOST_LINES, MOST_BYTES = 20, 64 * 1024  # more is asked for: one busy desk is not to hold all of it in memory for others
_LIVE = select(DEVICE.c.device_id).where(DEVICE.c.site_id == bindparam("site"), DEVICE.c.state == "live")


@dataclass(frozen=True)
class Along:
    """The lines after `page.start`, for the devices that may read them; by: who wrote them."""

    page: Page
    readers: frozenset[str]
    by: str

    @cached_property
    def packed(self) -> bytes:
        return pack_page(self.page)


def made(conn: Connection, batch: Batch) -> Along | None:
    """In the transaction of a push, whose lines stand in the log now; None: too much of it."""
    if not 0 < len(batch.rows) <= MOST_LINES or sum(len(row[9] or b"") for row in batch.rows) > MOST_BYTES:
        return None
    lines = tuple(_line(batch, row) for row in batch.rows)
    (_, head, *_), value = batch.rows[-1], batch.rows[-1][10]
    page = Page(f"s:{batch.caller.site_id}", batch.start, (head, value.hex()), head, lines)
    live = conn.execute(_LIVE, {"site": batch.caller.site}).scalars()
    return Along(page, frozenset(bytes(device).hex() for device in live), batch.caller.device_id)


def _line(batch: Batch, row: list[Any]) -> Logged:
    """As `pull` gives it out."""
    _, seq, op_id, _, dseq, _, clock, _, _, body, value = row
    device = batch.caller.device_id if dseq else clock[17:]
    return Logged(seq, op_id.hex(), clock, device, body or b"", "" if body else value.hex())
