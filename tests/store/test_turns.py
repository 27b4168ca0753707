"""Whoever asks to write gets their turn: a thread that writes without end keeps nobody out."""

from __future__ import annotations

import threading

import pytest

from desk.core.actor import Actor
from desk.core.errors import Trouble
from desk.store.store import Store
from desk.store.turns import Turns

LONGEST_S = 20.0


def test_turns_come_in_the_order_of_asking() -> None:
    turns, order, asked = Turns(LONGEST_S), list[int](), threading.Barrier(2)

    def take(number: int) -> None:
        asked.wait()
        with turns.mine():
            order.append(number)

    threads = []
    with turns.mine():
        for number in range(5):
            thread = threading.Thread(target=take, args=(number,))
            thread.start()
            threads.append(thread)
            asked.wait()
            while len(turns._waiting) <= number:
                thread.join(0.001)
        assert order == []
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_turn_that_never_ends_is_trouble_and_harms_no_later_one() -> None:
    turns = Turns(0.05)

    def second() -> None:
        with turns.mine():
            raise AssertionError("it was not free")

    with turns.mine(), pytest.raises(Trouble, match=r"store\.busy"):
        second()
    with turns.mine():
        assert not turns._waiting


def test_an_error_in_a_turn_ends_it() -> None:
    turns = Turns(0.05)

    def fails() -> None:
        with turns.mine():
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fails()
    with turns.mine():
        assert turns._taken


def test_one_write_gets_in_between_writes_without_end(store: Store, actor: Actor) -> None:
    over, begun, done = threading.Event(), threading.Event(), list[int]()

    def without_end() -> None:
        while not over.is_set():
            with store.unit(actor) as u:
                u.audit("turn.long")
                begun.set()
                done.append(1)

    thread = threading.Thread(target=without_end)
    thread.start()
    try:
        assert begun.wait(LONGEST_S)
        waits = []
        for _ in range(10):
            before = len(done)
            with store.unit(actor) as u:
                waits.append(len(done) - before)
                u.audit("turn.short")
    finally:
        over.set()
        thread.join()
    assert max(waits) <= 2, "the one under way, and no more than one that asked before"
