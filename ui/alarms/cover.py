"""The full alarm over everything: who, where, whom to ring up in order, what was done; closed with a note.

It lies over the page, which keeps what is half filled in; there is one of it, however many alarms ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.alarms.cover_calls import CallList
from ui.alarms.model import AlarmModel
from ui.alarms.words import AlarmWords
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Scroller
from ui.widgets.sides import Sides
from ui.widgets.themed import IconView, Themed, label, set_role, show_if

if TYPE_CHECKING:
    from ui.alarms.presenter import AlarmPresenter

DEAF_MS = 900  # what was being typed when it came is not meant for it
STEPS_SHOWN = 6


class AlarmCover(Themed, QWidget):
    """`show_alarm(alarm, others)`; None takes it away and gives the keyboard back."""

    def __init__(self, window: QWidget, presenter: AlarmPresenter) -> None:
        super().__init__(window)
        self.hide()
        self._presenter, self._words = presenter, AlarmWords(self)
        self.alarm: AlarmModel | None = None
        self._others = 0
        self._before: QWidget | None = None
        self._deaf = QTimer(self, singleShot=True, interval=DEAF_MS)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head, self._mark = QFrame(), IconView("urgent", "bad", "mark")
        set_role(self._head, "note", tone="bad")
        self._title, self._sub = label("", "result"), label("", "strong")
        self._more = BigButton("", "alarm", "bell")
        self._who, self._todo = Card(), Card()
        self._lines = {name: label("", role) for name, role in (("name", "result"), ("place", "lead"), ("note", ""), ("device", "muted"), ("advice", "strong"))}  # fmt: skip
        self._story = label("", "muted")
        self.calls, self._none = CallList(), label("", "muted")
        self.note = QLineEdit()
        self.take, self.close_ = BigButton("", "main", "user-check"), BigButton("", "main", "check")
        self.did = BigButton("", "quiet", "pencil")
        self.false, self.aside = BigButton("", "quiet", "x"), BigButton("", "quiet", "", "Esc")
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.ready()

    def _lay_out(self) -> None:
        self._row, words = QHBoxLayout(self._head), QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._sub)
        self._row.addWidget(self._mark)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._more)
        for line in (*self._lines.values(), self._story):
            self._who.body.addWidget(line)
        self._who.body.addStretch(1)
        self._todo.body.addWidget(self.calls)
        self._todo.body.addWidget(self._none)
        self._todo.body.addStretch(1)
        self._foot = QWidget()
        self._foot.setProperty("role", "clear")
        flow = FlowLayout(self._foot, gap="m")
        for button in (self.take, self.close_, self.did, self.false, self.aside):
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._scroller = Scroller(Sides(self._who, self._todo, (5, 5)))
        self._column.addWidget(self._scroller, 1)
        self._column.addWidget(self.note)
        self._column.addWidget(self._foot)

    def _connect(self) -> None:
        presenter = self._presenter
        self.take.clicked.connect(presenter.take)
        self.close_.clicked.connect(lambda: presenter.close(self.note.text()))
        self.false.clicked.connect(lambda: presenter.close(self.note.text(), True))
        self.did.clicked.connect(lambda: presenter.did(self.note.text(), self.note.clear))
        self.aside.clicked.connect(presenter.aside)
        self._more.clicked.connect(presenter.next)
        self.calls.answered.connect(presenter.called)

    # -- drawing

    def show_alarm(self, alarm: AlarmModel | None, others: int = 0) -> None:
        """Draw it; what stands in the note stays with its alarm."""
        before, self.alarm, self._others = self.alarm, alarm, others
        if alarm is None:
            self._leave()
            return
        if before is None or before.id != alarm.id:
            self.note.clear()
        self.calls.show_calls(alarm.calls, not alarm.ringing)
        for widget, shown in (
            (self.take, alarm.ringing), (self.close_, not alarm.ringing), (self.did, not alarm.ringing),
            (self.false, not alarm.ringing), (self.aside, not alarm.ringing), (self.note, not alarm.ringing),
            (self._none, not alarm.calls), (self._more, others > 0),
        ):  # fmt: skip
            show_if(widget, shown)
        self._say()
        if self.isHidden():
            self._come()
        elif before is not None and before.ringing and not alarm.ringing:
            self.note.setFocus()
            QTimer.singleShot(0, self._show_calls)
        elif alarm.ringing and (before is None or before.id != alarm.id or not before.ringing):
            self._deaf.start()
            self.setFocus()

    def _come(self) -> None:
        self._before = self.window().focusWidget()
        self.setGeometry(self.parentWidget().contentsRect())
        self.show()
        self.raise_()
        self._deaf.start()
        (self if self.alarm is not None and self.alarm.ringing else self.note).setFocus()

    def _show_calls(self) -> None:
        """Where the text is large the calls lie below who it is: they are what comes next."""
        if current().large() and self.calls.rows:
            self._scroller.ensureWidgetVisible(self.calls.rows[0])

    def _leave(self) -> None:
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def retranslate(self) -> None:
        self._who.set_title(self.tr("是谁，在哪里"))
        self._todo.set_title(self.tr("按顺序打电话"))
        self._none.setText(self.tr("没有登记联系电话。请打急事页上的电话。"))
        self.take.setText(self.tr("我来处理"))
        self.close_.setText(self.tr("结束报警"))
        self.did.setText(self.tr("记一笔，不结束"))
        self.false.setText(self.tr("是误报"))
        self.aside.setText(self.tr("先放一边"))
        self.note.setPlaceholderText(self.tr("做了什么、结果怎样，比如：人没事，误碰"))
        self.note.setAccessibleName(self.tr("做了什么、结果怎样"))
        self._say()

    def _say(self) -> None:
        alarm = self.alarm
        if alarm is None:
            return
        sort = self._words.sort(alarm.sort)
        words = [part for part in (sort, alarm.name, alarm.place) if part]
        self._title.setText(self.tr("{sort}！").format(sort=sort) if alarm.ringing else " · ".join(words))
        set_role(self._title, "result" if alarm.ringing else "lead")
        show_if(self._mark, alarm.ringing)
        self._mark.show_icon(self._words.icon(alarm.sort), "bad")
        self._sub.setText(" · ".join(part for part in self._sub_parts(alarm) if part))
        self._more.setText(self.tr("还有 {n} 个报警在响", "", self._others).format(n=self._others))
        name = alarm.name or (self._words.nobody(alarm) if alarm.worn else "")
        texts = {
            "name": name, "place": alarm.place, "note": alarm.note,
            "device": self._words.where(alarm.device, alarm.contact, alarm.gate), "advice": self._words.advice(alarm),
        }  # fmt: skip
        for key, text in texts.items():
            self._lines[key].setText(text)
            show_if(self._lines[key], bool(text))
        set_role(self._lines["name"], "result" if alarm.name else "lead")
        story = [self._words.done(one) for one in alarm.done][-STEPS_SHOWN:]
        self._story.setText("\n".join(story))
        show_if(self._story, bool(story))
        self.setAccessibleName(f"{sort} {name} {alarm.place}")

    def _sub_parts(self, alarm: AlarmModel) -> list[str]:
        return [
            self.tr("练习，不是真的") if alarm.training else "", alarm.at,
            self.tr("电脑时间可能不准") if alarm.clock_uncertain else "",
            self.tr("又按了 {n} 次", "", alarm.again).format(n=alarm.again) if alarm.again else "",
            self.tr("已恢复正常") if alarm.over else "",
            self.tr("正在处理") if not alarm.ringing else self.tr("还没有人处理"),
        ]  # fmt: skip

    def restyle(self) -> None:
        theme = current()
        edge, gap = theme.space("xl"), theme.space("m")
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(gap)
        self._row.setContentsMargins(theme.space("l"), gap, theme.space("l"), gap)
        self._row.setSpacing(theme.space("l"))

    # -- Qt

    def main(self) -> BigButton:
        """What Enter presses."""
        return self.take if self.alarm is not None and self.alarm.ringing else self.close_

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and not self.isHidden():
            self.setGeometry(self.parentWidget().contentsRect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._deaf.isActive() or event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.main().click()
        elif event.key() == Qt.Key.Key_Escape:
            self._presenter.aside()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on it as long as it is there."""
        if self.isHidden():
            return super().focusNextPrevChild(forward)
        inside = (w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stops = [w for w in inside if w.isVisibleTo(self) and w.isEnabled()]
        here = self.window().focusWidget()
        if stops:
            at = stops.index(here) if here in stops else -1 if forward else 0
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
