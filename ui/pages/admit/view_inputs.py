"""Fields of the admit form: a line with *not given* beside it, a stepper, and the household picker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.admit.model import Door
from ui.theme import current
from ui.widgets import BigButton, Field, KeyList, SearchField, Themed, label, set_role, show_if

TYPED_MS = 120
SHOWN_ROWS = 4


class LineField(Field):
    """typed(text), refused(on). A visitor may always say no: the line is then closed and says so."""

    typed = Signal(str)
    declined = Signal(bool)

    def __init__(self, may_decline: bool = False, optional: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        self._no = BigButton("", "row")
        self._no.setCheckable(True)
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._no)
        holder.setFocusProxy(self.line)
        super().__init__("", holder, optional=optional)
        show_if(self._no, may_decline)
        self.line.textEdited.connect(self.typed)
        self._no.toggled.connect(self.declined)

    def set_words(self, words: str, help_text: str | None = None) -> None:
        super().set_words(words, help_text)
        self.line.setAccessibleName(words)

    def show_text(self, text: str, declined: bool = False) -> None:
        """What the form holds; a line one is typing into is left alone."""
        if self.line.text() != text:
            self.line.setText(text)
        self._no.blockSignals(True)
        self._no.setChecked(declined)
        self._no.blockSignals(False)
        self._no.set_icon("check" if declined else "")
        self.line.setEnabled(not declined)

    def set_error(self, sentence: str) -> None:
        super().set_error(sentence)
        set_role(self.line, state="error" if sentence else "")

    def retranslate(self) -> None:
        super().retranslate()
        self._no.setText(self.tr("不愿提供"))


class Stepper(Themed, QWidget):
    """A small number with big buttons. changed(value)."""

    changed = Signal(int)

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._least, self._most, self._value = least, most, least
        self._minus, self._plus = BigButton("", "row", "minus"), BigButton("", "row", "plus")
        self._figure = label("", "strong", wrap=False)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        for widget in (self._minus, self._figure, self._plus):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._minus.clicked.connect(lambda: self._step(-1))
        self._plus.clicked.connect(lambda: self._step(1))
        self.setFocusProxy(self._plus)
        self.words = "{n}"
        self.ready()

    def show_value(self, value: int) -> None:
        self._value = value
        self._figure.setText(self.words.format(n=value))
        self._minus.setEnabled(value > self._least)
        self._plus.setEnabled(value < self._most)

    def value(self) -> int:
        return self._value

    def name(self, words: str) -> None:
        """What is counted, for the screen reader."""
        self.setAccessibleName(words)

    def _step(self, by: int) -> None:
        self.show_value(min(self._most, max(self._least, self._value + by)))
        self.changed.emit(self._value)

    def restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("s"))
        self._figure.setMinimumWidth(current().text() * 4)

    def retranslate(self) -> None:
        self._minus.setAccessibleName(self.tr("减一"))
        self._plus.setAccessibleName(self.tr("加一"))


class DoorField(Field):
    """`3-1-1202`, or an owner's name in pinyin; the list goes by keyboard. searched(text), picked(Door | None)."""

    searched = Signal(str)
    picked = Signal(object)

    def __init__(self) -> None:
        self.line = SearchField()
        self.line.setMaxLength(64)
        self._list = KeyList()
        self._shown = label("", "lead")
        self._other = BigButton("", "row", "pencil")
        self._doors: dict[str, Door] = {}
        self._door: Door | None = None
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
        self.line.entered.connect(lambda _: self._pick_first())
        self.line.left_down.connect(self._into_list)
        self._list.opened.connect(self._on_opened)
        self._other.clicked.connect(self._on_other)
        self.show_doors(())
        self.show_door(None)

    def show_door(self, door: Door | None) -> None:
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

    def show_doors(self, doors: Sequence[Door]) -> None:
        """What was found so far."""
        self._doors = {door.id: door for door in doors}
        self._list.set_rows([(d.id, f"{d.label}  {d.who}".strip(), "user" if d.who else "home") for d in doors])
        show_if(self._list, bool(doors))
        rows = min(len(doors), SHOWN_ROWS)
        self._list.setFixedHeight(rows * current().height("list") + 2 * current().space("s") if rows else 0)
        none = bool(self._asked) and not doors and self._door is None
        if not self.error():
            self._below.setText(self.tr("没有找到这一户，请再看一下房号") if none else self._help)

    def set_words(self, words: str, help_text: str | None = None) -> None:
        super().set_words(words, help_text)
        self.line.setAccessibleName(words)

    def set_error(self, sentence: str) -> None:
        super().set_error(sentence)
        set_role(self.line, state="error" if sentence else "")

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(self.tr("房号 3-1-1202，或业主姓名拼音"))
        self._other.setText(self.tr("换一户"))
        self._list.setAccessibleName(self.tr("找到的住户"))

    def _on_edited(self, text: str) -> None:
        self._asked = text
        self._wait.start()

    def _pick_first(self) -> None:
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
        self.nextInFocusChain()

    def _on_other(self) -> None:
        self.picked.emit(None)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self._list.hasFocus():
            self.line.setFocus()
            return
        super().keyPressEvent(event)
