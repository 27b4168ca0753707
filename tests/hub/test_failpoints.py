"""A hub that stops at any step of a push: the batch is wholly in or wholly out, and pushing it again heals all."""

from __future__ import annotations

import pytest

from desk.hub import reads
from desk.hub.db import Db
from desk.hub.hub import Hub
from tests.fakes.clock import FakeClock
from tests.hub.test_push import verified
from tests.hub.toys import KINDS, ToyDesk

STEPS = [
    "push.1_device",
    "push.2_compared",
    "push.3_numbered",
    "push.4_projected",
    "push.5_logged",
    "push.6_head",
    "push.7_committed",
]


class Died(Exception):
    """The hub stopped here."""


class Mine:
    """Stops at one step, once."""

    def __init__(self) -> None:
        self.step = ""
        self.passed: list[str] = []

    def __call__(self, step: str) -> None:
        self.passed.append(step)
        if step == self.step:
            self.step = ""
            raise Died(step)


def everything(hub: Hub, desk: ToyDesk) -> tuple[object, ...]:
    return hub.db.read(
        lambda conn: (
            reads.entities(conn, desk.site_id),
            reads.balances(conn, desk.site_id, "points"),
            [task.eid for task in reads.tasks(conn, desk.site_id)],
        )
    )


@pytest.mark.parametrize("step", STEPS)
def test_stopped_anywhere_a_push_is_whole_or_not_at_all(db: Db, clock: FakeClock, step: str) -> None:
    mine = Mine()
    hub = Hub(db, KINDS, clock, fail_at=mine)
    desk = ToyDesk.enrolled(hub, clock)
    made = desk.write("resident", phone="1")
    desk.write("loan", item="轮椅")
    desk.push()
    before = everything(hub, desk)
    desk.write("resident", "set", made.eid, phone="2")
    desk.write("points", account="a", amount=5)
    clock.advance(1)
    desk.write("loan", item="轮椅")
    mine.step = step
    with pytest.raises(Died):
        desk.push(2)
    inside = step == "push.7_committed"
    assert len(verified(desk).lines) == (5 if inside else 2)
    assert (everything(hub, desk) == before) is not inside
    answer = desk.push(2)
    assert (answer.result, answer.acked, answer.head) == ("ok", 5, 5)
    assert len(verified(desk).lines) == 5
    entities, balances, tasks = everything(hub, desk)
    assert (balances, len(tasks)) == ({"a": 5}, 1)  # type: ignore[arg-type]
    hub.rebuild(desk.site_id)
    assert everything(hub, desk) == (entities, balances, tasks)


def test_a_push_passes_every_step(db: Db, clock: FakeClock) -> None:
    mine = Mine()
    desk = ToyDesk.enrolled(Hub(db, KINDS, clock, fail_at=mine), clock)
    desk.write("visit")
    desk.push()
    assert mine.passed == STEPS
