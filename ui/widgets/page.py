"""Page: the frame of every page. One heading that says the situation, a body that scrolls, one main action at the foot.

`Page(heading="")`; `set_heading(text, sub="")`, `page.body` (QVBoxLayout), `page.beside` (QHBoxLayout right of the heading),
`set_main(button)` and `add_action(button)` (the quieter ones), `set_lack(text)`: under them, why the main one is not ready. Enter anywhere on the page presses the main action unless
the widget with the keyboard wants it. Signal `left()` on Esc. `tight()`: there is little height for the size of the text
(200 %); then hints under the heading give their line to what the page is for, the heading and the foot take less room, and
`on_tight()` may do the same for others.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.act_bar import ActBar
from ui.widgets.themed import Themed, label, set_role

TIGHT_EMS = 18  # of height, in letters of the base text


class Scroller(QScrollArea):
    """A frameless area that scrolls up and down when its content is taller; the focused widget is kept in sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setProperty("role", "clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(content)


class Page(Themed, QWidget):
    left = Signal()

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._main: QAbstractButton | None = None
        self._is_tight = self._sub_stays = False
        self._heading, self._sub = label("", "heading"), label("", "quiet")
        self.beside = QHBoxLayout()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.scroller = Scroller(content)
        self._foot, self._lack = ActBar(), label("", "", "warn")
        self._lack.hide()
        self._foot.hide()
        self._build()
        self.set_heading(heading)
        self.ready()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._sub)
        self._top = QHBoxLayout()
        self._top.addLayout(words, 1)
        self._top.addLayout(self.beside)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._top)
        self._all.addWidget(self.scroller, 1)
        self._all.addWidget(self._foot)
        self._all.addWidget(self._lack)

    def set_heading(self, text: str, sub: str = "", keep: bool = False) -> None:
        """What is going on, in one sentence; a quieter second one if needed. keep: it is no mere hint, it always stands."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self._sub_stays = keep
        self._sub.setText(sub)
        self._show_sub()

    def tight(self) -> bool:
        """Little height for the size of the text."""
        return self._is_tight

    def on_tight(self) -> None:
        """It became tight, or no longer is."""

    def _show_sub(self) -> None:
        self._sub.setVisible(bool(self._sub.text()) and (self._sub_stays or not self._is_tight))
        self._heading.setToolTip("" if self._sub.isVisibleTo(self) else self._sub.text())

    def _measure_height(self) -> None:
        tight = 0 < self.height() < TIGHT_EMS * current().text()
        if tight != self._is_tight:
            self._is_tight = tight
            set_role(self._heading, "lead" if tight else "heading")
            self._set_edges()
            self._show_sub()
            self._foot.be_tight(tight)
            self.on_tight()

    def heading(self) -> str:
        return self._heading.text()

    def set_main(self, button: QAbstractButton) -> None:
        """The one main action, at the foot; Enter presses it."""
        self._main = button
        self.add_action(button)

    def set_lack(self, text: str) -> None:
        """What is missing before the main action can be pressed, under it; "" when it can. The button greys meanwhile."""
        self._lack.setText(text)
        self._lack.setVisible(bool(text))
        if self._main is not None:
            self._main.setEnabled(not text)
            self._main.setAccessibleDescription(text)

    def add_action(self, button: QAbstractButton) -> None:
        """A quieter action beside it."""
        self._foot.add(button)
        self._foot.show()

    def restyle(self) -> None:
        self._set_edges()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(current().space("m"))
        self._top.setSpacing(current().space("m"))
        self._measure_height()

    def _set_edges(self) -> None:
        theme, tight = current(), self._is_tight
        side, high, low = theme.space("xl"), theme.space("s" if tight else "l"), theme.space("s" if tight else "m")
        self._all.setContentsMargins(side, high, side, low)
        self._all.setSpacing(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._main and not event.isAutoRepeat():
            self._main.click()
        else:
            super().keyPressEvent(event)
