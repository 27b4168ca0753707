"""Tab goes as one reads: by the layouts, from top to bottom and from left to right, whenever widgets were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QStackedWidget, QWidget

_BACKWARDS = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


def tab_on(root: QWidget, here: QWidget | None, forward: bool) -> bool:
    """Give the keyboard to the next stop under the root; False when `here` is not among its widgets.

    Qt's own order is that of making: a list drawn anew would come after the buttons below it.
    """
    stops = list(_stops(root, here))
    if here is None or here not in stops or len(stops) < 2:
        return False
    target = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(target)
    return True


def _stops(widget: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """What takes Tab, and where one is, in reading order. A column beside another comes after it as a whole."""
    if widget.isHidden():
        return
    if widget is here or (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()):
        yield widget
    if isinstance(widget, QScrollArea):
        if widget.widget() is not None:
            yield from _stops(widget.widget(), here)
    elif isinstance(widget, QStackedWidget):
        if widget.currentWidget() is not None:
            yield from _stops(widget.currentWidget(), here)
    elif widget.layout() is not None:
        yield from _within(widget.layout(), here)


def _within(layout: QLayout, here: QWidget | None) -> Iterator[QWidget]:
    items = [layout.itemAt(n) for n in range(layout.count())]
    if isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS:
        items.reverse()
    for item in items:
        if item.widget() is not None:
            yield from _stops(item.widget(), here)
        elif item.layout() is not None:
            yield from _within(item.layout(), here)


def _bring_into_sight(widget: QWidget) -> None:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
