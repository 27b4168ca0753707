"""A day at the gate through the real window: riders, overstays, goods, guests who forgot, the roll call, the urgent card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.views import AdmitRequest
from tests.journeys.conftest import Running
from ui.pages.inside.model import Section
from ui.pages.today.model import Kind
from ui.widgets import DialogCard


def admit(running: Running, kind: VisitorType = VisitorType.GUEST, name: str = "欧阳测试", **fields: Any) -> str:
    visit_id = new_id(running.clock.now_ms())

    def work(u: Any) -> None:
        household = find_household(u, "3-1-1202")
        assert household is not None
        draft = Draft(kind, name=name, household_id=household.id, **fields)
        service.admit(u, AdmitRequest(visit_id, draft, Proof.PHONE))

    running.write(work)
    return visit_id


def later(running: Running, hours: int) -> None:
    """The wall clock goes on; nobody was idle, so nothing locks."""
    running.clock.set(running.clock.now_ms() + hours * HOUR_MS)
    running.shell.to("today")


def state(running: Running, visit_id: str) -> VisitState:
    return running.read(lambda r: reads.visit(r, visit_id)).row.state  # type: ignore[no-any-return]


def hold(running: Running, key: Qt.Key) -> None:
    """A key held down for a second, wherever the keyboard is."""
    field = running.window.scan_line.field
    running.qtbot.keyPress(field, key)
    running.until(lambda: running.front() in ("rollcall", "urgent"))
    running.qtbot.keyRelease(field, key)


def test_a_rider_is_counted_over_a_half_filled_form(on_duty: Running) -> None:
    on_duty.shell.to("goods")
    on_duty.page().foot.press("登记寄放")
    on_duty.page().park.what.setText("一箱水果")
    focus = QApplication.focusWidget() or on_duty.window.scan_line.field
    on_duty.qtbot.keyClick(focus, Qt.Key.Key_F5)
    on_duty.until(lambda: on_duty.read(reads.tally).today["rider"] == 1)
    assert (on_duty.front(), on_duty.page().park.what.text()) == ("goods", "一箱水果")
    on_duty.shell.to("today")
    on_duty.until(lambda: on_duty.page().model.passes == 1)
    on_duty.page().fast.tile("again").click()
    on_duty.until(lambda: on_duty.page().model.passes == 2)
    on_duty.until(lambda: on_duty.window.notes.undo.isVisible())
    on_duty.window.notes.undo.button.click()
    on_duty.until(lambda: on_duty.page().model.passes == 1)
    on_duty.shell.to("goods")
    assert on_duty.page().park.what.text() == "一箱水果"


def test_a_contractor_past_the_limit_is_dealt_with(on_duty: Running) -> None:
    visit = admit(on_duty, VisitorType.CONTRACTOR, name="王测试", company="安居装饰")
    later(on_duty, 12)
    on_duty.until(lambda: Kind.OVERSTAY in [one.kind for one in on_duty.page().model.matters])
    on_duty.page().attention.rows()[0].button.click()
    on_duty.until(lambda: on_duty.front() == "visit")
    on_duty.qtbot.keyClick(on_duty.window, Qt.Key.Key_Escape)
    on_duty.until(lambda: on_duty.front() == "today")
    on_duty.page().inside.click()
    on_duty.until(lambda: on_duty.front() == "inside" and len(on_duty.page().table.rows()) == 1)
    on_duty.page().table.mark(0)
    on_duty.page().leave.click()
    on_duty.until(lambda: state(on_duty, visit) is VisitState.LEFT)
    on_duty.shell.to("today")
    on_duty.until(lambda: on_duty.page().model.inside == 0)
    assert Kind.OVERSTAY not in [one.kind for one in on_duty.page().model.matters]


def test_guests_who_forgot_are_folded_closed_together_and_taken_back(on_duty: Running) -> None:
    visits = [admit(on_duty, name=f"王测试{n}") for n in range(3)]
    later(on_duty, 13)
    on_duty.until(lambda: on_duty.page().model.unregistered == 3)
    assert on_duty.page().attention.fold().text() == "另有 3 位亲友未登记离开"
    on_duty.page().attention.fold().click()
    on_duty.until(lambda: on_duty.front() == "inside" and len(on_duty.page().table.rows()) == 3)
    assert on_duty.page().model.section is Section.UNREGISTERED
    on_duty.page().all.click()
    on_duty.page().leave.click()
    on_duty.page().panel.answers()[0].click()
    on_duty.until(lambda: all(state(on_duty, one) is VisitState.LEFT for one in visits))
    on_duty.until(lambda: on_duty.window.notes.undo.isVisible())
    on_duty.window.notes.undo.button.click()
    on_duty.until(lambda: all(state(on_duty, one) is VisitState.ADMITTED for one in visits))


def test_goods_are_taken_in_and_handed_out_by_the_digits_typed_on_the_scan_line(on_duty: Running) -> None:
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F7)
    on_duty.until(lambda: on_duty.front() == "goods")
    page = on_duty.page()
    page.foot.press("登记寄放")
    page.park.door.line.setText("3-1-1202")
    on_duty.until(lambda: page.park.door.has_rows())
    page.park.door.pick_first()
    page.park.what.setText("一箱水果")
    page.main_button().click()
    on_duty.until(lambda: page.panel == "code")
    code = "".join(page.code.slip().code.split())
    on_duty.shell.to("today")
    on_duty.until(lambda: on_duty.page().model.goods == 1)

    field = on_duty.window.scan_line.field
    field.setText(code)
    on_duty.qtbot.keyClick(field, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() == "choices")
    next(one for one in on_duty.page().buttons() if one.text() == "寄放物品的取件码").click()
    on_duty.until(lambda: on_duty.front() == "goods" and page.panel == "thing")
    page.main_button().click()
    on_duty.until(lambda: on_duty.read(reads.shelf) == ())
    on_duty.until(lambda: on_duty.window.notes.undo.isVisible())
    on_duty.window.notes.undo.button.click()
    on_duty.until(lambda: len(on_duty.read(reads.shelf)) == 1)
    assert on_duty.read(reads.shelf)[0].shelf == page.park.shelf.text()


def test_the_roll_is_called_by_a_held_key_while_locked_and_ends_with_a_report(on_duty: Running) -> None:
    safe, lost = admit(on_duty), admit(on_duty, name="慕容测试")
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F11)
    on_duty.until(lambda: on_duty.program.desk.session.state.locked and on_duty.front() == "signon")
    hold(on_duty, Qt.Key.Key_F10)
    page = on_duty.page()
    on_duty.until(lambda: page.model.running and len(page.table.rows()) == 2)
    admit(on_duty, name="令狐测试")  # comes in meanwhile: not on this list
    at = next(n for n, row in enumerate(page.table.rows()) if row.visit_id == safe)
    page.table.setFocus()
    page.table.mark(at)
    on_duty.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    on_duty.until(lambda: page.model.safe == 1)
    page.end.click()
    on_duty.until(lambda: DialogCard.on(on_duty.window) is not None)
    DialogCard.on(on_duty.window).finish("yes")  # type: ignore[union-attr]
    on_duty.until(lambda: bool(page.model.closed))
    assert [(row.visit_id, row.mark) for row in page.model.rows] == [(lost, ""), (safe, "safe")]
    on_duty.qtbot.keyClick(on_duty.window, Qt.Key.Key_Escape)
    on_duty.until(lambda: on_duty.front() == "signon")


def test_a_brush_of_f10_freezes_nothing(on_duty: Running) -> None:
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F10)
    assert on_duty.front() == "today"
    assert on_duty.read(reads.newest_open) is None


def test_the_urgent_card_opens_by_a_held_key_and_leads_to_the_roll_call(on_duty: Running) -> None:
    admit(on_duty)
    hold(on_duty, Qt.Key.Key_F12)
    on_duty.until(lambda: on_duty.page().model.estate == "锦绣苑")
    on_duty.page().roll.click()
    on_duty.until(lambda: on_duty.front() == "rollcall" and on_duty.page().model.running)
    on_duty.shell.to("today")
    on_duty.until(lambda: Kind.ROLL_CALL in [one.kind for one in on_duty.page().model.matters])
    assert on_duty.page().attention.rows()[0].button.text() == "接着清点"
