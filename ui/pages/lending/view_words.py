"""Sentences of the lending page that more than one of its parts says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.matters.words import MatterWords
from ui.pages.lending.model import NEVER, Back, Home, Loan, Thing
from ui.paper.slip import Slip
from ui.texts import sentence

LATE_MIN, HOUR_MIN = 120, 60
CARE_ICONS = {"dirty": "refresh", "damaged": "tools", "incomplete": "package", "lost": "search"}


class LendingWords(QObject):
    """One context of the catalogue."""

    def __init__(self) -> None:
        super().__init__()
        self._spans = MatterWords()

    def heading(self, home: Home) -> str:
        n = len(home.loans)
        if not home.known:
            return self.tr("借用物品")
        if home.overdue:
            return self.tr("借出 {n} 件，{late} 件过了归还时间", "", n).format(n=n, late=home.overdue)
        if n:
            return self.tr("借出 {n} 件，都在时间里", "", n).format(n=n)
        return self.tr("东西都在，没有借出的")

    def span(self, minutes: int) -> str:
        return self._spans.span(minutes)

    def about(self, minutes: int) -> str:
        """`50 分钟`, `3 小时`, `2 天`: for a narrow column."""
        return self.span(minutes if minutes < HOUR_MIN else minutes // HOUR_MIN * HOUR_MIN)

    def due(self, loan: Loan) -> str:
        """When it is due, or how long it is past that."""
        if loan.late_min:
            return self.tr("过了 {time}").format(time=self.span(loan.late_min))
        if loan.stage:
            return self.tr("还剩 {time}").format(time=self.span(loan.left_min))
        return self.tr("{time} 前还").format(time=loan.due)

    def due_short(self, loan: Loan) -> str:
        """As `due`, for a narrow column."""
        if loan.late_min:
            return self.tr("过了 {time}").format(time=self.about(loan.late_min))
        if loan.stage:
            return self.tr("还剩 {time}").format(time=self.about(loan.left_min))
        return loan.due

    def due_tone(self, loan: Loan) -> str:
        if loan.late_min >= LATE_MIN:
            return "bad"
        return "warn" if loan.late_min or loan.stage else ""

    def who(self, loan: Loan) -> str:
        if not loan.known:
            return self.tr("还没记是谁")
        return loan.who or self.tr("已按期删除")

    def state(self, thing: Thing) -> str:
        """How a thing stands, in a few words."""
        if thing.retired:
            return self.tr("不再出借")
        if thing.gives:
            return self.tr("还有 {n} 件", "", thing.left).format(n=thing.left) if thing.left else self.tr("发完了")
        if thing.loan is not None:
            return self.due_short(thing.loan)
        if thing.condition != "ok":
            return sentence(f"asset.condition.{thing.condition}")
        if "expired" in thing.bars:
            return self.tr("有东西过期")
        if "reserved" in thing.bars:
            return self.tr("有人预约")
        if "inspection" in thing.bars:
            return self.tr("该检查了")
        return self.tr("可以借")

    def state_tone(self, thing: Thing) -> str:
        if thing.retired or (thing.gives and not thing.low):
            return ""
        if thing.loan is not None:
            return self.due_tone(thing.loan) or "muted"
        return "warn" if thing.bars or thing.low else "ok"

    def bars(self, bars: tuple[str, ...]) -> str:
        """Why it is not simply lent."""
        return self.tr("、").join(sentence(f"lending.bar.{bar}") for bar in bars)

    def forbidden(self, bars: tuple[str, ...]) -> bool:
        return any(bar in NEVER for bar in bars)

    def back(self, title: str, condition: str, late_min: int) -> str:
        """A thing came back."""
        words = self.tr("已收回：{title}").format(title=title)
        if condition != "ok":
            words += self.tr("（{how}）").format(how=sentence(f"asset.condition.{condition}"))
        if late_min:
            words += self.tr("，晚了 {time}").format(time=self.span(late_min))
        return words

    def slip_back(self, back: Back) -> Slip:
        """What whoever brought it takes along: what, when; no name and no door."""
        lines = [back.title]
        if back.condition != "ok":
            lines.append(self.tr("收回时：{how}").format(how=sentence(f"asset.condition.{back.condition}")))
        lines.append(self.tr("这件东西已经还清，谢谢您。"))
        return Slip(back.estate, self.tr("还条，东西已收回"), back.at, tuple(lines))

    def dues(self) -> list[tuple[str, str]]:
        """How long, to be chosen from."""
        return [
            ("usual", self.tr("按平时的时间")), ("h1", self.tr("1 小时")), ("h2", self.tr("2 小时")),
            ("h4", self.tr("4 小时")), ("today", self.tr("今晚 21:00 前")), ("d1", self.tr("1 天")),
            ("d3", self.tr("3 天")), ("d7", self.tr("7 天")),
        ]  # fmt: skip

    def longer(self) -> list[tuple[str, str]]:
        return [
            ("h1", self.tr("再借 1 小时")), ("h2", self.tr("再借 2 小时")), ("tonight", self.tr("借到晚上 21:00")),
            ("d1", self.tr("再借 1 天")), ("d3", self.tr("再借 3 天")),
        ]  # fmt: skip
