"""The step of joining an estate: the code shown on another computer of it, then how much has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.view_steps import StepPart
from ui.shell.lens import Lens
from ui.texts import of_error
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.form import Field
from ui.widgets.progress_card import ProgressCard
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
        self.ticket = QLineEdit()
        self.ticket.setMaxLength(LONGEST)
        self.ticket.textEdited.connect(lambda _: self._field.set_error(""))
        self.ticket.returnPressed.connect(self.go_on)
        self._field = Field("", self.ticket)
        self._begun = AttentionRow("info", "download", "")
        self._progress = ProgressCard("")
        self._progress.cancelled.connect(presenter.pause_join)
        self._beside = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._where)
        words.addWidget(self._field)
        words.addStretch(1)
        self._beside.addWidget(self.lens)
        self._beside.addLayout(words, 1)
        self.column.addLayout(self._beside)
        self.column.addWidget(self._begun)
        self.column.addWidget(self._progress)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        stage = self.model.joining.stage
        if stage == "working":
            return self.tr("正在取小区的内容，请不要关电脑"), self.tr("大的小区要几分钟。断了也不要紧，可以接着取。")
        if stage == "paused":
            return self.tr("加入停在半路，可以接着做"), self.tr("已经取到的都留着，不用再扫码。")
        return self.tr("请扫小区里另一台电脑上的码"), ""

    def main(self) -> str:
        return {"working": "", "paused": self.tr("接着取")}.get(self.model.joining.stage, self.tr("加入"))

    def draw(self, model: WelcomeModel) -> None:
        super().draw(model)
        stage = model.joining.stage
        for widget in (self.lens, self._where, self._field):
            show_if(widget, stage == "")
        show_if(self._begun, stage == "paused")
        show_if(self._progress, stage == "working")
        self._progress.set_progress(model.joining.come, 0, self._come())
        self._begun.show_matter("info", "download", self._come() or self.tr("已经和中心说好了"))

    def _come(self) -> str:
        count = self.model.joining.come
        return self.tr("已取到 {n} 页", "", count).format(n=count) if count else ""

    def go_on(self) -> None:
        """The main button."""
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

    def wrong(self, what: str, error: Exception) -> bool:
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
            self.tr("在那台电脑上点最上面带云朵的标记，再点「邀请另一台电脑」，把出来的二维码对着这里的摄像头。")
        )
        self._field.set_words(self.tr("码的文字"), self.tr("没有摄像头？用扫码枪扫，或粘贴在这里"))
        self._progress.set_title(self.tr("正在取小区的内容"))
