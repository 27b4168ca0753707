"""A handover on paper: a slip of 80 mm for the drawer, a page of A4 for the folder; both with the two signatures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.paper import column, document, one_page
from ui.paper.column import Block
from ui.paper.job import Job


@dataclass(frozen=True)
class Part:
    """One group: what it is, a line each, what was said of it."""

    title: str
    lines: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True)
class HandoverPaper:
    """All in words, people masked. counts: (thing, figures, note); out, into: who signed, "" leaves room to sign."""

    id: str
    gate: str
    at: str
    shift: str
    parts: tuple[Part, ...]
    counts: tuple[tuple[str, str, str], ...] = ()
    nothing: str = ""
    note: str = ""
    held: str = ""
    out: str = ""
    into: str = ""
    stays: str = ""


def slip_blocks(paper: HandoverPaper) -> tuple[Block, ...]:
    """The handover on 80 mm."""
    parts = [
        Block(paper.gate, middle=True), Block(title(), 1.5, True, middle=True), Block(paper.stays, 1.1, True, middle=True),
        Block(paper.shift, middle=True), Block(paper.at, 0.95, middle=True), Block(paper.held, 0.95, middle=True),
        Block(rule=True),
    ]  # fmt: skip
    for part in paper.parts:
        parts.append(Block(part.title, 1.1, True, gap=0.1))
        parts += [Block(line, 0.95, gap=0.1) for line in part.lines]
        parts.append(Block(part.answer, 0.95))
    parts.append(Block(rule=bool(paper.counts)))
    for name, figures, note in paper.counts:
        parts.append(Block(f"{name}　{figures}", gap=0.1))
        parts.append(Block(note, 0.95))
    parts += [Block(paper.note, 1.05, True), Block(paper.nothing, 0.85), Block(rule=True)]
    for words, who in _signatures(paper):
        parts.append(Block(words, 0.95, gap=0.1))
        parts.append(Block(who, 1.1, True) if who else Block(pen=1.6))
    return tuple(part for part in parts if part.text or part.rule or part.pen)


def slip_job(paper: HandoverPaper) -> Job:
    return column.job(slip_blocks(paper), f"handover-{paper.id[:8]}", title(), f"handover:{paper.id}:{paper.into}")


def sheet_words(paper: HandoverPaper) -> str:
    """The handover on A4, as Markdown that fits one page where it can."""
    head = " · ".join(filter(None, (paper.gate, paper.shift, paper.at, paper.held)))
    found = [f"# {_safe(title())}", f"**{_safe(paper.stays)}**" if paper.stays else "", _safe(head)]
    for part in paper.parts:
        found.append(f"## {_safe(part.title)}")
        lines = [*part.lines, part.answer]
        found += [f"- {_safe(line)}" for line in lines if line]
    if paper.counts:
        found.append("## " + _safe(QCoreApplication.translate("HandoverPaper", "数过的东西")))
        found += [f"- {_safe(_noted(f'{name}　{figures}', note))}" for name, figures, note in paper.counts]
    if paper.note:
        found += ["## " + _safe(QCoreApplication.translate("HandoverPaper", "交代")), _safe(paper.note)]
    found.append(_safe(paper.nothing))
    found += [f"{_safe(words)}　{_safe(who) if who else '＿' * 16}" for words, who in _signatures(paper)]
    return "\n\n".join(line for line in found if line)


def sheet_job(paper: HandoverPaper) -> Job:
    return document.job(
        sheet_words(paper), f"handover-{paper.id[:8]}", title(), f"handover-a4:{paper.id}:{paper.into}", private=True,
        make=one_page.fitted,
    )  # fmt: skip


def title() -> str:
    return QCoreApplication.translate("HandoverPaper", "交接班记录")


def _noted(what: str, note: str) -> str:
    """`大门钥匙　应有 3，实有 2（物业借走一把）`."""
    words = QCoreApplication.translate("HandoverPaper", "{what}（{note}）")
    return words.format(what=what, note=note) if note else what


def _signatures(paper: HandoverPaper) -> tuple[tuple[str, str], ...]:
    out = QCoreApplication.translate("HandoverPaper", "交班人")
    if paper.stays:
        return ((QCoreApplication.translate("HandoverPaper", "值守人"), paper.out),)
    return (out, paper.out), (QCoreApplication.translate("HandoverPaper", "接班人"), paper.into)


def _safe(text: str) -> str:
    """What people wrote must not turn into headings or links."""
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-!|~" else c for c in " ".join(text.split()))
