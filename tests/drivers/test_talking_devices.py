"""The small talkers on a line: a held tag is one card, a press is an alarm each time, a sensor's sleep is no loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from drivers import registry
from drivers.api import Driver, DriverError, Outcome, Reading, State
from drivers.line import Backoff
from drivers.sensors.sds011 import Sds011
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from tests.drivers.conftest import Recorder


class Desk:
    """A driver with its simulator behind it."""

    def __init__(self, name: str, told: Recorder, options: dict[str, Any]) -> None:
        kind: Any = registry.get(name)
        plug = MemoryPlug()
        self.driver: Driver = kind({**options, "port": plug.port}, told, Backoff(first_s=0.02, top_s=0.05))
        self.device: Any = kind.simulator(self.driver.options)
        self.player, self.told = Player(self.device, plug), told
        self.player.start()
        self.driver.start()
        told.until(lambda: (State.READY, "") in told.states)

    def readings(self, kind: str) -> list[Reading]:
        return [e for e in self.told.events if isinstance(e, Reading) and e.kind == kind]

    def wait(self, kind: str, count: int = 1) -> list[Reading]:
        self.told.until(lambda: len(self.readings(kind)) >= count)
        return self.readings(kind)


@pytest.fixture
def desk(told: Recorder) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(name: str, **options: Any) -> Desk:
        made.append(Desk(name, told, options))
        return made[-1]

    yield make
    for one in made:
        assert one.driver.stop()
        one.player.stop()


def test_a_tag_that_is_held_is_one_card(desk: Callable[..., Desk]) -> None:
    reader = desk("rdm6300", repeat_ms=10_000)
    reader.player.command("hold 0006547886")
    reader.player.command("card 0000000099")
    assert [card.fields["printed"] for card in reader.wait("card", 2)] == ["0006547886", "0000000099"]
    reader.player.command("hold 0006547886")
    reader.wait("card", 3)
    reader.player.command("lift")
    assert len(reader.readings("card")) == 3


def test_a_press_is_told_each_time_and_repeats_say_so(desk: Callable[..., Desk]) -> None:
    receiver = desk("rf433")
    receiver.player.command("press 841904")
    receiver.player.command("press 123456")
    alarms = receiver.wait("alarm", 10)
    assert [(a.fields["who"], a.fields["repeat"]) for a in alarms] == [
        ("841904", False), *[("841904", True)] * 4, ("123456", False), *[("123456", True)] * 4,
    ]  # fmt: skip


def test_a_button_that_sticks_never_ends_the_alarm(desk: Callable[..., Desk]) -> None:
    receiver = desk("rf433", repeat_ms=0)
    receiver.player.command("press 841904")
    receiver.player.switch("held_down")
    assert not any(alarm.fields["repeat"] for alarm in receiver.wait("alarm", 12))


@pytest.mark.parametrize("name", ["pms5003", "sds011"])
def test_a_sensor_that_sleeps_is_not_lost_and_wakes_cold(name: str, desk: Callable[..., Desk]) -> None:
    sensor = desk(name, silent_s=1, warm_up_s=300)
    sensor.wait("level", 2)
    assert sensor.driver.act("sleep").outcome is Outcome.DONE
    assert sensor.device.asleep
    heard = len(sensor.told.events)
    with pytest.raises(AssertionError, match="never came"):
        sensor.told.until(lambda: sensor.told.states[-1][0] is State.LOST, 1.4)
    assert len(sensor.told.events) - heard < 4
    assert sensor.driver.act("wake").outcome is Outcome.DONE
    levels = len(sensor.readings("level"))
    assert [status.fields for status in sensor.wait("status")] == [{"code": "warming_up"}]
    sensor.player.command("dust 99 120")
    sensor.player.command("dust 99 120")
    assert len(sensor.readings("level")) == levels


@pytest.mark.parametrize("name", ["pms5003", "sds011"])
def test_a_sensor_that_falls_silent_is_lost_and_found(name: str, desk: Callable[..., Desk]) -> None:
    sensor = desk(name, silent_s=1)
    sensor.wait("level")
    sensor.player.switch("mute")
    sensor.told.until(lambda: sensor.told.states[-1] == (State.LOST, "no_answer"))
    sensor.player.switch("")
    sensor.told.until(lambda: sensor.told.states[-1] == (State.READY, ""))


@pytest.mark.parametrize("name", ["pms5003", "sds011"])
def test_a_sensor_that_is_asked(name: str, desk: Callable[..., Desk]) -> None:
    sensor = desk(name)
    assert sensor.driver.act("passive").outcome is Outcome.DONE
    assert sensor.device.passive
    assert sensor.driver.act("read").outcome is Outcome.DONE
    sensor.player.switch("mute")
    assert sensor.driver.act("read", deadline_s=0.2).outcome is Outcome.UNKNOWN
    sensor.player.switch("")
    assert sensor.driver.act("active").outcome is Outcome.DONE


def test_pm_levels_in_their_unit(desk: Callable[..., Desk]) -> None:
    sensor = desk("sds011")
    sensor.player.command("dust 35.5 60")
    sensor.told.until(lambda: 35.5 in [level.fields["value"] for level in sensor.readings("level")])
    assert {str(level.fields["unit"]) for level in sensor.readings("level")} == {"ug/m3"}


def test_zeros_of_a_cold_sensor_are_no_levels(desk: Callable[..., Desk]) -> None:
    sensor = desk("pms5003")
    sensor.player.switch("warming_up")
    assert sensor.wait("status")[0].fields == {"code": "warming_up"}


def test_the_working_period_and_the_sensors_own_number(desk: Callable[..., Desk]) -> None:
    sensor = desk("sds011", sensor_id="A160")
    assert sensor.driver.act("period", {"minutes": 30}).outcome is Outcome.DONE
    assert sensor.device.period_min == 30
    for wrong in ("12", "GGGG", "A16O"):
        with pytest.raises(DriverError):
            Sds011.encode("sleep", {}, {"sensor_id": wrong})


def test_a_module_scans_on_a_word_and_is_set(desk: Callable[..., Desk]) -> None:
    scanner = desk("gm65")
    scanner.player.command("hold CODE-7")
    assert scanner.driver.act("scan").outcome is Outcome.DONE
    assert [code.fields["text"] for code in scanner.wait("code")] == ["CODE-7"]
    assert scanner.driver.act("encoding", {"encoding": "gbk"}).outcome is Outcome.DONE
    assert scanner.driver.act("save").outcome is Outcome.DONE
    assert scanner.device.look() == {"held": "CODE-7", "saved": True, "encoding": 2}
    assert scanner.driver.act("read_zone", {"zone": 13, "count": 1}).fields["data"] == "02"
    assert scanner.driver.act("write_zone", {"zone": 0x60, "hex": "01"}).outcome is Outcome.DONE
    assert scanner.driver.act("aim", {"on": True}).outcome is Outcome.DONE
    assert not scanner.readings("reply")
    for wrong in ("", "1", "xx"):
        with pytest.raises(DriverError):
            scanner.driver.act("write_zone", {"zone": 1, "hex": wrong})


def test_heartbeats(desk: Callable[..., Desk]) -> None:
    scanner = desk("gm65", beats=True)
    assert scanner.driver.act("beat").outcome is Outcome.DONE
    scanner.player.switch("mute")
    assert scanner.driver.act("beat", deadline_s=0.2).outcome is Outcome.UNKNOWN
