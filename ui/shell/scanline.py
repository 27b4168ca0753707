"""The scan line: always there, always with the keyboard; one field that takes everything."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.preview import Preview
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.search_field import SearchField
from ui.widgets.themed import Themed, label

TYPED_MS = 120  # a search begins this long after the last key
LONGEST = 200


class ScanLine(Themed, QFrame):
    """entered(text): Enter was pressed; typed(text): what stands there a moment after the last key; more(): more ways;
    camera(): the picture was pressed."""

    entered = Signal(str)
    typed = Signal(str)
    more = Signal()
    camera = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scanbar")
        self._now = ""
        self.preview = Preview()
        self.preview.clicked.connect(self.camera)
        self.field = SearchField(role="scan")
        self.field.setMaxLength(LONGEST)
        self.field.entered.connect(self._on_enter)
        self.field.edited.connect(self._on_edited)
        self._help = label("", "error", wrap=True)
        self._help.hide()
        self._more = BigButton("", "quiet")
        self._more.clicked.connect(self.more)
        self._wait = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._wait.timeout.connect(lambda: self.typed.emit(self._now))
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self.field)
        middle.addWidget(self._help)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.preview)
        self._row.addLayout(middle, 1)
        self._row.addWidget(self._more)
        self.ready()

    def show_help(self, text: str) -> None:
        """A line under the field: the code will not read, the camera is gone. Empty takes it away."""
        self._help.setText(text)
        self._help.setVisible(bool(text))

    def clear(self) -> None:
        self._wait.stop()
        self.field.clear()
        self._wait.stop()

    def take_keyboard(self, event: QKeyEvent | None = None) -> None:
        """Give the field the keyboard, and the key that was meant for it."""
        self.field.setFocus()
        if event is not None:
            self.field.insert(event.text())

    def _on_edited(self, text: str) -> None:
        self._now = text
        self._wait.start()

    def _on_enter(self, text: str) -> None:
        self._wait.stop()
        self.entered.emit(text)

    def retranslate(self) -> None:
        self._say_prompt()
        self.field.setAccessibleName(self.tr("扫码和查找"))
        self._more.setText(self.tr("更多方式"))

    def _say_prompt(self) -> None:
        """The prompt is read whole or in short, never cut."""
        whole, short = (
            self.tr("请扫码、刷卡，或输入姓名、拼音、房号、电话尾号"),
            self.tr("请扫码，或输入姓名、房号、电话"),
        )
        room = self.field.width() - 2 * current().space("l")
        fits = self.field.fontMetrics().horizontalAdvance(whole) <= room
        self.field.setPlaceholderText(whole if fits or not self.isVisible() else short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._say_prompt)  # the field has its width once this one is laid out

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))
        self.field.setMinimumHeight(theme.height("scan"))
        QTimer.singleShot(0, self, self._say_prompt)
