"""How fast a month's roster and a long statement of hours become PDF: `bench paper` starts the program's process with this."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtGui import QPdfWriter

from ui.paper import roster_sheet, statement
from ui.paper.files import whole
from ui.paper.roster_sheet import Day, Roster, Slot
from ui.paper.statement import Served, Statement


def run(rows: int, out: Path) -> dict[str, object]:
    """Write both as PDF beside `out`; needs a QGuiApplication. Answers seconds, pages and sizes."""
    month_pdf, hours_pdf = out.with_name("roster.pdf"), out.with_name("hours.pdf")
    _write(month_pdf, roster())  # the first text of a process loads the font; what is measured is the work
    started = time.perf_counter()
    _write(month_pdf, roster())
    month_s = time.perf_counter() - started
    started = time.perf_counter()
    pages = _write(hours_pdf, hours(rows))
    hours_s = time.perf_counter() - started
    return {
        "rows": rows, "pages": pages, "roster_s": round(month_s, 3), "statement_s": round(hours_s, 3),
        "seconds": round(month_s + hours_s, 3), "roster_kb": month_pdf.stat().st_size // 1000,
        "statement_kb": hours_pdf.stat().st_size // 1000,
    }  # fmt: skip


def roster() -> Roster:
    """An invented month: three shifts a day, two people each."""
    people = ("王老师", "李老师", "陈老师", "周老师", "赵老师", "孙老师", "吴老师")
    weeks = []
    for week in range(5):
        days = []
        for nth in range(7):
            number = week * 7 + nth + 1
            slots = tuple(
                Slot(hours, name, (people[(number + at) % 7], people[(number + at + 3) % 7]), short=number % 11 == 0)
                for at, (hours, name) in enumerate(
                    (("08:00-11:00", "上午门岗"), ("14:00-17:00", "下午门岗"), ("19:00-20:30", "巡逻"))
                )
            )
            days.append(Day(number if number <= 31 else 0, slots if number <= 31 else ()))
        weeks.append(tuple(days))
    return Roster("2026年12月 值班表", "锦绣苑 南门", ("一", "二", "三", "四", "五", "六", "日"), tuple(weeks))


def hours(rows: int) -> Statement:
    """An invented statement of so many records."""
    whole = tuple(
        Served(
            f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
            "08:00-11:00",
            "3",
            "上午门岗值守，接待来访登记",
            "南门岗亭",
            "志愿者",
        )
        for n in range(rows)
    )
    return Statement(
        "2026-048391275", "王秀兰", "3101040001", "2026-01-01 至 2026-12-31", str(3 * rows), rows, "锦绣苑", "0000-1234",
        "2026-12-31", "V1:" + ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" * 5)[:189], whole,
    )  # fmt: skip


def _write(path: Path, what: Roster | Statement) -> int:
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(300)
        if isinstance(what, Roster):
            roster_sheet.draw(writer, what)
            return 1
        return statement.draw(writer, what)
