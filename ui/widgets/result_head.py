"""ResultHead: the answer of a scan in one glance. `ResultHead(kind, sentence, sub="")`; `show_result(kind, sentence, sub)`.

The mark, the sentence in the answer's colour, and under it what it is about or what to do next. Kinds: `result_mark.KINDS`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.result_mark import ResultMark, tone_of
from ui.widgets.themed import Themed, label, set_role


class ResultHead(Themed, QWidget):
    def __init__(self, kind: str, sentence: str, sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._sentence, self._sub = ResultMark(kind), label("", "result"), label("", "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._sentence)
        words.addWidget(self._sub)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(words, 1)
        self.show_result(kind, sentence, sub)
        self.ready()

    def show_result(self, kind: str, sentence: str, sub: str = "") -> None:
        """Shows another answer."""
        self._mark.show_result(kind)
        self._sentence.setText(sentence)
        self._sub.setText(sub)
        self._sub.setVisible(bool(sub))
        set_role(self._sentence, tone=tone_of(kind))

    def restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("xl"))
