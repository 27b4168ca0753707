"""Who answers for what, with phones, and how long that may take by kind: the manager's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.matters.pad import KEYS
from ui.matters.sides import Sides
from ui.matters.words import MatterWords
from ui.pages.hearings.model import Home, Limit
from ui.widgets import Card, Field, PickBox, Stepper, Themed, label, text_box
from ui.widgets import Form as Fields

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter

MOST_HOURS, MOST_DAYS = 72, 60
WHOLE_DAY, DAYTIME = "0-0", "480-1200"


class BodiesView(Themed, QWidget):
    """`save()` writes both sides; the boxes choose what is shown."""

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._presenter, self._words, self._home = presenter, MatterWords(), Home()
        self.body, self.name, self.phones = PickBox(), QLineEdit(), text_box(3)
        self.category, self.first, self.resolve = PickBox(), Stepper(1, MOST_HOURS), Stepper(1, MOST_DAYS)
        self.hours = PickBox()
        self._body, self._name, self._phones = Field("", self.body), Field("", self.name), Field("", self.phones)
        self._category, self._first = Field("", self.category), Field("", self.first)
        self._resolve, self._hours, self._note = Field("", self.resolve), Field("", self.hours), label("", "muted")
        self.name.setMaxLength(40)
        left, right, steps = Card(), Card(), Fields(columns=2)
        steps.add(self._first)
        steps.add(self._resolve)
        for widget in (self._body, self._name, self._phones):
            left.body.addWidget(widget)
        for widget in (self._category, steps, self._hours, self._note):
            right.body.addWidget(widget)
        for card in (left, right):
            card.body.addStretch(1)
        self._cards = (left, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, right))
        self.body.picked.connect(lambda _: self._show_body())
        self.category.picked.connect(lambda _: self._show_limit())
        self.ready()

    def show_home(self, home: Home) -> None:
        """Fresh from the desk; what is being edited stays."""
        first = not self._home.known
        self._home = home
        self.body.set_choices([(one.code, self._words.body(one)) for one in home.bodies])
        if first and home.known:
            self._show_body()
            self._show_limit()

    def save(self) -> None:
        lines = [line.strip() for line in self.phones.toPlainText().splitlines() if line.strip()]
        phones = tuple(_phone(line) for line in lines)
        start, end = (int(part) for part in (self.hours.key() or WHOLE_DAY).split("-"))
        limit = Limit(self.first.value() * 60, self.resolve.value() * 24, start, end)
        self._presenter.save(self.body.key(), self.name.text().strip(), phones, self.category.key(), limit)

    def retranslate(self) -> None:
        self._cards[0].set_title(self.tr("谁来办"))
        self._cards[1].set_title(self.tr("多久要答复"))
        self._body.set_words(self.tr("单位"))
        self._name.set_words(self.tr("小区里怎么叫"))
        self._phones.set_words(self.tr("电话"), self.tr("一行一个，先写谁，再写号码"))
        self._category.set_words(self.tr("哪一类事"))
        self._first.set_words(self.tr("首次答复"))
        self._resolve.set_words(self.tr("办好"))
        self._hours.set_words(self.tr("怎么算时间"))
        self.first.words, self.resolve.words = self.tr("{n} 小时"), self.tr("{n} 天")
        self.category.set_choices([(key, self._words.category(key)) for key in KEYS])
        self.hours.set_choices([(WHOLE_DAY, self.tr("昼夜都算")), (DAYTIME, self.tr("只算 8:00 到 20:00"))])
        self._note.setText(self.tr("只对以后记下的事有效。到时间没人答复，就上报社区；再过一天，上报街道。"))
        self.show_home(self._home)
        self._show_limit()

    def _show_body(self) -> None:
        body = next((one for one in self._home.bodies if one.code == self.body.key()), None)
        if body is not None:
            self.name.setText(body.name)
            self.phones.setPlainText("\n".join(f"{who} {phone}".strip() for who, phone in body.phones))

    def _show_limit(self) -> None:
        limit = self._home.limits.get(self.category.key(), Limit())
        self.first.show_value(max(1, round(limit.first_min / 60)))
        self.resolve.show_value(max(1, round(limit.resolve_h / 24)))
        self.hours.set_key(WHOLE_DAY if limit.from_min == limit.until_min else DAYTIME)


def _phone(line: str) -> tuple[str, str]:
    """`陈主任 1040 0000 0120`: the number begins at the first digit."""
    at = next((n for n, char in enumerate(line) if char.isdigit() or char == "+"), len(line))
    return line[:at].strip(" ：:"), line[at:].strip()
