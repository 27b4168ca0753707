"""The desk of another computer comes here: one calm page, one thing at a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout

from ui import texts
from ui.opening.arriving import ArrivingModel, ArrivingPresenter
from ui.pages.settings.view_panel import fill
from ui.pages.welcome.view_join_file import GROUP, LONGEST
from ui.shell.page import Page
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.form import Field
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

WIDEST, LOOK_MS = 38, 2_000


class ArrivingPage(Page):
    def __init__(self, presenter: ArrivingPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = ArrivingModel()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(presenter.look)
        self.parcel = AttentionRow("info", "usb", "", "", " ")
        self.parcel.acted.connect(self._on_file)
        self.code = SecretLine(LONGEST, keeps=True)  # they are hidden while it works, and cleared when it is done
        self.passphrase, self.again = SecretLine(200, keeps=True), SecretLine(200, keeps=True)
        self.code.textEdited.connect(self._on_edited)
        self.code.returnPressed.connect(self._on_main)
        for secret in (self.passphrase, self.again):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._code_field, self._pass_field = Field("", self.code), Field("", self.passphrase)
        self._again_field = Field("", self.again)
        self._said = label("", "strong", tone="bad")
        self._said.hide()
        self._left = QVBoxLayout()
        for widget in (self.parcel, self._said, self._code_field, self._pass_field, self._again_field):
            self.body.addWidget(widget)
        self.body.addLayout(self._left)
        self.body.addStretch(1)
        self.main = BigButton("", "main", "arrow-right")
        self.main.clicked.connect(self._on_main)
        self.set_main(self.main)
        self._back = BigButton("", "quiet", "arrow-left")
        self._back.clicked.connect(presenter.leave)
        self.add_action(self._back)
        self.ready()

    def on_show(self, **arguments: object) -> None:
        self.presenter.begin()
        self._clock.start()

    def on_back(self) -> bool:
        self.presenter.leave()
        return True

    def show_model(self, model: ArrivingModel) -> None:
        """Draw a stage."""
        turned = model.stage != self.model.stage
        self.model = model
        if model.stage != "choose":
            self._clock.stop()
        if turned and model.stage == "done":
            for secret in (self.code, self.passphrase, self.again):
                secret.clear()
            self._show_left()
        self._say()
        if turned and model.stage == "code":
            self.code.setFocus()
        elif turned:
            self.main.setFocus()

    def _show_left(self) -> None:
        model = self.model
        rows: list[AttentionRow] = []
        if model.waiting and model.linked:
            words = self.tr("还有 {n} 条没送到中心", "", model.waiting).format(n=model.waiting)
            rows.append(AttentionRow("info", "refresh", words, self.tr("接上网以后会从这台电脑自己送出去。")))
        for name in model.ports:
            rows.append(AttentionRow("warn", "plug-connected", name, self.tr("插上以后，请到「设备」页给它选接口。")))
        if not rows:
            rows.append(AttentionRow("ok", "circle-check", self.tr("都搬过来了"), self.tr("可以直接开始登记。")))
        fill(self._left, list(rows))

    def _on_edited(self, text: str) -> None:
        """The dashes come by themselves while one types at the end."""
        self._code_field.set_error("")
        if self.code.cursorPosition() < len(text):
            return
        letters = "".join(c for c in text.upper() if c.isalnum())
        self.code.setText("-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP)))

    def _on_main(self) -> None:
        for field in (self._code_field, self._pass_field, self._again_field):
            field.set_error("")
        show_if(self._said, False)
        if self.model.stage == "choose":
            self._on_file()
        elif self.model.stage == "code":
            self.presenter.go(self.code.text(), self.passphrase.text(), self.again.text())
        elif self.model.stage == "done":
            self.presenter.open()

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择搬家文件"), "", self.tr("门岗台搬家文件 (*.gdmove);;所有文件 (*)")
        )
        if name:
            self.presenter.choose(Path(name))

    def _on_wrong(self, where: str, error: Exception) -> None:
        words = texts.of_error(error)
        field = {"code": self._code_field, "passphrase": self._pass_field}.get(where)
        if field is not None:
            field.set_error(words)
        self._said.setText("" if field else words)
        show_if(self._said, field is None)

    def _say(self) -> None:
        model = self.model
        asks = model.stage == "code"
        heading = {
            "choose": (self.tr("从另一台电脑搬来"), self.tr("请插上原来那台电脑打包好的 U 盘，几秒钟后会出现在这里。")),
            "code": (self.tr("请输入搬家码"), self.tr("打包的时候抄在纸上的 5 组字。")),
            "working": (self.tr("正在搬进来，请不要拔 U 盘"), ""),
            "done": (self.tr("「{gate}」搬到这台电脑了").format(gate=model.gate), ""),
        }[model.stage]
        self.set_heading(*heading)
        place = self.tr("{site} · {gate}").format(site=model.site, gate=model.gate)
        self.parcel.show_matter("info", "usb", place, self.tr("{when} 打包的").format(when=model.when))
        self.parcel.button.setText(self.tr("换一个文件"))
        show_if(self.parcel, asks)
        show_if(self._code_field, asks)
        for field in (self._pass_field, self._again_field):
            show_if(field, asks and model.passphrase)
        self.main.setText(
            {"choose": self.tr("自己选文件"), "code": self.tr("搬进来"), "done": self.tr("开始使用")}.get(
                model.stage, " "
            )
        )
        show_if(self.main, model.stage != "working")
        show_if(self._back, model.stage in ("choose", "code"))

    def retranslate(self) -> None:
        self._back.setText(self.tr("返回"))
        self._code_field.set_words(self.tr("搬家码"), self.tr("5 组，每组 4 个字"))
        self._pass_field.set_words(
            self.tr("给这台电脑设一个口令"), self.tr("这台电脑不能自己保管钥匙，以后每次打开要输入它。")
        )
        self._again_field.set_words(self.tr("再输一次口令"), "")
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self._left.setSpacing(current().space("s"))
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        theme = current()
        side = max(theme.space("xl"), (self.width() - WIDEST * theme.text()) // 2)
        top = max(theme.space("l"), (self.height() - 26 * theme.text()) // 2)
        self._all.setContentsMargins(side, top, side, theme.space("xxl"))
