"""ActBar and the tight page: keys and icons give way before a second row does; the heading and the foot shrink."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme, current
from ui.widgets import BigButton, Page
from ui.widgets.act_bar import ActBar


@pytest.fixture(autouse=True)
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", 40)
    yield
    apply_theme(qapp, "light", 24)


def bar(qtbot: QtBot) -> tuple[ActBar, list[BigButton]]:
    made = ActBar()
    qtbot.addWidget(made)
    buttons = [
        BigButton("登记离开", "main", "door-exit", "F2"),
        *(BigButton("今晚住下", "quiet", "moon") for _ in range(3)),
    ]
    for button in buttons:
        made.add(button)
    return made, buttons


def rows(buttons: list[BigButton]) -> int:
    return len({button.geometry().center().y() for button in buttons})


def test_only_a_tight_row_leaves_out_keys_and_icons(qtbot: QtBot) -> None:
    made, buttons = bar(qtbot)
    whole = sum(button.width_at(0) for button in buttons)
    made.resize(whole - 60, 300)
    made.show()
    assert rows(buttons) == 2
    made.be_tight(True)
    qtbot.waitUntil(lambda: rows(buttons) == 1)
    assert all(button.width() >= button.width_at(3) for button in buttons)
    made.be_tight(False)
    qtbot.waitUntil(lambda: rows(buttons) == 2)


def test_with_room_nothing_is_left_out(qtbot: QtBot) -> None:
    made, buttons = bar(qtbot)
    made.resize(4000, 300)
    made.show()
    made.be_tight(True)
    assert [button.width() for button in buttons] == [button.width_at(0) for button in buttons]


def test_what_never_fits_wraps_whole_words(qtbot: QtBot) -> None:
    made, buttons = bar(qtbot)
    made.resize(500, 600)
    made.show()
    made.be_tight(True)
    assert rows(buttons) > 1
    assert all(button.width() >= button.width_at(3) for button in buttons)


def test_a_tight_page_gives_its_body_room(qtbot: QtBot) -> None:
    page = Page("今天还有 3 位预约没来")
    page.add_action(BigButton("返回", "quiet", "", "Esc"))
    qtbot.addWidget(page)
    page.resize(1200, 1000)
    page.show()
    qtbot.waitUntil(lambda: not page.tight() and 700 < page.scroller.height() < 800)
    roomy = page.height() - page.scroller.height()
    page.resize(1200, 560)
    qtbot.waitUntil(lambda: page.tight() and page.height() - page.scroller.height() < roomy)
    heading = page.findChild(QLabel)
    assert isinstance(heading, QLabel)
    assert heading.font().pixelSize() == current().text("lead")
    assert heading.text() == page.heading()
    assert heading.textFormat() == Qt.TextFormat.PlainText
