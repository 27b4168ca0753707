"""A reception day and a matter that nobody answers, through the real window over a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.codes.service import issue_receipt
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.lanes import WRITE
from desk.hearings import reads
from desk.operators.rules import COMMAND
from tests.journeys.conftest import PIN, Running

Picture = Callable[[Running, str], None]


def write(field: QWidget, words: str) -> None:
    """As an input method commits it."""
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def card(running: Running, matter_id: str) -> Any:
    return running.read(lambda r: reads.card(r, COMMAND, matter_id))


def pass_time(running: Running, ms: int) -> None:
    """Hours in which the desk locks itself, and whoever was on duty comes back."""
    session = running.program.desk.session
    person = session.state.active_id
    running.clock.advance(ms)
    running.until(lambda: session.state.locked)
    running.program.desk.lanes.run(WRITE, lambda: session.sign_on_pin(person, PIN))
    running.until(lambda: not session.state.locked and running.front() != "signon")
    running.shell.to("today")


def noted(running: Running, picture: Picture) -> str:
    """F9, a sentence, a place, Enter."""
    running.qtbot.keyClick(running.window, Qt.Key.Key_F9)
    running.until(lambda: running.front() == "matter")
    page = running.page()
    write(page.note.said, "三号楼门厅的灯不亮")
    write(page.note.place, "3 号楼门厅")
    running.until(lambda: page.note.pad.choice() == "facility")
    picture(running, "matter-1-noted-in-one-line")
    running.qtbot.keyClick(page.note.place, Qt.Key.Key_Return)
    running.until(lambda: page.panel == "noted")
    return str(page.noted.noted.id)


def test_a_matter_from_the_window_to_the_residents_word(on_duty: Running, picture: Picture) -> None:
    matter_id = noted(on_duty, picture)
    on_duty.shell.to("today")

    # nobody answers: amber, a sound, the next level, with no line anywhere
    clock = on_duty.shell.matter_clock
    pass_time(on_duty, 5 * HOUR_MS + 20 * MINUTE_MS)
    clock.ask()
    today = on_duty.page()
    today._presenter.refresh()
    on_duty.until(lambda: any(row.kind.value == "reply_soon" for row in today.model.matters))
    picture(on_duty, "matter-2-forty-minutes-left")
    pass_time(on_duty, 41 * MINUTE_MS)
    clock.ask()
    on_duty.until(lambda: card(on_duty, matter_id).row.level == 1)
    on_duty.shell.to("matter", matter_id=matter_id)
    page = on_duty.page()
    on_duty.until(lambda: page.panel == "card" and page.card.alert.isVisible())
    picture(on_duty, "matter-3-raised")

    # told by phone, which stops nothing; then an answer, which does
    page.main_button().click()
    on_duty.until(lambda: page.panel == "act")
    write(page.act.said, "陈主任")
    on_duty.qtbot.keyClick(page.act.said, Qt.Key.Key_Return)
    on_duty.until(lambda: card(on_duty, matter_id).row.told_at is not None)
    on_duty.until(lambda: page.panel == "card" and page.card.model.line.told != "")
    assert card(on_duty, matter_id).row.first_left is not None
    page._on_begin("reply")
    write(page.act.said, "下午三点换灯")
    on_duty.qtbot.keyClick(page.act.said, Qt.Key.Key_Return)
    on_duty.until(lambda: card(on_duty, matter_id).row.first_left is None)

    # the receipt shows at the gate how it stands, scanned or read out
    receipt = on_duty.write(lambda u: issue_receipt(u, matter_id))
    on_duty.shell.to("today")
    on_duty.shell.found(receipt.text)
    on_duty.until(lambda: on_duty.front() == "matter" and page.card.model.line.state == "replied")
    on_duty.shell.to("today")
    on_duty.shell.found(receipt.serial)
    on_duty.until(lambda: on_duty.front() == "matter")
    picture(on_duty, "matter-4-answered")
    page.foot.press("居民满意")
    on_duty.until(lambda: page.panel == "act")
    page.main_button().click()
    on_duty.until(lambda: card(on_duty, matter_id).row.state.value == "confirmed")


def test_a_reception_day_ends_with_everybody_answered(on_duty: Running, picture: Picture) -> None:
    on_duty.shell.to("hearings")
    page = on_duty.page()
    on_duty.until(lambda: page.model.known)
    page.foot.press("临时开一场接待")
    write(page.begin.label, "陈主任")
    page.foot.press("开始接待")
    on_duty.until(lambda: page.panel == "today" and page.today.sitting() is not None)

    page.foot.press("来了一位居民")
    form = page.visit
    write(form.name, "邹测试")
    write(form.said, "楼道堆物")
    write(form.answer, "已联系保洁")
    page.foot.press("再加一件事")
    write(form.said, "健身器材松了")
    form.later.click()
    picture(on_duty, "reception-1-second-matter")
    page.foot.press("都记好了")
    on_duty.until(lambda: page.panel == "read")
    page.read.pad.begin_stroke(QPointF(20, 20))
    page.read.pad.go_on(QPointF(160, 80))
    picture(on_duty, "reception-2-signed")
    page.foot.press("签好了")
    on_duty.until(lambda: page.panel == "today" and page.today.sitting().heard == 1)
    picture(on_duty, "reception-3-heard")

    # one that was handed on but lost its day holds the closing up
    sitting = page.today.sitting()
    loose = next(line for line in sitting.visits[0].lines if line.due)
    on_duty.write(lambda u: _without_day(u, loose.id))
    page._presenter.refresh()
    page.foot.press("结束接待")
    on_duty.until(lambda: "1 件事" in on_duty.window.notes.line.text())
    on_duty.write(lambda u: _with_day(u, loose.id))
    page.foot.press("结束接待")
    on_duty.until(lambda: page.today.sitting() is not None and page.today.sitting().state == "closed")
    page.rooms["month"].click()
    on_duty.until(lambda: page.month.month is not None and page.month.month.heard == 1)
    assert (page.month.month.sittings, page.month.month.matters) == (1, 2)
    picture(on_duty, "reception-4-month")


def _without_day(u: Any, matter_id: str) -> None:
    from desk.hearings.service import assign

    assign(u, matter_id, "committee", None)


def _with_day(u: Any, matter_id: str) -> None:
    from desk.hearings.service import assign

    assign(u, matter_id, "committee", u.now + HOUR_MS)
