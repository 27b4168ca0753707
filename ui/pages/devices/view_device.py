"""One device: how it stands and what to do, what it can do with a button each, and, for practice, its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import i18n
from ui.pages.devices.model import DevicesModel, DeviceView, Try
from ui.pages.devices.view_words import does, heard_words, icon, word
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, Card, FlowLayout, PickBox, Pill, Stepper, Themed, label, show_if
from ui.widgets.themed import IconView

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter

LEFT = Qt.AlignmentFlag.AlignLeft
TOP = Qt.AlignmentFlag.AlignTop


class DevicePanel(Themed, QWidget):
    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._drawn: tuple[object, ...] = ()
        self.tries: dict[str, BigButton] = {}
        self.numbers: dict[str, Stepper] = {}
        self.hands: dict[str, BigButton] = {}
        self._handed: tuple[tuple[str, str], ...] = ()
        self.picture = IconView("machine-scanner", "accent", "mark")
        self.pill, self.says, self.heard, self.where = Pill(""), label("", "strong"), label(""), label("", "muted")
        self.again = BigButton("", "row", "refresh")
        self.again.clicked.connect(lambda _=False: presenter.hurry())
        self.state, self.abilities, self.practice = Card(), Card(), Card()
        self._flow = _flow(self.abilities)
        self._lay_state()
        self.fault = PickBox()
        self.fault.picked.connect(presenter.fault)
        self._fault_words, self._hand_words = label("", "muted"), label("", "muted")
        self.practice.body.addWidget(self._fault_words)
        self.practice.body.addWidget(self.fault)
        self.practice.body.addWidget(self._hand_words)
        self._hands = _flow(self.practice)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._beside, right = QHBoxLayout(), QVBoxLayout()
        right.addWidget(self.abilities)
        right.addWidget(self.practice)
        right.addStretch(1)
        self._right = right
        self._beside.addWidget(self.state, 1, TOP)
        self._beside.addLayout(right, 1)
        self.column.addLayout(self._beside)
        self.column.addStretch(1)
        self.ready()

    def _lay_state(self) -> None:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self.picture, 0, TOP)
        words.addWidget(self.pill, 0, LEFT)
        for part in (self.says, self.heard, self.where):
            words.addWidget(part)
        words.addWidget(self.again, 0, LEFT)
        row.addLayout(words, 1)
        self.state.body.addLayout(row)

    def draw(self, model: DevicesModel) -> None:
        view = model.open
        row = view.row
        good = row.ok and not row.off
        tone, mark = (
            ("plain", "")
            if row.off
            else ("ok", "")
            if row.code == "device.ready"
            else ("info", "hourglass")
            if good
            else ("bad", "")
        )
        words = (
            self.tr("没有启用")
            if row.off
            else self.tr("正常")
            if row.code == "device.ready"
            else self.tr("正在连接")
            if good
            else self.tr("有问题")
        )
        self.picture.show_icon(icon(row.role), "bad" if tone == "bad" else "accent")
        self.pill.show_state(tone, mark, words)
        self.says.setText(self.tr("已经停用，按下面的「启用」再用它。") if row.off else sentence(row.code))
        self.heard.setText(self.tr("最近一次：{words}").format(words=heard_words(view.heard)) if view.heard else "")
        self.where.setText(self._where(view))
        for part in (self.heard, self.where):
            show_if(part, bool(part.text()))
        show_if(self.again, not good and not row.off)
        self._draw_abilities(view, model.may_use and not row.off)
        self._draw_practice(view)

    def _where(self, view: DeviceView) -> str:
        parts = [word("driver", view.row.driver)]
        if view.row.place:
            parts.append(view.row.place)
        parts.append(self.tr("练习用，不接机器") if view.row.training else view.address)
        if view.waiting:
            parts.append(self.tr("{n} 件在等", "", view.waiting).format(n=view.waiting))
        return " · ".join(part for part in parts if part)

    def _draw_abilities(self, view: DeviceView, may: bool) -> None:
        key = (view.row.id, view.tries, i18n.current())
        if self._drawn != key:
            self._drawn = key
            _clear(self._flow)
            self.tries.clear()
            self.numbers.clear()
            for one in view.tries:
                self._add_try(view.row.role, one)
        for button in self.tries.values():
            button.setEnabled(may)
        show_if(self.abilities, True)
        self.abilities.set_title(
            self.tr("试一试") if view.tries else self.tr("它只会说，不用吩咐：放一张卡、扫一个码、按一下按钮试试。")
        )

    def _add_try(self, role: str, one: Try) -> None:
        button = BigButton(does(role, one.action), "quiet", "")
        if one.asks:
            box = QWidget()
            box.setProperty("role", "clear")
            pair = QHBoxLayout(box)
            pair.setContentsMargins(0, 0, 0, 0)
            number = Stepper(one.least, one.most)
            number.name(does(role, one.action))
            pair.addWidget(button)
            pair.addWidget(number)
            self.numbers[one.action] = number
            self._flow.addWidget(box)
        else:
            self._flow.addWidget(button)
        button.clicked.connect(lambda _=False, name=one.action: self._attempt(name))
        self.tries[one.action] = button

    def _attempt(self, action: str) -> None:
        number = self.numbers.get(action)
        self._presenter.attempt(action, number.value() if number is not None else 0)

    def _draw_practice(self, view: DeviceView) -> None:
        show_if(self.practice, bool(view.faults))
        if not view.faults:
            return
        self.fault.set_choices([(fault, word("play", fault)) for fault in view.faults])
        self.fault.set_key(view.fault)
        if self._handed != view.hands:  # the same hand does another thing at another device
            self._handed = view.hands
            _clear(self._hands)
            self.hands = {}
            for name, command in view.hands:
                button = BigButton("", "row", "")
                button.clicked.connect(lambda _=False, command=command: self._presenter.hand(command))
                self._hands.addWidget(button)
                self.hands[name] = button
        for name, button in self.hands.items():
            button.setText(word("hand", name))
        show_if(self._hand_words, bool(view.hands))

    def retranslate(self) -> None:
        self.again.setText(self.tr("修好了，再连一次"))
        self.practice.set_title(self.tr("练习"))
        self._fault_words.setText(self.tr("让它出这种故障："))
        self._hand_words.setText(self.tr("在它跟前做这些："))
        self.fault.setAccessibleName(self.tr("让它出这种故障："))

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))
        self._beside.setSpacing(current().space("m"))
        self._right.setSpacing(current().space("m"))


def _flow(card: Card) -> FlowLayout:
    holder = QWidget()
    holder.setProperty("role", "clear")
    flow = FlowLayout(holder, gap="m")
    card.body.addWidget(holder)
    return flow


def _clear(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
