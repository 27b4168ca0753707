"""A line of the admit form with *not given* beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.widgets import BigButton, Field, set_role, show_if


class LineField(Field):
    """typed(text), refused(on). A visitor may always say no: the line is then closed and says so."""

    typed = Signal(str)
    declined = Signal(bool)

    def __init__(self, may_decline: bool = False, optional: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        self._no = BigButton("", "row")
        self._no.setCheckable(True)
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._no)
        holder.setFocusProxy(self.line)
        super().__init__("", holder, optional=optional)
        show_if(self._no, may_decline)
        self.line.textEdited.connect(self.typed)
        self._no.toggled.connect(self.declined)

    def set_words(self, words: str, help_text: str | None = None) -> None:
        super().set_words(words, help_text)
        self.line.setAccessibleName(words)

    def show_text(self, text: str, declined: bool = False) -> None:
        """What the form holds; a line one is typing into is left alone."""
        if self.line.text() != text:
            self.line.setText(text)
        self._no.blockSignals(True)
        self._no.setChecked(declined)
        self._no.blockSignals(False)
        self._no.set_icon("check" if declined else "")
        self.line.setEnabled(not declined)

    def set_error(self, sentence: str) -> None:
        super().set_error(sentence)
        set_role(self.line, state="error" if sentence else "")

    def retranslate(self) -> None:
        super().retranslate()
        self._no.setText(self.tr("不愿提供"))
