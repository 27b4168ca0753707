"""Section: to another computer, the settings for the next gate, a file for whoever helps. Each asks before it does anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui import texts
from ui.pages.settings.presenter_moving import ChangeRow, MovingModel
from ui.pages.settings.view_moving_words import MovingWords
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.shell.ports import Question
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.form import Field
from ui.widgets.pickers import PickBox
from ui.widgets.progress_card import ProgressCard
from ui.widgets.themed import label, show_if

LOOK_MS = 250
ALL = "*"


class MovingPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong, presenter.unsure = self.show_model, self._on_wrong, self._ask_back
        self.model = MovingModel()
        self._words = MovingWords()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(presenter.progress)
        self._make_move()
        self._make_gate()
        self._make_help()
        for card in (self._move, self._gate, self._help):
            self.column.addWidget(card)
        self.destroyed.connect(lambda *_: presenter.let_go())
        self.ready()

    def _make_move(self) -> None:
        self._move, self._how = Card(), label("", "quiet")
        self._faces = AttentionRow("info", "mood-smile", "", "", " ")
        self._faces.acted.connect(self.presenter.to_faces)
        self.packing = button("", self._on_pack, "quiet", "truck-delivery")
        self._progress = ProgressCard("", cancellable=False)
        self._move_said = said_label()
        self._code_card, self._code_help = Card(tone="accent"), label("", "")
        self.code = label("", "code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._noted = button("", self.presenter.noted, "main", "check")
        for widget in (self._code_help, self.code):
            self._code_card.body.addWidget(widget)
        self._code_card.body.addWidget(self._noted, 0, LEFT)
        self._moved = AttentionRow("warn", "truck-delivery", "", "")
        self.take_back = button("", lambda: self.presenter.take_back(), "main", "history")
        self.wipe = button("", self._ask_clear, "danger", "trash")
        self._ends = row_of(self.take_back, self.wipe)
        for widget in (
            self._moved,
            self._ends,
            self._how,
            self._faces,
            self._progress,
            self._move_said,
            self._code_card,
        ):
            self._move.body.addWidget(widget)
        self._move.body.addWidget(self.packing, 0, LEFT)

    def _make_gate(self) -> None:
        self._gate, self._gate_help = Card(), label("", "quiet")
        self.export = button("", self._on_export, "quiet", "file-export")
        self.read = button("", self._on_read, "quiet", "file-import")
        self._undo = button("", self.presenter.undo, "quiet", "history")
        self._changes = QVBoxLayout()
        self._left_out = label("", "quiet")
        self._take = button("", self.presenter.take, "main", "check")
        self._drop = button("", self.presenter.drop, "quiet", "x")
        self._answer = row_of(self._take, self._drop)
        self._gate_said = said_label()
        self._ways = row_of(self.export, self.read, self._undo)
        self._gate.body.addWidget(self._gate_help)
        self._gate.body.addLayout(self._changes)
        for widget in (self._left_out, self._answer, self._gate_said, self._ways):
            self._gate.body.addWidget(widget)

    def _make_help(self) -> None:
        self._help, self._help_help = Card(), label("", "quiet")
        self.gather = button("", self.presenter.gather, "quiet", "help-circle")
        self.part = PickBox()
        self.part.picked.connect(lambda _: self._say_text())
        self._part_field = Field("", self.part)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self._save = button("", self._on_save, "main", "download")
        self._help_said = said_label()
        for widget in (self._help_help, self._part_field, self.shown, self._help_said):
            self._help.body.addWidget(widget)
        self._help.body.addWidget(self._save, 0, LEFT)
        self._help.body.addWidget(self.gather, 0, LEFT)

    def heading(self) -> tuple[str, str]:
        if self.model.busy == "packing":
            return self.tr("正在打包，请不要拔 U 盘"), ""
        if self.model.code:
            return self.tr("打包好了，请抄下搬家码"), ""
        return self.tr("换电脑、抄设置、请人帮忙"), ""

    def leave(self) -> None:
        self._clock.stop()
        self.presenter.leave()

    def lock(self, may: bool) -> None:
        """Each card has a right of its own."""
        for card, mine in (
            (self._move, self.model.may_move),
            (self._gate, self.model.may_carry),
            (self._help, self.model.may_help),
        ):
            card.setEnabled(mine)

    def show_model(self, model: MovingModel) -> None:
        turned = (model.busy, model.code) != (self.model.busy, self.model.code)
        self.model = model
        self.lock(True)
        self._say_move()
        self._say_gate()
        self._say_help()
        if turned:
            (self._clock.start if model.busy == "packing" else self._clock.stop)()
            self.turned.emit()

    def _say_move(self) -> None:
        model = self.model
        packing, shown, gone = model.busy == "packing", bool(model.code), bool(model.moved) and not model.code
        show_if(self._progress, packing)
        show_if(self._code_card, shown)
        show_if(self._how, not shown and not gone)
        show_if(self.packing, not shown and not gone)
        show_if(self._faces, model.faces and not shown and not gone)
        self._say_gone(gone)
        self.packing.setEnabled(not model.busy)
        megabytes = 1_000_000
        self._progress.set_progress(model.done // megabytes, model.total // megabytes, self.tr("单位：MB"))
        self.code.setText(model.code)
        self._code_help.setText(
            self.tr(
                "请把这个码抄在纸上，不要和 U 盘放在一起。到新电脑上打开门岗台，选「从另一台电脑搬来」，插上 U 盘，输入这个码。"
            )
        )

    def _say_gone(self, gone: bool) -> None:
        """This desk lives elsewhere: back while nobody has opened it there, or away with what is left here."""
        show_if(self._moved, gone)
        show_if(self._ends, gone)
        packed = self.model.moved == "packed"
        show_if(self.take_back, packed)
        for one in (self.take_back, self.wipe):
            one.setEnabled(not self.model.busy)
        title = self.tr("已经打包，这台电脑只能看") if packed else self.tr("新电脑已经在用，这台电脑只能看")
        how = (
            self.tr("新电脑还没打开过的话，可以收回来接着用。")
            if packed
            else self.tr("这里的资料已经没有用了，可以清除。")
        )
        self._moved.show_matter("warn", "truck-delivery", title, how)

    def _ask_back(self) -> None:
        question = Question(
            self.tr("新电脑从来没有打开过吗？"),
            self.tr(
                "现在问不到中心。如果新电脑已经用起来，收回来以后两边会各记各的。收回来以后，请把那个搬家文件删掉。"
            ),
            self.tr("从没打开过，收回来"),
            self.tr("先不收"),
            danger=True,
        )
        self.presenter.ports.say.ask(question, lambda: self.presenter.take_back(True))

    def _ask_clear(self) -> None:
        question = Question(
            self.tr("清除这台电脑上的全部资料吗？"),
            self.tr("登记、备份、钥匙都会删掉，找不回来。请先确认新电脑已经能用。"),
            self.tr("全部清除"),
            self.tr("先留着"),
            danger=True,
        )
        self.presenter.ports.say.ask(question, self.presenter.clear)

    def _say_gate(self) -> None:
        model = self.model
        rows: list[QWidget] = [self._change_row(one) for one in model.changes]
        fill(self._changes, rows)
        for widget in (self._answer,):
            show_if(widget, model.asking)
        show_if(self._ways, not model.asking)
        show_if(self._undo, model.can_undo)
        show_if(self._left_out, model.asking and model.left_out > 0)
        words = {
            "gate.written": self.tr("写好了：{file}。里面没有门岗名、密码和任何人的信息。").format(file=model.file),
            "gate.taken": self.tr("改好了。设备还要在「设备」页选好接口才能用。"),
            "gate.undone": self.tr("已经改回原来的样子。"),
            "gate.same": self.tr("和这里现在的设置一样，没有要改的。"),
        }.get(model.said, "")
        say(self._gate_said, words)

    def _change_row(self, one: ChangeRow) -> QWidget:
        icon = "plug-connected" if one.part == "device" else "settings"
        return AttentionRow("muted", icon, self._words.name(one), self._words.change(one))

    def _say_help(self) -> None:
        model = self.model
        there = bool(model.parts) and not model.busy
        for widget in (self._part_field, self.shown, self._save):
            show_if(widget, there)
        show_if(self.gather, not there)
        self.gather.setEnabled(not model.busy)
        self.gather.setText(
            self.tr("正在收集，要一两分钟") if model.busy == "gathering" else self.tr("看看要给对方什么")
        )
        if there:
            names = [name for name, _ in model.parts]
            self.part.set_choices([(name, self._words.part(name)) for name in names])
            self._say_text()
        elif not model.parts:
            self.shown.clear()
        if model.said == "help.saved":
            say(self._help_said, self.tr("存好了：{file}。把它交给帮忙的人就可以。").format(file=model.file))
        else:
            say(self._help_said, "")

    def _say_text(self) -> None:
        self.shown.setPlainText(dict(self.model.parts).get(self.part.key(), ""))

    # -- acts

    def _on_pack(self) -> None:
        stick = next((one for one in self.model.sticks if not one.read_only), None)
        if stick is None:
            folder = QFileDialog.getExistingDirectory(self, self.tr("打包到哪里？请选 U 盘"))
            if folder:
                self.ask_to_pack(Path(folder), Path(folder).name)
        else:
            self.ask_to_pack(Path(stick.folder), stick.label)

    def ask_to_pack(self, folder: Path, name: str) -> None:
        """From here on nothing is written on this computer any more: asked first."""
        question = Question(
            self.tr("打包到「{stick}」，然后停用这台电脑吗？").format(stick=name),
            self.tr("打包以后这台电脑只能看，不能登记。新电脑还没打开过的话，可以在这里收回来。"),
            self.tr("打包"),
            self.tr("先不"),
            danger=True,
        )
        self.presenter.ports.say.ask(question, lambda: self.presenter.pack(folder))

    def _on_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里？"), "gate.gdgate", self.tr("门岗设置 (*.gdgate)")
        )
        if name:
            self.presenter.export(Path(name))

    def _on_read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择设置文件"), "", self.tr("门岗设置 (*.gdgate);;所有文件 (*)")
        )
        if name:
            self.presenter.read(Path(name))

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里？"), "gatehouse-help.zip", self.tr("压缩文件 (*.zip)")
        )
        if name:
            self.presenter.save(Path(name))

    def _on_wrong(self, where: str, error: Exception) -> None:
        line = {"move": self._move_said, "gate": self._gate_said}.get(where, self._help_said)
        say(line, texts.of_error(error), "bad")

    def restyle(self) -> None:
        super().restyle()
        self._changes.setSpacing(current().space("s"))
        self.shown.setMinimumHeight(current().text() * 12)

    def retranslate(self) -> None:
        self._move.set_title(self.tr("换到新电脑"))
        self._how.setText(
            self.tr("全部登记、设置和设备都会搬过去，一条不少。要一个 U 盘，十分钟左右。搬完这台电脑就不再登记。")
        )
        self._faces.show_matter(
            "info", "mood-smile", self.tr("人脸资料不会一起搬"), self.tr("要带走，请先在「刷脸」里备份人脸库。")
        )
        self._faces.button.setText(self.tr("去备份人脸库"))
        self._progress.set_title(self.tr("正在打包"))
        self.packing.setText(self.tr("准备搬家"))
        self.take_back.setText(self.tr("收回来，接着用这台"))
        self.wipe.setText(self.tr("清除这台电脑上的资料"))
        self._noted.setText(self.tr("抄好了，停用这台电脑"))
        self._gate.set_title(self.tr("抄给另一个门岗"))
        self._gate_help.setText(
            self.tr("把这里的设置和设备名单存成一个文件，另一个门岗照着用。里面没有门岗名、密码和任何人的信息。")
        )
        self.export.setText(self.tr("存成文件"))
        self.read.setText(self.tr("用另一个门岗的文件"))
        self._undo.setText(self.tr("撤回上一次"))
        self._take.setText(self.tr("照这样改"))
        self._drop.setText(self.tr("不改"))
        self._left_out.setText(self.tr("还有几项全小区的设置，要管理员登录才能改，这次不动。"))
        self._help.set_title(self.tr("请人帮忙看看"))
        self._help_help.setText(
            self.tr("收集版本、设备和运行记录，存成一个文件交给帮忙的人。里面没有任何人的信息，存之前您可以先看。")
        )
        self._part_field.set_words(self.tr("里面有什么"))
        self.shown.setAccessibleName(self.tr("这一部分的内容"))
        self._save.setText(self.tr("存成文件，交给对方"))
        self.show_model(self.model)
