"""Moving a hub to another database: everything as lines of JSON, chains intact, so that desks notice nothing.

The stream holds personal data in the clear: it is meant for a pipe from one hub to the next, not for keeping.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, func, select, tuple_

from desk.core.errors import Refused, Trouble
from desk.hub import bulk, pull, schema
from desk.hub.db import Db
from desk.hub.members import DISTRICT_SORT
from desk.hub.tables import FACT, META, OP_LOG, SITE
from desk.hub.tables_admin import PASSING
from desk.wire import chain

FORMAT = 1
PART = 500
UNFINISHED = "import_unfinished"
_decode = msgspec.json.Decoder().decode


def tables() -> list[Table]:
    """Every table that moves, sites first."""
    return [table for table in META.sorted_tables if not table.info.get(PASSING)]


def export(db: Db) -> Iterator[bytes]:
    """The lines of everything in this database as it is at one moment.

    What desks push meanwhile is not in it: they notice at the new hub and give it again, but it is quicker to have the
    old hub stand still.
    """
    digest, count = blake2b(digest_size=16), 0
    with db.steady() as conn:
        yield _line({"gatehouse_hub": FORMAT, "schema": schema.version(conn)}, digest)
        for table in tables():
            yield _line({"table": str(table.name), "columns": [str(column.name) for column in table.c]}, digest)
            for row in _rows(conn, table):
                count += 1
                yield _line([_told(value) for value in row], digest)
    yield msgspec.json.encode({"rows": count, "digest": digest.hexdigest()}) + b"\n"


def _line(value: Any, digest: Any) -> bytes:
    line: bytes = msgspec.json.encode(value) + b"\n"
    digest.update(line)
    return line


def _rows(conn: Connection, table: Table) -> Iterator[Sequence[Any]]:
    """All rows in key order, a part at a time."""
    keys = list(table.primary_key.columns)
    query = select(table).order_by(*keys).limit(PART)
    places = [table.c.keys().index(column.name) for column in keys]
    rows = conn.execute(query).all()
    while rows:
        yield from rows
        after = [rows[-1][place] for place in places]
        rows = conn.execute(query.where(tuple_(*keys) > tuple_(*after))).all()


def _told(value: Any) -> Any:
    return {"b": b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def load(db: Db, lines: Iterable[bytes]) -> int:
    """Take an export into an empty database; returns the rows. Begun anew after a cut, it first clears what came.

    Raises Refused("hub.not_empty" | "hub.not_an_export"), Trouble("hub.export_damaged") when the end is missing, a line
    was changed or a chain does not hold: the database is then not fit to serve (`unfinished`).
    """
    db.write(_begin)
    reader = _Reader(db)
    for line in lines:
        reader.take(line)
    reader.finish()
    check_chains(db)
    db.write(lambda conn: schema.set_fact(conn, UNFINISHED, None))
    return reader.count


def unfinished(conn: Connection) -> bool:
    """An import into this database was cut short: it must not be served."""
    return bool(schema.fact(conn, UNFINISHED))


def _begin(conn: Connection) -> None:
    used = conn.execute(select(func.count()).select_from(SITE)).scalar_one()
    if used and not unfinished(conn):
        raise Refused("hub.not_empty")
    for table in META.sorted_tables:
        if table is not FACT:
            conn.execute(delete(table))
    schema.set_fact(conn, UNFINISHED, b"1")


class _Reader:
    """Reads lines of an export and writes rows a part at a time."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._digest = blake2b(digest_size=16)
        self._table: Table | None = None
        self._columns: tuple[str, ...] = ()
        self._rows: list[tuple[Any, ...]] = []
        self._begun = self._ended = False
        self.count = 0

    def take(self, line: bytes) -> None:
        try:
            said = _decode(line)
        except msgspec.DecodeError:
            raise Trouble("hub.export_damaged") if self._begun else Refused("hub.not_an_export") from None
        if not self._begun:
            self._head(said)
        elif isinstance(said, dict) and "rows" in said:
            self._ended = said == {"rows": self.count, "digest": self._digest.hexdigest()}
            return
        elif isinstance(said, dict):
            self._next_table(said)
        else:
            self._row(said)
        self._digest.update(line)

    def _head(self, said: Any) -> None:
        if not isinstance(said, dict) or said.get("gatehouse_hub") != FORMAT:
            raise Refused("hub.not_an_export")
        if said.get("schema") != len(schema.STEPS):
            raise Refused("hub.export_version")
        self._begun = True

    def _next_table(self, said: dict[str, Any]) -> None:
        self._flush()
        self._table, self._columns = META.tables.get(str(said.get("table"))), tuple(said.get("columns", ()))
        if self._table is None or set(self._columns) != set(self._table.c.keys()):
            raise Trouble("hub.export_damaged")

    def _row(self, said: Any) -> None:
        if self._table is None or not isinstance(said, list) or len(said) != len(self._columns):
            raise Trouble("hub.export_damaged")
        self.count += 1
        self._rows.append(tuple(b64decode(value["b"]) if isinstance(value, dict) else value for value in said))
        if len(self._rows) >= PART:
            self._flush()

    def _flush(self) -> None:
        table, columns, rows = self._table, self._columns, self._rows
        self._rows = []
        if table is None or not rows:
            return
        if table is FACT:  # this database's own schema version stands; the hub's keys come along
            rows = [row for row in rows if row[columns.index("name")] not in (schema.NAME, UNFINISHED)]
        self._db.write(lambda conn: bulk.put(conn, table, columns, rows))

    def finish(self) -> None:
        self._flush()
        if not self._ended:
            raise Trouble("hub.export_damaged") if self._begun else Refused("hub.not_an_export")


def check_chains(db: Db) -> int:
    """Work out every log's chain anew; returns the lines checked. Raises Trouble("hub.export_damaged")."""
    columns = (SITE.c.site_id, SITE.c.sort, SITE.c.head, SITE.c.head_chain)
    sites = db.read(lambda conn: conn.execute(select(*columns).where(SITE.c.head > 0)).all())
    return sum(_check(db, row) for row in sites)


def _check(db: Db, row: Any) -> int:
    site = bytes(row.site_id)
    link, seq, count = pull.start(("d:" if row.sort == DISTRICT_SORT else "s:") + site.hex()), 0, 0
    c = OP_LOG.c
    query = select(c.seq, c.clock, c.body, c.chain).where(c.site_id == site).order_by(c.seq).limit(PART)
    while lines := db.read(lambda conn, after=seq: conn.execute(query.where(c.seq > after)).all()):  # type: ignore[misc]
        for line in lines:
            known = bytes(line.chain)
            follows = line.body and line.seq == seq + 1  # an erased line, or one after a gap, cannot be worked out
            if follows and chain.link(link, line.clock.encode() + b" " + bytes(line.body)) != known:
                raise Trouble("hub.export_damaged")
            seq, link, count = line.seq, known, count + 1
    if (seq, link) != (row.head, bytes(row.head_chain)):
        raise Trouble("hub.export_damaged")
    return count
