"""The desk's half of the talk with a vending board, against a simulated one, in an invented time."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from drivers.api import Outcome, Reading
from drivers.dispensers import vmc_frames as vmc
from drivers.dispensers.vmc_frames import Frame
from drivers.dispensers.vmc_session import SETTLE_S, Errand, Session
from drivers.simulated.vending import SimulatedVending


class Talk:
    """A board and our half of the talk, in one invented time."""

    def __init__(self, faults: Iterable[str] = (), **how: object) -> None:
        self.board = SimulatedVending({13: 40, 14: 0})
        self.board.faults |= set(faults)
        self.desk = Session(**how)  # type: ignore[arg-type]
        self.decoder = vmc.Decoder()
        self.now_s = 0.0
        self.said: list[Reading] = []
        self.sent: list[Frame] = []

    def vend(self, selection: int = 13) -> Errand:
        return self.desk.vend(selection, self.now_s, 3.0, 30.0)

    def run(self, seconds: float) -> None:
        """Twenty steps a second."""
        for _ in range(round(seconds * 20)):
            self.now_s += 0.05
            self._hear(self.board.tick(self.now_s))
            self.desk.tick(self.now_s)

    def _hear(self, chunks: list[bytes]) -> None:
        for event in self.decoder.feed(b"".join(chunks)):
            assert isinstance(event, Reading)
            answer, said = self.desk.hear(event, self.now_s)
            self.said += said
            if answer:
                self.sent.append(vmc.parse(answer))
                self._hear(self.board.hear(answer))

    @property
    def moves(self) -> int:
        """How often a packet that turns a motor was sent."""
        return sum(frame.command in (vmc.BUY, vmc.DRIVE) for frame in self.sent)


@pytest.mark.parametrize("mode", ["drive", "buy"])
@pytest.mark.parametrize("check", ["padded", "plain", "off"])
def test_one_mask(mode: str, check: str) -> None:
    talk = Talk(mode=mode, check=check)
    errand = talk.vend()
    talk.run(5)
    assert errand.result is not None
    assert errand.result.outcome is Outcome.DONE
    assert talk.board.turned == [13]
    assert talk.moves == 1
    assert talk.board.late == 0
    assert [said.fields["code"] for said in talk.said if said.kind == "vend"] == ["busy", "success"]
    assert talk.said[-1].fields["count"] == 39


def test_every_poll_is_answered() -> None:
    talk = Talk()
    talk.run(10)
    assert len(talk.sent) == pytest.approx(50, abs=2)
    assert set(talk.sent) == {Frame(vmc.ACK)}


@pytest.mark.parametrize(
    ("faults", "outcome", "code", "turned"),
    [
        ({"jam"}, Outcome.FAILED, "jam", 1),
        ({"no_motor"}, Outcome.FAILED, "no_motor", 0),
        ({"stuck_motor"}, Outcome.UNKNOWN, "motor_not_stopped", 1),
        ({"secretive"}, Outcome.UNKNOWN, "no_outcome", 1),
        ({"deaf"}, Outcome.FAILED, "no_answer", 0),
        ({"no_check"}, Outcome.FAILED, "no_answer", 0),
        ({"no_ack"}, Outcome.DONE, "", 1),
        ({"forgetful"}, Outcome.DONE, "", 1),
        ({"no_ack", "secretive"}, Outcome.UNKNOWN, "no_outcome", 1),
    ],
)
def test_faults(faults: set[str], outcome: Outcome, code: str, turned: int) -> None:
    talk = Talk(faults)
    errand = talk.vend()
    talk.run(40)
    assert errand.result is not None
    assert (errand.result.outcome, errand.result.code) == (outcome, code)
    assert len(talk.board.turned) == turned
    assert talk.moves <= 1, "a vend is never sent twice"


def test_deaf_to_the_vend_itself_is_unknown_and_never_sent_again() -> None:
    talk = Talk({"deaf"}, check="off")
    errand = talk.vend()
    talk.run(60)
    assert errand.result is not None
    assert errand.result.outcome is Outcome.UNKNOWN, "bytes left and nothing came back"
    assert talk.moves == 1


@pytest.mark.parametrize(("selection", "code"), [(14, "out_of_stock"), (99, "no_such")])
def test_refused_by_the_question_before(selection: int, code: str) -> None:
    talk = Talk()
    errand = talk.vend(selection)
    talk.run(3)
    assert errand.result is not None
    assert (errand.result.outcome, errand.result.code) == (Outcome.FAILED, code)
    assert talk.moves == 0


def test_a_paused_selection() -> None:
    talk = Talk()
    talk.board.paused.add(13)
    errand = talk.vend()
    talk.run(3)
    assert errand.result is not None
    assert errand.result.code == "paused"


@pytest.mark.parametrize(("seconds", "outcome"), [(0.0, Outcome.FAILED), (1.2, Outcome.UNKNOWN)])
def test_the_line_goes_away(seconds: float, outcome: Outcome) -> None:
    talk = Talk()
    errand = talk.vend()
    talk.run(seconds)
    talk.desk.lost(talk.now_s, "port_gone")
    assert errand.result is not None
    assert (errand.result.outcome, errand.result.code) == (outcome, "port_gone")
    moves = talk.moves
    talk.run(30)
    assert talk.moves == moves, "nothing is sent when the line is back"


def test_a_board_that_never_polls() -> None:
    desk = Session()
    errand = desk.vend(13, 0.0, 3.0, 30.0)
    desk.tick(2.9)
    assert errand.result is None
    desk.tick(3.0)
    assert errand.result is not None
    assert (errand.result.outcome, errand.result.code) == (Outcome.FAILED, "no_poll")


def test_what_comes_late_is_not_taken_for_the_next_vend() -> None:
    talk = Talk({"secretive"})
    first = talk.vend()
    talk.run(31)
    assert first.result is not None
    assert first.result.code == "no_outcome"
    second = talk.vend()
    assert second.result is not None
    assert (second.result.outcome, second.result.code) == (Outcome.FAILED, "unsettled")
    talk.board._say(vmc.STATE, bytes.fromhex("02000D00"))
    talk.run(1)
    late = talk.said[-1].fields
    assert (talk.said[-1].kind, late["code"], late["late"]) == ("vend", "success", True)
    assert first.result.outcome is Outcome.UNKNOWN, "what was said once stays"
    talk.board.faults.clear()
    third = talk.vend()
    talk.run(5)
    assert third.result is not None
    assert third.result.outcome is Outcome.DONE, "the board has spoken, it is settled"


def test_settled_after_a_while() -> None:
    talk = Talk({"secretive"})
    talk.vend()
    talk.run(31 + SETTLE_S)
    talk.board.faults.clear()
    errand = talk.vend()
    talk.run(5)
    assert errand.result is not None
    assert errand.result.outcome is Outcome.DONE


def test_two_at_once_are_handed_out_one_after_the_other() -> None:
    talk = Talk()
    first, second = talk.vend(), talk.vend()
    talk.run(2.9)
    assert first.result is not None
    talk.run(8)
    assert second.result is not None
    assert len(talk.board.turned) == sum(e.result.outcome is Outcome.DONE for e in (first, second) if e.result)


def test_stock_is_told_after_a_start() -> None:
    talk = Talk()
    errand = talk.desk.tell(vmc.sync, talk.now_s, 3.0)
    talk.run(3)
    assert errand.result is not None
    assert errand.result.outcome is Outcome.DONE
    stock = {said.fields["selection"]: said.fields["count"] for said in talk.said if said.kind == "stock"}
    assert stock == {13: 40, 14: 0}


def test_numbers_go_round_without_zero() -> None:
    talk = Talk(check="off")
    for _ in range(300):
        talk.desk.tell(lambda number: vmc.set_stock(number, 13, 40), talk.now_s, 5.0)
        talk.run(0.25)
    numbers = [frame.number for frame in talk.sent if frame.command == vmc.SET_STOCK]
    assert 0 not in numbers
    assert numbers[:255] == list(range(1, 256))
    assert numbers[255] == 1
