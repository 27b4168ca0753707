"""BigButton: every button of the program, with icon, words that wrap instead of being cut, and the key that does the same.

`BigButton(text, kind="quiet", icon="", key="")`; kinds:
main (the one action of a state, filled; without a key of its own it shows Enter), quiet, danger (filled red: only what cannot be undone), alarm (red tint),
row (48 px, inside rows), tile (large, left aligned), plain (no frame), rail (navigation item).
Signals: those of QPushButton (`clicked`, `toggled`). Enter presses the button that has the keyboard.
`PillButton(text, tone, icon)` is the clickable sister of Pill.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current, icons
from ui.widgets.button_face import ButtonFace
from ui.widgets.themed import set_role


class BigButton(ButtonFace):
    def __init__(
        self, text: str, kind: str = "quiet", icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, icon, key, parent)
        self.setProperty("role", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        if kind == "tile":
            grows = QSizePolicy(policy.Expanding, policy.Minimum)
            grows.setHeightForWidth(True)
            self.setSizePolicy(grows)
        self.ready()

    def set_kind(self, kind: str) -> None:
        """Changes what the button means (main, quiet, danger ...; not to or from tile, which is laid out otherwise)."""
        self._kind = kind
        set_role(self, kind)
        self.restyle()

    def set_icon(self, name: str) -> None:
        """Shows another icon by its name."""
        self._icon = icons.known(name)
        self.restyle()

    def set_key(self, key: str) -> None:
        """The key hint shown on the button; pressing that key is wired elsewhere."""
        self._key = key
        self.restyle()

    def set_alone(self, alone: bool) -> None:
        """Shows the icon alone, the words as a tooltip (collapsed rail); they stay the accessible name."""
        self._alone = alone and bool(self._icon)
        self.setToolTip(" ".join(filter(None, (self.text(), self._key))) if self._alone else "")
        self.restyle()

    def set_sub(self, words: str) -> None:
        """A quiet second line (tiles only): what the words mean on the first morning."""
        self._sub = words
        self.restyle()

    def set_tall(self, px: int) -> None:
        """Makes it at least this high (keys of a pad)."""
        self._at_least = px
        self._fit()

    def set_spare(self, level: int) -> None:
        """Leaves out what is not words, where room is short: 1 the key, 2 wide edges, 3 the icon; 0 shows all."""
        if level != self._spare:
            self._spare = level
            self.restyle()

    def width_at(self, level: int) -> int:
        """How wide it would like to be at a level of set_spare()."""
        kept, self._spare = self._spare, level
        width = self.sizeHint().width()
        self._spare = kept
        return width

    def key(self) -> str:
        return self._key

    def setText(self, text: str) -> None:
        super().setText(text)
        self.restyle()

    def restyle(self) -> None:
        self.setAccessibleDescription(" ".join(filter(None, (self._sub, self._cap()))))
        self._fit()
        self.updateGeometry()
        self.update()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class PillButton(BigButton):
    """A clickable pill: state by tone, icon and word. `PillButton(text, tone="info", icon="")`; signal `clicked`."""

    def __init__(self, text: str, tone: str = "info", icon: str = "", parent: QWidget | None = None) -> None:
        self._tone = tone
        super().__init__(text, "pill", icon, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)

    def show_state(self, tone: str, icon: str, text: str) -> None:
        """Changes tone, icon and word together."""
        self._tone, self._icon = tone, icons.known(icon)
        set_role(self, tone=tone)
        self.setText(text)

    def _bold(self) -> bool:
        return True

    def _step(self) -> str:
        return "small"

    def _ink(self) -> str:
        return current().colors.tone(self._tone)[0] if self.isEnabled() else current().colors.muted
