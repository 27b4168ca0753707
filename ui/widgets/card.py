"""Card: a white surface with an optional title. `Card(title="", tone="")`; put things into `card.body` (QVBoxLayout).

`set_tone("ok")` gives the frame a strong edge in that colour (result cards). `card.head` is the title's row: add a
small button there. `fields(card, [(word, value), ...])` lays facts in two columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.theme.fonts import font
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label, set_role, show_if


class Card(Themed, QFrame):
    def __init__(self, title: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.head = QHBoxLayout()
        self._title = label(title, "lead")
        show_if(self._title, bool(title))
        self.head.addWidget(self._title, 1)
        self.body.addLayout(self.head)
        self.set_tone(tone)
        self.ready()

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_tone(self, tone: str) -> None:
        set_role(self, tone=tone)

    def restyle(self) -> None:
        theme = current()
        side, high = theme.space("xl") - 3, theme.space("l")
        self.body.setContentsMargins(side, high, side, high)
        self.body.setSpacing(theme.space("m"))


class Fact(Themed, QWidget):
    """A quiet word and its value beside it: `Fact("来访人", "欧阳* （亲友，2 人）")`; `set_value(text)`."""

    def __init__(self, word: str, value: str, role: str = "strong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._peers: Sequence[Fact] = (self,)
        self._word, self._value = label(word, "muted", wrap=False), label(value, role)
        self._word.setBuddy(self._value)
        self._row.addWidget(self._word)
        self._row.addWidget(self._value, 1)
        self.ready()

    def set_word(self, word: str) -> None:
        self._word.setText(word)

    def set_value(self, value: str) -> None:
        self._value.setText(value)

    def line_up(self, peers: Sequence[Fact]) -> None:
        """Values stand under one another: the widest of these words gives the room of all."""
        self._peers = peers
        self.restyle()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("m"))
        metrics = QFontMetrics(font(theme.text("small")))
        words = (metrics.horizontalAdvance(peer._word.text()) + 2 for peer in self._peers)
        self._word.setMinimumWidth(max(round(theme.text("small") * 4.2), *words))


def facts(pairs: Sequence[tuple[str, str]], columns: int = 2, role: str = "strong", gap: str = "m") -> QWidget:
    """Words and values in up to `columns` columns; one column where it would be narrow. role: of the values' labels."""
    holder = QWidget()
    flow = FlowLayout(holder, gap=gap, equal=True, columns=columns)
    lines = [Fact(word, value, role) for word, value in pairs]
    for line in lines:
        line.line_up(lines)
        flow.addWidget(line)
    return holder
