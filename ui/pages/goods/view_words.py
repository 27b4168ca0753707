"""Sentences of the goods page that more than one of its parts says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.goods.model import Shelf, Thing
from ui.texts import sentence

DAY_H = 48


class GoodsWords(QObject):
    """One context of the catalogue."""

    def heading(self, shelf: Shelf) -> str:
        n = len(shelf.things)
        if not n:
            return self.tr("架子上现在没有寄放的东西")
        if shelf.overdue:
            return self.tr("架子上有 {n} 件，{over} 件超过 48 小时").format(n=n, over=shelf.overdue)
        return self.tr("架子上有 {n} 件").format(n=n)

    def name(self, thing: Thing) -> str:
        parts = [thing.shelf, thing.what or self.tr("没写是什么")]
        return " · ".join(part for part in parts if part)

    def place(self, thing: Thing) -> str:
        return sentence("place.building", {"building": thing.building}) if thing.building else self.tr("不知道哪一户")

    def since(self, thing: Thing) -> str:
        if thing.hours < 1:
            return self.tr("刚放下")
        if thing.hours < DAY_H:
            return self.tr("{n} 小时").format(n=thing.hours)
        return self.tr("{n} 天", "", thing.hours // 24).format(n=thing.hours // 24)

    def state(self, thing: Thing) -> str:
        if thing.reminded:
            return self.tr("提醒过 {time}").format(time=thing.reminded)
        return self.tr("该提醒了") if thing.overdue else ""
