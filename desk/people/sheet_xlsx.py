"""Rows of an XLSX file: read as a stream, with its size known before it is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import ParseError

import openpyxl

from desk.core.errors import Refused
from desk.people.sheet import MAX_COLUMNS, MAX_ROWS, Row, checked_row

MAX_UNPACKED = 256 * 1024 * 1024
MAX_STRINGS = 64 * 1024 * 1024  # the shared strings, which are held in memory
MAX_PARTS = 2_000
HEADROOM = 1_000  # empty rows that may stand among the others
Cell = tuple[str, str]  # text, fault


def rows(data: bytes) -> Iterator[Row]:
    """Rows of the first visible sheet. A formula gives the value kept with it; without one the cell is marked.

    Raises Refused: people.sheet_bomb (would unpack to too much), people.sheet_unknown (no workbook, or broken).
    """
    _weigh(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
        if sheet is None:
            raise Refused("people.sheet_empty")
        sheet.reset_dimensions()
        kept = _Kept(data, sheet.title)
        for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + HEADROOM, max_col=MAX_COLUMNS + 1), start=1):
            found = [_cell(cell.value, cell.data_type, kept, number, i) for i, cell in enumerate(cells)]
            yield _row(number, found)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        ParseError,
        OSError,
        EOFError,
    ):
        raise Refused("people.sheet_unknown") from None


class _Kept:
    """The values kept with formulas, read from a second pass that begins when the first formula is met."""

    def __init__(self, data: bytes, title: str) -> None:
        self._data, self._title = data, title
        self._rows: Iterator[tuple[object, ...]] | None = None
        self._number, self._row = 0, tuple[object, ...]()

    def value(self, number: int, column: int) -> object:
        if self._rows is None:
            book = openpyxl.load_workbook(io.BytesIO(self._data), read_only=True, data_only=True, keep_links=False)
            sheet = book[self._title]
            sheet.reset_dimensions()
            self._rows = sheet.iter_rows(max_row=MAX_ROWS + HEADROOM, max_col=MAX_COLUMNS + 1, values_only=True)
        while self._number < number:
            self._row = next(self._rows, ())
            self._number += 1
        return self._row[column] if column < len(self._row) else None


def _cell(value: object, kind: str, kept: _Kept, number: int, column: int) -> Cell:
    if kind == "f":
        value = kept.value(number, column)
        if value is None or str(value).startswith("#"):
            return "", "people.cell_formula"
    if isinstance(value, datetime | date | time | timedelta):
        return "", "people.cell_date"
    return _text(value), ""


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return str(value)


def _row(number: int, cells: list[Cell]) -> Row:
    while cells and cells[-1] == ("", ""):
        cells.pop()
    row = checked_row(number, [text for text, _ in cells])
    faults = [(column, fault) for column, (_, fault) in enumerate(cells, start=1) if fault]
    return Row(row.number, row.cells, (*row.faults, *faults)) if faults else row


def _weigh(data: bytes) -> None:
    """Refuse what would unpack to too much, or brings a document type of its own (entities that grow)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            strings = sum(p.file_size for p in parts if "sharedStrings" in p.filename)
            if len(parts) > MAX_PARTS or sum(p.file_size for p in parts) > MAX_UNPACKED or strings > MAX_STRINGS:
                raise Refused("people.sheet_bomb")
            if not any(p.filename.endswith("workbook.xml") for p in parts):
                raise Refused("people.sheet_unknown")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as stream:
                        if b"<!DOCTYPE" in stream.read(65_536).upper():
                            raise Refused("people.sheet_bomb")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise Refused("people.sheet_unknown") from None
