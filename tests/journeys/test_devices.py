"""The devices of a desk through its real window, with machines the program plays: added, tried, pulled out, jammed, filled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.codes.service import issue_household
from desk.devices import reads
from desk.people.reads import find_household
from tests.journeys.conftest import Running
from ui.pages.devices.model import Panel, Step
from ui.texts import sentence

Picture = Callable[[Running, str], None]


@pytest.fixture
def page(on_duty: Running) -> Any:
    on_duty.shell.to("devices")
    on_duty.until(lambda: on_duty.front() == "devices" and on_duty.page().model.ready)
    return on_duty.page()


def press(running: Running, page: Any, words: str) -> None:
    page.foot.press(words)
    running.qtbot.wait(1)


def add(running: Running, page: Any, role: str, driver: str, name: str, **settings: str) -> None:
    """All five steps of the wizard, without a machine."""
    while page.model.panel is not Panel.HOME:
        page.go_back()
    press(running, page, "加设备")
    page.add.port.practise.click()
    page.add.kind.chooser.chosen.emit(role)
    page.add.model_step.driver.picked.emit(driver)
    for key, value in settings.items():
        editor = page.add.model_step.editors[key]
        editor.set_key(value) if hasattr(editor, "set_key") else editor.setText(value)
    press(running, page, "看看它在不在")
    running.until(lambda: page.model.adding.probe == "ok")
    press(running, page, "下一步")
    assert page.model.adding.step is Step.NAME
    page.add.name_step.name.setText(name)
    press(running, page, "保存")
    running.until(lambda: page.model.panel is Panel.DEVICE and page.model.open.row.name == name)
    running.until(lambda: page.model.open.row.code == "device.ready")


def done(running: Running) -> list[tuple[str, str]]:
    return [(one.action, one.outcome.value if one.outcome else "") for one in running.read(reads.history)]


def test_a_cabinet_is_added_tried_pulled_out_and_back(on_duty: Running, page: Any, picture: Picture) -> None:
    assert page.home.empty.isVisible()
    add(on_duty, page, "locker", "lock8a80", "活动室物品柜")
    picture(on_duty, "devices-cabinet")
    page.device.numbers["open"].show_value(3)
    page.device.tries["open"].click()
    on_duty.until(lambda: done(on_duty) == [("open", "done")])
    on_duty.until(lambda: page.model.open.heard is not None and page.model.open.heard.fields["lock"] == 3)
    page.device.fault.picked.emit("unplugged")
    on_duty.until(lambda: page.model.open.row.code == "device.port_gone")
    assert page.device.says.text() == sentence("device.port_gone")
    line = on_duty.window.notes.health
    on_duty.until(lambda: line.text() == "活动室物品柜：" + sentence("device.port_gone"))
    picture(on_duty, "devices-pulled-out")
    page.device.fault.picked.emit("")
    on_duty.until(lambda: page.model.open.row.code == "device.ready")
    on_duty.until(lambda: not line.isVisible())
    press(on_duty, page, "去掉")
    on_duty.until(lambda: page.model.panel is Panel.HOME and not page.model.devices)
    on_duty.window.notes.undo.take_back()
    on_duty.until(lambda: [one.name for one in page.model.devices] == ["活动室物品柜"])


def test_masks_are_filled_in_a_jam_is_looked_at_and_the_count_is_right(
    on_duty: Running, page: Any, picture: Picture
) -> None:
    add(on_duty, page, "dispenser", "relay_drop", "口罩机")
    device_id = page.model.open.row.id
    page.go_back()
    press(on_duty, page, "耗材")
    press(on_duty, page, "加一样")
    page.stock.device.set_key(device_id)
    page.stock.device.picked.emit(device_id)
    assert (page.stock.name.text(), page.stock.kind.key()) == ("口罩", "mask")
    press(on_duty, page, "保存")
    on_duty.until(lambda: [one.name for one in page.model.stock] == ["口罩"])
    page.stock.table.mark(0)
    press(on_duty, page, "补货")
    page.stock.number.setValue(40)
    press(on_duty, page, "保存")
    on_duty.until(lambda: page.model.stock[0].left == 40)
    picture(on_duty, "devices-supplies")
    page._presenter.open_device(device_id)
    page._presenter.fault("jam")
    page.device.tries["vend"].click()
    on_duty.until(lambda: len(page.model.asks) == 1, 20_000)
    assert page.answer.isVisible()
    on_duty.until(lambda: page.model.stock[0].left == 39)
    page.go_back()
    press(on_duty, page, "看没把握的")
    page.history.table.mark(0)
    on_duty.until(lambda: page.foot.button(0).isVisible() and page.main_button() is None)
    picture(on_duty, "devices-not-certain")
    press(on_duty, page, "看过了：没成")
    on_duty.until(lambda: not page.model.asks and page.model.stock[0].left == 40)
    assert done(on_duty) == [("vend", "failed")]


def test_a_practice_scanner_reads_a_code_into_the_program(on_duty: Running, page: Any) -> None:
    home = on_duty.read(lambda r: find_household(r, "3-1-1202"))
    text = on_duty.write(lambda u: issue_household(u, home.id)).text
    add(on_duty, page, "scanner", "gm65", "窗口扫码枪")
    page._presenter.hand(f"code {text}")
    on_duty.until(lambda: on_duty.front() == "result")
    assert on_duty.page().model is not None


def test_a_printer_prints_a_page_to_try_it(on_duty: Running, page: Any) -> None:
    add(on_duty, page, "receipt_printer", "escpos", "小票机", baud="115200")
    page.device.tries["print"].click()
    on_duty.until(lambda: done(on_duty) == [("print", "done")], 20_000)
    devices = on_duty.program.machines.devices if on_duty.program.machines else None
    assert devices is not None
    one = devices.driven(page.model.open.row.id)
    assert one is not None
    assert one.stage is not None
    assert one.stage.look()["sheets"] == 1
