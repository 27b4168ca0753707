"""Section: backups. The last ones here and on a stick, one more in two clicks, the drill, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import texts
from ui.pages.settings.model import BackupModel, CopyRow, StickRow
from ui.pages.settings.presenter_backup import DAYS
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.shell.ports import Question
from ui.shell.recovery import CodeCard
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field
from ui.widgets.pickers import PickBox
from ui.widgets.progress_card import ProgressCard
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

LOOK_MS, STICKS_MS = 250, 2_000
OLD_H = 48


class BackupPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = BackupModel()
        self._last = AttentionRow("ok", "circle-check", "", "")
        self._away = AttentionRow("ok", "usb", "", "")
        self._sticks = QVBoxLayout()
        self._stick_rows: tuple[StickRow, ...] | None = None
        self._progress = ProgressCard("", cancellable=False)
        self._watch = QTimer(self, interval=STICKS_MS)
        self._watch.timeout.connect(self._on_watch)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(presenter.progress)
        self._said = said_label()
        self._drill = button("", presenter.drill, "quiet", "circle-check")
        self._folder = button("", self._on_folder, "quiet", "file-export")
        self._more = row_of(self._drill, self._folder)
        self._drilled, self._key = label("", "quiet"), label("", "quiet")
        self.days = PickBox()
        self.days.picked.connect(lambda key: presenter.remind(int(key)))
        self._days_field = Field("", self.days)
        self._make_code()
        self._make_back()
        self.column.addWidget(self._last)
        self.column.addWidget(self._away)
        self.column.addLayout(self._sticks)
        for widget in (
            self._progress,
            self._said,
            self._more,
            self._drilled,
            self._days_field,
            self._code,
            self._back_card,
        ):
            self.column.addWidget(widget)
        self.column.addWidget(self._key)
        self.locked = [self._more, self._days_field, self._code, self._back_card]
        self.destroyed.connect(lambda *_: presenter.let_go())
        self.ready()

    def _make_code(self) -> None:
        """Another recovery code."""
        self._code = Card()
        self._code_help = label("", "quiet")
        self._renew = button("", self._on_renew, "quiet", "refresh")
        self.code = CodeCard()
        self._noted = button("", self.presenter.hide_code, "main", "check")
        self._code.body.addWidget(self._code_help)
        self._code.body.addWidget(self._renew, 0, LEFT)
        self._code.body.addWidget(self.code)
        self._code.body.addWidget(self._noted, 0, LEFT)

    def _make_back(self) -> None:
        """The way back: this computer's own copies, and a file from elsewhere."""
        self._back_card = Card()
        self._rows = QVBoxLayout()
        self._none = label("", "quiet")
        self._file = button("", self._on_file, "quiet", "database")
        self.typed = SecretLine()
        self._typed_field = Field("", self.typed)
        self._try = button("", self._on_try, "quiet", "circle-check")
        self._go = button("", self._on_code, "danger", "history")
        self._back_card.body.addWidget(self._none)
        self._back_card.body.addLayout(self._rows)
        self._back_card.body.addWidget(self._file, 0, LEFT)
        self._back_card.body.addWidget(self._typed_field)
        self._acts = row_of(self._try, self._go)
        self._back_card.body.addWidget(self._acts)
        self._chosen: CopyRow | None = None

    def heading(self) -> tuple[str, str]:
        if self.model.busy == "writing":
            return self.tr("正在备份，照常可以登记"), ""
        return self.tr("备份与恢复"), self.tr("电脑每天夜里自己备份一次。U 盘上最好也有一份，放在别处。")

    def main(self) -> str:
        if self.model.busy:
            return ""
        return self.tr("备份到 U 盘") if self._first() else self.tr("备份到文件夹")

    def act(self) -> None:
        """A stick that is there is taken at once: the second click of two."""
        stick = self._first()
        if stick is None:
            self._on_folder()
        else:
            self.write(Path(stick.folder))

    def _first(self) -> StickRow | None:
        return next((one for one in self.model.sticks if not one.read_only), None)

    def _on_watch(self) -> None:
        if self.isVisible():
            self.presenter.look_at_sticks()

    def refresh(self) -> None:
        super().refresh()
        self._watch.start()

    def _on_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("备份到哪里？"))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Into a folder, or onto the stick that is mounted there."""
        self.presenter.write(folder)

    def leave(self) -> None:
        self._watch.stop()
        if self.model.code:
            self.presenter.hide_code()
        self._choose(None)

    def show_model(self, model: BackupModel) -> None:
        turned = (model.busy, model.sticks) != (self.model.busy, self.model.sticks)
        self.model = model
        self._say_last()
        self._say_away()
        self._say_sticks()
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
        for one in (self._drill, self._folder):
            one.setEnabled(not model.busy)
        show_if(self._folder, bool(model.sticks))
        self._drilled.setText(
            self.tr("上一次试恢复：{when}，是好的").format(when=model.drilled) if model.drilled else ""
        )
        show_if(self._drilled, bool(model.drilled))
        self.days.set_key(str(model.days))
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
            "backup.done": self.tr("备份好了，写完又读了一遍，没有错：{file}"),
            "backup.good": self.tr(
                "{when} 的备份是完好的，能恢复。里面是「{gate}」，记到 {until}，来访 {visits} 条，人员 {people} 位。"
            ),
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

    def _say_away(self) -> None:
        """When a copy last left this computer: what burns with it is gone."""
        model = self.model
        if model.late:
            words = self.tr("{n} 天没有备份到 U 盘了", "", model.late).format(n=model.late)
            self._away.show_matter("warn", "usb", words, self.tr("电脑丢了、坏了，U 盘上的那份还在。"))
        elif model.away:
            words = self.tr("最近一次到「{stick}」：{when}").format(stick=model.away_on, when=model.away)
            self._away.show_matter("ok", "usb", words)
        show_if(self._away, bool(model.late or model.away))

    def _say_sticks(self) -> None:
        """Rows are made anew only when another stick is there, so that the keyboard stays."""
        for index in range(self._sticks.count()):
            if (item := self._sticks.itemAt(index)) is not None and isinstance(row := item.widget(), AttentionRow):
                row.button.setEnabled(not self.model.busy)
        if self._stick_rows == self.model.sticks:
            return
        self._stick_rows = self.model.sticks
        rows: list[QWidget] = [self._stick_row(one) for one in self.model.sticks]
        if not rows:
            rows.append(
                AttentionRow("info", "usb", self.tr("没有看到 U 盘"), self.tr("插上 U 盘，过几秒会出现在这里。"))
            )
        fill(self._sticks, rows)

    def _stick_row(self, one: StickRow) -> QWidget:
        free = self.tr("还能放 {gb} GB").format(gb=f"{one.gb:.1f}")
        if one.read_only:
            return AttentionRow("warn", "usb", one.label, self.tr("锁着，不能写。请拨开侧面的小开关。"))
        row = AttentionRow("muted", "usb", one.label, free, self.tr("备份到它"))
        row.acted.connect(lambda: self.write(Path(one.folder)))
        return row

    def _say_rows(self) -> None:
        rows: list[QWidget] = []
        for one in self.model.rows[:5]:
            row = AttentionRow("muted", "database", one.when, f"{one.mb:.1f} MB", self.tr("恢复到这一份"))
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
        for widget in (self._typed_field, self._acts):
            show_if(widget, copy is not None)
        if copy is None:
            self.typed.clear()
        else:
            self._go.setText(self.tr("恢复到 {when}").format(when=copy.when))
            self.typed.setFocus()

    def _on_try(self) -> None:
        """The drill of a file from elsewhere: nothing is restored."""
        if self._chosen is not None:
            self.presenter.drill(self._chosen.path, self.typed.text().strip())

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
        rule = self.tr("备份是锁着的：在这台电脑上直接能恢复，在别的电脑上要用抄在纸上的恢复码。")
        where = {
            "keyring": self.tr("数据的钥匙由这台电脑的系统保管。"),
            "wrapped": self.tr("数据的钥匙用口令锁着，每次开机输入。"),
            "file": self.tr("数据的钥匙放在数据文件夹里，没有上锁：谁拷走文件夹，谁就能看到全部登记。"),
        }.get(self.model.where_key, "")
        self._key.setText(f"{rule}\n{where}".strip())

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))
        self._sticks.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._drill.setText(self.tr("试一试最近的备份"))
        self._folder.setText(self.tr("备份到别的文件夹"))
        self._try.setText(self.tr("先试一试，不恢复"))
        self._days_field.set_words(self.tr("多久提醒一次备份到 U 盘"))
        words = {day: self.tr("{n} 天", "", day).format(n=day) for day in DAYS if day}
        self.days.set_choices([(str(day), words.get(day, self.tr("不提醒"))) for day in DAYS])
        self._stick_rows = None
        self._code.set_title(self.tr("恢复码"))
        self._code_help.setText(self.tr("电脑坏了，凭恢复码在另一台电脑上打开备份。纸丢了，请换一个新的。"))
        self._renew.setText(self.tr("换一个新的恢复码"))
        self._noted.setText(self.tr("已经抄好，收起来"))
        self._back_card.set_title(self.tr("恢复以前的数据"))
        self._none.setText(self.tr("备份过以后，会列在这里。"))
        self._file.setText(self.tr("用别处的备份文件"))
        self._typed_field.set_words(self.tr("恢复码"), self.tr("这台电脑自己的备份可以不填"))
        self.show_model(self.model)
