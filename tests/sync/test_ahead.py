"""Asking ahead: the answer is that of the question, is dropped when nobody comes for it, and holds up nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desk.core.errors import Fault, Trouble
from desk.sync import ahead
from desk.sync.ahead import FRESH_S, Ahead
from desk.sync.transport import OK, Answer


class Hub:
    """Answers with how often it was asked; each answer takes `slow_s` by its own clock."""

    def __init__(self) -> None:
        self.now, self.slow_s = 0.0, 0.0
        self.asked: list[tuple[str, bytes]] = []
        self.fault: Fault | None = None

    def ask(self, door: str, body: bytes) -> Answer:
        self.asked.append((door, body))
        self.now += self.slow_s
        if self.fault is not None:
            raise self.fault
        return Answer(OK, b"%d" % len(self.asked))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    made = Hub()
    monkeypatch.setattr(ahead, "monotonic", lambda: made.now)
    return made


def test_the_answer_is_that_of_the_question_begun(hub: Hub) -> None:
    line = Ahead(hub.ask)
    line.begin("pull", b"a")
    line.begin("pull", b"a")
    assert line.ask("pull", b"a").body == b"1"
    assert line.ask("pull", b"a").body == b"2", "an answer is given once"


def test_another_question_drops_it(hub: Hub) -> None:
    line = Ahead(hub.ask)
    line.begin("pull", b"a")
    assert line.ask("pull", b"b").body == b"2"
    assert line.ask("pull", b"a").body == b"3"


def test_a_slow_line_is_not_asked_twice(hub: Hub) -> None:
    line, hub.slow_s = Ahead(hub.ask), 60.0
    line.begin("push", b"a")
    assert line.ask("push", b"a").body == b"1"
    assert len(hub.asked) == 1


def test_an_answer_nobody_came_for_is_dropped(hub: Hub) -> None:
    line = Ahead(hub.ask)
    line.begin("pull", b"a")
    line.settle()
    hub.now += FRESH_S
    assert line.ask("pull", b"a").body == b"2"
    line.told("pull", b"a", Answer(OK, b"heard"))
    assert line.ask("pull", b"a").body == b"heard"
    line.told("pull", b"a", Answer(OK, b"heard"))
    hub.now += FRESH_S
    assert line.ask("pull", b"a").body == b"3"


def test_what_stood_in_the_way_is_told_once_and_while_it_is_news(hub: Hub) -> None:
    line, hub.fault = Ahead(hub.ask), Trouble("sync.no_line")
    for _ in range(2):
        line.begin("pull", b"a")
        line.settle()
        with pytest.raises(Trouble, match=r"sync\.no_line"):
            line.ask("pull", b"a")
    line.begin("pull", b"a")
    line.settle()
    hub.fault, hub.now = None, hub.now + FRESH_S
    assert line.ask("pull", b"a").body == b"4"


def test_the_program_ends_while_a_question_is_under_way() -> None:
    """A resolver without an answer cannot be cut."""
    words = (
        "import threading; from desk.sync.ahead import Ahead; "
        "Ahead(lambda door, body: threading.Event().wait(300)).begin('pull', b'')"
    )
    assert subprocess.run([sys.executable, "-c", words], timeout=60, check=False).returncode == 0
