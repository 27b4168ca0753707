"""Smaller panels of the page: which monitor, what an emergency says, which numbers and rules everybody may see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.pages.screen.model import Where
from ui.widgets import Card, EmptyState, Field, FlowLayout, Form, PickBox, label, show_if, text_box

SCHEMES = ("", "light", "dark", "contrast")
SENTENCES, NUMBERS = 6, 5


class MonitorPanel(Card):
    """`show_where(where)`; chosen(key, on, scheme) when a person changes something."""

    chosen = Signal(str, bool, str)

    def __init__(self) -> None:
        self._where = Where()
        super().__init__()
        self.place, self.scheme = PickBox(), PickBox()
        self._says = label("", "lead")
        self._form = Form(columns=2)
        self._place = self._form.add(Field("", self.place))
        self._scheme = self._form.add(Field("", self.scheme))
        self._none = EmptyState("device-desktop", "", "")
        for part in (self._says, self._form, self._none):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for box in (self.place, self.scheme):
            box.picked.connect(lambda _: self._on_picked())
        self.ready()

    def show_where(self, where: Where) -> None:
        self._where = where
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "place"):
            return
        where = self._where
        places = [
            (one.key, " · ".join(part for part in (one.name, one.model, one.size) if part)) for one in where.places
        ]
        self.place.set_choices([("", self.tr("不显示")), *places])
        self.place.set_key(where.chosen if where.on else "")
        words = {
            "": self.tr("跟这台电脑一样"),
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比"),
        }
        self.scheme.set_choices([(key, words[key]) for key in SCHEMES])
        self.scheme.set_key(where.scheme)
        self._place.set_words(self.tr("显示器"))
        self._scheme.set_words(self.tr("颜色"))
        self._none.show_state(
            "device-desktop", self.tr("只看到这一台显示器"),
            self.tr("把公示屏的线插上，在电脑的显示设置里选“扩展”。它不会盖住您干活的这一台。"),
        )  # fmt: skip
        self._says.setText(self._words())
        show_if(self._says, bool(self._says.text()))
        show_if(self._none, not where.places)
        show_if(self._form, bool(where.places))

    def _words(self) -> str:
        where = self._where
        if where.at:
            return self.tr("正在 {name} 上显示。拔掉再插上，会自己回来。").format(name=where.at)
        if where.missing:
            return self.tr("选好的显示器现在没有接上。接上就会自己显示。")
        return self.tr("现在没有在任何显示器上显示。") if where.places else ""

    def _on_picked(self) -> None:
        self.chosen.emit(self.place.key(), bool(self.place.key()), self.scheme.key())


class PairsPanel(Card):
    """Rows of two fields each, the last ones empty for more. `show_pairs(pairs)`, `pairs()`."""

    def __init__(self, count: int, tall: bool) -> None:
        self._rows: list[tuple[Field, Field]] = []
        super().__init__()
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="m", equal=True, columns=2)
        self._hint = label("", "quiet")
        for _ in range(count):
            first = Field("", QLineEdit())
            second = Field("", text_box(2) if tall else QLineEdit(), optional=tall)
            self._rows.append((first, second))
            flow.addWidget(first)
            flow.addWidget(second)
        self.body.addWidget(self._hint)
        self.body.addWidget(holder)
        self.ready()

    def say(self, title: str, hint: str, first: Sequence[str], second: str) -> None:
        """Words of the card and its fields."""
        self.set_title(title)
        self._hint.setText(hint)
        for words, (one, other) in zip(first, self._rows, strict=True):
            one.set_words(words)
            other.set_words(second)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        whole = [*pairs, *[("", "")] * len(self._rows)]
        for (first, second), (one, other) in zip(self._rows, whole, strict=False):
            first.editor.setText(one)  # type: ignore[attr-defined]
            _put(second.editor, other)

    def pairs(self) -> list[tuple[str, str]]:
        return [(_text(first.editor), _text(second.editor)) for first, second in self._rows]

    def take_keyboard(self) -> None:
        self._rows[0][0].editor.setFocus()


def _put(editor: QWidget, text: str) -> None:
    editor.setPlainText(text) if isinstance(editor, QPlainTextEdit) else editor.setText(text)  # type: ignore[attr-defined]


def _text(editor: QWidget) -> str:
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else str(editor.text())  # type: ignore[attr-defined]
