"""The audits themselves: each finds the fault that is planted, and nothing on a plain good page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import audit, audit_words
from ui.theme import apply_theme
from ui.widgets import BigButton, label


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> QWidget:
    """A page with nothing wrong: a line, two buttons, a sentence."""
    apply_theme(qapp)
    root = QWidget()
    qtbot.addWidget(root)
    column, foot = QVBoxLayout(root), QHBoxLayout()
    line = QLineEdit()
    line.setAccessibleName("姓名")
    line.setMinimumHeight(56)
    column.addWidget(label("请写姓名"))
    column.addWidget(line)
    for words, kind in (("放行", "main"), ("返回", "quiet")):
        foot.addWidget(BigButton(words, kind))
    column.addLayout(foot)
    root.resize(500, 300)
    root.show()
    root.activateWindow()
    line.setFocus()
    audit_words.settle()
    return root


def add(page: QWidget, widget: QWidget) -> QWidget:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    audit_words.settle()
    return widget


def test_a_good_page_has_no_fault(page: QWidget) -> None:
    walk = audit.tab_walk(page)
    found = audit.nameless(page) + audit.fixed_names(page) + audit.small_targets(page) + audit_words.cut_off(page)
    found += audit.out_of_reach(page, walk) + audit.wrong_order(page, walk) + audit_words.wrong_language(page, "zh_CN")
    assert not found + audit.too_wide(page, 1366, 768) + audit_words.sideways(page)


def test_what_has_no_name_and_what_is_too_small(page: QWidget) -> None:
    add(page, QLineEdit()).setFixedHeight(30)
    assert len(audit.nameless(page)) == 1
    assert len(audit.small_targets(page)) == 1


def test_a_label_that_is_spoken_otherwise(page: QWidget) -> None:
    add(page, QLabel("12 人在场")).setAccessibleName("在场")
    assert len(audit.fixed_names(page)) == 1


def test_words_that_are_cut(page: QWidget) -> None:
    add(page, label("这一句话太长，放不进这么窄的地方", wrap=False)).setFixedWidth(80)
    add(page, label("这一句话要好几行，可是只有一行的地方")).setFixedSize(90, 20)
    prompt = QLineEdit()
    prompt.setPlaceholderText("请扫码、刷卡，或输入姓名、拼音、房号、电话尾号")
    add(page, prompt).setFixedWidth(120)
    assert len(audit_words.cut_off(page)) == 3


def test_a_page_that_scrolls_sideways(page: QWidget) -> None:
    area, wide = QScrollArea(), QWidget()
    wide.setFixedSize(3000, 20)
    area.setWidget(wide)
    add(page, area)
    assert len(audit_words.sideways(page)) == 1


def test_words_of_another_language_and_names_in_full(page: QWidget) -> None:
    add(page, label("Scan 二维码 F5 PDF"))
    assert len(audit_words.wrong_language(page, "zh_CN")) == 1
    assert len(audit_words.wrong_language(page, "en")) >= 4
    assert len(audit_words.told_in_full(page, ["二维码", "不在这里"])) == 1


def test_tab_that_jumps_or_never_comes(page: QWidget) -> None:
    first, second = add(page, QPushButton("上")), add(page, QPushButton("下"))
    line = page.findChildren(QLineEdit)[0]
    QWidget.setTabOrder(second, first)
    QWidget.setTabOrder(first, line)
    audit_words.settle()
    assert audit.wrong_order(page, audit.tab_walk(page))
    assert len(audit.out_of_reach(page, [])) == 5


def test_two_filled_buttons_and_enter_that_does_another_thing(page: QWidget) -> None:
    main, other = page.findChildren(BigButton)
    assert not audit.filled_button_is_not_enter(page, main)
    assert len(audit.filled_button_is_not_enter(page, other)) == 1
    add(page, BigButton("也行", "main"))
    assert len(audit.filled_button_is_not_enter(page, main)) == 1
