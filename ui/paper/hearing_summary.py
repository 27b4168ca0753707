"""The month of the reception room for the notice wall: figures, and what was done about what. A4, as PDF or printed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.paper import document
from ui.paper.job import Job


@dataclass(frozen=True)
class Item:
    """One matter in words that name nobody."""

    category: str
    place: str
    text: str
    answer: str


@dataclass(frozen=True)
class SummaryPaper:
    """All in words."""

    estate: str
    title: str
    figures: tuple[str, ...]
    by_category: tuple[str, ...]
    by_owner: tuple[str, ...]
    items: tuple[Item, ...]
    made_on: str = ""


def summary_text(paper: SummaryPaper) -> str:
    """The page as Markdown; what people wrote cannot become headings or links."""
    lines = [f"# {_safe(paper.title)}", f"**{_safe(paper.estate)}**", *(_safe(line) for line in paper.figures)]
    if paper.by_category:
        lines.append(
            "**" + QCoreApplication.translate("HearingPaper", "反映的事") + "**　" + _safe("　".join(paper.by_category))
        )
    if paper.by_owner:
        lines.append(
            "**" + QCoreApplication.translate("HearingPaper", "谁在办") + "**　" + _safe("　".join(paper.by_owner))
        )
    if paper.items:
        lines.append("## " + QCoreApplication.translate("HearingPaper", "办了什么"))
    for item in paper.items:
        head = "，".join(part for part in (item.place, item.text) if part)
        lines.append(f"- **{_safe(item.category)}** {_safe(head)}  \n  → {_safe(item.answer)}")
    foot = QCoreApplication.translate("HearingPaper", "没有写到的事，请到门岗或接待时间当面说，也可以按回执号来问。")
    made = QCoreApplication.translate("HearingPaper", "{day} 贴出").format(day=paper.made_on) if paper.made_on else ""
    return "\n\n".join([*lines, "---", foot, made]).strip()


def summary_job(paper: SummaryPaper) -> Job:
    """For a printer, or as a file people find: it names nobody."""
    return document.job(summary_text(paper), paper.title, paper.title)


def _safe(text: str) -> str:
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-!|~" else c for c in " ".join(text.split()))
