"""The devices page drawn: every panel in both languages, what is drawn for a loss, practice and an empty desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.test_devices_presenter import presenter
from ui import i18n
from ui.pages.devices.model import (
    ActRow,
    Adding,
    DeviceRow,
    DevicesModel,
    DeviceView,
    Heard,
    Panel,
    PortRow,
    Setting,
    Step,
    StockRow,
    Try,
)
from ui.pages.devices.view import DevicesPage
from ui.texts import sentence

ROW = DeviceRow("d1", "活动室物品柜", "locker", "wkly", "活动室门口", "device.ready", True, training=True)
LOST = replace(ROW, id="d2", name="道闸", role="barrier", driver="barrier", code="device.port_brltty", ok=False)
VIEW = DeviceView(ROW, 5, "", (Try("open", "lock", 1, 24),), ("", "unplugged", "mute"), "", (("shut_door", "shut 1"),),
                  Heard("door", {"lock": 3, "closed": True}, 9), 2)  # fmt: skip
UNSURE = ActRow(
    "a1", "10:00", "口罩机", "dispenser", "vend", "", "dispensed", "unknown", "device.nothing_fell", "王老师", ask=True
)
MASKS = StockRow("s1", "口罩", "mask", 3, 1, True, "口罩机", "d3", 0, 100, 20, True)
MODEL = DevicesModel(
    ready=True, known=True, devices=(ROW, LOST), open=VIEW, acts=(UNSURE,), asks=(UNSURE,), stock=(MASKS,),
    ports=(PortRow("usb:1a86:7523:@1-2", "/dev/ttyUSB0", "CH340", fresh=True),), may_use=True, may_edit=True,
)  # fmt: skip


@pytest.fixture(params=["zh_CN", "en"])
def page(request: Any, qtbot: QtBot) -> Any:
    i18n.install(request.param)
    made = DevicesPage(presenter()[0])
    qtbot.addWidget(made)
    made.resize(1150, 520)
    made.show()
    yield made
    i18n.install(i18n.SOURCE)


def heading(page: Any) -> str:
    return str(page._heading.text())


def test_the_list_says_what_is_wrong_and_what_to_see_to(page: Any) -> None:
    page.show_model(MODEL)
    assert page.home.table.rows() == (ROW, LOST)
    assert "1" in heading(page)
    assert "口罩" in page._sub.text()
    assert page.foot.main() is page.foot.button(0)
    page.show_model(replace(MODEL, devices=(), asks=(), stock=()))
    assert page.home.empty.isVisible()


def test_a_device_shows_cause_and_remedy_its_abilities_and_faults(page: Any) -> None:
    page.show_model(replace(MODEL, panel=Panel.DEVICE))
    assert page.device.practice.isVisible()
    assert "3" in page.device.heard.text()
    assert "2" in page.device.where.text()
    assert set(page.device.tries) == {"open"}
    assert page.device.numbers["open"].value() == 1
    page.show_model(replace(MODEL, panel=Panel.DEVICE, open=DeviceView(LOST)))
    assert page.device.says.text() == sentence("device.port_brltty")
    assert page.device.again.isVisible()
    assert not page.device.practice.isVisible()


@pytest.mark.parametrize("step", list(Step))
def test_each_step_of_adding_is_drawn(page: Any, step: Step) -> None:
    adding = Adding(step, training=True, role="locker", driver="wkly", drivers=("wkly", "lock8a80"), name="柜", probe="device.no_answer",
                    settings=(Setting("baud", "9600", ("9600", "19200")), Setting("locks", "48")))  # fmt: skip
    page.show_model(replace(MODEL, panel=Panel.ADD, adding=adding))
    assert page.add.steps[step].isVisible()
    assert sum(widget.isVisible() for widget in page.add.steps.values()) == 1
    assert heading(page)
    if step is Step.PORT:
        assert ["/dev/ttyUSB0" in row._sub.text() for row in page.add.port.rows] == [True]
    if step is Step.MODEL:
        page.add.model_step.editors["locks"].setText("24")
        assert [one.value for one in page.add.model_step.settings()] == ["9600", "24"]
    if step is Step.TRY:
        assert page.add.try_step.says.text() == sentence("device.no_answer")
    kept = page.draft()
    page.show_model(MODEL)
    page.restore(kept)
    assert page.model.adding == replace(adding, probing=False)


def test_what_is_not_certain_is_settled_by_no_enter(page: Any) -> None:
    page.show_model(replace(MODEL, panel=Panel.HISTORY))
    page.history.table.mark(0)
    assert page.main_button() is None
    settled: list[tuple[str, bool]] = []
    page._presenter.resolve = lambda action, came_out: settled.append((action, came_out))
    page.say_foot()
    page.foot.button(1).click()
    assert settled == [("a1", False)]


def test_supplies_are_refilled_and_written_down(page: Any) -> None:
    page.show_model(replace(MODEL, panel=Panel.STOCK))
    page.stock.table.mark(0)
    done: list[Any] = []
    page._presenter.refill = lambda *facts: done.append(facts)
    page._presenter.save_item = done.append
    page.foot.button(0).click()
    page.stock.number.setValue(60)
    page.foot.button(0).click()
    assert done == [("s1", 60)]
    page.acts._ask("item")
    page.stock.name.setText("小票纸")
    page.stock.kind.set_key("paper")
    page.foot.button(0).click()
    assert (done[1].name, done[1].kind, done[1].id) == ("小票纸", "paper", "")
    page.acts._ask("item")
    assert page.on_back() is True
    assert page.stock.mode == ""
