"""The pasted chat list: the text on the left, what was understood and what was not on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QWidget

from ui import moments
from ui.pages.team.model import CAPACITIES, HeardRow, TeamModel
from ui.pages.team.view_words import doubts_words, lines_words
from ui.texts import sentence
from ui.theme import current
from ui.widgets import Card, Column, EmptyState, Field, PickBox, label, least_height, show_if
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.team.presenter import TeamPresenter

QUIET_MS = 250  # the list is read while one types, not at every letter
UNKNOWN = ("duty.doubt.nobody", "duty.doubt.two_names")


class HeardTable(RowTable):
    """Keeps the marked row in sight when what is asked about it takes room below."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class PastePanel(Themed, QWidget):
    def __init__(self, presenter: TeamPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.month = PickBox()
        self.table = HeardTable(
            [
                Column(self.tr("谁"), self._who, 6, icon=self._icon, tone=self._tone),
                Column(self.tr("看懂的"), lambda row: lines_words(row.lines) or self.tr("没有")),
                Column(self.tr("要看一下的"), doubts_words, tone=lambda row: "warn" if row.doubts else ""),
            ],
            lambda row: row.nth,
        )
        self.whole, self.doubts, self.empty = label("", "quiet"), label("", "", "warn"), EmptyState("messages", "", "")
        self.who, self.capacity = PickBox(), PickBox([(one, sentence(f"duty.capacity.{one}")) for one in CAPACITIES])
        self.capacity.set_key("volunteer")
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._months: tuple[str, ...] = ()
        self._build()
        self._connect()
        self.ready()

    def _build(self) -> None:
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._left, self._right = Card(), Card()
        self._left.body.addWidget(self.month)
        self._left.body.addWidget(self.box, 1)
        self._asks = QWidget()
        self._asks.setProperty("role", "clear")
        asks = self._row = QHBoxLayout(self._asks)
        asks.setContentsMargins(0, 0, 0, 0)
        self._whose, self._as = Field("", self.who), Field("", self.capacity)
        for one in (self._whose, self._as):
            asks.addWidget(one)
        for widget, stretch in ((self.table, 1), (self.empty, 1), (self.whole, 0), (self.doubts, 0), (self._asks, 0)):
            self._right.body.addWidget(widget, stretch)
        self._beside.addWidget(self._left, 2)
        self._beside.addWidget(self._right, 4)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(lambda: self._presenter.listening.read(self.box.toPlainText()))
        self.month.picked.connect(self._presenter.turn_to)
        self.table.moved.connect(self._say)
        self.who.picked.connect(self._settle)

    def retranslate(self) -> None:
        self.month.setAccessibleName(self.tr("哪个月"))
        self._whose.set_words(self.tr("这一行是"))
        self._as.set_words(self.tr("加入时的身份"))
        self.box.setAccessibleName(self.tr("群接龙的文字"))
        self.box.setPlaceholderText(
            self.tr("把群里的接龙粘贴到这里，比如：\n1. 王秀兰 周二上午\n2. 李志强 12月5日、12日下午")
        )
        self.table.setAccessibleName(self.tr("看懂了什么"))

    def draw(self, model: TeamModel) -> None:
        months = _months(model.today)
        if months != self._months:
            self._months = months
            self.month.set_choices([(one, moments.month(one, model.today)) for one in months])
        if self.month.key() != model.month:
            self.month.set_key(model.month)
        if model.pasted != self.box.toPlainText() and not self._timer.isActive():
            self.box.setPlainText(model.pasted)
            self._timer.stop()
        rows = bool(model.heard)
        show_if(self.table, rows)
        show_if(self.empty, not rows)
        how = self.tr("每一行会说清看懂了什么、哪里没看懂；存之前都可以改。")
        self.empty.show_state("messages", self.tr("贴好以后，这里就列出每一位说的时间"), how)
        if model.heard != self.table.rows():
            self.table.show_rows(model.heard)
        choices = [("", self.tr("请选")), *((one.id, one.label) for one in model.here)]
        self.who.set_choices(choices)
        self._say()

    def current(self) -> HeardRow | None:
        row = self.table.current_row()
        return row if isinstance(row, HeardRow) else None

    def _say(self) -> None:
        row = self.current()
        self.whole.setText(row.text if row else "")
        self.doubts.setText(doubts_words(row) if row else "")
        show_if(self.doubts, row is not None and bool(row.doubts))
        codes = {code for code, _ in row.doubts} if row else set()
        asks = bool(codes & set(UNKNOWN))
        show_if(self._asks, asks)
        show_if(self.whole, row is not None and not asks)  # it stands on the left as well
        show_if(self._as, UNKNOWN[0] in codes)
        if row is not None and codes & set(UNKNOWN):
            self.who.set_key("")

    def _settle(self, member_id: str) -> None:
        row = self.current()
        if row is not None and member_id:
            self._presenter.listening.settle(row, member_id)

    def _who(self, row: HeardRow) -> str:
        return row.labels[0] if len(row.labels) == 1 else row.name or self.tr("第 {n} 行").format(n=row.nth)

    @staticmethod
    def _icon(row: HeardRow) -> str:
        return "circle-check" if not row.doubts else "alert-triangle" if row.ready else "circle-x"

    @staticmethod
    def _tone(row: HeardRow) -> str:
        return "ok" if not row.doubts else "warn" if row.ready else "bad"

    def restyle(self) -> None:
        self._beside.setSpacing(current().space("m"))
        way = QBoxLayout.Direction.TopToBottom if current().large() else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self.table.setMinimumHeight(current().table("row") + least_height(1))
        self.box.setMinimumSize(current().text() * 9, current().text() * 5)


def _months(today: str) -> tuple[str, ...]:
    """This month and the two after it."""
    if not today:
        return ()
    count = int(today[:4]) * 12 + int(today[5:7]) - 1
    return tuple(f"{(count + n) // 12:04d}-{(count + n) % 12 + 1:02d}" for n in range(3))
