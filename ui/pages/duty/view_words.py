"""Sentences of the duty page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui import moments
from ui.pages.duty.model import DutyModel, Line, Own, Panel, Risk
from ui.texts import capital, sentence
from ui.widgets import day_words


class DutyWords(QObject):
    def heading(self, model: DutyModel) -> tuple[str, str]:
        """What is going on, and a quieter second sentence."""
        if model.panel is Panel.WHO:
            return self.tr("谁来上岗，或者下岗？"), self.tr("扫值班码最快；没带，就在这里找名字")
        if model.panel is Panel.PERSON and model.person is not None:
            return self._of_person(model)
        if model.panel is Panel.MINE:
            return self._of_mine(model)
        if model.panel is Panel.SHEET:
            return self._of_sheet(model)
        if not model.known:
            return self.tr("正在看今天谁当班…"), ""
        if model.on:
            return self.tr("现在有 {n} 人在岗", "", model.on).format(n=model.on), self._next(model)
        return self.tr("现在没有人在岗"), self._next(model)

    def here(self, line: Line) -> str:
        """Where somebody is."""
        return {
            "on": self.tr("{time} 起在岗").format(time=line.time),
            "missing": self.tr("还没来"),
            "later": self.tr("还没到时间"),
            "done": self.tr("{time} 下岗").format(time=line.time) if line.time else self.tr("已下岗"),
            "absent": self.tr("没有来"),
        }[line.here]

    def shift(self, line: Line) -> str:
        return line.shift or self.tr("没有排班")

    def capacity(self, code: str) -> str:
        return sentence(f"duty.capacity.{code}") if code else ""

    def risks(self, all_: Sequence[Risk]) -> tuple[str, str]:
        """The nearest shift that needs somebody, and how many more there are."""
        one, more = all_[0], len(all_) - 1
        why = self.tr("；").join(sentence(code) for code in one.why)
        who = self.tr("、").join(filter(None, one.who))
        sub = self.tr("{why}：{who}").format(why=why, who=who) if who else why
        title = self.tr("{when} {name}要安排").format(when=one.when, name=one.name)
        if more:
            title = self.tr("{when} {name}要安排，还有 {n} 个班", "", more).format(when=one.when, name=one.name, n=more)
        return title, capital(sub)

    def own_day(self, one: Own) -> str:
        return f"{one.day} {day_words((one.weekday,))}"

    def state(self, one: Own) -> str:
        return sentence(f"duty.state.{one.state}")

    def clock(self, model: DutyModel) -> str:
        """The big button beside a name."""
        person = model.person
        return self.tr("下岗") if person is not None and person.on else self.tr("上岗")

    def _of_person(self, model: DutyModel) -> tuple[str, str]:
        one = model.person
        assert one is not None
        shift = f"{one.shift} {one.hours}" if one.shift else self.tr("没有排班，时间先记下，要班长确认")
        if one.on:
            return self.tr("{label}在岗，{time} 来的。要下岗吗？").format(label=one.label, time=one.on), shift
        return self.tr("{label}来上岗？").format(label=one.label), shift

    def _of_sheet(self, model: DutyModel) -> tuple[str, str]:
        if model.sheet is None or model.sheet.published:
            return self.tr("{month}的值班表").format(month=moments.month(model.month)), self.tr(
                "姓名只写同意公开的，其余写姓加老师"
            )
        return self.tr("{month}还没有公布").format(month=moments.month(model.month)), self.tr("公布以后才能发出去")

    def _of_mine(self, model: DutyModel) -> tuple[str, str]:
        if not model.me:
            return self.tr("您还不在值班队里"), ""
        if not model.mine:
            return self.tr("{label}，接下来没有您的班").format(label=model.me), ""
        n = len(model.mine)
        return self.tr("{label}，接下来您有 {n} 个班", "", n).format(label=model.me, n=n), ""

    def _next(self, model: DutyModel) -> str:
        if model.next_at:
            return self.tr("下一班 {time} 开始").format(time=model.next_at)
        return self.tr("今天后面没有班了") if model.lines else ""
