"""The face of a button: measuring and drawing icon, words that wrap, and the key cap. BigButton is what pages use."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QStyle, QStyleOptionButton, QWidget

from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets.themed import Themed

# Pieces a line may break between: words of letters, and single characters of Chinese.
_PIECES = re.compile(r"[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+")
_HEIGHT = {"main": "main", "tile": "tile", "rail": "rail", "quiet": "button", "danger": "button"}
_INK = {"main": "on_accent", "danger": "on_bad", "alarm": "bad", "plain": "accent"}
_BOLD = {"main", "danger", "alarm", "tile"}
NO_KEY, NARROW, NO_ICON = 1, 2, 3


def _in_list() -> bool:
    """The keyboard is in a list, where Enter opens the marked row and presses no button."""
    return isinstance(QApplication.focusWidget(), QAbstractItemView)


class ButtonFace(Themed, QPushButton):
    """What is shown: kind, icon name, key, whether the icon stands alone, the least height."""

    def __init__(self, text: str, kind: str, icon: str, key: str, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self._kind, self._icon, self._key = kind, icons.known(icon), key
        self._at_least, self._alone = 0, False
        self._sub = ""  # a quiet second line, on tiles
        self._spare = 0  # how much is left out where room is short, see BigButton.set_spare

    # -- measuring

    def _bold(self) -> bool:
        return self._kind in _BOLD

    def _metrics(self) -> QFontMetrics:
        # One that can be checked is drawn bold then, and must not outgrow its room.
        return QFontMetrics(font(current().text(self._step()), self._bold() or self.isCheckable()))

    def _step(self) -> str:
        return "small" if self._kind == "alarm" else "body"

    def _icon_px(self) -> int:
        if not self._icon or (self._spare >= NO_ICON and self.text() and not self._alone):
            return 0
        return current().icon("tile" if self._kind == "tile" else "small" if self._kind == "alarm" else "body")

    def _pad(self) -> int:
        if self._spare >= NARROW:
            return current().space("m")
        return current().space({"main": "xl", "quiet": "l", "danger": "xl"}.get(self._kind, "m"))

    def _key_width(self) -> int:
        cap = self._cap()
        if not cap or self._alone or self._spare >= NO_KEY:
            return 0
        return QFontMetrics(font(current().text("small"))).horizontalAdvance(cap) + current().space("m")

    def _cap(self) -> str:
        """The key that is shown: Enter on every main button that has no key of its own, because Enter presses it."""
        return self._key or (self.tr("回车") if self._kind == "main" else "")

    def _around(self) -> int:
        """Everything of the width that is not words."""
        parts = [w for w in (self._icon_px(), self._key_width()) if w]
        gaps = len(parts) if self.text() and not self._alone else len(parts) - 1
        return 2 * self._pad() + sum(parts) + max(0, gaps) * self._gap()

    def _gap(self) -> int:
        return current().space("m" if self._kind in ("tile", "rail") else "s")

    def _words_width(self) -> int:
        shown = self.text() and not self._alone
        return self._metrics().horizontalAdvance(self.text()) + 2 if shown else 0

    def _least_words(self) -> int:
        metrics, whole = self._metrics(), self._words_width()
        if not whole:
            return 0
        piece = max((metrics.horizontalAdvance(p) for p in _PIECES.findall(self.text())), default=0)
        return min(whole, max(piece + 4, current().text(self._step()) * 4))

    def _tall(self, width: int) -> int:
        least = max(self._at_least, current().height(_HEIGHT.get(self._kind, "row")))
        room = max(1, width - self._around())
        if self._sub:
            return max(least, sum(self._blocks(room)) + 2 * current().space("m"))
        if self._words_width() <= room:
            return least
        return max(least, self._words_rect(room).height() + current().space("l"))

    def _blocks(self, room: int) -> tuple[int, int]:
        """Heights of the words and of the quiet line under them."""
        words = self._metrics().height() if self._words_width() <= room else self._words_rect(room).height()
        small = QFontMetrics(font(current().text("small")))
        return words, small.boundingRect(QRect(0, 0, room, 10_000), self._flags(), self._sub).height()

    def _words_rect(self, room: int) -> QRect:
        return self._metrics().boundingRect(QRect(0, 0, room, 10_000), self._flags(), self.text())

    def _flags(self) -> int:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return int(align) | int(Qt.TextFlag.TextWordWrap)

    def _drawn_flags(self, room: int) -> int:
        """Words that were measured to fit stay on one line, whatever the line breaker makes of a fraction of a pixel."""
        return self._flags() if self._words_width() > room else self._flags() & ~int(Qt.TextFlag.TextWordWrap)

    def _drawn_words(self, room: int) -> int:
        """As wide as they are drawn now: one that can be checked keeps room for bold words, and centres plain ones in it."""
        face = font(current().text(self._step()), self._bold() or self.isChecked())
        wide = QFontMetrics(face).horizontalAdvance(self.text()) + 2
        return min(room, wide) if self._words_width() else 0

    def _fit(self) -> None:
        # Tiles tell their layout; the others hold their own height, so that no layout stretches or squeezes them.
        if self._kind != "tile":
            tall = self._tall(self.width() if self.isVisible() else self.sizeHint().width())
            if self.minimumHeight() != tall or self.maximumHeight() != tall:
                self.setFixedHeight(tall)

    def heightForWidth(self, width: int) -> int:
        return self._tall(width)

    def sizeHint(self) -> QSize:
        width = max(self._around() + self._words_width(), current().height("row"))
        return QSize(width, current().height(_HEIGHT.get(self._kind, "row")))

    def minimumSizeHint(self) -> QSize:
        width = max(self._around() + self._least_words(), current().height("row"))
        return QSize(width, current().height(_HEIGHT.get(self._kind, "row")))

    # -- drawing

    def _ink(self) -> str:
        if not self.isEnabled():
            return current().colors.muted
        if self._kind == "rail" and self.isChecked():
            return current().colors.accent
        return current().colors.of(_INK.get(self._kind, "ink"))

    def _icon_ink(self) -> str:
        return current().colors.accent if self._kind == "tile" and self.isEnabled() else self._ink()

    def _paint_ground(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        if self.hasFocus() and self._kind in ("main", "danger"):
            # The focus colour may be close to the filling: a second ring in the text colour stands between them.
            inset, edge = current().stroke("focus") + 1.0, current().radius("m") - 3.0
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._ink()), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        room = self.width() - self._around()
        words = self._drawn_words(room)
        left_aligned = self._kind in ("tile", "rail") and not self._alone
        x = self._pad() if left_aligned else self._pad() + max(0, (room - words) // 2)
        width, silent = self._key_width(), not self._key and _in_list()
        if width and silent and not left_aligned:
            x += (width + self._gap()) // 2  # the words take the middle; the button keeps its size
        if edge := self._icon_px():
            icons.paint(painter, self._icon, QRectF(x, (self.height() - edge) / 2, edge, edge), self._icon_ink())
            x += edge + self._gap()
        if self.text() and not self._alone:
            painter.setFont(font(current().text(self._step()), self._bold() or self.isChecked()))
            painter.setPen(QColor(self._ink()))
            box = QRect(x, 0, room if left_aligned else words, self.height())
            if self._sub:
                self._paint_two_lines(painter, box, room)
            else:
                painter.drawText(box, self._drawn_flags(room), self.text())
        if width and not silent:
            at = self.width() - self._pad() - width if self._kind == "tile" else x + words + self._gap()
            self._paint_key(painter, QPoint(at, 0), width)

    def _paint_two_lines(self, painter: QPainter, box: QRect, room: int) -> None:
        words, sub = self._blocks(room)
        top = (self.height() - words - sub) // 2
        painter.drawText(QRect(box.x(), top, room, words), self._drawn_flags(room), self.text())
        painter.setFont(font(current().text("small")))
        painter.setPen(QColor(current().colors.muted))
        painter.drawText(QRect(box.x(), top + words, room, sub), self._flags(), self._sub)

    def _paint_key(self, painter: QPainter, at: QPoint, width: int) -> None:
        """The key as a key cap, so that it is not read as part of the words."""
        face = font(current().text("small"))
        high = QFontMetrics(face).height() + 2
        box = QRectF(at.x() + 0.5, (self.height() - high) / 2, width - 1, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._ink() if self._kind in _INK or not self.isEnabled() else current().colors.muted
        painter.setPen(QPen(QColor(color), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap())
