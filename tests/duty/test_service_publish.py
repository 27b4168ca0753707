"""Publishing: who is affected, what holds afterwards, two desks on one base, proposals."""

from __future__ import annotations

import pytest

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.duty import reads_roster, reads_shifts, received, service_publish
from desk.duty.rules_days import Template
from desk.duty.tables import RosterAct, RosterIssue
from desk.store.store import Store
from tests.duty.worlds import MONTH, World, small
from tests.fakes.clock import FakeClock

OTHER_DESK = "f" * 32


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    made = small(store, actor)
    made.put("2026-12-05", "王秀兰")
    made.put("2026-12-06", "李志强")
    return made


def holds(world: World) -> dict[str, str]:
    """Day -> who serves there."""
    names = {eid: name for name, eid in world.who.items()}
    with world.store.reading() as r:
        shifts = {one.id: one for one in reads_shifts.shifts(r, MONTH)}
        held = reads_shifts.assignments(r, list(shifts))
    return {shifts[one.shift_id].day[8:]: names[one.member_id] for one in held if one.state not in reads_roster.AWAY}


def changed(world: World) -> bool:
    with world.store.reading() as r:
        return reads_roster.month(r, MONTH).changed


def rival(world: World, cells: list[list[str]], based_on: str | None = None) -> str:
    """An issue another desk published, come here."""
    with world.store.unit(world.actor) as u:
        eid = u.add(RosterIssue, month=MONTH, version=1, based_on=based_on, cells=cells, at=u.now, device_id=OTHER_DESK)
        received.issues(u, [eid])
    return eid


def test_published_as_planned_and_accepted_without_a_hub(world: World) -> None:
    done = world.publish()
    assert (done.version, done.affected, done.accepted) == (1, [], True)
    assert holds(world) == {"05": "王秀兰", "06": "李志强"}
    assert not changed(world)
    with pytest.raises(Refused) as no:
        world.publish()
    assert no.value.code == "duty.nothing_new"


def test_an_unopened_month_is_not_published(world: World) -> None:
    with pytest.raises(Refused) as no:
        world.publish("2027-03")
    assert no.value.code == "duty.not_opened"


def test_published_again_with_those_affected(world: World) -> None:
    world.publish()
    world.put("2026-12-05", "王秀兰", present=False)
    world.put("2026-12-05", "陈国华")
    assert changed(world)
    assert holds(world)["05"] == "王秀兰"  # what is planned does not hold yet
    done = world.publish()
    shift = world.shift("2026-12-05").id
    assert done.version == 2
    assert {(one.member_id, one.gained, one.lost) for one in done.affected} == {
        (world.who["陈国华"], (shift,), ()), (world.who["王秀兰"], (), (shift,)),
    }  # fmt: skip
    assert holds(world)["05"] == "陈国华"


def test_hard_conflicts_are_published_only_in_spite_of_them(world: World) -> None:
    world.template(Template("同时", 900, 960, (6,)))
    world.open()
    world.put("2026-12-05", "王秀兰", shift="同时")
    with pytest.raises(Refused) as no:
        world.publish()
    assert (no.value.code, no.value.facts) == ("duty.conflicts", {"count": 2})
    assert world.publish(in_spite=True).version == 1


def test_the_plan_as_published_holds_against_what_was_said_before(world: World) -> None:
    world.publish()
    shift = world.shift("2026-12-05").id
    world.say("stand_in", shift, world.who["王秀兰"], world.who["陈国华"])
    assert holds(world)["05"] == "陈国华"
    assert not changed(world)  # the plan followed
    world.put("2026-12-05", "陈国华", present=False)
    world.put("2026-12-05", "王秀兰")
    world.publish()
    assert holds(world)["05"] == "王秀兰"
    assert not changed(world)


def test_of_two_desks_the_accepted_issue_stands_and_the_other_is_a_proposal(world: World) -> None:
    world.publish()
    base = [[world.shift("2026-12-07").id, world.who["周敏"], "committee"]]
    theirs = rival(world, base)
    with world.store.reading() as r:
        stands = reads_shifts.what_stands(r, MONTH)
    assert [one.id for one in stands.proposals] == [theirs]
    assert holds(world) == {"05": "王秀兰", "06": "李志强"}
    with world.store.unit(world.actor) as u:
        done = service_publish.adopt(u, theirs)
    assert done.version == 2
    assert holds(world) == {"07": "周敏"}
    with world.store.reading() as r:
        assert reads_shifts.what_stands(r, MONTH).proposals == ()


def test_a_proposal_may_be_declined_and_is_settled_once(world: World) -> None:
    world.publish()
    theirs = rival(world, [])
    with world.store.unit(world.actor) as u:
        service_publish.decline(u, theirs)
    with pytest.raises(Refused) as no, world.store.unit(world.actor) as u:
        service_publish.decline(u, theirs)
    assert no.value.code == "store.gone"
    assert holds(world) == {"05": "王秀兰", "06": "李志强"}


def test_settling_accepts_own_issues_without_a_rival(world: World) -> None:
    with world.store.unit(world.actor) as u:
        mine = u.add(RosterIssue, month=MONTH, version=1, cells=[], at=u.now, device_id=u.device_id)
        u.add(RosterIssue, month="2027-01", version=1, cells=[], at=u.now, device_id=OTHER_DESK)
        assert service_publish.settle_issues(u) == 1
        assert service_publish.settle_issues(u) == 0
        assert [row.issue_id for row in u.conn.execute(RosterAct.__table__.select())] == [mine]


def test_what_has_begun_is_not_planned_any_more(world: World, clock: FakeClock) -> None:
    world.publish()
    clock.set(world.shift("2026-12-05").start_at)
    with pytest.raises(Refused) as no:
        world.put("2026-12-05", "陈国华")
    assert no.value.code == "duty.shift_began"
    world.put("2026-12-06", "陈国华")
    assert [one.member_id for one in world.publish().affected] == [world.who["陈国华"]]
