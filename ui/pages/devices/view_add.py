"""The steps of adding a device: plug it in, what is it, which model, is it there, what do we call it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.devices.model import ROLES, Adding, DevicesModel, PortRow, Setting, Step
from ui.pages.devices.view_words import icon, word
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    BigButton,
    Card,
    Choice,
    Chooser,
    EmptyState,
    Field,
    FlowLayout,
    Form,
    PickBox,
    Pill,
    Themed,
    label,
    show_if,
)
from ui.widgets.attention import AttentionRow
from ui.widgets.themed import IconView

if TYPE_CHECKING:
    from ui.pages.devices.presenter import DevicesPresenter

LEFT = Qt.AlignmentFlag.AlignLeft


class PortStep(Themed, QWidget):
    """What is plugged in, the newest first; and the ways that need no port."""

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._add = presenter.adding
        self.rows: list[AttentionRow] = []
        self._shown: tuple[PortRow, ...] | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.found, self.other = Card(), Card()
        self.empty = EmptyState("usb", "", "")
        self.found.body.addWidget(self.empty)
        ways = QWidget()
        ways.setProperty("role", "clear")
        flow = FlowLayout(ways, gap="m", equal=True, columns=2)
        self.practise, self.usb = BigButton("", "tile", "mood-smile"), BigButton("", "tile", "usb")
        self.practise.clicked.connect(lambda _=False: self._add.practise())
        self.usb.clicked.connect(lambda _=False: self._add.choose_port(""))
        for button in (self.practise, self.usb):
            flow.addWidget(button)
        self.address, self.take = QLineEdit(), BigButton("", "row", "check")
        self.take.clicked.connect(lambda _=False: self._typed())
        self.address.returnPressed.connect(self._typed)
        self.typed = Field("", self.address)
        line = QHBoxLayout()
        line.addWidget(self.typed, 1)
        line.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        self.other.body.addWidget(ways)
        self.other.body.addLayout(line)
        self.column.addWidget(self.found)
        self.column.addWidget(self.other)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: DevicesModel) -> None:
        if model.ports == self._shown:
            return
        self._shown = model.ports
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(port) for port in model.ports]
        for row in self.rows:
            self.found.body.addWidget(row)
        show_if(self.empty, not self.rows)
        self.found.set_title(self.tr("插着的接口") if self.rows else "")

    def _row(self, port: PortRow) -> AttentionRow:
        title = port.words or port.name
        parts = [port.name] if port.words else []
        parts += [self.tr("刚插上")] if port.fresh else []
        parts += [self.tr("「{name}」在用").format(name=port.used_by)] if port.used_by else []
        row = AttentionRow("ok" if port.fresh else "info", "usb", title, " · ".join(parts), self.tr("是它"))
        row.acted.connect(lambda: self._add.choose_port(port.address))
        return row

    def _typed(self) -> None:
        if address := self.address.text().strip():
            self._add.choose_port(address)

    def retranslate(self) -> None:
        self.empty.show_state("usb", self.tr("请把设备插上、通上电"), self.tr("插上以后，三秒内会出现在这里。"))
        self.other.set_title(self.tr("不是插在串口上的"))
        self.practise.setText(self.tr("没有机器，先练习"))
        self.usb.setText(self.tr("USB 读卡器或扫码枪"))
        self.typed.set_words(self.tr("或者写上地址"))
        self.address.setPlaceholderText(self.tr("网络打印机写 lan:192.0.2.7"))
        self.take.setText(self.tr("用这个地址"))
        self._shown = None

    def restyle(self) -> None:
        self.column.setSpacing(current().space("m"))


class KindStep(Themed, QWidget):
    """Pictures of what it may be."""

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.chooser: Chooser | None = None
        self.ready()

    def retranslate(self) -> None:
        choices = [Choice(role, icon(role), word("role", role), word("for", role)) for role in ROLES]
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
        self.chooser = Chooser(choices, columns=3)
        self.chooser.chosen.connect(self._presenter.adding.choose_kind)
        self.column.insertWidget(0, self.chooser)
        self.column.addStretch(1)

    def draw(self, model: DevicesModel) -> None:
        if self.chooser is not None:
            self.chooser.set_choice("")


class ModelStep(Themed, QWidget):
    """Which model, and the few settings that stand on it."""

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._settings: tuple[Setting, ...] = ()
        self._of = ""
        self.editors: dict[str, QLineEdit | PickBox] = {}
        self.driver = PickBox()
        self.driver.picked.connect(presenter.adding.choose_driver)
        self.picture = IconView("machine-scanner", "accent", "mark")
        self.which = Field("", self.driver)
        self.card, self.form, self.says = Card(), Form(columns=3), label("", "muted")
        row = QHBoxLayout()
        row.addWidget(self.picture)
        row.addWidget(self.which, 1)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.says)
        self.card.body.addWidget(self.form)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.ready()

    def draw(self, model: DevicesModel) -> None:
        adding = model.adding
        self.picture.show_icon(icon(adding.role))
        self.driver.set_choices([(name, word("driver", name)) for name in adding.drivers])
        self.driver.set_key(adding.driver)
        if (adding.driver, adding.settings) != (self._of, self._settings):
            self._of, self._settings = adding.driver, adding.settings
            self._fill()
        show_if(self.says, bool(self._settings))

    def _fill(self) -> None:
        old, self.form = self.form, Form(columns=3)
        self.card.body.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self.editors = {}
        for one in self._settings:
            editor: QLineEdit | PickBox
            if one.choices:
                editor = PickBox(
                    [(choice, word("option", f"choice.{choice}").removeprefix("choice.")) for choice in one.choices]
                )
                editor.set_key(one.value)
            else:
                editor = QLineEdit(one.value)
            self.editors[one.name] = editor
            self.form.add(Field(word("option", one.name), editor))

    def settings(self) -> tuple[Setting, ...]:
        """As they stand in the fields."""

        def value(one: Setting) -> str:
            editor = self.editors[one.name]
            return editor.key() if isinstance(editor, PickBox) else editor.text().strip()

        return tuple(replace(one, value=value(one)) for one in self._settings)

    def retranslate(self) -> None:
        self.which.set_words(self.tr("型号"))
        self.says.setText(self.tr("这些写在机器的说明书或铭牌上；不知道就先不改。"))


class TryStep(Themed, QWidget):
    """Is it there? Nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.card, self.pill, self.says = Card(), Pill(""), label("", "strong")
        self.picture = IconView("machine-scanner", "accent", "mark")
        row, words = QHBoxLayout(), QVBoxLayout()
        words.addWidget(self.pill, 0, LEFT)
        words.addWidget(self.says)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self.card.body.addLayout(row)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def draw(self, model: DevicesModel) -> None:
        adding = model.adding
        self.picture.show_icon(icon(adding.role))
        if adding.probing:
            self.pill.show_state("info", "hourglass", self.tr("正在问"))
            self.says.setText(self.tr("正在和它打招呼，什么都不会动。"))
        elif adding.probe == "ok":
            self.pill.show_state("ok", "", self.tr("找到了"))
            self.says.setText(self._good(adding))
        else:
            self.pill.show_state("bad", "", self.tr("没找到"))
            self.says.setText(sentence(adding.probe) if adding.probe else "")

    def _good(self, adding: Adding) -> str:
        if adding.training:
            return self.tr("练习设备准备好了，可以让它出各种故障。")
        return self.tr("接口通了，没有动它。")


