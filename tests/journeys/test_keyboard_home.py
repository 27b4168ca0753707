"""The scan line is home: whatever had the keyboard goes out of sight, the next key is meant for the scan line."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk.core.ids import new_id
from desk.reception import reads, service
from tests.faults.victims import request
from tests.journeys.conftest import Running
from ui.shell.ports import Question

LEFT, ENTER, ESC = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape


def here(running: Running) -> QWidget | None:
    """Who has the keyboard once everything posted is done."""
    QApplication.processEvents()
    return running.window.focusWidget()


def at_home(running: Running) -> bool:
    return here(running) is running.window.scan_line.field


@pytest.fixture
def card(on_duty: Running) -> Any:
    """The card of a guest who is inside."""
    visit = new_id(on_duty.clock.now_ms())
    on_duty.write(lambda u: service.admit(u, request(visit, "欧阳小满")))
    on_duty.shell.to("visit", visit_id=visit)
    on_duty.until(lambda: on_duty.front() == "visit" and on_duty.page().model is not None)
    assert at_home(on_duty)
    return on_duty.page()


def press(running: Running, key: Qt.Key) -> None:
    running.qtbot.keyClick(here(running) or running.window, key)


def test_after_a_correction(on_duty: Running, card: Any) -> None:
    on_duty.qtbot.mouseClick(card.correct, LEFT)
    panel = card.panels["correct"]
    assert here(on_duty) is panel.lines["name"]
    panel.lines["plate"].setText("沪A12345")
    panel.reason.setText("听错了")
    on_duty.qtbot.mouseClick(panel.main(), LEFT)
    on_duty.until(lambda: any(event.kind == "corrected" for event in card.model.events))
    assert at_home(on_duty)


def test_enter_in_a_correction_is_not_the_act_of_the_card_behind(on_duty: Running, card: Any) -> None:
    on_duty.qtbot.mouseClick(card.correct, LEFT)
    press(on_duty, ENTER)
    panel = card.panels["correct"]
    assert here(on_duty) is panel.reason, "the reason is asked for"
    panel.reason.setText("人数说错了")
    panel.party.show_value(3)
    press(on_duty, ENTER)
    on_duty.until(lambda: any(event.kind == "corrected" for event in card.model.events))
    row = on_duty.read(lambda r: reads.visit(r, card.model.visit_id)).row
    assert (row.state, row.party_size) == ("admitted", 3), "nobody was checked out by it"


def test_after_esc_in_a_panel(on_duty: Running, card: Any) -> None:
    for button in (card.reveal, card.correct, card.watch):
        on_duty.qtbot.mouseClick(button, LEFT)
        assert not at_home(on_duty)
        press(on_duty, ESC)
        assert on_duty.front() == "visit"
        assert at_home(on_duty)


def test_after_a_button_that_goes_away(on_duty: Running, card: Any) -> None:
    on_duty.qtbot.mouseClick(card.out, LEFT)
    on_duty.until(lambda: bool(card.model.state == "left"))
    assert not card.out.isVisible()
    assert at_home(on_duty)


def test_after_a_card_left_by_the_mouse(on_duty: Running, card: Any) -> None:
    on_duty.qtbot.mouseClick(card.leave, LEFT)
    on_duty.until(lambda: on_duty.front() == "today")
    assert at_home(on_duty)


def test_no_field_of_the_next_page_takes_it(on_duty: Running, card: Any) -> None:
    """A button of one page opens another that has fields first in its order."""
    card.watch.setFocus()
    on_duty.shell.to("find")
    assert at_home(on_duty)


def test_after_a_question_over_a_page_that_changed(on_duty: Running, card: Any) -> None:
    card.correct.setFocus()
    on_duty.shell._ports.say.ask(Question("问一句", "一句话", "好", "不"), lambda: None)
    on_duty.shell.to("today")
    assert not at_home(on_duty)
    press(on_duty, ESC)
    assert at_home(on_duty)


def test_after_what_had_it_was_deleted(on_duty: Running) -> None:
    assert on_duty.window.rail is not None
    on_duty.window.rail.button("today").setFocus()
    on_duty.shell._show_session()  # a new rail: other rights
    on_duty.until(lambda: at_home(on_duty))


def tab_to(running: Running, wanted: QWidget) -> None:
    for _ in range(60):
        if here(running) is wanted:
            return
        press(running, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes there")


def test_a_legal_hold_by_keyboard_alone(on_duty: Running, card: Any) -> None:
    tab_to(on_duty, card.hold)
    press(on_duty, ENTER)
    panel = card.panels["hold"]
    assert here(on_duty) is panel.authority
    panel.authority.setText("示例派出所")
    tab_to(on_duty, panel.reason)  # by the parts of the date
    panel.reason.setText("来函 17 号")
    press(on_duty, ENTER)
    on_duty.until(lambda: card.holds.isVisible())
    assert at_home(on_duty)


@pytest.fixture
def list_of_those_inside(on_duty: Running, card: Any) -> Any:
    """The page that lists them; Tab has come into its list."""
    on_duty.shell.to("inside")
    on_duty.until(lambda: on_duty.front() == "inside" and bool(on_duty.page().model.rows))
    page = on_duty.page()
    assert page.main_button() is None
    for _ in range(60):
        if here(on_duty) is page.table:
            break
        press(on_duty, Qt.Key.Key_Tab)
    assert here(on_duty) is page.table
    assert page.leave.isVisible()
    return page


def test_what_tab_alone_has_marked_in_a_list_is_not_meant_later(on_duty: Running, list_of_those_inside: Any) -> None:
    page = list_of_those_inside
    on_duty.window.scan_line.field.setFocus()
    assert page.table.current_row() is None
    press(on_duty, ENTER)
    assert len(on_duty.read(reads.inside)) == 1, "nobody was checked out"


def test_nor_when_one_comes_back_to_the_page(on_duty: Running, list_of_those_inside: Any) -> None:
    page = list_of_those_inside
    on_duty.shell.to("today")
    on_duty.shell.to("inside")
    assert page.table.current_row() is None
    assert page.main_button() is None


def test_but_the_buttons_of_the_page_act_on_it_and_a_key_makes_it_meant(
    on_duty: Running, list_of_those_inside: Any
) -> None:
    page = list_of_those_inside
    page.leave.setFocus()
    assert page.table.current_row() is not None
    page.table.setFocus()
    press(on_duty, Qt.Key.Key_Home)
    on_duty.window.scan_line.field.setFocus()
    assert page.table.current_row() is not None
