"""The scanner of the settings of an earlier version: a device once, one owner of its port, nothing lost on the way."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.app import Desk
from desk.core.events import DeviceSaid, Event
from desk.devices.acting import Role
from desk.devices.reads import devices as set_up_here
from desk.devices.runtime import Devices
from desk.devices.service import set_up
from desk.devices.views import SetUp
from desk.old_scanner import BAUD, ITSELF, adopt
from desk.store.store import Founding
from drivers import registry
from drivers.simulated.ports import PtyPlug
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import desk_at

PORT = "usb:0403:6001:A1"


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    made = desk_at(tmp_path / "desk", clock)
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    yield made
    made.close()


def attached(desk: Desk) -> list[SetUp]:
    with desk.store.reading() as r:
        return list(set_up_here(r))


def keep(desk: Desk, port: str = PORT, **extra: Any) -> None:
    desk.settings.change(scanner_port=port, extra=extra)


def test_it_becomes_a_device_once(desk: Desk) -> None:
    keep(desk, scanner_baud=19200, other=1)
    assert adopt(desk)
    (one,) = attached(desk)
    assert (one.role, one.driver, one.address, one.options) == (Role.SCANNER, "serial_line", PORT, {"baud": 19200})
    assert (desk.settings.now.scanner_port, desk.settings.now.extra) == ("", {"other": 1})
    assert not adopt(desk)
    assert len(attached(desk)) == 1


def test_a_program_that_ended_in_between_makes_no_second_one(desk: Desk) -> None:
    keep(desk)
    adopt(desk)
    keep(desk)  # as if it had gone before the setting was forgotten
    assert adopt(desk)
    assert len(attached(desk)) == 1
    assert desk.settings.now.scanner_port == ""


def test_a_name_that_is_taken_and_a_speed_no_scanner_has(desk: Desk) -> None:
    with desk.store.unit(ITSELF) as u:
        set_up(u, SetUp("", "扫码枪", Role.SCANNER, "gm65", training=True))
    keep(desk, **{BAUD: "quick"})
    assert adopt(desk)
    assert [(one.name, one.options.get("baud")) for one in attached(desk)] == [("扫码枪", None), ("扫码枪 2", 9600)]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")
def test_its_codes_come_through_the_device(desk: Desk, tmp_path: Path) -> None:
    heard: list[str] = []
    news = threading.Condition()

    def hear(event: Event) -> None:
        with news:
            if isinstance(event, DeviceSaid):
                heard.append(str(event.fields.get("text", "")))
            news.notify_all()

    def until(condition: Callable[[], bool]) -> None:
        with news:
            assert news.wait_for(condition, 20), heard

    desk.bus.subscribe(hear)
    with PtyPlug(tmp_path / "scanner") as plug:
        keep(desk, plug.port)
        adopt(desk)
        devices = Devices(desk, registry.find, lambda: ())
        devices.start()
        try:
            until(lambda: any(one.code == "device.ready" for one in devices.attached(Role.SCANNER)))
            plug.send("来访甲\r".encode("gb18030"))
            until(lambda: heard == ["来访甲"])
        finally:
            devices.close()
