"""One page to pin on the wall of the gatehouse: what to do when somebody comes, the keys, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.screen.rules_board import Board
from ui import i18n
from ui.manual import book
from ui.paper.document import job as document_job
from ui.paper.job import Job
from ui.paper.one_page import poster
from ui.paper.wall import plain
from ui.public_screen.words import EMERGENCY, ScreenWords
from ui.shell.shortcuts import key_table

_KEEP = "\u00a0"  # a number is not torn at the end of a line


def job(board: Board, address: str = "") -> Job:
    """The card for a printer, or as a file. It names nobody of the estate."""
    title = QCoreApplication.translate("GateCard", "贴墙的一页")
    return document_job(text(board, address), "gate-card", title, make=poster)


def text(board: Board, address: str = "") -> str:
    """The card in Markdown: the first words of the manual, so that wall and screen say the same."""
    words = ScreenWords()
    steps, _, _ = book.body(book.FIRST, i18n.current()).partition("\n## ")
    pairs = [(words.emergency(number), number) for number in EMERGENCY]
    pairs += [(words.gate_phone(), board.gate_phone)] if board.gate_phone else []
    pairs += [(one.name, one.phone) for one in board.numbers]
    where = QCoreApplication.translate("GateCard", "打急救、火警、报警，就说：我们在{place}。")
    return "\n\n".join(
        [
            f"# {plain(' · '.join(filter(None, (board.estate, board.gate))))}",
            steps.strip(),
            "## " + QCoreApplication.translate("GateCard", "快捷键"),
            key_table(),
            "## " + words.numbers_title(),
            " · ".join(f"{plain(_whole(name))}{_KEEP}**{plain(_whole(phone))}**" for name, phone in pairs),
            *([where.format(place=plain(address))] if address else []),
        ]
    )


def _whole(words: str) -> str:
    return words.replace(" ", _KEEP)
