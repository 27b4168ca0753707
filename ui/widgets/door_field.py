"""DoorField: picks a household by `3-1-1202` or by an owner's name in pinyin; the list goes by keyboard.

Signals `searched(text)` (answer with `show_doors(rows)`) and `picked(row or None)`; rows have `id`, `label` and `who`
(desk.people.reads_doors.Door). `show_door(row)` shows the one that is picked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.form import Field
from ui.widgets.pickers import KeyList
from ui.widgets.search_field import SearchField
from ui.widgets.themed import label, set_role, show_if

TYPED_MS = 120
SHOWN_ROWS = 4


class Row(Protocol):
    """A household as it is shown."""

    @property
    def id(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def who(self) -> str: ...


class DoorField(Field):
    searched = Signal(str)
    picked = Signal(object)

    def __init__(self) -> None:
        self.line = SearchField()
        self.line.setMaxLength(64)
        self._list = KeyList()
        self._shown = label("", "lead")
        self._other = BigButton("", "row", "pencil")
        self._doors: dict[str, Row] = {}
        self._door: Row | None = None
        self._asked = ""
        self._wait = QTimer(singleShot=True, interval=TYPED_MS)
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._shown, 1)
        row.addWidget(self._other)
        for part in (self.line, self._list):
            column.addWidget(part)
        column.addLayout(row)
        holder.setFocusProxy(self.line)
        super().__init__("", holder)
        self._wait.setParent(self)
        self._wait.timeout.connect(lambda: self.searched.emit(self._asked))
        self.line.edited.connect(self._on_edited)
        self.line.entered.connect(lambda _: self.pick_first())
        self.line.left_down.connect(self._into_list)
        self._list.opened.connect(self._on_opened)
        self._other.clicked.connect(self._on_other)
        self.show_doors(())
        self.show_door(None)

    def show_door(self, door: Row | None) -> None:
        """The household that is picked, or the line to find one."""
        changed = door != self._door
        self._door = door
        for widget, wanted in (
            (self.line, door is None),
            (self._shown, door is not None),
            (self._other, door is not None),
        ):
            show_if(widget, wanted)
        if door is not None:
            self._shown.setText(f"{door.label}  {door.who}".strip())
            self.line.clear()
        if door is not None or changed:
            self.show_doors(())

    def show_doors(self, doors: Sequence[Row]) -> None:
        """What was found so far."""
        self._doors = {door.id: door for door in doors}
        self._list.set_rows([(d.id, f"{d.label}  {d.who}".strip(), "user" if d.who else "home") for d in doors])
        show_if(self._list, bool(doors))
        rows = min(len(doors), SHOWN_ROWS)
        self._list.setFixedHeight(rows * current().height("list") + 2 * current().space("s") if rows else 0)
        none = bool(self._asked) and not doors and self._door is None
        if not self.error():
            self._below.setText(self.nothing() if none else self._help)

    def nothing(self) -> str:
        """What is said when nothing is found."""
        return self.tr("没有找到这一户，请再看一下房号")

    def set_words(self, words: str, help_text: str | None = None) -> None:
        super().set_words(words, help_text)
        self.line.setAccessibleName(words)

    def set_error(self, sentence: str) -> None:
        super().set_error(sentence)
        set_role(self.line, state="error" if sentence else "")

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(self.tr("房号 3-1-1202 或姓名拼音"))
        self._other.setText(self.tr("换一户"))
        self._list.setAccessibleName(self.tr("找到的住户"))

    def _on_edited(self, text: str) -> None:
        self._asked = text
        self._wait.start()

    def has_rows(self) -> bool:
        """Whether something was found."""
        return self._list.count() > 0

    def pick_first(self) -> None:
        """Enter: the household under the mark; while nothing is there yet, ask now."""
        if self._list.key():
            self._on_opened(self._list.key())
        else:
            self._wait.stop()
            self.searched.emit(self.line.words())

    def _into_list(self) -> None:
        if self._doors:
            self._list.setFocus()

    def _on_opened(self, key: str) -> None:
        self._asked = ""
        self.picked.emit(self._doors.get(key))

    def _on_other(self) -> None:
        self.picked.emit(None)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self._list.hasFocus():
            self.line.setFocus()
            return
        super().keyPressEvent(event)
