"""A hut and a staffed gate with a real hub between them: a call for help rings at the named desk, and the hut hears who comes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.alarms.reads import ringing
from desk.alarms.rules import RingsAt, Stand
from desk.alarms.service_automations import save_rings_at
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import act, agree, two_gates
from tests.journeys.test_hut import Hut
from tests.sync.net.hubs import HubProcess
from ui.hut.model import Step
from ui.hut.program import HutProgram
from ui.options import Options

PHONE = "0000-7777"
Stand_ = Callable[[Path], Hut]


@pytest.fixture
def stand(qapp: QApplication, qtbot: QtBot, world: Moved) -> Iterator[Stand_]:
    """A data folder opened as a hut."""
    programs: list[HutProgram] = []

    def begin(home: Path) -> Hut:
        program = HutProgram(qapp, Options(home=home, kiosk=True, camera="off"), world)  # type: ignore[arg-type]
        programs.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.machines is not None and program.machines.devices is not None, timeout=20_000)
        return Hut(program, qtbot, world)  # type: ignore[arg-type]

    yield begin
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


def meet(one: Running, reached: bool = True) -> None:
    """A round with the hub, now."""
    line, ended = one.program.line, list[bool]()
    assert line is not None
    line.agree(lambda *_: ended.append(True), lambda *_: ended.append(False))
    one.until(lambda: bool(ended), 30_000)
    assert ended == [reached]


def test_help_rings_at_the_named_desk_and_the_hut_hears_that_somebody_sees_it(
    hub: HubProcess, tmp_path: Path, world: Moved, start: Start, stand: Stand_, pictures: Path
) -> None:
    south, north = two_gates(hub, tmp_path, world, start)
    here = south.read(lambda r: r.gate_id)
    act(south, lambda u: save_rings_at(u, RingsAt(here, "物业值班室", PHONE)))
    agree(south, north)
    north.window.close()
    north.program.close()
    hut = stand(tmp_path / "north")
    meet(hut)
    hut.view.home.help.click()
    hut.at(Step.HELP)
    hut.until(lambda: hut.view.model.gate == "南门")
    hut.view.help.call.click()
    hut.at(Step.CALLED)
    assert "南门" in hut.words()
    assert PHONE in hut.words()  # and whom to ring up, should nobody come
    hut.window.grab().save(str(pictures / "hut-line-1-called.png"))
    meet(hut)
    meet(south)
    alarms = south.program.alarms
    assert alarms is not None
    south.until(lambda: alarms.cover.isVisible() and alarms.cover.alarm is not None, 20_000)
    assert alarms.cover.alarm.gate == "北门"
    assert "请马上叫附近的人去看" in alarms.cover._lines["advice"].text()
    south.window.grab().save(str(pictures / "hut-line-2-rings.png"))
    alarms.presenter.take()
    south.until(lambda: alarms.cover.alarm is not None and alarms.cover.alarm.stand == Stand.TAKEN.value)
    meet(south)
    meet(hut)
    hut.until(lambda: hut.view.model.seen)
    assert "有人看到了" in hut.words()
    hut.window.grab().save(str(pictures / "hut-line-3-seen.png"))

    # the line goes while the next one calls: they are told whom to ring up, and what they pressed is kept
    hut.view.back.click()
    hut.at(Step.HOME)
    hub.stop()
    hut.view.home.help.click()
    hut.until(lambda: hut.view.model.phone == PHONE)
    hut.view.help.call.click()
    hut.at(Step.CALLED)
    meet(hut, reached=False)
    hut.until(lambda: "请打电话" in hut.words() and hut.view.model.gate == "")
    assert len(hut.read(ringing)) == 1
