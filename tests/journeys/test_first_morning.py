"""My first morning, whole: ten real tasks on the real pages of a practice window, each seen in what was written."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import app as desk_app
from desk.core.clock import HOUR_MS
from desk.core.settings import SettingsFile
from desk.demo.morning import KEPT, TASKS, Task, kept
from desk.demo.practice import PIN, open_practice, volunteer
from desk.operators.reads import sign_on_list
from tests.fakes.clock import START, FakeClock
from tests.journeys.conftest import PICTURES, Running
from tests.ui import audit, audit_words
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.hardware.choice import Choice
from ui.options import Options
from ui.pages.admit import tour as admit
from ui.pages.alarm import tour as alarm
from ui.pages.goods import tour as goods
from ui.pages.handover import tour as handover
from ui.pages.inside import tour as inside
from ui.theme import apply_theme
from ui.tour import Drive, Stage
from ui.widgets.door_field import DoorField


@pytest.fixture(scope="module")
def practice_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice estate as the program makes it, made once."""
    home = tmp_path_factory.mktemp("people") / "practice"
    desk = desk_app.build(home, clock=FakeClock(START + 9 * HOUR_MS))
    open_practice(desk)
    desk.close()
    return home


@pytest.fixture
def practising(qapp: QApplication, qtbot: QtBot, practice_home: Path) -> Iterator[Running]:
    qt_log_to_logging()
    clock = FakeClock(START + 9 * HOUR_MS)
    program = Program(qapp, Options(home=practice_home, practice=True, demo=True), clock)
    program.show()
    qtbot.waitUntil(lambda: program.eyes is not None and program.machines is not None, timeout=20_000)
    yield Running(program, qtbot, clock)
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    i18n.install(i18n.SOURCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


class Morning:
    """Whoever practises: looks at the panel and does what it says, with hand and keyboard."""

    def __init__(self, running: Running) -> None:
        self.running, self.stage = running, Stage(running.program)
        host = running.program.practice.host
        assert host is not None
        self.host = host

    @property
    def model(self) -> Any:
        return self.host.lessons.model

    def asked(self, task: Task) -> None:
        """This is asked now, and the trails have been looked at."""
        self.running.until(lambda: self.model.morning.task is task and self.host.lessons._since is not None)
        assert self.host.panel.count.text().startswith(f"第 {TASKS.index(task) + 1} 件")

    def done(self, task: Task) -> None:
        """It was seen in the store, and praised."""
        self.running.until(lambda: task in self.model.morning.done)
        assert self.model.praise is task
        assert not self.host.panel.praise.isHidden()

    def drive(self, *drives: Callable[[Stage], Drive]) -> None:
        """As the tour does it."""
        for drive in drives:
            for condition in drive(self.stage):
                self.running.until(condition)


def _sign_on(on: Morning) -> None:
    run = on.running
    on.host.panel.act.click()
    run.until(lambda: run.front() == "signon" and bool(run.page().model.people))
    assert on.model.who in on.host.panel.body.text()
    who = run.read(lambda r: next(c.operator_id for c in sign_on_list(r) if c.label == volunteer(r)))
    run.page().tile(who).click()
    run.until(lambda: run.page().model.asking is not None)
    for digit in PIN:
        run.page()._pad.type_digit(digit)
    run.page()._pad._enter.click()


def _courier(on: Morning) -> None:
    on.running.until(lambda: not on.running.shell.stack.locked and on.running.front() != "signon")
    on.stage.press(Qt.Key.Key_F6)


def _guest(on: Morning) -> None:
    on.drive(admit.types)
    page: Any = on.running.page()
    page.types.tile("guest").click()
    on.running.until(lambda: page.model.kind == "guest")
    on.stage.type("邹测试", page.fields.lines["name"].line)
    door = page.findChildren(DoorField)[0]
    on.stage.type("1-1-101", door.line)
    on.running.until(door.has_rows)
    door.pick_first()
    page.side.chooser.tile("phone").click()
    on.running.until(lambda: page.model.lacks == ())
    on.drive(admit.admitted)


def _household(on: Morning) -> None:
    on.host.panel.act.click()
    on.running.until(lambda: on.running.front() == "result")


def _pass(on: Morning) -> None:
    run = on.running
    on.stage.go("today")
    on.host.panel.act.click()
    run.until(lambda: run.front() == "result" and run.page().main_button() is not None)
    on.stage.press(Qt.Key.Key_Return, "\r")


def _leave(on: Morning) -> None:
    on.drive(inside.here)
    on.running.page().leave.click()


def _sos(on: Morning) -> None:
    on.host.panel.act.click()
    alarms: Any = on.running.program.alarms
    cover = alarms.cover
    on.running.until(lambda: cover.isVisible() and bool(cover.alarm.name))
    assert on.running.window.contentsRect().contains(cover.geometry())  # the word for practice stays in sight
    on.drive(alarm.taken)
    cover.note.setText("人没事，是练习")
    cover.close_.click()


DO: dict[Task, Callable[[Morning], None]] = {
    Task.SIGN_ON: _sign_on,
    Task.COURIER: _courier,
    Task.GUEST: _guest,
    Task.HOUSEHOLD: _household,
    Task.PASS: _pass,
    Task.PARCEL: lambda on: on.drive(goods.form, goods.code),
    Task.FETCHED: lambda on: on.drive(goods.shelf, goods.hand_out, goods.handed),
    Task.LEAVE: _leave,
    Task.SOS: _sos,
    Task.HANDOVER: lambda on: on.drive(handover.draft, handover.ticked, handover.signing, handover.waiting),
}


def test_the_whole_morning_on_the_real_pages(practising: Running, picture: Callable[[Running, str], None]) -> None:
    on = Morning(practising)
    for task in TASKS:
        on.asked(task)
        if os.environ.get(PICTURES):
            picture(practising, f"morning-{task.value}")
        DO[task](on)
        on.done(task)
    assert on.model.morning.over
    assert on.host.panel.name.text() == "早上的事都会了！"
    again = SettingsFile(practising.program.desk.home.settings_file).now.extra
    assert kept(again).done == frozenset(TASKS)
    assert "邹" not in str(again[KEPT])


def test_pressing_is_not_doing_and_one_may_skip_and_go_back(practising: Running) -> None:
    on = Morning(practising)
    panel = on.host.panel
    on.host.lessons.again()
    on.asked(Task.SIGN_ON)
    panel.act.click()  # only leads to the page
    practising.until(lambda: practising.front() == "signon")
    panel.skip.click()
    on.asked(Task.COURIER)
    assert not on.model.morning.done
    panel._hint_due.timeout.emit()
    assert panel.hint.isVisible()
    assert panel.hint.text() in panel.spoken()
    panel.former.click()
    on.asked(Task.SIGN_ON)
    assert not panel.hint.isVisible()
    panel.away.click()
    assert not panel.isVisible()
    practising.shell.extras["practise"]()
    assert panel.isVisible()


def test_every_page_of_it_says_practice(practising: Running) -> None:
    frame = Morning(practising).host.frame
    window = practising.window
    for page in ("signon", "today", "help", "urgent"):
        practising.shell.to(page)
        assert "练习" in frame.words.text()
        assert frame.isVisible()
    assert "练习" in window.windowTitle()
    inside_of = window.contentsRect()
    assert window.rect().contains(inside_of)
    assert inside_of.left() > 0
    assert inside_of.top() >= frame.words.height()
    assert window.centralWidget().geometry() == inside_of
    assert practising.program.eyes is not None
    assert practising.program.eyes.cameras.cameras() == []  # no camera of this computer is looked for
    practising.program.eyes.cameras.open(Choice("camera", "00", "HD Webcam"))
    assert practising.program.eyes.cameras.choice.kind == "demo"


@pytest.mark.parametrize("base", [24, 40])
def test_the_panel_fits_whatever_the_size_of_the_text(practising: Running, base: int) -> None:
    apply_theme(practising.program.app, "light", base)
    on = Morning(practising)
    on.host.lessons.open()
    practising.qtbot.wait(50)
    window, panel = practising.window, on.host.panel
    assert not audit.too_wide(window, 1366, 768)
    assert not audit.small_targets(panel) + audit.nameless(panel) + audit_words.cut_off(panel)
    walk = audit.tab_walk(window)
    assert not audit.out_of_reach(panel, walk)
    apply_theme(practising.program.app)
