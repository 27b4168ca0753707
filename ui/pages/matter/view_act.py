"""One act on a matter: what it needs to be said, and the button that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.matters.say_box import SayBox
from ui.matters.words import MatterWords
from ui.pages.matter.model import ActDraft, CardModel
from ui.theme import current
from ui.widgets import Card, Field, Form, PickBox, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.matter.presenter_card import CardPresenter

NEEDS = {
    "reply": ("text",), "told": ("text", "time"), "accept": ("text",), "assign": ("owner", "due"),
    "wait": ("text", "due"), "resolve": ("text",), "called": ("text", "due"), "confirm": ("text",),
    "reopen": ("text",), "close": ("text",),
}  # fmt: skip
DAYS = (0, 1, 2, 3, 7, 15)


class ActView(Themed, QWidget):
    """`begin(act, card)` shows what the act needs, `draft()` is what was typed. Signal `entered()`: that was all."""

    entered = Signal()

    def __init__(self, presenter: CardPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, MatterWords()
        self.act = "reply"
        self._model: CardModel | None = None
        self.said, self.time = SayBox(3), QLineEdit()
        self.owner, self.due = PickBox(), PickBox()
        self.said.entered.connect(self.entered)
        self._hint, self._phones = label("", "lead"), label("", "strong")
        self._text, self._time = Field("", self.said), Field("", self.time)
        self._owner, self._due = Field("", self.owner), Field("", self.due)
        row, card = Form(columns=3), Card()
        for field in (self._owner, self._due, self._time):
            row.add(field)
        for widget in (self._hint, self._phones, row, self._text):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self.ready()

    def begin(self, act: str, model: CardModel) -> None:
        """An empty form for this act, the keyboard where it begins."""
        self.act, self._model = act, model
        self.said.setPlainText("")
        self.time.setText(self._presenter.now_word())
        self.owner.set_choices([(one.code, self._words.body(one)) for one in model.bodies])
        self.owner.set_key(model.line.owner or "property")
        self._say()
        self.due.set_key("0")
        (self.said if "text" in NEEDS[act] else self.owner).setFocus()

    def draft(self) -> ActDraft:
        return ActDraft(
            self.act, self.said.toPlainText(), self.owner.key(), int(self.due.key() or 0), self.time.text()
        )  # fmt: skip

    def heading(self) -> str:
        return {
            "reply": self.tr("怎么答复居民？"), "told": self.tr("电话打给了谁？"), "accept": self.tr("谁接手了？"),
            "assign": self.tr("交给谁办，哪天办好？"), "wait": self.tr("在等什么？"), "resolve": self.tr("办成什么样了？"),
            "called": self.tr("居民怎么说？"), "confirm": self.tr("居民满意吗？"), "reopen": self.tr("哪里没办好？"),
            "close": self.tr("办结这件事"),
        }[self.act]  # fmt: skip

    def retranslate(self) -> None:
        self._time.set_words(self.tr("几点打的"))
        self._owner.set_words(self.tr("交给谁"))
        self._due.set_words(self.tr("哪一天"))
        if self._model is not None:
            self._say()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _say(self) -> None:
        assert self._model is not None
        needs = NEEDS[self.act]
        for field, name in ((self._text, "text"), (self._time, "time"), (self._owner, "owner"), (self._due, "due")):
            show_if(field, name in needs)
        words = {
            "told": self.tr("打给了谁"),
            "accept": self.tr("谁说他们来办"),
            "called": self.tr("居民怎么说，没接也写"),
        }
        self._text.set_words(words.get(self.act, self.tr("写一句话")))
        hints = {
            "reply": self.tr("只有一句真正的答复才会让时间停下来：怎么办，什么时候办。"),
            "told": self.tr("打过电话就记下来。时间不会停，要等有人答复。"),
            "assign": self.tr("换一个单位，原来的时间接着算。"),
            "wait": self.tr("等配件、等开会，时间照样算。"),
            "reopen": self.tr("会重新计时，再没人答复就上报街道。"),
            "close": self.tr("办结以后，居民还可以说没办好。"),
        }
        self._hint.setText(hints.get(self.act, ""))
        show_if(self._hint, self.act in hints)
        tell = self._model.to_tell
        phones = "　".join(self._words.phones(tell))
        body = self._words.body(tell)
        call = (
            self.tr("{body}：{phones}").format(body=body, phones=phones)
            if phones
            else self.tr("请打给{body}").format(body=body)
        )
        self._phones.setText(call)
        show_if(self._phones, self.act == "told")
        none = {"assign": self.tr("不定日子"), "wait": self.tr("不知道"), "called": self.tr("不用再打")}
        days = [("0", none.get(self.act, self.tr("不定日子")))]
        for n in DAYS[1:]:
            days.append((str(n), self.tr("明天") if n == 1 else self.tr("{n} 天后", "", n).format(n=n)))
        self.due.set_choices(days)
