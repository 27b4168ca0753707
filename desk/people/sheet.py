"""Sheets of rows: CSV in whatever encoding and delimiter, XLSX without its traps, streamed with row numbers.

Cells come out as text exactly as written; nothing is calculated. What is wrong with one cell or row is a mark on that
row; what is wrong with the whole file is a Refused.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk.core.errors import Refused

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 64
MAX_CELL = 512
MAX_LINES = 20  # lines one quoted cell may span before its quote counts as forgotten
MAX_DAMAGE = 0.02  # share of lines, or characters, unreadable above which the encoding is unknown
DAMAGED = "\ufffd"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Row:
    """One row as a spreadsheet counts it (from 1). `faults`: column number -> code; column 0 is the whole row."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[tuple[int, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.faults and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """An opened file: `kind` (`csv`, `xlsx`), `encoding` ("" for XLSX), and its rows."""

    kind: str
    encoding: str
    rows: Iterator[Row]


def column_name(index: int) -> str:
    """Column 0 is `A`, 26 is `AA`: what a spreadsheet shows above it."""
    name, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def read(path: Path) -> Sheet:
    """Open a sheet by what is in it, not by its name.

    Raises Refused: people.sheet_missing, people.sheet_large, people.sheet_empty, people.sheet_old (xls, or locked by a
    password), people.sheet_unknown, people.sheet_encoding, people.sheet_bomb; while rows are read: people.sheet_rows.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Refused("people.sheet_large", limit_mb=MAX_BYTES // 1024 // 1024)
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, PermissionError):
        raise Refused("people.sheet_missing") from None
    if not data.strip():
        raise Refused("people.sheet_empty")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("people.sheet_old")
    if data.startswith(b"PK\x03\x04"):
        from desk.people import sheet_xlsx  # openpyxl is 200 ms that a CSV does not need

        return Sheet("xlsx", "", _limited(sheet_xlsx.rows(data)))
    text, encoding = decode(data)
    return Sheet("csv", encoding, _limited(csv_rows(text)))


def decode(data: bytes) -> tuple[str, str]:
    """Text and encoding: a byte order mark, else UTF-8, else GB18030, else whichever of the two is damaged least.

    Unreadable bytes become U+FFFD, so that their rows can be refused one by one. Raises Refused("people.sheet_encoding").
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if b"\0" in data[:4096] and (wide := _wide(data[:4096])):
        return data.decode(wide, "replace"), wide
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    texts = {encoding: data.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")}
    encoding = min(texts, key=lambda name: texts[name].count(DAMAGED))
    text = texts[encoding]
    lines = text.splitlines()
    damaged_lines = sum(DAMAGED in line for line in lines)
    if damaged_lines > max(1, MAX_DAMAGE * len(lines)) or text.count(DAMAGED) > max(8, MAX_DAMAGE * len(text)):
        raise Refused("people.sheet_encoding")
    return text, encoding


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of delimiters and digits is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) // 8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def csv_rows(text: str) -> Iterator[Row]:
    """Rows of a CSV text. A row with broken quotes is marked people.row_quotes and the next line begins a new row."""
    lines = list(io.StringIO(text, newline=None))
    delimiter = _delimiter(lines)
    at = number = 0
    while at < len(lines):
        number += 1
        cells, used = _record(lines, at, delimiter)
        at += used
        if cells is None:
            yield Row(number, (), ((0, "people.row_quotes"),))
        else:
            yield checked_row(number, cells)


def _record(lines: list[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of the record that begins at a line (None: broken), and how many lines it takes."""
    used, quotes = 1, lines[at].count('"')
    while quotes % 2 and used < MAX_LINES and at + used < len(lines):
        quotes += lines[at + used].count('"')
        used += 1
    if quotes % 2:
        return None, 1
    try:
        found = list(csv.reader(["".join(lines[at : at + used])], delimiter=delimiter, strict=True))
    except csv.Error:
        return None, 1
    return (found[0] if found else []), used


def _delimiter(lines: list[str]) -> str:
    """The sign that splits the first lines most evenly into most columns."""
    head = [line for line in lines[:30] if line.strip()]

    def score(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in head]
        usual = max(set(counts), key=counts.count, default=0)
        return (usual > 0, counts.count(usual) * usual)

    return max((",", "\t", ";", "|"), key=score) if head else ","


def checked_row(number: int, cells: list[str]) -> Row:
    """A row with its faults marked: too many cells, a cell too long, unreadable characters."""
    faults = []
    if len(cells) > MAX_COLUMNS:
        if any(cell.strip() for cell in cells[MAX_COLUMNS:]):
            faults.append((0, "people.row_wide"))
        cells = cells[:MAX_COLUMNS]
    for column, cell in enumerate(cells, start=1):
        if len(cell) > MAX_CELL:
            faults.append((column, "people.cell_long"))
        elif DAMAGED in cell or "\0" in cell:
            faults.append((column, "people.cell_damaged"))
    return Row(number, tuple(cell[:MAX_CELL] for cell in cells), tuple(faults))


def _limited(rows: Iterator[Row]) -> Iterator[Row]:
    count = 0
    for row in rows:
        count += not row.is_empty
        if count > MAX_ROWS:
            raise Refused("people.sheet_rows", limit=MAX_ROWS)
        yield row
