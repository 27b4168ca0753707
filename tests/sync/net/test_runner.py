"""Syncing by itself: others' changes at once, quiet after a change, a hub away and back, an end within a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk import syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.core.events import Changed, Event, HealthChanged
from desk.hub import enrolment
from desk.operators.rules import COMMAND
from desk.store import identity, sync_rows
from desk.sync.line import Reply
from desk.sync.rhythm import Rhythm
from desk.sync.runner import Runner
from tests.conftest import LogWatch
from tests.sync.net.hubs import HubProcess, enrolled, gates, joined, standing, write

Closing = Callable[[Desk], Desk]
QUICK = Rhythm(quiet_s=0.02, idle_s=30)


def until(holds: Callable[[], bool], longest_s: float = 20) -> bool:
    """Whether it comes to hold; looked at again and again, for what happens in another process tells nobody."""
    end, beat = time.monotonic() + longest_s, threading.Event()
    while not holds():
        if time.monotonic() > end:
            return False
        beat.wait(0.01)
    return True


def waiting(desk: Desk) -> int:
    with desk.store.reading() as r:
        return identity.here(r).waiting


def fail_code(desk: Desk) -> str:
    with desk.store.reading() as r:
        link = sync_rows.link(r)
    assert link is not None
    return str(link["fail_code"])


def started(desk: Desk, rhythm: Rhythm = QUICK) -> Runner:
    runner = syncing.start(desk, rhythm)
    assert runner is not None
    return runner


def test_a_desk_without_a_hub_has_nothing_to_run(tmp_path: Path, closing: Closing) -> None:
    assert syncing.start(closing(standing(tmp_path / "a"))) is None


def test_what_one_writes_the_other_shows_by_itself(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    heard: list[Event] = []
    second.bus.subscribe(heard.append)
    one, two = started(first), started(second)
    try:
        assert one.wait_idle(10)
        assert two.wait_idle(10)
        for number in range(3):
            (eid,) = write(first, f"0001-{number}")
            assert until(lambda eid=eid: eid in gates(second), 5)
        assert until(lambda: any(isinstance(e, Changed) and "arrived" in e.topics for e in heard))
        assert HealthChanged("hub", "sync.well", True) in heard
        assert until(lambda: waiting(first) == 0, 5)
    finally:
        assert one.stop()
        assert two.stop()


def test_a_single_change_comes_with_the_news_of_it(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    """As shipped: it goes at once, and the other desk need not ask for it."""
    first = closing(enrolled(hub, tmp_path / "a"))
    second = closing(joined(first, tmp_path / "b"))
    one, two = started(first, Rhythm()), started(second, Rhythm())
    try:
        assert one.wait_idle(10)
        assert two.wait_idle(10)
        assert two._rounds is not None
        line, asked = two._rounds.transport.line, list[str]()
        send = line.send

        def counted(method: str, target: str, *rest: Any) -> Reply:
            asked.append(target)
            return send(method, target, *rest)

        line.send = counted  # type: ignore[method-assign]
        assert until(lambda: two._ear is not None and two._ear.listening)
        (eid,) = write(first, "0001-9")
        assert until(lambda: eid in gates(second), 10)
        assert two.wait_idle(10)
        assert asked == []
    finally:
        assert one.stop()
        assert two.stop()


def test_a_hub_goes_away_and_comes_back(own_hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    runner = started(desk)
    try:
        assert runner.wait_idle(10)
        own_hub.kill()
        write(desk, "0002-1", 3)
        assert until(lambda: HealthChanged("hub", "sync.no_line", False) in heard)
        assert fail_code(desk) == "sync.no_line"
        own_hub.start()
        runner.now()
        assert until(lambda: waiting(desk) == 0)
        assert runner.wait_idle(10)
        assert [e for e in heard if isinstance(e, HealthChanged)][-1] == HealthChanged("hub", "sync.well", True)
        assert fail_code(desk) == ""
    finally:
        assert runner.stop()


@pytest.mark.skipif(not hasattr(__import__("signal"), "SIGSTOP"), reason="a process is frozen by a POSIX signal")
def test_it_ends_within_a_second_while_the_hub_hangs(own_hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    runner = started(desk)
    assert runner.wait_idle(10)
    assert own_hub.process is not None
    own_hub.process.freeze(True)
    write(desk, "0003-1")
    assert until(lambda: runner._busy)
    began = time.monotonic()
    assert runner.stop()
    assert time.monotonic() - began < 1.2
    own_hub.process.freeze(False)


def test_only_one_process_drains_the_outbox(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    runner = started(desk)
    try:
        assert runner.wait_idle(10)
        with pytest.raises(Refused, match=r"sync\.other_process"), syncing.alone(desk):
            pass
    finally:
        assert runner.stop()
    lock = syncing.alone(desk)
    lock.take()
    write(desk, "0004-1")
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    late = started(desk)
    try:
        assert until(lambda: HealthChanged("hub", "sync.other_process", False) in heard)
        assert waiting(desk)
        lock.give()
        late.now()
        assert until(lambda: waiting(desk) == 0)
    finally:
        assert late.stop()


def test_a_revoked_desk_keeps_what_it_has_and_writes_nothing(
    own_hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    runner = started(desk)
    try:
        assert runner.wait_idle(10)
        own_hub.revoke(desk, enrolment.KEEP)
        runner.now()
        assert until(lambda: desk.store.sent_away)
        with pytest.raises(Refused, match=r"sync\.read_only"):
            write(desk, "0005-1")
        with desk.store.unit(COMMAND) as u:
            u.audit("people.revealed")  # who looks is still written down
        assert gates(desk)
    finally:
        assert runner.stop()
    desk.close()
    again = closing(Desk(desk.home, desk.clock, lambda call: call()))
    again.open()
    assert again.store.sent_away
    with again.store.reading() as r:
        site = r.site_id
    syncing.enrol(again, own_hub.ticket(site), COMMAND)
    write(again, "0005-2")
    syncing.once(again)
    assert waiting(again) == 0


def test_enrolled_anew_while_it_runs(
    own_hub: HubProcess, tmp_path: Path, closing: Closing, log_watch: LogWatch
) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    runner = started(desk)
    try:
        assert runner.wait_idle(10)
        own_hub.revoke(desk, enrolment.KEEP)
        runner.now()
        assert until(lambda: desk.store.sent_away)
        with desk.store.reading() as r:
            site = r.site_id
        syncing.enrol(desk, own_hub.ticket(site), COMMAND)
        runner.renew()
        write(desk, "0006-1")
        assert until(lambda: waiting(desk) == 0)
    finally:
        assert runner.stop()
