"""Pick boxes, short lists and dates: keys instead of positions, tall rows, readable weekends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme, current
from ui.widgets import DateField, KeyList, PickBox, Stepper

KINDS = (("guest", "亲友"), ("domestic", "家政"), ("contractor", "装修"))


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp)


def test_a_box_keeps_its_key_when_the_words_change(qtbot: QtBot) -> None:
    box, told = PickBox(KINDS), []
    qtbot.addWidget(box)
    box.picked.connect(told.append)
    box.set_key("domestic")
    box.set_choices([("domestic", "Domestic help"), ("guest", "Guest")])
    assert (box.key(), box.currentText(), told) == ("domestic", "Domestic help", [])
    box.set_choices([("guest", "Guest")])
    assert box.key() == "guest"
    qtbot.keyClick(box, Qt.Key.Key_Home)
    box.set_choices([])
    assert box.key() == ""


def test_only_a_person_picking_is_told_and_the_wheel_picks_nothing(qtbot: QtBot) -> None:
    box, told = PickBox(KINDS), []
    qtbot.addWidget(box)
    box.picked.connect(told.append)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    none = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, *none, False)
    QApplication.sendEvent(box, turn)
    assert (box.key(), told) == ("domestic", ["domestic"])


def test_the_rows_of_both_lists_can_be_hit(qtbot: QtBot) -> None:
    box, hits = PickBox(KINDS), KeyList()
    hits.set_rows([("room", "3 栋 1 单元 1202", "home"), ("phone", "电话尾号 1202", "phone")])
    for widget in (box, hits):
        qtbot.addWidget(widget)
        widget.show()
    assert box.view().sizeHintForRow(0) >= 48
    rows = [hits.visualItemRect(hits.item(i)) for i in range(2)]
    assert [row.height() >= 54 for row in rows] == [True, True]
    assert rows[1].top() >= rows[0].bottom()


def test_a_short_list_is_opened_by_enter_and_click(qtbot: QtBot) -> None:
    hits, told = KeyList(), []
    qtbot.addWidget(hits)
    hits.opened.connect(told.append)
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    hits.set_rows([("room", "3 栋 1 单元 1202", "home"), ("phone", "电话尾号 1202", "")])
    hits.show()
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=hits.visualItemRect(hits.item(1)).center())
    assert told == ["room", "phone"]
    assert hits.key() == "phone"
    hits.set_rows([])
    assert hits.key() == ""


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_weekends_can_be_read_in_every_scheme(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    field = DateField(QDate(2026, 11, 22), least=QDate(2026, 11, 1))
    qtbot.addWidget(field)
    apply_theme(qapp, scheme)
    sunday = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert sunday.foreground().color() == QColor(current().colors.ink)
    assert field.text() == "2026-11-22"
    field.setDate(QDate(2026, 10, 1))
    assert field.date() == QDate(2026, 11, 1)


def test_a_number_stands_between_its_buttons_from_the_first(qtbot: QtBot) -> None:
    made = Stepper(2, 3)
    qtbot.addWidget(made)
    assert (made._figure.text(), made.value(), made._minus.isEnabled()) == ("2", 2, False)
    made._plus.click()
    assert (made._figure.text(), made._plus.isEnabled()) == ("3", False)
