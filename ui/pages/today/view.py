"""Today on the screen: situation, four figures, one-key acts, what needs somebody."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.today.model import Last, TodayModel
from ui.pages.today.view_attention import AttentionCard
from ui.pages.today.view_fast import FastCard
from ui.pages.today.view_words import TodayWords
from ui.shell.page import Page
from ui.theme import current
from ui.widgets import BigButton, FlowLayout, Tile, show_if

if TYPE_CHECKING:
    from ui.pages.today.presenter import TodayPresenter

BESIDE_EMS = 42  # the two cards stand side by side from this width on, in letters of the base text
NOT_YET = "…"  # in place of a figure the desk has not answered yet
AGAIN_MS = 30_000  # limits run out without anything being written


class TodayPage(Page):
    """Stands at the gate all day: masked, and fresh twice a minute."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {
            "clock",
            "visits",
            "tally",
            "goods",
            "lending",
            "device_history",
            "device_standing",
            "stock",
            "watch",
            "rollcall",
            "backup",
            "session",
            "settings",
            "matters",
            "duty",
            "hearings",
            "handover",
        }
    )

    def __init__(self, presenter: TodayPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._words = TodayWords()
        presenter.show = self.show_model
        presenter.counted = self._on_counted
        self.model = TodayModel(known=False)
        self.inside, self.expected = Tile("users", "", ""), Tile("calendar-event", "", "", "", "info")
        self.passes, self.goods = Tile("motorbike", "", "", "", "plain"), Tile("package", "", "", "", "accent")
        self.fast, self.attention = FastCard(presenter), AttentionCard(presenter)
        self.briefing, self.screen = BigButton("", "row", "sun"), BigButton("", "row", "device-desktop")
        self.briefing.clicked.connect(lambda: presenter.go("briefing"))
        self.screen.clicked.connect(lambda: presenter.go("screen"))
        self.lend = BigButton("", "row", "wheelchair", "F8")
        self.lend.clicked.connect(lambda: presenter.go("lending"))
        for button in (self.lend, self.briefing, self.screen):
            self.beside.addWidget(button)
        self._holder = self._figures()
        self.body.addWidget(self._holder)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.addWidget(self.fast, 5)
        self._lower.addWidget(self.attention, 6)
        self.body.addLayout(self._lower, 1)
        self.fast.opened.connect(
            self._bring_platforms, Qt.ConnectionType.QueuedConnection
        )  # when they have their places
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(presenter.refresh)
        self.ready()

    def _bring_platforms(self) -> None:
        """At 200 % they lie under the figures: scroll them to the top."""
        if self._lower.direction() == QBoxLayout.Direction.TopToBottom:
            self.scroller.verticalScrollBar().setValue(self.fast.y())

    def _figures(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap="m", equal=True, columns=4)
        go = self._presenter.go
        self.inside.clicked.connect(lambda: go("inside", section="here"))
        self.expected.clicked.connect(lambda: go("expected"))
        self.passes.clicked.connect(lambda: self.fast.open_platforms())
        self.goods.clicked.connect(lambda: go("goods"))
        for tile in (self.inside, self.expected, self.passes, self.goods):
            flow.addWidget(tile)
        return holder

    def on_show(self, **arguments: Any) -> None:
        self._presenter.refresh()
        self._again.start()

    def on_hide(self) -> None:
        self._again.stop()
        self.fast.close_platforms()

    def refresh(self) -> None:
        self._presenter.refresh()

    def topics_changed(self, topics: frozenset[str]) -> None:
        if "backup" in topics:
            self._presenter.look_again()
        super().topics_changed(topics)

    def on_back(self) -> bool:
        if self.fast.is_open():
            self.fast.close_platforms()
            return True
        return False

    def show_model(self, model: TodayModel) -> None:
        """Draw a day."""
        self.model = model
        self.fast.show_model(model)
        self.attention.show_model(model)
        self._say()

    def retranslate(self) -> None:
        self.briefing.setText(self.tr("今日简报"))
        self.screen.setText(self.tr("公示屏"))
        self.lend.setText(self.tr("借东西"))
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self._lower.setSpacing(current().space("m"))
        show_if(self.lend, not current().large())  # F8
        show_if(self.screen, not current().large())  # at 200 % it is reached from the briefing
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= BESIDE_EMS * current().text()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._lower.direction():
            self._lower.setDirection(way)
            self._put_first(acts=not beside)
        self.attention.set_tall(not beside)
        self.fast.set_tall(not beside)

    def _put_first(self, acts: bool) -> None:
        """At 200 % the one-key acts stand above the figures, for else they are out of sight; Tab follows."""
        figures = [self.inside, self.expected, self.passes, self.goods]
        keys = [self.fast.tile(name) for name in ("again", "platforms", "rider", "courier", "admit", "goods")]
        if acts:
            self._lower.insertWidget(1, self._holder)
        else:
            self.body.insertWidget(0, self._holder)
        order = [*keys, *figures] if acts else [*figures, *keys]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def _say(self) -> None:
        model = self.model
        if not model.known:
            self._say_nothing_yet()
            return
        self.set_heading(self._words.heading(model.hour, len(model.matters)))
        self.inside.show_figure(str(model.inside), self.tr("人在场"), self._about_inside())
        self.expected.show_figure(str(model.expected), self.tr("位预约未到"), self._about_expected())
        self.passes.show_figure(
            str(model.passes), self.tr("次配送"), self.tr("本小时 {n} 次").format(n=model.passes_hour)
        )
        tone = "warn" if model.goods_overdue else "accent"
        self.goods.show_figure(str(model.goods), self.tr("件寄放"), self._about_goods(), tone)

    def _say_nothing_yet(self) -> None:
        """The greeting alone; every figure keeps its place and says nothing."""
        self.set_heading(self._words.greeting(self.model.hour).strip())
        for tile, words in (
            (self.inside, self.tr("人在场")), (self.expected, self.tr("位预约未到")),
            (self.passes, self.tr("次配送")), (self.goods, self.tr("件寄放")),
        ):  # fmt: skip
            tile.show_figure(NOT_YET, words, NOT_YET)

    def _about_inside(self) -> str:
        if self.model.overstays:
            return self.tr("{n} 位超时").format(n=self.model.overstays)
        return self.tr("今天来过 {n} 人").format(n=self.model.admitted)

    def _about_expected(self) -> str:
        if self.model.next_at:
            return self.tr("下一位 {time}").format(time=self.model.next_at)
        return self.tr("{n} 位过时未到").format(n=self.model.late) if self.model.late else self.tr("今天没有别的预约")

    def _about_goods(self) -> str:
        if self.model.goods_overdue:
            return self.tr("{n} 件超过 48 小时").format(n=self.model.goods_overdue)
        if self.model.goods and not self.model.goods_oldest_h:
            return self.tr("都是刚放下的")
        if self.model.goods:
            return self.tr("最早的放了 {n} 小时").format(n=self.model.goods_oldest_h)
        return self.tr("架子是空的")

    def _on_counted(self, last: Last, tally_id: str) -> None:
        self._presenter.offer_undo(self._words.counted(last), tally_id)
