"""PinPad: digits for fingers and keyboard, never shown. `PinPad(least=4, most=8)`; signals `entered(pin: str)`, `typed(count: int)`,
`put_away()` (a page that waits for a second time forgets the first).

The pad forgets the digits as it hands them over, and when it is put away. `clear()` empties it, `shake(sentence)` says what was wrong.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import Themed, label, show_if


class PinPad(Themed, QWidget):
    entered = Signal(str)
    typed = Signal(int)
    put_away = Signal()

    def __init__(self, least: int = 4, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._digits = least, most, ""
        self._dots, self._wrong = label("", "heading", wrap=False), label("", "error")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wrong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._all, self._grid = QVBoxLayout(self), QGridLayout()
        self._all.addWidget(self._dots)
        self._all.addWidget(self._wrong)
        self._all.addLayout(self._grid)
        self._back, self._enter = BigButton("", "quiet", "backspace"), BigButton("", "main")
        self._add_keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ready()
        self._say("")
        self._show()

    def _add_keys(self) -> None:
        for place, digit in enumerate("123456789"):
            self._grid.addWidget(self._key(digit), place // 3, place % 3)
        self._grid.addWidget(self._back, 3, 0)
        self._grid.addWidget(self._key("0"), 3, 1)
        self._grid.addWidget(self._enter, 3, 2)
        self._back.clicked.connect(self._on_back)
        self._enter.clicked.connect(self._on_enter)
        for button in self.findChildren(BigButton):
            # The pad itself holds the keyboard, so that digits can be typed after a tap.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _key(self, digit: str) -> BigButton:
        button = BigButton(digit, "quiet")
        button.clicked.connect(lambda: self.type_digit(digit))
        return button

    def type_digit(self, digit: str) -> None:
        """Adds a digit; more than the longest PIN are ignored."""
        if len(self._digits) < self._most:
            self._digits += digit
        self._say("")
        self._show()

    def clear(self) -> None:
        self._digits = ""
        self._show()

    def shake(self, sentence: str) -> None:
        """Empties the pad and says, where the dots were, what was wrong and what to do."""
        self.clear()
        self._say(sentence)

    def count(self) -> int:
        """How many digits are in."""
        return len(self._digits)

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        show_if(self._wrong, bool(sentence))
        show_if(self._dots, not sentence)

    def _show(self) -> None:
        left = max(0, self._least - len(self._digits))
        self._dots.setText(" ".join("●" * len(self._digits) + "○" * left))
        self._enter.setEnabled(len(self._digits) >= self._least)
        self.typed.emit(len(self._digits))

    def _on_back(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _on_enter(self) -> None:
        if len(self._digits) >= self._least:
            pin, self._digits = self._digits, ""
            self._show()
            self.entered.emit(pin)

    def retranslate(self) -> None:
        self._back.setToolTip(self.tr("退一格"))
        self._back.setAccessibleName(self.tr("退一格"))
        self._enter.setText(self.tr("确定"))
        self.setAccessibleName(self.tr("密码键盘"))

    def restyle(self) -> None:
        theme = current()
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(theme.space("s"))
        self._grid.setSpacing(theme.space("s"))
        for words in (self._dots, self._wrong):
            words.setMinimumHeight(theme.text("small") * 3)  # two lines; the keys stay where they are
        wide = max(theme.height("main") + theme.space("xl"), self._enter.sizeHint().width())
        for button in self.findChildren(BigButton):
            button.setMinimumWidth(wide)
            button.set_tall(theme.height("main"))

    # -- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes to the pad next begins with nothing: neither digits nor what was wrong with the last ones."""
        if self._digits:
            self.clear()
        self._say("")
        self.put_away.emit()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and event.text().isascii():
            self.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._on_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)
