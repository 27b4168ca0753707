"""What every widget shares: restyling on a live theme switch, roles for the style sheet, labels and painted icons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import current, icons


class Themed:
    """Mixin, before the Qt class: calls `restyle` on a theme switch and `retranslate` on a switch of language.

    The constructor ends with `self.ready()`, which calls both for the first time.
    """

    _is_ready = False

    def ready(self) -> None:
        self._is_ready = True
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        """Takes sizes and colours from `current()`."""

    def retranslate(self) -> None:
        """Sets the widget's own words; words of the caller are the caller's to set again."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]
        if self._is_ready and event.type() == QEvent.Type.StyleChange:
            self.restyle()
        elif self._is_ready and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def set_role(widget: QWidget, role: str | None = None, **properties: object) -> None:
    """Sets the properties the style sheet selects by (`role`, `tone`, `state`) and polishes the widget again."""
    if role is not None:
        properties["role"] = role
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def show_if(widget: QWidget, wanted: bool) -> None:
    """Shows or hides a part; one that has no parent yet is only ever hidden, for showing it would open a window."""
    if widget.parentWidget() is not None or not wanted:
        widget.setVisible(wanted)


def label(text: str, role: str = "", tone: str = "", wrap: bool = True) -> QLabel:
    """A plain-text label. Roles: heading, result, number, lead, strong, muted, quiet, small, error, code."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


class ShortLabel(QLabel):
    """A line that may be cut with … when there is no room (bar at 200 %), whole in the tooltip: `ShortLabel(text, role="")`."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 2, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


class IconView(Themed, QWidget):
    """An icon in a token colour: `IconView(name, color="accent", size="body")`; decoration, never focusable."""

    def __init__(self, name: str, color: str = "ink", size: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = icons.known(name), color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ready()

    def show_icon(self, name: str, color: str | None = None) -> None:
        self._name, self._color = icons.known(name), color or self._color
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        edge = current().icon(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = current().colors.of(self._color if self.isEnabled() else "muted")
        icons.paint(QPainter(self), self._name, QRectF(self.rect()), color)
