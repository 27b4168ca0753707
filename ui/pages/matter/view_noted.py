"""It is written down: the number, who is told, until when, and a receipt to take home."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.matters.words import MatterWords, spaced
from ui.pages.matter.model import Noted
from ui.paper.matter_slip import Receipt
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Card, label

LARGE = 1.7


class NotedView(Card):
    """`receipt()` and `slip()` are the papers of what stands here."""

    def __init__(self) -> None:
        self._words = MatterWords()
        self.noted: Noted | None = None
        super().__init__("…", "ok")
        self._number = QLabel()
        self._lines = [label("", "lead"), label("", "lead"), label("", "strong"), label("", "quiet")]
        self.body.addStretch(1)
        for words in (self._number, *self._lines):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(words)
        self.body.addStretch(2)
        self.ready()

    def show_noted(self, noted: Noted) -> None:
        self.noted = noted
        self._say()

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_number"):
            self._number.setFont(font(round(current().text("number") * LARGE), bold=True))

    def retranslate(self) -> None:
        if hasattr(self, "_lines"):
            self._say()

    def receipt(self) -> Receipt | None:
        """What the resident takes home: no name, no words, only where to ask."""
        noted = self.noted
        if noted is None:
            return None
        return Receipt(
            noted.estate, spaced(noted.number), noted.code, self._words.category(noted.category), noted.at,
            self._words.body(noted.owner), noted.due, noted.phone,
        )  # fmt: skip

    def _say(self) -> None:
        noted = self.noted
        self.set_title(self.tr("回执号"))
        if noted is None:
            return
        self._number.setText(spaced(noted.number))
        body, phones = (
            self._words.body(noted.owner),
            "　".join(self._words.phones(noted.owner)),
        )
        lines = [self._words.category(noted.category), "", "", ""]
        if noted.joined:
            lines[1] = self.tr("和前面那件是同一件事，一起办，一起回话。")
        elif noted.kind == "incident":
            lines[1] = self.tr("异常情况记下了，交接班时会带上。")
        else:
            lines[1] = self.tr("请告诉{body}；{due} 前要有人答复。").format(body=body, due=noted.due)
            lines[2] = self.tr("电话 {phones}").format(phones=phones) if phones else ""
        lines[3] = self.tr("居民拿回执到任何一个门岗，扫一下就知道办到哪一步。") if noted.kind != "incident" else ""
        for words, text in zip(self._lines, lines, strict=True):
            words.setText(text)
            words.setVisible(bool(text))
