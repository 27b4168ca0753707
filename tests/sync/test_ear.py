"""The ear: hears once, waits to be told where the desk stands now, hangs up when it is told to."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping

import pytest

from desk.core.errors import Trouble
from desk.sync.ear import Ear
from desk.sync.http import News

SITE = "s:" + "0" * 32


class Line:
    """A hub's long poll, answered by the test."""

    def __init__(self) -> None:
        self.asked: queue.Queue[dict[str, int]] = queue.Queue()
        self.answers: queue.Queue[Mapping[str, int] | None] = queue.Queue()

    def poll(self, heads: Mapping[str, int], wait_s: int, chain: str) -> News:
        self.asked.put(dict(heads))
        answer = self.answers.get(timeout=20)
        if answer is None:
            raise Trouble("sync.no_line")
        return News(dict(answer))

    def cut(self) -> None:
        self.answers.put(None)

    def close(self) -> None:
        """Nothing to close."""


class Told:
    def __init__(self) -> None:
        self.line = Line()
        self.heard = threading.Semaphore(0)
        self.ear = Ear(lambda: self.line, 25, lambda news: self.heard.release())  # type: ignore[arg-type,return-value]


@pytest.fixture
def told() -> Iterator[Told]:
    made = Told()
    yield made
    made.ear.stop(5)


def nothing_asked(line: Line, while_: Callable[[], object]) -> bool:
    while_()
    try:
        line.asked.get(timeout=0.2)
    except queue.Empty:
        return True
    return False


def test_news_are_told_once_and_then_it_waits(told: Told) -> None:
    told.ear.listen({SITE: 1})
    assert told.line.asked.get(timeout=5) == {SITE: 1}
    told.line.answers.put({SITE: 2})
    assert told.heard.acquire(timeout=5)
    assert nothing_asked(told.line, lambda: None)
    told.ear.listen({SITE: 2})
    assert told.line.asked.get(timeout=5) == {SITE: 2}


def test_where_the_desk_stood_before_the_news_is_forgotten(told: Told) -> None:
    """A round that ended while the poll stood has said where it came to: listening from there would hear the same again."""
    told.ear.listen({SITE: 1})
    assert told.line.asked.get(timeout=5) == {SITE: 1}
    told.ear.listen({SITE: 1})
    told.line.answers.put({SITE: 2})
    assert told.heard.acquire(timeout=5)
    assert nothing_asked(told.line, lambda: None)


def test_a_quiet_poll_is_asked_again_from_the_newest_place(told: Told) -> None:
    told.ear.listen({SITE: 1})
    assert told.line.asked.get(timeout=5) == {SITE: 1}
    told.line.answers.put({})
    assert told.line.asked.get(timeout=5) == {SITE: 1}
    told.ear.listen({SITE: 3})
    told.line.answers.put({})
    assert told.line.asked.get(timeout=5) == {SITE: 3}


def test_a_line_that_broke_is_told_and_not_asked_without_end(told: Told) -> None:
    told.ear.listen({SITE: 1})
    assert told.line.asked.get(timeout=5)
    told.line.answers.put(None)
    assert told.heard.acquire(timeout=5)
    assert nothing_asked(told.line, lambda: told.ear.listen({SITE: 1}))


def test_it_ends_while_it_listens(told: Told) -> None:
    told.ear.listen({SITE: 1})
    assert told.line.asked.get(timeout=5)
    told.ear.stop(5)
    assert not told.ear._thread.is_alive()
