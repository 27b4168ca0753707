"""What the public screen shows, on A4 for the notice wall: notices, this week's roster, today's reception, numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.screen.rules_board import Board
from ui.paper.document import job as document_job
from ui.paper.job import Job
from ui.paper.one_page import poster
from ui.public_screen.model import Row, Shown, What, shown
from ui.public_screen.words import EMERGENCY, ScreenWords

_SPECIAL = "\\`*_{}[]<>()#+-!|~"


def job(board: Board) -> Job:
    """The sheet for a printer, or as a file, in the largest print that fits one page. It names nobody who did not agree."""
    title = QCoreApplication.translate("Wall", "公告墙")
    return document_job(text(board), "wall", title, make=poster)


def text(board: Board) -> str:
    """The sheet in Markdown."""
    words, screen = ScreenWords(), shown(board, board.moment)
    parts = [f"# {plain(board.estate)}"]
    for item in board.shown:
        mark = f"{words.official()} · " if item.kind.value == "official" else ""
        parts.append(f"## {plain(mark + item.title)}")
        parts += [plain(line) for line in item.text.split("\n") if line]
    parts += _sittings(words, screen)
    parts += _roster(words, screen, board.ahead)
    pairs = [(words.emergency(number), number) for number in EMERGENCY]
    pairs += [(words.gate_phone(), board.gate_phone)] if board.gate_phone else []
    pairs += [(one.name, one.phone) for one in board.numbers]
    parts += [f"## {words.numbers_title()}", " · ".join(f"{plain(name)} **{plain(phone)}**" for name, phone in pairs)]
    printed = QCoreApplication.translate("Wall", "{date} {time} 打印").format(
        date=words.date(screen.head), time=screen.head.time
    )
    return "\n\n".join([*parts, plain(printed)])


def plain(words: str) -> str:
    """Text from outside must not turn into headings or links."""
    return "".join("\\" + c if c in _SPECIAL else c for c in words)


def table(rows: list[tuple[str, str]]) -> str:
    """Two columns in Markdown; the cells are plain already."""
    head, *rest = rows
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {one} | {other} |" for one, other in rest)]
    return "\n".join(lines)


def _sittings(words: ScreenWords, screen: Shown) -> list[str]:
    if not screen.beside.sittings:
        return []
    lines = [
        plain(f"{words.sitting_time(one)} {one.place}  {', '.join(words.with_capacity(name) for name in one.names)}")
        for one in screen.beside.sittings
    ]
    return [f"## {words.sitting_title()}", *lines]


def _roster(words: ScreenWords, screen: Shown, ahead: bool) -> list[str]:
    rows = [row for turn in screen.turns if turn.what is What.ROSTER for row in turn.rows]
    if not rows:
        return []
    heads = QCoreApplication.translate("Wall", "班次"), QCoreApplication.translate("Wall", "值班")
    found, day = [heads], ""
    for row in rows:
        day = words.row_day(row) or day
        found.append((plain(f"{day}  {_hours(row)}  {row.title}"), plain(words.names(row.names))))
    return [f"## {words.roster_title(ahead=ahead)}", table(found)]


def _hours(row: Row) -> str:
    return f"{row.start}–{row.end}"
