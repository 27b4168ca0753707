"""Section: backups. The last one, one more in two clicks, the drill, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ui import texts
from ui.pages.settings.model import BackupModel, CopyRow
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.shell.ports import Question
from ui.shell.recovery import CodeCard
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field
from ui.widgets.progress_card import ProgressCard
from ui.widgets.themed import label, show_if

LOOK_MS = 250
OLD_H = 48


class BackupPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = BackupModel()
        self._last = AttentionRow("ok", "circle-check", "", "")
        self._progress = ProgressCard("", cancellable=False)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(presenter.progress)
        self._said = said_label()
        self._drill = button("", presenter.drill, "quiet", "circle-check")
        self._more = row_of(self._drill)
        self._key = label("", "quiet")
        self._code, self._back_card = Card(), Card()
        self._code_help = label("", "quiet")
        self._renew = button("", self._on_renew, "quiet", "refresh")
        self.code = CodeCard()
        self._noted = button("", presenter.hide_code, "main", "check")
        self._code.body.addWidget(self._code_help)
        self._code.body.addWidget(self._renew, 0, LEFT)
        self._code.body.addWidget(self.code)
        self._code.body.addWidget(self._noted, 0, LEFT)
        self._rows = QVBoxLayout()
        self._none = label("", "quiet")
        self._file = button("", self._on_file, "quiet", "database")
        self.typed = QLineEdit()
        self.typed.setMaxLength(40)
        self._typed_field = Field("", self.typed)
        self._go = button("", self._on_code, "danger", "history")
        self._back_card.body.addWidget(self._none)
        self._back_card.body.addLayout(self._rows)
        self._back_card.body.addWidget(self._file, 0, LEFT)
        self._back_card.body.addWidget(self._typed_field)
        self._back_card.body.addWidget(self._go, 0, LEFT)
        self._chosen: CopyRow | None = None
        for widget in (self._last, self._progress, self._said, self._more, self._code, self._back_card, self._key):
            self.column.addWidget(widget)
        self.locked = [self._more, self._code, self._back_card]
        self.ready()

    def heading(self) -> tuple[str, str]:
        if self.model.busy == "writing":
            return self.tr("正在备份，照常可以登记"), ""
        return self.tr("备份与恢复"), self.tr("电脑每天夜里自己备份一次。U 盘上最好也有一份。")

    def main(self) -> str:
        return "" if self.model.busy else self.tr("备份到 U 盘或文件夹")

    def act(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("备份到哪里？"))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """The second click of two."""
        self.presenter.write(folder)

    def leave(self) -> None:
        if self.model.code:
            self.presenter.hide_code()
        self._choose(None)

    def show_model(self, model: BackupModel) -> None:
        turned = model.busy != self.model.busy
        self.model = model
        self._say_last()
        show_if(self._progress, bool(model.busy))
        if model.busy:
            self._progress.set_title(self.tr("正在备份") if model.busy == "writing" else self.tr("正在检查备份"))
            megabytes = 1_000_000
            self._progress.set_progress(
                model.done // megabytes, model.total // megabytes if model.done else 0, self.tr("单位：MB")
            )
            self._clock.start()
        else:
            self._clock.stop()
        say(self._said, self._words() if not model.busy else "")
        self._drill.setEnabled(not model.busy)
        show_if(self._renew, not model.code)
        for widget in (self.code, self._noted):
            show_if(widget, bool(model.code))
        if model.code != self.code.code.text():
            self.code.show_code(model.code, "")
        self._say_rows()
        self._say_key()
        if turned:
            self.turned.emit()

    def _words(self) -> str:
        text = {
            "backup.done": self.tr("备份好了，已检查过能打开：{file}"),
            "backup.good": self.tr("{when} 的备份是完好的，需要时能恢复。"),
            "backup.none": self.tr("还没有备份可以检查。请先备份一次。"),
        }.get(self.model.said, "")
        return text.format(**self.model.facts)

    def _say_last(self) -> None:
        age, rows = self.model.age_h, self.model.rows
        if age is None:
            self._last.show_matter("warn", "alert-triangle", self.tr("还没有备份过"), self.tr("请现在备份一次。"))
            return
        when = self.tr("最近一次：{when}").format(when=self.model.last)
        size = self.tr("这台电脑上留着 {n} 份，最多留 14 天", "", len(rows)).format(n=len(rows))
        old = age > OLD_H
        self._last.show_matter("warn" if old else "ok", "alert-triangle" if old else "circle-check", when, size)

    def _say_rows(self) -> None:
        rows: list[QWidget] = []
        for one in self.model.rows[:5]:
            row = AttentionRow("plain", "database", one.when, f"{one.mb:.1f} MB", self.tr("恢复到这一份"))
            row.acted.connect(lambda copy=one: self._ask(copy, ""))
            rows.append(row)
        fill(self._rows, rows)
        show_if(self._none, not rows)
        self._choose(self._chosen)

    def _ask(self, copy: CopyRow, code: str) -> None:
        question = Question(
            self.tr("恢复到 {when} 吗？").format(when=copy.when),
            self.tr("那以后登记的内容不在里面。现在的数据会另存 14 天。程序会重新打开。"),
            self.tr("恢复"),
            self.tr("不恢复"),
            danger=True,
        )
        self.presenter.ports.say.ask(question, lambda: self.presenter.restore(copy.path, code))

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择备份文件"), "", self.tr("门岗台备份 (*.gdbackup);;所有文件 (*)")
        )
        if name:
            self._choose(self.presenter.chosen(Path(name)))

    def _choose(self, copy: CopyRow | None) -> None:
        """A backup from elsewhere opens with its recovery code; this computer's own without."""
        self._chosen = copy
        for widget in (self._typed_field, self._go):
            show_if(widget, copy is not None)
        if copy is None:
            self.typed.clear()
        else:
            self._go.setText(self.tr("恢复到 {when}").format(when=copy.when))
            self.typed.setFocus()

    def _on_code(self) -> None:
        if self._chosen is not None:
            self._ask(self._chosen, self.typed.text().strip())

    def _on_renew(self) -> None:
        question = Question(
            self.tr("换一个新的恢复码吗？"),
            self.tr("以后的备份只认新的恢复码。以前的备份还是用旧的，旧的那张纸请再留 14 天。"),
            self.tr("换新的"),
            self.tr("不换"),
        )
        self.presenter.ports.say.ask(question, self.presenter.renew_code)

    def _on_wrong(self, error: Exception) -> None:
        say(self._said, texts.of_error(error), "bad")

    def _say_key(self) -> None:
        self._key.setText(
            {
                "keyring": self.tr("数据的钥匙由这台电脑的系统保管。"),
                "wrapped": self.tr("数据的钥匙用口令锁着，每次开机输入。"),
                "file": self.tr("数据的钥匙放在数据文件夹里，没有上锁：谁拷走文件夹，谁就能看到全部登记。"),
            }.get(self.model.where_key, "")
        )

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._drill.setText(self.tr("检查最近的备份能不能恢复"))
        self._code.set_title(self.tr("恢复码"))
        self._code_help.setText(self.tr("电脑坏了，凭恢复码在另一台电脑上打开备份。纸丢了，请换一个新的。"))
        self._renew.setText(self.tr("换一个新的恢复码"))
        self._noted.setText(self.tr("已经抄好，收起来"))
        self._back_card.set_title(self.tr("恢复以前的数据"))
        self._none.setText(self.tr("备份过以后，会列在这里。"))
        self._file.setText(self.tr("用别处的备份文件"))
        self._typed_field.set_words(self.tr("恢复码"), self.tr("这台电脑自己的备份可以不填"))
        self.show_model(self.model)
