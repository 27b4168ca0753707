"""Rows of Today about the handover, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.matters.words import MatterWords
from ui.pages.today.model import Kind, Matter


class TodayHandoverWords(QObject):
    """One context of the catalogue."""

    def __init__(self) -> None:
        super().__init__()
        self._words = MatterWords()

    def line(self, matter: Matter) -> tuple[str, str, str]:
        """Title, what to do, the button."""
        span = self._words.span(abs(matter.over_min))
        if matter.kind is Kind.HANDOVER_WAITS:
            return self.tr("交班单还没人接"), self.tr("请接班的人看过签字"), self.tr("去签字")
        if matter.who == "held":
            return self.tr("留下值守已 {time}").format(time=span), self.tr("接班的人来了就交班"), self.tr("去交班")
        if matter.who == "over":
            sub = self.tr("没人来接班，也请在那里记一下")
            return self.tr("下班时间过了 {time}，还没交班").format(time=span), sub, self.tr("去交班")
        return self.tr("再过 {time}交班").format(time=span), self.tr("交班单已经列好，逐条看一遍"), self.tr("去交班")
