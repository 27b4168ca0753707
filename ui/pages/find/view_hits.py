"""The table of what was found, in groups; arrows pass over the headings. Its columns are those of the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.pages.find.model import DRAWN, GROUPS, Hit
from ui.pages.find.view_marks import mark_of, tone_of
from ui.texts import sentence
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Column, KeysetModel, RowTable, least_height
from ui.widgets.keyset_model import Index

ICONS = {
    "visit": "history", "expected": "calendar-event", "visitor": "user-search", "household": "home", "person": "user",
    "matter": "report", "goods": "package", "pass": "ticket",
}  # fmt: skip
LEAST_ROWS = 4
HOUSES = ("visit", "expected", "goods")  # their place is the building alone


@dataclass(frozen=True)
class Head:
    """The heading of a group. number: how many were found."""

    group: str
    number: int


class HitModel(KeysetModel):
    """Headings cannot be marked, and are drawn bold and quiet."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.row(index.row()), Head):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and isinstance(self.row(index.row()), Head):
            if role == Qt.ItemDataRole.FontRole:
                return font(current().text("small"), bold=True)
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(current().colors.muted)
        return super().data(index, role)


class HitList(RowTable):
    """opened(hit) on Enter or a click."""

    MODEL = HitModel
    NARROW_EMS = 38
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__((), lambda row: row.group if isinstance(row, Head) else (row.group, row.id))
        self.setWordWrap(False)
        self.opened.connect(self._choose)
        self.pressed_cell.connect(lambda row, _: self._choose(row))

    def show_hits(self, hits: Sequence[Hit], fresh: bool = True) -> None:
        """Draw them. fresh: something else was asked for, so the first one is marked."""
        rows: list[Head | Hit] = []
        for group in GROUPS:
            found = [hit for hit in hits if hit.group == group]
            rows += [Head(group, len(found)), *found[:DRAWN]] if found else []
        self.show_rows(rows)
        if fresh and rows:
            self.mark(0)
            QTimer.singleShot(0, self, self.scrollToTop)  # once it is laid out: the first heading is seen

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.clearSpans()
        super().show_rows(rows)
        self._span()

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.clearSpans()
        super().set_columns(columns)
        self._span()

    def _span(self) -> None:
        """A heading stands across the whole line."""
        for number, row in enumerate(self.rows()):
            if isinstance(row, Head):
                self.setSpan(number, 0, 1, self.model().columnCount())

    def mark(self, number: int) -> None:
        """On a heading: the row under it."""
        rows = self.rows()
        super().mark(next((n for n in range(number, len(rows)) if isinstance(rows[n], Hit)), number))

    def texts(self) -> list[str]:
        """For tests and the tour: rows without the headings."""
        parts = (self._name, self._kind, self._place, self._when, self._now, lambda hit: self._more(hit))
        return ["   ".join(filter(None, (part(row) for part in parts))) for row in self.rows() if isinstance(row, Hit)]

    def _choose(self, row: object) -> None:
        if isinstance(row, Hit):
            self.chosen.emit(row)

    # -- words

    def columns(self) -> Sequence[Column]:
        def of(words: Any) -> Any:
            return lambda row: words(row) if isinstance(row, Hit) else ""

        name = Column(
            self.tr("名字或编号"), self._first, icon=lambda row: ICONS[row.group] if isinstance(row, Hit) else ""
        )
        place = Column(self.tr("楼栋门牌"), of(self._place), 5 if self.narrow() else 4.5)
        when = Column(self.tr("时间"), of(self._when), 6 if self.narrow() else 8)
        now = Column(
            self.tr("现在"),
            of(self._now),
            7,
            icon=of(lambda hit: mark_of(hit.state)),
            tone=of(lambda hit: tone_of(hit.state)),
        )
        if self.narrow():
            return (name, place, when, now)
        kind = Column(self.tr("类型"), of(self._kind), 7)
        return (name, kind, place, when, now, Column(self.tr("电话或车牌"), of(self._more), 6))

    def _first(self, row: Head | Hit) -> str:
        return self._heading(row) if isinstance(row, Head) else self._name(row)

    def _heading(self, head: Head) -> str:
        words = {
            "visit": self.tr("来访记录"), "expected": self.tr("预约"), "visitor": self.tr("来过的人"),
            "household": self.tr("住户门牌"), "person": self.tr("居民"),
            "matter": self.tr("反映的事"), "goods": self.tr("寄放物品"),
            "pass": self.tr("来访证"),
        }[head.group]  # fmt: skip
        some = self.tr("{group}（前 {n} 条）") if head.number > DRAWN else self.tr("{group}（{n}）")
        return some.format(group=words, n=min(head.number, DRAWN))

    def _name(self, hit: Hit) -> str:
        return hit.title or self.tr("没有留姓名")

    def _kind(self, hit: Hit) -> str:
        return sentence(hit.kind if hit.group == "matter" else f"visit.type.{hit.kind}") if hit.kind else ""

    def _place(self, hit: Hit) -> str:
        return self.tr("{b} 栋").format(b=hit.place) if hit.group in HOUSES and hit.place else hit.place

    def _when(self, hit: Hit) -> str:
        if hit.group == "visitor" and hit.when:
            return self.tr("上次 {when}").format(when=hit.when)
        return self.tr("到 {when}").format(when=hit.when) if hit.group == "pass" and hit.when else hit.when

    def _now(self, hit: Hit) -> str:
        if hit.group == "household":
            return self.tr("{n} 位居民", "", int(hit.more)).format(n=hit.more)
        if hit.group == "goods":
            return self.tr("{shelf} 架").format(shelf=hit.more) if hit.more else ""
        return sentence(hit.state) if "." in hit.state else self.tr("已作废") if hit.state else ""

    def _more(self, hit: Hit) -> str:
        return "" if hit.group in ("household", "goods", "pass") else hit.more

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("找到的内容"))
        super().retranslate()

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumHeight(current().table("row") + least_height(LEAST_ROWS))

    # -- Qt

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down over the headings."""
        step = {self.CursorAction.MoveDown: 1, self.CursorAction.MoveUp: -1}.get(action)
        here = self.currentIndex().row()
        if step is None or here < 0:
            return super().moveCursor(action, modifiers)
        rows = self.rows()
        wanted = here + step
        while 0 <= wanted < len(rows) and not isinstance(rows[wanted], Hit):
            wanted += step
        return self.model().index(wanted if 0 <= wanted < len(rows) else here, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)
