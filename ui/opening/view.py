"""The desk will not open: one calm page over the whole window, with the next step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit

from ui import texts
from ui.opening.model import OpeningModel
from ui.opening.presenter import OpeningPresenter
from ui.shell.page import Page
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.form import Field
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

WIDEST = 38
MAIN = {
    "passphrase": "_on_enter",
    "code": "_on_enter",
    "restore": "_on_restore",
    "file": "_on_file",
    "again": "_on_again",
}


class OpeningPage(Page):
    def __init__(self, presenter: OpeningPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = OpeningModel()
        self._card = Card(tone="warn")
        self._what, self._kept = label("", ""), label("", "quiet")
        self._card.body.addWidget(self._what)
        self._card.body.addWidget(self._kept)
        self.editor = SecretLine(200)
        self.editor.returnPressed.connect(self._on_enter)
        self._field = Field("", self.editor)
        self._wrong = label("", "strong", tone="bad")
        for widget in (self._card, self._field, self._wrong):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.main = BigButton("", "main")
        self.main.clicked.connect(self._on_main)
        self.set_main(self.main)
        self._lost, self._file = BigButton("", "quiet", "key"), BigButton("", "quiet", "database")
        self._again, self._fresh = BigButton("", "quiet", "refresh"), BigButton("", "quiet", "plus")
        self._close = BigButton("", "quiet", "x")
        for button, act in (
            (self._lost, presenter.lost_passphrase),
            (self._file, self._on_file),
            (self._again, presenter.again),
            (self._fresh, presenter.fresh),
            (self._close, lambda: self.window().close()),
        ):
            button.clicked.connect(act)
            self.add_action(button)
        self._wrong.hide()
        self.ready()

    def show_model(self, model: OpeningModel) -> None:
        """Draw what is wrong and what can be done."""
        turned = model.form != self.model.form
        self.model = model
        if turned:
            self.editor.clear()
        self._say()
        asks = model.form in ("passphrase", "code") and not model.looking
        if asks and (turned or not self.editor.hasFocus()):
            self.editor.setFocus()

    def _on_wrong(self, error: Exception) -> None:
        words = texts.of_error(error)
        at_field = self.model.form in ("passphrase", "code")
        self._field.set_error(words if at_field else "")
        self._wrong.setText("" if at_field else words)
        show_if(self._wrong, not at_field)
        if at_field:
            self.editor.selectAll()
            self.editor.setFocus()

    def _on_main(self) -> None:
        getattr(self, MAIN[self.model.form])()

    def _on_enter(self) -> None:
        self._field.set_error("")
        if self.model.form == "passphrase":
            self.presenter.passphrase(self.editor.text())
        else:
            self.presenter.code(self.editor.text())

    def _on_restore(self) -> None:
        self.presenter.restore()

    def _on_again(self) -> None:
        self.presenter.again()

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择备份文件"), "", self.tr("门岗台备份 (*.gdbackup);;所有文件 (*)")
        )
        if name:
            self.presenter.choose(Path(name))

    def _say(self) -> None:
        model = self.model
        self.set_heading(self._situation(), self._looking())
        self._what.setText(texts.sentence(model.code, model.facts) if model.code else texts.BUG[0])
        self._kept.setText(self._keeps())
        show_if(self._kept, bool(self._kept.text()))
        asks = model.form in ("passphrase", "code") and not model.looking
        show_if(self._field, asks)
        secret = model.form == "passphrase"
        self.editor.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        self._field.set_words(
            self.tr("口令") if secret else self.tr("恢复码"), "" if secret else self.tr("首次设置时抄在纸上的 5 组字")
        )
        self.main.setText(self._main_words())
        self.main.setEnabled(not model.busy and not model.looking)
        show_if(self._lost, secret)
        show_if(self._file, model.form in ("restore", "code"))
        show_if(self._again, model.form != "again")
        show_if(self._fresh, model.fresh and not model.looking)
        for button in (self._lost, self._file, self._again, self._fresh, self._close):
            button.setEnabled(not model.busy)

    def _situation(self) -> str:
        model = self.model
        if model.busy:
            return self.tr("正在恢复，请不要关电脑") if model.busy == "restoring" else self.tr("正在打开，请稍候")
        if model.form == "passphrase":
            return self.tr("请输入口令")
        return {
            "store.newer": self.tr("请换新版程序"),
            "update.failed": self.tr("新版本没有通过自检"),
            "store.damaged": self.tr("数据文件坏了，可以恢复"),
            "store.missing": self.tr("没有找到数据"),
            "store.disk_full": self.tr("磁盘满了"),
            "store.read_only": self.tr("数据文件夹不能写入"),
            "key.missing": self.tr("没有找到数据的钥匙"),
            "key.damaged": self.tr("数据的钥匙坏了"),
        }.get(model.code, self.tr("数据没有打开"))

    def _looking(self) -> str:
        return self.tr("正在一份一份检查备份，请稍候…") if self.model.looking else ""

    def _keeps(self) -> str:
        """What will be there afterwards, what will not, and what happens to what stands there now."""
        model, copy = self.model, self.model.copy
        if model.looking or copy is None:
            if model.form == "file":
                return self.tr("这台电脑上没有可用的备份。请插上存备份的 U 盘，选择备份文件。")
            return self.tr("数据文件夹：{folder}").format(folder=model.folder) if model.folder else ""
        day = QLocale().toString(self._date(copy.day), self.tr("M月d日"))
        when = self.tr("{day} {time}").format(day=day, time=copy.time)
        if model.code == "store.missing" and model.form == "restore":
            words = self.tr("最近的完好备份是 {when} 的。恢复后回到那时的样子，那以后登记的内容不在里面。")
            return words.format(when=when)
        if model.form == "restore":
            words = self.tr(
                "最近的完好备份是 {when} 的。恢复后回到那时的样子，那以后登记的内容不在里面。现在的文件会另存 14 天，不会删。"
            )
            return words.format(when=when)
        if model.code in ("store.damaged", "store.missing"):
            return self.tr("用恢复码可以恢复到 {when} 的样子，那以后登记的内容不在里面。").format(when=when)
        return self.tr("用恢复码打开，现有的登记一条也不会少。")

    @staticmethod
    def _date(day: str) -> object:
        from PySide6.QtCore import QDate, Qt

        return QDate.fromString(day, Qt.DateFormat.ISODate)

    def _main_words(self) -> str:
        copy = self.model.copy
        if self.model.form == "restore" and copy is not None:
            day = QLocale().toString(self._date(copy.day), self.tr("M月d日"))
            return self.tr("恢复到 {day} {time}").format(day=day, time=copy.time)
        return {
            "passphrase": self.tr("打开"),
            "code": self.tr("用恢复码打开"),
            "restore": self.tr("恢复备份"),
            "file": self.tr("选择备份文件"),
        }.get(self.model.form, self.tr("再试一次"))

    def retranslate(self) -> None:
        self._lost.setText(self.tr("忘了口令"))
        self._file.setText(self.tr("用别的备份"))
        self._again.setText(self.tr("再试一次"))
        self._fresh.setText(self.tr("不要以前的数据，重新设置"))
        self._close.setText(self.tr("关闭程序"))
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        theme = current()
        side = max(theme.space("xl"), (self.width() - WIDEST * theme.text()) // 2)
        top = max(theme.space("l"), (self.height() - 26 * theme.text()) // 2)
        self._all.setContentsMargins(side, top, side, theme.space("xxl"))
