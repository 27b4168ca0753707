"""Once for each time a card is laid down, whatever the module says in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drivers.api import Reading
from drivers.cards.placement import Placement
from drivers.cards.resident_frames import ResidentDecoder, encode
from drivers.simulated.cards import Card
from drivers.simulated.id_reader import SimulatedIdReader


class Desk:
    """Asks a simulated reader as the driver does, without a line and without waiting."""

    def __init__(self, repeat_s: float = 0.0) -> None:
        self.reader, self.placement = SimulatedIdReader(), Placement(repeat_s=repeat_s)
        self.told: list[Reading] = []
        self.now_s = 0.0

    def ask(self, times: int = 1, mute: bool = False) -> None:
        for _ in range(times):
            self.now_s += 0.3
            answers = self.reader.hear(encode(self.placement.command))
            reply = next(iter(ResidentDecoder().feed(b"".join(answers))), None)
            assert reply is None or isinstance(reply, Reading)
            news = self.placement.heard(None if mute else reply, self.now_s)
            if news is not None:
                self.told.append(news)

    @property
    def kinds(self) -> list[str]:
        return [str(told.fields.get("reason", told.kind)) for told in self.told]


@pytest.mark.parametrize("fault", ["", "found_again"])
def test_a_card_that_lies_there_is_read_once(fault: str) -> None:
    desk = Desk()
    desk.reader.faults.update({fault} - {""})
    desk.ask(3)
    desk.reader.place(Card())
    desk.ask(50)
    assert desk.kinds == ["identity"]
    assert desk.reader.asked.count("read") == 1


@pytest.mark.parametrize("fault", ["", "found_again"])
def test_laid_down_again_it_is_read_again(fault: str) -> None:
    desk = Desk()
    desk.reader.faults.update({fault} - {""})
    for serial in (1, 1, 2):
        desk.reader.place(Card(serial=serial))
        desk.ask(6)
        desk.reader.lift()
        desk.ask(3)
    assert desk.kinds == ["identity"] * 3
    assert [told.fields["number"] == Card().number for told in desk.told] == [True, True, False]


def test_the_first_three_questions_read_it() -> None:
    desk = Desk()
    desk.reader.place(Card())
    desk.ask(3)
    assert (desk.kinds, desk.reader.asked) == (["identity"], ["find", "select", "read"])


@pytest.mark.parametrize(("fault", "reason"), [("select_fails", "select_failed"), ("read_fails", "read_failed")])
def test_a_card_that_cannot_be_read_is_told_once_after_three_tries(fault: str, reason: str) -> None:
    desk = Desk()
    desk.reader.faults.add(fault)
    desk.reader.place(Card())
    desk.ask(9)
    assert desk.kinds == [reason]
    desk.reader.lift()
    desk.reader.faults.clear()
    desk.ask(4)
    desk.reader.place(Card())
    desk.ask(3)
    assert desk.kinds == [reason, "identity"]


def test_a_try_that_failed_once_is_no_matter() -> None:
    desk = Desk()
    desk.reader.place(Card())
    desk.reader.faults.add("read_fails")
    desk.ask(3)
    desk.reader.faults.clear()
    desk.ask(3)
    assert desk.kinds == ["identity"]


def test_silence_in_the_middle_is_a_failure_and_silence_before_is_none() -> None:
    desk = Desk()
    desk.ask(20, mute=True)
    desk.reader.place(Card())
    desk.ask(2)
    desk.ask(9, mute=True)
    assert desk.kinds == ["no_answer"]


def test_one_missed_look_is_not_a_lift() -> None:
    desk = Desk()
    desk.reader.faults.add("found_again")
    desk.reader.place(Card())
    desk.ask(5)
    desk.placement.heard(Reading("reply", {"status": "no_card"}), 9)
    desk.ask(1)
    desk.placement.heard(Reading("reply", {"status": "no_card"}), 9)
    desk.ask(5)
    assert desk.kinds == ["identity"]


def lost_and_found(desk: Desk) -> None:
    """A module that says "no card" twice and then finds the card that lay there all the time."""
    desk.reader.place(Card())
    desk.ask(5)


@pytest.mark.parametrize(("repeat_s", "count"), [(0.0, 4), (3.0, 1)])
def test_modules_that_lose_a_lying_card_can_be_quieted(repeat_s: float, count: int) -> None:
    desk = Desk(repeat_s)
    for _ in range(4):
        lost_and_found(desk)
    assert len(desk.told) == count


def test_another_card_is_told_whatever_the_quieting() -> None:
    desk = Desk(repeat_s=30)
    for serial in (1, 2, 1):
        desk.reader.place(Card(serial=serial))
        desk.ask(3)
        desk.reader.lift()
        desk.ask(2)
    assert desk.kinds == ["identity"] * 3


def test_nothing_personal_stays_in_it() -> None:
    desk = Desk()
    desk.reader.place(Card())
    desk.ask(3)
    kept = repr(vars(desk.placement))
    assert Card().number not in kept
    assert "测试甲" not in kept


def test_only_looking_can_wait() -> None:
    desk = Desk()
    waits: list[bool] = []
    step: Callable[[], None] = desk.ask
    desk.reader.place(Card())
    for _ in range(4):
        waits.append(desk.placement.waits)
        step()
    assert waits == [True, False, False, True]
