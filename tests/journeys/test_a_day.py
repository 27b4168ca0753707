"""One full day through the real window: everything mixed, the program restarted at noon, and the books are right at night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import VisitState
from desk.reception.tables import VisitEvent
from desk.records.reads_audit import verify
from desk.store import outbox
from desk.store.integrity import all_faults
from tests.fakes.clock import FakeClock
from tests.journeys.conftest import PIN, Running
from tests.journeys.test_first_day import expect, press
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options


class Day:
    """The program over one data folder; it may be ended and begun again."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, home: Path, clock: FakeClock) -> None:
        self.qapp, self.qtbot, self.home, self.clock = qapp, qtbot, home, clock
        self.at: Running
        self.begin()

    def begin(self) -> None:
        program = Program(self.qapp, Options(home=self.home, camera="off"), self.clock)
        program.show()
        self.qtbot.waitUntil(lambda: program.eyes is not None, timeout=20_000)
        self.at = Running(program, self.qtbot, self.clock)

    def end(self) -> None:
        program = self.at.program
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.qapp.processEvents()

    def sign_on(self) -> None:
        at = self.at
        at.until(lambda: at.front() == "signon" and bool(at.page().model.people))
        at.page().tile(at.page().model.people[0].operator_id).click()
        at.until(lambda: at.page().model.asking is not None)
        for digit in PIN:
            at.page()._pad.type_digit(digit)
        at.page()._pad._enter.click()
        at.until(lambda: at.front() != "signon" and not at.program.desk.session.state.locked)

    def key(self, key: Qt.Key) -> None:
        self.clock.advance(MINUTE_MS // 2)
        press(self.at, key)

    def scan(self, text: str, mark: str = "valid") -> None:
        """A hand scanner reads a code; its card stands."""
        self.clock.advance(MINUTE_MS // 2)
        assert self.at.program.eyes is not None
        self.at.program.eyes.scans.take(text, "wedge")
        self.at.until(lambda: self.at.front() == "result" and self.at.page().model.mark == mark)

    def pass_in(self, text: str) -> None:
        self.scan(text)
        self.at.until(lambda: bool(self.at.page().model.visitor))
        self.key(Qt.Key.Key_Return)
        self.at.until(lambda: self.at.front() != "result")

    def register(self, kind: str, name: str, **values: str) -> None:
        """The form, filled in and sent with its button."""
        at = self.at
        household = at.read(lambda r: find_household(r, "3-1-1202"))
        at.shell.to("admit", type=kind, name=name, household_id=household.id)
        at.until(lambda: at.front() == "admit" and at.page().model.kind == kind and at.page().model.door is not None)
        page = at.page()
        for field, text in values.items():
            line = page.fields.lines[field].line
            line.setFocus()
            typed = QInputMethodEvent()
            typed.setCommitString(text)
            QApplication.sendEvent(line, typed)
        page.side.chooser.tile("phone").click()
        at.until(lambda: not page.model.lacks)
        page.main_button().click()
        at.until(lambda: page.model.done is not None)
        page.main_button().click()

    def state(self, name: str) -> VisitState:
        return VisitState(self.at.read(lambda r: reads.find(r, name))[0].state)

    def tally(self) -> dict[str, int]:
        return {str(k): int(v) for k, v in self.at.read(reads.tally).today.items() if v}


@pytest.fixture
def day(qapp: QApplication, qtbot: QtBot, home: Path, clock: FakeClock) -> Iterator[Day]:
    qt_log_to_logging()
    made = Day(qapp, qtbot, home, clock)
    yield made
    made.end()
    i18n.install(i18n.SOURCE)


def test_a_day(day: Day) -> None:
    for _ in range(3):  # riders wait for nobody to sign on
        day.key(Qt.Key.Key_F5)
    day.at.until(lambda: day.tally() == {"rider": 3})
    day.sign_on()
    morning(day)

    day.at.shell.to("admit", type="guest", name="还没登完的人")
    day.at.until(lambda: day.at.front() == "admit" and day.at.page().model.kind == "guest")
    day.at.page()._presenter.keep()
    day.end()
    day.begin()
    day.sign_on()
    assert day.tally() == {"rider": 4, "courier": 1}
    assert day.state("欧阳") is VisitState.ADMITTED
    assert day.at.read(reads.today).goods_waiting == 1

    afternoon(day)
    evening(day)


def morning(day: Day) -> None:
    """A pass, a guest, a contractor, a parcel, a rider too many, a code of somebody else."""
    at = day.at
    day.pass_in(expect(at, "欧阳小满").text)
    day.register("guest", "司马知夏")
    day.register("contractor", "龙昊天", company="安居装饰")
    day.key(Qt.Key.Key_F6)
    day.key(Qt.Key.Key_F5)
    at.until(lambda: day.tally() == {"rider": 4, "courier": 1})
    day.key(Qt.Key.Key_F5)
    at.until(lambda: day.tally()["rider"] == 5)
    at.until(lambda: at.window.notes.undo.isVisible())
    at.window.notes.undo.button.click()
    at.until(lambda: day.tally()["rider"] == 4)
    day.scan("https://example.invalid/menu", "forged")
    day.key(Qt.Key.Key_Escape)
    at.until(lambda: at.front() != "result")
    at.write(lambda u: service.park(u, household_id=find_household(u, "3-1-1202").id, what="一箱水果"))


def afternoon(day: Day) -> None:
    """Lock, another language, a pass that comes back, somebody leaves by the list."""
    at = day.at
    day.key(Qt.Key.Key_F11)
    at.until(lambda: at.front() == "signon" and at.program.desk.session.state.locked)
    day.key(Qt.Key.Key_F5)
    at.until(lambda: day.tally()["rider"] == 5)
    day.sign_on()
    at.shell.extras["looks"].set_language("en")
    text = expect(at, "诸葛沐阳").text
    day.pass_in(text)
    assert day.state("诸葛") is VisitState.ADMITTED
    at.shell.extras["looks"].set_language("zh_CN")
    day.clock.advance(5 * MINUTE_MS)
    day.scan(text, "leaving")
    at.until(lambda: at.page().model.next == "check_out")
    day.key(Qt.Key.Key_Return)
    at.until(lambda: at.front() != "result")
    assert day.state("诸葛") is VisitState.LEFT
    visit = at.read(lambda r: reads.find(r, "司马"))[0].id
    at.shell.to("visit", visit_id=visit)
    at.until(lambda: at.front() == "visit" and at.page().model is not None and at.page().out.isVisible())
    at.page().out.click()
    at.until(lambda: day.state("司马") is VisitState.LEFT)


def evening(day: Day) -> None:
    """The roll call knows who is inside; the books are whole."""
    at = day.at
    day.clock.advance(2 * HOUR_MS // 60)
    at.shell.to("rollcall", begin=True)
    at.until(lambda: at.front() == "rollcall")
    roll = at.write(service.open_call)
    inside = {at.read(lambda r, one=name: reads.find(r, one))[0].id for name in ("欧阳", "龙昊天")}
    assert {entry.visit_id for entry in roll.entries} == inside
    admitted = select(func.count()).where(VisitEvent.kind == "admitted")
    assert at.read(lambda r: r.conn.execute(admitted).scalar_one()) == 4
    assert day.tally() == {"rider": 5, "courier": 1}
    assert at.read(outbox.first_break) is None
    assert at.read(verify).first_break is None
    desk = at.program.desk
    assert all_faults(desk.home.database, desk.store.key) == []
