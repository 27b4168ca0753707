"""Tables written to CSV and XLSX: text stays text, memory stays flat, and a file with its name is a whole file."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from desk.core.errors import Trouble
from desk.records.rules import spreadsheet_text
from desk.store.faults import code_of

Cell = str | int | float | None
SHEET_ROWS = 1_000_000  # Excel holds 1,048,576
SCRATCH = ".gatehouse-export-"


class Sheet(Protocol):
    """An open table. `begin` comes first; `abandon` ends it without keeping anything."""

    def begin(self, head: Sequence[str]) -> None: ...
    def row(self, cells: Sequence[Cell]) -> None: ...
    def finish(self) -> None: ...
    def abandon(self) -> None: ...


class CsvSheet:
    """UTF-8 with BOM (else Excel reads GBK) and every cell quoted: a comma or semicolon inside never opens a new one."""

    def __init__(self, path: Path, scratch: Path) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_ALL)

    def begin(self, head: Sequence[str]) -> None:
        self.row(head)

    def row(self, cells: Sequence[Cell]) -> None:
        self._writer.writerow([spreadsheet_text(c) if isinstance(c, str) else c for c in cells])

    def finish(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        self._file.close()


class XlsxSheet:
    """Rows leave memory as they come. A table longer than a sheet goes on in the next one, with its head again."""

    def __init__(self, path: Path, scratch: Path) -> None:
        options = {"constant_memory": True, "tmpdir": str(scratch), "strings_to_formulas": False,
                   "strings_to_urls": False, "strings_to_numbers": False, "use_zip64": True}  # fmt: skip
        self._book: Any = xlsxwriter.Workbook(str(path), options)
        self._bold = self._book.add_format({"bold": True})
        self._head: list[str] = []
        self._row = 0

    def begin(self, head: Sequence[str]) -> None:
        self._head = [spreadsheet_text(title) for title in head]
        self._new_page()

    def _new_page(self) -> None:
        self._page = self._book.add_worksheet()
        self._page.freeze_panes(1, 0)
        for column, title in enumerate(self._head):
            self._page.write_string(0, column, title, self._bold)
        self._row = 1

    def row(self, cells: Sequence[Cell]) -> None:
        if self._row > SHEET_ROWS:
            self._new_page()
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                self._page.write_string(self._row, column, spreadsheet_text(cell))
            elif cell is not None:
                self._page.write_number(self._row, column, cell)
        self._row += 1

    def finish(self) -> None:
        self._book.close()

    def abandon(self) -> None:
        for page in self._book.worksheets():
            page.row_data_fh.close()  # else the row files stay open until the interpreter ends
        self._book.fileclosed = True


FORMATS: dict[str, type[CsvSheet] | type[XlsxSheet]] = {"csv": CsvSheet, "xlsx": XlsxSheet}


@contextmanager
def sheet(target: Path, form: str, head: Sequence[str]) -> Iterator[Sheet]:
    """A table that appears under its name when the block ends well, and leaves nothing when it does not.

    Raises Trouble: export.disk_full, export.folder_missing, export.not_writable (read-only, or open in another program),
    export.not_written.
    """
    with _told():
        _sweep(target.parent)
        scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=target.parent))
    try:
        with _told():
            table = FORMATS[form](scratch / "table", scratch)
            try:
                table.begin(head)
                yield table
                table.finish()
            except BaseException:
                table.abandon()
                raise
            os.replace(scratch / "table", target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise Trouble("export.folder_missing") from None
    except (OSError, XlsxWriterException, zipfile.LargeZipFile) as error:
        cause = error.args[0] if isinstance(error, XlsxWriterException) and error.args else error
        code = code_of(cause) if isinstance(cause, OSError) else None
        codes = {"store.disk_full": "export.disk_full", "store.read_only": "export.not_writable"}
        raise Trouble(codes.get(code or "", "export.not_written")) from error


def _sweep(folder: Path) -> None:
    """Remove what an export left that was ended from outside: it may hold names."""
    for left in folder.glob(f"{SCRATCH}*"):
        if not _in_use(left):
            shutil.rmtree(left, ignore_errors=True)


def _in_use(scratch: Path) -> bool:
    """Written to within the last ten minutes: an export that still runs writes all the time."""
    newest = max((p.stat().st_mtime for p in (scratch, *scratch.iterdir())), default=0.0)
    return time.time() - newest < 600
