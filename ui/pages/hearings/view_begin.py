"""Who receives: a sitting opened without the roster, or somebody standing in for a receiver."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.hearings.model import CAPACITIES, Sitting
from ui.pages.hearings.view_words import HearingsWords
from ui.texts import sentence
from ui.theme import current
from ui.widgets import Card, Field, Form, PickBox, Stepper, Themed, label, show_if

MOST, HOURS = 40, 2


class BeginView(Themed, QWidget):
    """`sitting` None: a new one. Signal `entered()`: Enter in the name."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self.sitting = HearingsWords(), None
        self.label, self.place, self.hours = QLineEdit(), QLineEdit(), Stepper(1, 8)
        self.capacity, self.absent = PickBox(), PickBox()
        self._label, self._place = Field("", self.label), Field("", self.place, optional=True)
        self._capacity, self._absent = Field("", self.capacity), Field("", self.absent)
        self._hours, self._hint = Field("", self.hours), label("", "lead")
        fields, card = Form(columns=2), Card()
        for field in (self._absent, self._label, self._capacity, self._place, self._hours):
            fields.add(field)
        for line in (self.label, self.place):
            line.setMaxLength(MOST)
            line.returnPressed.connect(self.entered)
        card.body.addWidget(self._hint)
        card.body.addWidget(fields)
        card.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self.hours.show_value(HOURS)
        self.ready()

    def begin(self, sitting: Sitting | None) -> None:
        self.sitting = sitting
        self.label.clear()
        self.place.clear()
        self._say()
        self.label.setFocus()

    def lacks(self) -> bool:
        """Nobody is named yet: says so."""
        missing = not self.label.text().strip()
        self._label.set_error(self.tr("请写是谁，比如「陈主任」。") if missing else "")
        if missing:
            self.label.setFocus()
        return missing

    def retranslate(self) -> None:
        self._label.set_words(self.tr("谁来接待"))
        self._place.set_words(self.tr("在哪里"))
        self._capacity.set_words(self.tr("是哪里的"))
        self._absent.set_words(self.tr("谁没来"))
        self._hours.set_words(self.tr("几个小时"))
        self.hours.words = self.tr("{n} 小时")
        self.capacity.set_choices([(one, sentence(f"receiver.{one}")) for one in CAPACITIES])
        self._say()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _say(self) -> None:
        sitting = self.sitting
        show_if(self._absent, sitting is not None)
        for field in (self._place, self._hours):
            show_if(field, sitting is None)
        self._hint.setText(
            self.tr("顶班的人会和没来的人写在一起。") if sitting else self.tr("不在排班里也可以接待，从现在开始算。")
        )
        receivers = sitting.receivers if sitting is not None else ()
        rows = [(one.member or one.label, self._words.receiver(one)) for one in receivers]
        self.absent.set_choices([*rows, ("", self.tr("都在，再加一位"))])
