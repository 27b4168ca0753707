"""The answer to somebody who asked about their own data: what is held, or what was done, and why not where it was not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk.asking import Paper
from desk.core.clock import SiteTime
from desk.records.reads_privacy import RequestView
from desk.records.rules_about import HeldKind, Line
from ui import moments
from ui.paper import about_words as words
from ui.paper.document import job, save_pdf
from ui.paper.faces import SITE, plain
from ui.paper.job import Job
from ui.paper.parts import in_parts

MOST_LINES = 60  # of one kind on paper; how many there are is always said
PERMANENT = 0


def answer_job(paper: Paper, estate: str, time: SiteTime = SITE) -> Job:
    """A4, as many pages as it takes, for the hands of whoever asked."""
    return job(answer_text(paper, estate, time), "answer", _title(), f"answer:{paper.request.id}", True, in_parts)


def save_answer(paper: Paper, estate: str, path: Path, time: SiteTime = SITE) -> None:
    """The same as PDF. Raises Trouble("paper.not_written")."""
    save_pdf(answer_text(paper, estate, time), path, in_parts)


def answer_text(paper: Paper, estate: str, time: SiteTime = SITE) -> str:
    """The page in Markdown."""
    asked = paper.request
    lines = [
        "# " + _title(),
        "**" + plain(estate) + "**",
        *_asked(asked, time),
        *_done(asked, time),
        *(
            _held(paper, time)
            if paper.held or (asked.kind in ("access", "copy", "explain") and asked.outcome != "refused")
            else ()
        ),
        *_rights(),
    ]
    return "\n\n".join(line for line in lines if line)


def _title() -> str:
    return QCoreApplication.translate("AboutPaper", "对个人信息请求的答复")


def _asked(asked: RequestView, time: SiteTime) -> list[str]:
    return [
        QCoreApplication.translate("AboutPaper", "提出的人：{who}").format(who=plain(asked.asked_by)),
        QCoreApplication.translate("AboutPaper", "提出的日子：{day}").format(day=moments.day(time.local(asked.at))),
        QCoreApplication.translate("AboutPaper", "要求：{what}").format(what=words.word(asked.kind)),
        QCoreApplication.translate("AboutPaper", "怎么核实的：{how}").format(how=words.word(asked.identified))
        if asked.identified
        else "",
        QCoreApplication.translate("AboutPaper", "原话：{note}").format(note=plain(asked.note)) if asked.note else "",
    ]


def _done(asked: RequestView, time: SiteTime) -> list[str]:
    if not asked.outcome:
        return [
            QCoreApplication.translate("AboutPaper", "还没有答复，{day} 前会答复您。").format(
                day=moments.day(time.local(asked.due_at))
            )
        ]
    lines = [
        "---\n\n## "
        + QCoreApplication.translate("AboutPaper", "答复：{outcome}").format(outcome=words.word(asked.outcome)),
        moments.day(time.local(asked.answered_at)) if asked.answered_at is not None else "",
        plain(asked.said),
        QCoreApplication.translate("AboutPaper", "理由：{reason}").format(reason=plain(asked.reason))
        if asked.reason
        else "",
        QCoreApplication.translate("AboutPaper", "已经删除 {n} 条。").format(n=asked.erased) if asked.erased else "",
    ]
    if asked.kind == "object":
        lines.append(QCoreApplication.translate("AboutPaper", "门岗台不会自动做出对您不利的决定；每一件事都由人来定。"))
    if asked.kept:
        lines.append(QCoreApplication.translate("AboutPaper", "下面这些没有删："))
        kept = QCoreApplication.translate("AboutPaper", "{kind}：{n} 条。{why}。")
        lines.append(
            "\n".join(
                "- " + kept.format(kind=words.kind(one.kind), n=one.count, why=words.why(one.why)) for one in asked.kept
            )
        )
    return lines


def _held(paper: Paper, time: SiteTime) -> list[str]:
    if not paper.held:
        return ["---\n\n## " + QCoreApplication.translate("AboutPaper", "没有查到记着您的内容")]
    short = paper.request.kind == "explain"
    lines = [
        "---\n\n## " + QCoreApplication.translate("AboutPaper", "这里记着您的内容"),
        QCoreApplication.translate("AboutPaper", "牵涉到别人的地方打了星号。"),
    ]
    for one in paper.held:
        lines += _kind(one, paper, time, short)
    return lines


def _kind(one: HeldKind, paper: Paper, time: SiteTime, short: bool) -> list[str]:
    head = QCoreApplication.translate("AboutPaper", "{kind}（{n} 条）").format(kind=words.kind(one.kind), n=one.count)
    lines = [
        "---\n\n### " + head,
        QCoreApplication.translate("AboutPaper", "为什么记：{purpose}").format(purpose=words.purpose(one.kind)),
        _until(one, paper),
    ]
    if short:
        return lines
    told = [text for line in one.lines[:MOST_LINES] if (text := _line(line, time))]
    if told:
        lines.append("\n".join("- " + text for text in told))
    else:
        lines.append(_span(one, time))
    if one.count > MOST_LINES and told:
        lines.append(QCoreApplication.translate("AboutPaper", "以上是最近的 {n} 条。").format(n=MOST_LINES))
    return lines


def _until(one: HeldKind, paper: Paper) -> str:
    days = max((paper.days.get(rule, PERMANENT) for rule in one.retention), default=PERMANENT)
    if days:
        return QCoreApplication.translate("AboutPaper", "存多久：{days} 天，到期自动删除").format(days=days)
    return QCoreApplication.translate("AboutPaper", "存多久：随上面的记录一起删，或者依法长期保存")


def _line(line: Line, time: SiteTime) -> str:
    said = [f"{words.column(name)} {plain(words.value(text, name))}" for name, text in line.texts]
    if not said:
        return ""
    when = [moments.moment(time.local(line.at))] if line.at else []
    return "，".join([*when, *said])


def _span(one: HeldKind, time: SiteTime) -> str:
    """Nothing in words: from when to when."""
    days = sorted({moments.day(time.local(line.at)) for line in one.lines if line.at})
    return "" if not days else days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"


def _rights() -> list[str]:
    return [
        "---",
        QCoreApplication.translate(
            "AboutPaper",
            "不满意这个答复，可以向居民委员会、业主委员会反映，也可以向网信部门、公安机关投诉举报，或者向法院起诉。",
        ),
    ]
