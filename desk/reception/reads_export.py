"""Visits as rows of a sheet: masked unless the caller has asked for full values (and logged it); one page in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select, tuple_

from desk.codes.reads import site_time
from desk.core.clock import SiteTime
from desk.core.masking import mask_name, mask_phone, mask_plate, mask_room
from desk.reception.reads_rows import Row
from desk.reception.rules import VisitState
from desk.reception.tables import Visit
from desk.store.unit import Reading

_V = Visit.__table__
CHUNK = 2000
Cell = str | int | None
COLUMNS = (
    "visitor_type", "state", "in_at", "out_at", "out_source", "name", "phone", "plate", "company", "party_size", "place",
    "purpose_code", "purpose", "proof", "items_in", "items_out", "pass_serial", "clock_quality",
)  # fmt: skip
_MASKS: dict[str, Callable[[str], str]] = {"name": mask_name, "phone": mask_phone, "plate": mask_plate}
_FREE = ("purpose", "items_in", "items_out")  # may hold anything, so a masked sheet leaves them out


def export_columns() -> tuple[str, ...]:
    """Codes of the columns, in order; ui/texts.py owns the words of the heading."""
    return COLUMNS


def export_rows(r: Reading, since: int, until: int, masked: bool = True) -> Iterator[tuple[Cell, ...]]:
    """Visits that began in [since, until) (UTC ms), oldest first. Times as text of the site's zone (ISO 8601, seconds).

    Cells are plain values: the writer of the sheet keeps formulas from being one.
    """
    time, last = site_time(r), (since, 0)
    asked = (_V.c.at < until, _V.c.state != VisitState.DRAFT.value)
    while True:
        page = select(_V).where(tuple_(_V.c.at, _V.c.num) > tuple_(*last), *asked).order_by(_V.c.at, _V.c.num)
        rows = list(r.conn.execute(page.limit(CHUNK)).mappings())
        for row in rows:
            yield tuple(_cell(row, name, time, masked) for name in COLUMNS)
        if len(rows) < CHUNK:
            return
        last = (rows[-1]["at"], rows[-1]["num"])


def _cell(row: Row, name: str, time: SiteTime, masked: bool) -> Cell:
    if name == "place":
        if masked:
            return mask_room(row["building"], row["unit"], row["room"]) if row["room"] else str(row["building"])
        return "-".join(part for part in (row["building"], row["unit"], row["room"]) if part)
    value: Any = row[name]
    if name in ("in_at", "out_at"):
        return None if value is None else time.local(value).replace(microsecond=0, tzinfo=None).isoformat(" ")
    if masked and name in _FREE:
        return ""
    return _MASKS[name](value) if masked and name in _MASKS else value
