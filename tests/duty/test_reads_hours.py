from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.duty import reads_hours
from desk.duty.rules_hours import Act, Close, Credit, Flag
from desk.duty.tables import ServiceAct, ServiceRecord
from desk.store.store import Store
from desk.store.unit import Unit
from tests.duty.worlds import World
from tests.fakes.clock import FakeClock

SEEDS = range(6)
FLAGS: tuple[list[str], ...] = ([], [], [Flag.LATE], [Flag.FORGOT], [Flag.LATE, Flag.FRIEND])
WORDS = ([], [], [Act.VERIFIED], [Act.REFUSED], [Act.ASKED], [Act.VERIFIED, Act.ASKED], [Act.ASKED, Act.VERIFIED])


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    found = World(store, actor)
    found.add("王秀兰", "李志强")
    return found


def write(u: Unit, member_id: str, start: int, rng: Random, words: Sequence[Act] | None = None, **more: Any) -> str:
    """A record as clocks, people or other desks write it, and what was said of it."""
    values = {
        "shift_id": rng.choice((None, new_id(start))), "close_source": rng.choice(list(Close)).value,
        "flags": [str(flag) for flag in rng.choice(FLAGS)], "clock_ids": [new_id(start)],
    } | more  # fmt: skip
    eid = u.add(
        ServiceRecord, member_id=member_id, start_at=start, end_at=start + HOUR_MS, minutes=60, capacity="volunteer",
        content="门岗", at=start + HOUR_MS, gate_id=u.gate_id, **values,
    )  # fmt: skip
    for nth, word in enumerate(rng.choice(WORDS) if words is None else words):
        u.add(ServiceAct, record_id=eid, kind=word.value, at=start + (2 + nth) * HOUR_MS)
    return eid


@pytest.mark.parametrize("seed", SEEDS)
def test_what_waits_is_what_waits_of_the_whole_history(world: World, clock: FakeClock, seed: int) -> None:
    rng = Random(seed)
    with world.store.unit(world.actor) as u:
        for day in range(30):
            start = u.now - day * DAY_MS
            member, shift, event = rng.choice(list(world.who.values())), new_id(start), new_id(start)
            one = write(u, member, start, rng, shift_id=shift, clock_ids=[event])
            if rng.random() < 0.4:  # corrected, up to a day beside
                write(u, member, start + rng.randint(-24, 24) * HOUR_MS, rng, shift_id=shift, supersedes=one)
            if rng.random() < 0.3:  # another desk settled the shift too, knowing more
                write(u, member, start + MINUTE_MS, rng, shift_id=shift, clock_ids=[event, new_id(start)])
    with world.store.reading() as r:
        whole = [one for one in reads_hours.records(r) if one.credit in (Credit.WAITS, Credit.ASKED)]
        assert whole
        assert reads_hours.waits(r) == whole


def test_what_is_settled_is_not_read_again(world: World, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    rng, seen = Random(1), list[str]()
    settled, waiting = world.who.values()
    plain = {"close_source": Close.CLOCK.value, "flags": []}
    guess = {"close_source": Close.AUTO.value, "flags": [Flag.FORGOT.value]}
    with world.store.unit(world.actor) as u:
        for day in range(3, 60, 3):
            write(u, settled, u.now - day * DAY_MS, rng, [], **plain)
            write(u, settled, u.now - (day + 1) * DAY_MS, rng, [Act.VERIFIED], **guess)
            old = write(u, settled, u.now - (day + 2) * DAY_MS, rng, [], **guess)
            write(u, settled, u.now - (day + 2) * DAY_MS, rng, [Act.VERIFIED], **plain, supersedes=old)
        eid = write(u, waiting, u.now, rng, [], **guess)
    credit = reads_hours.credit
    monkeypatch.setattr(reads_hours, "credit", lambda close, *more: seen.append(close) or credit(close, *more))
    with world.store.reading() as r:
        assert [one.id for one in reads_hours.waits(r)] == [eid]
    assert seen == ["auto"]
