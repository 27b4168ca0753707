"""The step of joining an estate: the code shown on another computer of it, then how much has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.view_join_file import FileWay
from ui.pages.welcome.view_steps import StepPart
from ui.shell.lens import Lens
from ui.shell.ports import Question
from ui.texts import of_error
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.form import Field
from ui.widgets.progress_card import ProgressCard
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from ui.eyes import Eyes
    from ui.hardware.eye import Glimpse
    from ui.pages.welcome.presenter import WelcomePresenter

LONGEST = 2000


class JoinStep(StepPart):
    """Scanned by the camera, typed in by a hand scanner, or pasted."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self._eyes: Eyes | None = None
        self.lens = Lens()
        self._where = label("")
        self.ticket = SecretLine(LONGEST, keeps=True)
        self.ticket.textEdited.connect(lambda _: self._field.set_error(""))
        self.ticket.returnPressed.connect(self.go_on)
        self._field = Field("", self.ticket)
        self.stick = BigButton("", "quiet", "usb")
        self.stick.clicked.connect(self._on_file)
        self.ask_file = self._ask_file
        self.by_file = FileWay()
        self.by_file.file.acted.connect(self._on_file)
        self.by_file.code.returnPressed.connect(self.go_on)
        self._begun = AttentionRow("info", "download", "")
        self.give_up = BigButton("", "quiet", "trash")
        self.give_up.clicked.connect(self._on_give_up)
        self._progress = ProgressCard("")
        self._progress.cancelled.connect(presenter.pause_join)
        self._reading = ProgressCard("", cancellable=False)
        self._beside = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._where)
        words.addWidget(self._field)
        words.addWidget(self.stick, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._beside.addWidget(self.lens)
        self._beside.addLayout(words, 1)
        self.column.addLayout(self._beside)
        for widget in (self.by_file, self._begun):
            self.column.addWidget(widget)
        self.column.addWidget(self.give_up, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (self._progress, self._reading):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        stage = self.model.joining.stage
        if stage == "working":
            return self.tr("正在取小区的内容，请不要关电脑"), self.tr("大的小区要几分钟。断了也不要紧，可以接着取。")
        if stage == "paused":
            return self.tr("加入停在半路，可以接着做"), self.tr("已经取到的都留着，不用再扫码。")
        if stage == "file":
            return self.tr("请输入这个文件的码"), self.tr("码在做这个文件的电脑上，和文件一起显示出来的。")
        if stage == "reading":
            return self.tr("正在读入小区的内容，请不要关电脑"), self.tr("大的小区要几分钟。")
        return self.tr("请扫小区里另一台电脑上的码"), ""

    def main(self) -> str:
        return {"working": "", "reading": "", "paused": self.tr("接着取")}.get(
            self.model.joining.stage, self.tr("加入")
        )

    def draw(self, model: WelcomeModel) -> None:
        super().draw(model)
        stage = model.joining.stage
        for widget in (self.lens, self._where, self._field, self.stick):
            show_if(widget, stage == "")
        show_if(self.by_file, stage == "file")
        self.by_file.draw(model.joining)
        for widget in (self._begun, self.give_up):
            show_if(widget, stage == "paused")
        show_if(self._progress, stage == "working")
        show_if(self._reading, stage == "reading")
        self._progress.set_progress(model.joining.come, 0, self._come())
        self._begun.show_matter("info", "download", self._come() or self.tr("已经和中心说好了"))

    def _come(self) -> str:
        count = self.model.joining.come
        return self.tr("已取到 {n} 页", "", count).format(n=count) if count else ""

    def go_on(self) -> None:
        """The main button."""
        if self.model.joining.stage == "file":
            self.presenter.join_file(self.by_file.code.text())
        else:
            self.presenter.join(self.ticket.text())

    def scanned(self, text: str) -> bool:
        """A code was held before the camera; True when it may be a ticket."""
        if self.model.joining.stage or not text.lstrip().startswith("{"):
            return False
        self.ticket.setText(text)
        self.go_on()
        return True

    def begin(self) -> None:
        self.ticket.setFocus()

    def forget(self) -> None:
        """The code holds the estate's keys: it does not stay in the field."""
        self.ticket.clear()
        self.by_file.forget()

    def _on_file(self) -> None:
        path = self.ask_file()
        if path is not None:
            self.presenter.choose_file(path)
            self.by_file.code.setFocus()

    def _ask_file(self) -> Path | None:
        kinds = self.tr("门岗台文件 (*.gdcarry);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("读哪个文件？"), "", kinds)
        return Path(name) if name else None

    def _on_give_up(self) -> None:
        question = Question(
            self.tr("不接着加入了？"),
            self.tr("已经取到的会删掉。以后要再加入，需要一个新的码。"),
            self.tr("删掉，从头来"),
            self.tr("留着"),
            danger=True,
        )
        self.presenter.ask(question, self.presenter.give_up_join)

    def wrong(self, what: str, error: Exception) -> bool:
        if what == "file":
            self.by_file.field.set_error(of_error(error))
            self.by_file.code.setFocus()
            return True
        if what != "ticket":
            return False
        self._field.set_error(of_error(error))
        self.ticket.setFocus()
        self.ticket.selectAll()
        return True

    def watch(self, eyes: Eyes) -> None:
        """The cameras of this run."""
        if self._eyes is None:
            self._eyes = eyes
            eyes.glimpsed.connect(self._on_glimpse)
            eyes.cameras.state.connect(self._on_state)
        self._on_state()

    def _on_glimpse(self, glimpse: Glimpse) -> None:
        if self.lens.isVisible():
            self.lens.show_picture(glimpse.picture)

    def _on_state(self, *_: object) -> None:
        if self._eyes is not None:
            self.lens.show_code(self._eyes.cameras.code)

    def restyle(self) -> None:
        super().restyle()
        self._beside.setSpacing(current().space("xl"))

    def retranslate(self) -> None:
        self._where.setText(
            self.tr("在那台电脑上点最上面的状态标记，再点「邀请另一台电脑」，把出来的二维码对着这里的摄像头。")
        )
        self._field.set_words(self.tr("码的文字"), self.tr("没有摄像头？用扫码枪扫，或粘贴在这里"))
        self.stick.setText(self.tr("没有线路？用 U 盘里的文件"))
        self.give_up.setText(self.tr("不接了，从头来"))
        self._progress.set_title(self.tr("正在取小区的内容"))
        self._reading.set_title(self.tr("正在读入小区的内容"))
