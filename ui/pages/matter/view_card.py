"""One matter: how it stands and how long is left, what was said and done, who waits to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.matters.photos import PhotoRow
from ui.matters.words import LOOKS, MatterWords, spaced
from ui.pages.matter.model import CardModel, Full, Happening
from ui.paper.matter_slip import Receipt, Slip
from ui.texts import sentence
from ui.theme import current
from ui.widgets import AttentionRow, Banner, BigButton, Card, Pill, Sides, Themed, label, show_if
from ui.widgets.card import Fact

if TYPE_CHECKING:
    from ui.pages.matter.presenter_card import CardPresenter

SECOND_MS = 1000
TINT = {"over": "bad", "alarm": "bad", "amber": "warn", "fine": "info"}
ICONS = {
    "noted": "pencil", "replied": "messages", "answered": "messages", "escalated": "alert-octagon", "told": "phone",
    "resolved": "circle-check", "confirmed": "mood-smile", "reopened": "repeat", "closed": "check", "called": "phone",
    "supported": "users", "waiting": "hourglass", "assigned": "arrow-right", "accepted": "user-check",
}  # fmt: skip


class CardView(Themed, QWidget):
    """`show_card(model)`; `show_full(full)` for as many seconds as the house allows, `cover()` before that."""

    def __init__(self, presenter: CardPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, MatterWords()
        self.model: CardModel | None = None
        self.alert = AttentionRow("bad", "alert-octagon", "", "", "…")
        self.life, self.doubt = Banner("", "bad", "alarm", closable=False), Banner("", "warn", "clock", closable=False)
        self.clock, self.state = Pill(""), Pill("", "plain")
        self._text, self._answer = label("", "lead"), label("", "strong")
        self._facts = {name: Fact("", "") for name in ("place", "owner", "due", "noted", "same")}
        self.photos = PhotoRow(self._take, presenter.camera, own=False)
        presenter.photo = self.photos.show_picture
        self.who, self.reveal = label("", "strong"), BigButton("", "row", "eye")
        self.reveal.clicked.connect(self._on_reveal)
        self._seconds = 0
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._history = QVBoxLayout()
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        self._left, self._right = Card(), Card()
        marks = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        marks.addWidget(self.clock)
        marks.addWidget(self.state)
        marks.addStretch(1)
        self._left.body.addLayout(marks)
        for widget in (self._text, self._answer, *self._facts.values(), self.photos):
            self._left.body.addWidget(widget)
        person = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        person.addWidget(self.who, 1)
        person.addWidget(self.reveal)
        self._left.body.addLayout(person)
        self._left.body.addStretch(1)
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setLayout(self._history)
        self._history.setContentsMargins(0, 0, 0, 0)
        self._right.body.addWidget(holder, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.life, self.alert, self.doubt):
            self._column.addWidget(widget)
        self._column.addWidget(Sides(self._left, self._right, (6, 5)), 1)

    def show_card(self, model: CardModel) -> None:
        fresh = self.model is None or self.model.line.id != model.line.id
        self.model = model
        if fresh:
            self.cover()
        self.photos.show_photos(model.photos)
        self.photos.set_open(not model.line.ended)
        for name in self.photos.lacks():
            self._presenter.load_photo(name)
        self._say()

    def show_full(self, full: Full) -> None:
        self.who.setText("　".join(part for part in (full.name, full.phone, full.door) if part))
        self._seconds = full.seconds
        self._second.start()
        self._say_reveal()

    def cover(self) -> None:
        """Masked again, before the seconds are over."""
        self._second.stop()
        self._seconds = 0
        if self.model is not None:
            self._say_who(self.model)

    def receipt(self) -> Receipt | None:
        model = self.model
        if model is None or not model.code:
            return None
        line = model.line
        return Receipt(
            model.estate, spaced(line.number), model.code, self._words.category(line.category), model.on_paper[0],
            self._words.owner(line), model.on_paper[1] if line.left is not None else "", model.phone,
        )  # fmt: skip

    def slip(self) -> Slip | None:
        model = self.model
        if model is None:
            return None
        line, tell = model.line, model.to_tell
        words = self._words
        return Slip(
            model.estate, spaced(line.number), words.body(tell), words.category(line.category),
            "" if line.hidden else line.place, words.what(line) if line.hidden else line.text,
            *model.on_paper[:2], words.overdue(line), model.on_paper[2], words.phones(tell), model.phone,
        )  # fmt: skip

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self._history.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._right.set_title(self.tr("经过"))
        if self.model is not None:
            self._say()

    def _say(self) -> None:
        model, words = self.model, self._words
        assert model is not None
        line = model.line
        tone = TINT.get(line.stage, "plain")
        self.clock.show_state(tone, LOOKS.get(line.stage, ("", "clock"))[1], words.left(line))
        show_if(self.clock, line.left is not None)
        self.state.show_state("ok" if line.ended else "plain", "circle-check" if line.ended else "", words.state(line))
        self._text.setText(words.what(line) if line.hidden else line.text)
        self._answer.setText(self.tr("答复：{text}").format(text=model.answer) if model.answer else "")
        show_if(self._answer, bool(model.answer))
        self._say_facts(model)
        self._say_who(model)
        self._say_alerts(model)
        self._say_history(model)

    def _say_facts(self, model: CardModel) -> None:
        line, words = model.line, self._words
        owner = words.owner(line)
        if not line.accepted and model.first_owner:
            owner = self.tr("{owner}（{who}先负责，等他们接手）").format(owner=owner, who=model.first_owner)
        due = model.waiting and self.tr("在等，到 {day}").format(day=model.waiting)
        same = [self.tr("{n} 位居民反映同一件事").format(n=line.supporters + 1)] if line.supporters else []
        if model.same and not line.supporters:
            same.append(self.tr("和 {number} 是同一件事").format(number=spaced(model.same[0].number)))
        values = {
            "place": (self.tr("地点"), "" if line.hidden else line.place), "owner": (self.tr("谁办"), owner),
            "due": (self.tr("期限"), str(due or line.due)),
            "noted": (self.tr("记下"), f"{line.at} {model.gate}".strip()), "same": (self.tr("同一件事"), "，".join(same)),
        }  # fmt: skip
        for name, fact in self._facts.items():
            word, value = values[name]
            fact.set_word(word)
            fact.set_value(value)
            show_if(fact, bool(value))
        shown = list(self._facts.values())
        for fact in shown:
            fact.line_up(shown)

    def _say_who(self, model: CardModel) -> None:
        who = model.who
        if self._seconds:
            return
        if who is None:
            self.who.setText(self.tr("没有留姓名和电话"))
        elif who.anonymous:
            self.who.setText(self.tr("不愿留名"))
        else:
            self.who.setText("　".join(part for part in (who.name, who.phone, who.door) if part))
        show_if(self.reveal, who is not None and not who.anonymous and bool(who.name or who.phone))
        self._say_reveal()

    def _say_reveal(self) -> None:
        words = self.tr("{n} 秒后收起").format(n=self._seconds) if self._seconds else self.tr("看号码回电")
        self.reveal.setText(words)
        self.reveal.setEnabled(not self._seconds)

    def _say_alerts(self, model: CardModel) -> None:
        line, words = model.line, self._words
        tell = model.to_tell
        phones = "　".join(words.phones(tell))
        raised = words.raised(line)
        self.alert.show_matter("bad", "alert-octagon", raised, f"{words.body(tell)} {phones}".strip())
        self.alert.button.setText("")
        show_if(self.alert.button, False)
        show_if(self.alert, bool(raised) and line.left is not None)
        if model.numbers:
            first, *rest = model.numbers
            self.life.show_text(self.tr("先打 {first}！其他：{rest}").format(first=first, rest="　".join(rest)), "bad")
        show_if(self.life, bool(model.numbers) and not line.ended)
        self.doubt.show_text(self.tr("电脑的时间改过或睡过，剩余时间可能不准，请看钟。"), "warn")
        show_if(self.doubt, model.uncertain and line.left is not None)

    def _say_history(self, model: CardModel) -> None:
        while self._history.count():
            item = self._history.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for event in reversed(model.history):
            self._history.addWidget(self._event(event))
        self._history.addStretch(1)

    def _event(self, event: Happening) -> QWidget:
        facts = {
            "owner": self._words.body_word(event.owner, event.owner_name), "level": self._words.level(event.level),
            "time": event.said or event.at,
        }  # fmt: skip
        title = sentence(f"matter.event.{event.kind}", facts)
        words = self._words.pair(title, event.text if event.kind != "noted" else "")
        sub = "　".join(part for part in (event.at, event.operator, event.gate) if part)
        tone = "bad" if event.kind == "escalated" else "accent"
        row = AttentionRow(tone, ICONS.get(event.kind, "circle"), words, sub)
        row.setProperty("role", "clear")
        return row

    def _take(self, jpeg: bytes) -> None:
        if self.model is not None:
            self._presenter.add_photo(self.model.line.id, jpeg)

    def _on_reveal(self) -> None:
        if self.model is not None and self.model.who is not None:
            self._presenter.reveal(self.model.who.hearing_id)

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self.cover()
        else:
            self._say_reveal()
