"""Availability, hours and days of the team page in words, in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui import moments
from ui.pages.team.model import PARTS, HeardRow, LineRow, MemberRow
from ui.texts import sentence

DAY = 1440


def part_words(start: int, end: int) -> str:
    """A part of the day by its name, other hours in figures."""
    names = {
        "all": QCoreApplication.translate("Team", "全天"), "morning": QCoreApplication.translate("Team", "上午"),
        "afternoon": QCoreApplication.translate("Team", "下午"), "evening": QCoreApplication.translate("Team", "晚上"),
    }  # fmt: skip
    found = next((names[name] for name, hours in PARTS.items() if hours == (start, end)), "")
    return found or f"{moments.hour(start)}-{moments.hour(end)}"


def weekday_words(weekday: int) -> str:
    """0: every day."""
    if not weekday:
        return QCoreApplication.translate("Team", "每天")
    return QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)


def when_words(line: LineRow) -> str:
    """`周二 上午`, `12月5日 全天`, `12月5日-8日`."""
    return " ".join((_days(line), part_words(line.start_min, line.end_min)))


def _days(line: LineRow) -> str:
    if line.weekday or not line.from_day or _whole_month(line):
        return weekday_words(line.weekday)
    if line.from_day == line.until_day:
        return moments.date(line.from_day)
    return f"{moments.date(line.from_day)}-{moments.date(line.until_day)}"


def _whole_month(line: LineRow) -> bool:
    first, last = QDate.fromString(line.from_day, "yyyy-MM-dd"), QDate.fromString(line.until_day, "yyyy-MM-dd")
    return first.day() == 1 and last.isValid() and last.day() == last.daysInMonth() and first.month() == last.month()


def lines_words(lines: Sequence[LineRow]) -> str:
    """What was understood: the days by what they say."""
    parts = []
    for says in ("can", "likes", "cannot"):
        found = list(dict.fromkeys(when_words(line) for line in lines if line.says == says))
        if found:
            shown = QCoreApplication.translate("Team", "、").join(found)
            parts.append(shown if says == "can" else f"{sentence(f'duty.says.{says}')} {shown}")
    return QCoreApplication.translate("Team", "；").join(parts)


def doubts_words(row: HeardRow) -> str:
    """What was not: the words and why."""
    parts = []
    for code, words in row.doubts:
        shown = QCoreApplication.translate("Team", "、").join(words)
        why = sentence(code)
        parts.append(
            QCoreApplication.translate("Team", "「{words}」{why}").format(words=shown, why=why) if shown else why
        )
    return QCoreApplication.translate("Team", "；").join(parts)


def notes_words(row: MemberRow) -> str:
    """What to see to about a member."""
    words = {
        "minor": QCoreApplication.translate("Team", "未成年，监护人已同意"),
        "no_consent": QCoreApplication.translate("Team", "未成年，监护人还没同意"),
        "uninsured": QCoreApplication.translate("Team", "保险到期了"),
        "over_wish": QCoreApplication.translate("Team", "超过本人希望的班数"),
    }
    said = [words[one] for one in row.notes if one in words]
    if row.left:
        said.insert(0, QCoreApplication.translate("Team", "已离队"))
    return QCoreApplication.translate("Team", "；").join([*said, *row.skills])


def source_words(source: str) -> str:
    words = {
        "chat": QCoreApplication.translate("Team", "接龙"),
        "sheet": QCoreApplication.translate("Team", "勾选表"),
        "desk": QCoreApplication.translate("Team", "当面说的"),
    }
    return words.get(source, "")
