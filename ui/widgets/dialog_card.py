"""DialogCard: a question over the window, inside it; never two at once, nothing stacked.

`DialogCard(window, title, text="", icon="", tone="")`; `card.body` for more widgets, `add_button(text, kind, result, key="")`
(the first added is on the left), then `open()`. Signal `closed(result: str)`: the result of the button, "" for Esc or when
another card takes its place. It deletes itself when closed. `DialogCard.on(window)` is the one now open, or None.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Scroller
from ui.widgets.themed import IconView, Themed, label


class DialogCard(Themed, QWidget):
    closed = Signal(str)

    def __init__(self, window: QWidget, title: str, text: str = "", icon: str = "", tone: str = "") -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._before: QWidget | None = None
        self._done = False
        self.body = QVBoxLayout()
        self._card = Card(tone=tone)
        self._foot = QWidget()
        self._buttons = FlowLayout(self._foot, gap="m")
        self._build(title, text, icon, tone)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self._card.installEventFilter(self)
        self.ready()

    def _build(self, title: str, text: str, icon: str, tone: str) -> None:
        head = QHBoxLayout()
        if icon:
            head.addWidget(IconView(icon, tone or "accent", "tile"))
        head.addWidget(label(title, "heading"), 1)
        self._card.body.addLayout(head)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        if text:
            inner.addWidget(label(text))
        inner.addLayout(self.body)
        inner.addStretch(1)
        self._scroller = Scroller(self._content)
        self._scroller.setMinimumHeight(1)  # its own least height is that of its bars, more than one line of text
        self._card.body.addWidget(self._scroller, 1)
        self._card.body.addWidget(self._foot)
        self._card.setParent(self)

    @staticmethod
    def on(window: QWidget) -> DialogCard | None:
        """The card open over a window."""
        cards = (c for c in window.children() if isinstance(c, DialogCard) and not c._done and not c.isHidden())
        return next(cards, None)

    def add_button(self, text: str, kind: str, result: str, key: str = "") -> BigButton:
        """A button that closes the card with a result."""
        button = BigButton(text, kind, key=key)
        button.clicked.connect(lambda: self.finish(result))
        self._buttons.addWidget(button)
        return button

    def open(self) -> None:
        """Covers the window and takes the keyboard; a card that was open is closed with "" first."""
        if other := self.on(self.window_under()):
            other.finish("")
        self._before = self.window().focusWidget()
        self._lay()
        self.show()
        self._lay()  # only now has the style sheet given every part its height
        self.raise_()
        first = next((b for b in self._focusable() if b.property("role") == "main"), None)
        (first or next(iter(self._focusable()), self)).setFocus(Qt.FocusReason.PopupFocusReason)

    def finish(self, result: str) -> None:
        """Closes the card once; later calls do nothing."""
        if self._done:
            return
        self._done = True
        self.window_under().removeEventFilter(self)
        self.hide()
        # What had the keyboard may be gone or out of sight: a page can change under the card.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit(result)
        self.deleteLater()

    def window_under(self) -> QWidget:
        return self._window

    def _focusable(self) -> list[QWidget]:
        inside = (w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return [w for w in inside if w.isVisibleTo(self) and w.isEnabled()]

    def _lay(self) -> None:
        self.setGeometry(self.window_under().contentsRect())
        margin, theme = current().space("xl"), current()
        width = min(self.width() - 2 * margin, theme.text() * 30)
        frame = self._card.body.contentsMargins()
        inner = width - frame.left() - frame.right() - 2 * theme.stroke("focus")
        around, parts = frame.top() + frame.bottom() + 2 * theme.stroke("focus"), self._card.body
        for number in range(parts.count()):
            item = parts.itemAt(number)
            if item.widget() is not self._scroller and not item.isEmpty():
                around += item.heightForWidth(inner) if item.hasHeightForWidth() else item.sizeHint().height()
                around += parts.spacing()
        content = self._content
        wanted = content.heightForWidth(inner) if content.hasHeightForWidth() else content.sizeHint().height()
        height = min(self.height() - 2 * margin, around + wanted + theme.space("s"))
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def restyle(self) -> None:
        if self.isVisible():
            self._lay()

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        grown = event.type() == QEvent.Type.Resize and watched is self.parent()
        # Its parts get their height from the style sheet one after the other, some only when they are drawn.
        asked = event.type() == QEvent.Type.LayoutRequest and watched is self._card
        if (grown or asked) and self.isVisible():
            self._lay()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self.isVisible():  # closed: the keyboard leaves it
            return super().focusNextPrevChild(forward)
        # Tab stays inside the card as long as it is open.
        stops = self._focusable()
        here = self.window().focusWidget()
        if stops:
            at = stops.index(here) if here in stops else -1 if forward else 0
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            main = next((b for b in self.findChildren(BigButton) if b.property("role") == "main"), None)
            if main:
                main.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(0, 0, 0, 150)
        QPainter(self).fillRect(self.rect(), shade)
