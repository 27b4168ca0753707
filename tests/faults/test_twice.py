"""Two clicks on Admit, two starts of the program: once is once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desk.people.reads import find_household
from desk.reception import reads
from desk.reception.tables import VisitEvent
from tests.faults.powercut import ROOT
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with
from ui.shell.instance import SingleInstance


def admissions(running: Running) -> int:
    query = select(func.count()).where(VisitEvent.kind == "admitted")
    return int(running.read(lambda r: r.conn.execute(query).scalar_one()))


def double_click(running: Running) -> None:
    """As an impatient hand does it, and once more."""
    button = running.page().main_button()
    running.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    running.qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    running.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_on_the_result_card(on_duty: Running) -> None:
    on_duty.use_camera().put(frame_with(expect(on_duty).text))
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    double_click(on_duty)
    on_duty.until(lambda: on_duty.front() != "result")
    on_duty.until(lambda: admissions(on_duty) == 1)
    on_duty.qtbot.wait(100)
    assert admissions(on_duty) == 1


def test_on_the_form(on_duty: Running) -> None:
    household = on_duty.read(lambda r: find_household(r, "3-1-1202"))
    on_duty.shell.to("admit", type="guest", name="司马知夏", household_id=household.id)
    on_duty.until(lambda: on_duty.front() == "admit" and on_duty.page().model.kind == "guest")
    on_duty.until(lambda: on_duty.page().model.door is not None)
    page = on_duty.page()
    page.side.chooser.tile("phone").click()
    on_duty.until(lambda: not page.model.lacks)
    double_click(on_duty)
    on_duty.until(lambda: admissions(on_duty) == 1)
    on_duty.qtbot.wait(200)
    assert admissions(on_duty) == 1
    assert len(on_duty.read(lambda r: reads.find(r, "司马"))) == 1


def test_a_second_start_brings_the_first_to_the_front(qtbot: QtBot, founded_home: Path) -> None:
    """The second one is the real program in a process of its own; it ends by itself and touches nothing."""
    raised: list[int] = []
    first = SingleInstance(founded_home, lambda: raised.append(1))
    assert first.claim()
    before = (founded_home / "desk.db").read_bytes()
    command = [sys.executable, "-m", "ui", "--home", str(founded_home), "--camera", "off"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.returncode == 0
    assert raised == [1]
    assert (founded_home / "desk.db").read_bytes() == before
    first.close()
