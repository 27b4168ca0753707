"""Rows of Today about attached devices, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.today.model import Kind, Matter
from ui.texts import sentence


class TodayDeviceWords(QObject):
    """One context of the catalogue."""

    def line(self, matter: Matter) -> tuple[str, str, str]:
        """Title, what to do, the button."""
        if matter.kind is Kind.DEVICE_UNSURE:
            title = self.tr("设备有 {n} 件事没把握", "", matter.n).format(n=matter.n)
            return title, self.tr("请看看实物，再记下成了没有"), self.tr("看一下")
        if matter.kind is Kind.STOCK_LOW:
            if matter.n > 1:
                return (
                    self.tr("{n} 样耗材快没有了", "", matter.n).format(n=matter.n),
                    self.tr("请准备补货"),
                    self.tr("补货"),
                )
            title = self.tr("{name}还剩 {n}").format(name=matter.name, n=matter.over_min)
            return title, self.tr("请准备补货"), self.tr("补货")
        if matter.n > 1:
            return self.tr("{n} 台设备有问题", "", matter.n).format(n=matter.n), "", self.tr("看一下")
        return self.tr("{name}有问题").format(name=matter.name), sentence(matter.who), self.tr("看一下")
