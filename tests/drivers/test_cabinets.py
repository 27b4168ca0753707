"""Cabinets on a line: a door is open when its contact says so, and one that stays open is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from drivers import registry
from drivers.api import Outcome, Reading, Result, State
from drivers.simulated.lock_boards import SimulatedCabinet
from tests.drivers.case import SerialRig, all_cases
from tests.drivers.conftest import Recorder

NAMES = ("lock8a80", "kerong_cu16", "kerong_cu48", "wkly")
Make = Callable[..., SerialRig]


@pytest.fixture
def make(told: Recorder) -> Iterator[Make]:
    made: list[SerialRig] = []

    def one(name: str, **options: object) -> SerialRig:
        case = all_cases()[name]
        quick = {**case.options, "opens_ms": 300, **options}
        rig = SerialRig(registry.get(name), type(case)(options=quick), told)
        made.append(rig)
        rig.driver.start()
        told.until(lambda: (State.READY, "") in told.states)
        return rig

    yield one
    for rig in made:
        rig.close()


def cabinet(rig: SerialRig) -> SimulatedCabinet:
    assert isinstance(rig.player.device, SimulatedCabinet)
    return rig.player.device


def opened(rig: SerialRig, lock: int = 3) -> Result:
    return rig.driver.act("open", {"lock": lock})


def told_of(told: Recorder, kind: str) -> list[tuple[object, ...]]:
    return [tuple(e.fields.values()) for e in told.events if isinstance(e, Reading) and e.kind == kind]


@pytest.mark.parametrize("name", NAMES)
def test_the_door_proves_it(name: str, make: Make, told: Recorder) -> None:
    rig = make(name)
    result = opened(rig)
    assert (result.outcome, result.fields) == (Outcome.DONE, {"lock": 3, "proof": "door"})
    assert cabinet(rig).fired == [3]
    board = rig.driver.options["address"]
    told.until(lambda: (board, 3, False) in told_of(told, "door"))
    rig.player.command("shut 3")
    told.until(lambda: told_of(told, "door")[-1:] == [(board, 3, True)])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("fault", "outcome", "codes"),
    [
        ("stuck", Outcome.FAILED, {"still_shut", "refused"}),
        ("dead_coil", Outcome.FAILED, {"still_shut", "refused"}),
        ("no_ack", Outcome.DONE, {""}),
        ("blind", Outcome.UNKNOWN, {"no_answer"}),
    ],
)
def test_faults(name: str, fault: str, outcome: Outcome, codes: set[str], make: Make) -> None:
    rig = make(name)
    rig.player.switch(fault)
    result = opened(rig)
    assert result.outcome is outcome
    assert result.code in codes
    assert len(cabinet(rig).fired) == (0 if fault == "dead_coil" else 1), "never twice"


@pytest.mark.parametrize("name", NAMES)
def test_wired_the_other_way(name: str, make: Make) -> None:
    rig = make(name, wiring="closed_when_open")
    assert opened(rig).outcome is Outcome.DONE
    assert cabinet(rig).open == {3}


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_wiring_never_says_open(name: str, make: Make) -> None:
    """Set the wrong way round, a door that did not open looks open before, and shut after: no false DONE."""
    rig = make(name, wiring="closed_when_open")
    cabinet(rig).high_is_closed = True
    assert opened(rig).outcome is Outcome.FAILED


@pytest.mark.parametrize(("name", "acks"), [("lock8a80", True), ("kerong_cu48", True), ("wkly", True), ("kerong_cu16", False)])  # fmt: skip
def test_doors_that_are_not_seen(name: str, acks: bool, make: Make, told: Recorder) -> None:
    rig = make(name, wiring="none")
    result = opened(rig)
    if acks:
        assert (result.outcome, result.fields["proof"]) == (Outcome.DONE, "board")
    else:
        assert (result.outcome, result.code) == (Outcome.UNKNOWN, "unproven")
    assert told_of(told, "door") == []


def test_a_door_left_open_is_told_once_each_time(make: Make, told: Recorder) -> None:
    rig = make("lock8a80", left_open_s=1)
    opened(rig)
    told.until(lambda: len(told_of(told, "alarm")) == 1)
    assert told_of(told, "alarm") == [("left_open", 1, 3)]
    rig.player.command("shut 3")
    told.until(lambda: told_of(told, "door")[-1:] == [(1, 3, True)])
    opened(rig)
    told.until(lambda: len(told_of(told, "alarm")) == 2)


def test_a_report_of_the_board_is_heard(make: Make, told: Recorder) -> None:
    rig = make("lock8a80", poll_ms=60_000)
    told.until(lambda: len(told_of(told, "door")) == 24)
    rig.plug.send(bytes.fromhex("81 01 05 11 94"))
    told.until(lambda: told_of(told, "door")[-1:] == [(1, 5, False)])
    rig.plug.send(bytes.fromhex("81 02 05 00 86"))
    rig.plug.send(bytes.fromhex("81 01 06 11 97"))
    told.until(lambda: told_of(told, "door")[-1:] == [(1, 6, False)])
    assert (1, 5, True) in told_of(told, "door")
    assert told_of(told, "door").index((1, 5, True)) < 24, "another board's door is not ours"


def test_contents(make: Make, told: Recorder) -> None:
    rig = make("kerong_cu16")
    rig.player.command("put 2")
    told.until(lambda: (0, 2, True) in told_of(told, "contents"))
    rig.player.command("take 2")
    told.until(lambda: told_of(told, "contents")[-1:] == [(0, 2, False)])
    assert told_of(told, "contents").count((0, 2, True)) == 1, "changes only"


def test_only_as_many_locks_as_are_fitted(make: Make, told: Recorder) -> None:
    rig = make("lock8a80", locks=4)
    told.until(lambda: len(told_of(told, "door")) == 4)
    result = opened(rig, 5)
    assert (result.outcome, result.code) == (Outcome.FAILED, "no_such")
    assert cabinet(rig).fired == []


def test_open_all(make: Make) -> None:
    rig = make("lock8a80", locks=3)
    assert rig.driver.act("open_all").outcome is Outcome.DONE
    assert cabinet(rig).fired == [1, 2, 3]


def test_an_echo_is_not_a_refusal(make: Make) -> None:
    """The failed answer of 8A/80 is the request itself; with the echo set it is put aside, without it the door decides."""
    rig = make("lock8a80", local_echo=True)
    device, hear = cabinet(rig), cabinet(rig).hear
    device.hear = lambda data: [data, *hear(data)]  # type: ignore[method-assign]
    assert opened(rig).outcome is Outcome.DONE


def test_a_simulated_cabinet_knows_its_commands() -> None:
    device = SimulatedCabinet()
    for line in ("", "open", "open 0", "open 25", "kick 3", "open x"):
        with pytest.raises(ValueError):
            device.command(line)
    device.command("open 3")
    assert device.look() == {"open": [3], "holding": [], "fired": []}
