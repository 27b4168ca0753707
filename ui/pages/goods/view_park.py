"""The form to take something in: for whom, what, where it lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk.people.reads_doors import Door
from ui.pages.goods.model import Form
from ui.pages.goods.presenter import form_with
from ui.theme import current
from ui.widgets import Card, DoorField, Field, Themed
from ui.widgets import Form as Fields

if TYPE_CHECKING:
    from ui.pages.goods.presenter import GoodsPresenter

MOST = 100


class ParkView(Themed, QWidget):
    """Three lines and a door; the rest is not asked."""

    def __init__(self, presenter: GoodsPresenter) -> None:
        super().__init__()
        self._presenter, self._form = presenter, Form()
        self.door, self.unknown = DoorField(), QCheckBox()
        self.what, self.shelf, self.left_by = QLineEdit(), QLineEdit(), QLineEdit()
        self._what, self._shelf = Field("", self.what), Field("", self.shelf, optional=True)
        self._left_by = Field("", self.left_by, optional=True)
        presenter.doors, presenter.lacks = self.door.show_doors, self._on_lacks
        self.door.searched.connect(presenter.search_doors)
        self.door.picked.connect(self._on_door)
        self.unknown.toggled.connect(self._on_unknown)
        for line in (self.what, self.shelf, self.left_by):
            line.setMaxLength(MOST)
            line.returnPressed.connect(self.park)
        card = Card()
        fields = Fields(columns=3)
        for one in (self._what, self._shelf, self._left_by):
            fields.add(one)
        for widget in (self.door, self.unknown, fields):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self.ready()

    def begin(self) -> None:
        """An empty form, or the one half filled in."""
        if not self.form().as_draft():
            self.show_form(self._presenter.begin())
        self.door.line.setFocus()

    def clear(self) -> None:
        self.show_form(Form())

    def form(self) -> Form:
        """What is filled in."""
        return replace(
            self._form, what=self.what.text(), shelf=self.shelf.text(), left_by=self.left_by.text(),
            unknown=self.unknown.isChecked(),
        )  # fmt: skip

    def show_form(self, form: Form) -> None:
        self._form = form
        self.what.setText(form.what)
        self.shelf.setText(form.shelf)
        self.left_by.setText(form.left_by)
        self.unknown.setChecked(form.unknown)
        self.door.show_door(Door(form.door_id, form.door, form.who) if form.door_id else None)
        self._clear_errors()

    def park(self) -> None:
        self._clear_errors()
        form = self.form()
        self._presenter.park(form if form.id else replace(form, id=self._presenter.begin().id))

    def retranslate(self) -> None:
        self.door.set_words(self.tr("给哪一户"))
        self.unknown.setText(self.tr("不知道是哪一户"))
        self._what.set_words(self.tr("是什么"))
        self._shelf.set_words(self.tr("放在哪里"))
        self._left_by.set_words(self.tr("谁放的"))
        self.what.setPlaceholderText(self.tr("一箱水果、文件袋"))
        self.shelf.setPlaceholderText(self.tr("A1、冰箱"))
        self.left_by.setPlaceholderText(self.tr("顺丰、邻居"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _on_door(self, door: Door | None) -> None:
        self._form = form_with(self._form, door)
        self.door.show_door(door)
        self._clear_errors()
        if door is not None:
            self.unknown.setChecked(False)
            self.what.setFocus()

    def _on_unknown(self, on: bool) -> None:
        if on:
            self._on_door(None)
            self.what.setFocus()
        self.door.setEnabled(not on)
        self._clear_errors()

    def _on_lacks(self, field: str) -> None:
        if field == "door":
            self.door.set_error(self.tr("请选房号；不知道的话，勾上下面一项"))
            self.door.line.setFocus()
        else:
            self._what.set_error(self.tr("不知道哪一户时，请写清是什么，好找"))
            self.what.setFocus()

    def _clear_errors(self) -> None:
        for field in (self.door, self._what):
            field.set_error("")
