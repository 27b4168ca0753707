"""Panels of the page: the list with the one looked at beside it, those who wear a button, one of them being written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.alarms.model import Line
from ui.alarms.words import AlarmWords
from ui.pages.alarm.model import AlarmsModel, Found, WearerForm, WearerRow
from ui.pages.alarm.view_person import PersonField
from ui.theme import current
from ui.widgets import BigButton, Card, EmptyState, Field, Form, PickBox, Sides, Themed, label, show_if, text_box
from ui.widgets.attention import AttentionRow

if TYPE_CHECKING:
    from ui.pages.alarm.presenter import AlarmsPresenter

TONES = {"ringing": "bad", "taken": "warn", "closed": "plain"}


class AlarmRow(AttentionRow):
    """One alarm of the list; press to look at it, or to go on with it."""

    def __init__(self, line: Line, presenter: AlarmsPresenter) -> None:
        self.line, self._names, self._presenter = line, AlarmWords(), presenter
        super().__init__(TONES[line.stand], self._names.icon(line.sort), "")
        self.acted.connect(self._on_acted)
        show_if(self.button, True)
        self.retranslate()

    def _on_acted(self) -> None:
        (self._presenter.choose if self.line.stand == "closed" else self._presenter.go_on)(self.line.id)

    def retranslate(self) -> None:
        line = self.line
        where = self._names.where(line.device, line.contact, line.gate)
        title = self._names.sort(line.sort)
        if line.training:
            title = self.tr("{title}（练习）").format(title=title)
        sub = " · ".join(part for part in (line.at, where, self._names.stand(line)) if part)
        self.show_matter(TONES[line.stand], self._names.icon(line.sort), title, sub)
        if line.stand == "closed":
            self._mark.show_icon(self._names.icon(line.sort), "muted")
        self.button.setText(self.tr("看看") if line.stand == "closed" else self.tr("去处理"))


class AlarmHistory(Themed, QWidget):
    """`show_model(model)`: what is open and what was; beside it the one looked at."""

    def __init__(self, presenter: AlarmsPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self._words = presenter, AlarmWords(self)
        self.model, self.rows = AlarmsModel(), list[AlarmRow]()
        self._list, self.card = Card(), Card()
        self._empty, self._mute = EmptyState("urgent", "", ""), label("", "", "warn")
        self._list.body.addWidget(self._mute)
        self._list.body.addWidget(self._empty)
        self._list.body.addStretch(1)
        self._lines = [label("", role) for role in ("lead", "", "muted", "muted")]
        self.again, self.write = BigButton("", "quiet", "repeat"), BigButton("", "quiet", "user-plus")
        for line in self._lines:
            self.card.body.addWidget(line)
        for button in (self.write, self.again):
            self.card.body.addWidget(button)
        self.card.body.addStretch(1)
        self.again.clicked.connect(lambda: self.model.chosen and presenter.reopen(self.model.chosen.id))
        self.write.clicked.connect(lambda: self.model.chosen and presenter.new(self.model.chosen.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(self._list, self.card, (6, 5)))
        self.ready()

    def show_model(self, model: AlarmsModel) -> None:
        """Rows are made anew only when they differ."""
        if model.lines != self.model.lines:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [AlarmRow(line, self._presenter) for line in model.lines]
            for row in self.rows:
                self._list.body.insertWidget(self._list.body.indexOf(self._empty), row)
        self.model = model
        self._say()

    def retranslate(self) -> None:
        self._list.set_title(self.tr("最近的报警"))
        self.again.setText(self.tr("重新打开"))
        self.write.setText(self.tr("登记这个按钮是谁的"))
        self._empty.show_state(
            "urgent", self.tr("还没有报警"),
            self.tr("有人按呼救按钮、井盖移动或烟雾报警时，整个屏幕会亮红，并一直响到有人处理。"),
        )  # fmt: skip
        self._say()

    def _say(self) -> None:
        model, one = self.model, self.model.chosen
        show_if(self._empty, model.known and not model.lines)
        show_if(self.card, one is not None)
        self._mute.setText(
            self.tr("没有声音的报警设备：{names}。现在它不会报警，请看设备页。").format(names="、".join(model.mute))
        )
        show_if(self._mute, bool(model.mute))
        if one is None:
            return
        self.card.set_title(self._words.sort(one.sort))
        name = one.name or (self._words.nobody(one) if one.worn else "")
        story = "\n".join(self._words.done(step) for step in one.done)
        texts = (name, one.place, f"{one.at} · {self._words.where(one.device, one.contact, one.gate)}", story)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            show_if(line, bool(text))
        show_if(self.again, one.stand == "closed" and model.may_take)
        show_if(self.write, one.worn and not one.name and model.may_wear)


class WearerLine(AttentionRow):
    """Somebody who wears one, masked."""

    def __init__(self, row: WearerRow, presenter: AlarmsPresenter, may: bool) -> None:
        self.row = row
        super().__init__("plain", "heart-handshake", "")
        self.acted.connect(lambda: presenter.open(row.id))
        show_if(self.button, may)
        self.retranslate()

    def retranslate(self) -> None:
        row = self.row
        sort = self.tr("呼救手表") if row.sort == "watch" else self.tr("呼救按钮")
        by = self.tr("本人同意") if row.by == "self" else self.tr("监护人同意")
        calls = self.tr("{n} 个联系电话", "", row.calls).format(n=row.calls)
        self.show_matter("plain", "heart-handshake", row.name, " · ".join((sort, calls, f"{by} {row.since}")))
        self._mark.show_icon("heart-handshake", "accent")
        self.button.setText(self.tr("打开"))


class WearersPanel(Card):
    """`show_model(model)`."""

    def __init__(self, presenter: AlarmsPresenter) -> None:
        self._presenter = presenter
        self.rows, self._drawn = list[WearerLine](), ((), False)  # type: ignore[var-annotated]
        super().__init__()
        self._empty = EmptyState("heart-handshake", "", "")
        self.body.addWidget(self._empty)
        self.body.addStretch(1)
        self.ready()

    def show_model(self, model: AlarmsModel) -> None:
        if (model.wearers, model.may_wear) != self._drawn:
            self._drawn = (model.wearers, model.may_wear)
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [WearerLine(one, self._presenter, model.may_wear) for one in model.wearers]
            for row in self.rows:
                self.body.insertWidget(self.body.indexOf(self._empty), row)
        show_if(self._empty, model.known and not model.wearers)

    def retranslate(self) -> None:
        if hasattr(self, "_empty"):
            self._empty.show_state(
                "heart-handshake", self.tr("还没有登记佩戴呼救按钮的人"),
                self.tr("按“登记佩戴者”，写上号码、门牌和家属电话。报警时会按顺序显示。位置和行踪从不保存。"),
            )  # fmt: skip


class WearerPanel(Card):
    """The form: `show_form(form)`, `form()`."""

    def __init__(self) -> None:
        self._id = ""
        super().__init__()
        self.sort, self.consent, self.number, self.name = PickBox(), PickBox(), QLineEdit(), QLineEdit()
        self.person, self._person = PersonField(), ("", "")
        self.door, self.note, self.calls = QLineEdit(), QLineEdit(), text_box(4)
        two, wide = Form(columns=2), Form()
        self._fields = {
            "sort": two.add(Field("", self.sort)), "number": two.add(Field("", self.number)),
            "name": two.add(Field("", self.name)), "door": two.add(Field("", self.door, optional=True)),
            "calls": wide.add(Field("", self.calls)), "note": wide.add(Field("", self.note, optional=True)),
            "consent": wide.add(Field("", self.consent)),
        }  # fmt: skip
        self._kept = label("", "muted")
        self.person.picked.connect(self._on_person)
        for part in (self.person, two, wide, self._kept):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.ready()

    def show_form(self, form: WearerForm) -> None:
        self._id = form.id
        self.sort.set_key(form.sort)
        self.consent.set_key(form.consent_by)
        self._person = (form.person_id, form.person)
        self.person.show_door(Found(form.person_id, form.person) if form.person else None)
        for editor, text in (
            (self.number, form.number), (self.name, form.name), (self.door, form.door), (self.note, form.note)
        ):  # fmt: skip
            editor.setText(text)
        self.calls.setPlainText(form.calls)
        (self.name if form.number else self.number).setFocus()

    def form(self) -> WearerForm:
        return WearerForm(
            self._id, self.sort.key() or "pendant", self.number.text(), self.name.text(), self.door.text(),
            self.note.text(), self.calls.toPlainText(), self.consent.key(), *self._person,
        )  # fmt: skip

    def fill(self, name: str, door: str) -> None:
        """As the register has it; what is already written stands."""
        self.name.setText(self.name.text() or name)
        self.door.setText(self.door.text() or door)

    def _on_person(self, found: Found | None) -> None:
        before, self._person = self._person[0], (found.id, f"{found.label} {found.who}".strip()) if found else ("", "")
        self.person.show_door(found)
        if before:  # another one: what stood there was the first one's
            self.name.clear()
            self.door.clear()

    def known_id(self) -> str:
        return self._id

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "_kept"):
            return
        self.sort.set_choices([("pendant", self.tr("呼救按钮")), ("watch", self.tr("呼救手表"))])
        self.consent.set_choices(
            [("", self.tr("还没有问过")), ("self", self.tr("本人同意")), ("guardian", self.tr("监护人同意"))]
        )
        words = {
            "sort": (self.tr("戴的是什么"), ""), "number": (self.tr("号码"), self.tr("按一下按钮，到报警里按“登记”，号码会自己填上")),
            "name": (self.tr("名字"), ""), "door": (self.tr("门牌"), ""),
            "calls": (self.tr("按顺序打给谁"), self.tr("一行一个，先写关系和名字，再写电话，比如：女儿 小梅 号码")),
            "note": (self.tr("上门的人要知道什么"), ""),
            "consent": (self.tr("同意登记"), self.tr("只用来在呼救时找人；不同意就不登记，也不影响别的服务")),
        }  # fmt: skip
        self.person.set_words(
            self.tr("从住户里选（不选也行）"), self.tr("写房号或姓名拼音；选了以后，名字和门牌会自己填上")
        )
        for key, (head, help_text) in words.items():
            self._fields[key].set_words(head, help_text)
        self._kept.setText(self.tr("保存到取消登记为止；取消后所有门岗都删掉。不保存位置和行踪。"))

    def restyle(self) -> None:
        super().restyle()
        self.body.setSpacing(current().space("m"))
