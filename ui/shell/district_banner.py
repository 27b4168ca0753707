"""The banner of the sub-district's words, between bar and page. Signal `read()`: somebody has read it; `whole(text)`: it is
too long for the banner and is asked for in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label, set_role, show_if

if TYPE_CHECKING:
    from ui.shell.district import Words

LONGEST, LONGEST_EMERGENCY, LONGEST_LARGE = 100, 200, 70  # half-width letters; a longer one is told in full on a card


class DistrictBanner(Themed, QWidget):
    read = Signal()
    whole = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._frame = QFrame()
        self._frame.setProperty("role", "note")
        self._edge = QVBoxLayout(self)
        self._edge.addWidget(self._frame)
        self._words: Words | None = None
        self._mark = IconView("bell", "info", "tile")
        self._who, self._text = label("", "strong"), label("")
        self._more, self.done = BigButton("", "row"), BigButton("", "row", "check")
        self._more.clicked.connect(lambda: self.whole.emit(self._words.text if self._words else ""))
        self.done.clicked.connect(self.read)
        self._lines = QVBoxLayout()
        self._lines.addWidget(self._who)
        self._lines.addWidget(self._text)
        self._row = QHBoxLayout(self._frame)
        self._row.addWidget(self._mark)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self._more)
        self._row.addWidget(self.done)
        self.hide()
        self.ready()

    def show_words(self, words: Words | None) -> None:
        """Another notice, None for none."""
        self._words = words
        self._say()
        show_if(self, words is not None)

    def text(self) -> str:
        return self._text.text()

    def restyle(self) -> None:
        theme = current()
        self._edge.setContentsMargins(theme.space("xl"), theme.space("m"), theme.space("xl"), 0)
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))
        self._lines.setSpacing(0)
        self._say()

    def retranslate(self) -> None:
        self._more.setText(self.tr("看全文"))
        self.done.setText(self.tr("知道了"))
        self._say()

    def _say(self) -> None:
        words = self._words
        if words is None:
            return
        tone, icon = ("bad", "urgent") if words.emergency else ("info", "bell")
        set_role(self._frame, tone=tone)
        self._mark.show_icon(icon, tone)
        who = self.tr("街道紧急通知") if words.emergency else self.tr("街道通知")
        if words.more:
            who = self.tr("{who} · 后面还有 {n} 条").format(who=who, n=words.more)
        self._who.setText(who)
        most = LONGEST_EMERGENCY if words.emergency else LONGEST
        plain = " ".join(words.text.split())
        short = _short(plain, LONGEST_LARGE if current().large() else most)
        self._text.setText(short)
        show_if(self._more, short != words.text.strip())
        self.setAccessibleName(f"{who} {plain}")


def _short(text: str, most: int) -> str:
    """Its beginning; a Chinese character is as wide as two letters."""
    width = 0
    for place, char in enumerate(text):
        width += 1 if char.isascii() else 2
        if width > most:
            return f"{text[:place]}…"
    return text
