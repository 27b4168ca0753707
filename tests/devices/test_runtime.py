"""Devices while the program runs: each role heard and told through its simulator, and outcomes that do not lie."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.events import Bus, DeviceSaid, HealthChanged
from desk.devices import reads, service
from desk.devices.acting import Ended, Purpose, Role
from desk.devices.views import SetUp
from desk.store.store import Store
from drivers.ports import PortSeen
from drivers.simulated.player import Player
from drivers.simulated.ports import PtyPlug
from tests.conftest import KEY, LogWatch
from tests.devices.world import World
from tests.fakes.clock import FakeClock

LOCKS = {"opens_ms": 200}


@pytest.mark.parametrize(
    ("driver", "role", "hand", "kind", "field"),
    [
        ("resident_id", Role.ID_READER, "card mainland 1", "identity", "name"),
        ("gm65", Role.SCANNER, "code 6901234567892", "code", "text"),
        ("rdm6300", Role.CARD_READER, "card 0006547886", "card", "uid"),
        ("pcsc", Role.CARD_READER, "card 0476BFE1BF0280", "card", "uid"),
        ("modbus_inputs", Role.CONTACT, "input 3 off", "contact", "channel"),
        ("rf433", Role.SOS_RECEIVER, "press 841904", "alarm", "sort"),
        ("rs485_th", Role.CLIMATE_SENSOR, "temperature 30", "level", "value"),
    ],
)
def test_what_a_device_says_is_an_event_with_its_role(
    world: World, driver: str, role: Role, hand: str, kind: str, field: str
) -> None:
    options = {"rs485_th": {"poll_ms": 50}}.get(driver, {})
    one = world.add("练习", role, driver, options=options)
    assert one.stage is not None
    one.stage.hand(hand)
    world.until(lambda: bool(world.heard(kind)))
    said = world.heard(kind)[-1]
    assert (said.device_id, said.role, said.at_ms) == (one.id, role.value, world.floor.clock.now_ms())
    assert str(said.fields[field])
    assert str(said.fields[field]) not in repr(said) or len(str(said.fields[field])) < 3


@pytest.mark.parametrize(
    ("driver", "role", "action", "params"),
    [
        ("barrier", Role.BARRIER, "open", {}),
        ("modbus_relay", Role.RELAY, "pulse", {"channel": 1, "ms": 200}),
        ("lcus", Role.RELAY, "pulse", {"channel": 1, "ms": 200}),
        ("kerong_cu16", Role.LOCKER, "open", {"lock": 3}),
        ("lock8a80", Role.LOCKER, "open", {"lock": 3}),
        ("relay_drop", Role.DISPENSER, "vend", {}),
        ("vmc", Role.DISPENSER, "vend", {"selection": 13}),
    ],
)
def test_an_action_is_recorded_done_and_answered(
    world: World, driver: str, role: Role, action: str, params: dict[str, object]
) -> None:
    purpose = Purpose("visit", "0" * 31 + "5")
    one = world.add("练习", role, driver, options=LOCKS if role is Role.LOCKER else {})
    acted = world.act(one, action, params, purpose=purpose)
    (line,) = world.ask(reads.for_subject, "visit", purpose.subject_id)
    assert (line.action_id, line.device, line.action, line.params) == (acted.action_id, "练习", action, params)
    assert (line.outcome, line.code) == (acted.outcome, acted.code)
    blind = driver == "lcus"  # nothing at it says what became of it
    assert (acted.outcome, acted.code) == ((Ended.UNKNOWN, "device.unproven") if blind else (Ended.DONE, ""))
    assert world.ask(reads.unresolved) == []
    assert line.training
    assert line.by == world.floor.actor.operator_id


def test_a_reading_is_kept_before_anybody_hears_of_it(world: World) -> None:
    order: list[str] = []
    world.floor.bus.subscribe(lambda event: order.append("heard") if isinstance(event, DeviceSaid) else None)
    world.devices.keep("alarm", lambda said: order.append("kept"))
    one = world.add("按钮", Role.SOS_RECEIVER, "rf433")
    assert one.stage is not None
    one.stage.hand("press 841904")
    world.until(lambda: bool(world.heard("alarm")))
    assert order[:2] == ["kept", "heard"]


def test_what_is_not_there_is_answered_too(world: World) -> None:
    gone = world.devices
    answers: list[str] = []
    came = threading.Event()

    def done(acted: object) -> None:
        answers.append(getattr(acted, "code", ""))
        came.set()

    gone.act("0" * 32, "open", done=done)
    assert came.wait(5)
    lock = world.add("柜", Role.LOCKER, "wkly")
    assert world.act(lock, "fly").code == "device.action"
    assert world.act(lock, "open", {"lock": 999}).code == "device.option"
    world.do(service.switch, lock.id, True)
    world.until(lambda: not world.devices.attached())
    still = world.devices.driven(lock.id)
    assert still is not None
    assert world.act(still, "open", {"lock": 1}).code == "device.is_off"
    assert answers == ["device.gone"]
    assert world.outcomes() == []
    world.do(service.switch, lock.id, False)
    world.until(lambda: bool(world.devices.attached(Role.LOCKER)))


def test_a_mute_machine_leaves_an_unknown_that_a_person_settles(world: World) -> None:
    one = world.add("柜", Role.LOCKER, "lock8a80", options={"timeout_ms": 60, "poll_ms": 10_000})
    assert one.stage is not None
    one.stage.switch("mute")
    acted = world.act(one, "open", {"lock": 2})
    assert (acted.outcome, acted.code) == (Ended.UNKNOWN, "device.no_answer")
    (open_one,) = world.ask(reads.unresolved)
    assert open_one.action_id == acted.action_id
    world.do(service.resolve, acted.action_id, True)
    assert world.ask(reads.unresolved) == []
    assert world.outcomes() == [("open", "done", "device.looked")]
    assert world.ask(reads.history)[0].settled_by == world.floor.actor.operator_id
    with pytest.raises(Refused, match="not_unknown"):
        world.do(service.resolve, acted.action_id, False)


def test_one_device_does_not_wait_for_another(world: World) -> None:
    slow = world.add("慢柜", Role.LOCKER, "lock8a80", options={"timeout_ms": 500, "poll_ms": 10_000})
    quick = world.add("快", Role.RELAY, "modbus_relay")
    assert slow.stage is not None
    slow.stage.switch("mute")
    came = threading.Event()
    world.devices.act(slow.id, "open", {"lock": 1}, done=lambda acted: came.set())
    acted = world.act(quick, "pulse", {"channel": 1, "ms": 200})
    assert acted.outcome is Ended.DONE
    assert not came.is_set()
    world.until(came.is_set)


def test_pulled_out_and_back_each_told_once_with_its_name(world: World) -> None:
    one = world.add("发卡器", Role.CARD_READER, "card_text")
    assert one.stage is not None
    one.stage.switch("unplugged")
    world.until(lambda: one.health.code == "device.port_gone")
    one.stage.switch("")
    world.until(lambda: one.health.ready)
    told = [(event.code, event.ok, event.name) for event in world.health if event.subject == f"device.{one.id}"]
    assert told == [
        ("device.ready", True, "发卡器"), ("device.port_gone", False, "发卡器"), ("device.ready", True, "发卡器"),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")
def test_a_real_line_vanishes_and_works_again_in_time(world: World, tmp_path: Path) -> None:
    """A pseudo terminal behind an address of its own: shown lost in 3 s, working again in 5 s of being back."""
    plug = PtyPlug(tmp_path / "line")
    device = world.kinds["rdm6300"].simulator({})
    with Player(device, plug) as player:
        one = world.add("读卡器", Role.CARD_READER, "rdm6300", address=plug.port)
        player.command("card 0006547886")
        world.until(lambda: bool(world.heard("card")))
        pulled_s = time.monotonic()
        plug.unplug()
        world.until(lambda: not one.health.ok)
        assert time.monotonic() - pulled_s < 3
        back_s = time.monotonic()
        plug.plug_in()
        world.until(lambda: one.health.ready)
        player.command("card 0001234567")
        world.until(lambda: len(world.heard("card")) == 2)
        assert time.monotonic() - back_s < 5


def test_ports_that_come_and_go_are_known(world: World) -> None:
    world.look.append(PortSeen("/dev/ttyUSB0", "usb:1a86:7523:@1-2", "CH340"))
    world.until(lambda: [port.name for port in world.devices.ports()] == ["/dev/ttyUSB0"])
    world.look.clear()
    world.until(lambda: world.devices.ports() == [])
    assert not world.devices.ports()


def test_a_program_that_went_in_the_middle_finds_an_unknown_and_does_nothing_again(
    template_store: Path, tmp_path: Path, clock: FakeClock, actor: Actor, log_watch: object
) -> None:
    """The store as it stood at the worst moment, and the machine that was told: the next program does not tell it again."""
    path = tmp_path / "desk.db"
    path.write_bytes(template_store.read_bytes())
    first = World(Store(path, KEY, clock, Bus()), Bus(), clock, actor)
    set_up = first.do(service.set_up, SetUp("", "口罩机", Role.DISPENSER, "relay_drop", training=True))
    begun = first.do(service.begin, set_up, "vend", {}, Purpose("dispensed", "0" * 31 + "9"))
    first.floor.lanes.close()
    first.floor.store.close()  # it went here: begun is written, no outcome is
    bus = Bus()
    second = World(Store(path, KEY, clock, bus), bus, clock, actor)
    second.start()
    try:
        one = second.devices.driven(set_up.id)
        assert one is not None
        assert one.stage is not None
        second.until(lambda: one.health.ready)
        assert second.outcomes() == [("vend", "unknown", "device.interrupted")]
        assert [line.action_id for line in second.ask(reads.unresolved)] == [begun.action_id]
        assert one.stage.look()["handed_out"] == 0
    finally:
        second.close()
        second.floor.store.close()


def test_a_program_that_stops_while_a_motor_turns_says_unknown(world: World) -> None:
    one = world.add("口罩机", Role.DISPENSER, "vmc")
    assert one.stage is not None
    one.stage.switch("secretive")
    answers: list[str] = []
    world.devices.act(one.id, "vend", {"selection": 13}, done=lambda acted: answers.append(acted.outcome.value))
    look = one.stage.look
    world.until(lambda: bool(world.ask(reads.history)))
    deadline = time.monotonic() + 10
    while not look()["turned"] and time.monotonic() < deadline:
        threading.Event().wait(0.02)
    world.devices.close()
    assert answers == ["unknown"]
    assert [(action, outcome) for action, outcome, _ in world.outcomes()] == [("vend", "unknown")]


def test_a_device_without_a_driver_is_shown_and_harms_nobody(world: World) -> None:
    world.do(service.set_up, SetUp("", "旧机器", Role.RELAY, "no_such_driver", "COM9"))
    world.do(service.set_up, SetUp("", "错设置", Role.RELAY, "lcus", "COM8", {"channels": 4000}))
    world.until(lambda: len(world.devices.everything()) == 2)
    assert {one.code for one in world.devices.everything()} == {"device.no_driver", "device.option"}
    assert world.devices.attached() == []


def test_a_change_of_name_does_not_let_go_of_the_line(world: World) -> None:
    one = world.add("旧名", Role.RELAY, "lcus")
    before = len([event for event in world.health if isinstance(event, HealthChanged)])
    world.do(service.set_up, SetUp(**{**vars(one.set_up), "name": "新名"}))
    world.until(lambda: [seen.name for seen in world.devices.attached()] == ["新名"])
    assert world.devices.driven(one.id) is one
    assert len(world.health) == before
    world.do(service.remove, one.id)
    world.until(lambda: not world.devices.everything())
    assert world.health[-1].code == "device.off"


def test_a_probe_says_what_is_there_and_moves_nothing(world: World) -> None:
    one = world.add("柜", Role.LOCKER, "lock8a80")
    assert one.stage is not None
    answers: list[str] = []
    for driver, options in (
        ("lock8a80", {"port": "memory:none"}), ("lcus", {"port": "/dev/no-such-port"}), ("nothing", {}), ("lcus", {"x": 1}),
    ):  # fmt: skip
        world.devices.probe(driver, options, answers.append)
    assert world.floor.lanes.drain("devices")
    assert answers == ["device.port_gone", "device.port_gone", "device.no_driver", "device.option"]


def test_a_driver_that_fails_under_our_hands_leaves_an_unknown(
    world: World, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    one = world.add("继电器", Role.RELAY, "modbus_relay")

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(one.driver, "act", broken)
    log_watch.expect("bug on lane device-")
    acted = world.act(one, "pulse", {"channel": 1, "ms": 200})
    assert (acted.outcome, acted.code) == (Ended.UNKNOWN, "device.driver_bug")
    assert world.outcomes() == [("pulse", "unknown", "device.driver_bug")]