class NameStep(Themed, QWidget):
    """What people call it, and where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.name, self.place = QLineEdit(), QLineEdit()
        self.name.setMaxLength(40)
        self.place.setMaxLength(60)
        self.called, self.stands = Field("", self.name), Field("", self.place, optional=True)
        self.picture = IconView("machine-scanner", "accent", "mark")
        form = Form(columns=2)
        form.add(self.called)
        form.add(self.stands)
        self.card = Card()
        row = QHBoxLayout()
        row.addWidget(self.picture)
        row.addWidget(form, 1)
        self.card.body.addLayout(row)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.ready()

    def fill(self, adding: Adding) -> None:
        self.picture.show_icon(icon(adding.role))
        self.name.setText(adding.name)
        self.place.setText(adding.place)

    def retranslate(self) -> None:
        self.called.set_words(self.tr("叫什么"))
        self.stands.set_words(self.tr("放在哪里"))
        self.place.setPlaceholderText(self.tr("比如 门岗窗口左边"))


class AddPanel(Themed, QWidget):
    """One step at a time."""

    def __init__(self, presenter: DevicesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.port, self.kind, self.model_step = PortStep(presenter), KindStep(presenter), ModelStep(presenter)
        self.try_step, self.name_step = TryStep(), NameStep()
        self.steps: dict[Step, QWidget] = {
            Step.PORT: self.port, Step.KIND: self.kind, Step.MODEL: self.model_step, Step.TRY: self.try_step,
            Step.NAME: self.name_step,
        }  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for step in self.steps.values():
            column.addWidget(step, 1)
        self._step: tuple[Step, str] | None = None

    def draw(self, model: DevicesModel) -> None:
        adding = model.adding
        for step, widget in self.steps.items():
            show_if(widget, step is adding.step)
        for drawn in (self.port, self.kind, self.model_step, self.try_step):
            if self.steps[adding.step] is drawn:
                drawn.draw(model)
        now = (adding.step, adding.id)
        if adding.step is Step.NAME and self._step != now:  # filled once: somebody types in it
            self.name_step.fill(adding)
        self._step = now
