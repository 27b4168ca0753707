"""Every driver there is, through its simulator, on the page of its device: ready, each ability tried, what a hand does heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.core.events import DeviceSaid, Event
from desk.devices import reads
from desk.devices.acting import Ended, Plain
from desk.devices.rules import roles_for
from desk.devices.views import Done
from drivers import registry
from tests.journeys.conftest import Running
from tests.journeys.machines import attach

Picture = Callable[[Running, str], None]
KINDS = registry.find()
WIRED: dict[str, dict[str, Plain]] = {  # so that it can prove what it did, and soon
    "relay_drop": {"drop_ms": 600, "pulse_ms": 100, "poll_ms": 100},
    "escpos": {"baud": "115200"},
    "xy_md02": {"poll_ms": 1000},
    "rs485_th": {"poll_ms": 1000},
    "lcus": {"feedback": "yes"},
    "barrier": {"open_contact": 1, "closed_contact": 2},
}
NUMBERS = {("vmc", "vend"): 13}
HONEST = {  # what cannot be proved, is not wired, or comes too soon after the last movement, is said to be so
    ("escpos", "drawer"): "device.unproven",
    ("barrier", "close"): "device.resting",
    ("barrier", "stop"): "device.not_wired",
}
ALARMS = ("sos", "fall")  # they stand over every page: a journey of their own (test_alarms.py)
LONGEST_MS = 20_000


def hear(running: Running) -> list[DeviceSaid]:
    said: list[DeviceSaid] = []

    def keep(event: Event) -> None:
        if isinstance(event, DeviceSaid):
            said.append(event)

    running.program.desk.bus.subscribe(keep)
    return said


def open_page(running: Running, device_id: str) -> Any:
    running.shell.to("devices")
    running.until(lambda: running.front() == "devices" and running.page().model.ready)
    page = running.page()
    page._presenter.open_device(device_id)
    running.until(lambda: page.model.open.row.id == device_id and page.model.open.row.code == "device.ready")
    return page


@pytest.mark.parametrize("group", sorted({kind.ROLE for kind in KINDS.values()}))
def test_every_driver_works_through_its_simulator(on_duty: Running, picture: Picture, group: str) -> None:
    said = hear(on_duty)
    names = [name for name, kind in KINDS.items() if group == kind.ROLE]
    assert names
    for name in names:
        role = roles_for(name, KINDS[name].ROLE)[0]
        machine = attach(on_duty, role, name, name, **WIRED.get(name, {}))
        page = open_page(on_duty, machine.id)
        picture(on_duty, f"driver-{name}")
        tried = list(page.device.tries)
        hands = [hand for hand in page.device.hands if not hand.startswith(ALARMS)]
        assert tried or page.device.hands, "nothing can be done with it"
        for number, action in enumerate(tried, 1):
            if wanted := NUMBERS.get((name, action)):
                page.device.numbers[action].show_value(wanted)
            page.device.tries[action].click()
            on_duty.until(lambda number=number, id=machine.id: len(ended(on_duty, id)) == number, LONGEST_MS)
        for one in ended(on_duty, machine.id):
            code = HONEST.get((name, one.action), "")
            assert (one.code, one.outcome is Ended.DONE) == (code, not code) or one.code == "device.ok", (name, one)
        if not tried and hands:
            said.clear()
            page.device.hands[hands[0]].click()
            on_duty.until(lambda id=machine.id: any(one.device_id == id for one in said), LONGEST_MS)


def ended(running: Running, device_id: str) -> list[Done]:
    return [one for one in running.read(lambda r: reads.history(r, device_id)) if one.outcome]
