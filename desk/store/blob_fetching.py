"""Which files a desk has to fetch: those that rows of other desks name, and those of its own rows that are not here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select

from desk.store.blob_rows import DONE, DOWN, queue
from desk.store.bulk import CHUNK
from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.tables_sync import SyncBlob
from desk.store.unit import Reading, Unit

UNSAID = 0  # a row names a file and says nothing of its size: the hub does, and the kind has a bound
Tables = Mapping[str, type[Base]]
_B = SyncBlob.__table__.c
_NAME = re.compile("[0-9a-f]{64}")  # it becomes a file's name: nothing else gets that far


def kinds_of(table: type[Base]) -> dict[str, str]:
    """Columns that name files -> the kind of these files (`schema.attachment`)."""
    return {c.name: str(c.info["attachment"]) for c in table.__table__.columns if c.info.get("attachment")}


def arrived(u: Unit, touched: Mapping[str, Sequence[str]], tables: Tables | None = None) -> None:
    """Rows came from elsewhere (kind of record -> ids): queue the files they name. One that is here is found to be so."""
    tables = synced_tables() if tables is None else tables
    for record, eids in touched.items():
        table = tables.get(record)
        for column, kind in kinds_of(table).items() if table is not None else ():
            for start in range(0, len(eids), CHUNK):
                for digest in _named(u, tables[record], column, eids[start : start + CHUNK]):
                    queue(u, digest, kind, UNSAID, DOWN)


def missing(u: Unit, here: Collection[str], tables: Tables | None = None) -> None:
    """Queue every file that a row names and that is not here (names of files): a restored backup brings rows, not files."""
    for table in (synced_tables() if tables is None else tables).values():
        for column, kind in kinds_of(table).items():
            for digest in _named(u, table, column):
                if digest not in here:
                    u.conn.execute(delete(SyncBlob).where(_B.digest == digest, _B.state == DONE))
                    queue(u, digest, kind, UNSAID, DOWN)


def _named(r: Reading, table: type[Base], column: str, eids: Sequence[str] | None = None) -> Iterator[str]:
    rows = table.__table__.c
    asked = select(rows[column]) if eids is None else select(rows[column]).where(rows.id.in_(list(eids)))
    for value in r.conn.execute(asked).scalars().all():
        for one in _listed(value):
            if isinstance(one, str) and _NAME.fullmatch(one):
                yield one


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else (value,)
