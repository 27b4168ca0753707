"""The inner panel of the Inside page: one question with a few big answers (why, how many nights)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets import BigButton, Card, Field, FlowLayout, show_if


class AskPanel(Card):
    """`ask(title, answers, own="")`; answered(key): the key of an answer, or what was written under `own`."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__("…")
        self._answers: list[BigButton] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap="m", equal=True, columns=3)
        self._line = QLineEdit()
        self._line.setMaxLength(100)
        self._field = Field("", self._line)
        self._send = BigButton("", "quiet", "check")
        self._send.clicked.connect(self._on_own)
        self._line.returnPressed.connect(self._on_own)
        self.body.addWidget(holder)
        self.body.addWidget(self._field)
        self.body.addWidget(self._send, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.retranslate()

    def ask(self, title: str, answers: Sequence[tuple[str, str, str]], own: str = "") -> None:
        """answers: (key, icon, words); own: label of a line for other words, none when empty."""
        self.set_title(title)
        while self._flow.takeAt(0) is not None:
            pass
        for button in self._answers:
            button.hide()
            button.deleteLater()
        self._answers = []
        for key, icon, words in answers:
            button = BigButton(words, "tile", icon)
            button.clicked.connect(lambda _=False, one=key: self.answered.emit(one))
            self._answers.append(button)
            self._flow.addWidget(button)
        self._field.set_words(own)
        self._field.set_error("")
        self._line.clear()
        for widget in (self._field, self._send):
            show_if(widget, bool(own))
        if self._answers:
            self._answers[0].setFocus()

    def answers(self) -> list[BigButton]:
        return list(self._answers)

    def retranslate(self) -> None:
        if hasattr(self, "_send"):
            self._send.setText(self.tr("就写这个理由"))

    def _on_own(self) -> None:
        words = self._line.text().strip()
        if words:
            self.answered.emit(words)
        else:
            self._field.set_error(self.tr("请写一句理由"))
