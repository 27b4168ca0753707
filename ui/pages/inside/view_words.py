"""Sentences of the Inside page: headings, types, how long somebody has been here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.inside.model import InsideModel, InsideRow, Section
from ui.texts import sentence

HOUR_MIN, DAY_MIN = 60, 1440


class InsideWords(QObject):
    """One context of the catalogue."""

    def heading(self, model: InsideModel) -> str:
        n = model.count(model.section)
        if not n and model.section is not Section.HERE:
            return self.empty(model.section)[0]
        match model.section:
            case Section.HERE if model.overstays:
                return self.tr("现在有 {n} 人在场，{over} 位超时", "", n).format(n=n, over=model.overstays)
            case Section.HERE:
                return self.tr("现在有 {n} 人在场", "", n).format(n=n) if n else self.tr("现在没有登记的来访人在场")
            case Section.NIGHT:
                return self.tr("{n} 位客人过了 23 点还在", "", n).format(n=n)
            case Section.UNREGISTERED:
                return self.tr("{n} 人没有登记离开", "", n).format(n=n)
            case Section.UNCERTAIN:
                return self.tr("{n} 位不确定是否还在").format(n=n)

    def about(self, model: InsideModel) -> str:
        """What to do with this part; nothing where it is empty."""
        if not model.rows:
            return ""
        return {
            Section.HERE: self.tr("点一位，可以打开、登记离开；回车打开"),
            Section.NIGHT: self.tr("住下的请记“今晚住下”，走了的请登记离开"),
            Section.UNREGISTERED: self.tr("过了时限，多半已经走了；不用追问，夜里会自动结束"),
            Section.UNCERTAIN: self.tr("没人见到他们离开；清点时排在最后，三天后自动移出"),
        }[model.section]

    def part(self, section: Section, n: int) -> str:
        words = {
            Section.HERE: self.tr("在场 {n}"),
            Section.NIGHT: self.tr("过夜 {n}"),
            Section.UNREGISTERED: self.tr("未登记离开 {n}"),
            Section.UNCERTAIN: self.tr("不确定 {n}"),
        }[section]
        return words.format(n=n)

    def empty(self, section: Section) -> tuple[str, str]:
        """What will appear here, and how to begin."""
        return {
            Section.HERE: (self.tr("这里会列出在场的来访人"), self.tr("按 F2 登记一位来访人，或者扫来访证。")),
            Section.NIGHT: (self.tr("没有过夜的客人"), self.tr("过了 23 点还没走的客人会列在这里。")),
            Section.UNREGISTERED: (self.tr("没有人忘记登记离开"), self.tr("过了时限还没登记离开的亲友会归到这里。")),
            Section.UNCERTAIN: (self.tr("没有不确定的人"), self.tr("超过一天没有消息的来访人会列在这里。")),
        }[section]

    def name(self, row: InsideRow) -> str:
        name = row.name or row.company or self.tr("没留姓名")
        return self.tr("{name} 等 {n} 人").format(name=name, n=row.people) if row.people > 1 else name

    def visitor_type(self, row: InsideRow) -> str:
        if "minor" in row.flags:
            return self.tr("孩子")
        return sentence(f"visit.type.{row.visitor_type}")

    def building(self, row: InsideRow) -> str:
        return sentence("place.building", {"building": row.building}) if row.building else ""

    def state(self, row: InsideRow) -> str:
        """How long, how late, and what one should know; the most pressing first."""
        if row.over_min:
            words = self.tr("超时 {time}").format(time=self.span(row.over_min))
        elif "overnight" in row.flags:
            words = self.tr("今晚住下")
        elif "closed" in row.flags:
            words = self.tr("夜里自动结束")
        elif row.minutes < 1:
            words = self.tr("刚进来")
        else:
            words = self.tr("已 {time}").format(time=self.span(row.minutes))
        return self.tr("{words} · 关注").format(words=words) if "watched" in row.flags else words

    def span(self, minutes: int) -> str:
        if minutes < HOUR_MIN:
            return self.tr("{n} 分钟").format(n=minutes)
        if minutes < 2 * DAY_MIN:
            return self.tr("{n} 小时").format(n=minutes // HOUR_MIN)
        return self.tr("{n} 天", "", minutes // DAY_MIN).format(n=minutes // DAY_MIN)

    def reasons(self) -> list[tuple[str, str]]:
        """(icon, words) of the reasons that are offered; the words are what is written down."""
        return [
            ("eye", self.tr("巡楼看过，人已走")),
            ("phone", self.tr("住户说已经走了")),
            ("door-exit", self.tr("看着出门，忘了登记")),
        ]
