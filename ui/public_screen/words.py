"""Words of the public screen, in the language of the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from desk.operators.rules import TITLE
from desk.screen.rules import Named
from ui import i18n, moments
from ui.public_screen.model import Head, OnDuty, Row, Sitting
from ui.texts import sentence

EMERGENCY = ("120", "119", "110")


class ScreenWords(QObject):
    """Everything the panels say that is not somebody's own text."""

    def weekday(self, iso: int) -> str:
        if i18n.current() != i18n.SOURCE:
            return moments.WEEKDAYS[iso - 1]
        names = (
            self.tr("周一"), self.tr("周二"), self.tr("周三"), self.tr("周四"), self.tr("周五"), self.tr("周六"), self.tr("周日"),
        )  # fmt: skip
        return names[iso - 1]

    def date(self, head: Head) -> str:
        return f"{moments.date(head.day)}  {self.weekday(head.weekday)}" if head.weekday else ""

    def row_day(self, row: Row) -> str:
        """`周一 11-16`."""
        if not row.weekday:
            return ""
        return f"{self.weekday(row.weekday)} {moments.month_day(datetime.fromisoformat(row.day))}"

    def names(self, names: Sequence[Named]) -> str:
        return self.tr("、").join(one.words for one in names) or self.tr("待定")

    def names_close(self, names: Sequence[Named]) -> str:
        """The same in less room: `王、李老师`, as they are called together."""
        said = [one.words for one in names]
        for at in range(len(said) - 1):
            if said[at].endswith(TITLE) and said[at + 1].endswith(TITLE):
                said[at] = said[at].removesuffix(TITLE)
        return self.tr("、").join(said) or self.tr("待定")

    def capacity(self, name: Named) -> str:
        """`居委会`; empty where nothing is said."""
        return sentence(f"duty.capacity.{name.capacity}") if name.capacity else ""

    def with_capacity(self, name: Named) -> str:
        """`居委会 王老师`."""
        return " ".join(part for part in (self.capacity(name), name.words) if part)

    def duty_title(self) -> str:
        return self.tr("现在值班")

    def duty_until(self, duty: OnDuty) -> str:
        return self.tr("到 {time}").format(time=duty.until) if duty.until else ""

    def duty_next(self, duty: OnDuty) -> str:
        """What to do while nobody is on duty."""
        if duty.next_at:
            return self.tr("{time} 起 {names}").format(time=duty.next_at, names=self.names(duty.next_names))
        return ""

    def nobody(self, phone: str) -> str:
        return self.tr("有事请打 {phone}").format(phone=phone) if phone else self.tr("有事请按门铃")

    def sitting_title(self) -> str:
        return self.tr("今日接待")

    def sitting_time(self, one: Sitting) -> str:
        return f"{one.start}–{one.end}"

    def sitting_state(self, one: Sitting) -> str:
        return (self.tr("今天来坐坐，有话慢慢说"), self.tr("正在接待，欢迎进来"), self.tr("今天的接待结束了"))[
            one.state
        ]

    def no_sitting(self) -> str:
        return self.tr("今天没有接待")

    def open_matters(self, n: int) -> str:
        return self.tr("正在办的事 {n} 件", "", n).format(n=n)

    def roster_title(self, part: int = 1, parts: int = 1, ahead: bool = False) -> str:
        title = self.tr("下周值班") if ahead else self.tr("本周值班")
        return title if parts == 1 else f"{title}  {part} / {parts}"

    def numbers_title(self) -> str:
        return self.tr("常用电话")

    def official(self) -> str:
        return self.tr("公示")

    def emergency(self, number: str) -> str:
        return {"120": self.tr("急救"), "119": self.tr("火警"), "110": self.tr("报警")}[number]

    def gate_phone(self) -> str:
        return self.tr("门岗")

    def alarm(self) -> str:
        return self.tr("紧急通知")
