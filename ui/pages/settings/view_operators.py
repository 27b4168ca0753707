"""Section: who may work here. A list of people; one card at a time; a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.core.errors import Fault
from ui.pages.settings import view_words as words
from ui.pages.settings.model import ROLES, OperatorsModel, Person
from ui.pages.settings.view_panel import LEFT, Panel, button, fill, row_of, said_label, say
from ui.paper.job import Job
from ui.shell import papers
from ui.texts import of_error
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.pin_pad import PinPad
from ui.widgets.themed import label, show_if

LONGEST = 60


class OperatorsPanel(Panel):
    """step: `list`, `new`, `vouch`, `one` (a card), `pin` (a new PIN for that one)."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = OperatorsModel()
        self.step = "list"
        self._make_list()
        self._make_pad()
        self._make_card()
        self._make_paper()
        self._said = said_label()
        for widget in (self._list, self._vouch, self._pad_box, self._card, self._paper, self._said):
            self.column.addWidget(widget, 0, LEFT) if widget is self._vouch else self.column.addWidget(widget)
        self._first = ""
        self.ready()
        self._draw()

    def _make_list(self) -> None:
        """Who may work here, and the way in for a first-timer."""
        self._rows = QVBoxLayout()
        self._list = QWidget()
        self._list.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._vouch = BigButton("", "quiet", "user-plus")
        self._vouch.clicked.connect(lambda: self._turn("vouch"))

    def _make_pad(self) -> None:
        """Name and role on the left, the keys for a PIN on the right."""
        self.name, self.role = QLineEdit(), PickBox()
        self.name.setMaxLength(LONGEST)
        self._name_field, self._role_field = Field("", self.name), Field("", self.role)
        self._form = Form(columns=1)
        self._form.add(self._name_field)
        self._form.add(self._role_field)
        self.pad = PinPad()
        self.pad.entered.connect(self._on_pin)
        self.pad.put_away.connect(self._forget)
        self._pad_words = label("", "lead")
        self._pad_box = QWidget()
        pad_row = QHBoxLayout(self._pad_box)
        pad_row.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.addWidget(self._form)
        left.addWidget(self._pad_words)
        left.addStretch(1)
        pad_row.addLayout(left, 1)
        pad_row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        self._pad_row = pad_row

    def _make_card(self) -> None:
        """One person: role, PIN, badge, at work or not."""
        presenter = self.presenter
        self._card = Card()
        self._facts = label("", "quiet")
        self._card.body.addWidget(self._facts)
        self.one_role = PickBox()
        self.one_role.picked.connect(lambda key: presenter.set_role(self.model.open_id, key))
        self._one_role_field = Field("", self.one_role)
        self._card.body.addWidget(self._one_role_field)
        self._pin = button("", lambda: self._turn("pin"), "quiet", "keyboard")
        self._badge = button("", lambda: presenter.make_badge(self.model.open_id), "quiet", "id")
        self._clear = button("", lambda: presenter.clear_badge(self.model.open_id), "quiet", "ban")
        self._active = button("", self._on_active, "quiet", "user")
        self._card.body.addWidget(row_of(self._pin, self._badge, self._clear, self._active))

    def _make_paper(self) -> None:
        """A badge just made, to be saved once."""
        self._paper = Card(tone="accent")
        self._paper_words = label("", "strong")
        self._paper_save = button("", self._on_save_badge, "main", "download")
        self._paper.body.addWidget(self._paper_words)
        self._photo = button("", self._on_photo, "quiet", "camera")
        self._paper.body.addWidget(row_of(self._paper_save, self._photo))
        self._portrait: QImage | None = None  # printed with this badge, kept nowhere

    def heading(self) -> tuple[str, str]:
        one = self.model.opened
        if self.step == "new":
            return self.tr("加一位值班的人"), self.tr("写名字，选身份，再设一个密码。")
        if self.step == "vouch":
            return self.tr("第一次来帮忙"), self.tr("由您担保，用到今晚 12 点。")
        if self.step == "pin" and one is not None:
            return self.tr("给 {name} 换密码").format(name=one.name), ""
        if self.step == "one" and one is not None:
            return one.name, words.role(one.role)
        count = sum(person.active for person in self.model.people)
        return self.tr("{n} 个人可以在这里值班", "", count).format(n=count), self.tr(
            "点开一个人，可以换密码、印工作卡、停用。"
        )

    def main(self) -> str:
        return {"list": self.tr("加一个人"), "vouch": self.tr("开始当班")}.get(self.step, "")

    def act(self) -> None:
        if self.step == "list":
            self._turn("new")
        elif self.step == "vouch":
            self.presenter.vouch(self.name.text())
            self._turn("list")

    def back(self) -> bool:
        inner = self.step != "list"
        self._turn("one" if self.step == "pin" else "list")
        return inner

    def leave(self) -> None:
        self._turn("list")

    def draft(self) -> dict[str, Any]:
        return {"step": self.step, "name": self.name.text()} if self.step in ("new", "vouch") else {}

    def restore(self, draft: dict[str, Any]) -> None:
        self._turn(str(draft.get("step", "list")))
        self.name.setText(str(draft.get("name", "")))

    def show_model(self, model: OperatorsModel) -> None:
        opened = model.open_id != self.model.open_id
        self.model = model
        if opened and model.open_id:
            self.step = "one"
        self._draw()

    def _turn(self, step: str) -> None:
        self.step, self._first, self._portrait = step, "", None
        self.pad.clear()
        say(self._said, "")
        if step in ("new", "vouch", "list"):
            self.name.clear()
            self._name_field.set_error("")
            if self.model.open_id:
                self.presenter.open("")
        self._draw()
        if step in ("new", "vouch"):
            self.name.setFocus()
        elif step == "pin":
            self.pad.setFocus()

    def _draw(self) -> None:
        one = self.model.opened
        show_if(self._list, self.step == "list")
        show_if(self._vouch, self.step == "list")
        show_if(self._form, self.step in ("new", "vouch"))
        show_if(self._role_field, self.step == "new")
        show_if(self._pad_box, self.step in ("new", "pin", "vouch"))
        show_if(self.pad, self.step in ("new", "pin"))
        show_if(self._pad_words, self.step in ("new", "pin"))
        show_if(self._card, self.step == "one" and one is not None)
        show_if(self._paper, self.step == "one" and bool(self.model.badge))
        at_once = self._to_print() is not None
        self._paper_save.setText(self.tr("打印工作卡") if at_once else self.tr("存成文件去打印"))
        self._photo.setText(self.tr("印上本人照片") if self._portrait is None else self.tr("不印照片了"))
        if self.step == "list":
            fill(self._rows, [self._row(person) for person in self.model.people])
        if one is not None:
            self._draw_one(one)
        self._say_pad()
        self.turned.emit()

    def _draw_one(self, one: Person) -> None:
        has = [self.tr("有密码") if one.has_pin else self.tr("没有密码")]
        has.append(self.tr("有工作卡") if one.has_badge else self.tr("没有工作卡"))
        if one.until:
            has.append(self.tr("用到 {when}").format(when=one.until))
        self._facts.setText(self.tr("屏幕上显示：{label}").format(label=one.label) + "   " + " · ".join(has))
        self.one_role.set_key(one.role)
        show_if(self._clear, one.has_badge)
        self._active.setText(self.tr("停用") if one.active else self.tr("重新启用"))
        self._badge.setText(self.tr("重做工作卡") if one.has_badge else self.tr("做工作卡"))

    def _row(self, person: Person) -> AttentionRow:
        tone = "accent" if person.active else "plain"
        icon = "user-check" if person.active else "user"
        state = "" if person.active else self.tr("已停用")
        sub = " · ".join(part for part in (words.role(person.role), person.label, state) if part)
        row = AttentionRow(tone, icon, person.name, sub, self.tr("打开"))
        row.acted.connect(lambda one=person.operator_id: self.presenter.open(one))
        return row

    def _on_pin(self, pin: str) -> None:
        if not self._first:
            self._first = pin
            self._say_pad()
        elif pin != self._first:
            self._first = ""
            self._say_pad()
            self.pad.shake(self.tr("两次输的不一样，请重新设一个。"))
        elif self.step == "new":
            self.presenter.add(self.name.text(), self.role.key(), pin)
            self._first = ""
        else:
            self.presenter.set_pin(self.model.open_id, pin, self._on_pin_set)

    def _forget(self) -> None:
        """Half a change is none: whoever comes next begins anew."""
        self._first = ""
        self._say_pad()

    def _on_pin_set(self) -> None:
        self._turn("one")
        say(self._said, self.tr("密码已经换好。"))

    def _on_active(self) -> None:
        one = self.model.opened
        if one is not None:
            self.presenter.set_active(one.operator_id, not one.active)

    def _on_wrong(self, error: Exception) -> None:
        self._first = ""
        sentence = of_error(error)
        if self.step in ("new", "vouch") and isinstance(error, Fault) and error.code == "operator.name_empty":
            self._name_field.set_error(sentence)
            self.name.setFocus()
        elif self.step in ("new", "pin"):
            self._say_pad()
            self.pad.shake(sentence)
        else:
            say(self._said, sentence, "bad")
            self._draw()

    def _on_photo(self) -> None:
        """Only if its owner wants it; pressed again, none is printed."""
        from ui import portrait

        if self._portrait is None:
            portrait.ask(self.window(), self.presenter.ports, self._on_portrait)
        else:
            self._portrait = None
            say(self._said, "")
            self._draw()

    def _on_portrait(self, image: QImage) -> None:
        if not self.model.badge:
            return  # the card was put away meanwhile
        self._portrait = image
        self.presenter.note_photo(self.model.open_id)
        self.presenter.ports.say.done(self.tr("照片拍好了，会印在卡上，不保存。"))
        self._draw()

    def _on_save_badge(self) -> None:
        """On the attached label printer where there is one, else as a file one chooses a place for."""
        if (card := self._to_print()) is not None:
            papers.send(card, self)
            return
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), self.tr("工作卡.pdf"), "PDF (*.pdf)")
        if name:
            self.save_badge(Path(name))

    def _to_print(self) -> Job | None:
        """The badge just made, where an attached printer takes it."""
        from ui.paper import badge

        one = self.model.opened
        if one is None or not self.model.badge:
            return None
        card = badge.job(self.model.badge, one.label, words.role(one.role), self._portrait)
        return card if papers.prints_at_once(card) else None

    def save_badge(self, path: Path) -> None:
        """The badge just made, as a card to cut out."""
        from ui.paper.badge import write_badge

        one = self.model.opened
        if one is None or not self.model.badge:
            return
        try:
            write_badge(path, self.model.badge, one.label, words.role(one.role), self._portrait)
        except Fault as error:
            say(self._said, of_error(error), "bad")
        else:
            say(self._said, self.tr("已存成「{name}」，打印后剪下来就能刷。").format(name=path.name))

    def _say_pad(self) -> None:
        self._pad_words.setText(
            self.tr("请再输一次同样的密码") if self._first else self.tr("设一个密码，4 到 8 位数字")
        )

    def restyle(self) -> None:
        super().restyle()
        self._rows.setSpacing(current().space("s"))
        self._pad_row.setSpacing(current().space("xxl"))

    def retranslate(self) -> None:
        self._vouch.setText(self.tr("有人第一次来帮忙（今天用）"))
        self._name_field.set_words(self.tr("姓名"), self.tr("屏幕上只显示「姓 + 老师」"))
        self._role_field.set_words(self.tr("身份"))
        self._one_role_field.set_words(self.tr("身份"))
        rows = [(key, words.role(key)) for key in ROLES]
        for box in (self.role, self.one_role):
            box.set_choices(rows)
        self._pin.setText(self.tr("换密码"))
        self._clear.setText(self.tr("工作卡丢了，作废"))
        self._paper_words.setText(self.tr("工作卡做好了。只能存这一次，旧卡已经不能用。"))
        self._draw()
