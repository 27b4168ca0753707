"""The asset book: every thing of the site on the left, one line of it to be written on the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.pages.lending.model import BookForm, Thing
from ui.pages.lending.view_words import LendingWords
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    Card,
    Column,
    Field,
    Form,
    PickBox,
    RowTable,
    Sides,
    Stepper,
    Themed,
    least_height,
    show_if,
    text_box,
)

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

KINDS = (
    "wheelchair", "walker", "trolley", "first_aid", "aed", "umbrella", "racket", "tools", "pump", "charger", "raincoat",
    "other",
)  # fmt: skip
LOOSE, MOST_DOORS = "loose", 48
CLASSES = ("returnable", "kit", "consumable")
WIPED, FIRST, PACKED, GIVEN = (
    ("wheelchair", "walker"),
    ("wheelchair", "first_aid", "aed"),
    ("first_aid",),
    ("raincoat",),
)


class BookTable(RowTable):
    NARROW_EMS = 18

    def __init__(self) -> None:
        self._words = LendingWords()
        super().__init__((), lambda thing: thing.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("物品册"))
        self.set_columns(self.columns())

    def _title(self, thing: Thing) -> str:
        return thing.title if thing.here else f"{thing.gate} {thing.title}"

    def columns(self) -> list[Column]:
        words = self._words
        return [
            Column(self.tr("物品"), self._title, icon=lambda thing: thing.icon),
            Column(self.tr("情况"), words.state, 6.5, tone=words.state_tone),
        ]


class BookView(Themed, QWidget):
    """`show_lines(things)`, `show_form(form)`, `form()`; `save()` is the main act."""

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._book, self._form = presenter.book, BookForm()
        self.table, self.things = BookTable(), tuple[Thing, ...]()
        self.name, self.tag, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.hours, self.inspection = QLineEdit(), QLineEdit()
        self.kind, self.cls, self.low = PickBox(), PickBox(), Stepper(0, 99)
        self.locker, self.door = PickBox(), Stepper(1, MOST_DOORS)
        self.hygiene, self.emergency = QCheckBox(), QCheckBox()
        self.contents: QPlainTextEdit = text_box(3)
        self._fields = [
            Field("", one, optional=opt)
            for one, opt in (
                (self.name, False), (self.tag, True), (self.kind, False), (self.cls, False), (self.place, True),
                (self.hours, True), (self.inspection, True), (self.low, True),
            )
        ]  # fmt: skip
        self._locker, self._door = Field("", self.locker, optional=True), Field("", self.door)
        self._contents = Field("", self.contents)
        self._lay_out()
        self._wire()
        self.ready()

    def _lay_out(self) -> None:
        left, self._card = Card(), Card("…")
        left.body.addWidget(self.table, 1)
        lines = Form(columns=2)
        for field in (*self._fields, self._locker, self._door):
            lines.add(field)
        for widget in (lines, self._contents, self.hygiene, self.emergency):
            self._card.body.addWidget(widget)
        self._card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, self._card, (5, 7), ems=38), 1)

    def _wire(self) -> None:
        self.kind.picked.connect(self._on_kind)
        self.cls.picked.connect(lambda _: self._say_class())
        self.locker.picked.connect(lambda _: self._say_locker())
        self.table.opened.connect(lambda thing: self._book.open(thing.id))
        self.table.pressed_cell.connect(lambda thing, _: self._book.open(thing.id))
        for line in (self.name, self.tag, self.place, self.hours, self.inspection):
            line.returnPressed.connect(self.save)

    def begin(self, asset_id: str = "") -> None:
        """A fresh line."""
        self.show_form(self._book.begin(asset_id))
        self.name.setFocus()

    def show_lines(self, things: tuple[Thing, ...]) -> None:
        self.things = things
        self.table.show_rows(things)

    def thing(self) -> Thing | None:
        """The line that is open, as it stands in the book."""
        return next((one for one in self.things if one.id == self._form.id), None)

    def form(self) -> BookForm:
        """What is filled in."""
        locker = self.locker.key() or LOOSE
        return replace(
            self._form, locker="" if locker == LOOSE else locker, door=self.door.value() if locker != LOOSE else 0,
            name=self.name.text(), tag=self.tag.text(), kind=self.kind.key() or "other",
            cls=self.cls.key() or "returnable", place=self.place.text(), hours=self.hours.text(),
            contents=self.contents.toPlainText(), inspection=self.inspection.text(), low=self.low.value(),
            hygiene=self.hygiene.isChecked(), emergency=self.emergency.isChecked(),
        )  # fmt: skip

    def show_form(self, form: BookForm) -> None:
        self._form = form
        for line, text in (
            (self.name, form.name), (self.tag, form.tag), (self.place, form.place), (self.hours, form.hours),
            (self.inspection, form.inspection),
        ):  # fmt: skip
            line.setText(text)
        self.kind.set_key(form.kind)
        self.cls.set_key(form.cls)
        self.low.show_value(form.low)
        self._offer_lockers()
        self.locker.set_key(form.locker or LOOSE)
        self.door.show_value(form.door or 1)
        self.contents.setPlainText(form.contents)
        self.hygiene.setChecked(form.hygiene)
        self.emergency.setChecked(form.emergency)
        self._fields[0].set_error("")
        self._say()

    def save(self) -> None:
        form = self.form()
        if not form.name.strip():
            self._fields[0].set_error(self.tr("请写这件东西叫什么"))
            self.name.setFocus()
        else:
            self._book.save(form, self.tr("已存进物品册：{name}").format(name=form.name.strip()))

    def retranslate(self) -> None:
        words = (
            (self.tr("叫什么"), ""), (self.tr("编号"), ""), (self.tr("是哪一种"), ""), (self.tr("怎么借"), ""),
            (self.tr("放在哪里"), ""), (self.tr("一次借几小时"), ""), (self.tr("下次检查的日子"), ""),
            (self.tr("少于几件要买"), ""),
        )  # fmt: skip
        for field, (word, help_text) in zip(self._fields, words, strict=True):
            field.set_words(word, help_text)
        self.kind.set_choices([(key, sentence(f"asset.kind.{key}")) for key in KINDS])
        self.cls.set_choices([(key, sentence(f"asset.cls.{key}")) for key in CLASSES])
        self._contents.set_words(
            self.tr("包里有什么，一行一样"), self.tr("例如：创可贴 10 2026-12-31（名称、几件、过期日）")
        )
        self._locker.set_words(self.tr("挂在哪个柜子里"), "")
        self._door.set_words(self.tr("几号门"), "")
        self.door.words = self.tr("{n} 号")
        self.door.show_value(self.door.value())
        chosen = self.locker.key() or LOOSE
        self._offer_lockers()
        self.locker.set_key(chosen)
        self.hygiene.setText(self.tr("每次用完要擦洗"))
        self.emergency.setText(self.tr("急用可以先拿走，后登记"))
        self.tag.setPlaceholderText(self.tr("轮-01"))
        self.place.setPlaceholderText(self.tr("门后、二号柜"))
        self.hours.setPlaceholderText(self.tr("不写就按种类"))
        self.inspection.setPlaceholderText("2026-12-31")
        self._say()

    def restyle(self) -> None:
        self.table.setMinimumHeight(current().table("row") + least_height(3))

    def _on_kind(self, key: str) -> None:
        """What usually goes with such a thing; a person may say otherwise."""
        if self._form.new:
            if not self.name.text().strip():
                self.name.setText(sentence(f"asset.kind.{key}") if key != "other" else "")
            self.hygiene.setChecked(key in WIPED)
            self.emergency.setChecked(key in FIRST)
            self.cls.set_key("kit" if key in PACKED else "consumable" if key in GIVEN else "returnable")
            self._say_class()

    def _offer_lockers(self) -> None:
        """Those attached here; one at another computer stays where the book has it."""
        here = dict(self._book.lockers())
        if self._form.locker and self._form.locker not in here:
            here[self._form.locker] = self.tr("别的电脑上的柜子")
        self.locker.set_choices([(LOOSE, self.tr("不在柜子里")), *here.items()])

    def _say_locker(self) -> None:
        show_if(self._locker, self.locker.count() > 1)
        show_if(self._door, self.locker.key() not in ("", None, LOOSE))

    def _say(self) -> None:
        self._card.set_title(self.tr("新的一件") if self._form.new else self.tr("改这一件"))
        self._say_class()
        self._say_locker()

    def _say_class(self) -> None:
        cls = self.cls.key()
        show_if(self._contents, cls == "kit")
        show_if(self._fields[-1], cls == "consumable")
        show_if(self._fields[5], cls != "consumable")
        show_if(self.hygiene, cls == "returnable")
