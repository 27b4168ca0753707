"""What a person can read in a window: the words of labels and buttons, the cells of lists, the boxes of a month."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def read(root: QWidget) -> str:
    """Every word in sight, a piece a line."""
    return "\n".join(_pieces(root))


def _pieces(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QAbstractItemView):
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model is not None else 0):
        told = (
            next((str(found) for role in ROLES if (found := model.index(row, column).data(role))), "")
            for column in range(model.columnCount())
        )
        yield " | ".join(filter(None, told))
