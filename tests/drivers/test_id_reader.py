"""The identity card reader on its bus: once a placement, quickly, and with nothing personal left behind."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator

import pytest

from drivers.api import Noise, Outcome, Reading, State
from drivers.cards.id_reader import IdReader
from drivers.cards.resident_frames import encode
from drivers.line import Backoff
from drivers.simulated.cards import Card
from drivers.simulated.id_reader import SimulatedIdReader
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from tests.drivers.conftest import Recorder

PAUSE = threading.Event()  # never set
SHARE_S = 0.1  # of the time from laying a card down to the filled form, what is ours


class Timed(SimulatedIdReader):
    """Remembers when it last said that a card lies there."""

    found_s = 0.0

    def hear(self, data: bytes) -> list[bytes]:
        answers = super().hear(data)
        if any(answer[9] == 0x9F for answer in answers):
            self.found_s = time.monotonic()
        return answers


class Counter:
    """A reader with its simulator."""

    def __init__(self, told: Recorder, **options: int) -> None:
        self.device, self.plug = Timed(), MemoryPlug()
        self.player = Player(self.device, self.plug)
        self.player.start()
        quick = {"port": self.plug.port, "poll_ms": 50, "timeout_ms": 200, "read_timeout_ms": 300, **options}
        self.driver, self.told = IdReader(quick, told, Backoff(first_s=0.02, top_s=0.05)), told

    def start(self) -> None:
        self.driver.start()
        self.told.until(lambda: (State.READY, "") in self.told.states)

    def looked(self, times: int) -> None:
        """Wait until the reader was asked so many times more whether a card lies there."""
        find = encode("find")
        wanted = bytes(self.player.heard).count(find) + times
        end_s = time.monotonic() + 5
        while bytes(self.player.heard).count(find) < wanted:
            assert time.monotonic() < end_s
            PAUSE.wait(0.005)

    def cards(self) -> list[Reading]:
        return [e for e in self.told.events if isinstance(e, Reading)]


@pytest.fixture
def counter(told: Recorder) -> Iterator[Counter]:
    counter = Counter(told)
    yield counter
    assert counter.driver.stop()
    counter.player.stop()


def test_a_card_is_told_once_for_each_time_it_is_laid_down(counter: Counter) -> None:
    counter.start()
    counter.player.command("card mainland 1")
    counter.looked(6)
    assert [card.kind for card in counter.cards()] == ["identity"]
    counter.player.command("card hk_macau_taiwan 2")
    counter.told.until(lambda: len(counter.cards()) == 2)
    assert [card.fields["layout"] for card in counter.cards()] == ["mainland", "hk_macau_taiwan"]


def test_our_share_of_the_wait_is_small(counter: Counter) -> None:
    """From the question that finds the card to the reading, on a line that takes no time; the best of five."""
    counter.start()
    took_s = []
    for number in range(1, 6):
        counter.player.command(f"card mainland {number}")
        counter.told.until(lambda number=number: len(counter.cards()) == number)
        took_s.append(time.monotonic() - counter.device.found_s)
    assert min(took_s) < SHARE_S


def test_nothing_of_the_person_is_logged(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    counter.start()
    counter.player.command("card")
    counter.told.until(lambda: bool(counter.cards()))
    counter.player.switch("garbage")
    counter.told.until(lambda: any(isinstance(event, Noise) for event in counter.told.events))
    said = " ".join(record.getMessage() for record in caplog.records) + repr(counter.told.events)
    assert Card().number not in said
    assert "测试甲" not in said


def test_a_card_that_cannot_be_read_is_told_once(counter: Counter) -> None:
    counter.start()
    counter.player.switch("read_fails")
    counter.player.command("card")
    counter.looked(10)
    assert [(card.kind, card.fields) for card in counter.cards()] == [("identity_failed", {"reason": "read_failed"})]


def test_a_module_without_its_licence_says_so(counter: Counter) -> None:
    counter.player.switch("not_authorised")
    counter.driver.start()
    counter.told.until(lambda: counter.told.states[-1] == (State.LOST, "not_authorised"))
    counter.player.switch("")
    counter.told.until(lambda: counter.told.states[-1] == (State.READY, ""))
    assert counter.cards() == [], "nothing was read while it was not allowed to"


def test_a_card_that_was_read_is_not_read_again_after_the_line_was_away(counter: Counter) -> None:
    counter.start()
    counter.device.faults.add("found_again")
    counter.player.command("card")
    counter.told.until(lambda: bool(counter.cards()))
    counter.plug.unplug()
    counter.told.until(lambda: counter.told.states[-1][0] is State.LOST)
    counter.plug.plug_in()
    counter.told.until(lambda: counter.told.states[-1] == (State.READY, ""))
    counter.looked(4)
    assert len(counter.cards()) == 1


def test_what_a_person_may_ask(counter: Counter) -> None:
    counter.start()
    assert counter.driver.act("status").outcome is Outcome.DONE
    assert counter.driver.act("sam_id").fields == {"sam_id": "05.03-20260101-0000000001-0000000000"}
    assert counter.driver.act("reset").outcome is Outcome.DONE
    counter.player.switch("mute")
    assert counter.driver.act("status").outcome is Outcome.FAILED


def test_probe(counter: Counter) -> None:
    assert IdReader.probe({"port": counter.plug.port}) == ""
    counter.player.switch("not_authorised")
    assert IdReader.probe({"port": counter.plug.port}) == "not_authorised"
