"""Hearing somebody: who it is, or unnamed, and one matter after another, each with an answer or an owner and a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.matters.pad import CategoryPad
from ui.matters.photos import PhotoRow
from ui.matters.say_box import SayBox
from ui.matters.words import MatterWords
from ui.pages.hearings.model import Hint, Home, MatterForm, VisitForm
from ui.theme import current
from ui.widgets import Banner, BigButton, Card, Field, FlowLayout, PickBox, Sides, Themed, label, show_if
from ui.widgets import Form as Fields

if TYPE_CHECKING:
    from ui.pages.hearings.presenter_visit import VisitPresenter

THINK_MS, MOST = 250, 120
DAYS = (1, 3, 7, 15, 30)


class VisitView(Themed, QWidget):
    """`form()` is what is filled in; `add()` puts the matter in hand aside, `write()` writes all."""

    def __init__(self, presenter: VisitPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, MatterWords()
        self._form, self._hint, self._home = VisitForm(), None, Home()
        self.name, self.phone, self.door = QLineEdit(), QLineEdit(), QLineEdit()
        self.anonymous, self.mediation = QCheckBox(), QCheckBox()
        self._name, self._phone = Field("", self.name, optional=True), Field("", self.phone, optional=True)
        self._door = Field("", self.door, optional=True)
        self.said, self.place, self.answer = SayBox(2), QLineEdit(), SayBox(2)
        self._text, self._place, self._answer = Field("", self.said), Field("", self.place), Field("", self.answer)
        self.pad, self.owner, self.due = CategoryPad(4), PickBox(), PickBox()
        self._owner, self._due = Field("", self.owner), Field("", self.due)
        self.now, self.later = BigButton("", "row", "messages"), BigButton("", "row", "arrow-right")
        self.photos = PhotoRow(presenter.take_photo, presenter.camera)
        self.life, self.same = Banner("", "bad", "alarm", closable=False), Banner("", "info", "repeat", closable=False)
        self.same.acted.connect(self._on_same)
        self.photos.removed.connect(self._on_removed)
        self._aside = label("", "strong")
        self._think = QTimer(self, singleShot=True, interval=THINK_MS)
        self._think.timeout.connect(lambda: presenter.typed(self.form().now))
        presenter.hinted, presenter.kept, presenter.lacks = self.show_hint, self._on_kept, self._on_lacks
        self._connect()
        self._lay_out()
        self.ready()

    def _connect(self) -> None:
        for line in (self.name, self.phone, self.door, self.place):
            line.setMaxLength(MOST)
        self.said.textChanged.connect(self._think.start)
        self.place.textEdited.connect(lambda _: self._think.start())
        self.said.entered.connect(lambda: self.place.setFocus())
        self.pad.chosen.connect(self._on_chosen)
        self.anonymous.toggled.connect(self._on_anonymous)
        for button, outcome in ((self.now, "answer"), (self.later, "owner")):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, one=outcome: self._on_outcome(one))

    def _lay_out(self) -> None:
        who, marks = Fields(columns=3), QWidget()
        for field in (self._name, self._phone, self._door):
            who.add(field)
        flow = FlowLayout(marks, gap="l")
        for box in (self.anonymous, self.mediation):
            flow.addWidget(box)
        top, self._left, self._right = Card(), Card(), Card()
        top.body.addWidget(who)
        for widget in (self._text, self._place, self.pad, self.photos):
            self._left.body.addWidget(widget)
        self._left.body.addStretch(1)
        ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.now, self.later):
            ways.addWidget(button, 1)
        self._right.body.addLayout(ways)
        owed = Fields(columns=2)
        owed.add(self._owner)
        owed.add(self._due)
        for widget in (self._answer, owed):
            self._right.body.addWidget(widget)
        self._owed = owed
        self._right.body.addWidget(marks)
        self._right.body.addStretch(1)
        self._right.body.addWidget(self._aside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.life, self.same, top):
            self._column.addWidget(widget)
        self._column.addWidget(Sides(self._left, self._right, (6, 5)), 1)
        for banner in (self.life, self.same):
            show_if(banner, False)

    def begin(self, sitting_id: str, other_side_of: str = "") -> None:
        """An empty form, or the one half filled in for the same sitting."""
        if not self.form().as_draft() or self._form.sitting_id != sitting_id or other_side_of:
            self.show_form(self._presenter.begin(sitting_id, other_side_of))
        self.name.setFocus()

    def show_home(self, home: Home) -> None:
        self._home = home
        self.owner.set_choices([(one.code, self._words.body(one)) for one in home.bodies])

    def clear(self) -> None:
        self.show_form(VisitForm())

    def form(self) -> VisitForm:
        now = replace(
            self._form.now, text=self.said.toPlainText(), place=self.place.text(), answer=self.answer.toPlainText(),
            owner=self.owner.key(), due_days=int(self.due.key() or DAYS[1]),
        )  # fmt: skip
        return replace(
            self._form, name=self.name.text(), phone=self.phone.text(), door=self.door.text(),
            anonymous=self.anonymous.isChecked(), mediation=self.mediation.isChecked(), now=now,
        )  # fmt: skip

    def show_form(self, form: VisitForm) -> None:
        self._form = form
        for line, words in ((self.name, form.name), (self.phone, form.phone), (self.door, form.door)):
            line.setText(words)
        self.anonymous.setChecked(form.anonymous)
        self.mediation.setChecked(form.mediation)
        self._show_matter(form.now)

    def add(self) -> None:
        """Put the matter in hand aside; another one begins."""
        self._clear_errors()
        form = self._presenter.put_aside(self.form())
        if form is not None:
            self._form = form
            self._show_matter(form.now)
            self.said.setFocus()

    def write(self) -> None:
        self._clear_errors()
        self._presenter.write(self.form())

    def show_hint(self, hint: Hint) -> None:
        """What the words seem to say."""
        self._hint = hint
        if not self._form.now.chosen and self.said.toPlainText().strip():
            self.pad.set_choice(hint.category)
        if self._form.now.outcome == "answer":
            self.owner.set_key(hint.owner)
        if hint.life:
            first, *rest = hint.life
            self.life.show_text(self.tr("先打 {first}！其他：{rest}").format(first=first, rest="　".join(rest)), "bad")
        show_if(self.life, bool(hint.life))
        self._say_same()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._name.set_words(self.tr("姓名"))
        self._phone.set_words(self.tr("电话"))
        self._door.set_words(self.tr("住哪里"))
        self.anonymous.setText(self.tr("不愿留名"))
        self.mediation.setText(self.tr("两家有纠纷，要调解"))
        self._text.set_words(self.tr("说了什么事"))
        self._place.set_words(self.tr("在哪里"))
        self._answer.set_words(self.tr("怎么答复的"))
        self._owner.set_words(self.tr("交给谁办"))
        self._due.set_words(self.tr("哪天前答复"))
        self.now.setText(self.tr("当场答复了"))
        self.later.setText(self.tr("交给人去办"))
        self.due.set_choices(
            [(str(n), self.tr("明天") if n == 1 else self.tr("{n} 天内", "", n).format(n=n)) for n in DAYS]
        )
        self._say()

    def _show_matter(self, now: MatterForm) -> None:
        self._hint = None
        self.said.setPlainText(now.text)
        self.place.setText(now.place)
        self.answer.setPlainText(now.answer)
        self.pad.set_choice(now.category if now.chosen else "")
        self.owner.set_key(now.owner or "property")
        self.due.set_key(str(now.due_days))
        self.photos.show_photos(now.photos)
        self._clear_errors()
        for banner in (self.life, self.same):
            show_if(banner, False)
        self._say()

    def _say(self) -> None:
        now = self._form.now
        self.now.setChecked(now.outcome == "answer")
        self.later.setChecked(now.outcome == "owner")
        show_if(self._answer, now.outcome == "answer")
        show_if(self._owed, now.outcome == "owner")
        n = len(self._form.matters)
        self._aside.setText(self.tr("前面已经写好 {n} 件", "", n).format(n=n))
        show_if(self._aside, bool(n))
        for field in (self._name, self._phone, self._door):
            field.setEnabled(not self.anonymous.isChecked())

    def _say_same(self) -> None:
        hint, joined = self._hint, self._form.now.repeat_of
        known = hint.same[0] if hint is not None and hint.same else None
        show_if(self.same, known is not None)
        if known is None:
            return
        what = self._words.what(known)
        if joined:
            self.same.show_text(self.tr("记成同一件事，一起答复：{what}").format(what=what), "ok")
            self.same.set_action(self.tr("不是同一件"))
        else:
            self.same.show_text(self.tr("{time} 有人反映过：{what}").format(time=known.at, what=what), "info")
            self.same.set_action(self.tr("是同一件"))

    def _on_same(self) -> None:
        if self._hint is not None and self._hint.same:
            repeat = "" if self._form.now.repeat_of else self._hint.same[0].id
            self._form = replace(self._form, now=replace(self._form.now, repeat_of=repeat))
            self._say_same()

    def _on_outcome(self, outcome: str) -> None:
        self._form = replace(self._form, now=replace(self._form.now, outcome=outcome))
        self._say()
        (self.answer if outcome == "answer" else self.owner).setFocus()

    def _on_chosen(self, key: str) -> None:
        self._form = replace(self._form, now=replace(self._form.now, category=key, chosen=True))
        self._presenter.typed(self.form().now)

    def _on_anonymous(self, on: bool) -> None:
        if on:
            for line in (self.name, self.phone, self.door):
                line.clear()
        self._say()

    def _on_kept(self, name: str, data: bytes) -> None:
        self._put_photos((*self._form.now.photos, name))
        self.photos.show_picture(name, data)

    def _on_removed(self, name: str) -> None:
        self._put_photos(tuple(one for one in self._form.now.photos if one != name))

    def _put_photos(self, photos: tuple[str, ...]) -> None:
        self._form = replace(self._form, now=replace(self._form.now, photos=photos))
        self.photos.show_photos(photos)

    def _on_lacks(self, field: str) -> None:
        if field == "answer":
            self._answer.set_error(self.tr("请写怎么答复的；答复不了，按「交给人去办」。"))
            self.answer.setFocus()
        elif field == "owner":
            self._owner.set_error(self.tr("请选一个单位。"))
            self.owner.setFocus()
        else:
            self._text.set_error(self.tr("请写一句话，或者附一张照片。"))
            self.said.setFocus()

    def _clear_errors(self) -> None:
        for field in (self._text, self._answer, self._owner):
            field.set_error("")
