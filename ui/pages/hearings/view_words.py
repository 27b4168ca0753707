"""Sentences of the reception page that more than one of its parts says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.hearings.model import Home, Receiver, Sitting, Visit
from ui.texts import sentence


class HearingsWords(QObject):
    """One context of the catalogue."""

    def heading(self, home: Home) -> str:
        if home.late:
            return self.tr("有 {n} 件事过了时间还没人答复", "", home.late).format(n=home.late)
        running = next((one for one in home.today if one.state == "open"), None)
        if running is not None:
            return self.tr("正在接待，已经来了 {n} 位", "", running.heard).format(n=running.heard)
        if any(one.state == "planned" for one in home.today):
            return self.tr("今天有接待")
        if home.lines:
            return self.tr("有 {n} 件事在办", "", len(home.lines)).format(n=len(home.lines))
        return self.tr("今天没有排接待，也没有在办的事")

    def receiver(self, one: Receiver) -> str:
        capacity = sentence(f"receiver.{one.capacity}") if one.capacity else ""
        words = self.tr("{who}（{what}）").format(who=one.label, what=capacity) if capacity else one.label
        return self.tr("{who}（顶班）").format(who=words) if one.instead_of else words

    def receivers(self, sitting: Sitting) -> str:
        return self.tr("、").join(self.receiver(one) for one in sitting.receivers) or self.tr("还没定谁接待")

    def state(self, sitting: Sitting) -> str:
        return sentence(f"sitting.state.{sitting.state}")

    def counts(self, sitting: Sitting) -> str:
        if not sitting.heard:
            return self.tr("还没有居民来") if sitting.runs else self.tr("没有居民来")
        words = self.tr("来了 {n} 位，{m} 件事").format(n=sitting.heard, m=sitting.matters)
        if sitting.unsettled:
            return self.tr("{words}，{k} 件还没着落").format(words=words, k=sitting.unsettled)
        return words

    def who(self, visit: Visit) -> str:
        if visit.anonymous:
            return self.tr("不愿留名")
        return "　".join(part for part in (visit.name, visit.door) if part) or self.tr("没有留姓名")

    def confirmed(self, visit: Visit) -> str:
        return {
            "signature": self.tr("签了名"), "read_back": self.tr("读过，说对"), "none": self.tr("没有确认"),
        }.get(visit.confirmed, self.tr("还没读给居民听"))  # fmt: skip
