"""Chooser: a few big tiles of which one is chosen (visitor types). `Chooser(choices, columns=0)`; `Choice(key, icon, words, sub)`.

Signal `chosen(key: str)` when a person picks another one. `choice()` answers the key ("" for none), `set_choice(key)`
sets it without a signal. Arrow keys move, Tab enters and leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QStyle, QStyleOption, QWidget

from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class Choice:
    key: str
    icon: str
    words: str
    sub: str = ""


class ChoiceTile(Themed, QRadioButton):
    """One tile: icon, words, quiet line; a tick in the corner says that it is the chosen one."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice.words, parent)
        self._choice = choice
        icons.known(choice.icon)
        self.setProperty("role", "choice")
        self.setAccessibleDescription(choice.sub)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ready()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _icon_px(self) -> int:
        return current().icon("tile") if self._choice.icon else 0

    def _left(self) -> int:
        return current().space("l") + (self._icon_px() + current().space("m") if self._icon_px() else 0)

    def _right(self) -> int:
        return current().space("s") + current().icon("small") + current().space("s")

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(font(current().text(), bold=True)), QFontMetrics(font(current().text("small")))

    def _blocks(self, width: int) -> tuple[int, int]:
        box = QRect(0, 0, max(1, width - self._left() - self._right()), 10_000)
        big, small = self._metrics()
        sub = small.boundingRect(box, _WRAP, self._choice.sub).height() if self._choice.sub else 0
        return big.boundingRect(box, _WRAP, self.text()).height(), sub

    def sizeHint(self) -> QSize:
        big, small = self._metrics()
        wide = max(big.horizontalAdvance(self.text()), small.horizontalAdvance(self._choice.sub)) + 2
        width = self._left() + wide + self._right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        big, _ = self._metrics()
        longest = max((big.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = self._left() + max(min(longest, current().text() * 9), current().text() * 4) + self._right()
        return QSize(width, current().height("tile"))

    def heightForWidth(self, width: int) -> int:
        return max(current().height("tile"), sum(self._blocks(width)) + 2 * current().space("m"))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current()
        option = QStyleOption()
        option.initFrom(self)
        if self.isChecked():
            option.state |= QStyle.StateFlag.State_On
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        colors, edge = theme.colors, self._icon_px()
        ink = colors.ink if self.isEnabled() else colors.muted
        if edge:
            color = colors.accent if self.isEnabled() else colors.muted
            box = QRectF(theme.space("l"), (self.height() - edge) / 2, edge, edge)
            icons.paint(painter, self._choice.icon, box, color)
        words, sub = self._blocks(self.width())
        top, room = (self.height() - words - sub) // 2, self.width() - self._left() - self._right()
        painter.setPen(QColor(ink))
        painter.setFont(font(theme.text(), bold=True))
        painter.drawText(QRect(self._left(), top, room, words), _WRAP, self.text())
        painter.setPen(QColor(colors.muted))
        painter.setFont(font(theme.text("small")))
        painter.drawText(QRect(self._left(), top + words, room, sub), _WRAP, self._choice.sub)
        if self.isChecked():
            small = theme.icon("small")
            corner = QRectF(self.width() - small - theme.space("s"), theme.space("s"), small, small)
            icons.paint(painter, "circle-check", corner, colors.accent)


class Chooser(Themed, QWidget):
    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], columns: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tiles: dict[str, ChoiceTile] = {}
        flow = FlowLayout(self, gap="m", equal=True, columns=columns)
        for choice in choices:
            tile = ChoiceTile(choice, self)
            self._tiles[choice.key] = tile
            self._group.addButton(tile)
            flow.addWidget(tile)
        self._told = ""
        self._group.buttonToggled.connect(self._on_toggled)
        self._quiet = False

    def choice(self) -> str:
        return next((key for key, tile in self._tiles.items() if tile.isChecked()), "")

    def set_choice(self, key: str) -> None:
        """Chooses without telling; "" chooses none."""
        self._quiet = True
        self._group.setExclusive(False)
        for name, tile in self._tiles.items():
            tile.setChecked(name == key)
        self._group.setExclusive(True)
        self._quiet = False

    def tile(self, key: str) -> ChoiceTile:
        return self._tiles[key]

    def _on_toggled(self, tile: ChoiceTile, on: bool) -> None:
        if on and not self._quiet:
            self.chosen.emit(self.choice())
