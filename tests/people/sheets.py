"""Sheets for tests: written the way offices write them, and the way attackers do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

HEADER = ("楼栋", "单元", "房号", "姓名", "手机号", "身份", "车牌号")
GOOD = (
    ("3栋", "1单元", "1202室", "张伟明", "10400001234", "业主", "沪A12345"),
    ("3", "1", "1202", "李𬱖", "104 0000 1235", "家属", ""),
    ("12", "", "301", "阿依古丽・买买提", "", "租客", ""),
    ("12", "", "302", "", "", "", ""),
)


def csv_text(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, sign: str = ",") -> str:
    return "\r\n".join(sign.join(row) for row in (header, *rows)) + "\r\n"


def write_csv(path: Path, rows: Sequence[Sequence[str]] = GOOD, encoding: str = "utf-8") -> Path:
    path.write_bytes(csv_text(rows).encode(encoding))
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for y, row in enumerate((header, *rows)):
        for x, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write_datetime(y, x, value, day)
            else:
                sheet.write(y, x, value)
    book.close()
    return path


def bomb(path: Path, megabytes: int = 300) -> Path:
    """A workbook of a few kilobytes that would unpack to hundreds of megabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        with packed.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(megabytes):
                part.write(b" " * 1024 * 1024)
    return path


def with_entities(path: Path) -> Path:
    """A workbook whose sheet declares entities that grow."""
    plain = write_xlsx(path.with_suffix(".plain.xlsx"), [("a",)])
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w") as packed:
        for part in source.infolist():
            body = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                body = (
                    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
                    + body.split(b"?>", 1)[1]
                )
            packed.writestr(part.filename, body)
    path.write_bytes(out.getvalue())
    return path
