"""Whatever was said and planned before: what is published holds, and undone edits leave the plan as it was."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.duty import reads_changes, reads_roster, reads_shifts, service_changes, service_publish, service_roster
from desk.duty.service_roster import Edit
from desk.store.store import Store
from tests.duty.worlds import MONTH, World, small
from tests.fakes.clock import FakeClock

SEEDS = range(12)


def act(world: World, rng: Random, shifts: list[str]) -> None:
    """One thing a lead may do; what is refused is left."""
    shift, (one, other) = rng.choice(shifts), rng.sample(list(world.who.values()), 2)
    with world.store.reading() as r:
        open_ = [view.swap.id for view in reads_changes.inbox(r) if view.waits]
    acts: list[tuple[Any, tuple[Any, ...]]] = [
        (service_roster.apply, ([Edit(shift, one, present=rng.random() < 0.6, locked=rng.random() < 0.2)],)),
        (service_publish.publish, (MONTH, "", True)),
        (service_changes.excuse, (shift, one)),
        (service_changes.join, (shift, one)),
        (service_changes.leave, (shift, one)),
        (service_changes.stand_in, (shift, one, other)),
        (service_changes.offer, (shift, one, other, rng.choice(["", *shifts]))),
        (service_roster.cancel_shift, (shift, "下雪")),
        (service_roster.restore_shift, (shift,)),
        *((verb, (eid,)) for eid in open_ for verb in (service_changes.accept, service_changes.approve)),
    ]
    verb, arguments = rng.choice(acts)
    with suppress(Refused), world.store.unit(world.actor) as u:
        verb(u, *arguments)


def plan(world: World) -> set[tuple[str, str, str, bool]]:
    with world.store.reading() as r:
        return {(c.shift_id, c.member_id, c.capacity, c.locked) for c in reads_shifts.cells(r, MONTH)}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_published_holds(store: Store, actor: Actor, clock: FakeClock, seed: int) -> None:
    world, rng = small(store, actor), Random(seed)
    shifts = [world.shift(f"2026-12-0{n}").id for n in (5, 6, 7)]
    for _ in range(40):
        clock.advance(rng.choice((0, 1, 1_000)))
        act(world, rng, shifts)
    with suppress(Refused):
        world.publish(in_spite=True)
    with store.reading() as r:
        view = reads_roster.month(r, MONTH)
        held = reads_shifts.assignments(r, shifts)
    assert not view.affected
    wanted = {(cell.shift_id, cell.member_id) for cell in (line.cell for line in view.lines)}
    assert {(one.shift_id, one.member_id) for one in reads_roster.in_month(held)} == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_edits_taken_back_one_by_one_leave_the_plan_as_it_was(store: Store, actor: Actor, seed: int) -> None:
    world, rng = small(store, actor), Random(seed)
    shifts = [world.shift(f"2026-12-0{n}").id for n in (5, 6, 7)]
    stack: list[tuple[list[Edit], set[tuple[str, str, str, bool]]]] = []
    for _ in range(25):
        edits = [
            Edit(
                rng.choice(shifts), rng.choice(list(world.who.values())), rng.random() < 0.6, locked=rng.random() < 0.3
            )
            for _ in range(rng.randint(1, 3))
        ]
        before = plan(world)
        with store.unit(actor) as u:
            stack.append((service_roster.apply(u, edits), before))
    for undo, before in reversed(stack):
        with store.unit(actor) as u:
            service_roster.apply(u, undo)
        assert plan(world) == before
