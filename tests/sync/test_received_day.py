"""A day at one desk is a day at the other, however its operations come."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.records.reads_audit import verify
from desk.store import outbox, sync_conflicts
from desk.store.kinds import kinds, synced_tables
from desk.store.tables import Outbox
from tests.sync.day import a_day, screens
from tests.sync.pair import Pair


def differences(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (mine[name], theirs[name]) for name in mine if mine[name] != theirs[name]}


@pytest.mark.parametrize(("shuffle", "twice"), [(None, False), (None, True), (7, False), (11, True), (23, False)])
def test_every_screen_says_the_same(two_desks: Pair, shuffle: int | None, twice: bool) -> None:
    day = a_day(two_desks.a, two_desks.clock)
    two_desks.carry(shuffle, twice)
    assert differences(screens(two_desks.a, day), screens(two_desks.b, day)) == {}


def test_a_snapshot_says_the_same(two_desks: Pair) -> None:
    day = a_day(two_desks.a, two_desks.clock)
    things = two_desks.a.things()
    for _ in range(2):  # a cut: a page comes again
        two_desks.b.take_in(things, page=40)
    assert differences(screens(two_desks.a, day), screens(two_desks.b, day)) == {}


# Kinds that a desk's day cannot touch, each with its reason.
NOT_OF_A_DAY = {
    "district_notice": "only the hub writes it",
}


def test_a_day_touches_every_kind(two_desks: Pair) -> None:
    """A kind that a room adds joins `a_day`: else nothing here says that it arrives, and the kept operations lack it."""
    a_day(two_desks.a, two_desks.clock)
    with two_desks.a.store.reading() as r:
        written = set(r.conn.execute(select(Outbox.kind)).scalars())
    assert NOT_OF_A_DAY.keys() == {kind.name for kind in kinds() if kind.by_hub}
    assert sorted(synced_tables().keys() - written - NOT_OF_A_DAY.keys()) == []


def test_nothing_that_arrives_is_sent_again_nor_doubted(two_desks: Pair) -> None:
    a_day(two_desks.a, two_desks.clock)
    two_desks.carry()
    two_desks.b.receive(two_desks.a.bodies())
    assert two_desks.b.ask(outbox.waiting) == 0
    assert two_desks.b.ask(sync_conflicts.open_conflicts) == []
    for desk in (two_desks.a, two_desks.b):
        assert desk.ask(verify).whole
    assert two_desks.b.ask(verify).others == two_desks.a.ask(verify).lines - 1  # its founding was copied
