"""One form for everything the hours page asks: a few lines, what is wrong stands under the first of them."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.hours.model import Ask, FormField, FormModel
from ui.pages.hours.view_words import HoursWords
from ui.texts import of_error, sentence
from ui.widgets import DateField, Field, Form, PickBox, Themed, label

CODES = ("certificate.", "hours.")  # choices told by code; the others are names
Editor = QLineEdit | DateField | PickBox


class FormView(Themed, QWidget):
    """`values()` answers what was filled in, by key."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._form = HoursWords(), FormModel(Ask.LOG, ())
        self._key = 0
        self._fields: dict[str, tuple[FormField, Field, Editor]] = {}
        self._wrong = label("", "error")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._box: Form | None = None
        self._column.addWidget(self._wrong)
        self._column.addStretch(1)
        self.ready()

    def show_form(self, form: FormModel) -> None:
        """Draw a form; the one that stands there already keeps what was typed."""
        if form.key == self._key:
            return
        self._form, self._key = form, form.key
        self._wrong.setText("")
        self._wrong.hide()
        if self._box is not None:
            self._column.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        self._box = Form(columns=2 if len(form.fields) > 2 else 1)
        self._fields = {}
        for one in form.fields:
            editor = self._editor(one)
            field = Field(self._words.field(one.key, form.ask), editor, optional=one.optional)
            self._fields[one.key] = (one, field, editor)
            self._box.add(field)
        self._column.insertWidget(0, self._box)

    def begin(self) -> None:
        """Came here: the keyboard is in the first empty line."""
        editors = [editor for _, _, editor in self._fields.values()]
        empty = [editor for editor in editors if isinstance(editor, QLineEdit) and not editor.text()]
        if target := next(iter(empty or editors), None):
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        return {key: _value(editor) for key, (_, _, editor) in self._fields.items()}

    def editor(self, key: str) -> Editor:
        """The line with this key, for tests and the tour."""
        return self._fields[key][2]

    def set_values(self, values: dict[str, str]) -> None:
        """Take back what was half filled in."""
        for key, value in values.items():
            if key in self._fields:
                _set(self._fields[key][2], value)

    def wrong(self, error: Exception) -> None:
        self._wrong.setText(of_error(error))
        self._wrong.show()

    def retranslate(self) -> None:
        for key, (_, field, _) in self._fields.items():
            field.set_words(self._words.field(key, self._form.ask))

    def _editor(self, one: FormField) -> Editor:
        made: Editor
        if one.kind == "day":
            made = DateField(QDate.fromString(one.value, Qt.DateFormat.ISODate))
        elif one.kind == "pick":
            made = PickBox([(key, sentence(words) if words.startswith(CODES) else words) for key, words in one.choices])
            made.set_key(one.value)
        else:
            made = QLineEdit(one.value)
            made.setPlaceholderText(self._words.hint(one.key))
        return made


def _value(editor: Editor) -> str:
    if isinstance(editor, DateField):
        return editor.date().toString(Qt.DateFormat.ISODate)
    return editor.key() if isinstance(editor, PickBox) else editor.text()


def _set(editor: Editor, value: str) -> None:
    if isinstance(editor, DateField):
        editor.setDate(QDate.fromString(value, Qt.DateFormat.ISODate))
    elif isinstance(editor, PickBox):
        editor.set_key(value)
    else:
        editor.setText(value)
