"""Days, boxes and gaps of a roster in words, in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui import moments
from ui.pages.roster.model import Box, Cannot, Cell, Lack
from ui.texts import sentence


def weekday(day: str, short: bool = False) -> str:
    date = QDate.fromString(day, "yyyy-MM-dd")
    kind = QLocale.FormatType.NarrowFormat if short else QLocale.FormatType.ShortFormat
    return QLocale().dayName(date.dayOfWeek(), kind)


def day_words(day: str) -> str:
    """`12月8日 周二` or `Tue 8 Dec`."""
    return QCoreApplication.translate("Roster", "{date} {weekday}").format(date=moments.date(day), weekday=weekday(day))


def capacities(names: Sequence[str]) -> str:
    return comma([sentence(f"duty.capacity.{one}") for one in names])


def comma(words: Sequence[str]) -> str:
    return QCoreApplication.translate("Roster", "、").join(words)


def semicolon(words: Sequence[str]) -> str:
    return QCoreApplication.translate("Roster", "；").join(words)


def box_words(box: Box) -> str:
    """`12月8日 周二 上午接待 09:00-11:00`."""
    return " ".join(filter(None, (day_words(box.day), box.name, box.hours)))


def lack_words(lack: Lack) -> str:
    """What is missing and why nobody fills it."""
    parts = []
    if lack.missing:
        parts.append(QCoreApplication.translate("Roster", "还缺 {n} 人").format(n=lack.missing))
    for need in lack.needs:
        parts.append(
            QCoreApplication.translate("Roster", "要有{who}").format(
                who=QCoreApplication.translate("Roster", "或").join(sentence(f"duty.capacity.{one}") for one in need)
            )
        )
    if lack.skills:
        parts.append(QCoreApplication.translate("Roster", "要有人会{skills}").format(skills=comma(lack.skills)))
    return QCoreApplication.translate("Roster", "{what}。{why}").format(what=comma(parts), why=_why(lack))


def _why(lack: Lack) -> str:
    if not lack.asked:
        return QCoreApplication.translate("Roster", "队里没有这样的人。")
    reasons = [
        QCoreApplication.translate("Roster", "{n} 位{why}").format(n=count, why=sentence(code))
        for code, count in lack.why
    ]
    if lack.free:
        return QCoreApplication.translate("Roster", "{n} 位可以来。").format(n=lack.free)
    return QCoreApplication.translate("Roster", "能来的一位也没有：{reasons}。").format(reasons=comma(reasons))


def cell_words(cell: Cell) -> str:
    """`王老师（居委会，请假）`."""
    notes = [sentence(f"duty.capacity.{cell.capacity}")] if cell.capacity else []
    if cell.away:
        notes.append(sentence(f"duty.state.{cell.state}"))
    return QCoreApplication.translate("Roster", "{who}（{notes}）").format(who=cell.who.label, notes=comma(notes))


def box_story(box: Box) -> str:
    """Everything of a box in one line, for the tooltip and a screen reader."""
    who = comma([cell_words(one) for one in box.cells]) or QCoreApplication.translate("Roster", "没有人")
    parts = [box_words(box), who, *trouble_words(box)]
    return semicolon(parts)


def trouble_words(box: Box) -> list[str]:
    """What is wrong with a box, each thing once."""
    found = []
    if box.cancelled:
        found.append(QCoreApplication.translate("Roster", "已取消：{why}").format(why=box.why_cancelled))
    if box.lack is not None and not box.over:
        found.append(lack_words(box.lack))
    about: dict[str, list[str]] = {}
    for cell in box.cells:
        for code in cell.wrong:
            about.setdefault(code, []).append(cell.who.label)
    for code, names in about.items():
        words = QCoreApplication.translate("Roster", "{who}：{what}")
        found.append(words.format(who=comma(names), what=sentence(code)))
    return found


def cannot_words(rule: Cannot) -> str:
    """A rule this team can never keep."""
    who = capacities(rule.capacities)
    words = {
        "nobody": QCoreApplication.translate("Roster", "「{name}」要有 {need} 位{who}，队里只有 {have} 位。"),
        "too_few": QCoreApplication.translate("Roster", "「{name}」每班要 {need} 人，队里能值的只有 {have} 人。"),
        "skill": QCoreApplication.translate("Roster", "「{name}」要有人会{skill}，队里没有人会。"),
        "minors": QCoreApplication.translate("Roster", "「{name}」每班要 {need} 人，成年的只有 {have} 人。"),
    }[rule.why]
    return words.format(name=rule.name, need=rule.need, have=rule.have, who=who, skill=rule.skill)
