"""Rows of Today about things that are lent, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.matters.words import MatterWords
from ui.pages.today.model import Kind, Matter


class TodayLendingWords(QObject):
    """One context of the catalogue."""

    def __init__(self) -> None:
        super().__init__()
        self._words = MatterWords()

    def line(self, matter: Matter) -> tuple[str, str, str]:
        """Title, what to do, the button."""
        if matter.kind is Kind.LENT_MORE:
            return self.tr("另有 {n} 件借出的要留意", "", matter.n).format(n=matter.n), "", self.tr("看一下")
        if matter.kind is Kind.LENT_CARE:
            title = self.tr("{n} 件东西要擦洗、补齐或修", "", matter.n).format(n=matter.n)
            return title, self.tr("弄好了才能再借出去"), self.tr("看一下")
        return self._thing(matter)

    def _thing(self, matter: Matter) -> tuple[str, str, str]:
        span, what = self._words.span(abs(matter.over_min)), matter.name
        if matter.who == "twice":
            return (
                self.tr("{what}：两个岗亭都登记借出了").format(what=what),
                self.tr("请看清东西在谁那里"),
                self.tr("处理"),
            )
        if matter.who == "unknown":
            return self.tr("{what}：急用拿走了，还没记是谁").format(what=what), self.tr("问到了就补上"), self.tr("补上")
        if matter.who == "soon":
            return self.tr("{what}：还剩 {time} 要还").format(what=what, time=span), matter.building, self.tr("打开")
        title = self.tr("{what}：过了归还时间 {time}").format(what=what, time=span)
        ask = self.tr("请打个电话客气地问一声") if matter.n else self.tr("已经提醒过，或刚过时间")
        return title, self.tr("，").join(part for part in (matter.building, ask) if part), self.tr("打开")
