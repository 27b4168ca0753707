"""Field: a label, an editor, a line of help or the sentence about what is wrong with it.

`Field(words, editor, help_text="", optional=False, beside=False)`; `set_error(sentence)` ("" clears it), `field.editor`.
The label is the editor's buddy, which gives it its accessible name. `Form(columns=1)`: fields in equal columns;
`add(field)`, `fields()`, `first_wrong()` (the first field with an error gets the keyboard). `text_box(lines=3)`: notes.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import current
from ui.theme.fonts import font
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import IconView, Themed, label, set_role

FieldT = TypeVar("FieldT", bound="Field")


class Field(Themed, QWidget):
    def __init__(
        self,
        words: str,
        editor: QWidget,
        help_text: str = "",
        optional: bool = False,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._optional, self._beside = optional, beside
        self._help = help_text
        self._words, self._note = label(words, wrap=beside), label("", "muted", wrap=False)
        self._words.setBuddy(editor)
        self._below, self._mark = label(help_text, "muted"), IconView("alert-triangle", "bad", "small")
        self._build()
        self.set_error("")
        self.ready()

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._words)
        self._top.addWidget(self._note)
        self._top.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight if self._beside else QBoxLayout.Direction.TopToBottom)
        self._line.addLayout(self._top)
        self._line.addWidget(self.editor, 1 if self._beside else 0)
        self._under = QHBoxLayout()
        self._beside_words = QVBoxLayout()
        self._beside_words.addWidget(self._mark)
        self._beside_words.addStretch(1)
        self._under.addLayout(self._beside_words)
        self._under.addWidget(self._below, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._line)
        self._all.addLayout(self._under)
        self._all.addStretch(1)

    def set_words(self, words: str, help_text: str | None = None) -> None:
        """Other label and help (switch of language or of visitor type)."""
        self._words.setText(words)
        self._help = self._help if help_text is None else help_text
        if not self.error():
            self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Marks the field with what is wrong and what to do; "" shows the help again."""
        self._wrong = sentence
        self._mark.setVisible(bool(sentence))
        self._level()
        self._below.setText(sentence or self._help)
        self._below.setVisible(bool(sentence or self._help))
        set_role(self._below, "error" if sentence else "muted")
        set_role(self.editor, state="error" if sentence else "")
        self.editor.setAccessibleDescription(sentence or self._help)

    def error(self) -> str:
        return self._wrong

    def _level(self) -> None:
        """The sign stands level with the first line of the words; without one there is no room kept for it."""
        spare = QFontMetrics(font(current().text("small"))).height() - current().icon("small")
        self._beside_words.setContentsMargins(0, max(0, spare // 2) if self._wrong else 0, 0, 0)

    def retranslate(self) -> None:
        self._note.setText(self.tr("可不填") if self._optional else "")
        self._note.setVisible(self._optional)

    def restyle(self) -> None:
        theme = current()
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(theme.space("xs"))
        self._line.setSpacing(theme.space("m" if self._beside else "xs"))
        self._top.setSpacing(theme.space("s"))
        self._under.setSpacing(theme.space("s"))
        self._level()
        if self._beside:
            self._words.setFixedWidth(theme.text() * 6)


def text_box(lines: int = 3) -> QPlainTextEdit:
    """An editor for a few lines; Tab leaves it."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(round(lines * current().text() * 1.5) + 2 * current().space("m"))
    return made


class Form(Themed, QWidget):
    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[Field] = []
        self._flow = FlowLayout(self, gap="l", equal=True, columns=columns)
        self.ready()

    def add(self, field: FieldT) -> FieldT:
        self._fields.append(field)
        self._flow.addWidget(field)
        return field

    def fields(self) -> list[Field]:
        return list(self._fields)

    def first_wrong(self) -> Field | None:
        """The first field with an error, given the keyboard."""
        wrong = next((f for f in self._fields if f.error() and f.isVisibleTo(self)), None)
        if wrong:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong
