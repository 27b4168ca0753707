"""Swaps in two steps, stand-ins, excuses, no-shows: what holds, what the plan says, what is refused in words."""

from __future__ import annotations

import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.duty import reads_roster, reads_shifts, service_changes
from desk.duty.rules_assignments import State
from desk.operators.rules import actor_of
from desk.store.store import Store
from tests.duty.worlds import MONTH, World, small
from tests.fakes.clock import FakeClock

WANG, LI, CHEN, ZHOU = "王秀兰", "李志强", "陈国华", "周敏"


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    made = small(store, actor)
    made.put("2026-12-05", WANG)
    made.put("2026-12-06", LI)
    made.publish()
    return made


def states(world: World, day: str) -> dict[str, State]:
    names = {eid: name for name, eid in world.who.items()}
    with world.store.reading() as r:
        return {names[one.member_id]: one.state for one in reads_shifts.assignments(r, [world.shift(day).id])}


def settled(world: World) -> bool:
    with world.store.reading() as r:
        return not reads_roster.month(r, MONTH).changed


def refused(world: World, verb: str, *arguments: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as no:
        world.say(verb, *arguments)
    return no.value.code, no.value.facts


def test_a_swap_of_two_shifts(world: World) -> None:
    one, other = world.shift("2026-12-05").id, world.shift("2026-12-06").id
    swap = world.say("offer", one, world.who[WANG], world.who[LI], other)
    assert states(world, "2026-12-05") == {WANG: State.PUBLISHED}
    assert world.say("accept", swap) == "accepted"
    world.say("approve", swap)
    assert states(world, "2026-12-05") == {WANG: State.SWAPPED, LI: State.CONFIRMED}
    assert states(world, "2026-12-06") == {WANG: State.CONFIRMED, LI: State.SWAPPED}
    assert settled(world)
    world.say("undo", swap)
    assert states(world, "2026-12-05") == {WANG: State.PUBLISHED}
    assert settled(world)


def test_an_offer_to_anybody(world: World) -> None:
    swap = world.say("offer", world.shift("2026-12-05").id, world.who[WANG])
    assert refused(world, "accept", swap)[0] == "duty.swap_whom"
    world.say("accept", swap, world.who[CHEN])
    world.say("approve", swap)
    assert states(world, "2026-12-05") == {WANG: State.SWAPPED, CHEN: State.CONFIRMED}


@pytest.mark.parametrize(("rule", "who", "state"), [("always", LI, "accepted"), ("never", LI, "approved"), ("capacity", CHEN, "approved"), ("capacity", ZHOU, "accepted")])  # fmt: skip
def test_who_has_to_approve_is_a_setting(world: World, rule: str, who: str, state: str) -> None:
    with world.store.unit(world.actor) as u:
        u.put_setting(service_changes.APPROVAL, rule)
    swap = world.say("offer", world.shift("2026-12-05").id, world.who[WANG], world.who[who])
    assert world.say("accept", swap) == state


def test_what_is_refused_of_swaps(world: World, clock: FakeClock) -> None:
    one, other = world.shift("2026-12-05").id, world.shift("2026-12-06").id
    assert refused(world, "offer", one, world.who[LI])[0] == "duty.not_in_shift"
    assert refused(world, "offer", one, world.who[WANG], world.who[WANG])[0] == "duty.swap_same"
    assert refused(world, "offer", one, world.who[WANG], "", other)[0] == "duty.swap_same"
    swap = world.say("offer", one, world.who[WANG], world.who[LI])
    assert refused(world, "offer", one, world.who[WANG])[0] == "duty.swap_open"
    world.say("withdraw", swap)
    assert refused(world, "accept", swap) == ("duty.swap_over", {"state": "withdrawn"})
    swap = world.say("offer", one, world.who[WANG], world.who[LI])
    world.say("accept", swap)
    clock.set(world.shift("2026-12-05").start_at)
    assert refused(world, "approve", swap) == ("duty.swap_over", {"state": "expired"})
    assert states(world, "2026-12-05") == {WANG: State.PUBLISHED}


def test_a_volunteer_offers_and_does_not_approve(world: World) -> None:
    swap = world.say("offer", world.shift("2026-12-05").id, world.who[WANG], world.who[LI])
    world.actor = actor_of("0" * 31 + "3", "volunteer")
    world.say("accept", swap)
    assert refused(world, "approve", swap)[0] == "right.missing"


def test_nobody_is_in_two_places(world: World) -> None:
    shift = world.shift("2026-12-05").id
    world.say("join", shift, world.who[LI])
    assert refused(world, "stand_in", shift, world.who[WANG], world.who[LI]) == (
        "duty.cannot_take", {"wrong": "overlap"},
    )  # fmt: skip


def test_excused_stands_in_and_taken_back(world: World) -> None:
    shift = world.shift("2026-12-05").id
    said = world.say("excuse", shift, world.who[WANG], "感冒")
    assert states(world, "2026-12-05") == {WANG: State.EXCUSED}
    with world.store.reading() as r:
        assert shift in {gap.shift_id for gap in reads_roster.month(r, MONTH).gaps}
    stands = world.say("stand_in", shift, world.who[WANG], world.who[CHEN])
    assert states(world, "2026-12-05") == {WANG: State.EXCUSED, CHEN: State.CONFIRMED}
    assert settled(world)
    world.say("undo", stands)
    world.say("undo", said)
    assert states(world, "2026-12-05") == {WANG: State.PUBLISHED}
    assert settled(world)


def test_a_no_show_only_once_it_has_begun_and_not_of_who_was_there(world: World, clock: FakeClock) -> None:
    shift = world.shift("2026-12-05")
    assert refused(world, "no_show", shift.id, world.who[WANG])[0] == "duty.not_begun"
    clock.set(shift.start_at + 1)
    world.say("no_show", shift.id, world.who[WANG])
    assert states(world, "2026-12-05") == {WANG: State.NO_SHOW}
    world.say("stand_in", shift.id, world.who[WANG], world.who[CHEN])
    assert states(world, "2026-12-05") == {WANG: State.NO_SHOW, CHEN: State.CONFIRMED}
    clock.set(shift.end_at)
    assert refused(world, "excuse", shift.id, world.who[CHEN])[0] == "duty.shift_over"


def test_one_more_and_one_fewer(world: World) -> None:
    shift = world.shift("2026-12-05").id
    world.say("join", shift, world.who[CHEN])
    world.say("leave", shift, world.who[WANG])
    assert states(world, "2026-12-05") == {CHEN: State.CONFIRMED}
    assert settled(world)


def test_a_full_shift_takes_nobody_more(world: World) -> None:
    shift = world.shift("2026-12-05").id
    world.say("join", shift, world.who[CHEN])
    assert refused(world, "join", shift, world.who[LI]) == ("duty.shift_full", {"most": 2})


def test_nothing_is_said_of_what_was_not_published(world: World) -> None:
    world.open("2027-01")
    world.put("2027-01-05", WANG)
    assert refused(world, "confirm", world.shift("2027-01-05").id, world.who[WANG])[0] == "duty.not_published"


def test_they_said_they_will_come(world: World) -> None:
    world.say("confirm", world.shift("2026-12-05").id, world.who[WANG])
    assert states(world, "2026-12-05") == {WANG: State.CONFIRMED}
