"""What lies over a page is held to the same as pages: questions and the rail, by size, name, Tab and a screen reader's press."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui import audit, audit_words
from ui.theme import apply_theme
from ui.widgets.dialog_card import DialogCard
from ui.widgets.nav_rail import NavItem, NavRail

LONG = "这一步做了就不能撤销。请再看一遍，想好了再按。" * 3


@pytest.mark.parametrize(("scheme", "base"), [("light", 24), ("contrast", 24), ("light", 40)])
def test_a_question_is_large_named_and_whole(qapp: QApplication, qtbot: QtBot, scheme: str, base: int) -> None:
    apply_theme(qapp, scheme, base)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    card = DialogCard(window, "真的要删掉吗？", LONG, "alert-triangle")
    card.add_button("先不要", "quiet", "no", "Esc")
    card.add_button("删掉", "danger", "yes")
    card.open()
    audit_words.settle()
    assert not audit.small_targets(card) + audit.nameless(card) + audit_words.cut_off(card)
    assert window.rect().contains(card.geometry())
    assert card.accessibleName() == "真的要删掉吗？"
    card.finish("no")
    apply_theme(qapp)


def test_a_screen_reader_that_toggles_a_room_opens_it_once(qapp: QApplication, qtbot: QtBot) -> None:
    rail = NavRail([NavItem("today", "home", "今日"), NavItem("admit", "user-plus", "登记")])
    qtbot.addWidget(rail)
    rail.set_current("today")
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.button("admit").toggle()  # all that AT-SPI does to a button that can be checked
    assert chosen == ["admit"]
    rail.set_current("today")  # the program itself marks a room without opening it
    assert chosen == ["admit"]
    qtbot.waitUntil(lambda: not rail._told)
    rail.button("admit").click()
    assert chosen == ["admit", "admit"]
