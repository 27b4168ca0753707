"""The card of one-key acts: four tiles, the last one repeated, the hours of the day; platforms on its back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.today.model import Last, TodayModel
from ui.pages.today.view_strip import HourStrip
from ui.pages.today.view_words import PLATFORMS, TodayWords
from ui.widgets import BigButton, Card, FlowLayout, label

if TYPE_CHECKING:
    from ui.pages.today.presenter import TodayPresenter


class FastCard(Card):
    """Tiles in front; `open_platforms()` and `close_platforms()` turn it over. opened()."""

    opened = Signal()

    def __init__(self, presenter: TodayPresenter) -> None:
        self._words = TodayWords()
        self._presenter = presenter
        self._model = TodayModel(known=False)
        self._tiles: dict[str, BigButton] = {}
        super().__init__("…")
        self._front, self._behind, self._strip = QWidget(), QWidget(), HourStrip()
        self._platforms: list[BigButton] = []
        self._lay_head()
        self._lay_front()
        self._lay_behind()
        for part in (self._front, self._behind):
            part.setProperty("role", "clear")
            self.body.addWidget(part)
        self.body.addWidget(self._strip, 1)
        self._behind.hide()
        self.ready()

    def _lay_head(self) -> None:
        for name, icon, act in (("again", "repeat", self._again), ("platforms", "", self._turn)):
            button = BigButton("", "row", icon)
            button.clicked.connect(lambda _=False, do=act: do())
            self._tiles[name] = button
            self.head.addWidget(button)

    def _lay_front(self) -> None:
        flow = FlowLayout(self._front, gap="s", equal=True, columns=2)
        go = self._presenter.go
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("rider", "motorbike", "F5", lambda: self._presenter.count("rider")),
            ("courier", "truck-delivery", "F6", lambda: self._presenter.count("courier")),
            ("admit", "user-plus", "F2", lambda: go("admit")),
            ("goods", "package", "F7", lambda: go("goods")),
        )
        for name, icon, key, act in acts:
            button = BigButton("", "tile", icon, key)
            button.clicked.connect(lambda _=False, do=act: do())
            self._tiles[name] = button
            flow.addWidget(button)

    def _lay_behind(self) -> None:
        column = QVBoxLayout(self._behind)
        column.setContentsMargins(0, 0, 0, 0)
        self._heads = {"rider": label("", "muted"), "courier": label("", "muted")}
        self._flows: dict[str, FlowLayout] = {}
        for kind, head in self._heads.items():
            row = QWidget()
            row.setProperty("role", "clear")
            self._flows[kind] = FlowLayout(row, gap="s")
            column.addWidget(head)
            column.addWidget(row)

    def tile(self, name: str) -> BigButton:
        """rider, courier, admit, goods, again, platforms."""
        return self._tiles[name]

    def platforms(self) -> list[BigButton]:
        return list(self._platforms)

    def is_open(self) -> bool:
        return not self._behind.isHidden()

    def open_platforms(self) -> None:
        """Turn the card over."""
        self._front.hide()
        self._behind.show()
        self._say()
        self.opened.emit()

    def close_platforms(self) -> None:
        self._behind.hide()
        self._front.show()
        self._say()

    def set_tall(self, tall: bool) -> None:
        """The page scrolls: give the hours room of their own."""
        self._strip.set_tall(tall)

    def show_model(self, model: TodayModel) -> None:
        """New figures and perhaps other platforms."""
        changed = model.platforms != self._model.platforms or not self._platforms
        self._model = model
        if changed:
            self._show_platforms()
        self._say()

    def retranslate(self) -> None:
        if len(self._tiles) > 2:
            self._show_platforms()
            self._say()

    def _say(self) -> None:
        model = self._model
        self.set_title(self.tr("按平台记") if self.is_open() else self.tr("一键放行"))
        for name, words in (
            ("rider", self.tr("外卖骑手")),
            ("courier", self.tr("快递员")),
            ("admit", self.tr("来访登记")),
            ("goods", self.tr("寄放物品")),
            ("again", self._again_words()),
            ("platforms", self.tr("返回") if self.is_open() else self.tr("按平台")),
        ):
            self._tiles[name].setText(words)
        self._tiles["again"].setVisible(model.last is not None and not self.is_open())
        self._tiles["again"].setAccessibleName(
            self.tr("再来一次") + " " + (self._words.fast(model.last) if model.last else "")
        )
        self._tiles["platforms"].set_key("Esc" if self.is_open() else "")
        self._strip.show_hours(model.hours, model.hour, self._hours_words())
        self._heads["rider"].setText(self.tr("外卖骑手"))
        self._heads["courier"].setText(self.tr("快递员"))

    def _hours_words(self) -> str:
        if not self._model.known:
            return ""
        most = max(self._model.hours)
        if not most:
            return self.tr("每小时配送：今天还没有")
        return self.tr("每小时配送，{hour} 点最多：{n} 次").format(hour=self._model.hours.index(most), n=most)

    def _again_words(self) -> str:
        last = self._model.last
        return self.tr("再来：{who}").format(who=self._words.brief(last)) if last else ""

    def _again(self) -> None:
        if self._model.last is not None:
            self._presenter.count(self._model.last.kind, self._model.last.platform)

    def _turn(self) -> None:
        if self.is_open():
            self.close_platforms()
        else:
            self.open_platforms()

    def _show_platforms(self) -> None:
        for flow in self._flows.values():
            while flow.takeAt(0) is not None:
                pass
        for button in self._platforms:
            button.hide()
            button.deleteLater()
        self._platforms.clear()
        for kind in self._flows:
            for word in self._model.platforms.get(kind) or PLATFORMS[kind]:
                self._add_platform(Last(kind, word))

    def _add_platform(self, one: Last) -> None:
        button = BigButton(self._words.platform(one.platform), "quiet")
        button.setAccessibleName(self._words.fast(one))
        button.clicked.connect(lambda _=False: self._on_platform(one))
        self._platforms.append(button)
        self._flows[one.kind].addWidget(button)

    def _on_platform(self, one: Last) -> None:
        self._presenter.count(one.kind, one.platform)
        self.close_platforms()
