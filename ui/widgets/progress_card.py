"""ProgressCard: long work with a number and a way out. `ProgressCard(title, cancellable=True)`; signal `cancelled()`.

`set_progress(done, total, words="")` (total 0: not known yet), `finish(words, tone="ok")`.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.themed import label, set_role, show_if


class ProgressCard(Card):
    cancelled = Signal()

    def __init__(self, title: str, cancellable: bool = True, parent: QWidget | None = None) -> None:
        self._cancel = BigButton("", "row", "x")
        super().__init__(title, parent=parent)
        self._figure, self._words = label("", "lead"), label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._figure.setBuddy(self._bar)
        show_if(self._cancel, cancellable)
        self._cancel.clicked.connect(self._on_cancel)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._bar)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        self.body.addLayout(row)
        self.set_progress(0, 0)

    def set_progress(self, done: int, total: int, words: str = "") -> None:
        """Shows how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        if total:
            text = self.tr("{done} / {total}，{percent}%")
            self._figure.setText(text.format(done=f"{done:,}", total=f"{total:,}", percent=done * 100 // total))
        else:
            self._figure.setText(f"{done:,}" if done else self.tr("正在开始，请稍候"))
        self._words.setText(words)

    def finish(self, words: str, tone: str = "ok") -> None:
        """Ends it with a sentence; the bar is full when it went well."""
        if tone == "ok":
            self._bar.setRange(0, 1)
            self._bar.setValue(1)
        elif not self._bar.maximum():
            self._bar.setRange(0, 1)
        self._figure.setText(words)
        set_role(self._figure, tone=tone)
        self._cancel.hide()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("正在停下，请稍候"))
        self.cancelled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cancel.setEnabled(True)  # it may have stopped something before

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("停止"))
