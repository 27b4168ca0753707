"""AttentionRow: one thing that needs somebody. `AttentionRow(tone, icon, title, sub="", action="")`; signal `acted()`.

`show(...)` is Qt's; change the words with `show_matter(tone, icon, title, sub)`.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label, set_role, show_if


class AttentionRow(Themed, QFrame):
    acted = Signal()

    def __init__(
        self, tone: str, icon: str, title: str, sub: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._mark = IconView(icon, _ink(tone), "tile")
        self._title, self._sub = label(title, "strong"), label(sub, "muted")
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._title)
        self._words.addWidget(self._sub)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(self._words, 1)
        self.button = BigButton(action, "row")
        show_if(self.button, bool(action))
        self.button.clicked.connect(self.acted)
        self._row.addWidget(self.button)
        self.show_matter(tone, icon, title, sub)
        self.ready()

    def show_matter(self, tone: str, icon: str, title: str, sub: str = "") -> None:
        """Changes tone, icon and both lines together; the button is described by the title."""
        self._mark.show_icon(icon, _ink(tone))
        self._title.setText(title)
        self._sub.setText(sub)
        self._sub.setVisible(bool(sub))
        self.button.setAccessibleDescription(title)
        set_role(self, tone=tone)

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))


def _ink(tone: str) -> str:
    """A plain row has no colour of its own."""
    return "muted" if tone == "plain" else tone
