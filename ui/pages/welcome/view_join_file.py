"""Joining by a file: for an estate without a line, the file a computer of it made, and the code that was shown with it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.welcome.model import Joining
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.form import Field
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import Themed

LONGEST, GROUP = 40, 4


class FileWay(Themed, QWidget):
    """The chosen file with a button for another one, and the field for its code."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.file = AttentionRow("info", "usb", "", "", " ")
        self.code = SecretLine(LONGEST, keeps=True)
        self.code.textEdited.connect(self._on_edited)
        self.field = Field("", self.code)
        self._name = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.file)
        self._column.addWidget(self.field)
        self.ready()

    def draw(self, joining: Joining) -> None:
        if joining.file != self._name:
            self._name = joining.file
            self.forget()
        self._say()

    def forget(self) -> None:
        """Whoever has file and code is in: the code does not stay in the field."""
        self.code.clear()
        self.field.set_error("")

    def _on_edited(self, text: str) -> None:
        """The dashes come by themselves while one types at the end."""
        self.field.set_error("")
        if self.code.cursorPosition() < len(text):
            return
        letters = "".join(c for c in text.upper() if c.isalnum())
        self.code.setText("-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP)))

    def _say(self) -> None:
        self.file.show_matter("info", "usb", self._name)
        self.file.button.setText(self.tr("换一个文件"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("l"))

    def retranslate(self) -> None:
        self.field.set_words(self.tr("文件的码"), self.tr("5 组，每组 4 个字"))
        self._say()
