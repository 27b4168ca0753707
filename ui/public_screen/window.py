"""The second window: full screen on the chosen monitor, never with the keyboard, never in the way of the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.public_screen.canvas import Canvas


class PublicWindow(QWidget):
    """`stand(rect)` shows it there, `go()` takes it away; nobody closes it by accident."""

    def __init__(self, canvas: Canvas) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(self.tr("公示屏"))
        self.canvas = canvas
        canvas.setParent(self)
        self._closing = False

    def stand(self, rect: QRect) -> None:
        """Cover this part of the desktop (px)."""
        if self.isVisible() and self.geometry() == rect:
            return
        self.setGeometry(rect)
        self.show()
        self.setGeometry(rect)  # some window managers place a new window themselves

    def go(self) -> None:
        """Out of sight at once."""
        self.hide()

    def end(self) -> None:
        """The program closes."""
        self._closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
