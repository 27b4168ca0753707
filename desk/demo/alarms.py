"""Alarms of the demonstration: two who wear a button, what happened this week, a spray for the building site next door."""

from __future__ import annotations

from desk.alarms import service
from desk.alarms.rules import Does as Did
from desk.alarms.rules import Sort
from desk.alarms.rules_automation import USUAL, Automation, Does
from desk.alarms.rules_dust import Dust
from desk.alarms.rules_hours import Hours
from desk.alarms.tables import Alarm, AlarmStep
from desk.alarms.views import Call
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.demo.names import People
from desk.devices import service as devices
from desk.devices.acting import Role
from desk.devices.views import SetUp
from desk.store.unit import Unit

BUTTON, WATCH = "841904", "0000000015"
MACHINES: tuple[tuple[str, Role, str, str, dict[str, str]], ...] = (
    ("呼救接收器", Role.SOS_RECEIVER, "rf433", "南门岗亭", {}),
    ("井盖和后门", Role.CONTACT, "modbus_inputs", "3 号楼北侧", {"sorts": "door,manhole,smoke"}),
    ("工地扬尘", Role.AIR_SENSOR, "pms5003", "北侧围挡", {}),
    ("围挡喷雾", Role.RELAY, "modbus_relay", "北侧围挡", {}),
)


def fill(u: Unit, people: People) -> None:
    """One unit, by the manager of the demonstration."""
    made = {
        name: devices.set_up(u, SetUp("", name, role, driver, "", options, place, training=True)).id
        for name, role, driver, place, options in MACHINES
    }
    for sort, number, door, note in (
        ("pendant", BUTTON, "3 号楼 1 单元 202", "腿脚不便，听力不好"), ("watch", WATCH, "5 号楼 601", ""),
    ):  # fmt: skip
        calls = tuple(Call(people.name(), relation, people.phone()) for relation in ("女儿", "楼组长"))
        service.save_wearer(u, service.WearerDraft(sort, number, people.name(), door, note, calls, consent_by="self"))
    for usual in USUAL:
        service.save_automation(u, usual)
    service.save_automation(
        u, Automation("", Does.AFTER_HOURS, "后门夜里不开", made["井盖和后门"], contact=1, hours=Hours(22 * 60, 6 * 60))
    )
    service.save_automation(
        u,
        Automation(
            "", Does.DUST, "北侧围挡喷雾", made["工地扬尘"], relay_id=made["围挡喷雾"], dust=Dust(75, 5, 20, 60)
        ),
    )
    _past(
        u, Sort.MANHOLE, made["井盖和后门"], "井盖和后门", 2, u.now - 3 * DAY_MS, "物业已盖好，围了警示带", Did.CLOSED
    )
    _past(
        u,
        Sort.SOS,
        made["呼救接收器"],
        "呼救接收器",
        0,
        u.now - DAY_MS + HOUR_MS,
        "洗衣服时碰到了",
        Did.FALSE_ALARM,
        BUTTON,
    )


def _past(
    u: Unit, sort: Sort, device: str, name: str, contact: int, at: int, note: str, end: Did, number: str = ""
) -> None:  # fmt: skip
    alarm = u.add(
        Alarm, kind=sort.value, at=at, ring="chime", device_id=device, device_name=name, contact=contact,
        key=f"{device}:{contact}:{at}", number=number, place="" if number else "3 号楼北侧", battery=None,
        automation_id=None, training=False, gate_id=u.gate_id, clock_quality="trusted",
    )  # fmt: skip
    for step, does, words in ((1, Did.SEEN, ""), (2, end, note)):
        u.add(
            AlarmStep, alarm_id=alarm, step=step, kind=does.value, at=at + step * 4 * MINUTE_MS, whom="", result="",
            text=words, gate_id=u.gate_id, operator_id=None,
        )  # fmt: skip
