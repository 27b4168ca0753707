"""The one search index: a contentless FTS5 table whose documents are built in Python in the unit that writes the row.

Document numbers: the kind in the bits above 2**40, the row's `num` below, so a kind is a range of rowids
and the newest row of a kind comes first by rowid. The table is made in migration 0001. Facts behind its options:
contentless_delete needs SQLite 3.43 (sqlcipher3 0.6.4 ships 3.53); detail=none keeps 1,000,000 visits near 119 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from sqlalchemy import Connection, text

FIND = text(
    "SELECT rowid FROM search_doc WHERE search_doc MATCH :m AND rowid BETWEEN :lo AND :hi ORDER BY rowid DESC LIMIT :n"
)
SHIFT = 40
NUM_MASK = (1 << SHIFT) - 1


class DocKind(IntEnum):
    """What a document stands for. Numbers are stored: never reuse one."""

    VISIT = 0
    PERSON = 1
    HOUSEHOLD = 2
    EXPECTED = 3
    GOODS = 4
    WATCH = 5
    PASS = 6
    KNOWN_VISITOR = 7
    MATTER = 8


def docid(kind: DocKind, num: int) -> int:
    return int(kind) << SHIFT | num


def split(doc: int) -> tuple[DocKind, int]:
    return DocKind(doc >> SHIFT), doc & NUM_MASK


def put(conn: Connection, doc: int, tokens: str) -> None:
    """Write or replace one document of space separated tokens."""
    conn.exec_driver_sql("INSERT OR REPLACE INTO search_doc(rowid, d) VALUES (?, ?)", (doc, tokens))


def put_many(conn: Connection, docs: Iterable[tuple[int, str]]) -> None:
    rows = list(docs)
    if rows:
        conn.exec_driver_sql("INSERT OR REPLACE INTO search_doc(rowid, d) VALUES (?, ?)", rows)


def remove(conn: Connection, docs: Sequence[int]) -> None:
    if docs:
        conn.exec_driver_sql("DELETE FROM search_doc WHERE rowid = ?", [(doc,) for doc in docs])


def find(conn: Connection, match: str, kind: DocKind, limit: int, before: int | None = None) -> list[int]:
    """Row numbers of a kind that match an FTS5 expression, newest first; `before` continues a list (keyset)."""
    low, high = docid(kind, 0), docid(kind, NUM_MASK if before is None else before - 1)
    rows = conn.execute(FIND, {"m": match, "lo": low, "hi": high, "n": limit})
    return [row[0] & NUM_MASK for row in rows]
