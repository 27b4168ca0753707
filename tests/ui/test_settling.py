"""What came from other gates is looked through once, a moment after it came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk import chores
from desk.core.errors import Trouble
from tests.conftest import LogWatch
from ui.settling import Settling


class Lanes:
    def __init__(self) -> None:
        self.ran: list[str] = []

    def run(self, lane: str, work: Callable[[], Any], done: Any, failed: Callable[[Exception], Any]) -> None:
        self.ran.append(lane)
        try:
            work()
        except Trouble as trouble:
            failed(trouble)


class Desk:
    def __init__(self) -> None:
        self.lanes = Lanes()


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    found: list[bool] = []
    monkeypatch.setattr(chores, "settle_arrived", lambda desk, hours: found.append(hours))
    return found


def test_a_round_of_many_pages_is_one_look(qtbot: QtBot, looked: list[bool]) -> None:
    desk = Desk()
    settling = Settling(desk)  # type: ignore[arg-type]
    settling._soon.setInterval(20)
    for topics in ({"visits"}, {"arrived", "clocked"}, {"arrived"}, {"arrived", "duty"}):
        settling.hear(frozenset(topics))
    qtbot.waitUntil(lambda: looked == [True])
    settling.hear(frozenset({"arrived"}))  # nobody came or went: only whether a month stands
    qtbot.waitUntil(lambda: looked == [True, False])
    assert desk.lanes.ran == ["chores", "chores"]
    settling.hear(frozenset({"duty"}))
    assert not settling._soon.isActive()


def test_what_fails_waits_for_the_next_chore(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def busy(desk: object, hours: bool) -> None:
        raise Trouble("store.busy")

    monkeypatch.setattr(chores, "settle_arrived", busy)
    log_watch.expect("not settled: store.busy")
    desk = Desk()
    settling = Settling(desk)  # type: ignore[arg-type]
    settling._soon.setInterval(5)
    settling.hear(frozenset({"clocked"}))
    qtbot.waitUntil(lambda: desk.lanes.ran == ["chores"])
