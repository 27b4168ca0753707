"""A board to be laminated: when somebody is here, whom to call, the rules of the gate. From the settings as they are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desk.core.clock import SiteTime
from desk.screen.rules_board import Board
from desk.store.identity import Here, House
from ui.paper.document import job as document_job
from ui.paper.job import Job
from ui.paper.one_page import poster
from ui.paper.wall import plain, table
from ui.public_screen.words import EMERGENCY, ScreenWords

WEEK = 7


def job(here: Here, house: House, board: Board, rules: str) -> Job:
    """The board for a printer, or as a file: one A4 page in the largest print that fits."""
    title = QCoreApplication.translate("Board", "门岗告示牌")
    return document_job(text(here, house, board, rules), "board", title, make=poster)


def text(here: Here, house: House, board: Board, rules: str) -> str:
    """The board in Markdown."""
    words = ScreenWords()
    parts = [f"# {plain(here.site_name)} · {plain(here.gate_name)}"]
    if here.address:
        parts.append(plain(here.address))
    if hours := opening(words, board):
        heads = QCoreApplication.translate("Board", "什么"), QCoreApplication.translate("Board", "时间")
        rows = [heads, *((plain(f"{title}  {days}"), plain(span)) for title, days, span in hours)]
        parts += ["## " + QCoreApplication.translate("Board", "时间"), table(rows)]
    parts += ["## " + QCoreApplication.translate("Board", "电话"), table(_phones(words, here, board))]
    if house.aed:
        parts += ["## " + QCoreApplication.translate("Board", "除颤器（AED）"), plain(house.aed)]
    parts.append("## " + QCoreApplication.translate("Board", "请您配合"))
    parts += [f"{nth}. {plain(line)}" for nth, line in enumerate(_rules(rules), 1)]
    return "\n\n".join(parts)


def opening(words: ScreenWords, board: Board) -> list[tuple[str, str, str]]:
    """(what, weekdays, hours) of the published week, one line for what is the same on several days."""
    time = SiteTime(board.zone) if board.zone else SiteTime()
    days: dict[tuple[str, str], list[int]] = {}
    for line in board.week:
        start, end = time.local(line.start_at), time.local(line.end_at)
        on = days.setdefault((line.title, f"{start:%H:%M}–{end:%H:%M}"), [])
        if start.isoweekday() not in on:
            on.append(start.isoweekday())
    return [(title, _days(words, sorted(on)), span) for (title, span), on in days.items()]


def _days(words: ScreenWords, on: list[int]) -> str:
    if len(on) == WEEK:
        return QCoreApplication.translate("Board", "每天")
    if len(on) > 2 and on == list(range(on[0], on[-1] + 1)):
        return QCoreApplication.translate("Board", "{first}到{last}").format(
            first=words.weekday(on[0]), last=words.weekday(on[-1])
        )
    return QCoreApplication.translate("Board", "、").join(words.weekday(day) for day in on)


def _phones(words: ScreenWords, here: Here, board: Board) -> list[tuple[str, str]]:
    heads = QCoreApplication.translate("Board", "找谁"), QCoreApplication.translate("Board", "号码")
    pairs = [(words.emergency(number), number) for number in EMERGENCY]
    pairs += [(words.gate_phone(), here.gate_phone)] if here.gate_phone else []
    pairs += [(one.name, one.phone) for one in board.numbers]
    return [heads, *((plain(name), plain(phone)) for name, phone in pairs)]


def _rules(own: str) -> Iterable[str]:
    if own:
        return [line for line in own.split("\n") if line]
    return (
        QCoreApplication.translate("Board", "来访请先到门岗，说一声找哪一户，由住户确认。"),
        QCoreApplication.translate("Board", "外卖、快递报一声就放行，不用登记姓名。"),
        QCoreApplication.translate("Board", "不愿意出示证件的，可以请住户来接，不会因此不让进。"),
        QCoreApplication.translate("Board", "电动车不进楼道，消防通道不停车。"),
        QCoreApplication.translate("Board", "有事请慢慢说，我们记下来，办完告诉您。"),
    )
