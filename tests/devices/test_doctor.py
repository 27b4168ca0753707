"""The doctor says of each device whether it is there and what to do, and moves nothing."""

from __future__ import annotations

from typing import Any

from desk.commands.doctor_devices import look
from desk.core.errors import Refused
from desk.devices import service
from desk.devices.acting import Ended, Role
from desk.devices.views import SetUp
from desk.store.store import Store
from tests.devices.world import World


class _Desk:
    def __init__(self, store: Store) -> None:
        self.store = store


def asked(world: World) -> dict[str, tuple[bool, str, str]]:
    desk: Any = _Desk(world.floor.store)
    return {subject: (good, state, remedy) for subject, good, state, remedy in look(desk)}


def test_each_device_is_asked_and_what_is_missing_has_a_remedy(world: World) -> None:
    assert asked(world) == {}
    world.add("练习柜", Role.LOCKER, "wkly")
    world.do(service.set_up, SetUp("", "不在", Role.RELAY, "lcus", "memory:nowhere"))
    world.do(service.set_up, SetUp("", "错", Role.RELAY, "lcus", "COM7", {"channels": 999}))
    world.do(service.set_up, SetUp("", "旧", Role.RELAY, "gone", "COM8"))
    off = world.do(service.set_up, SetUp("", "停", Role.RELAY, "lcus", "COM9"))
    world.do(service.switch, off.id, True)
    said = asked(world)
    assert said["device 练习柜"] == (True, "wkly, for practice", "")
    assert said["device 停"][0]
    assert [said[f"device {name}"][1].split(": ")[1] for name in ("不在", "错", "旧")] == [
        "port_gone",
        "option",
        "no_driver",
    ]
    assert all(said[f"device {name}"][2] for name in ("不在", "错", "旧"))


def test_what_nobody_is_sure_of_is_a_finding(world: World) -> None:
    one = world.add("练习柜", Role.LOCKER, "wkly")
    begun = world.do(service.begin, one.set_up, "open", {"lock": 1})
    world.do(service.ended, begun.action_id, Ended.UNKNOWN, "device.no_answer")
    assert asked(world)["device actions"][0] is False


def test_two_of_one_name_or_one_socket_are_refused(world: World) -> None:
    world.do(service.set_up, SetUp("", "柜", Role.LOCKER, "wkly", "COM3", {"address": 1}))
    world.do(service.set_up, SetUp("", "柜二", Role.LOCKER, "wkly", "COM3", {"address": "2"}))
    refusals = []
    for wanted in (
        SetUp("", " 柜 ", Role.LOCKER, "wkly", "COM4"), SetUp("", "柜三", Role.LOCKER, "wkly", "COM3", {"address": "1"}),
        SetUp("", "读卡器", Role.ID_READER, "resident_id", "COM3"), SetUp("", "  ", Role.RELAY, "lcus", "COM5"),
        SetUp("0" * 32, "不在", Role.RELAY, "lcus", "COM6"),
    ):  # fmt: skip
        try:
            world.do(service.set_up, wanted)
        except Refused as refused:
            refusals.append(refused.code)
    assert refusals == [
        "device.name_taken", "device.address_taken", "device.address_taken", "device.no_name", "device.gone",
    ]  # fmt: skip
