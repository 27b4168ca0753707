"""Rows of Today about matters and reception days, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.matters.words import MatterWords
from ui.pages.today.model import Kind, Matter


class TodayMatterWords(QObject):
    """One context of the catalogue."""

    def __init__(self) -> None:
        super().__init__()
        self._words = MatterWords()

    def line(self, matter: Matter) -> tuple[str, str, str]:
        """Title, what to do, the button."""
        if matter.kind in (Kind.REPLY_LATE, Kind.REPLY_SOON):
            return self._due(matter)
        if matter.kind is Kind.SITTING:
            open_ = matter.who == "open"
            title = self.tr("正在接待 {hours}") if open_ else self.tr("今天 {hours} 有接待")
            return title.format(hours=matter.at), matter.name, self.tr("去接待")
        if matter.kind is Kind.CALL_BACKS:
            title = self.tr("{n} 位居民在等回话", "", matter.n).format(n=matter.n)
            return title, self.tr("有了答复，请打电话告诉他们"), self.tr("看名单")
        title = self.tr("另有 {n} 件事一小时内要答复", "", matter.n).format(n=matter.n)
        return title, "", self.tr("看一下")

    def _due(self, matter: Matter) -> tuple[str, str, str]:
        category, span = self._words.category(matter.who), self._words.span(abs(matter.over_min))
        owner = self._words.body_word(matter.building, matter.shelf)
        if matter.over_min < 0:
            title = self.tr("{what}：还剩 {span} 要答复").format(what=category, span=span)
            return title, self.tr("请催一下{owner}").format(owner=owner), self.tr("打开")
        title = self.tr("{what}：超过 {span} 没人答复").format(what=category, span=span)
        level = self._words.level(max(1, matter.n))
        if matter.name:
            sub = self.tr("已报{level}，{time} 电话说过").format(level=level, time=matter.name)
        else:
            sub = self.tr("请马上打电话给{level}").format(level=level)
        return title, sub, self.tr("打开")
