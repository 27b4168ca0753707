"""Audits of what stands on the screen: each returns one sentence per fault, naming the widget. Words: audit_words.py."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.widgets.buttons import BigButton

LEAST, LEAST_MAIN = 48, 60
MAIN_KINDS = ("main", "tile")
EDITORS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
TARGETS = (QAbstractButton, QAbstractSlider, *EDITORS)
MOST_TABS = 400
PARTS = 3  # Tab goes through the hours and the minutes, or the year, month and day, of one field


def shown(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget of ours under the root; the insides of Qt's own widgets are theirs."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not _inside_of_qt(widget):
            yield widget


def _inside_of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView):
        return True
    while parent is not None:
        if isinstance(parent, EDITORS):
            return True
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return isinstance(widget.parentWidget(), QAbstractScrollArea) and not isinstance(
        widget.parentWidget(), QScrollArea | QAbstractItemView
    )


def who(widget: QWidget) -> str:
    """How a fault names a widget: its class, the class it stands in, its words."""
    words = ""
    for method in ("text", "placeholderText", "currentText"):
        if hasattr(widget, method):
            words = words or str(getattr(widget, method)())
    inside = widget.parentWidget()
    while inside is not None and type(inside).__module__.startswith("PySide6"):
        inside = inside.parentWidget()
    place = f" in {type(inside).__module__}.{type(inside).__name__}" if inside is not None else ""
    return f"{type(widget).__name__} {(words or widget.accessibleName())[:40]!r}{place}"


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def where(widget: QWidget, root: QWidget) -> QRect:
    """Its rectangle in the root."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), QWidget.size(widget))


def nameless(root: QWidget) -> list[str]:
    """What takes the keyboard must tell a screen reader what it is."""
    return [
        f"no accessible name: {who(widget)}"
        for widget in shown(root)
        if takes_tab(widget) and not spoken_name(widget).strip()
    ]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def fixed_names(root: QWidget) -> list[str]:
    """A label whose accessible name is fixed says something else than what it shows."""
    return [
        f"label {label.text()!r} is spoken as {label.accessibleName()!r}"
        for label in root.findChildren(QLabel)
        if label.isVisible() and label.text() and label.accessibleName() and label.text() not in label.accessibleName()
    ]


def small_targets(root: QWidget) -> list[str]:
    """48 px everywhere, 60 px for the action of the page and for tiles."""
    found = []
    for widget in shown(root):
        if not isinstance(widget, TARGETS) or type(widget).__name__ in ("QScrollBar", "QTableCornerButton"):
            continue
        main = isinstance(widget, BigButton) and widget.property("role") in MAIN_KINDS
        least = LEAST_MAIN if main else LEAST
        if widget.height() < least or widget.width() < LEAST:
            found.append(f"target of {widget.width()}x{widget.height()} px: {who(widget)}")
    for view in root.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and view.model().rowCount() and view.sizeHintForRow(0) > 0:
            high = view.visualRect(view.model().index(0, 0)).height()
            if 0 < high < LEAST:
                found.append(f"rows of {high} px: {who(view)}")
    return found


def tab_walk(window: QWidget) -> list[QWidget]:
    """The widgets Tab comes to, pressed for real until it has gone round."""
    walk: list[QWidget] = []
    for _ in range(MOST_TABS):
        widget = QApplication.focusWidget()
        if widget is None or widget in walk[:-PARTS]:
            break
        walk.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return list(dict.fromkeys(walk))


def wrong_order(page: QWidget, walk: Sequence[QWidget]) -> list[str]:
    """Tab goes as one reads: never to something above in the same column, never to the left in the same line."""
    inside = [widget for widget in walk if page.isAncestorOf(widget)]
    found = []
    for first, then in itertools.pairwise(inside):
        if (ground := _ground(first)) is not _ground(then):
            continue  # one of them scrolls: the frame keeps their order
        a, b = where(first, ground), where(then, ground)
        above = b.bottom() < a.top() and b.left() <= a.center().x()  # not the head of the next column
        same_line = abs(a.center().y() - b.center().y()) < min(a.height(), b.height()) / 2
        if above or (same_line and b.right() < a.left()):
            found.append(f"Tab goes back from {who(first)} to {who(then)}")
    return found


def _ground(widget: QWidget) -> QWidget:
    """What it lies on: the content of the area that scrolls it, else the window."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QScrollArea) and not parent.isWindow():
        parent = parent.parentWidget()
    if parent is not None and isinstance(parent.parentWidget(), QScrollArea):
        area = parent.parentWidget()
        assert isinstance(area, QScrollArea)
        return area.widget() or area
    return widget.window()


def out_of_reach(root: QWidget, walk: Sequence[QWidget]) -> list[str]:
    """What Tab never comes to."""
    reached = set(walk)
    wanted = [widget for widget in shown(root) if takes_tab(widget)]
    return [f"Tab never reaches {who(widget)}" for widget in wanted if not _reached(widget, reached)]


def _reached(widget: QWidget, reached: set[QWidget]) -> bool:
    """One of an exclusive group is enough: the arrows go on from there."""
    if widget in reached or any(widget.isAncestorOf(one) for one in reached):
        return True
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        return any(one in reached for one in group.buttons())
    return widget.autoExclusive() and any(
        isinstance(one, QAbstractButton) and one.parentWidget() is widget.parentWidget() for one in reached
    )


def filled_button_is_not_enter(page: QWidget, main: QAbstractButton | None) -> list[str]:
    """One filled button, and Enter is what it does."""
    filled = [b for b in page.findChildren(BigButton) if b.isVisible() and b.property("role") == "main"]
    found = [f"{len(filled)} filled buttons: {', '.join(who(b) for b in filled)}"] if len(filled) > 1 else []
    if len(filled) == 1 and filled[0].isEnabled() and main is not filled[0]:
        found.append(f"Enter does not press the filled button {who(filled[0])}")
    return found


def too_wide(window: QWidget, wide: int, high: int) -> list[str]:
    """The window must be able to be as small as the least screen."""
    least = window.minimumSizeHint()
    if least.width() > wide or least.height() > high:
        return [f"needs {least.width()}x{least.height()} of {wide}x{high}"]
    return []
