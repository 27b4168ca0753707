"""The month for the notice wall: figures, and what was done about what, without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import moments
from ui.matters.lines import BodyLine
from ui.matters.words import MatterWords
from ui.pages.hearings.model import Month
from ui.paper.hearing_summary import Item, SummaryPaper
from ui.theme import current
from ui.widgets import BigButton, Card, EmptyState, FlowLayout, Themed, Tile, label, show_if

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter


class MonthView(Themed, QWidget):
    """`show_month(month)`; `paper()` is what would hang on the wall."""

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._matters = MatterWords()
        self.month: Month | None = None
        presenter.month = self.show_month
        self._out: set[int] = set()
        self.before, self.after = BigButton("", "row", "chevron-left"), BigButton("", "row", "chevron-right")
        self._title = label("", "heading")
        self.before.clicked.connect(lambda: self.month and presenter.ask_month(self.month.before))
        self.after.clicked.connect(lambda: self.month and presenter.ask_month(self.month.after))
        self._tiles = [
            Tile("users", "", ""),
            Tile("report", "", "", "", "info"),
            Tile("circle-check", "", ""),
            Tile("alert-octagon", "", "", "", "warn"),
        ]
        self._text, self._note = label("", ""), label("", "muted")
        self._empty = EmptyState("messages", "", "")
        self._rows = QVBoxLayout()
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        head, tiles, holder, card = QHBoxLayout(), QWidget(), QWidget(), Card()
        head.addWidget(self.before)
        head.addWidget(self._title, 1)
        head.addWidget(self.after)
        flow = FlowLayout(tiles, gap="m", equal=True, columns=4)
        for tile in self._tiles:
            flow.addWidget(tile)
        holder.setProperty("role", "clear")
        holder.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self._note)
        card.body.addWidget(holder, 1)
        self._card = card
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        for widget in (tiles, self._text):
            self._column.addWidget(widget)
        for widget in (card, self._empty):
            self._column.addWidget(widget, 1)

    def show_month(self, month: Month) -> None:
        if self.month is None or self.month.month != month.month:
            self._out.clear()
        self.month = month
        self._say()

    def paper(self) -> SummaryPaper | None:
        """All in words."""
        month = self.month
        if month is None:
            return None
        items = tuple(
            Item(self._matters.category(category), place, text, answer)
            for nth, (category, place, text, answer) in enumerate(month.words)
            if nth not in self._out
        )
        return SummaryPaper(
            month.estate, self.tr("{month}接待小结").format(month=moments.month(month.month)),
            self._figures(month), self._by_category(month), self._by_owner(month), items, month.made_on,
        )  # fmt: skip

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self._rows.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self.before.setText(self.tr("上个月"))
        self.after.setText(self.tr("下个月"))
        self._note.setText(self.tr("姓名、门牌、电话和车牌已经去掉。贴出去之前请再看一遍，不合适的按「不贴」。"))
        self._empty.show_state("messages", self.tr("这个月还没有可以贴的事"), self.tr("有了答复的事才会写进小结。"))
        self._say()

    def _say(self) -> None:
        month = self.month
        if month is None:
            return
        self._title.setText(moments.month(month.month))
        show_if(self.after, bool(month.after))
        figures = (
            (
                str(month.heard),
                self.tr("位居民", "", month.heard),
                self.tr("{n} 场接待", "", month.sittings).format(n=month.sittings),
            ),
            (
                str(month.matters),
                self.tr("件事", "", month.matters),
                self.tr("另有 {n} 件异常情况", "", month.incidents).format(n=month.incidents),
            ),
            (str(month.ended), self.tr("件办结"), self.tr("{n} 件在办").format(n=month.still_open)),
            (str(month.late), self.tr("件答复晚了"), self.tr("{n} 件报过社区").format(n=month.raised)),
        )
        for tile, (number, words, sub) in zip(self._tiles, figures, strict=True):
            tile.show_figure(number, words, sub)
        self._text.setText("　".join((*self._by_category(month), *self._by_owner(month))))
        show_if(self._text, bool(month.by_category))
        show_if(self._card, bool(month.words))
        show_if(self._empty, not month.words)
        self._say_words(month)

    def _say_words(self, month: Month) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for nth, (category, place, text, answer) in enumerate(month.words):
            self._rows.addWidget(self._word(nth, category, place, text, answer))
        self._rows.addStretch(1)

    def _word(self, nth: int, category: str, place: str, text: str, answer: str) -> QWidget:
        holder, words = QWidget(), QVBoxLayout()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words.addWidget(
            label(" · ".join(part for part in (self._matters.category(category), place, text) if part), "strong")
        )
        words.addWidget(label(self.tr("答复：{text}").format(text=answer), "muted"))
        row.addLayout(words, 1)
        leave = BigButton(self.tr("要贴") if nth in self._out else self.tr("不贴"), "row")
        leave.clicked.connect(lambda: self._toggle(nth))
        row.addWidget(leave)
        holder.setEnabled(True)
        for n in range(words.count()):
            item = words.itemAt(n)
            if item is not None and (widget := item.widget()) is not None:
                widget.setEnabled(nth not in self._out)
        return holder

    def _toggle(self, nth: int) -> None:
        self._out.symmetric_difference_update({nth})
        self._say()

    def _figures(self, month: Month) -> tuple[str, ...]:
        return (
            self.tr("接待 {s} 场，来了 {h} 位居民，反映 {m} 件事。").format(
                s=month.sittings, h=month.heard, m=month.matters
            ),
            self.tr("办结 {e} 件，还在办 {o} 件。").format(e=month.ended, o=month.still_open),
            self.tr("按时答复 {i} 件，晚了 {l} 件，其中 {r} 件报过社区。").format(
                i=month.in_time, l=month.late, r=month.raised
            ),
        )

    def _by_category(self, month: Month) -> tuple[str, ...]:
        return tuple(f"{self._matters.category(category)} {n}" for category, n in month.by_category)

    def _by_owner(self, month: Month) -> tuple[str, ...]:
        return tuple(
            self.tr("{owner} {n} 件（办结 {e}）").format(owner=self._matters.body(BodyLine(code)), n=n, e=ended)
            for code, n, ended in month.by_owner
        )
