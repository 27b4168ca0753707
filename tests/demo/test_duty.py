"""The team of the demonstration: enough of everything for its pages, and a month that breaks no hard rule."""

from __future__ import annotations

import random

from desk.core.actor import Actor
from desk.demo import duty
from desk.demo.names import People
from desk.duty import reads_changes, reads_roster, reads_shifts, reads_team
from desk.duty.rules import ONE_OR_THREE
from desk.store.store import Store


def test_a_team_of_24_and_two_months(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        duty.fill(u, random.Random(1), People(random.Random(1)))
    with store.reading() as r:
        team = reads_team.members(r)
        assert len(team) == len({one.label for one in team}) == 24
        assert {one.capacity for one in team} >= set(ONE_OR_THREE)
        assert [one.guardian_at is not None for one in team if one.minor] == [True]
        assert reads_shifts.months(r) == ["2026-10", "2026-11"]
        month = reads_roster.month(r, "2026-11")
        assert not month.changed
        assert not [one for one in month.conflicts if one.hard]
        assert not month.impossible
        assert 0 < len(month.gaps) < len(month.shifts) / 4
        assert reads_changes.waiting(r) == 1
