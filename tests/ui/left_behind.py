"""Everything a screen may still hold of somebody: words, what was typed, hints, names for screen readers, the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

SAYS = (
    "text", "title", "placeholderText", "accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis",
    "windowTitle", "toPlainText", "selectedText", "currentText",
)  # fmt: skip


def everything() -> Iterator[tuple[str, str]]:
    """(where, what) of every widget of the program, hidden ones too, of its windows and of the clipboard."""
    for widget in QApplication.allWidgets():
        where = type(widget).__name__
        yield from ((f"{where}.{name}", text) for name in SAYS if (text := _said(widget, name)))
        yield from ((f"{where}.item", text) for text in _items(widget))
        yield from ((f"{where}.undo", "kept") for _ in range(_undoable(widget)))
    for window in QGuiApplication.allWindows():
        yield "window", window.title()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield "clipboard", QGuiApplication.clipboard().text(mode)


def found(*canaries: str) -> list[tuple[str, str]]:
    """Where any of these still stands."""
    assert canaries
    assert all(canaries)
    return [(where, text) for where, text in everything() if any(one in text for one in canaries)]


def _said(widget: QWidget, name: str) -> str:
    read: Any = getattr(widget, name, None)
    if not callable(read):
        return ""
    try:
        text = read()
    except TypeError:  # a method of ours by that name that wants an argument
        return ""
    return text if isinstance(text, str) else ""


def _items(widget: QWidget) -> Iterator[str]:
    models = [getattr(widget, "model", None)]
    if isinstance(widget, QLineEdit) and widget.completer() is not None:
        models.append(widget.completer().model)
    for read in models:
        if not callable(read):
            continue
        rows: Any = read()
        if rows is None or not hasattr(rows, "rowCount"):
            continue
        for row in range(rows.rowCount()):
            for column in range(rows.columnCount()):
                yield str(rows.data(rows.index(row, column), Qt.ItemDataRole.DisplayRole) or "")


def _undoable(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return not widget.text() and widget.isUndoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.toPlainText() and widget.document().isUndoAvailable()
    return False
