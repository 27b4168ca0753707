"""The list of what was found, in groups; arrows pass over the headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.pages.find.model import DRAWN, GROUPS, Hit
from ui.texts import sentence
from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets import Themed, least_height

ICONS = {
    "visit": "history", "expected": "calendar-event", "visitor": "user-search", "household": "home", "person": "user",
    "goods": "package", "pass": "ticket",
}  # fmt: skip
LEAST_ROWS = 4
HOUSES = ("visit", "expected", "goods")  # their place is the building alone
_HIT = Qt.ItemDataRole.UserRole


class HitList(Themed, QListWidget):
    """opened(hit) on Enter, click or double click."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._open)
        self.ensurePolished()
        self.ready()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Draw them; the first one is marked."""
        self._hits = tuple(hits)
        self.clear()
        first = None
        for group in GROUPS:
            rows = [hit for hit in hits if hit.group == group]
            if rows:
                self._add_heading(group, len(rows))
            for hit in rows[:DRAWN]:
                item = self._add_row(hit)
                first = first or item
        if first is not None:
            self.setCurrentItem(first)
            self.scrollToTop()

    def texts(self) -> list[str]:
        """For tests and the tour: rows without the headings."""
        items = (self.item(number) for number in range(self.count()))
        return [item.text() for item in items if item.data(_HIT) is not None]

    def _add_heading(self, group: str, number: int) -> None:
        words = {
            "visit": self.tr("来访记录"), "expected": self.tr("预约"), "visitor": self.tr("来过的人"),
            "household": self.tr("住户门牌"), "person": self.tr("居民"), "goods": self.tr("寄放物品"),
            "pass": self.tr("来访证"),
        }[group]  # fmt: skip
        some = self.tr("{group}（前 {n} 条）") if number > DRAWN else self.tr("{group}（{n}）")
        item = QListWidgetItem(some.format(group=words, n=min(number, DRAWN)), self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font(current().text("small"), bold=True))
        item.setForeground(QColor(current().colors.muted))
        item.setSizeHint(QSize(0, current().height("row")))

    def _add_row(self, hit: Hit) -> QListWidgetItem:
        item = QListWidgetItem(self._words(hit), self)
        item.setData(_HIT, hit)
        item.setIcon(icons.icon(ICONS[hit.group], current().icon(), current().colors.accent))
        return item

    def _words(self, hit: Hit) -> str:
        kind = sentence(f"visit.type.{hit.kind}") if hit.kind else ""
        state = sentence(hit.state) if hit.state.startswith("visit.") else self.tr("已作废") if hit.state else ""
        more = hit.more
        if hit.group == "household":
            more = self.tr("{n} 位居民", "", int(hit.more)).format(n=hit.more)
        elif hit.group == "goods":
            more = self.tr("{shelf} 架").format(shelf=hit.more) if hit.more else ""
        elif hit.group == "pass":
            more = ""
        when = hit.when
        if hit.group == "visitor" and when:
            when = self.tr("上次 {when}").format(when=hit.when)
        elif hit.group == "pass" and when:
            when = self.tr("到 {when}").format(when=hit.when)
        title = hit.title or self.tr("没有留姓名")
        place = self.tr("{b} 栋").format(b=hit.place) if hit.group in HOUSES and hit.place else hit.place
        return "   ".join(part for part in (title, kind, place, state, when, more) if part)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_HIT) is not None:
            self.opened.emit(item.data(_HIT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._open(self.currentItem())
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        self.setIconSize(QSize(current().icon(), current().icon()))
        self.setMinimumHeight(least_height(LEAST_ROWS))
        self.show_hits(self._hits)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("找到的内容"))
        self.show_hits(self._hits)
