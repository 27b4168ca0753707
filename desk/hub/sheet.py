"""The monthly sheet of a district: a row a site, numbers without persons, as CSV (with BOM, for Excel) or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter
from sqlalchemy import Connection

from desk.core.errors import Refused
from desk.hub import figures, gates
from desk.hub.enrolment import LIVE
from desk.hub.figures import AWAY, FAST, FAST_TYPES, PEOPLE, VISITOR_TYPES, VISITS

ZH, EN = "zh_CN", "en"
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WORDS: Mapping[str, tuple[str, str]] = {
    "site": ("小区", "Site"),
    "desks": ("岗亭", "Desks"),
    "visits": ("来访登记", "Visits"),
    "people": ("人次", "Persons"),
    "visits.guest": ("亲友", "Guests"),
    "visits.courier": ("快递", "Couriers"),
    "visits.rider": ("外卖", "Riders"),
    "visits.domestic": ("家政", "Domestic help"),
    "visits.contractor": ("维修装修", "Repairs"),
    "visits.agent": ("中介", "Agents"),
    "visits.official": ("公务", "Officials"),
    "visits.works": ("施工", "Works"),
    "visits.other": ("其他", "Other"),
    "fast.rider": ("外卖快速通行", "Riders, fast lane"),
    "fast.courier": ("快递快速通行", "Couriers, fast lane"),
    "turned_away": ("未放行", "Turned away"),
    "tasks": ("待处理事项", "Open tasks"),
    "total": ("合计", "Total"),
}
COLUMNS = (
    VISITS, PEOPLE, *(f"{VISITS}.{kind}" for kind in VISITOR_TYPES), *(f"{FAST}.{kind}" for kind in FAST_TYPES), AWAY
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Sheet:
    """title: `2026-11`; rows: one list a site, then the total; every row as long as the head."""

    title: str
    head: list[str]
    rows: list[list[str | int]]


def make(conn: Connection, now_ms: int, district_id: str, month: str, lang: str = ZH) -> Sheet:
    """Raises Refused("sheet.month")."""
    try:
        days = figures.days_of(month)
    except ValueError:
        raise Refused("sheet.month") from None
    rows: list[list[str | int]] = []
    for site in gates.sites(conn, now_ms, district_id=district_id):
        counted = figures.total(figures.of_days(conn, bytes.fromhex(site.site_id), days).values())
        live = sum(desk.state == LIVE for desk in site.desks)
        rows.append([site.name, live, *(counted.get(what, 0) for what in COLUMNS), site.tasks])
    at = 1 if lang == EN else 0
    head = [WORDS[name][at] for name in ("site", "desks", *COLUMNS, "tasks")]
    sums = [sum(int(row[n]) for row in rows) for n in range(1, len(head))]
    return Sheet(month, head, [*rows, [WORDS["total"][at], *sums]])


def as_csv(sheet: Sheet) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(sheet.head)
    writer.writerows([[_harmless(cell) for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet.title)
    bold, plain = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format()
    _write(page, 0, sheet.head, bold)
    for number, row in enumerate(sheet.rows, 1):
        _write(page, number, row, bold if number == len(sheet.rows) else plain)
    page.set_column(0, 0, 24)
    page.set_column(1, len(sheet.head), 10)
    page.freeze_panes(1, 1)
    book.close()
    return out.getvalue()


def _write(page: xlsxwriter.worksheet.Worksheet, number: int, row: Sequence[str | int], look: object) -> None:
    for column, cell in enumerate(row):
        page.write(number, column, cell, look)


def _harmless(cell: str | int) -> str | int:
    """A name that a spreadsheet would take for a formula is told as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
