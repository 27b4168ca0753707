"""Sentences of the page of assisted sessions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.pages.assisted.model import Done, PastRow, Receipt
from ui.texts import sentence


class AssistedWords(QObject):
    """Words for what the presenter knows as codes."""

    def how(self, key: str) -> tuple[str, str]:
        """The words of a tile: how somebody is recognised, and what is meant."""
        return {
            "code": (self.tr("住户码"), self.tr("请扫一下")),
            "card": (self.tr("门卡"), self.tr("看过，不记卡号")),
            "document": (self.tr("证件"), self.tr("看过，不记号码")),
            "known": (self.tr("认识本人"), self.tr("您自己认识")),
        }[key]

    def head(self, key: str) -> str:
        """Heads of the list of before."""
        return {
            "at": self.tr("什么时候"),
            "door": self.tr("哪一户"),
            "by": self.tr("谁代办"),
            "how": self.tr("怎么认出"),
            "count": self.tr("办了"),
            "why": self.tr("怎么结束"),
            "past": self.tr("以前的代办"),
        }[key]

    def by(self, how: str) -> str:
        return sentence(f"assisted.by.{how}") if how else ""

    def whom(self, who: str, door: str) -> str:
        """`王* · 3-1-1202`; the household alone where nobody is entered."""
        return " · ".join(part for part in (who, door) if part)

    def done(self, acts: Sequence[Done], nothing: str) -> list[str]:
        """A line each."""
        return [f"{act.at}  {sentence(f'audit.{act.action}')}" for act in acts] or [nothing]

    def receipt(self, one: Receipt) -> list[str]:
        """The lines of a receipt, to be read aloud or printed."""
        return [
            f"{one.estate} · {one.gate}",
            f"{one.day} {one.from_}–{one.until}",
            self.tr("替 {who} 办事").format(who=self.whom(one.who, one.door)),
            self.tr("怎么认出：{how}").format(how=self.by(one.how)),
            self.tr("代办的人：{by}").format(by=one.by),
            *self.done(one.done, self.tr("什么也没有办。")),
        ]

    def row_how(self, row: PastRow) -> str:
        return self.by(row.how)

    def row_why(self, row: PastRow) -> str:
        return sentence(f"assisted.why.{row.why}")

    def row(self, row: PastRow) -> str:
        """What was done, below the list."""
        words = dict.fromkeys(sentence(f"audit.{action}") for action in row.actions)
        return "、".join(words) if words else self.tr("什么也没有办。")
