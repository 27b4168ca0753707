"""What simulated machines say becomes alarms and sprays: stored before a watch is answered, and nothing kept of places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desk.alarming import NOT_STORED, STORED, Alarming
from desk.alarms import reads, rules_dust, service
from desk.alarms.rules import Ring, Sort, Stand
from desk.alarms.rules_automation import Automation, Does
from desk.alarms.rules_dust import Dust
from desk.alarms.tables import Alarm
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Trouble
from desk.core.events import Bus, DeviceSaid
from desk.devices.acting import Ended, Role
from desk.devices.driven import Driven
from desk.store.store import Store
from tests.conftest import LogWatch
from tests.devices.world import World
from tests.fakes.clock import FakeClock

WATCH, STRANGER = "0000000015", "0000000099"


class Stood(World):
    """A world whose devices raise alarms."""

    def __init__(self, store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> None:
        super().__init__(store, bus, clock, actor)
        self.floor.time = SiteTime()  # type: ignore[attr-defined]
        self.alarming = Alarming(self.floor, self.devices)  # type: ignore[arg-type]
        self.alarming.start()
        self.settle()

    def settle(self) -> None:
        """Everything that was put on the lanes is done."""
        for lane in ("disk-read", "disk-write", "disk-read"):
            assert self.floor.lanes.drain(lane)

    def close(self) -> None:
        self.alarming.stop()
        super().close()

    def alarms(self) -> list[Any]:
        return list(self.ask(reads.recent))


@pytest.fixture
def world(store: Store, bus: Bus, clock: FakeClock, actor: Actor) -> Iterator[Stood]:
    world = Stood(store, bus, clock, actor)
    world.start()
    yield world
    world.close()


def test_a_press_is_one_alarm_however_long_it_is_held(world: Stood) -> None:
    one = world.add("南门接收器", Role.SOS_RECEIVER, "rf433", place="南门岗亭")
    one.stage.hand("press 841904")
    world.until(lambda: len(world.heard("alarm")) == 5)
    (alarm,) = world.alarms()
    assert (alarm.sort, alarm.stand, alarm.ring) == (Sort.SOS, Stand.RINGING, Ring.CHIME)
    assert (alarm.device_name, alarm.training, alarm.now.again) == ("南门接收器", True, 0)
    one.stage.hand("press 841905")
    world.until(lambda: len(world.alarms()) == 2)


def test_a_watch_is_answered_once_its_alarm_is_stored_and_not_before(
    world: Stood, log_watch: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_watch.expect("an alarm is not stored")
    log_watch.expect("was not taken")
    one = world.add("手表", Role.WATCH_GATEWAY, "gps_watch", options={"allow": WATCH})
    broken = Trouble("store.disk_full")

    def refuse(u: Any, heard: Any) -> None:
        raise broken

    with monkeypatch.context() as patch:
        patch.setattr(service, "raise_alarm", refuse)
        one.stage.hand("sos")
        world.until(lambda: any(event.code == NOT_STORED for event in world.health))
        assert one.stage.look()["unanswered"]
        assert world.alarms() == []
    world.until(lambda: not one.stage.look()["unanswered"])  # it says it again, and is answered
    assert [alarm.sort for alarm in world.alarms()] == [Sort.SOS]


def test_without_an_allow_list_no_watch_is_heard(world: Stood) -> None:
    one = world.add("手表", Role.WATCH_GATEWAY, "gps_watch", options={"allow": STRANGER})
    one.stage.hand("sos")
    world.until(lambda: world.devices.driven(one.id) is not None and one.stage.look()["unanswered"])
    world.add("别的", Role.RELAY, "modbus_relay")  # time passes
    assert world.alarms() == []
    assert one.stage.look()["unanswered"]


def test_no_place_of_a_watch_is_kept(world: Stood) -> None:
    """DOMAIN C18: an alarm, no track. Nothing in the store says where or when the watch says it was."""
    one = world.add("手表", Role.WATCH_GATEWAY, "gps_watch", options={"allow": WATCH, "areas": True, "vitals": True})
    for hand in ("battery 15", "sos", "fall", "taken_off", "low_battery"):
        one.stage.hand(hand)
        world.until(lambda: not one.stage.look()["unanswered"])
    world.settle()
    kept = {alarm.sort for alarm in world.alarms()}
    assert kept <= {Sort.SOS, Sort.FALL, Sort.TAKEN_OFF, Sort.LOW_BATTERY}
    with world.floor.store.reading() as r:
        columns = {column.name for column in Alarm.__table__.columns}
        rows = [tuple(row) for row in r.conn.execute(text("SELECT * FROM alarm"))]
        lines = [bytes(row.body) for row in r.conn.execute(text("SELECT body FROM outbox WHERE kind = 'alarm'"))]
    assert not columns & {"lat", "lon", "latitude", "longitude", "position", "speed", "said_at"}
    assert not any(isinstance(value, float) for row in rows for value in row)
    assert not any(word in line for line in lines for word in (b"0.0,N", b"2022-11-26", b"221126"))


def test_what_cannot_be_stored_is_told_and_stored_later(
    world: Stood, log_watch: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_watch.expect("an alarm is not stored")
    one = world.add("接收器", Role.SOS_RECEIVER, "rf433")

    def refuse(u: Any, heard: Any) -> None:
        raise Trouble("store.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(service, "raise_alarm", refuse)
        one.stage.hand("press 841904")
        world.until(lambda: any(event.code == NOT_STORED for event in world.health))
    assert one.health.ready
    world.alarming.tick()
    world.settle()
    assert [alarm.sort for alarm in world.alarms()] == [Sort.SOS]
    assert world.health[-1].code == STORED


def test_a_contact_is_an_alarm_and_over_and_acknowledged(world: Stood) -> None:
    one = world.add(
        "井盖", Role.CONTACT, "modbus_inputs", options={"sorts": "door,manhole", "poll_ms": 50}, place="3 号楼北"
    )
    one.stage.hand("input 2 off")
    world.until(lambda: len(world.alarms()) == 1)
    (alarm,) = world.alarms()
    assert (alarm.sort, alarm.contact, alarm.now.over_at) == (Sort.MANHOLE, 2, None)
    world.alarming.acknowledge(one.id, 2)
    one.stage.hand("input 2 on")
    world.until(lambda: world.alarms()[0].now.over_at is not None)
    assert world.alarms()[0].stand is Stand.RINGING  # somebody is to look at it all the same
    one.stage.hand("input 1 off")  # a door in daytime is none
    world.until(lambda: any(said.fields.get("channel") == 1 for said in world.heard("contact")))
    world.settle()
    assert len(world.alarms()) == 1


def blow(world: Stood, sensor: Driven) -> None:
    """The air is bad, and the desk has heard it."""
    heard = len(bad(world))
    sensor.stage.hand("dust 120 200")
    world.until(lambda: len(bad(world)) > heard)


def bad(world: Stood) -> list[DeviceSaid]:
    return [one for one in world.heard("level") if one.fields["quantity"] == "pm2_5" and one.fields["value"] == 120]


def test_dust_starts_the_relay_once_and_what_came_of_it_is_kept(
    world: Stood, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_dust, "SLICE_MS", 500)
    relay = world.add("喷雾", Role.RELAY, "modbus_relay", options={"poll_ms": 50})
    sensor = world.add("扬尘", Role.AIR_SENSOR, "pms5003", options={"warm_up_s": 0})
    rule = Automation("", Does.DUST, "喷雾", sensor.id, relay_id=relay.id, channel=2, dust=Dust(75, 1, 1, 60))
    rule_id = world.do(service.save_automation, rule)
    world.settle()
    for _ in range(8):
        clock.advance(10_000)
        blow(world, sensor)
    world.until(
        lambda: bool(world.ask(reads.automations)[0].runs) and world.ask(reads.automations)[0].runs[0].ended != "began"
    )
    (run,) = world.ask(reads.automations)[0].runs
    assert (run.ended, run.code, run.value) == ("done", "", 120)
    assert world.alarming.doing() == {rule_id: "resting"}
    assert world.outcomes() == [("pulse", Ended.DONE.value, "")] * 2  # one half of it after the other
    world.until(lambda: not any(relay.stage.look()["relays"]))  # type: ignore[arg-type]


def test_the_wall_clock_may_jump_and_the_rest_stays(world: Stood, clock: FakeClock) -> None:
    """A spray follows from time that passed, not from a clock that was set."""
    sensor = world.add("扬尘", Role.AIR_SENSOR, "pms5003", options={"warm_up_s": 0})
    world.do(
        service.save_automation, Automation("", Does.DUST, "", sensor.id, relay_id="e" * 32, dust=Dust(75, 5, 1, 60))
    )
    world.settle()
    for jump in (DAY_MS, -2 * DAY_MS, DAY_MS):
        blow(world, sensor)
        clock.set(clock.now_ms() + jump)
        blow(world, sensor)
    world.settle()
    assert world.ask(reads.automations)[0].runs == ()


def test_a_spray_that_a_killed_program_left_is_unknown(
    store: Store, bus: Bus, clock: FakeClock, actor: Actor, tmp_path: Path
) -> None:
    from desk.alarms.rights import MACHINE

    with store.unit(actor) as u:
        rule = service.save_automation(u, Automation("", Does.DUST, "", "d" * 32, relay_id="e" * 32))
    with store.unit(MACHINE) as u:
        service.begin_run(u, rule, 90)
    world = Stood(store, bus, clock, actor)
    try:
        (run,) = world.ask(reads.automations)[0].runs
        assert (run.ended, run.code) == ("unknown", "automation.died")
    finally:
        world.close()
