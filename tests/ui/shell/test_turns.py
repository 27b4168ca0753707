"""Stale answers are dropped, writes never; two presses are one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desk.core.errors import Refused
from ui.shell.turns import Turns


class HeldDesk:
    """Answers when told, in any order."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[Any], Any], Callable[[Any], None], Callable[[Exception], None]]] = []

    def read(self, work: Any, done: Any, failed: Any) -> None:
        self.asked.append((work, done, failed))

    write = read

    def answer(self, n: int, value: Any) -> None:
        self.asked[n][1](value)

    def fail(self, n: int, error: Exception) -> None:
        self.asked[n][2](error)


@pytest.fixture
def desk() -> HeldDesk:
    return HeldDesk()


def test_only_the_newest_answer_of_a_kind_counts(desk: HeldDesk) -> None:
    got: list[Any] = []
    turns = Turns(desk, got.append)
    turns.read("search", lambda r: 1, got.append)
    turns.read("search", lambda r: 2, got.append)
    turns.read("other", lambda r: 3, got.append)
    for n, value in ((1, "new"), (0, "old"), (2, "other")):
        desk.answer(n, value)
    assert got == ["new", "other"]


def test_an_overtaken_failure_is_dropped_too(desk: HeldDesk) -> None:
    got: list[Any] = []
    turns = Turns(desk, got.append)
    turns.read("search", lambda r: 1, got.append)
    turns.read("search", lambda r: 2, got.append)
    desk.fail(0, Refused("store.gone"))
    assert got == []
    error = Refused("store.gone")
    desk.fail(1, error)
    assert got == [error]


def test_forgetting_drops_reads_but_not_writes(desk: HeldDesk) -> None:
    got: list[Any] = []
    turns = Turns(desk, got.append)
    turns.read("search", lambda r: 1, got.append)
    turns.write("admit", lambda u: 1, got.append)
    turns.forget()
    desk.answer(0, "read")
    desk.answer(1, "written")
    assert got == ["written"]


def test_a_second_press_is_refused_until_the_first_has_answered(desk: HeldDesk) -> None:
    got: list[Any] = []
    turns = Turns(desk, got.append)
    assert turns.write("admit", lambda u: 1, got.append)
    assert not turns.write("admit", lambda u: 1, got.append)
    assert turns.busy("admit")
    desk.fail(0, Refused("visit.no_proof"))
    assert not turns.busy("admit")
    assert turns.write("admit", lambda u: 1, got.append)
    assert len(desk.asked) == 2


def test_one_question_is_forgotten_without_the_others() -> None:
    asked: list[Callable[[Any], None]] = []

    class Later:
        def read(self, work: Any, done: Callable[[Any], None], failed: Any) -> None:
            asked.append(done)

        def write(self, work: Any, done: Any, failed: Any, actor: Any = None) -> None:
            raise AssertionError

    told: list[str] = []
    turns = Turns(Later(), told.append)
    turns.read("find", lambda r: None, told.append)
    turns.read("page", lambda r: None, told.append)
    turns.forget("find")
    for done, answer in zip(asked, ("found", "rows"), strict=True):
        done(answer)
    assert told == ["rows"]


def test_nothing_is_let_through_once_what_it_would_be_shown_on_is_gone(desk: HeldDesk) -> None:
    got: list[Any] = []
    turns = Turns(desk, got.append)
    turns.read("watch", lambda r: 1, got.append)
    turns.write("take", lambda u: 1, got.append)
    turns.write("close", lambda u: 1, got.append)
    turns.close()
    desk.answer(0, "read")
    desk.answer(1, "written")
    desk.fail(2, Refused("alarm.closed"))
    assert got == []
