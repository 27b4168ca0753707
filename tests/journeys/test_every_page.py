"""Every page in the running program: names for the screen reader, targets one can hit, no Chinese left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QScrollBar, QWidget

from desk.codes.rules import Answer, Kind
from desk.codes.views import Identified
from tests.journeys.conftest import Running
from ui import pages

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LEAST = 48
OURS = ("锦绣苑", "南门", "陈老师", "陈秀兰")  # the estate's own names stay as they are
ARGUMENTS: dict[str, dict[str, Any]] = {
    "result": {"answer": Identified(Answer.EXPIRED, kind=Kind.PASS)},
    "choices": {"digits": "345678"},
}
NAMES = [spec.name for spec in pages.specs() if spec.name != "welcome"]


def shown(running: Running, name: str) -> QWidget:
    running.shell.to(name, **ARGUMENTS.get(name, {}))
    running.until(lambda: running.front() == name)
    running.qtbot.wait(150)
    page = running.page()
    assert isinstance(page, QWidget)
    return page


def visible(page: QWidget) -> Iterator[QWidget]:
    return (w for w in page.findChildren(QWidget) if w.isVisible() and not isinstance(w, QScrollBar))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def own(widget: QWidget) -> bool:
    """Not a part Qt makes inside another widget (the line of a spin box, a view's viewport)."""
    parent = widget.parentWidget()
    return not widget.objectName().startswith("qt_") and not isinstance(parent, (QAbstractSpinBox, QComboBox))


@pytest.mark.parametrize("name", NAMES)
def test_everything_one_can_reach_has_a_name(on_duty: Running, name: str) -> None:
    page = shown(on_duty, name)
    reachable = [w for w in visible(page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and own(w)]
    nameless = [f"{type(w).__name__} at {w.geometry().getRect()}" for w in reachable if not name_of(w)]
    assert not nameless


@pytest.mark.parametrize("name", NAMES)
def test_every_target_can_be_hit(on_duty: Running, name: str) -> None:
    page = shown(on_duty, name)
    targets = [w for w in visible(page) if isinstance(w, (QAbstractButton, QLineEdit, QComboBox)) and own(w)]
    small = [f"{type(w).__name__} {name_of(w)!r} {w.width()}x{w.height()}" for w in targets if w.height() < LEAST]
    assert not small


@pytest.mark.parametrize("name", NAMES)
def test_no_chinese_is_left_in_english(on_duty: Running, name: str) -> None:
    on_duty.shell.extras["looks"].set_language("en")
    page = shown(on_duty, name)
    texts = [w.text() for w in visible(page) if isinstance(w, (QLabel, QAbstractButton))]
    texts += [w.placeholderText() for w in visible(page) if isinstance(w, QLineEdit)]
    texts += [w.toolTip() for w in visible(page)] + [w.accessibleName() for w in visible(page)]
    left = [text for text in texts if CHINESE.search(_without_names(text))]
    assert not left


@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_the_smallest_screen_at_double_size(on_duty: Running, name: str) -> None:
    on_duty.shell.extras["looks"].set_base_px(40)
    page = shown(on_duty, name)
    on_duty.window.resize(1366, 768)
    on_duty.qtbot.wait(50)
    assert (on_duty.window.width(), on_duty.window.height()) == (1366, 768)
    beyond = [
        w
        for w in visible(page)
        if isinstance(w, QAbstractButton) and w.mapTo(page, w.rect().topRight()).x() > page.width()
    ]
    assert not [name_of(w) for w in beyond]
    on_duty.shell.extras["looks"].set_base_px(24)


def _without_names(text: str) -> str:
    for name in OURS:
        text = text.replace(name, "")
    return text
