"""EmptyState: what will appear here and how to begin. `EmptyState(icon, title, how, action="")`; signal `acted()`."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label, show_if


class EmptyState(Themed, QWidget):
    acted = Signal()

    def __init__(self, icon: str, title: str, how: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconView(icon, "muted", "mark")
        self._title, self._how = label(title, "lead"), label(how, "quiet")
        self.button = BigButton(action, "main")
        show_if(self.button, bool(action))
        self.button.clicked.connect(self.acted)
        self._all = QVBoxLayout(self)
        self._all.addStretch(1)
        self._all.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._title, self._how):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._all.addWidget(words)
        self._all.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._all.addStretch(1)
        self.ready()

    def show_state(self, icon: str, title: str, how: str) -> None:
        """Changes icon and both sentences."""
        self._mark.show_icon(icon)
        self._title.setText(title)
        self._how.setText(how)

    def restyle(self) -> None:
        theme = current()
        edge = theme.space("xl")
        self._all.setContentsMargins(edge, edge, edge, edge)
        self._all.setSpacing(theme.space("m"))
