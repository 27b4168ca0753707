"""The public screen through the real program: a notice hangs and is taken down, one key takes over, a monitor comes and goes."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.core.clock import HOUR_MS, MINUTE_MS
from tests.journeys.conftest import Running
from ui.public_screen.placing import Chosen, Monitor

HALL = Monitor("HALL-1", "S1", "Maker Big", 4000, 0, 1920, 1080)
RETRACT_S = 5.0


@pytest.fixture
def screen(on_duty: Running) -> Any:
    """The program's own public screen, on a monitor that is plugged in for it."""
    on_duty.until(lambda: on_duty.program.screen is not None)
    screen = on_duty.program.screen
    assert screen is not None
    own = screen.keeper._monitors()
    screen.keeper._monitors = lambda: [*own, HALL]
    screen.choose(Chosen(True, HALL.name, HALL.serial, HALL.model))
    on_duty.until(lambda: bool(screen.window.isVisible() and screen.shown.head.time))
    return screen


def titles(screen: Any) -> list[str]:
    return [turn.title for turn in screen.shown.turns if turn.title]


def hung(on_duty: Running, screen: Any, title: str) -> Any:
    """Written and hung by a person."""
    on_duty.shell.to("today")
    on_duty.page().screen.click()
    on_duty.until(lambda: on_duty.front() == "screen" and on_duty.page().model.known)
    page = on_duty.page()
    page.main_button().click()
    on_duty.until(lambda: page.section == "edit")
    page.form.title.setText(title)
    page.form.words.setPlainText("上午 9:00 到 11:00")
    page.main_button().click()
    on_duty.until(lambda: page.section == "list" and title in titles(screen))
    return page


def test_a_notice_hangs_at_once_and_is_gone_within_five_seconds(on_duty: Running, screen: Any) -> None:
    page = hung(on_duty, screen, "周六停水")
    assert screen.window.size().toTuple() == (1920, 1080)
    assert not screen.window.grab().isNull()
    assert page.list.picture.shown.head.estate == "锦绣苑"
    on_duty.until(lambda: len(page.list.rows) == 1)
    pressed = time.monotonic()
    page.list.rows[0].down.click()
    on_duty.until(lambda: "周六停水" not in titles(screen))
    assert time.monotonic() - pressed < RETRACT_S
    on_duty.until(lambda: on_duty.window.notes.undo.offered)
    on_duty.window.notes.undo.button.click()
    on_duty.until(lambda: "周六停水" in titles(screen))


def test_what_has_ended_goes_by_itself_and_stays_away_when_the_clock_steps_back(on_duty: Running, screen: Any) -> None:
    hung(on_duty, screen, "三天的公告")
    on_duty.clock.advance(4 * 24 * HOUR_MS)
    screen._on_minute()
    assert "三天的公告" not in titles(screen), "before the store is asked"
    on_duty.clock.set(on_duty.clock.now_ms() - 4 * 24 * HOUR_MS)
    screen._on_minute()
    on_duty.until(lambda: not screen._soon.isActive())
    assert "三天的公告" not in titles(screen)


def test_one_held_key_takes_over_also_while_the_desk_is_locked(on_duty: Running, screen: Any) -> None:
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F11)
    on_duty.until(lambda: on_duty.front() == "signon")
    target = on_duty.window.focusWidget() or on_duty.window
    on_duty.qtbot.keyPress(target, Qt.Key.Key_F4)
    on_duty.until(lambda: screen.shown.alarm is not None)
    on_duty.qtbot.keyRelease(target, Qt.Key.Key_F4)
    assert screen.canvas.alarm.isVisible()
    on_duty.until(lambda: on_duty.front() == "takeover" and bool(on_duty.page().model.running))
    assert on_duty.page().model.here
    on_duty.page().main_button().click()
    on_duty.until(lambda: screen.shown.alarm is None)
    assert not screen.canvas.alarm.isVisible()


def test_a_monitor_unplugged_while_full_screen(on_duty: Running, screen: Any) -> None:
    others = [one for one in screen.keeper._monitors() if one != HALL]
    told: list[object] = []
    screen.keeper.changed.connect(lambda: told.append(screen.keeper.at))
    screen.keeper._monitors = lambda: others
    screen.keeper.on_removed()
    assert not screen.window.isVisible(), "at once, never over the work"
    on_duty.until(lambda: not screen.keeper._soon.isActive())
    on_duty.shell.to("screen")
    on_duty.until(lambda: on_duty.front() == "screen" and on_duty.page().model.where.missing)
    screen.keeper._monitors = lambda: [*others, HALL]
    screen.keeper.on_added()
    on_duty.until(lambda: bool(screen.window.isVisible()))
    assert told


def test_who_is_signed_on_stands_there_without_a_roster(on_duty: Running, screen: Any) -> None:
    on_duty.until(lambda: bool(screen.shown.beside.duty.names))
    assert [one.words for one in screen.shown.beside.duty.names] == ["陈老师"]


def test_the_time_moves_with_the_minute(on_duty: Running, screen: Any) -> None:
    before = screen.shown.head.time
    on_duty.clock.advance(MINUTE_MS)
    screen._on_minute()
    assert screen.shown.head.time != before


def test_the_briefing_opens_from_today(on_duty: Running, screen: Any) -> None:
    on_duty.shell.to("today")
    on_duty.page().briefing.click()
    on_duty.until(lambda: on_duty.front() == "briefing" and on_duty.page().model.known)
    assert on_duty.page().words["hangs"].text()
