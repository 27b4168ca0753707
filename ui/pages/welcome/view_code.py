"""The recovery code: shown large, to be written down, printed or saved, and typed back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from desk.core.errors import Fault
from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.view_steps import StepPart
from ui.texts import of_error
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from ui.pages.welcome.presenter import WelcomePresenter

GROUP = 4


class CodeStep(StepPart):
    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self._card = Card(tone="accent")
        self.code = label("", "code", wrap=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._card.body.addWidget(self.code)
        self._why = label("", "quiet")
        self._print, self._save = BigButton("", "quiet", "printer"), BigButton("", "quiet", "download")
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._ways = QWidget()
        self._ways.setProperty("role", "clear")
        flow = FlowLayout(self._ways, gap="m")
        flow.addWidget(self._print)
        flow.addWidget(self._save)
        self.typed = QLineEdit()
        self.typed.setMaxLength(40)
        self.typed.textEdited.connect(self._on_edited)
        self.typed.returnPressed.connect(self.go_on)
        self._field = Field("", self.typed)
        self._look = BigButton("", "quiet", "eye")
        self._look.clicked.connect(presenter.show_code)
        self._typing = QWidget()
        self._typing.setProperty("role", "clear")
        column = QVBoxLayout(self._typing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = label("", "strong", tone="ok")
        for widget in (self._card, self._why, self._ways, self._said, self._typing):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        if self.model.typing:
            return self.tr("请照着纸上的恢复码输一遍"), self.tr("确认没有抄错。大小写都可以，横线不用输。")
        return (
            self.tr("请把恢复码抄在纸上，锁好"),
            self.tr("电脑坏了、密码忘了，只有它能找回数据。我们没有备份，谁也不能代您找回。"),
        )

    def main(self) -> str:
        return self.tr("核对") if self.model.typing else self.tr("已经抄好，下一步")

    def draw(self, model: WelcomeModel) -> None:
        turned = model.typing != self.model.typing or model.code != self.model.code
        super().draw(model)
        self.code.setText(model.code)
        self.code.setAccessibleDescription(" ".join(model.code))
        for widget in (self._card, self._why, self._ways):
            show_if(widget, bool(model.code) and not model.typing)
        show_if(self._typing, model.typing)
        if turned:
            self.typed.clear()
            self._field.set_error("")
            self._said.hide()

    def begin(self) -> None:
        if self.model.typing:
            self.typed.setFocus()

    def go_on(self) -> None:
        """The main button: hide the code and ask for it, or compare."""
        if self.model.typing:
            self.presenter.code_typed(self.typed.text())
        else:
            self.presenter.next()

    def wrong(self, what: str, error: Exception) -> bool:
        if what != "code":
            return False
        self._field.set_error(of_error(error))
        self.typed.setFocus()
        return True

    def _on_edited(self, text: str) -> None:
        """The dashes come by themselves while one types at the end."""
        self._field.set_error("")
        if self.typed.cursorPosition() < len(text):
            return
        letters = "".join(c for c in text.upper() if c.isalnum())
        self.typed.setText("-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP)))

    def _document(self) -> str:
        from ui.paper.notice import recovery_text

        return recovery_text(self.model.answers.site_name, self.model.code)

    def _on_print(self) -> None:
        from ui.paper.document import send_to_printer

        self._try(lambda: self.tr("已经送到打印机。") if send_to_printer(self._document(), self) else "")

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), self.tr("恢复码.pdf"), "PDF (*.pdf)")
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the code as a PDF."""
        from ui.paper.document import save_pdf

        def write() -> str:
            save_pdf(self._document(), path)
            return self.tr("已存成「{name}」。请存在 U 盘里收好，不要留在这台电脑上。").format(name=path.name)

        self._try(write)

    def _try(self, act: object) -> None:
        try:
            words = act()  # type: ignore[operator]
        except Fault as error:
            self._said.setText(of_error(error))
            self._said.setProperty("tone", "bad")
        else:
            self._said.setText(words)
            self._said.setProperty("tone", "ok")
        self._said.style().polish(self._said)
        show_if(self._said, bool(self._said.text()))

    def retranslate(self) -> None:
        self._why.setText(self.tr("请不要拍照发到微信，也不要和这台电脑放在一起。没有 0、1、I、O 这几个容易看错的字。"))
        self._print.setText(self.tr("打印"))
        self._save.setText(self.tr("存成文件"))
        self._field.set_words(self.tr("恢复码"), self.tr("5 组，每组 4 个字"))
        self._look.setText(self.tr("再看一次恢复码"))
