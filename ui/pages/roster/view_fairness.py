"""How even the shifts of three months are: a bar for everybody, by capacity, and the same in words above each group.

`FairnessCard()`; `draw(fair)`. Bars are painted, never clicked; the words and the numbers beside the bars say it all.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.roster.panel_generate_model import Fair
from ui.texts import sentence
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Card, Themed, label, set_role

WIDE_EMS = 19  # one column of bars, in letters of the small text
NAME_EMS, NUMBER_EMS = 5.5, 2.2
EVEN = 1  # a difference that nobody minds


class Bars(Themed, QWidget):
    """Names, stacked bars (before, now) and sums, in as many columns as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Fair, ...] = ()
        self._most = 1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ready()

    def show_rows(self, rows: Sequence[Fair], most: int, words: str) -> None:
        """most: what a full bar stands for; words: the same for who cannot see it."""
        self._rows, self._most = tuple(rows), max(1, most)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width) * self._line()

    def sizeHint(self) -> QSize:
        width = round(WIDE_EMS * current().text("small"))
        return QSize(width, self.heightForWidth(width * 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(WIDE_EMS * current().text("small") * 0.7), self._line())

    def _line(self) -> int:
        return round(current().text("small") * 1.55)

    def _columns(self, width: int) -> int:
        return max(1, min(len(self._rows), int(width / (WIDE_EMS * current().text("small")))))

    def _lines(self, width: int) -> int:
        columns = self._columns(width)
        return -(-len(self._rows) // columns) if self._rows else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(current().text("small")))
        lines, gap = self._lines(self.width()), current().space("xxl")
        columns = self._columns(self.width())
        wide = (self.width() - gap * (columns - 1)) / columns
        for n, row in enumerate(self._rows):
            column, line = divmod(n, lines)
            at = QRectF(column * (wide + gap), line * self._line(), wide, self._line())
            self._paint_row(painter, at, row)

    def _paint_row(self, painter: QPainter, at: QRectF, row: Fair) -> None:
        theme = current()
        em = theme.text("small")
        name = QFontMetrics(painter.font()).elidedText(row.who, Qt.TextElideMode.ElideRight, round(NAME_EMS * em))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.colors.ink))
        painter.drawText(at, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(at, middle | Qt.AlignmentFlag.AlignRight, str(row.total))
        left = at.left() + (NAME_EMS + 0.5) * em
        room = at.right() - NUMBER_EMS * em - left
        height = self._line() * 0.56
        bar = QRectF(left, at.center().y() - height / 2, room, height)
        painter.fillRect(bar, QColor(theme.colors.sunk))
        done = room * row.before / self._most
        part = QRectF(bar.left(), bar.top(), done, height)
        paint_before(painter, part)
        painter.fillRect(
            QRectF(part.right(), bar.top(), room * row.now / self._most, height), QColor(theme.colors.accent)
        )


def paint_before(painter: QPainter, at: QRectF) -> None:
    """The two months before: a quiet ground with an edge, told from this month's without its colour too."""
    theme = current()
    if at.width() < 1:
        return
    width = theme.stroke("edge")
    painter.fillRect(at, QColor(theme.colors.tint))
    painter.setPen(QPen(QColor(theme.colors.edge), width))
    painter.drawRect(at.adjusted(width / 2, width / 2, -width / 2, -width / 2))


class Swatch(Themed, QWidget):
    """A piece of a bar, for the legend."""

    def __init__(self, now: bool) -> None:
        super().__init__()
        self._now = now
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ready()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        edge = round(current().text("small") * 0.87)
        return QSize(edge * 2, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._now:
            painter.fillRect(self.rect(), QColor(current().colors.accent))
        else:
            paint_before(painter, QRectF(self.rect()))


class FairnessCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        self._before, self._now = label("", "small", wrap=False), label("", "small", wrap=False)
        self._groups: dict[str, tuple[QWidget, QWidget, Bars]] = {}
        self._fair: tuple[Fair, ...] = ()
        self._all = QVBoxLayout()
        super().__init__(" ", parent=parent)
        for now, words in ((False, self._before), (True, self._now)):
            piece = QHBoxLayout()
            piece.setSpacing(6)
            piece.addWidget(Swatch(now))
            piece.addWidget(words)
            self.head.addLayout(piece)
        self.body.addLayout(self._all)

    def draw(self, fair: Sequence[Fair]) -> None:
        """Everybody's counts; groups in the order of the capacities, the fewest first in each."""
        self._fair = tuple(fair)
        most = max((one.total for one in fair), default=1)
        groups: dict[str, list[Fair]] = {}
        for one in fair:
            groups.setdefault(one.capacity, []).append(one)
        for capacity in [known for known in self._groups if known not in groups]:
            for part in self._groups.pop(capacity):
                part.hide()
                part.deleteLater()
        for capacity, people in groups.items():
            words, note, bars = self._group(capacity)
            said, aside, even = self.words(capacity, people)
            words.setText(said)  # type: ignore[attr-defined]
            set_role(words, tone="" if even else "warn")
            note.setText(aside)  # type: ignore[attr-defined]
            note.setVisible(bool(aside))
            bars.show_rows(sorted(people, key=lambda one: (one.total, one.who)), most, said)

    def words(self, capacity: str, people: Sequence[Fair]) -> tuple[str, str, bool]:
        """(how many each has, why somebody has fewer, whether it is even) for one capacity."""
        name = sentence(f"duty.capacity.{capacity}")
        free = [one.total for one in people if not one.held] or [one.total for one in people]
        least, most, held = min(free), max(free), len(people) - len(free)
        aside = self.tr("另有 {n} 位希望少排，不算在内。", "", held).format(n=held) if held else ""
        if len(free) == 1:
            return self.tr("{name} 1 人：{n} 班").format(name=name, n=most), aside, True
        if least == most:
            said = self.tr("{name} {people} 人：每人 {n} 班，一样多")
        else:
            said = self.tr("{name} {people} 人：每人 {least} 到 {n} 班，相差 {wide} 班")
        told = said.format(name=name, people=len(free), least=least, n=most, wide=most - least)
        return told, aside, most - least <= EVEN

    def _group(self, capacity: str) -> tuple[QWidget, QWidget, Bars]:
        if capacity not in self._groups:
            parts = (label("", "strong"), label("", "muted"), Bars())
            for part in parts:
                self._all.addWidget(part)
            self._groups[capacity] = parts
        return self._groups[capacity]

    def retranslate(self) -> None:
        self.set_title(self.tr("三个月里每人值几班"))
        self._before.setText(self.tr("前两个月"))
        self._now.setText(self.tr("这个月"))
        if self._fair:
            self.draw(self._fair)

    def restyle(self) -> None:
        super().restyle()
        self._all.setSpacing(current().space("s"))
