"""Sections: this gate, screen and sound, camera and printer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSlider, QWidget

from ui.i18n import OWN_NAMES
from ui.pages.settings.model import DevicesModel, LooksModel, PlaceModel
from ui.pages.settings.view_flows import FlowsCard
from ui.pages.settings.view_panel import Panel
from ui.shell import papers
from ui.shell.lens import CameraChoice
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.form import Field, Form, text_box
from ui.widgets.pickers import PickBox
from ui.widgets.themed import label, show_if

SETTLE_MS = 500
LEAST_PX, MOST_PX = 20, 40
LINES = ("site_name", "address", "gate_name", "gate_phone", "aed", "handler", "url_prefix")


class PlacePanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.saved = self.show_model, self._on_saved
        self.form = Form(columns=2)
        self.edits: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        for name in LINES:
            edit = QLineEdit()
            edit.setMaxLength(120)
            edit.textEdited.connect(self._on_edited)
            self.edits[name] = edit
            self.fields[name] = self.form.add(Field("", edit, optional=name not in ("site_name", "gate_name")))
        self.contacts: QPlainTextEdit = text_box(3)
        self.contacts.textChanged.connect(self._on_edited)
        self.fields["contacts"] = Field("", self.contacts, optional=True)
        self.column.addWidget(self.form)
        self.column.addWidget(self.fields["contacts"])
        self.locked = [self.form, self.fields["contacts"]]
        self._dirty = self._filling = False
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("本门岗"), self.tr("名字和电话印在来访证、标签和告知书上；地址和急救设备写在急事页上。")

    def main(self) -> str:
        return self.tr("保存")

    def act(self) -> None:
        values = {name: edit.text() for name, edit in self.edits.items()}
        self.presenter.save(PlaceModel(**values, contacts=self.contacts.toPlainText()))

    def show_model(self, model: PlaceModel) -> None:
        """What is stored; half-typed changes stay."""
        if self._dirty:
            return
        self._filling = True
        for name, edit in self.edits.items():
            edit.setText(getattr(model, name))
        self.contacts.setPlainText(model.contacts)
        self._filling = False

    def draft(self) -> dict[str, Any]:
        values = {name: edit.text() for name, edit in self.edits.items()}
        return {**values, "contacts": self.contacts.toPlainText()} if self._dirty else {}

    def restore(self, draft: dict[str, Any]) -> None:
        self._filling = True
        for name, edit in self.edits.items():
            edit.setText(str(draft.get(name, "")))
        self.contacts.setPlainText(str(draft.get("contacts", "")))
        self._filling, self._dirty = False, True

    def _on_edited(self) -> None:
        self._dirty = self._dirty or not self._filling

    def _on_saved(self) -> None:
        self._dirty = False
        self.done.emit(self.tr("已保存。"))
        self.refresh()

    def retranslate(self) -> None:
        said = {
            "site_name": (self.tr("小区名称"), ""),
            "address": (self.tr("详细地址"), self.tr("打 120、119 时照着念")),
            "gate_name": (self.tr("门岗名称"), ""),
            "gate_phone": (self.tr("门岗电话"), ""),
            "aed": (self.tr("最近的急救设备（AED）"), self.tr("比如：东门门卫室墙上")),
            "handler": (self.tr("谁负责这里的个人信息"), self.tr("写在告知书上，比如：明珠路 88 弄业主委员会")),
            "url_prefix": (
                self.tr("码前面的网址"),
                self.tr("手机误扫时打开的网页；程序自己从不打开。以 https:// 开头"),
            ),
            "contacts": (
                self.tr("急事还要找谁"),
                self.tr("每行一位，先写名字再写电话，比如：物业值班室 1040 0000 0120"),
            ),
        }
        for name, (title, help_text) in said.items():
            self.fields[name].set_words(title, help_text)


class LooksPanel(Panel):
    """Anybody may make the screen readable."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show = self.show_model
        self.model = LooksModel()
        self.languages = Chooser([Choice(lang, "language", words) for lang, words in OWN_NAMES.items()], columns=2)
        self.languages.chosen.connect(presenter.language)
        self._schemes = QWidget()
        self._scheme_row = QHBoxLayout(self._schemes)
        self._scheme_row.setContentsMargins(0, 0, 0, 0)
        self.schemes: Chooser | None = None
        self.size = QSlider(Qt.Orientation.Horizontal)
        self.size.setRange(LEAST_PX, MOST_PX)
        self.size.setPageStep(2)
        self.size.valueChanged.connect(self._on_size)
        self._sample = label("")
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._take_size)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setPageStep(10)
        self.volume.valueChanged.connect(self._on_volume)
        self.muted = QCheckBox()
        self.muted.toggled.connect(self._on_muted)
        self._listen = BigButton("", "row", "volume")
        self._listen.clicked.connect(presenter.listen)
        self._fields = [Field("", widget) for widget in (self.languages, self._schemes, self.size, self.volume)]
        self._card = Card()
        self._card.body.addWidget(self._fields[2])
        self._card.body.addWidget(self._sample)
        sound = Card()
        sound.body.addWidget(self._fields[3])
        row = QHBoxLayout()
        row.addWidget(self.muted, 1)
        row.addWidget(self._listen)
        sound.body.addLayout(row)
        self.speak = QCheckBox()
        self.speak.toggled.connect(self._on_speak)
        sound.body.addWidget(self.speak)
        for widget in (*self._fields[:2], self._card, sound):
            self.column.addWidget(widget)
        self._filling = False
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("显示与声音"), self.tr("只管这台电脑，谁都可以改。")

    def show_model(self, model: LooksModel) -> None:
        self.model, self._filling = model, True
        self.languages.set_choice(model.language)
        if self.schemes is not None:
            self.schemes.set_choice(model.scheme)
        if not self.size.isSliderDown() and not self._settle.isActive():
            self.size.setValue(model.base_px)
        self.volume.setValue(model.volume)
        self.muted.setChecked(model.muted)
        self.speak.setChecked(model.speak)
        self._filling = False

    def _on_size(self, px: int) -> None:
        """The sample follows at once; the whole screen a moment after the hand rests."""
        self._sample.setFont(font(px))
        if not self._filling:
            self._settle.start()

    def _take_size(self) -> None:
        if self.size.isSliderDown():
            self._settle.start()
        else:
            self.presenter.base_px(self.size.value())

    def _on_volume(self, volume: int) -> None:
        if not self._filling:
            self.presenter.volume(volume)
            self.muted.setChecked(False)

    def _on_muted(self, on: bool) -> None:
        if not self._filling:
            self.presenter.muted(on)

    def _on_speak(self, on: bool) -> None:
        if not self._filling:
            self.presenter.speak(on)

    def leave(self) -> None:
        if self._settle.isActive():
            self._settle.stop()
            self.presenter.base_px(self.size.value())

    def retranslate(self) -> None:
        for field, words in zip(
            self._fields, (self.tr("语言"), self.tr("颜色"), self.tr("字的大小"), self.tr("声音大小")), strict=True
        ):
            field.set_words(words)
        if self.schemes is not None:
            self._scheme_row.removeWidget(self.schemes)
            self.schemes.deleteLater()
        choices = [
            Choice("light", "sun", self.tr("浅色")),
            Choice("dark", "moon", self.tr("深色")),
            Choice("contrast", "contrast", self.tr("黑底大反差")),
        ]
        self.schemes = Chooser(choices, columns=3)
        self.schemes.set_choice(self.model.scheme)
        self.schemes.chosen.connect(self.presenter.scheme)
        self._scheme_row.addWidget(self.schemes)
        self._sample.setText(self.tr("来访证有效，可以放行"))
        self.muted.setText(self.tr("静音（真的报警照样响）"))
        self.speak.setText(self.tr("把扫码结果读出声（不读姓名和房号）"))
        self._listen.setText(self.tr("听一下"))
        self.size.setAccessibleName(self.tr("字的大小"))
        self.volume.setAccessibleName(self.tr("声音大小"))


