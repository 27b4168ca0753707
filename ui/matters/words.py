"""Words of matters in the language of the moment: what, who has it, how long is left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk.core.text import clean_line
from ui.matters.lines import BodyLine, Line
from ui.texts import sentence

SHORT = 40  # letters of a matter's words in a list
HOUR_MIN = 60
USUAL = ("property", "committee", "owners", "sub_district")  # bodies with a usual word
LOOKS = {
    "over": ("bad", "alert-octagon"),
    "alarm": ("bad", "bell"),
    "amber": ("warn", "clock-exclamation"),
    "fine": ("info", "clock"),
}


class MatterWords(QObject):
    """One context of the catalogue."""

    def category(self, category: str) -> str:
        return sentence(f"matter.category.{category}")

    def state(self, line: Line) -> str:
        return sentence(f"matter.state.{line.state}")

    def body(self, body: BodyLine) -> str:
        """The site's own name of a body, or the usual word; one that the site has taken away has no name any more."""
        if body.name or not body.code:
            return body.name or self.tr("还没定谁办")
        return sentence(f"owner.{body.code}") if body.code in USUAL else self.tr("以前的单位")

    def body_word(self, code: str, name: str = "") -> str:
        return self.body(BodyLine(code, name))

    def owner(self, line: Line) -> str:
        return self.body(BodyLine(line.owner, line.owner_name))

    def what(self, line: Line) -> str:
        """One line: its words, or that they are not for everybody."""
        if line.hidden:
            return self.tr("内容由负责人看")
        words = clean_line(line.text)
        return words if len(words) <= SHORT else words[:SHORT] + "…"

    def left(self, line: Line) -> str:
        """`还剩 50 分钟`, `超过 2 小时`; empty when no clock runs."""
        if line.left is None:
            return ""
        if line.left > 0:
            return self.tr("还剩 {time}").format(time=self.span(line.left))
        return self.tr("超过 {time}").format(time=self.span(-line.left)) if line.left < 0 else self.tr("到时间了")

    def span(self, minutes: int) -> str:
        """`50 分钟`, `5 小时 10 分`, `3 天`."""
        if minutes < HOUR_MIN:
            return self.tr("{n} 分钟").format(n=minutes)
        hours, rest = divmod(minutes, HOUR_MIN)
        if hours >= 2 * 24:
            return self.tr("{n} 天", "", hours // 24).format(n=hours // 24)
        if not rest:
            return self.tr("{n} 小时").format(n=hours)
        return self.tr("{h} 小时 {m} 分").format(h=hours, m=rest)

    def clock(self, line: Line) -> str:
        """What a list says of its clocks: the first reply while it is owed, then the day it is promised for."""
        if first := self.left(line):
            return first
        if line.ended:
            return self.state(line)
        if line.due:
            late = line.resolve == "over"
            words = self.tr("{day} 到期，已经过了") if late else self.tr("{day} 前办好")
            return words.format(day=line.due)
        return self.state(line)

    def tone(self, line: Line) -> str:
        if line.stage in LOOKS:
            return LOOKS[line.stage][0] if line.stage != "fine" else ""
        return "bad" if line.resolve == "over" and not line.ended else ""

    def icon(self, line: Line) -> str:
        if line.stage in ("over", "alarm", "amber"):
            return LOOKS[line.stage][1]
        if line.resolve == "over" and not line.ended:
            return "clock-exclamation"
        return "circle-check" if line.ended else ""

    def level(self, level: int) -> str:
        return sentence(f"matter.level.{level}")

    def raised(self, line: Line) -> str:
        """That it was raised, and whether somebody has said so by phone; empty when it was not."""
        if not line.level:
            return ""
        level = self.level(line.level)
        if line.told:
            return self.tr("已上报{level}，{time} 电话说过了").format(level=level, time=line.told)
        return self.tr("已到上报{level}的时候，请马上打电话").format(level=level)

    def overdue(self, line: Line) -> str:
        """On paper: that nobody answered in time, and who hears of it; empty while nobody had to."""
        return self.tr("逾期未答复，报{level}").format(level=self.level(line.level)) if line.level else ""

    def phones(self, body: BodyLine) -> tuple[str, ...]:
        """`陈主任 1040 0000 0120`, one for each."""
        return tuple(f"{who} {phone}".strip() for who, phone in body.phones)

    def place(self, line: Line) -> str:
        return clean_line(line.place) or self.tr("没写地点")

    def pair(self, head: str, rest: str) -> str:
        """`类别：什么事`; only the head when there is no rest."""
        return self.tr("{head}：{rest}").format(head=head, rest=rest) if rest else head


def spaced(number: str) -> str:
    """`M123456782` -> `M 123 456 782`, as it is read out."""
    return f"{number[:1]} {number[1:4]} {number[4:7]} {number[7:]}".strip()
