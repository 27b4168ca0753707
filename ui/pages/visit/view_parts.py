"""Parts of the card of a visit: the history, values in full with their countdown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.pages.visit.model import Event, Full
from ui.texts import inner, sentence
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import BigButton, Card, IconView, facts, label

ICONS = {
    "expected": "calendar-event", "arrived": "user", "admitted": "door-enter", "left": "door-exit", "refused": "ban",
    "auto_closed": "moon", "no_show": "calendar-event", "cancelled": "x", "corrected": "pencil", "undone": "arrow-back-up",
}  # fmt: skip
SECOND_MS = 1000


class HistoryCard(Card):
    """What happened, oldest first."""

    def __init__(self) -> None:
        self._grid_holder = QWidget()
        super().__init__()
        self.body.addWidget(self._grid_holder)
        self.body.addStretch(1)

    def show_events(self, events: Sequence[Event]) -> None:
        """Draw them anew."""
        holder = QWidget()
        holder.setProperty("role", "clear")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().space("m"))
        grid.setVerticalSpacing(current().space("s"))
        grid.setColumnStretch(2, 1)
        line = QFontMetrics(font(current().text())).height()
        for number, event in enumerate(events):
            quiet = event.undone or event.kind == "undone"
            mark = IconView(ICONS.get(event.kind, "circle"), "muted" if quiet else "accent")
            when = label(event.when, "muted", wrap=False)
            for column, small in enumerate((mark, when)):
                grid.addWidget(_level(small, line), number, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(self._words(event), "muted" if quiet else ""), number, 2)
        self.body.replaceWidget(self._grid_holder, holder)
        self._grid_holder.hide()
        self._grid_holder.deleteLater()
        self._grid_holder = holder

    def _words(self, event: Event) -> str:
        words = sentence(f"visit.event.{event.kind}")
        if event.fields:
            names = self.tr("、").join(dict.fromkeys(inner(sentence(f"visit.field.{name}")) for name in event.fields))
            words = self.tr("更正了{fields}").format(fields=names)
        if event.undone:
            words = self.tr("{what}（已撤销）").format(what=words)
        parts = [words]
        if event.source:
            parts.append(sentence(f"visit.source.{event.source}"))
        parts += [part for part in (event.reason, event.gate, event.who) if part]
        return " · ".join(parts)

    def retranslate(self) -> None:
        self.set_title(self.tr("经过"))


def _level(small: QWidget, line: int) -> QWidget:
    """Level with the first line of the larger words beside it."""
    holder = QWidget()
    holder.setFixedHeight(line)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(small, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


class FullCard(Card):
    """Everything in full, until the countdown ends or somebody hides it. hidden()."""

    over = Signal()

    def __init__(self) -> None:
        self._left = 0
        self._shown: QWidget | None = None
        self._hide = BigButton("", "row", "eye-off")
        super().__init__(tone="warn")
        self._count = label("", "muted")
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._hide)
        self.body.addLayout(row)
        self._hide.clicked.connect(self.finish)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._tick)
        self.hide()

    def show_full(self, full: Full) -> None:
        """Show them and begin to count."""
        self._clear()
        self._shown = facts([(self._word(name), value) for name, value in full.pairs])
        self.body.insertWidget(1, self._shown)
        self._left = full.seconds
        self._say()
        self.show()
        self._second.start()

    def finish(self) -> None:
        """Take them off the screen."""
        if self._second.isActive() or self._shown is not None:
            self._second.stop()
            self._clear()
            self.hide()
            self.over.emit()

    def seconds_left(self) -> int:
        return self._left if self._second.isActive() else 0

    def _clear(self) -> None:
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.finish()
        else:
            self._say()

    def _word(self, name: str) -> str:
        return {"room": self.tr("门牌"), "override_reason": self.tr("放行理由")}.get(name) or sentence(
            f"visit.field.{name}"
        )

    def _say(self) -> None:
        self._count.setText(self.tr("{n} 秒后自动遮住，查看已记录").format(n=self._left))

    def retranslate(self) -> None:
        self.set_title(self.tr("完整信息"))
        self._hide.setText(self.tr("现在遮住"))
        if self._shown is not None:
            self._say()
