"""Whole stories of visitors, through the real window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.codes import service as codes
from desk.codes.rules import Kind
from desk.codes.wedge import SWALLOW_MS
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.ids import new_id
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.rules_windows import Window
from desk.reception.views import AdmitRequest
from tests.journeys.conftest import Running

NAME, PINYIN = "邹测试", "zoucs"


def home(u: Any) -> str:
    found = find_household(u, "3-1-1202")
    assert found is not None
    return found.id


def before(running: Running, **fields: Any) -> None:
    """Somebody was here an hour ago and left."""

    def work(u: Any) -> None:
        draft = Draft(VisitorType.GUEST, name=NAME, household_id=home(u), **fields)
        done = service.admit(u, AdmitRequest(new_id(u.now), draft, Proof.PHONE))
        service.checkout(u, done.visit_id)

    running.write(work)
    running.clock.advance(HOUR_MS // 60)


def key(running: Running, press: Qt.Key) -> None:
    running.qtbot.keyClick(running.window.focusWidget() or running.window, press)


def write(field: QWidget, text: str) -> None:
    """As an input method commits it: no burst of keys, which would be a scanner."""
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def scanner(running: Running, text: str) -> None:
    """A keyboard scanner: a burst of keys and Enter."""
    target = running.window.focusWidget() or running.window
    for char in text:
        running.qtbot.keyClick(target, char)
    running.qtbot.keyClick(target, Qt.Key.Key_Return)
    running.qtbot.wait(2 * SWALLOW_MS)  # a person's next Enter comes later than the scanner's second line end


def form(running: Running, kind: str = "guest") -> Any:
    """The form of a type, through F2."""
    key(running, Qt.Key.Key_F2)
    running.until(lambda: running.front() == "admit")
    page = running.page()
    if page.model.kind != kind:
        page.types.tile(kind).click()
    return page


def pick_door(running: Running, page: Any, words: str = "3-1-1202") -> None:
    write(page.fields.door.line, words)
    running.until(page.fields.door.has_rows)
    running.qtbot.keyClick(page.fields.door.line, Qt.Key.Key_Return)
    assert page.model.door is not None


def visits(running: Running, words: str = NAME) -> Any:
    return running.read(lambda r: reads.find(r, words))


def test_a_guest_by_household_code_is_found_by_pinyin_and_leaves(on_duty: Running) -> None:
    issued = on_duty.write(lambda u: codes.issue(u, Kind.INDOOR, home(u)))
    page = form(on_duty)
    scanner(on_duty, issued.text)
    on_duty.until(lambda: page.model.proof == "code")
    assert on_duty.front() == "admit"
    name = page.fields.lines["name"].line
    on_duty.until(lambda: on_duty.window.focusWidget() is name)
    scanner(on_duty, issued.text)  # once more, with the keyboard in the form: still a scan, nothing typed
    assert (on_duty.front(), name.text(), page.model.proof) == ("admit", "", "code")
    write(name, NAME)
    page.main_button().click()
    on_duty.until(lambda: page.model.done is not None)
    on_duty.until(lambda: on_duty.window.focusWidget() is on_duty.window.scan_line.field)
    key(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() != "admit")

    on_duty.window.scan_line.field.setFocus()
    on_duty.qtbot.keyClicks(on_duty.window.scan_line.field, PINYIN)
    on_duty.until(lambda: on_duty.front() == "find" and bool(on_duty.page().rows()))
    on_duty.page().hits.setFocus()
    on_duty.qtbot.keyClick(on_duty.page().hits, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() == "visit" and on_duty.page().model is not None)
    assert on_duty.page().model.state == "admitted"
    assert on_duty.page().model.proof == "code"
    button = on_duty.page().main_button()
    assert button is on_duty.page().out
    button.click()
    on_duty.until(lambda: [row.state for row in visits(on_duty)] == [VisitState.LEFT])
    on_duty.until(on_duty.window.notes.undo.isVisible)


def test_two_clicks_on_admit_write_one_visit(on_duty: Running) -> None:
    page = form(on_duty)
    pick_door(on_duty, page)
    page.fields.lines["name"].line.setFocus()
    write(page.fields.lines["name"].line, NAME)
    page.side.chooser.tile("phone").click()
    on_duty.qtbot.mouseDClick(page.go, Qt.MouseButton.LeftButton)
    page._presenter.admit()
    on_duty.until(lambda: page.model.done is not None)
    assert on_duty.program.desk.lanes.drain("disk-write")
    rows = visits(on_duty)
    assert [row.state for row in rows] == [VisitState.ADMITTED]
    detail = on_duty.read(lambda r: reads.visit(r, rows[0].id))
    assert [event.kind for event in detail.events] == ["admitted"]


def test_a_contractor_with_a_permit(on_duty: Running) -> None:
    now = on_duty.clock.now_ms()
    window = Window(now - DAY_MS, now + DAY_MS)
    permit = on_duty.write(
        lambda u: service.add_permit(u, permit_no="装修1", company="测试装饰", window=window, household_id=home(u))
    )
    page = form(on_duty, "contractor")
    pick_door(on_duty, page)
    write(page.fields.lines["name"].line, NAME)
    write(page.fields.lines["company"].line, "测试装饰")
    on_duty.until(lambda: bool(page.model.permits))
    page.permit.row(0).click()
    page.side.chooser.tile("intercom").click()
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
    detail = on_duty.read(lambda r: reads.visit(r, page.model.done.visit_id))
    assert detail.permit_id == permit


def test_an_announced_guest_says_six_digits(on_duty: Running) -> None:
    on_duty.shell.to("expected")
    page = on_duty.page()
    on_duty.until(lambda: page.model.loaded)
    page.new.click()
    write(page.announce.door.line, "3-1-1202")
    on_duty.until(page.announce.door.has_rows)
    page.announce.door.pick_first()
    page.announce.name.setText(NAME)
    page.announce.with_pass.click()
    on_duty.until(lambda: on_duty.front() == "passcard" and on_duty.page().model is not None)
    digits = on_duty.page().model.issued.digits

    field = on_duty.window.scan_line.field
    write(field, digits)
    on_duty.qtbot.keyClick(field, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() == "choices")
    on_duty.page().buttons()[0].click()
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    on_duty.page().main_button().click()
    on_duty.until(lambda: [row.state for row in visits(on_duty)] == [VisitState.ADMITTED])
    assert NAME not in [row.name for row in visits(on_duty)], "lists stay masked"


def test_a_returning_visitor_fills_the_form(on_duty: Running) -> None:
    before(on_duty, phone="10400001111", plate="沪A12345")
    page = form(on_duty)
    write(page.fields.lines["name"].line, NAME)
    on_duty.until(lambda: any(one.kind == "person" for one in page.model.suggestions))
    assert page.fields.lines["phone"].line.text() == ""
    page.side.cards[0].yes_button().click()
    on_duty.until(lambda: page.model.door is not None)
    assert page.fields.lines["phone"].line.text() == "10400001111"
    assert page.fields.lines["plate"].line.text() == "沪A12345"


def test_the_watch_list_advises_and_lets_in(on_duty: Running) -> None:
    on_duty.write(
        lambda u: service.watch_add(
            u, name=NAME, reason="冒充安检", advice="请看证件", owner="物业", expires_at=u.now + DAY_MS
        )
    )
    page = form(on_duty)
    pick_door(on_duty, page)
    write(page.fields.lines["name"].line, NAME)
    on_duty.until(lambda: any(one.kind == "watch" for one in page.model.suggestions))
    on_duty.until(page.side.cards[0].yes_button().isVisible)
    page.side.cards[0].yes_button().click()
    page.side.chooser.tile("phone").click()
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
    assert visits(on_duty)[0].watched


def test_a_correction_stands_beside_what_was_written(on_duty: Running) -> None:
    before(on_duty, plate="沪A11111")
    on_duty.shell.to("visit", visit_id=visits(on_duty)[0].id)
    on_duty.until(lambda: on_duty.front() == "visit" and on_duty.page().model is not None)
    page = on_duty.page()
    page.correct.click()
    panel = page.panels["correct"]
    write(panel.lines["plate"], "沪A22222")
    write(panel.reason, "听错了")
    panel.save()
    on_duty.until(lambda: any(event.kind == "corrected" for event in page.model.events))
    assert page.model.plate == "沪A·**222"
    assert page.model.events[0].kind == "admitted"


@pytest.mark.parametrize("how", ["rider", "lock", "language"])
def test_a_half_filled_form_survives(on_duty: Running, how: str) -> None:
    page = form(on_duty)
    pick_door(on_duty, page)
    write(page.fields.lines["name"].line, NAME)
    if how == "rider":
        key(on_duty, Qt.Key.Key_F5)
        on_duty.until(on_duty.window.notes.undo.isVisible)
    elif how == "lock":
        key(on_duty, Qt.Key.Key_F11)
        on_duty.until(lambda: on_duty.front() == "signon")
        on_duty.shell.stack.set_locked(False)
    else:
        on_duty.shell.extras["looks"].set_language("en")
    on_duty.until(lambda: on_duty.front() == "admit")
    page = on_duty.page()
    on_duty.until(lambda: page.model.door is not None)
    assert page.fields.lines["name"].line.text() == NAME


def test_a_form_survives_the_end_of_the_program(on_duty: Running) -> None:
    """What stands in the store a moment after the last key is there when the page is made anew."""
    page = form(on_duty)
    pick_door(on_duty, page)
    write(page.fields.lines["name"].line, NAME)
    on_duty.until(lambda: not page._keep.isActive())
    from desk.reception.reads_drafts import kept_draft

    on_duty.until(lambda: on_duty.read(lambda r: kept_draft(r, "admit")).get("values", {}).get("name") == NAME)