class DevicesPanel(Panel):
    """The camera with its picture, the printer, and the way to the machines."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show = self.show_model
        self.model = DevicesModel()
        self.camera = CameraChoice()
        self._eye, self._scanner, self._paper = Card(), Card(), Card()
        self.all = BigButton("", "tile", "plug-connected")
        self.all.clicked.connect(lambda _=False: presenter.ports.go.to("devices"))
        self.column.addWidget(self.all)
        self._eye.body.addWidget(self.camera)
        self._usual = label("", "quiet")
        self._scanner.body.addWidget(self._usual)
        self.column.addWidget(self._eye)
        self.printer = PickBox()
        self.printer.picked.connect(presenter.print_on)
        self._printer_field = Field("", self.printer)
        self._no_printer = label("", "quiet")
        self._paper.body.addWidget(self._printer_field)
        self._paper.body.addWidget(self._no_printer)
        self.column.addWidget(self._scanner)
        self.column.addWidget(self._paper)
        self.flows = FlowsCard(presenter.ports.extras.get("flows"), presenter.may_edit)
        self.column.addWidget(self.flows)
        self._printers: list[str] = []
        self.locked = [self._eye, self._paper, self.flows]
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("摄像头、扫码枪、打印机"), self.tr("举一张码试试：画面里读到了，就会跳出结果。")

    def refresh(self) -> None:
        self._printers = papers.names()
        super().refresh()
        self.camera.watch(self.presenter.ports.extras.get("eyes"))

    def leave(self) -> None:
        self.camera.leave()

    def show_model(self, model: DevicesModel) -> None:
        self.model = model
        self._show_printers(model.printer)

    def _show_printers(self, chosen: str) -> None:
        rows = [("", self.tr("每次打印时再问"))] + [(name, name) for name in self._printers]
        if chosen and chosen not in self._printers:
            rows.append((chosen, self.tr("{name}（现在没有接上）").format(name=chosen)))
        self.printer.set_choices(rows)
        self.printer.set_key(chosen)
        show_if(self._no_printer, not self._printers)

    def retranslate(self) -> None:
        self.all.setText(self.tr("设备：扫码枪、读卡器、打印机、道闸、柜子、口罩机"))
        self._eye.set_title(self.tr("摄像头"))
        self._scanner.set_title(self.tr("扫码枪"))
        self._paper.set_title(self.tr("打印机"))
        self._printer_field.set_words(self.tr("打印到哪里"), self.tr("选定以后，按「打印」就直接打印"))
        self._no_printer.setText(self.tr("这台电脑还没有打印机。要打印时，会存成文件。"))
        self._usual.setText(self.tr("像键盘一样打字的扫码枪，插上就能用。接在串口上的，请在上面的「设备」里加。"))
        self.flows.say()
        self.show_model(self.model)

    def restyle(self) -> None:
        self.column.setSpacing(current().space("l"))
