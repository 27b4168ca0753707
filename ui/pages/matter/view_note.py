"""The form of F9: words, place, what it is about; who said it only if they wish to hear of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.matters.pad import CategoryPad
from ui.matters.photos import PhotoRow
from ui.matters.say_box import SayBox
from ui.matters.words import MatterWords
from ui.pages.matter.model import Guess, NoteForm
from ui.theme import current
from ui.widgets import Banner, Card, Field, FlowLayout, Sides, Themed, label, show_if
from ui.widgets import Form as Fields

if TYPE_CHECKING:
    from ui.pages.matter.presenter import MatterPresenter

MOST, PLACE_MOST = 2000, 120
THINK_MS = 200


class NoteView(Themed, QWidget):
    """`form()` is what is filled in; the presenter is asked to think a moment after the last key."""

    def __init__(self, presenter: MatterPresenter) -> None:
        super().__init__()
        self._presenter, self._form, self._guess = presenter, NoteForm(), None
        self._words = MatterWords()
        self.said, self.place = SayBox(2), QLineEdit()
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.private, self.about_post = QCheckBox(), QCheckBox()
        self._text, self._place = Field("", self.said), Field("", self.place)
        self._name, self._phone = Field("", self.name, optional=True), Field("", self.phone, optional=True)
        self.pad = CategoryPad(4)
        self.photos = PhotoRow(presenter.take_photo, presenter.camera)
        self.life, self.same = Banner("", "bad", "alarm", closable=False), Banner("", "info", "repeat", closable=False)
        self._owner, self._about = label("", "muted"), label("", "strong", wrap=False)
        presenter.guessed, presenter.kept, presenter.lacks = self.show_guess, self._on_kept, self._on_lacks
        self._think = QTimer(self, singleShot=True, interval=THINK_MS)
        self._think.timeout.connect(lambda: presenter.typed(self.form()))
        for line in (self.place, self.name, self.phone):
            line.setMaxLength(PLACE_MOST)
            line.textEdited.connect(self._on_edit)
            line.returnPressed.connect(self.note)
        self.said.textChanged.connect(self._on_edit)
        self.said.entered.connect(self.note)
        self.pad.chosen.connect(self._on_chosen)
        self.same.acted.connect(self._on_same)
        self.photos.removed.connect(self._on_removed)
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        left, right = Card(), Card()
        who, marks = Fields(columns=2), QWidget()
        who.add(self._name)
        who.add(self._phone)
        flow = FlowLayout(marks, gap="l")
        for box in (self.private, self.about_post):
            flow.addWidget(box)
        for widget in (self._text, self._place, self.photos, who):
            left.body.addWidget(widget)
        left.body.addStretch(1)
        for widget in (self._about, self.pad, self._owner, marks):
            right.body.addWidget(widget)
        right.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.life)
        self._column.addWidget(self.same)
        self._column.addWidget(Sides(left, right), 1)
        for banner in (self.life, self.same):
            show_if(banner, False)

    def begin(self, kind: str = "") -> None:
        """An empty form, or the one half filled in; the keyboard where one writes."""
        if self.form().empty:
            self.show_form(replace(self._presenter.begin(), kind=kind or "matter"))
        elif kind:
            self._form = replace(self._form, kind=kind)
        self.said.setFocus()

    def clear(self) -> None:
        self.show_form(NoteForm())

    def kind(self) -> str:
        return self._form.kind

    def set_kind(self, kind: str) -> None:
        self._form = replace(self._form, kind=kind)
        self._think.start()
        self.retranslate()

    def form(self) -> NoteForm:
        """What is filled in."""
        return replace(
            self._form, text=self.said.toPlainText(), place=self.place.text(), name=self.name.text(),
            phone=self.phone.text(), private=self.private.isChecked(), about_post=self.about_post.isChecked(),
        )  # fmt: skip

    def show_form(self, form: NoteForm) -> None:
        self._form = form
        self.said.setPlainText(form.text)
        for line, words in ((self.place, form.place), (self.name, form.name), (self.phone, form.phone)):
            line.setText(words)
        self.private.setChecked(form.private)
        self.about_post.setChecked(form.about_post)
        self.pad.set_choice(form.category if form.chosen else "")
        self.photos.show_photos(form.photos)
        self._text.set_error("")
        self._guess = None
        for banner in (self.life, self.same):
            show_if(banner, False)
        self._think.start()

    def note(self) -> None:
        self._text.set_error("")
        form = self.form()
        self._presenter.note(form if form.id else replace(form, id=self._presenter.begin().id))

    def show_guess(self, guess: Guess) -> None:
        """What the words seem to say."""
        self._guess = guess
        if not self._form.chosen and self.said.toPlainText().strip():
            self.pad.set_choice(guess.category)
        self._say()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        incident = self._form.kind == "incident"
        self._text.set_words(self.tr("发生了什么") if incident else self.tr("居民说了什么"))
        self._place.set_words(self.tr("在哪里"))
        self._name.set_words(self.tr("谁说的"))
        self._phone.set_words(self.tr("回电号码"))
        self.private.setText(self.tr("点名指责别人，只给负责人看"))
        self.about_post.setText(self.tr("和我们值班的人有关"))
        self._about.setText(self.tr("是哪一类"))
        self._say()

    def _say(self) -> None:
        guess = self._guess
        if guess is None:
            self._owner.setText(self.tr("写几个字，类别会自己选好；不对就点一下别的。"))
            return
        body = self._words.body(guess.owner)
        span = self._words.span(guess.first_min)
        if self._form.kind == "incident":
            self._owner.setText(self.tr("异常情况只记下来，不计时。"))
        else:
            self._owner.setText(self.tr("先找{body}，{span}内要有人答复，昼夜都算。").format(body=body, span=span))
        if guess.numbers:
            first, *rest = guess.numbers
            self.life.show_text(
                self.tr("先打 {first}！再记事。其他：{rest}").format(first=first, rest="　".join(rest)), "bad"
            )
        show_if(self.life, bool(guess.numbers))
        self._say_same(guess)

    def _say_same(self, guess: Guess) -> None:
        joined = self._form.repeat_of
        known = next((line for line in guess.same if line.id == joined), guess.same[0] if guess.same else None)
        show_if(self.same, known is not None)
        if known is None:
            return
        what = self._words.what(known)
        if joined:
            self.same.show_text(self.tr("记成同一件事：{what}").format(what=what), "ok")
            self.same.set_action(self.tr("不是同一件"))
        else:
            self.same.show_text(self.tr("{time} 有人反映过：{what}").format(time=known.at, what=what), "info")
            self.same.set_action(self.tr("是同一件"))

    def _on_same(self) -> None:
        if self._guess is None or not self._guess.same:
            return
        self._form = replace(self._form, repeat_of="" if self._form.repeat_of else self._guess.same[0].id)
        self._say()

    def _on_chosen(self, key: str) -> None:
        self._form = replace(self._form, category=key, chosen=True)
        self._presenter.typed(self.form())

    def _on_edit(self) -> None:
        if len(self.said.toPlainText()) > MOST:
            self.said.setPlainText(self.said.toPlainText()[:MOST])
        self._think.start()

    def _on_kept(self, name: str, data: bytes) -> None:
        self._form = replace(self._form, photos=(*self._form.photos, name))
        self.photos.show_photos(self._form.photos)
        self.photos.show_picture(name, data)

    def _on_removed(self, name: str) -> None:
        self._form = replace(self._form, photos=tuple(one for one in self._form.photos if one != name))
        self.photos.show_photos(self._form.photos)

    def _on_lacks(self, _: str) -> None:
        self._text.set_error(self.tr("请写一句话，或者附一张照片。"))
        self.said.setFocus()
