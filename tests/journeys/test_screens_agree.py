"""Two gates and a hub: what is hung at one gate hangs at the other, and what is taken down is gone at both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.core.clock import HOUR_MS
from desk.screen import reads, service
from desk.screen.rules import Kind, Wanted
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import act, agree, two_gates
from tests.sync.net.hubs import HubProcess


def titles(one: Running) -> list[str]:
    """On the public screen of this gate."""
    assert one.program.screen is not None
    return [turn.title for turn in one.program.screen.shown.turns if turn.title]


def alarm(one: Running) -> bool:
    assert one.program.screen is not None
    return one.program.screen.shown.alarm is not None


def hang(one: Running, title: str) -> None:
    def work(u: Any) -> None:
        service.save(u, Wanted(Kind.NOTICE, title, "", u.now, u.now + HOUR_MS))

    act(one, work)


def test_screens_of_two_gates_say_the_same(hub: HubProcess, tmp_path: Path, world: Moved, start: Start) -> None:
    south, north = two_gates(hub, tmp_path, world, start)
    hang(south, "周六停水")
    agree(south, north)
    north.until(lambda: titles(north) == ["周六停水"])
    item = south.read(lambda r: reads.items(r)[0].id)
    act(south, lambda u: service.retract(u, item))
    act(north, service.take_over)
    agree(south, north)
    south.until(lambda: alarm(south) and not titles(south))
    north.until(lambda: alarm(north) and not titles(north))
    act(south, service.end_emergency)
    agree(south, north)
    north.until(lambda: not alarm(north))
    assert not alarm(south)
