"""Audits of words: cut off, of the wrong language, or telling in full what a standing page must mask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.ui.audit import shown, who
from ui.widgets.button_face import ButtonFace
from ui.widgets.buttons import BigButton
from ui.widgets.chooser import ChoiceTile
from ui.widgets.hold_button import HoldButton
from ui.widgets.nav_rail import RailButton
from ui.widgets.themed import ShortLabel
from ui.widgets.tile import Tile

RAGGED = "“‘·（，。：；、"
SLACK = 2  # px by which rounding may differ
WRAP = int(Qt.TextFlag.TextWordWrap)
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]")
LATIN = re.compile(r"[A-Za-z]{2,}")
# Words a Chinese screen may hold: keys, kinds of files, measures and names everybody knows them by; serials and plates.
ALLOWED = re.compile(
    r"\b(Esc|Tab|Ctrl|Alt|Enter|PDF|CSV|XLSX|PNG|SVG|AED|QR|PIN|USB|ID|IP|GB18030|UTF|MJPEG|APP|App|Excel|WPS|Windows|"
    r"English|COM|HID|LED|SOS|px|mm|cm|KB|MB|GB|http|https)\b|\b[A-Z]{1,3}-?[0-9A-Z]*\d[0-9A-Z-]*|\bA4\b|"
    r"\b[A-Z0-9]{3,}(?:-[A-Z0-9]{2,})+\b|沪[A-Z0-9·*]+|\.(?:xlsx|csv|pdf|png)\b|/dev/\w+"
)
_PIECES = re.compile(r"[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+")


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Everything a person may read or hear there."""
    for widget in [root, *shown(root)]:
        said = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        for method in ("text", "placeholderText"):
            if hasattr(widget, method):
                said.add(str(getattr(widget, method)()))
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(n) for n in range(widget.count())}
        if isinstance(widget, Tile):
            said |= {widget._words, widget._sub}
        for text in sorted(said - {""}):
            yield widget, text
        if isinstance(widget, QAbstractItemView):
            yield from ((widget, text) for text in _cells(widget))


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        yield from [head] if isinstance(head, str) else []
        for row in range(min(model.rowCount(), 60)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                value = model.index(row, column).data(role)
                if isinstance(value, str) and value:
                    yield value


def wrong_language(root: QWidget, lang: str) -> list[str]:
    """Chinese left on the English screen, or Latin words on the Chinese one (the estate's data are of the language)."""
    found = []
    for widget, text in texts(root):
        left = HAN.findall(text) if lang == "en" else LATIN.findall(ALLOWED.sub(" ", text))
        if left and not (
            lang == "en" and (text == "中文" or not HAN.search(text.replace("中文", "").replace("沪", "")))
        ):
            found.append(f"{''.join(left)[:30]!r} in {text[:60]!r} of {who(widget)}")
    return sorted(set(found))


def ragged(root: QWidget, lang: str) -> list[str]:
    """Chinese words that do not stand on their line: an opening quote in front is a gap, a dot begins no line."""
    if lang != "zh_CN":
        return []
    bad = {
        f"{text[:16]!r} of {who(widget)} begins with {text[0]}"
        for widget, text in texts(root)
        if text[:1] in tuple(RAGGED)
    }
    return sorted(bad)


def told_in_full(root: QWidget, secrets: Sequence[str]) -> list[str]:
    """Personal data that stands on a page everybody in the queue can read."""
    return sorted(
        {f"{secret!r} in {text[:60]!r} of {who(w)}" for w, text in texts(root) for secret in secrets if secret in text}
    )


def cut_off(root: QWidget) -> list[str]:
    """Words that need more room than their widget has, and widgets that reach over the edge of what holds them."""
    found = []
    for widget in shown(root):
        need = _need(widget)
        if need is not None:
            wide, high = need
            if wide > widget.width() + SLACK or high > widget.height() + SLACK:
                found.append(f"needs {wide}x{high}, has {widget.width()}x{widget.height()}: {who(widget)}")
        if _over_the_edge(widget):
            found.append(f"reaches over the edge of its parent: {who(widget)}")
    return found


def _need(widget: QWidget) -> tuple[int, int] | None:
    """Width and height its words need, or None when it has none."""
    if isinstance(widget, ShortLabel):
        return None
    if isinstance(widget, QLabel):
        return _label_need(widget) if widget.text() else None
    if isinstance(widget, RailButton):
        return (
            widget.minimumSizeHint().width(),
            widget.minimumSizeHint().height(),
        )  # squeezed in a low window, on purpose
    if isinstance(widget, ButtonFace) and type(widget).paintEvent in (BigButton.paintEvent, HoldButton.paintEvent):
        return widget._around() + widget._least_words(), widget._tall(widget.width())
    if isinstance(widget, Tile):
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()) - 2 * _little()
    if isinstance(widget, ChoiceTile):
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()) - 2 * _little()
    if isinstance(widget, QCheckBox | QRadioButton | QComboBox):
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    if isinstance(widget, QLineEdit):
        return _line_need(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    return None


def _little() -> int:
    from ui.theme import current

    return current().space("m") // 2  # what a tile may lose of its own margin


def _label_need(label: QLabel) -> tuple[int, int]:
    metrics, around = label.fontMetrics(), label.width() - label.contentsRect().width() + 2 * label.margin()
    if not label.wordWrap():
        return label.sizeHint().width(), min(label.sizeHint().height(), metrics.height())
    room = max(1, label.width() - around)
    widest = max((metrics.horizontalAdvance(piece) for piece in _PIECES.findall(label.text())), default=0)
    box = metrics.boundingRect(QRect(0, 0, room, 100_000), WRAP | int(label.alignment()), label.text())
    return widest + around, box.height() - metrics.leading()


def _line_need(line: QLineEdit) -> tuple[int, int]:
    """A prompt must be readable whole; what one types may scroll."""
    metrics = line.fontMetrics()
    wide = metrics.horizontalAdvance(line.placeholderText()) if not line.text() else 0
    return wide + 12 if wide else 0, metrics.height()


def _over_the_edge(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or QWidget.size(widget).isEmpty():
        return False
    holder = parent.parentWidget()
    if isinstance(holder, QScrollArea) and parent is holder.viewport():
        return False  # it scrolls
    return not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry())


def cut_columns(root: QWidget) -> list[str]:
    """Headings of tables that do not fit their columns."""
    found = []
    for view in root.findChildren(QTableView):
        header = view.horizontalHeader()
        if not view.isVisible() or view.model() is None or not header.isVisible():
            continue
        for column in range(view.model().columnCount()):
            text = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
            if header.fontMetrics().horizontalAdvance(text) > header.sectionSize(column):
                found.append(f"heading {text!r} does not fit {header.sectionSize(column)} px: {who(view)}")
    return found


def sideways(root: QWidget) -> list[str]:
    """Pages scroll up and down, never sideways."""
    return [
        f"scrolls sideways by {area.horizontalScrollBar().maximum()} px: {who(area)}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def scrolls_within_scroll(root: QWidget) -> list[str]:
    """A list takes what height is left and scrolls by itself; then the page around it stands still."""
    return [
        f"scrolls by {area.verticalScrollBar().maximum()} px around a list: {who(view)}"
        for area in root.findChildren(QScrollArea)
        for view in area.findChildren(QAbstractItemView)
        if area.isVisible() and view.isVisible() and area.verticalScrollBar().maximum() > 0
    ]


def settle() -> None:
    """Let layouts and styles come to rest."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
