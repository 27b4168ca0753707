"""What stands in a handover, in words: groups, lines, counts, signatures; and what may be read aloud, without a name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desk.duty.rules_handover import Answer, Body, Count, Group, Line, Topic
from ui import i18n
from ui.matters.words import MatterWords, spaced
from ui.pages.handover.model import Drafted, Put, Shift, Signature
from ui.texts import sentence

ICONS = {
    Topic.OVERSTAY: "clock-exclamation", Topic.INSIDE: "users", Topic.MATTERS: "report", Topic.INCIDENTS: "alert-triangle",
    Topic.GOODS: "package", Topic.LENDING: "wheelchair",
    Topic.WATCH: "user-shield", Topic.DUTY: "calendar-user", Topic.NOTICES: "bell", Topic.DEVICES: "plug-connected",
}  # fmt: skip
PAGES: Mapping[Topic, tuple[str, dict[str, str]]] = {
    Topic.OVERSTAY: ("inside", {}), Topic.INSIDE: ("inside", {}), Topic.MATTERS: ("hearings", {"room": "matters"}),
    Topic.INCIDENTS: ("hearings", {"room": "matters"}), Topic.GOODS: ("goods", {}), Topic.LENDING: ("lending", {}),
    Topic.WATCH: ("inside", {}), Topic.DUTY: ("duty", {}), Topic.DEVICES: ("devices", {}),
}  # fmt: skip
DOUBTFUL = ("unregistered", "uncertain", "roll_call")


class HandoverWords(QObject):
    """One context of the catalogue, for the page and for paper."""

    def __init__(self) -> None:
        super().__init__()
        self._matters = MatterWords()

    def title(self, group: Group) -> str:
        """`3 位超时没有离开`: how many, and of what."""
        n = group.n
        if group.topic is Topic.OVERSTAY:
            return self.tr("{n} 位超时没有离开", "", n).format(n=n)
        if group.topic is Topic.INSIDE:
            if group.lines and all(line.what in DOUBTFUL for line in group.lines):
                return self.tr("有人没有登记离开")
            return self.tr("{n} 位客人还在里面", "", n).format(n=n)
        if group.topic is Topic.MATTERS:
            return self.tr("{n} 件事还没办完", "", n).format(n=n)
        if group.topic is Topic.INCIDENTS:
            return self.tr("这一班记了 {n} 件异常情况", "", n).format(n=n)
        if group.topic is Topic.GOODS:
            return self.tr("{n} 件寄放等人来取", "", n).format(n=n)
        if group.topic is Topic.LENDING:
            return self.tr("{n} 件借用的事要交代", "", n).format(n=n)
        if group.topic is Topic.WATCH:
            return self.tr("这一班有 {n} 位和关注名单对上", "", n).format(n=n)
        if group.topic is Topic.DUTY:
            return self.tr("下一班有 {n} 件事要留意", "", n).format(n=n)
        if group.topic is Topic.NOTICES:
            return self.tr("{n} 条街道通知还没看", "", n).format(n=n)
        return self.tr("{n} 台设备有问题", "", n).format(n=n)

    def topic(self, topic: Topic) -> str:
        """A word for it where there is nothing of it."""
        return {
            Topic.OVERSTAY: self.tr("超时的人"),
            Topic.INSIDE: self.tr("还在里面的客人"),
            Topic.MATTERS: self.tr("没办完的事"),
            Topic.INCIDENTS: self.tr("异常情况"),
            Topic.GOODS: self.tr("寄放物品"),
            Topic.LENDING: self.tr("借出的东西"),
            Topic.WATCH: self.tr("关注名单"),
            Topic.DUTY: self.tr("下一班缺人"),
            Topic.NOTICES: self.tr("没看的通知"),
            Topic.DEVICES: self.tr("设备问题"),
        }[topic]

    def lines(self, group: Group, times: Mapping[int, str]) -> list[str]:
        """A line each; guests all in one."""
        if group.topic is Topic.INSIDE:
            return [self.join([self._guests(line) for line in group.lines])] if group.lines else []
        found = [self._line(group.topic, line, times) for line in group.lines]
        if group.more:
            rest = self.tr("另有 {n} 位") if group.topic in (Topic.OVERSTAY, Topic.WATCH) else self.tr("其他 {n} 件")
            found.append((rest if group.lines else self.tr("{n} 件都不急")).format(n=group.more))
        return [line for line in found if line]

    def nothing(self, groups: list[Group]) -> str:
        """What there is none of, in one line."""
        return self.tr("没有：{what}").format(what=self.join([self.topic(group.topic) for group in groups]))

    def unknown(self) -> str:
        """Nothing here looks at devices."""
        return self.tr("设备要自己看一眼：打印机、扫码器、摄像头能不能用。")

    def join(self, words: list[str] | tuple[str, ...]) -> str:
        return ("、" if i18n.current() == i18n.SOURCE else ", ").join(words)

    def counted(self, one: Count) -> str:
        """`应有 3，实有 2`."""
        if one.counted is None:
            return self.tr("应有 {n}").format(n=one.expected)
        return self.tr("应有 {n}，实有 {m}").format(n=one.expected, m=one.counted)

    def answer(self, answer: Answer) -> str:
        words = self.tr("✓ 已看过") if answer.tick else ""
        return " · ".join(filter(None, (words, answer.note)))

    def span(self, minutes: int) -> str:
        return self._matters.span(minutes)

    def shift(self, shift: Shift) -> str:
        """`上午门岗 08:00-11:00（王老师）`."""
        plain = f"{shift.name} {shift.hours}"
        people = self.join(shift.people)
        return self.tr("{shift}（{people}）").format(shift=plain, people=people) if people else plain

    def next(self, drafted: Drafted) -> str:
        """Who takes over."""
        if drafted.next is None:
            return self.tr("后面没有排班") if drafted.shift is not None else ""
        if not drafted.next.people:
            return self.tr("下一班：{shift}，还没有人").format(shift=self.shift(drafted.next))
        return self.tr("下一班：{shift}").format(shift=self.shift(drafted.next))

    def signature(self, one: Signature, paper: bool = False) -> str:
        how = {"pin": self.tr("密码"), "code": self.tr("工作码")}.get(one.how, self.tr("值班台"))
        return self.tr("{name}，{time}（{how}）").format(
            name=one.label, time=one.on_paper if paper else one.at, how=how
        )

    def state(self, put: Put) -> str:
        """One line of what became of it."""
        if put.held_over:
            return self.tr("没人接班，{name}留下值守").format(name=put.out.label if put.out else "")
        if put.into is not None:
            return self.tr("{name}交给{other}").format(name=put.out.label if put.out else "", other=put.into.label)
        return self.tr("{name}交班，还没人接").format(name=put.out.label if put.out else "")

    def held(self, minutes: int) -> str:
        return self.tr("比下班时间晚了 {time}").format(time=self.span(minutes)) if minutes else ""

    def aloud(self, body: Body) -> str:
        """For the ear: how many of what, nobody's name and no place."""
        found = [self.title(group) for group in body.groups if group.open]
        found += [self.tr("{name}：{count}").format(name=one.name, count=self.counted(one)) for one in body.items]
        if not found:
            return self.tr("没有要交代的事。")
        stop = "。" if i18n.current() == i18n.SOURCE else ". "
        return stop.join(found) + stop.strip()

    def _guests(self, line: Line) -> str:
        if line.what == "unregistered":
            return self.tr("{n} 位没登记离开").format(n=line.n)
        if line.what == "uncertain":
            return self.tr("{n} 位不确定还在不在").format(n=line.n)
        if line.what == "roll_call":
            return self.tr("清点还没结束")
        return self.tr("{who} {n} 位").format(who=self.visitor(line.what), n=line.n)

    def visitor(self, what: str) -> str:
        if what == "minor":
            return self.tr("独自来的孩子")
        if what == "watched":
            return self.tr("关注名单上的人")
        return sentence(f"visit.type.{what}")

    def _line(self, topic: Topic, line: Line, times: Mapping[int, str]) -> str:
        at = times.get(line.at, "") if line.at is not None else ""
        late = max(0, -(line.minutes or 0))
        if topic is Topic.OVERSTAY:
            parts = (
                self.visitor(line.what),
                line.name,
                self._building(line),
                self.tr("超时 {time}").format(time=self.span(late)),
            )
            return " · ".join(filter(None, parts))
        if topic is Topic.MATTERS:
            return self._matter(line)
        if topic is Topic.INCIDENTS:
            return " · ".join(filter(None, (self._matters.category(line.what), spaced(line.number), at)))
        if topic is Topic.GOODS:
            shelf = self.tr("{shelf} 架").format(shelf=line.place) if line.place else ""
            long = self.tr("放了 {time}，请提醒住户").format(time=self.span(late))
            return " · ".join(filter(None, (shelf, self._building(line, line.name), long)))
        if topic is Topic.LENDING:
            return self._lent(line)
        if topic is Topic.WATCH:
            return " · ".join(filter(None, (self.visitor(line.what), line.name, self._building(line), at)))
        if topic is Topic.DUTY:
            words = (
                self.tr("{time} 的班还缺 {n} 人")
                if line.what == "gap"
                else self.tr("{time} 的班有 {n} 人来不了，已有人顶")
            )
            return words.format(time=at, n=line.n)
        if topic is Topic.NOTICES:
            return self.tr("有紧急通知，请马上看") if line.tone == "bad" else self.tr("通知在每一页的上边")
        return self.tr("{name}：{what}").format(name=line.name, what=sentence(line.what))

    def _lent(self, line: Line) -> str:
        if line.what == "care":
            return self.tr("{n} 件要擦洗、补齐或修", "", line.n).format(n=line.n)
        what = " ".join(part for part in (line.number, line.name) if part)
        if line.what == "unknown":
            return self.tr("{what}：急用拿走的，还没记是谁").format(what=what)
        late = self.tr("过了 {time}，请提醒归还").format(time=self.span(max(0, -(line.minutes or 0))))
        return " · ".join(part for part in (what, line.place, late) if part)

    def _matter(self, line: Line) -> str:
        if line.what == "sitting":
            return self.tr("接待还没收尾")
        what = " ".join(filter(None, (self._matters.category(line.what), spaced(line.number))))
        if line.minutes is None:
            return what
        if line.minutes >= 0:
            return self.tr("{what}：还剩 {time}要答复").format(what=what, time=self.span(line.minutes))
        return self.tr("{what}：超过 {time}没人答复").format(what=what, time=self.span(-line.minutes))

    def _building(self, line: Line, building: str = "") -> str:
        building = building or line.place
        return sentence("place.building", {"building": building}) if building else ""
