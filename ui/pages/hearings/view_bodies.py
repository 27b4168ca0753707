"""Who answers for what, with phones, and how long that may take by kind: the manager's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.matters.lines import BodyLine
from ui.matters.pad import KEYS
from ui.matters.words import USUAL, MatterWords
from ui.pages.hearings.model import BodyForm, Home, Limit
from ui.widgets import BigButton, Card, Field, FlowLayout, PickBox, Sides, Stepper, Themed, label, show_if, text_box
from ui.widgets import Form as Fields

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter

MOST_HOURS, MOST_DAYS = 72, 60
WHOLE_DAY, DAYTIME = "0-0", "480-1200"
NEW = "+"


class BodiesView(Themed, QWidget):
    """`save()` writes both sides; the boxes choose what is shown. dropped(code): a body of the site's own goes."""

    dropped = Signal(str)

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._presenter, self._words, self._home = presenter, MatterWords(), Home()
        self._wanted = ""
        self.body, self.name, self.phones, self.level = PickBox(), QLineEdit(), text_box(3), PickBox()
        self.kinds = {key: QCheckBox() for key in KEYS}
        self.drop = BigButton("", "quiet", "trash")
        self.category, self.first, self.resolve = PickBox(), Stepper(1, MOST_HOURS), Stepper(1, MOST_DAYS)
        self.hours = PickBox()
        self._body, self._name, self._phones = Field("", self.body), Field("", self.name), Field("", self.phones)
        self._level, self._asked = Field("", self.level), label("", "strong")
        self._category, self._first = Field("", self.category), Field("", self.first)
        self._resolve, self._hours, self._note = Field("", self.resolve), Field("", self.hours), label("", "muted")
        self.name.setMaxLength(40)
        self._lay_out()
        self.body.picked.connect(lambda _: self._show_body())
        self.category.picked.connect(lambda _: self._show_limit())
        self.drop.clicked.connect(lambda: self.dropped.emit(self.body.key()))
        self.ready()

    def _lay_out(self) -> None:
        left, right, steps, holder = Card(), Card(), Fields(columns=2), QWidget()
        steps.add(self._first)
        steps.add(self._resolve)
        holder.setProperty("role", "clear")
        self._flow = FlowLayout(holder, gap="s", equal=True, columns=4)
        for box in self.kinds.values():
            self._flow.addWidget(box)
        for widget in (self._body, self._name, self._level, self._phones, self._asked, holder, self.drop):
            left.body.addWidget(widget)
        for widget in (self._category, steps, self._hours, self._note):
            right.body.addWidget(widget)
        for card in (left, right):
            card.body.addStretch(1)
        self._cards = (left, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, right, (6, 5)))

    def show_home(self, home: Home) -> None:
        """Fresh from the desk; what is being edited stays."""
        first = not self._home.known or bool(self._wanted)
        self._home = home
        self._say_bodies()
        if self._wanted and home.known:
            self.body.set_key(self._wanted)
            self._wanted = ""
        if first and home.known:
            self._show_body()
            self._show_limit()

    def choose(self, code: str) -> None:
        """It was written, or ("") is there no longer: the form shows what the desk says next."""
        self._wanted = code or USUAL[0]

    def form(self) -> BodyForm:
        """What is filled in on the left."""
        lines = [line.strip() for line in self.phones.toPlainText().splitlines() if line.strip()]
        code = self.body.key()
        kinds = tuple(key for key, box in self.kinds.items() if box.isChecked())
        return BodyForm(
            "" if code == NEW else code, self.name.text().strip(), int(self.level.key() or 0),
            tuple(_phone(line) for line in lines), kinds,
        )  # fmt: skip

    def save(self) -> None:
        start, end = (int(part) for part in (self.hours.key() or WHOLE_DAY).split("-"))
        limit = Limit(self.first.value() * 60, self.resolve.value() * 24, start, end)
        self._presenter.save(self.form(), self.category.key(), limit)

    def retranslate(self) -> None:
        self._cards[0].set_title(self.tr("谁来办"))
        self._cards[1].set_title(self.tr("多久要答复"))
        self._body.set_words(self.tr("单位"))
        self._name.set_words(self.tr("小区里怎么叫"))
        self._level.set_words(self.tr("是哪一级"))
        self._phones.set_words(self.tr("电话"), self.tr("一行一个，先写谁，再写号码"))
        self._asked.setText(self.tr("哪些事先找它（一类事只归一家，勾了这家，别家就去掉）"))
        self.drop.setText(self.tr("去掉这个单位"))
        self._category.set_words(self.tr("哪一类事"))
        self._first.set_words(self.tr("首次答复"))
        self._resolve.set_words(self.tr("办好"))
        self._hours.set_words(self.tr("怎么算时间"))
        self.first.words, self.resolve.words = self.tr("{n} 小时"), self.tr("{n} 天")
        for key, box in self.kinds.items():
            box.setText(self._words.category(key))
        self.level.set_choices(
            [("0", self.tr("办事的单位")), ("1", self.tr("社区：没人答复时报给它")), ("2", self.tr("街道：再没人答复报给它"))]
        )  # fmt: skip
        self.category.set_choices([(key, self._words.category(key)) for key in KEYS])
        self.hours.set_choices([(WHOLE_DAY, self.tr("昼夜都算")), (DAYTIME, self.tr("只算 8:00 到 20:00"))])
        self._note.setText(self.tr("只对以后记下的事有效。到时间没人答复，就上报社区；再过一天，上报街道。"))
        self._say_bodies()
        self._show_limit()

    def _say_bodies(self) -> None:
        bodies = [(one.code, self._words.body(one)) for one in self._home.bodies]
        self.body.set_choices([*bodies, (NEW, self.tr("加一个单位…"))] if bodies else [])

    def _show_body(self) -> None:
        code = self.body.key()
        body = next((one for one in self._home.bodies if one.code == code), BodyLine(""))
        self.name.setText(body.name)
        self.phones.setPlainText("\n".join(self._words.phones(body)))
        self.level.set_key(str(body.level))
        for key, box in self.kinds.items():
            box.setChecked(key in body.categories)
        own = bool(code) and code not in USUAL
        show_if(self._level, own)
        show_if(self.drop, own and code != NEW)
        if code == NEW:
            self.name.setFocus()

    def _show_limit(self) -> None:
        limit = self._home.limits.get(self.category.key(), Limit())
        self.first.show_value(max(1, round(limit.first_min / 60)))
        self.resolve.show_value(max(1, round(limit.resolve_h / 24)))
        self.hours.set_key(WHOLE_DAY if limit.from_min == limit.until_min else DAYTIME)


def _phone(line: str) -> tuple[str, str]:
    """`陈主任 1040 0000 0120`: the number begins at the first digit."""
    at = next((n for n, char in enumerate(line) if char.isdigit() or char == "+"), len(line))
    return line[:at].strip(" ：:"), line[at:].strip()
