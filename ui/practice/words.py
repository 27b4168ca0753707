"""What the first morning says: each task by name, what to do, a hint, and a word of praise."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk.demo.morning import Task
from desk.demo.practice import PIN


@dataclass(frozen=True)
class TaskWords:
    """name: of the task, short; body: what to do; hint: after a pause; act: on the button that brings one there."""

    name: str
    body: str
    hint: str
    act: str


class MorningWords(QObject):
    """Sentences of the panel."""

    def of(self, task: Task, who: str) -> TaskWords:
        """The words of a task; `who` stands on the chip of the volunteer who practises."""
        found = (self._first if task in (Task.SIGN_ON, Task.COURIER, Task.GUEST) else self._second)(task, who)
        return found or self._last(task)

    def praise(self, task: Task) -> str:
        """A word, another one for each task in turn."""
        words = (self.tr("做得好！"), self.tr("对了！"), self.tr("很好！"))
        return words[list(Task).index(task) % len(words)]

    def _first(self, task: Task, who: str) -> TaskWords | None:
        return {
            Task.SIGN_ON: TaskWords(
                self.tr("上岗"),
                self.tr("请点「{name}」，再输入密码 {pin}。练习里大家的密码都是它。").format(name=who, pin=PIN),
                self.tr("名字在「换人」那一页。输完密码，按绿色的「确定」。"),
                self.tr("带我去"),
            ),
            Task.COURIER: TaskWords(
                self.tr("放行一位快递员"),
                self.tr("快递员来了，门口有人等。按键盘上的 F6，就记好了，可以放行。"),
                self.tr("F6 在键盘最上面一排。也可以点「今日」里的「快递员」。"),
                self.tr("带我去"),
            ),
            Task.GUEST: TaskWords(
                self.tr("登记一位客人"),
                self.tr("有人来看亲戚。按 F2，选「亲友」，写姓名，写到哪一户（比如 1-1-101），再选是怎么问过住户的。"),
                self.tr("缺什么，那一格下面会写出来。都写好了，按最大的绿色按钮放行。"),
                self.tr("带我去"),
            ),
        }.get(task)

    def _second(self, task: Task, who: str) -> TaskWords | None:
        return {
            Task.HOUSEHOLD: TaskWords(
                self.tr("认一张住户码"),
                self.tr("住户把家里的码举到镜头前。请按下面的按钮，看看门岗台怎么说，再按 Esc 返回。"),
                self.tr("结果是一张大卡片：颜色、图案、一句话，说的是同一件事。"),
                self.tr("让住户举起码"),
            ),
            Task.PASS: TaskWords(
                self.tr("认一张来访证，放行"),
                self.tr("客人手机上有来访证。请按下面的按钮，卡片说有效，就按回车放行。"),
                self.tr("回车就是卡片上最大的那个绿色按钮。不是本人，就不要按。"),
                self.tr("让客人举起来访证"),
            ),
            Task.PARCEL: TaskWords(
                self.tr("收下一件寄放的东西"),
                self.tr("邻居留下一袋水果。按 F7，写给哪一户，是什么，放在哪里，再按绿色的按钮。"),
                self.tr("哪一户可以写 1-1-101。收好以后会有一个取件码，念给住户听。"),
                self.tr("带我去"),
            ),
            Task.FETCHED: TaskWords(
                self.tr("把东西交给住户"),
                self.tr("住户来取东西了。在寄放那一页点开这一件，按「交给取件人」。"),
                self.tr("问取件码；没有码，写是谁拿走的也可以。"),
                self.tr("带我去"),
            ),
        }.get(task)

    def _last(self, task: Task) -> TaskWords:
        return {
            Task.LEAVE: TaskWords(
                self.tr("送走一位客人"),
                self.tr("客人要走了。在「在场」里点一下他，再按「已离开」。"),
                self.tr("按错了也不要紧，十秒之内可以撤销。"),
                self.tr("带我去"),
            ),
            Task.SOS: TaskWords(
                self.tr("有人按了求助"),
                self.tr(
                    "按下面的按钮，求助会响起来。请先按「我来处理」，照着打电话，再写一句怎么样了，按「结束报警」。"
                ),
                self.tr("报警的时候先看地方，再打电话。这是练习，电话不会真的打出去。"),
                self.tr("让求助响一次"),
            ),
            Task.HANDOVER: TaskWords(
                self.tr("交班"),
                self.tr("您要下班了。在「交班」里一条一条打勾、点数，再签名，密码还是 {pin}。").format(pin=PIN),
                self.tr("少了东西就写明白，不用不好意思。都打了勾，才能签名。"),
                self.tr("带我去"),
            ),
        }[task]
