"""Dispensers on a line: the vending board and the relay with a drop sensor. Nothing is ever handed out twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from drivers import registry
from drivers.api import Outcome, Reading, Result, State
from drivers.simulated.vending import SimulatedVending
from tests.drivers.case import SerialRig, all_cases
from tests.drivers.conftest import Recorder

Make = Callable[..., SerialRig]


@pytest.fixture
def make(told: Recorder) -> Iterator[Make]:
    made: list[SerialRig] = []

    def one(name: str, **options: object) -> SerialRig:
        case = all_cases()[name]
        rig = SerialRig(registry.get(name), type(case)(options={**case.options, **options}), told)
        made.append(rig)
        if isinstance(rig.player.device, SimulatedVending):
            rig.player.device.turn_s = 0.3
        rig.driver.start()
        told.until(lambda: (State.READY, "") in told.states)
        return rig

    yield one
    for rig in made:
        rig.close()


def turned(rig: SerialRig) -> list[int]:
    assert isinstance(rig.player.device, SimulatedVending)
    return rig.player.device.turned


def kinds(told: Recorder, kind: str) -> list[dict[str, object]]:
    return [dict(e.fields) for e in told.events if isinstance(e, Reading) and e.kind == kind]


def test_one_mask_and_the_stock_after_it(make: Make, told: Recorder) -> None:
    rig = make("vmc", check="padded")
    result = rig.driver.act("vend", {"selection": 13})
    assert (result.outcome, result.fields["drop_sensor"]) == (Outcome.DONE, True)
    assert turned(rig) == [13]
    told.until(lambda: bool(kinds(told, "stock")))
    assert kinds(told, "stock")[-1]["count"] == 39
    assert not kinds(told, "poll"), "polls are the talk's own affair"


@pytest.mark.parametrize(
    ("fault", "outcome", "code"),
    [("jam", Outcome.FAILED, "jam"), ("no_motor", Outcome.FAILED, "no_motor"),
     ("stuck_motor", Outcome.UNKNOWN, "motor_not_stopped"), ("secretive", Outcome.UNKNOWN, "no_outcome")],
)  # fmt: skip
def test_what_goes_wrong_is_said(fault: str, outcome: Outcome, code: str, make: Make) -> None:
    rig = make("vmc", vend_s=3)
    rig.player.switch(fault)
    result = rig.driver.act("vend", {"selection": 13})
    assert (result.outcome, result.code) == (outcome, code)
    assert len(turned(rig)) <= 1


def test_the_line_goes_while_it_turns_and_nothing_is_repeated(make: Make, told: Recorder) -> None:
    rig = make("vmc")
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(rig.driver.act("vend", {"selection": 13})))
    thread.start()
    told.until(lambda: bool(kinds(told, "vend")))
    rig.unplug()
    thread.join(5)
    assert (results[0].outcome, results[0].code) == (Outcome.UNKNOWN, "port_gone")
    rig.plug_in()
    told.until(lambda: [s for s, _ in told.states][-1] is State.READY and len(told.states) > 2)
    told.until(lambda: any(said["code"] == "success" for said in kinds(told, "vend")))
    assert kinds(told, "vend")[-1]["late"] is True, "said late: a person decides"
    assert turned(rig) == [13]
    assert bytes(rig.player.heard).count(bytes.fromhex("FA FB 06 05")) == 1


def test_stop_while_it_turns(make: Make, told: Recorder) -> None:
    rig = make("vmc")
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(rig.driver.act("vend", {"selection": 13})))
    thread.start()
    told.until(lambda: bool(kinds(told, "vend")))
    assert rig.driver.stop()
    thread.join(2)
    assert not thread.is_alive()
    assert results[0].outcome is Outcome.UNKNOWN


def test_a_board_that_falls_silent_is_lost(make: Make, told: Recorder) -> None:
    rig = make("vmc")
    rig.driver.SILENT_S = 0.3  # type: ignore[misc]
    rig.player.switch("mute")
    told.until(lambda: told.states[-1] == (State.LOST, "no_answer"))
    assert rig.driver.act("vend", {"selection": 13}).code == "no_answer"
    rig.player.switch("")
    told.until(lambda: told.states[-1] == (State.READY, ""))


def test_questions(make: Make, told: Recorder) -> None:
    rig = make("vmc", check="padded")
    assert rig.driver.act("stock").outcome is Outcome.DONE
    told.until(lambda: [said["count"] for said in kinds(told, "stock")] == [40])
    assert rig.driver.act("check", {"selection": 13}).outcome is Outcome.DONE
    assert rig.driver.act("check", {"selection": 99}).code == "no_such"
    assert rig.driver.act("machine").outcome is Outcome.DONE
    assert rig.driver.act("set_stock", {"selection": 13, "count": 7}).outcome is Outcome.DONE
    assert rig.player.device.look()["stock"] == {13: 7}


# --- relay and sensor -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("board", ["waveshare", "lc", "modbus"])
@pytest.mark.parametrize("falls", ["closes", "opens"])
def test_the_sensor_proves_it(board: str, falls: str, make: Make, told: Recorder) -> None:
    rig = make("relay_drop", board=board, falls=falls)
    result = rig.driver.act("vend")
    assert (result.outcome, result.fields) == (Outcome.DONE, {"proof": "sensor"})
    assert rig.player.device.look()["handed_out"] == 1
    assert kinds(told, "vend") == [{"code": "success"}]


@pytest.mark.parametrize("fault", ["jam", "blind", "stuck"])
def test_nothing_seen_is_unknown_or_refused(fault: str, make: Make) -> None:
    rig = make("relay_drop")
    rig.player.switch(fault)
    result = rig.driver.act("vend")
    assert result.outcome in (Outcome.UNKNOWN, Outcome.FAILED)
    assert result.code in ("nothing_fell", "refused", "still_on")
    assert rig.player.device.look()["moves"] == (0 if fault == "stuck" else 1)


def test_something_hangs_in_the_chute(make: Make, told: Recorder) -> None:
    rig = make("relay_drop")
    rig.player.command("swing")
    told.until(lambda: kinds(told, "alarm") == [{"sort": "blocked"}])
    result = rig.driver.act("vend")
    assert (result.outcome, result.code) == (Outcome.FAILED, "blocked")
    assert rig.player.device.look()["moves"] == 0, "the motor does not turn against it"


def test_an_empty_roll(make: Make) -> None:
    rig = make("relay_drop")
    rig.player.command("refill 1")
    assert rig.driver.act("vend").outcome is Outcome.DONE
    assert rig.driver.act("vend").code == "nothing_fell"
