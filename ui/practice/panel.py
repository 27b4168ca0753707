"""The side panel of the first morning: one task at a time, calm, with a way on, a way back and a voice."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.demo.morning import TASKS, Task
from ui.practice.lessons import LessonsModel
from ui.practice.words import MorningWords
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Scroller
from ui.widgets.themed import Themed, label, set_role, show_if

HINT_MS = 25_000  # nobody likes to be told what they are just about to do
WIDE, WIDE_LARGE = 15, 11  # in letters of the base text


class MorningPanel(Themed, QFrame):
    """`show_model(model)`. acted, skipped, went_back, again, afresh, put_away; read(str): say this aloud."""

    acted, skipped, went_back = Signal(), Signal(), Signal()
    again, afresh, put_away = Signal(), Signal(), Signal()
    read = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._words, self._model = MorningWords(self), LessonsModel()
        self.title, self.count = label("", "lead"), label("", "quiet")
        self.praise = Banner(closable=False)
        self.name, self.body, self.hint = label("", "strong"), label(""), Banner(closable=False)
        self.act = BigButton("", "quiet", "arrow-right")
        self.aloud, self.skip = BigButton("", "row", "volume"), BigButton("", "row")
        self.former, self.away = BigButton("", "row", "arrow-left"), BigButton("", "row", "x")
        self.once_more, self.fresh = BigButton("", "quiet", "refresh"), BigButton("", "quiet", "home")
        self._hint_due = QTimer(self, singleShot=True, interval=HINT_MS)
        self._hint_due.timeout.connect(lambda: show_if(self.hint, not self._model.morning.over))
        self._lay_out()
        self._connect()
        self.ready()

    def _lay_out(self) -> None:
        inside, foot = QWidget(), QWidget()
        foot.setProperty("role", "clear")
        self._inner, self._flow = QVBoxLayout(inside), FlowLayout(foot, gap="s")
        self._inner.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.count, self.praise, self.name, self.body, self.act, self.once_more, self.hint):  # fmt: skip
            self._inner.addWidget(part)
        self._inner.addStretch(1)
        self._inner.addWidget(self.fresh)
        for button in (self.aloud, self.former, self.skip, self.away):
            self._flow.addWidget(button)
        self._column = QVBoxLayout(self)
        scroller = Scroller(inside)
        scroller.setMinimumHeight(1)
        self._column.addWidget(scroller, 1)
        self._column.addWidget(foot)
        self.praise.hide()
        self.hint.hide()

    def _connect(self) -> None:
        pairs = (
            (self.act, self.acted), (self.skip, self.skipped), (self.former, self.went_back),
            (self.once_more, self.again), (self.fresh, self.afresh), (self.away, self.put_away),
        )  # fmt: skip
        for button, signal in pairs:
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        self.aloud.clicked.connect(lambda: self.read.emit(self.spoken()))

    def show_model(self, model: LessonsModel) -> None:
        """Draw the task in front, or the end of the morning."""
        moved = model.morning.at != self._model.morning.at
        self._model = model
        show_if(self, model.morning.shown)
        if moved or not self._hint_due.isActive():
            self.hint.hide()
            self._hint_due.start()
        self._say()

    def spoken(self) -> str:
        """What stands here, in one go: what to do, and the hint once it is shown."""
        parts = (self.name.text(), self.body.text(), "" if self.hint.isHidden() else self.hint.text())
        return "\n".join(part for part in parts if part)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("我的第一个早上"))
        self.title.setText(self.tr("我的第一个早上"))
        self.aloud.setText(self.tr("念给我听"))
        self.former.setText(self.tr("上一步"))
        self.skip.setText(self.tr("跳过"))
        self.away.setText(self.tr("收起"))
        self.once_more.setText(self.tr("再练一遍"))
        self.fresh.setText(self.tr("练习小区从头再来"))
        self._say()

    def restyle(self) -> None:
        theme = current()
        self.setFixedWidth(theme.text() * (WIDE_LARGE if theme.large() else WIDE))
        side = theme.space("l")
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space("m"))
        self._inner.setSpacing(theme.space("m"))

    def _say(self) -> None:
        model, morning = self._model, self._model.morning
        task = morning.task
        show_if(self.praise, model.praise is not None)
        if model.praise is not None:
            self.praise.show_text(self._praise(model.praise), "ok", "circle-check")
        for part in (self.act, self.skip):
            show_if(part, task is not None)
        show_if(self.former, morning.at > 0)
        show_if(self.once_more, task is None)
        if task is None:
            self._say_end()
            return
        self.count.setText(self.tr("第 {n} 件，一共 {of} 件").format(n=morning.at + 1, of=len(TASKS)))
        words = self._words.of(task, model.who)
        self.name.setText(words.name)
        self.body.setText(words.body)
        self.act.setText(words.act)
        self.hint.show_text(words.hint, "info", "info-circle")

    def _say_end(self) -> None:
        done = len(self._model.morning.done)
        self.hint.hide()
        self.count.setText(self.tr("做了 {n} 件，一共 {of} 件").format(n=done, of=len(TASKS)))
        all_done = done == len(TASKS)
        self.name.setText(self.tr("早上的事都会了！") if all_done else self.tr("练完了一遍"))
        ready = self.tr("您可以上岗了。忘了也不要紧：按 F1 有帮助，旁边总有人可以问。")
        left = self.tr("有几件跳过了，可以再练一遍。按 F1 有帮助，旁边总有人可以问。")
        self.body.setText(ready if all_done else left)

    def _praise(self, task: Task) -> str:
        return self._words.praise(task) + " " + self._words.of(task, self._model.who).name
