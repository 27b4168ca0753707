"""A contractor whose permit does not hold, through the real window: not ready before a reason stands there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desk.core.clock import DAY_MS, MINUTE_MS
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import Proof
from desk.reception.rules_windows import Window
from tests.journeys.conftest import Running

NAME = "邹测试"


def home(u: Any) -> str:
    found = find_household(u, "3-1-1202")
    assert found is not None
    return found.id


def begun(running: Running, window: Window, **fields: Any) -> Any:
    """The form of somebody who comes by a permit, with the name filled in."""
    permit = running.write(
        lambda u: service.add_permit(
            u, permit_no="装修7", company="测试装饰", window=window, household_id=home(u), **fields
        )
    )
    running.shell.to("admit", type="contractor", permit_id=permit)
    page = running.page()
    running.until(lambda: bool(page.model.permits) and page.model.permit == permit)
    page.fields.lines["name"].typed.emit(NAME)
    running.until(lambda: page.model.values.get("name") == NAME)
    return page


def press_enter(running: Running) -> None:
    running.qtbot.keyClick(running.window.focusWidget() or running.window, Qt.Key.Key_Return)


def test_an_expired_permit_waits_for_the_reason_and_says_so(on_duty: Running) -> None:
    now = on_duty.clock.now_ms()
    page = begun(on_duty, Window(now - DAY_MS, now + MINUTE_MS // 2))
    assert page.go.isEnabled()
    on_duty.clock.advance(MINUTE_MS)
    page.refresh()
    on_duty.until(lambda: page.model.permit_says == "window.expired")
    assert not page.go.isEnabled()
    assert "理由" in page._lack.text()
    press_enter(on_duty)  # does not admit: the keyboard goes where something is missing
    on_duty.until(lambda: on_duty.window.focusWidget() is page.side.reason)
    page.go.click()
    assert page.model.done is None
    assert not page.model.wrong

    page.side._reasons[0].click()
    on_duty.until(page.go.isEnabled)
    assert not page._lack.isVisible()
    press_enter(on_duty)
    on_duty.until(lambda: page.model.done is not None)
    assert page.go.isEnabled()
    detail = on_duty.read(lambda r: reads.visit(r, page.model.done.visit_id))
    assert (detail.proof, detail.permit_id) == (Proof.OVERRIDE, page.model.permit)


def test_picking_a_permit_that_does_not_hold_brings_the_keyboard_to_the_reason(on_duty: Running) -> None:
    now = on_duty.clock.now_ms()
    page = begun(on_duty, Window(now - DAY_MS, now + DAY_MS, start_min=0, end_min=1))
    on_duty.until(lambda: page.model.waits)
    page.permit.row(0).click()
    on_duty.until(lambda: not page.model.waits)
    page.permit.row(0).setFocus()
    page.permit.row(0).click()
    on_duty.until(lambda: on_duty.window.focusWidget() is page.side.reason)
    assert not page.go.isEnabled()


def test_one_worker_more_than_the_permit_names(on_duty: Running) -> None:
    now = on_duty.clock.now_ms()
    page = begun(on_duty, Window(now - DAY_MS, now + DAY_MS), workers=["甲测试", "乙测试"])
    page.side.chooser.tile("phone").click()
    for _ in range(2):
        page.fields.party._plus.click()
    on_duty.until(lambda: page.model.permit_says == "permit.crowd")
    assert not page.go.isEnabled()
    assert "人数超出" in page.heading()
    page.fields.party._minus.click()
    on_duty.until(page.go.isEnabled)
    assert page.model.proof == "phone"
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
