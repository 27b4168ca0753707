"""Sentences of the hours page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk.duty.rules_hours import hours_text
from ui import moments
from ui.pages.hours.model import Ask, FormModel, HoursModel, Panel, Paper, Record
from ui.texts import sentence


class HoursWords(QObject):
    def heading(self, model: HoursModel) -> tuple[str, str]:
        """What is going on, and a quieter second sentence."""
        if model.panel is Panel.FORM and model.form is not None:
            return self.form_title(model.form), model.form.about
        if model.panel is Panel.WAITS:
            return self._of_waits(model)
        if model.panel is Panel.PERSON and model.person is not None:
            one = model.person
            words = self.tr("{label} {month}计入 {hours} 小时")
            return words.format(label=one.label, month=_month(model), hours=hours_text(one.minutes)), ""
        if model.panel is Panel.RECORD and model.card is not None:
            return self._of_record(model)
        if model.panel is Panel.PAPERS:
            return self._of_papers(model)
        if model.panel is Panel.PAPER and model.paper is not None:
            return self._of_paper(model.paper)
        words = self.tr("{month}，大家一共服务了 {hours} 小时")
        return words.format(month=_month(model), hours=hours_text(model.counted)), self._waiting(model)

    def hours(self, minutes: int) -> str:
        return self.tr("{hours} 小时").format(hours=hours_text(minutes)) if minutes else "—"

    def flags(self, one: Record) -> str:
        """Why it waits, or what is to be known of it."""
        return self.tr("；").join(sentence(f"hours.flag.{flag}") for flag in one.flags)

    def why(self, one: Record) -> str:
        """What somebody who confirms it wants to know; of what was written down by hand also what it was."""
        work = one.content if one.close == "log" else ""
        return " · ".join(filter(None, (work, one.said or self.flags(one))))

    def credit(self, one: Record) -> str:
        return sentence(f"hours.credit.{one.credit}")

    def close(self, one: Record) -> str:
        return sentence(f"hours.close.{one.close}")

    def content(self, one: Record) -> str:
        return one.content or self.tr("没有排班")

    def capacity(self, code: str) -> str:
        return sentence(f"duty.capacity.{code}") if code else ""

    def kind(self, one: Paper) -> str:
        return sentence(f"certificate.kind.{one.kind}")

    def state(self, one: Paper) -> str:
        if one.state == "posted":
            return self.tr("公示中，还有 {n} 天", "", one.left).format(n=one.left)
        return sentence(f"certificate.state.{one.state}")

    def form_title(self, form: FormModel) -> str:
        return {
            Ask.LOG: self.tr("补记一次服务"),
            Ask.CORRECT: self.tr("改成对的时间"),
            Ask.REFUSE: self.tr("为什么不计入？"),
            Ask.ASK: self.tr("哪里不对？"),
            Ask.APPLY: self.tr("给谁开证明，哪段日子？"),
            Ask.ISSUE: self.tr("证明上的四项，请核对"),
            Ask.DECLINE: self.tr("为什么不受理？"),
            Ask.WITHDRAW: self.tr("为什么撤回？"),
        }[form.ask]

    def form_act(self, form: FormModel) -> str:
        return {
            Ask.LOG: self.tr("记下来"),
            Ask.CORRECT: self.tr("改成这样，并计入"),
            Ask.REFUSE: self.tr("不计入"),
            Ask.ASK: self.tr("请班长看一看"),
            Ask.APPLY: self.tr("申请"),
            Ask.ISSUE: self.tr("编号并出具"),
            Ask.DECLINE: self.tr("不受理"),
            Ask.WITHDRAW: self.tr("撤回这张证明"),
        }[form.ask]

    def field(self, key: str, ask: Ask) -> str:
        """The words over a line of a form."""
        if key == "name" and ask is Ask.ISSUE:
            return self.tr("出具单位")
        return {
            "member": self.tr("谁"), "day": self.tr("哪一天"), "from": self.tr("几点开始"), "until": self.tr("几点结束"),
            "content": self.tr("做了什么"), "place": self.tr("在哪里"), "reason": self.tr("原因"),
            "kind": self.tr("哪一种"), "from_day": self.tr("从哪一天"), "until_day": self.tr("到哪一天"),
            "purpose": self.tr("用在哪里"), "id_kind": self.tr("证件名称"), "id_no": self.tr("证件号码"),
            "volunteer_no": self.tr("志愿者编号"), "head": self.tr("负责人"), "handler": self.tr("经办人"),
            "contact": self.tr("联系方式"),
        }[key]  # fmt: skip

    def hint(self, key: str) -> str:
        """An example inside an empty line."""
        return {
            "from": self.tr("比如 9:00"), "until": self.tr("比如 11:30"), "content": self.tr("比如 搬器材、巡逻"),
            "id_kind": self.tr("比如 居民身份证"),
        }.get(key, "")  # fmt: skip

    def done(self, what: str, n: int) -> str:
        return {
            "verified": self.tr("已确认 {n} 条，都计入了", "", n).format(n=n),
            "log": self.tr("记下了，等班长确认后计入"),
            "correct": self.tr("改好了，按新的时间计入"),
            "refuse": self.tr("这条不计入"),
            "ask": self.tr("已告诉班长，先不计入"),
            "apply": self.tr("申请好了"),
            "accept": self.tr("已受理，可以出具了"),
            "issue": self.tr("已出具，可以打印了"),
            "post": self.tr("从今天起公示 7 天"),
            "decline": self.tr("没有受理，申请人能看到原因"),
            "withdraw": self.tr("已撤回，查这张证明的人会看到"),
            "exported": self.tr("已导出 {n} 行，姓名已遮住", "", n).format(n=n),
        }[what]

    def _waiting(self, model: HoursModel) -> str:
        n = len(model.waits)
        return self.tr("还有 {n} 条等确认，确认后才计入", "", n).format(n=n) if n else self.tr("没有等确认的记录")

    def _of_waits(self, model: HoursModel) -> tuple[str, str]:
        n = len(model.waits)
        if not n:
            return self.tr("都确认好了"), ""
        return self.tr("{n} 条等您确认", "", n).format(n=n), self.tr("看一眼对不对；不对的点开来改")

    def _of_record(self, model: HoursModel) -> tuple[str, str]:
        assert model.card is not None
        one = model.card.record
        words = self.tr("{label} {day} {hours}").format(label=one.label, day=one.day, hours=one.hours)
        return words, self.tr("这是您自己的，要别人来确认") if model.card.own and one.credit == "waits" else ""

    def _of_papers(self, model: HoursModel) -> tuple[str, str]:
        todo = sum(one.state in ("applied", "accepted") for one in model.papers)
        if todo:
            return self.tr("{n} 张证明要办", "", todo).format(n=todo), ""
        return self.tr("证明都办好了") if model.papers else self.tr("还没有开过证明"), ""

    def _of_paper(self, one: Paper) -> tuple[str, str]:
        return {
            "applied": (self.tr("{label}申请了一张证明").format(label=one.label), self.tr("看过没问题，就受理")),
            "accepted": (
                self.tr("{label}的证明可以出具了").format(label=one.label),
                self.tr("核对四项，编号，打印，盖章"),
            ),
            "issued": (self.tr("{label}的证明出具了").format(label=one.label), self.tr("打印盖章，再公示 7 天")),
            "posted": (self.tr("{label}的证明正在公示").format(label=one.label), self.state(one)),
            "done": (self.tr("{label}的证明公示期满").format(label=one.label), ""),
            "refused": (self.tr("{label}的申请没有受理").format(label=one.label), one.reason),
            "withdrawn": (self.tr("{label}的证明撤回了").format(label=one.label), one.reason),
        }[one.state]


def _month(model: HoursModel) -> str:
    return moments.month(model.month) if model.month else ""
