"""The barrier: two relays never at once, a rest between moves, no relay left on, and proof by the arm's own contact."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from drivers import modbus
from drivers.api import DriverError, Outcome, Reading, State
from drivers.line import Backoff
from drivers.relays.barrier import Barrier
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from drivers.simulated.relays import SimulatedBarrier
from tests.drivers.conftest import Recorder

OPEN, CLOSE, STOP = 1, 2, 3


class Gate:
    """A barrier with all three relays and both contacts, on a board that times pulses itself or not."""

    def __init__(self, **options: object) -> None:
        flavour = str(options.get("board", "waveshare"))
        self.arm = SimulatedBarrier(1, (OPEN, CLOSE, STOP), (1, 2), flavour)
        self.plug = MemoryPlug()
        self.player = Player(self.arm, self.plug)
        self.player.start()
        self.told = Recorder()
        given = {
            "port": self.plug.port, "poll_ms": 50, "timeout_ms": 100, "stop_channel": STOP, "pulse_ms": 200, "rest_ms": 0,
            "open_contact": 1, "closed_contact": 2, "travel_ms": 1500, **options,
        }  # fmt: skip
        self.driver = Barrier(given, self.told, Backoff(0.02, 0.05))
        self.driver.start()
        self.told.until(lambda: bool(self.told.states) and self.told.states[-1] == (State.READY, ""))

    def close(self) -> None:
        stopped = self.driver.stop()
        self.player.stop()
        assert stopped

    @property
    def positions(self) -> list[object]:
        return [e.fields["position"] for e in self.told.events if isinstance(e, Reading)]


Make = Callable[..., Gate]


@pytest.fixture
def gate() -> Iterator[Make]:
    gates: list[Gate] = []

    def make(**options: object) -> Gate:
        gates.append(Gate(**options))
        return gates[-1]

    yield make
    for made in gates:
        made.close()


def soon(condition: Callable[[], bool], seconds: float = 3) -> bool:
    end_s = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end_s:
            return False
        threading.Event().wait(0.01)
    return True


@pytest.mark.parametrize("board", ["waveshare", "modbus"])
def test_it_opens_and_the_arm_proves_it(gate: Make, board: str) -> None:
    made = gate(board=board)
    result = made.driver.act("open")
    assert (result.outcome, result.fields) == (Outcome.DONE, {"proof": "contact"})
    assert made.arm.position == "open"
    assert soon(lambda: made.arm.coils == [False] * 4)
    made.told.until(lambda: made.positions[-1:] == ["open"])
    assert made.driver.act("close").outcome is Outcome.DONE
    assert made.arm.moves == 2


def test_without_contacts_the_relay_is_the_proof_and_the_place_unknown(gate: Make) -> None:
    made = gate(open_contact=0, closed_contact=0)
    assert made.driver.act("open").fields == {"proof": "relay"}
    made.told.until(lambda: made.positions == ["unknown"])


def test_an_arm_that_does_not_move_is_not_reported_open(gate: Make) -> None:
    made = gate(travel_ms=500)
    made.player.switch("arm_stuck")
    result = made.driver.act("open")
    assert (result.outcome, result.code) == (Outcome.UNKNOWN, "not_seen")


def test_between_moves_it_rests_but_stop_always_works(gate: Make) -> None:
    made = gate(rest_ms=60_000)
    assert made.driver.act("open").outcome is Outcome.DONE
    for move in ("open", "close"):
        result = made.driver.act(move)
        assert (result.outcome, result.code) == (Outcome.FAILED, "resting")
        assert 0 < int(result.fields["left_ms"]) <= 60_000
    assert made.driver.act("stop").outcome is Outcome.DONE
    assert made.arm.moves == 2


def test_the_other_relay_is_off_before_one_closes(gate: Make) -> None:
    """Somebody holds CLOSE at the board: it is let go before OPEN closes, and they are never on together."""
    made = gate()
    both: list[bool] = []
    made.arm.closed = lambda coil: both.append(made.arm.coils[OPEN - 1] and made.arm.coils[CLOSE - 1])  # type: ignore[method-assign]
    made.arm.coils[CLOSE - 1] = True
    made.driver.act("open")
    assert both == [False]


def test_a_relay_that_cannot_be_let_go_keeps_the_gate_still(gate: Make) -> None:
    made = gate()
    made.arm.coils[CLOSE - 1] = True
    made.player.switch("refuse")
    result = made.driver.act("open")
    assert (result.outcome, result.code) == (Outcome.FAILED, "interlocked")
    assert made.arm.moves == 0


def test_a_pulse_whose_end_was_lost_is_ended_by_the_next_polls(gate: Make) -> None:
    made = gate(board="modbus", pulse_ms=300)
    results = []
    act = threading.Thread(target=lambda: results.append(made.driver.act("open")))
    act.start()
    assert soon(lambda: made.arm.coils[OPEN - 1])
    made.player.device = SimulatedDevice()  # hears nothing
    act.join(10)
    assert results[0].outcome is Outcome.UNKNOWN
    assert made.arm.coils[OPEN - 1], "the off was lost"
    made.player.device = made.arm
    assert soon(lambda: not made.arm.coils[OPEN - 1], 5)
    opening = modbus.write_coil(1, OPEN - 1, modbus.ON)
    assert bytes(made.player.heard).count(opening) == 1


def test_when_the_program_ends_in_a_pulse_the_relay_goes_off(gate: Make) -> None:
    made = gate(board="modbus", pulse_ms=2000)
    act = threading.Thread(target=lambda: made.driver.act("open"))
    act.start()
    assert soon(lambda: made.arm.coils[OPEN - 1])
    assert made.driver.stop()
    assert soon(lambda: not made.arm.coils[OPEN - 1])
    act.join(10)
    assert not act.is_alive()


def test_what_is_not_wired_and_what_is_not_allowed(gate: Make) -> None:
    made = gate(stop_channel=0)
    assert made.driver.act("stop").code == "not_wired"
    assert made.arm.moves == 0
    with pytest.raises(DriverError) as refused:
        Barrier({"port": "x", "pulse_ms": 5000}, made.told)
    assert refused.value.code == "option.limit"
