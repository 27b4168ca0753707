"""Tab by the layouts: lists drawn anew stay where one reads them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.taborder import tab_on


def window(qtbot: QtBot) -> tuple[QWidget, dict[str, QWidget]]:
    """Two columns in a scrolling area over a foot; made from the foot up, so that Qt's own order is wrong."""
    root = QWidget()
    qtbot.addWidget(root)
    parts: dict[str, QWidget] = {
        "foot": QPushButton("foot"),
        "right": QLineEdit(),
        "low": QLineEdit(),
        "left": QLineEdit(),
    }
    columns, left, inside = QHBoxLayout(), QVBoxLayout(), QWidget()
    left.addWidget(parts["left"])
    left.addWidget(parts["low"])
    columns.addLayout(left)
    columns.addWidget(parts["right"])
    inside.setLayout(columns)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    all_of_it = QVBoxLayout(root)
    all_of_it.addWidget(area)
    all_of_it.addWidget(parts["foot"])
    root.show()
    root.activateWindow()
    return root, parts


def walk(root: QWidget, start: QWidget, steps: int, forward: bool = True) -> list[QWidget | None]:
    start.setFocus()
    found = []
    for _ in range(steps):
        assert tab_on(root, root.focusWidget(), forward)
        found.append(root.focusWidget())
    return found


def test_columns_one_after_the_other_then_the_foot_and_round(qtbot: QtBot) -> None:
    root, part = window(qtbot)
    assert walk(root, part["left"], 5) == [
        part["low"],
        part["right"],
        part["foot"],
        root.findChild(QScrollArea),
        part["left"],
    ]


def test_back_again(qtbot: QtBot) -> None:
    root, part = window(qtbot)
    assert walk(root, part["foot"], 3, forward=False) == [part["right"], part["low"], part["left"]]


def test_what_is_hidden_or_disabled_is_passed_over(qtbot: QtBot) -> None:
    root, part = window(qtbot)
    part["low"].hide()
    part["right"].setEnabled(False)
    assert walk(root, part["left"], 1) == [part["foot"]]


def test_the_keyboard_elsewhere_is_left_to_qt(qtbot: QtBot) -> None:
    root, _ = window(qtbot)
    other = QLineEdit()
    qtbot.addWidget(other)
    assert not tab_on(root, other, True)
    assert not tab_on(root, None, True)
