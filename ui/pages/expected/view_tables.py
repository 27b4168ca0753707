"""The tables of announced visits and of standing passes; the columns are those of the history of all visits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.pages.expected.model import Announced, Standing
from ui.texts import capital, sentence
from ui.widgets import Column, RowTable, day_words

HOUR_MIN = 60


class ActTable(RowTable):
    """Enter or a double click on the marked row is `opened`; a key that is held down is not."""

    NARROW_EMS = 38

    def __init__(self) -> None:
        super().__init__((), lambda one: one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)


class AnnouncedTable(ActTable):
    """Who is announced, by the time they are expected."""

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("今天的预约"))
        super().retranslate()

    def columns(self) -> Sequence[Column]:
        now = Column(self.tr("现在"), self._now, 9 if self.narrow() else 8, icon=_icon, tone=_tone)
        # The pass has a column of its own, so that names stand under one another.
        ticket = Column("", lambda one: "", 1.6, icon=lambda one: "ticket" if one.code_id else "")
        name = Column(self.tr("来访人"), self._name)
        place = Column(self.tr("楼栋"), self._place, 3.5)
        if self.narrow():
            return (Column(self.tr("时间"), lambda one: one.when, 5), ticket, name, place, now)
        return (
            Column(self.tr("时间"), lambda one: one.when, 6),
            ticket,
            name,
            Column(self.tr("类型"), lambda one: sentence(f"visit.type.{one.kind}"), 7),
            place,
            Column(self.tr("人数"), lambda one: str(one.party), 3, right=True),
            now,
            Column(self.tr("电话或车牌"), lambda one: one.more, 6),
        )

    def _name(self, one: Announced) -> str:
        name = one.name or self.tr("没有留姓名")
        if self.narrow() and one.party > 1:
            return self.tr("{name} · {n} 人", "", one.party).format(name=name, n=one.party)
        return name

    def _now(self, one: Announced) -> str:
        if one.waiting:
            return self.tr("在门口等")
        if not one.late:
            return sentence("visit.state.expected")
        if one.late_min < HOUR_MIN:
            return self.tr("晚了 {n} 分钟", "", one.late_min).format(n=one.late_min)
        hours = one.late_min // HOUR_MIN
        return self.tr("晚了 {n} 小时", "", hours).format(n=hours)

    def _place(self, one: Announced) -> str:
        return self.tr("{b} 栋").format(b=one.place) if one.place else ""


class StandingTable(ActTable):
    """Who may come again and again."""

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("长期通行证"))
        super().retranslate()

    def columns(self) -> Sequence[Column]:
        name = Column(self.tr("来访人"), lambda one: one.alias)
        place = Column(self.tr("哪一户"), lambda one: one.place, 5 if self.narrow() else 4.5)
        hours = Column(self.tr("几点"), lambda one: one.hours or self.tr("全天"), 6)
        now = Column(self.tr("现在"), self._now, 9, icon=_holds_icon, tone=_holds_tone)
        if self.narrow():
            return (name, place, hours, now)
        kind = Column(self.tr("类型"), lambda one: sentence(f"visit.type.{one.kind}"), 7)
        days = Column(self.tr("哪几天"), lambda one: day_words(one.days), 5.5)
        return (name, kind, place, days, hours, Column(self.tr("到哪天"), lambda one: one.until, 3.5), now)

    def _now(self, one: Standing) -> str:
        return capital(sentence(f"visit.says.{one.says}")) if one.says else self.tr("现在可用")


def _icon(one: Announced) -> str:
    return "user" if one.waiting else "clock-exclamation" if one.late else ""


def _tone(one: Announced) -> str:
    return "info" if one.waiting else "warn" if one.late else ""


def _holds_icon(one: Standing) -> str:
    return "alert-triangle" if one.says else "circle-check"


def _holds_tone(one: Standing) -> str:
    return "warn" if one.says else "ok"
