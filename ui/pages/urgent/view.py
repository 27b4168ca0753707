"""The urgent card on the screen: numbers, our own address to read aloud, who and what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.pages.urgent.model import NUMBERS, UrgentModel
from ui.pages.urgent.view_numbers import NumberButton
from ui.shell.page import Page
from ui.theme import current
from ui.widgets import BigButton, Card, FlowLayout, label, show_if

if TYPE_CHECKING:
    from ui.pages.urgent.presenter import UrgentPresenter

ICONS = ("ambulance", "flame", "shield-x")
ALARM_MS = 2500
WIDE_EMS = 42  # in letters of the base text


class UrgentPage(Page):
    """Everything on one screen, nothing to type."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"settings", "site", "session"})

    def __init__(self, presenter: UrgentPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = UrgentModel()
        self.numbers = [NumberButton(number, icon) for number, icon in zip(NUMBERS, ICONS, strict=True)]
        self._group = QButtonGroup(self)
        self.say, self.near = Card(tone="bad"), Card()
        self._address = label("", "result")
        self._back_on, self._guide = label("", "strong"), label("")
        self._aed_head, self._aed = label("", "muted"), label("", "strong")
        self._people_head, self._people = label("", "muted"), label("", "strong")
        self._hint, self._fill = label("", "muted"), BigButton("", "row", "pencil")
        self._fill.clicked.connect(presenter.fill_in)
        self._records = BigButton("", "row", "urgent")
        self._records.clicked.connect(presenter.records)
        self._lay_out()
        self._ring = QTimer(self, interval=ALARM_MS)
        self._ring.timeout.connect(presenter.alarm)
        self.roll, self.alarm = BigButton("", "quiet", "list-check", "F10"), BigButton("", "alarm", "alarm")
        self._leave = BigButton("", "quiet", "", "Esc")
        self.roll.clicked.connect(presenter.roll_call)
        self.alarm.clicked.connect(self._on_alarm)
        self._leave.clicked.connect(presenter.leave)
        self._acts = QWidget()
        acts = FlowLayout(self._acts, gap="m")
        for button in (self.roll, self.alarm, self._leave):
            acts.addWidget(button)
        self.beside.addWidget(self._acts)
        self.numbers[0].setChecked(True)
        self.ready()

    def _lay_out(self) -> None:
        top = QWidget()
        row = FlowLayout(top, gap="m", equal=True, columns=3)
        for button in self.numbers:
            self._group.addButton(button)
            button.toggled.connect(self._say)
            row.addWidget(button)
        for words in (self._address, self._back_on, self._guide):
            self.say.body.addWidget(words)
        self.say.body.addStretch(1)
        for words in (self._aed_head, self._aed, self._people_head, self._people, self._hint):
            self.near.body.addWidget(words)
        for button in (self._fill, self._records):
            self.near.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.near.body.addStretch(1)
        cards = QWidget()
        below = FlowLayout(cards, gap="m", equal=True, columns=2)
        below.addWidget(self.say)
        below.addWidget(self.near)
        self.body.addWidget(top)
        self.body.addWidget(cards)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_acts()

    def restyle(self) -> None:
        super().restyle()
        self._place_acts()

    def _place_acts(self) -> None:
        """Beside the heading, so that all fits on one screen; under the numbers where the text is large."""
        wide = self.width() >= WIDE_EMS * current().text()
        if wide and self.beside.indexOf(self._acts) < 0:
            self.beside.addWidget(self._acts)
        elif not wide and self.body.indexOf(self._acts) < 0:
            self.body.insertWidget(1, self._acts)

    def on_show(self, **arguments: Any) -> None:
        self._presenter.refresh()

    def on_hide(self) -> None:
        self._stop()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_model(self, model: UrgentModel) -> None:
        """Draw the card."""
        self.model = model
        self._say()

    def ringing(self) -> bool:
        return self._ring.isActive()

    def retranslate(self) -> None:
        for button, word in zip(self.numbers, (self.tr("急救"), self.tr("火警"), self.tr("报警")), strict=True):
            button.set_word(word)
        self.roll.setText(self.tr("清点名单"))
        self._leave.setText(self.tr("返回"))
        self._fill.setText(self.tr("去填写"))
        self._records.setText(self.tr("呼救和报警记录"))
        self._aed_head.setText(self.tr("最近的除颤器（AED）"))
        self._people_head.setText(self.tr("再打给"))
        self._say()

    def _say(self) -> None:
        model = self.model
        self.set_heading(self.tr("先打电话，再照着下面念"))
        place = " · ".join(part for part in (model.estate, model.gate) if part)
        self.say.set_title(self.tr("我们在：{place}").format(place=place))
        self._address.setText(model.address)
        show_if(self._address, bool(model.address))
        self._back_on.setText(self.tr("回电请打 {phone}").format(phone=model.phone))
        show_if(self._back_on, bool(model.phone))
        self._guide.setText(self._guide_words())
        self._aed.setText(model.aed or self.tr("还没有填写"))
        people = [self.tr("{name}  {phone}").format(name=one.name, phone=one.phone) for one in model.contacts]
        self._people.setText("\n".join(people) or self.tr("还没有填写"))
        self._say_hint()
        self.alarm.setText(self.tr("停止警报") if self.ringing() else self.tr("响警报"))

    def _say_hint(self) -> None:
        model = self.model
        lacks = [
            word
            for word, there in (
                (self.tr("小区地址"), model.address),
                (self.tr("门岗电话"), model.phone),
                (self.tr("除颤器位置"), model.aed),
                (self.tr("联系人"), model.contacts),
            )
            if not there
        ]
        words = self.tr("平时请管理员在“设置 · 急事”里填好：{what}").format(what=self.tr("、").join(lacks))
        self._hint.setText(words)
        show_if(self._hint, bool(lacks))
        show_if(self._fill, bool(lacks) and not model.locked)

    def _guide_words(self) -> str:
        chosen = next((n for n, button in zip(NUMBERS, self.numbers, strict=True) if button.isChecked()), NUMBERS[0])
        return {
            "120": self.tr(
                "1. 几个人，多大年纪，清醒吗，有没有呼吸\n2. 派一个人到门口接救护车\n3. 对方没说挂，先不要挂"
            ),
            "119": self.tr("1. 几栋几楼，烧的是什么，有没有人被困\n2. 打开消防通道，别坐电梯\n3. 清点名单，到空地集合"),
            "110": self.tr("1. 什么事，几个人，往哪边去了\n2. 走失的说清年龄和衣着\n3. 先护好自己和旁边的人"),
        }[chosen]

    def _on_alarm(self) -> None:
        if self.ringing():
            self._stop()
        else:
            self._presenter.alarm()
            self._ring.start()
        self._say()

    def _stop(self) -> None:
        self._ring.stop()
        self._say()
