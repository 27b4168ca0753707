"""The recovery code step: shown large, then typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.view_steps import StepPart
from ui.shell.recovery import CodeCard
from ui.texts import of_error
from ui.widgets.buttons import BigButton
from ui.widgets.form import Field
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import show_if

if TYPE_CHECKING:
    from ui.pages.welcome.presenter import WelcomePresenter

GROUP = 4


class CodeStep(StepPart):
    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.card = CodeCard()
        self.typed = SecretLine()
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
        self.column.addWidget(self.card)
        self.column.addWidget(self._typing)
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
        show_if(self.card, bool(model.code) and not model.typing)
        show_if(self._typing, model.typing)
        if turned:
            self.card.show_code(model.code, model.answers.site_name)
            self.typed.clear()
            self._field.set_error("")

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

    def retranslate(self) -> None:
        self._field.set_words(self.tr("恢复码"), self.tr("5 组，每组 4 个字"))
        self._look.setText(self.tr("再看一次恢复码"))
