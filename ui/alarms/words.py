"""Words and pictures of alarms in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.alarms.model import AlarmModel, Done, Line
from ui.texts import sentence

ICONS = {
    "sos": "urgent", "fall": "urgent", "unspecified": "urgent", "taken_off": "info-circle", "low_battery": "info-circle",
    "left_area": "map-pin", "entered_area": "map-pin", "door": "door-enter", "manhole": "alert-octagon", "smoke": "flame",
    "water": "alert-octagon", "contact": "bell", "after_hours": "door-enter", "device_fault": "plug-connected-x",
}  # fmt: skip
ANSWERS = ("reached", "coming", "no_answer")


class AlarmWords(QObject):
    """One context of the catalogue."""

    def sort(self, sort: str) -> str:
        return sentence(f"alarm.sort.{sort}")

    def icon(self, sort: str) -> str:
        return ICONS.get(sort, "urgent")

    def stand(self, line: Line) -> str:
        if line.stand == "closed":
            return self.tr("误报") if line.false_alarm else self.tr("已结束")
        if line.paused:
            return self.tr("没有响铃（规则暂停）")
        return self.tr("正在处理") if line.stand == "taken" else self.tr("没有人处理")

    def where(self, device: str, contact: int, gate: str) -> str:
        """`井盖传感器 2 号触点 · 南门`."""
        parts = [self.tr("{device} {n} 号触点").format(device=device, n=contact) if contact else device, gate]
        return " · ".join(part for part in parts if part)

    def answer(self, said: str) -> str:
        """What came of a call."""
        return {
            "reached": self.tr("打通了"), "coming": self.tr("在路上"), "no_answer": self.tr("没人接"),
        }.get(said, "")  # fmt: skip

    def done(self, one: Done) -> str:
        """A step as a line of the story."""
        words = {
            "seen": self.tr("有人处理"), "called": self.tr("打给 {who}：{said}").format(who=one.whom, said=self.answer(one.said)),
            "did": one.words, "again": self.tr("又按了一次"), "over": self.tr("恢复正常"),
            "closed": self.tr("结束：{words}").format(words=one.words),
            "false_alarm": self.tr("误报 {words}").format(words=one.words).strip(), "reopened": self.tr("重新打开"),
        }[one.does]  # fmt: skip
        return " · ".join(part for part in (one.at, words, one.by) if part)

    def advice(self, alarm: AlarmModel) -> str:
        """What to do first, by kind. A call of a hut or of a button nobody wears has no family to ring."""
        alone = alarm.sort == "sos" and not alarm.calls
        return sentence(f"alarm.advice.{'alone' if alone else alarm.sort}", {"address": alarm.address})

    def nobody(self, alarm: AlarmModel) -> str:
        """A button that nobody registered."""
        return self.tr("这个按钮还没有登记是谁的（尾号 {tail}）").format(tail=alarm.number)
