"""Rows of Today about the roster, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.today.model import Kind, Matter


class TodayDutyWords(QObject):
    """One context of the catalogue."""

    def line(self, matter: Matter) -> tuple[str, str, str]:
        """Title, what to do, the button."""
        if matter.kind is Kind.SWAPS:
            title = self.tr("{n} 个换班在等答复", "", matter.n).format(n=matter.n)
            return title, self.tr("请问一下谁来接，或者看要不要同意"), self.tr("看换班")
        title = self.tr("今明两天有 {n} 个班要留意", "", matter.n).format(n=matter.n)
        sub = self.tr("最近：{time} {name}，请问一下").format(time=matter.at, name=matter.name)
        return title, sub, self.tr("看一下")
