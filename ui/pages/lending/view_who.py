"""Who takes it: a door by its number or an owner's name, or a name and a phone; a household code fills it in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.people.reads_doors import Door
from ui.pages.lending.model import Who
from ui.theme import current
from ui.widgets import DoorField, Field, Form, Themed

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

MOST = 40


class WhoFields(Themed, QWidget):
    """`who()`, `show_who(who)`, `set_error(words)`; signals `changed()`, `entered()`."""

    changed = Signal()
    entered = Signal()

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._who = Who()
        self.door, self.name, self.phone = DoorField(), QLineEdit(), QLineEdit()
        self._name, self._phone = Field("", self.name, optional=True), Field("", self.phone, optional=True)
        self.door.searched.connect(presenter.search_doors)
        self.door.picked.connect(self._on_door)
        for line in (self.name, self.phone):
            line.setMaxLength(MOST)
            line.textEdited.connect(lambda _: self._on_typed())
            line.returnPressed.connect(self.entered)
        lines = Form(columns=2)
        for field in (self._name, self._phone):
            lines.add(field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.door)
        self._column.addWidget(lines)
        self.setProperty("role", "clear")
        self.ready()

    def who(self) -> Who:
        """What is filled in."""
        return replace(self._who, name=self.name.text(), phone=self.phone.text())

    def show_who(self, who: Who) -> None:
        self._who = who
        self.name.setText(who.name)
        self.phone.setText(who.phone)
        self.door.show_door(Door(who.door_id, who.door, who.resident) if who.door_id else None)
        self.door.set_error("")

    def set_door(self, door: Door) -> None:
        """A household code was scanned."""
        self._take(door, "code")
        self.door.show_door(door)

    def set_error(self, words: str) -> None:
        self.door.set_error(words)
        if words:
            self.door.line.setFocus()

    def begin(self) -> None:
        """The keyboard comes here."""
        self.door.line.setFocus()

    def retranslate(self) -> None:
        self.door.set_words(self.tr("哪一户借（也可以扫户内码）"))
        self._name.set_words(self.tr("称呼"))
        self._phone.set_words(self.tr("电话"))
        self.name.setPlaceholderText(self.tr("李阿姨"))
        self.phone.setPlaceholderText(self.tr("不是住户时请留"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _on_door(self, door: Door | None) -> None:
        self._take(door, "name")
        self.door.show_door(door)

    def _take(self, door: Door | None, how: str) -> None:
        self.door.set_error("")
        if door is None:
            self._who = Who()
        else:
            self._who = Who(door.id, door.label, door.who, how=how)
        self.changed.emit()

    def _on_typed(self) -> None:
        self.door.set_error("")
        self.changed.emit()
