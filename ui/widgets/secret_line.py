"""SecretLine: a line for a passphrase, a recovery code, the code of a receipt. `SecretLine(longest=40, keeps=False)`.

What was typed leaves no trace: no undo brings it back, nothing is copied out of it, no menu opens over it, and it is gone
when the line is put away. `keeps=True`: the page hides it while it works and clears it itself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

CLOSED = (
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)  # fmt: skip


class SecretLine(QLineEdit):
    def __init__(self, longest: int = 40, keeps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self.setMaxLength(longest)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def clear(self) -> None:
        """QLineEdit's own can be undone; setting another text cannot."""
        self.setText("")

    # -- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        if not self._keeps:
            self.clear()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(one) for one in CLOSED):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On X11 what the mouse selects is copied: nothing stays selected."""
        self.deselect()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
