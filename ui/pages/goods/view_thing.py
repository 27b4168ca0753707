"""One thing opened: what it is, who takes it, whether the household was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.pages.goods.model import Full, Thing
from ui.pages.goods.view_words import GoodsWords
from ui.widgets import BigButton, Card, Field, FlowLayout, facts, label, show_if

if TYPE_CHECKING:
    from ui.pages.goods.presenter import GoodsPresenter

SECOND_MS = 1000
TAKERS = 3


class ThingView(Card):
    """`by_desk`: the taker has no code and is known; the door stands for 30 s after it was asked for."""

    def __init__(self, presenter: GoodsPresenter) -> None:
        self._presenter, self._words = presenter, GoodsWords()
        self.thing: Thing | None = None
        self.by_desk = False
        self._full: Full | None = None
        self._left = 0
        self._facts: QWidget | None = None
        self.code, self.taker = QLineEdit(), QLineEdit()
        super().__init__("…")
        self._door = label("", "strong")
        self._code_field, self._taker_field = Field("", self.code), Field("", self.taker)
        self._takers, self._known = QWidget(), [BigButton("", "row") for _ in range(TAKERS)]
        self._takers.setProperty("role", "clear")
        flow = FlowLayout(self._takers, gap="s")
        for button in self._known:
            button.clicked.connect(lambda _=False, one=button: self.taker.setText(one.text()))
            flow.addWidget(button)
        for widget in (self._door, self._code_field, self._taker_field, self._takers):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.code.setMaxLength(12)
        self.taker.setMaxLength(100)
        for line in (self.code, self.taker):
            line.returnPressed.connect(self.hand_out)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self._on_second)
        self.ready()

    def show_thing(self, thing: Thing, code: str) -> None:
        """Open it; a code that was typed before stands there already."""
        fresh = self.thing is None or thing.id != self.thing.id
        self.thing = thing
        if fresh or code:
            self.set_by_desk(False)
            self.code.setText(code)
            self.cover()
        self._say()

    def set_by_desk(self, on: bool) -> None:
        """Hand out to somebody one knows, or by the code."""
        self.by_desk = on
        self._taker_field.set_error("")
        self._code_field.set_error("")
        show_if(self._taker_field, on)
        show_if(self._takers, on)
        show_if(self._code_field, not on)

    def hand_out(self) -> None:
        thing = self.thing
        if thing is None or thing.taken:
            return
        if self.by_desk and not self.taker.text().strip():
            self._taker_field.set_error(self.tr("请写谁来取，例如：住户本人、邻居"))
            self.taker.setFocus()
        elif self.by_desk:
            self._presenter.hand_out(thing.id, taken_by=self.taker.text())
        elif not self.code.text().strip():
            self._code_field.set_error(self.tr("请输取件码；没有码的话，按“没有取件码”"))
            self.code.setFocus()
        else:
            self._presenter.hand_out(thing.id, code=self.code.text())

    def show_full(self, full: Full) -> None:
        """The door, counted down."""
        if self.thing is None or full.id != self.thing.id:
            return
        self._full, self._left = full, full.seconds
        self._clock.start()
        self._say_door()

    def cover(self) -> None:
        """The door is covered again."""
        self._full = None
        self._clock.stop()
        self._say_door()

    def covered(self) -> bool:
        return self._full is None

    def retranslate(self) -> None:
        if hasattr(self, "_clock"):
            self._code_field.set_words(self.tr("取件码"))
            self._taker_field.set_words(self.tr("谁来取"), self.tr("认得才交；不认得的，请先打电话问住户"))
            words = (self.tr("住户本人"), self.tr("家里人"), self.tr("邻居代取"))
            for button, word in zip(self._known, words, strict=True):
                button.setText(word)
            self._say()

    def _say(self) -> None:
        thing = self.thing
        if thing is None:
            return
        self.set_title(self._words.name(thing))
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        pairs = (
            (self.tr("给"), self._words.place(thing)),
            (self.tr("寄放"), f"{thing.at} · {self._words.since(thing)}"),
            (self.tr("情况"), self._words.state(thing)),
        )
        self._facts = facts([pair for pair in pairs if pair[1]])
        self.body.insertWidget(1, self._facts)
        self._say_door()

    def _say_door(self) -> None:
        show_if(self._door, self._full is not None)
        if self._full is None:
            self._door.clear()  # hidden is not gone: a screen reader would still find it
        else:
            parts = [self.tr("门牌 {room}").format(room=self._full.room or self.tr("没有登记"))]
            if self._full.left_by:
                parts.append(self.tr("{who} 放的").format(who=self._full.left_by))
            parts.append(self.tr("{n} 秒后遮住").format(n=self._left))
            self._door.setText(" · ".join(parts))

    def _on_second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.cover()
        else:
            self._say_door()
